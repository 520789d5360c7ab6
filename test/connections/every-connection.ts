/** Every connection of the schema, who reads it, and a world in which each has rows that a page of three does not hold, some of them alike in order. */
import { sql } from 'kysely';
import { expect } from 'vitest';
import {
  AUTHORITY,
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  type Holder,
  MARKET_REGULATION,
  MEI,
  NO_JOBS,
  OPERATOR,
  openWorld,
  PERMIT_OFFICE,
  subject,
  TODAY,
  type World,
} from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import type { DatabaseKind } from '../sample-template.ts';
import { acts, penalty as fallen, PROVINCE } from '../stories/comeback/delivering.ts';
import { FILE } from '../stories/complaints/complaining.ts';
import { RAISE } from '../stories/objections/objecting.ts';
import { CITY, PLEDGE, RECORD } from '../stories/pledging.ts';
import { APPLY } from '../stories/restoration/restoring.ts';

const LOAN = { purpose: 'LOAN_ORIGINATION' };

export interface Connection {
  readonly by: Holder | null;
  readonly headers?: Headers;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Fields from the root to it, and what tells the last of them from another of its type. */
  readonly under?: readonly string[];
  readonly of?: string;
  /** Fields that tell one node from another. */
  readonly key: string;
  /** Values of arguments that choose its rows, where one of their type is none that is taken. */
  readonly chosenBy?: Readonly<Record<string, string>>;
  /** False where it is read onwards alone. */
  readonly backwards?: false;
  /** Reading it adds a row before all others: a look at disclosures is an entry itself. */
  readonly grows?: true;
}

const OF_SUBJECT = { under: ['subject(identifier: $id)'] };

/** By `Type.field`. One that is missing here fails, so that a new connection is read to its end like the others. */
export const CONNECTIONS: Readonly<Record<string, Connection>> = {
  'Query.catalogItems': { by: null, key: 'code' },
  'Query.agreements': { by: OPERATOR, key: 'id' },
  // Of its own entries alone: to name its own unit chooses nothing.
  'Query.disclosures': { by: BANK_A, key: 'id', chosenBy: { filter: '{ purpose: "LOAN_ORIGINATION" }' } },
  'Query.authorizations': { by: OPERATOR, key: 'party { code } purpose' },
  'Query.webhooks': { by: OPERATOR, key: 'unit { code }' },
  'MyAccess.notices': { by: BANK_B, under: ['myAccess'], of: 'unit { code }', key: 'at kind from item purposes' },
  'Query.deadlines': { by: AUTHORITY, key: 'id', chosenBy: { obligation: '"A39.4"' } },
  'Query.pledgeChecks': { by: CITY, key: 'id' },
  'Query.objections': { by: OPERATOR, key: 'id' },
  'CreditSubject.objections': { by: subject(COMPANY), under: ['me'], key: 'id' },
  'Query.complaints': { by: OPERATOR, key: 'id' },
  'Query.restorations': { by: OPERATOR, key: 'id' },
  'Query.heldRecords': { by: OPERATOR, key: 'id' },
  'Query.units': { by: null, key: 'code' },
  'Query.duties': { by: OPERATOR, key: 'id' },
  'Query.provinceRuns': { by: OPERATOR, key: 'id' },
  'Query.changes': { by: BANK_A, key: 'recordId version', backwards: false },
  'CreditSubject.records': {
    by: null,
    variables: { id: COMPANY },
    ...OF_SUBJECT,
    key: 'id',
    chosenBy: { items: '["PENALTY-GENERAL"]' },
  },
  'CreditSubject.nonPublicRecords': {
    by: subject(MEI),
    under: ['me'],
    key: 'id',
    chosenBy: { items: '["PENALTY-GENERAL"]' },
  },
  'CreditSubject.messages': { by: subject(MEI), under: ['me'], key: 'id' },
  'CreditSubject.disclosures': { by: subject(MEI), under: ['me'], key: 'id', grows: true },
};

/** The same connections as somebody else reads them. */
export const OTHER_READERS: readonly (readonly [name: string, Connection])[] = [
  ['Query.disclosures', { by: OPERATOR, key: 'id', grows: true }],
  ['CreditSubject.records', { by: subject(MEI), under: ['me'], key: 'id' }],
  ['CreditSubject.records', { by: BANK_A, headers: LOAN, variables: { id: MEI }, ...OF_SUBJECT, key: 'id' }],
  ['CreditSubject.nonPublicRecords', { by: BANK_A, headers: LOAN, variables: { id: MEI }, ...OF_SUBJECT, key: 'id' }],
];

export const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

const DECLARED = {
  id: 'SubjectIdentifierInput!',
  first: 'Int',
  after: 'String',
  last: 'Int',
  before: 'String',
};

/** A query with one or more uses of a connection below the fields that lead to it. `ids`: objects say which they are, as clients with a cache ask. */
export function documentOf({ under = [], of = 'id' }: Connection, uses: string, ids = false): string {
  const inner = under.reduceRight((below, field) => `${field} { ${ids ? of : ''} ${below} }`, uses);
  const declared = Object.entries(DECLARED).filter(([name]) => inner.includes(`$${name}`));
  const variables = declared.map(([name, type]) => `$${name}: ${type}`).join(', ');
  return `query ${variables === '' ? '' : `(${variables})`} { ${inner} }`;
}

/** What stands where the connection does. */
export const below = (connection: Connection, data: unknown): unknown =>
  (connection.under ?? []).reduce(
    (value, field) => (value as Record<string, unknown> | undefined)?.[field.split('(')[0] ?? ''],
    data,
  );

export type Node = Readonly<Record<string, unknown>>;

