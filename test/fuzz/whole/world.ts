/** A world in which as much as possible is held, and the ids and codes to ask for. */
import { expect } from 'vitest';
import {
  type Answer,
  BANK_A,
  BANK_B,
  COMPANY,
  type Headers,
  HIDDEN,
  type Holder,
  LISTED,
  MARKET_REGULATION,
  MEI,
  NOT_HELD,
  PERMIT_OFFICE,
  SOLE_TRADER,
  subject,
  type World,
} from '../../kit.ts';
import { ownIdOf } from '../../own-ids.ts';
import { table } from '../../stories/display/tables.ts';
import { LABOUR, STRANGER } from '../../stories/listing.ts';
import { CITY, ORDER, VERIFY } from '../../stories/pledging.ts';
import { DESK, hold, LOAN, of } from '../../subgraphs/held-of-persons.ts';
import { SEEDS } from '../seeds.ts';
import { CASE } from './callers.ts';
import { claim } from './claims.ts';
import { end } from './endings.ts';
import { fill } from './fill.ts';
import type { Pools } from './values.ts';

const EVERYTHING = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name statements { kind }
  records(first: 200) { nodes { id item { code } } } designations { id } incentives { id } pledges { id } assessment { id }
  nonPublicRecords(first: 50) { nodes { id } } } }`;

const RECORDS =
  'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }';
const MATTER = 'query ($id: SubjectIdentifierInput!) { matterCheck(subject: $id, matter: "FOOD-PERMIT") { id } }';
const FOOD: Headers = { purpose: 'PERMIT', matter: 'FOOD-PERMIT', case: CASE };
const MONITORING: Headers = { purpose: 'POST_LOAN_MONITORING' };

/** Looks at subjects, so that the ledger has entries and corrections have recipients. */
const LOOKS: readonly (readonly [Holder | null, Headers])[] = [
  [BANK_A, LOAN],
  [BANK_B, LOAN],
  [PERMIT_OFFICE, DESK],
  [subject(MEI), {}],
];

interface Enriched {
  readonly objections: readonly string[];
  readonly designations: readonly string[];
}

/** Writes what the sample lacks: lists, rewards, pledges, waivers, notices, changes, claims, what ends, a webhook, and a ledger of many looks. Returns ids of objections and of designations. */
export async function enrich(world: World): Promise<Enriched> {
  const well = async (holder: Holder | null, query: string, variables: object = {}, headers: Headers = {}) => {
    const { data, errors } = await world.ask(holder, query, { ...variables }, headers);
    expect([query, errors]).toEqual([query, undefined]);
    return data;
  };
  await well(PERMIT_OFFICE, MATTER, { id: COMPANY }, FOOD);
  const { reexamination, notice } = await hold(world);
  for (const [number, { name, by, type, select, input, before }] of SEEDS.entries()) {
    if (before !== undefined) await well(by, ...before(number));
    await well(by, of(name, type.slice(0, -1), select), { input: input(number) });
  }
  expect((await fill(world)).length).toBeGreaterThan(20);
  for (const id of [MEI, COMPANY, SOLE_TRADER, LISTED, STRANGER])
    for (const [holder, headers] of LOOKS) await world.ask(holder, EVERYTHING, { id }, headers);
  await well(
    BANK_A,
    'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched } }',
    { ids: [MEI, COMPANY] },
    MONITORING,
  );
  await well(BANK_A, 'mutation { registerWebhook(url: "http://127.0.0.1:9/hook") { url } }');
  const { subject: mei } = await well(MARKET_REGULATION, RECORDS, { id: MEI });
  for (const { id, item } of mei.records.nodes)
    if (item.code === 'PENALTY-GENERAL')
      await world.ask(MARKET_REGULATION, of('correctRecord', 'CorrectRecordInput', 'version'), {
        input: { record: id, reason: '罚款金额录入有误', content: { fineYuan: '88.00' } },
      });
  await settle(world, well, reexamination, notice);
  const objections = await claim(world);
  const designations = await end(world);
  await world.publish();
  return { objections, designations };
}

type Well = (holder: Holder | null, query: string, variables?: object, headers?: Headers) => Promise<Answer['data']>;

/** Decides, verifies, reports, revokes and acknowledges what was begun, so that its dates and reasons are there. */
async function settle(world: World, well: Well, reexamination: string, notice: string): Promise<void> {
  await well(LABOUR, of('decideReexamination', 'DecideReexaminationInput'), {
    input: { id: ownIdOf(world, LABOUR, reexamination, 'REEXAMINATION'), upheld: false, reasons: '回单不能证明付清。' },
  });
  await well(PERMIT_OFFICE, of('reportOrganOutcome', 'ReportOrganOutcomeInput'), {
    input: { id: ownIdOf(world, PERMIT_OFFICE, notice, 'NOTICE'), outcome: '已约谈。' },
  });
  const { pledgeChecks } = await well(CITY, '{ pledgeChecks(first: 50) { nodes { id } } }');
  const [kept, late] = pledgeChecks.nodes as readonly { readonly id: string }[];
  await well(CITY, ORDER, { id: late?.id, correctBy: '2026-12-21' });
  await well(CITY, VERIFY, { input: { id: kept?.id, outcome: 'PERFORMED', reasons: '现场核查属实。' } });
  const { me } = await well(subject(MEI), '{ me { authorizations { id party { code } status } } }');
  await well(subject(MEI), 'mutation ($id: ID!) { revokeAuthorization(id: $id) { id } }', {
    id: me.authorizations.find(({ party }: { party: { code: string } }) => party.code === 'BANK-B').id,
  });
  const { changes } = await well(BANK_A, '{ changes(first: 1) { nodes { cursor } } }');
  for (const { cursor } of changes.nodes)
    await well(BANK_A, 'mutation ($through: String!) { acknowledgeChanges(through: $through) { acknowledged } }', {
      through: cursor,
    });
}

export async function poolsOf(world: World, { objections, designations }: Enriched): Promise<Pools> {
  const codes = async (query: string): Promise<string[]> => {
    const { data } = await world.ask(null, query);
    const [rows] = Object.values(data) as [
      readonly { readonly code: string }[] | { readonly nodes: readonly { readonly code: string }[] },
    ];
    return ('nodes' in rows ? rows.nodes : rows).map(({ code }) => code);
  };
  const { data } = await world.ask(subject(MEI), '{ me { disclosures(first: 10) { nodes { id } } } }');
  const items = await codes('{ catalogItems(first: 200) { nodes { code } } }');
  return {
    subjects: [MEI, MEI, COMPANY, COMPANY, LISTED, SOLE_TRADER, STRANGER, HIDDEN, NOT_HELD],
    named: {
      first: [1, 2, 3, 5, 50, 200],
      last: [1, 2, 3, 50],
      items,
      id: [...data.me.disclosures.nodes.map(({ id }: { id: string }) => id), ...Array(4).fill(objections).flat()],
      matter: ['FOOD-PERMIT', 'FOOD-PERMIT', 'SPECIAL-OPERATION-PERMIT', 'TENDER', 'SPOT-CHECK'],
      measure: await codes('{ publishedMeasures { code } }'),
      designation: designations,
      reason: ['核对'],
      DisplayPeriodsInput: [table()],
      months: [1, 6, 12, 60],
      extent: [1, 2],
      party: ['BANK-A', 'BANK-B'],
      from: [0, 1, 2],
      to: [2, 3, 4],
      size: [1, 2],
    },
  };
}
