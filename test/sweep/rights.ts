/** What subjects bring about by themselves: a restoration, hiding, a lock; and somebody who acts for one of them. */
import { expect } from 'vitest';
import { itemOf, well } from '../fuzz/two-worlds/deliveries.ts';
import { OPERATOR, subject, type World } from '../kit.ts';
import type { Asker } from './asking.ts';
import { designated, ownId } from './place.ts';
import { COMPANY, daysIn, PERSON, recordOf, type Thing, TRADER } from './things.ts';

const APPLY = 'mutation ($input: ApplyForRestorationInput!) { applyForRestoration(input: $input) { id status } }';
const DECIDE = 'mutation ($input: DecideRestorationInput!) { decideRestoration(input: $input) { status } }';
const HIDE = 'mutation ($record: ID!) { hideTrustworthyRecord(record: $record) { displayed } }';
const LOCK = 'mutation { lockSharing { lockedSince } }';
const MANDATE = 'mutation ($input: MandateInput!) { registerMandate(input: $input) { id } }';

/** A clerk about whom nothing is held. */
const CLERK = { type: 'CITIZEN_ID', value: '239999198706150026' } as const;

/** Records that are restored, hidden or locked, to be delivered with the others. */
export function recordsOfRights(): readonly Thing[] {
  const of = (code: string, fall: Thing['fall'], day: string): Thing[] =>
    [COMPANY, PERSON].map((whose) => recordOf(itemOf(code), whose, fall, day));
  return [
    // After the minimum of three months, and before the maximum of twelve.
    ...of('PENALTY-GENERAL', 'RESTORATION', daysIn(5, 3)),
    ...of('COMMENDATION-GOV', 'HIDING', daysIn(8, 4)),
    ...of('ARREARS-FUND', 'LOCK', daysIn(8, 5)).slice(1),
  ];
}

/** A trader on a list for more than a year, who is restored. */
export async function placeRestoredList(world: World): Promise<readonly Thing[]> {
  const made = await designated(world, TRADER, '7706', { designatedOn: '2025-10-09', months: 24 });
  return [{ name: 'designation, RESTORATION', about: TRADER, fall: 'RESTORATION', item: itemOf('LIST-WAGE'), ...made }];
}

/** What is pledged for a restoration, and why it is granted: read with the application. */
export const placePledges = (things: readonly Thing[]): readonly Thing[] =>
  things
    .filter(({ fall }) => fall === 'RESTORATION')
    .map(({ about, item, name }, at) => ({
      name: `application about ${name}`,
      ...{ about, item, fall: 'RESTORATION' },
      values: { pledge: `今后按章销售锅盖和水壶第${at + 1}批`, reasons: `已经核对锅盖和水壶第${at + 1}批` },
      application: true,
    }));

async function restore(world: World, thing: Thing, said: Thing): Promise<void> {
  const held = thing.record === undefined ? 'designation' : 'record';
  const { applyForRestoration } = await well(world, subject(thing.about.identifier), APPLY, {
    input: { [held]: ownId(world, thing), corrected: true, dutiesPerformed: true, pledge: said.values.pledge },
  });
  // The operator knows the ids of persons as they are stored, as their subjects do.
  const input = { id: applyForRestoration.id, granted: true, reasons: said.values.reasons };
  const { decideRestoration } = await well(world, OPERATOR, DECIDE, { input });
  expect(decideRestoration.status).toBe('GRANTED');
}

export async function actOnRights(world: World, things: readonly Thing[]): Promise<void> {
  const of = (fall: Thing['fall']) => things.filter((thing) => thing.fall === fall);
  const applications = of('RESTORATION').filter(({ application }) => application === true);
  for (const [at, thing] of of('RESTORATION')
    .filter(({ id }) => id !== undefined)
    .entries())
    await restore(world, thing, applications[at] as Thing);
  for (const thing of of('HIDING')) {
    const { hideTrustworthyRecord } = await well(world, subject(thing.about.identifier), HIDE, {
      record: ownId(world, thing),
    });
    expect(hideTrustworthyRecord.displayed).toBe(false);
  }
  for (const { about } of of('LOCK')) await well(world, subject(about.identifier), LOCK);
}

/** Who acts for the company and for the person. Without the mandate the clerk is a subject of whom nothing is held. */
export async function mandated(world: World): Promise<readonly Asker[]> {
  const clerk: Asker = { name: 'a clerk without a mandate', holder: subject(CLERK), headers: {} };
  const askers: Asker[] = [clerk];
  for (const { identifier, kind } of [COMPANY, PERSON]) {
    const { registerMandate } = await well(world, subject(identifier), MANDATE, {
      input: {
        agent: CLERK,
        kind: 'AGENT',
        scope: ['READ', 'OBJECT', 'RESTORE', 'AUTHORIZE'],
        validUntil: '2027-06-01',
      },
    });
    askers.push({
      name: `a clerk for a ${kind}`,
      holder: subject(CLERK),
      headers: {},
      mandate: registerMandate.id,
      for: identifier,
    });
  }
  return askers;
}
