/**
 * 0.1.0 kept the figures of its newest release alone, and a row of each. Asked for the day of an older one, every group of it was told as suppressed, with
 * widths: as if its noisy counts had been small. A proof, because it opens a world.
 */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ANALYST, openWorld, soonest, type World } from '../../kit.ts';
import { sessionOf } from '../../subgraphs/walls-questions.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(soonest(), { environment: { DUE_EVERY_MS: '86400000' } });
  world.setNow('2027-05-02T10:00:00+08:00');
  await world.server.platform.database.write(
    { ...sessionOf(world, { holder: ANALYST, headers: {} }), today: '2027-05-02' },
    'statistics',
    async (em) => {
      const db = em.getKysely();
      // What a server of 0.1.0 leaves after two quarters.
      await sql`insert into statistics.release (as_of, released_at, epsilon_thousandths)
        values ('2027-01-02', now(), 1000), ('2027-04-02', now(), 1000)`.execute(db);
      await sql`delete from statistics.cell`.execute(db);
      await sql`insert into statistics.cell (margin, key, count, error) values ('', '', 555, 74)`.execute(db);
    },
  );
});
afterAll(() => world.close());

const ASK = 'query ($asOf: Date) { statistics(groupBy: [], asOf: $asOf) { asOf rows { count suppressed } } }';

it('A23.5 A17.1 of a release whose figures were not kept nothing is told as suppressed', async () => {
  const kept = await world.ask(ANALYST, ASK, { asOf: '2027-04-02' });
  expect(kept.data.statistics.rows).toEqual([{ count: 555, suppressed: false }]);
  const { data, errors } = await world.ask(ANALYST, ASK, { asOf: '2027-01-02' });
  expect(data?.statistics?.rows ?? null).toBeNull();
  expect(errors?.length).toBe(1);
});
