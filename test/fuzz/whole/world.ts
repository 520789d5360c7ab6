/** A world in which as much as possible is held, and the ids and codes to ask for. */
import { expect } from 'vitest';
import {
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
import { STRANGER } from '../../stories/listing.ts';
import { DESK, hold, LOAN } from '../../subgraphs/held-of-persons.ts';
import { SEEDS } from '../seeds.ts';
import type { Pools } from './values.ts';

const EVERYTHING = `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name statements { kind }
  records(first: 200) { nodes { id item { code } } } designations { id } incentives { id } pledges { id } assessment { id }
  nonPublicRecords(first: 50) { nodes { id } } } }`;

/** Writes what the sample lacks: lists, rewards, pledges, waivers, notices, changes, a webhook, and a ledger of many looks. */
export async function enrich(world: World): Promise<void> {
  const ask = (holder: Holder | null, query: string, variables: object = {}, headers: Headers = {}) =>
    world.ask(holder, query, { ...variables }, headers);
  await hold(world);
  for (const [number, { name, by, type, select, input, before }] of SEEDS.entries()) {
    if (before !== undefined) await ask(by, ...before(number));
    const { errors } = await ask(by, `mutation ($input: ${type}) { ${name}(input: $input) { ${select} } }`, {
      input: input(number),
    });
    expect([name, errors]).toEqual([name, undefined]);
  }
  const looks: readonly (readonly [Holder | null, Headers])[] = [
    [BANK_A, LOAN],
    [BANK_B, LOAN],
    [PERMIT_OFFICE, DESK],
    [subject(MEI), {}],
  ];
  for (const id of [MEI, COMPANY, SOLE_TRADER, LISTED, STRANGER])
    for (const [holder, headers] of looks) await ask(holder, EVERYTHING, { id }, headers);
  await ask(
    BANK_A,
    'mutation ($ids: [SubjectIdentifierInput!]!) { watch(subjects: $ids) { watched } }',
    { ids: [MEI, COMPANY] },
    { purpose: 'POST_LOAN_MONITORING' },
  );
  await ask(BANK_A, 'mutation { registerWebhook(url: "http://127.0.0.1:9/hook") { url } }');
  const { data } = await ask(MARKET_REGULATION, EVERYTHING, { id: MEI });
  for (const { id, item } of data?.subject?.records.nodes ?? [])
    if (item.code === 'PENALTY-GENERAL')
      await ask(
        MARKET_REGULATION,
        'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }',
        { input: { record: id, reason: '罚款金额录入有误', content: { fineYuan: '88.00' } } },
      );
  await world.server.platform.sequencer.caughtUp();
}

export async function poolsOf(world: World): Promise<Pools> {
  const codes = async (query: string): Promise<string[]> => {
    const { data } = await world.ask(null, query);
    const [rows] = Object.values(data) as [
      readonly { readonly code: string }[] | { readonly nodes: readonly { readonly code: string }[] },
    ];
    return ('nodes' in rows ? rows.nodes : rows).map(({ code }) => code);
  };
  const { data } = await world.ask(subject(MEI), '{ me { disclosures(first: 30) { nodes { id } } } }');
  const items = await codes('{ catalogItems(first: 200) { nodes { code } } }');
  return {
    subjects: [MEI, MEI, COMPANY, COMPANY, LISTED, SOLE_TRADER, STRANGER, HIDDEN, NOT_HELD],
    named: {
      first: [1, 2, 3, 5, 50, 200],
      items,
      id: data.me.disclosures.nodes.map(({ id }: { id: string }) => id),
      matter: ['FOOD-PERMIT', 'FOOD-PERMIT', 'SPECIAL-OPERATION-PERMIT', 'TENDER', 'SPOT-CHECK'],
      measure: await codes('{ publishedMeasures { code } }'),
      months: [1, 6, 12, 60],
      extent: [1, 2],
      party: ['BANK-A', 'BANK-B'],
      from: [0, 1, 2],
      to: [2, 3, 4],
      size: [1, 2],
    },
  };
}
