/** The world of the sweep: what is held before anything falls, and how all of it falls. */

import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { bring, TYPES } from '../evidence/desk.ts';
import { printed } from '../evidence/made.ts';
import { itemOf } from '../fuzz/two-worlds/deliveries.ts';
import { openWorld, subject, type World, type WorldOptions } from '../kit.ts';
import { liftLimits } from '../lifted-limits.ts';
import type { DatabaseKind } from '../sample-template.ts';
import { ASKERS, type Asker } from './asking.ts';
import { correct, object, remove, revoke, uphold } from './falls.ts';
import { monthsOf, openToBank, placeCollected, placeLists, placeRecord, placeStatement, watch } from './place.ts';
import { actOnRights, mandated, placePledges, placeRestoredList, recordsOfRights } from './rights.ts';
import { COMPANY, FALLEN, LISTED, PERSON, records, type Thing } from './things.ts';

const SETTINGS = {
  ...{ DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000', RATE_UNIT: '1000000' },
  // A question for everything takes longer than one of a caller, more so on a busy machine.
  ...{ SUBGRAPH_TIMEOUT_MS: '120000', REQUEST_TIMEOUT_MS: '180000' },
};
/** One question asks for everything by every id, which is more than a caller may ask for at once. */
const WHOLE = { fields: 900_000, roots: 20_000, aliases: 20_000, fragments: 20_000, tokens: 400_000, cost: 1e12 };

const DAYS_OF_LAST_COLLECTED = '2026-12-14';

export interface Held {
  readonly world: World;
  readonly things: readonly Thing[];
  readonly askers: readonly Asker[];
  /** Everything falls, each thing in its way, and the clock goes on to the day after. No job has run. */
  fall(): Promise<void>;
  /** What time does by itself is written by the job. */
  due(): Promise<unknown>;
  close(): Promise<void>;
}

/** An objection with a file. What it says is no part of the record: it is read by who decides it, who oversees it, and its subject. */
async function objected(world: World, thing: Thing, at: number): Promise<{ id: string; said: Thing }> {
  const words = `马灯和锅盖第${at}回`;
  const file = `Receipt99087${at}`;
  const brought = await bring(world, subject(thing.about.identifier), await printed(file), TYPES.pdf);
  const evidence = brought.json.id;
  const id = await object(world, thing, `没有销售过${words}的货物。`, [evidence]);
  const { about, item } = thing;
  const said: Thing = {
    name: `objection about ${thing.name}`,
    ...{ about, item, fall: 'OBJECTION', objection: true },
    values: { words, file, evidence },
  };
  return { id, said };
}

export async function openHeld(kind: DatabaseKind, options: WorldOptions = {}): Promise<Held> {
  const putBack = liftLimits(WHOLE);
  const world = await openWorld(kind, { environment: SETTINGS, ...options });
  await openToBank(world);
  await watch(world, [COMPANY, LISTED]);
  const held = [...records(await monthsOf(world)), ...recordsOfRights()];
  for (const thing of held) await placeRecord(world, thing);
  const things = [
    ...held,
    ...(await placeLists(world)),
    ...(await placeRestoredList(world)),
    ...(await placeCollected(world, DAYS_OF_LAST_COLLECTED)),
  ];
  things.push(...placePledges(things));
  const falling = (fall: Thing['fall']) => things.filter((thing) => thing.fall === fall);
  const [expiring] = things.filter(
    ({ fall, about, item }) => fall === 'EXPIRY' && about === PERSON && item.code === 'COMPULSION',
  );
  if (expiring !== undefined) things.push(await placeStatement(world, expiring, '铁锅和铁铲'));
  const objections = new Map<Thing, string>();
  for (const [at, thing] of falling('OBJECTION').entries()) {
    const { id, said } = await objected(world, thing, at + 1);
    objections.set(thing, id);
    things.push(said);
  }
  return {
    world,
    things,
    askers: [...ASKERS, ...(await mandated(world))],
    fall: async () => {
      for (const thing of falling('BASIS')) await revoke(world, thing);
      for (const [thing, id] of objections) await uphold(world, thing, id, '经核实，该信息有误。');
      for (const thing of falling('CORRECTION')) await correct(world, thing);
      for (const thing of falling('REMOVAL').filter(({ about }) => about === LISTED))
        await remove(world, thing, 'removeDesignation');
      for (const thing of falling('REMOVAL').filter(({ item }) => item === itemOf('INCENTIVE-MODEL')))
        await remove(world, thing, 'removeIncentive');
      await actOnRights(world, things);
      world.setNow(FALLEN);
    },
    due: () => runDue(world.server.requestAs, world.server.platform.now),
    close: async () => {
      putBack();
      await world.close();
    },
  };
}
