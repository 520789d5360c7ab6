/** Generates the records of the sample that no exchange form has. */
import { createHash } from 'node:crypto';
import { CAST, DEFAULTERS } from './cast.ts';
import type { RecordKind } from './kinds/record-kind.ts';
import { RECORD_KINDS } from './kinds/record-kinds.ts';
import type { Population } from './population.ts';
import { createRandom, type Random } from './random.ts';
import type { Subject } from './subject.ts';

/** A line of records.ndjson: a record as a provider sends it, with its item. */
export interface SampleRecord {
  readonly item: string;
  readonly subject: { readonly type: 'USCC' | 'CITIZEN_ID'; readonly value: string };
  readonly subjectName: string;
  readonly occurredOn: string;
  readonly basisDocument: string;
  readonly simplifiedProcedure: false;
  readonly consent: string | null;
  readonly content: Readonly<Record<string, string>>;
}

type CastRecord = readonly [item: string, subject: Subject, occurredOn: string, change?: Record<string, string>];

const CAST_RECORDS: readonly CastRecord[] = [
  ['ARREARS-FUND', CAST.meiZhang, '2026-03-16'],
  ['VOLUNTEERING', CAST.meiZhang, '2026-01-24'],
  ['COMMENDATION-GOV', CAST.meiZhang, '2025-05-04', { title: '市级青年岗位能手（示例）' }],
  ['PLEDGE-VOLUNTARY', CAST.meiZhang, '2026-06-30', { performance: 'PERFORMED' }],
  ['UTILITY-HEAT', CAST.meiZhang, '2026-10-20'],
  ['COMMENDATION-GOV', CAST.liOuyang, '2025-09-18', { title: '全市优秀企业家（示例）' }],
  ['JUDGMENT-CIVIL', CAST.xiaobeiLiu, '2026-02-27'],
  ['ARREARS-FUND', CAST.hidden, '2026-04-09'],
  ['UTILITY-HEAT', CAST.hidden, '2026-10-21'],
  ['ARREARS-TAX', CAST.company, '2026-05-29', { amountYuan: '86400.00' }],
  ['COMMENDATION-GOV', CAST.company, '2025-12-12', { title: '专精特新先进企业（示例）' }],
  ['PLEDGE-PERMIT', CAST.company, '2026-03-05', { performance: 'PERFORMED', matter: '危险化学品经营许可' }],
  ['PLEDGE-VOLUNTARY', CAST.company, '2026-01-15', { performance: 'PENDING' }],
  ['UNPERFORMED-JUDGMENT', CAST.listedCompany, '2025-08-11'],
  ['ARREARS-SOCIAL', CAST.listedCompany, '2026-02-03'],
  ['COMMENDATION-GOV', CAST.modelCompany, '2026-04-28', { title: '诚信经营示范企业（示例）' }],
  ['REWARD-ADMIN', CAST.modelCompany, '2025-11-20'],
  ['PLEDGE-VOLUNTARY', CAST.modelCompany, '2025-03-15', { performance: 'PERFORMED' }],
  ['PLEDGE-PERMIT', CAST.failedPledger, '2026-01-28', { performance: 'FAILED', matter: '食品经营许可' }],
  ['FALSE-MATERIALS', CAST.failedPledger, '2026-05-13'],
  ['UTILITY-WATER', CAST.soleTrader, '2026-09-30'],
  ['PLEDGE-VOLUNTARY', CAST.soleTrader, '2025-07-16', { performance: 'PENDING' }],
];

/** Records of every item that is in neither the registrations nor the exchange form: those of the cast, of the defaulters, then random ones. */
export function sampleRecords(
  random: Random,
  population: Population,
  kinds: readonly RecordKind[] = RECORD_KINDS,
): SampleRecord[] {
  const fixed: readonly CastRecord[] = [
    ...CAST_RECORDS,
    ...DEFAULTERS.map(
      (defaulter): CastRecord => ['UNPERFORMED-JUDGMENT', defaulter, random.day('2024-12-02', '2026-10-30')],
    ),
    ...population.socialOrganizations.map(
      (organization): CastRecord => ['REG-ORG', organization, organization.registeredOn],
    ),
  ];
  const drawn = (from: Random, kind: RecordKind): CastRecord[] =>
    Array.from({ length: kind.count }, (): CastRecord => {
      const subject = from.pick(audience(kind, population));
      return [kind.item, subject, from.day(...kind.between)];
    });
  const written = (from: Random, records: readonly CastRecord[], before: number): SampleRecord[] =>
    records.map(([item, subject, occurredOn, change], index) => {
      const kind = kinds.find((candidate) => candidate.item === item);
      if (!kind) throw new Error(`No kind of record for ${item}.`);
      return record(from, kind, subject, occurredOn, change, before + index + 1);
    });
  const shared = kinds.filter(({ ownRandom }) => ownRandom !== true).flatMap((kind) => drawn(random, kind));
  const records = written(random, [...fixed, ...shared], 0);
  for (const kind of kinds.filter(({ ownRandom }) => ownRandom === true)) {
    const own = createRandom(createHash('sha256').update(kind.item).digest().readUInt32BE());
    records.push(...written(own, drawn(own, kind), records.length));
  }
  return records;
}

/** The cast has the records of its examples and no others. */
function audience(kind: RecordKind, population: Population): readonly Subject[] {
  const cast = Object.values<Subject>(CAST);
  const groups = {
    PERSONS: population.persons,
    COMPANIES: population.companies,
    EVERYBODY: [...population.persons, ...population.companies, ...population.soleTraders],
  };
  return groups[kind.about].filter((subject) => !cast.includes(subject));
}

function record(
  random: Random,
  kind: RecordKind,
  subject: Subject,
  occurredOn: string,
  change: Record<string, string> | undefined,
  number: number,
): SampleRecord {
  const serial = String(number).padStart(4, '0');
  const year = occurredOn.slice(0, 4);
  const { basisDocument, content } = kind.write({ random, subject, occurredOn, year, serial });
  const needsConsent = subject.type === 'CITIZEN_ID' && !kind.displayRequired;
  return {
    item: kind.item,
    subject: { type: subject.type, value: subject.value },
    subjectName: subject.name,
    occurredOn,
    basisDocument,
    simplifiedProcedure: false,
    consent: needsConsent
      ? `同意书〔${year}〕示例${serial}号：已告知采集的目的、内容、方式、用途及共享中的权利和义务，本人同意`
      : null,
    content: { ...content, ...change },
  };
}
