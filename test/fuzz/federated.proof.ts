/**
 * The gateway against the four subgraphs merged into one schema: the same data, refusals and ledger entries for every operation.
 * In `npm run proof`, because it asks ten thousand operations. Longer: `npm run fuzz -- --only federated --runs 1000000`.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../kit.ts';
import { budget, TIMEOUT } from './budget.ts';
import { askings } from './whole/asking.ts';
import { openPair, type Pair } from './whole/pair.ts';
import { Tally } from './whole/tally.ts';
import type { Pools } from './whole/values.ts';
import { enrich, poolsOf } from './whole/world.ts';

describe('federated equals whole', () => {
  let world: World;
  let pair: Pair;
  let pools: Pools;
  beforeAll(async () => {
    world = await openWorld('pglite', { environment: { DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000' } });
    await enrich(world);
    pools = await poolsOf(world);
    pair = await openPair(world);
  });
  afterAll(async () => {
    await pair?.stop();
    await world.close();
  });

  it(
    'A17.1 A23.5',
    async () => {
      const tally = new Tally(world, pair);
      try {
        await fc.assert(
          fc.asyncProperty(askings(pair.merged, pools), (asking) => tally.check(asking)),
          budget(Number(process.env.N ?? 500)),
        );
      } finally {
        console.log(String(tally));
        const all = Object.values(pair.merged.getTypeMap())
          .filter((t) => 'getInterfaces' in t && !t.name.startsWith('__') && !('resolveType' in t))
          .flatMap((t: any) => Object.keys(t.getFields()).map((f) => `${t.name}.${f}`));
        console.log(all.length, 'unreached', all.filter((f) => !pair.answered.has(f)).join(' '));
      }
      expect(tally.compared).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});
