/** How things fall. After each of these nothing of what fell is shown, shared or used (Articles 28, 37 to 40). */
import { expect } from 'vitest';
import { well } from '../fuzz/two-worlds/deliveries.ts';
import { type Holder, subject, type World } from '../kit.ts';
import { ownIdOf } from '../own-ids.ts';
import { LABOUR } from '../stories/listing.ts';
import { ownId, RAISE } from './place.ts';
import type { Thing } from './things.ts';

const REVOKE =
  'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { id displayed } amendBy } }';
const CORRECT = 'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { version } }';
const DECIDE = 'mutation ($input: DecideObjectionInput!) { decideObjection(input: $input) { status } }';
const REMOVE = (mutation: string): string =>
  `mutation ($id: ID!, $reason: String!) { ${mutation}(id: $id, reason: $reason) { id } }`;

const providerOf = ({ item }: Thing): Holder => ({ role: 'provider', unit: item.providingUnit });

/** Its subject objects; the texts of it are things of their own. The id of the objection as the subject knows it. */
export async function object(
  world: World,
  thing: Thing,
  reasons: string,
  evidence: readonly string[],
): Promise<string> {
  const { raiseObjection } = await well(world, subject(thing.about.identifier), RAISE, {
    input: { record: ownId(world, thing), reasons, evidence, lodgedWith: thing.item.providingUnit },
  });
  return raiseObjection.id;
}

export async function uphold(world: World, thing: Thing, objection: string, reasons: string): Promise<void> {
  const holder = providerOf(thing);
  const id = thing.about.personal ? ownIdOf(world, holder, objection, 'OBJECTION') : objection;
  const { decideObjection } = await well(world, holder, DECIDE, { input: { objection: id, upheld: true, reasons } });
  expect(decideObjection.status).toBe('UPHELD');
}

export async function revoke(world: World, thing: Thing): Promise<void> {
  const { revokeBasis } = await well(world, providerOf(thing), REVOKE, {
    input: { basisDocument: thing.record?.document },
  });
  expect(revokeBasis.records.map(({ displayed }: { displayed: boolean }) => displayed)).toEqual([false]);
}

/** What it said is no longer what it says. The row stands. */
export async function correct(world: World, thing: Thing): Promise<void> {
  const corrected = `示例决〔2026〕更正${thing.id?.slice(0, 4)}号`;
  const content =
    thing.item.recordType === 'Arrears'
      ? { content: '已更正。', amountYuan: '1.00', period: '2026年' }
      : { documentNumber: corrected, facts: '已更正。', fineYuan: '1.00' };
  const holder = providerOf(thing);
  await well(world, holder, CORRECT, {
    input: {
      record: ownId(world, thing, holder as never),
      reason: '录入有误',
      basisDocument: corrected,
      content,
    },
  });
}

export const remove = (
  world: World,
  thing: Thing,
  mutation: 'removeDesignation' | 'removeIncentive',
): Promise<unknown> =>
  well(world, LABOUR, REMOVE(mutation), { id: ownId(world, thing, LABOUR as never), reason: '已经履行。' });
