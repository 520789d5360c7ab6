/** Records as their units deliver them, and how a test does what has no command: a session of the unit that may. */
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { RecordType } from '../../../schema/law/facts.ts';
import type { DatabaseRole } from '../../../subgraphs/database/roles.ts';
import { type Headers, type Holder, OPERATOR, type World } from '../../kit.ts';
import { SAMPLE_ITEMS, type SampleItem } from '../../sample-province.ts';
import type { About, Kind } from './subjects.ts';

const SUBMIT =
  'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted corrected unchanged rejected { row code message } } }';

/** Items that a unit delivers by `submitRecords`; lists, pledges and assessments have mutations of their own. */
const CONTENT: Partial<Record<RecordType, (document: string, text: string) => Record<string, unknown>>> = {
  Registration: (_document, text) => ({ legalName: text, registeredOn: '2020-05-06', status: '存续' }),
  Commendation: (document) => ({ title: '先进单位', awardedBy: '示例机关', documentNumber: document }),
  AdministrativePermit: (document, text) => ({ documentNumber: document, content: text, validFrom: '2026-01-01' }),
  AdministrativePenalty: (document, text) => ({ documentNumber: document, facts: text, penaltyKinds: ['警告'] }),
  AdministrativeAct: (document, text) => ({ documentNumber: document, content: text }),
  PublicServiceRecord: (document) => ({ service: '供应', period: document, amountYuan: '12.00' }),
  LegalDocument: (document, text) => ({ documentNumber: document, court: '示例机关', cause: '其他', content: text }),
  Arrears: (document) => ({ kind: '欠缴', amountYuan: '100.00', period: document }),
  UnperformedObligation: (document, text) => ({ documentNumber: document, court: '示例法院', obligation: text }),
  DeceptiveConduct: (document, text) => ({ documentNumber: document, facts: text }),
};

const SUBJECT_KIND = {
  company: 'LEGAL_PERSON',
  trader: 'UNINCORPORATED_ORGANIZATION',
  person: 'NATURAL_PERSON',
} as const;

/** Public items about this kind of subject that can be delivered. */
export const itemsFor = (kind: Kind): readonly SampleItem[] =>
  SAMPLE_ITEMS.filter(
    ({ information, recordType, subjectKinds, code }) =>
      information === 'PUBLIC' &&
      recordType in CONTENT &&
      subjectKinds.includes(SUBJECT_KIND[kind]) &&
      !(code === 'REG-SOLE-TRADER' && kind !== 'trader') &&
      !(code === 'REG-ENTERPRISE' && kind !== 'company'),
  );

export const itemOf = (code: string): SampleItem => {
  const item = SAMPLE_ITEMS.find((one) => one.code === code);
  if (item === undefined) throw new Error(`The sample has no item ${code}.`);
  return item;
};

export interface Said {
  readonly name?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly text?: string;
  readonly occurredOn: string;
  /** Makes the number of its document differ from others of the pair. */
  readonly mark: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

export const documentOf = ({ number }: About, mark: string): string => `示例决〔2026〕${mark}${number}号`;

/** The delivery of one record of the item about the subject. */
export function delivery(item: Pick<SampleItem, 'code' | 'recordType'>, about: About, said: Said): object {
  const document = documentOf(about, said.mark);
  const text = item.recordType === 'Registration' ? (said.name ?? about.name) : (said.text ?? '未明码标价。');
  return {
    item: item.code,
    records: [
      {
        subject: about.identifier,
        subjectName: said.name ?? about.name,
        subjectAddress: said.address ?? null,
        subjectPhone: said.phone ?? null,
        occurredOn: said.occurredOn,
        basisDocument: document,
        consent: '示例同意书',
        content: { ...CONTENT[item.recordType]?.(document, text), ...said.content },
      },
    ],
  };
}

/** What is arranged must succeed, or a pair would differ in nothing. */
export async function well(
  world: World,
  holder: Holder | null,
  query: string,
  variables: object = {},
  headers: Headers = {},
) {
  const { data, errors } = await world.ask(holder, query, { ...variables }, headers);
  expect(errors).toBeUndefined();
  return data;
}

/** Batches that a world was sent, in their order. */
const batches = new WeakMap<World, SampleItem[]>();
export const sentTo = (world: World): readonly SampleItem[] => batches.get(world) ?? [];
export const noteSent = (world: World, item: SampleItem): void => {
  batches.set(world, [...sentTo(world), item]);
};

/** The batches that the other world was sent since, each without its row: what is withheld is the row, and not that its unit delivered. */
export async function sendEmpty(world: World, other: World, since: number): Promise<void> {
  for (const { code, providingUnit, recordType } of sentTo(other).slice(since)) {
    const query =
      recordType === 'AssessmentRecord'
        ? 'mutation ($item: String!) { deliverAssessments(input: {item: $item, edition: "2026", results: []}) { accepted } }'
        : 'mutation ($item: String!) { submitRecords(input: {item: $item, records: []}) { accepted } }';
    const holder = recordType === 'AssessmentRecord' ? OPERATOR : { role: 'provider', unit: providingUnit };
    await well(world, holder, query, { item: code });
  }
}

export async function deliver(world: World, item: SampleItem, about: About, said: Said): Promise<void> {
  const holder = { role: 'provider', unit: item.providingUnit };
  noteSent(world, item);
  const { submitRecords } = await well(world, holder, SUBMIT, { input: delivery(item, about, said) });
  expect(submitRecords).toEqual({ accepted: 1, corrected: 0, unchanged: 0, rejected: [] });
}

/** A delivery of what is held already: a version more, or nothing. */
export async function redeliver(world: World, item: SampleItem, about: About, said: Said): Promise<void> {
  const holder = { role: 'provider', unit: item.providingUnit };
  const { submitRecords } = await well(world, holder, SUBMIT, { input: delivery(item, about, said) });
  expect(submitRecords).toMatchObject({ accepted: 0, rejected: [] });
}

export const subjectIdOf = ({ server }: World, { identifier }: About): string =>
  server.platform.secrets.subjectId(identifier.type, identifier.value);

/** One statement in a session of the unit. */
export async function inSession<Row>(
  { server }: World,
  unit: string,
  role: DatabaseRole,
  statement: ReturnType<typeof sql<Row>>,
): Promise<readonly Row[]> {
  const request = server.requestAs({ role: unit === 'HLJ-CREDIT' ? 'OPERATOR' : 'PROVIDER', unit });
  try {
    return await request.write(role as never, async (em) => (await statement.execute(em.getKysely())).rows);
  } finally {
    await request.abandon();
  }
}

/** The stored id of the newest record of the item about the subject, displayed or not. */
export async function storedRecord(
  world: World,
  item: SampleItem,
  about: About,
  document: string | null = null,
): Promise<string | undefined> {
  const rows = await inSession(
    world,
    item.providingUnit,
    'amend',
    sql<{
      id: string;
    }>`select id from public_credit.record where subject_id = ${subjectIdOf(world, about)}::uuid and item = ${item.code}
      and current and (${document}::text is null or basis_document = ${document}) order by received_at desc limit 1`,
  );
  return rows[0]?.id;
}
