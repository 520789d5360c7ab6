/**
 * A page of deadlines reads what it shows and counts, and not what was met: by unit, by obligation and by state, among forty thousand. Counted, not timed. A proof,
 * because so many are written.
 */
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadTransaction } from '../../subgraphs/database/database.ts';
import {
  AUTHORITY,
  type Holder,
  MARKET_REGULATION,
  OPERATOR,
  onDatabaseOfStep,
  openWorld,
  type World,
} from '../kit.ts';

const DEADLINES = `query ($unit: String, $obligation: String, $status: DeadlineStatus) {
  deadlines(unit: $unit, obligation: $obligation, status: $status, first: 10) { totalCount nodes { id } } }`;
const UNITS = 40;
const EACH = 1_000;
/** Of each unit every two hundredth was never met. */
const RUNNING = EACH / 200;

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows of clocks that a plan looked at, whether they were kept or not. */
const clocksOf = (plan: Plan): number =>
  (plan['Relation Name'] === 'clock'
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0) + (plan.Plans ?? []).reduce((sum, part) => sum + clocksOf(part), 0);

onDatabaseOfStep('deadlines among many', (kind) => {
  let world: World;
  let rows = 0;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    const request = world.server.requestAs({ role: 'OPERATOR' });
    await request.snapshot();
    // A thousand days before today for each unit, one a day.
    await request.write('control', (em) =>
      sql`insert into control.clock (id, obligation, kind, unit, reference, started_on, due_on, provisional, earliest, latest, pauses, met_on)
        select gen_random_uuid(), case when n % 500 = 0 then 'A38.1' else 'A39.4' end, 'correction.act',
          case u when 0 then 'HLJ-AMR' else 'UNIT-' || u end, 'r' || u || '-' || n, d - 3, d, false, d, d, '[]', case when n % 200 = 0 then null else d end
        from generate_series(0, ${UNITS - 1}::int) u, generate_series(1, ${EACH}::int) n, lateral (select date '2026-11-10' - n as d) day`.execute(
        em.getKysely(),
      ),
    );
    await request.abandon();
    if (world.ownerUrl !== undefined) {
      const owner = new pg.Client({ connectionString: world.ownerUrl });
      await owner.connect();
      await owner.query('analyze control.clock');
      await owner.end();
    }
    const { database } = world.server.platform;
    const read = database.read.bind(database);
    Object.assign(database, {
      read: async (...given: Parameters<typeof read>): Promise<ReadTransaction> => {
        const transaction = await read(...given);
        return {
          ...transaction,
          query: async (statement, parameters) => {
            if (statement.name.startsWith('deadlines')) {
              const [row] = await transaction.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
                { name: `explain-${statement.name}`, text: `explain (analyze, format json) ${statement.text}` },
                parameters,
              );
              rows = clocksOf((row as { 'QUERY PLAN': readonly [{ Plan: Plan }] })['QUERY PLAN'][0].Plan);
            }
            return transaction.query(statement, parameters);
          },
        };
      },
    });
  });
  afterAll(() => world.close());

  it.each<[string, Holder, Readonly<Record<string, string>>, number, number]>([
    ['what is overdue of one unit', OPERATOR, { unit: 'HLJ-AMR', status: 'OVERDUE' }, RUNNING, RUNNING],
    ['what is overdue of all', AUTHORITY, { status: 'OVERDUE' }, RUNNING * UNITS, RUNNING * UNITS],
    ['one unit', AUTHORITY, { unit: 'HLJ-AMR' }, EACH, EACH],
    ['an obligation of few', OPERATOR, { obligation: 'A38.1' }, 2 * UNITS, 2 * UNITS],
    ['a unit’s own that are overdue', MARKET_REGULATION, { status: 'OVERDUE' }, RUNNING, RUNNING],
    ['a unit’s own', MARKET_REGULATION, {}, EACH, EACH],
  ])('A39.2 %s', async (_name, holder, variables, total, most) => {
    // Prepared statements are planned without their values from the sixth time on.
    for (let time = 0; time < 8; time += 1) {
      rows = 0;
      const { data, errors } = await world.ask(holder, DEADLINES, variables);
      expect(errors).toBeUndefined();
      expect([data.deadlines.totalCount, data.deadlines.nodes.length]).toEqual([total, Math.min(10, total)]);
      expect(rows).toBeGreaterThan(0);
      expect(rows).toBeLessThanOrEqual(most);
    }
  });
});