/** What was asked of a node, as a text. Clients add the names of types. */
export const keyOf = (node: Node): string =>
  JSON.stringify(node, (name, value) => (name === '__typename' ? undefined : value));

const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const CONCLUDE = 'mutation ($input: AgreementInput!) { concludeAgreement(input: $input) { id } }';
const AGREED = {
  purposes: ['LOAN_ORIGINATION'],
  validFrom: TODAY,
  validUntil: '2027-11-19',
  dailyQuota: 10,
};
const PENALTIES = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200, items: ["PENALTY-GENERAL"]) { nodes { id } } } }`;

/** A world of its own: its clock goes on by a second with each question that `ask` puts. */
export async function openFilled(kind: DatabaseKind) {
  const world = await openWorld(kind, { environment: NO_JOBS });
  let seconds = Date.parse(`${TODAY}T10:00:00+08:00`) / 1000;
  const later = (): void => {
    seconds += 1;
    world.setNow(new Date(seconds * 1000).toISOString());
  };
  const ask: World['ask'] = (...asked) => {
    later();
    return world.ask(...asked);
  };
  const well = async (...asked: Parameters<World['ask']>) => {
    const { data, errors } = await ask(...asked);
    expect(errors).toBeUndefined();
    return data;
  };
  const penalties = async () => (await well(BANK_A, PENALTIES, { id: MEI }, LOAN)).subject.records.nodes;
  const [penalty] = await penalties();
  for (let time = 1; time < 4; time += 1) await penalties();
  // Four corrections: four changes of one record, and as many periods that end on one day.
  for (const fineYuan of ['11.00', '12.00', '13.00', '14.00'])
    await well(MARKET_REGULATION, CORRECT, {
      input: {
        record: asKnownTo(world, MARKET_REGULATION, BANK_A, penalty.id),
        reason: '金额有误',
        foundOn: '2026-11-18',
        content: { fineYuan },
      },
    });
  // Three records that fell at the city and are held from the province.
  const by = acts(world);
  for (const number of [1, 2, 3]) {
    const one = { ...fallen(`哈市监罚〔2026〕示例88${number}号`, {}, {}, MEI), subjectName: '张小梅' };
    await by.deliver(CITY, [one]);
    await by.revoke(CITY, one.basisDocument);
    await by.deliver(PROVINCE, [one]);
  }
  // Five pledges that were recorded on one day, and four agreements of one instant.
  for (let number = 1; number <= 5; number += 1)
    await well(CITY, RECORD, {
      input: {
        ...PLEDGE,
        document: `哈市监诺〔2026〕示例60${number}号`,
        permitDocument: `哈市监许〔2026〕示例60${number}号`,
      },
    });
  for (let number = 1; number <= 4; number += 1) {
    const answer = await world.ask(OPERATOR, CONCLUDE, {
      input: { ...AGREED, party: 'AGENCY-A', items: ['REG-ENTERPRISE'] },
    });
    expect(answer.errors).toBeUndefined();
  }
  // Objections that a subject raised in one instant, about what is missing.
  for (const item of ['PENALTY-GENERAL', 'PENALTY-MINOR', 'PENALTY-SERIOUS', 'REG-ENTERPRISE', 'PERMIT-GENERAL']) {
    const raised = await world.ask(subject(COMPANY), RAISE, {
      input: { about: 'OMISSION', item, lodgedWith: 'HLJ-AMR', reasons: '示例：缺少该条目的信息。' },
    });
    expect(raised.errors).toBeUndefined();
  }
  for (const text of ['一', '二', '三'])
    for (const by of [COMPANY, MEI]) await well(subject(by), FILE, { input: { collector: 'COLLECTOR-A', text } });
  // Applications for restoration of one instant: of companies that were listed more than a year ago, by decisions of one day.
  for (const who of ['91239999MA2ABC029U', '91239999MAE042H32R', '91239999MAE045H571', '91239999MAD105G907']) {
    const holder = subject({ type: 'USCC', value: who });
    const { me } = await well(holder, '{ me { designations { id designatedOn } } }');
    for (const { id } of me.designations.filter((one: { designatedOn: string }) => one.designatedOn < '2025-11-01'))
      await well(holder, APPLY, {
        input: { designation: id, corrected: true, dutiesPerformed: true, pledge: '今后依法经营。' },
      });
  }
  // Runs of province files beside that of the sample, all of one instant.
  await world.server.requestAs({ role: 'OPERATOR' }).write('control', (em) =>
    sql`insert into control.province_run (id, at, file_hash, ran_by, host, changes)
      select gen_random_uuid(), ${TODAY}::timestamptz, 'hash ' || n, 'li.na', 'gateway-1', '[]' from generate_series(1, 4) n`.execute(
      em.getKysely(),
    ),
  );
  for (const holder of [BANK_A, CITY, PERMIT_OFFICE])
    await well(holder, 'mutation { registerWebhook(url: "https://receiver.example/") { url } }');
  // Agreements that end after two days, each at an instant of its own: as many notices.
  const ended: string[] = [];
  for (const item of ['ARREARS-TAX', 'ARREARS-SOCIAL', 'ARREARS-FUND'])
    ended.push(
      (await well(OPERATOR, CONCLUDE, { input: { ...AGREED, party: 'BANK-B', items: [item] } })).concludeAgreement.id,
    );
  seconds += 2 * 24 * 60 * 60;
  for (const id of ended)
    await well(OPERATOR, 'mutation ($id: ID!) { endAgreement(id: $id, reason: "示例") { id } }', { id });
  return { world, ask, well, later };
}

export type Filled = Awaited<ReturnType<typeof openFilled>>;
