/**
 * All aliases of a request together make at most 4000 rows of statistics. Where only told groups are asked for, each alias looked at what was left before
 * it waited for the database, so that each had all of it; and a file of 4000 rows costs 2000. A proof, because it opens a world.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROWS_MAX } from '../../../subgraphs/public-credit/queries/statistics/statistics.ts';
import { ANALYST, openWorld, soonest, type World } from '../../kit.ts';
import { sessionOf } from '../../subgraphs/walls-questions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest(), { environment: { DUE_EVERY_MS: '86400000' } });
  // As many told groups as a province has that fills the catalog.
  await world.server.platform.database.write(
    sessionOf(world, { holder: ANALYST, headers: {} }),
    'statistics',
    async (em) =>
      sql`insert into statistics.figure (as_of, margin, key, count, error)
        select r.as_of, 'REGION+MONTH', 'R' || n || '|M', 2000, 431 from statistics.release r, generate_series(1, ${ROWS_MAX}::int) n`.execute(
        em.getKysely(),
      ),
  );
});
afterAll(() => world.close());

it('A23.5 rows of told groups are limited for all aliases of a request together', async () => {
  const aliases = Array.from(
    { length: 12 },
    (_none, at) => `a${at}: statistics(groupBy: [REGION, MONTH], withoutSuppressed: true) { csv }`,
  );
  const { data, errors } = await world.ask(ANALYST, `{ ${aliases.join(' ')} }`);
  const rows = Object.values((data ?? {}) as Record<string, { csv: string } | null>).reduce(
    (sum, one) => sum + (one === null ? 0 : one.csv.trim().split('\r\n').length - 1),
    0,
  );
  expect(rows).toBeLessThanOrEqual(ROWS_MAX);
  expect(errors?.length).toBeGreaterThan(0);
});
