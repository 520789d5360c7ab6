/**
 * The gateway against the four subgraphs merged into one schema: the same data, refusals and ledger entries for every operation.
 * In `npm run proof`, because it asks three thousand operations. Longer: `npm run fuzz -- --only federated --runs 1000000`.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, NO_JOBS, openWorld, type World } from '../kit.ts';
import { budget, LONG, TIMEOUT } from './budget.ts';
import { askings } from './whole/asking.ts';
import { openPair, type Pair } from './whole/pair.ts';
import { unanswered } from './whole/reach.ts';
import { Tally } from './whole/tally.ts';
import type { Pools } from './whole/values.ts';
import { enrich, poolsOf } from './whole/world.ts';

/** Longest that the proof may take on a busy machine. */
const PROOF_MS = 15 * 60_000;

const RUNS = 3_000;
/** Of more than a thousand fields, those of few rows by chance: between 40 and 65 in four runs of 4,000 operations, 110 in one of 2,500. */
const MISSED_MAX = 140;

/** One database suffices: both sides ask the same. PostgreSQL is the quicker one. */
describe.each(databases().slice(-1))('federated equals whole (%s)', (kind) => {
  let world: World;
  let pair: Pair;
  let pools: Pools;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: NO_JOBS });
    pools = await poolsOf(world, await enrich(world));
    pair = await openPair(world);
  });
  afterAll(async () => {
    await pair?.stop();
    await world.close();
  });

  it(
    'A17.1 A23.5: the same data, refusals and ledger entries, for every caller and every operation',
    async () => {
      const tally = new Tally(world, pair);
      try {
        const property = fc.asyncProperty(askings(pair.merged, pools), (asking) => tally.check(asking));
        await fc.assert(property, budget(RUNS));
      } finally {
        process.stderr.write(`  ${tally}\n`);
      }
      // The ids that are drawn from are random, so that a few fields are missed by chance. A generator that reaches little would miss many.
      if (!LONG) expect(unanswered(pair.merged, pair.answered).slice(MISSED_MAX)).toEqual([]);
      // What is compared is answers and refusals alike, and hardly anything is turned away before.
      expect(tally.withData).toBeGreaterThan(0.5 * tally.compared);
      expect(tally.withErrors).toBeGreaterThan(0.3 * tally.compared);
      expect(tally.withEntries).toBeGreaterThan(0.3 * tally.compared);
      expect(tally.atDoor).toBeLessThan(0.1 * tally.compared);
    },
    LONG ? TIMEOUT : PROOF_MS,
  );
});
