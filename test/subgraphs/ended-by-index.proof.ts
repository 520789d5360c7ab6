/** Jobs of time go by index: what ends, moves or runs out is found however much else is held. A proof, because it holds thousands of rows. */
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { archive } from '../../subgraphs/clocks/end-of-display.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { onEachDatabase, openWorld, type World } from '../kit.ts';

const ROWS = 4_500;

onEachDatabase('the daily run', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  const due = <Row>(work: RawBuilder<Row>): Promise<readonly Row[]> =>
    world.server.requestAs({ role: 'OPERATOR' }).write('due', async (em) => (await work.execute(em.getKysely())).rows);
  /** The plan where a whole table is read only if there is no other way. */
  const planOf = (statement: RawBuilder<unknown>): Promise<string> =>
    world.server.requestAs({ role: 'OPERATOR' }).write('due', async (em) => {
      const db = em.getKysely();
      await sql`set local enable_seqscan = off`.execute(db);
      const { rows } = await sql<Record<string, string>>`explain ${statement}`.execute(db);
      return rows.map((row) => Object.values(row)[0]).join('\n');
    });

  it('A37.2 ends thousands in slices, each a transaction of its own, and tells how far it is; it goes on where it was interrupted', async () => {
    await world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' }).write('intake', (em) =>
      sql`insert into public_credit.record (subject_id, id, version, current, personal, item, edition, type, nature, occurred_on, displayed_until, display,
          providing_unit, content, natural_key, content_hash, source_unit, submission_id, received_at, change)
        select gen_random_uuid(), gen_random_uuid(), 1, true, false, 'PENALTY-SERIOUS', '2026-1', 'AdministrativePenalty', 'UNTRUSTWORTHY', '2023-11-19'::date, '2026-11-19'::date,
          'DISPLAYED', 'HLJ-AMR', '{}', sha256(n::text::bytea), sha256(n::text::bytea), 'HLJ-AMR', gen_random_uuid(), now(), 'ADDED' from generate_series(1, ${ROWS}) n`.execute(
        em.getKysely(),
      ),
    );
    const left = async () =>
      (
        await due(sql<{
          count: number;
        }>`select count(*)::int as count from public_credit.record where current and display <> 'ARCHIVED'
          and displayed_until < '2026-11-20'::date`)
      )[0]?.count;
    const before = (await left()) ?? 0;
    expect(before).toBeGreaterThanOrEqual(ROWS);
    const told: number[] = [];
    // Interrupted behind the first slice: what it did stays done.
    await expect(
      runDue(world.server.requestAs, world.server.platform.now, (_work, done) => {
        told.push(done);
        throw new Error('interrupted');
      }),
    ).rejects.toThrow('interrupted');
    expect(told).toEqual([2_000]);
    expect(await left()).toBe(before - 2_000);
    // Several servers take turns: together they end each once.
    const runs = await Promise.all(
      [1, 2, 3].map(() => runDue(world.server.requestAs, world.server.platform.now, (_work, done) => told.push(done))),
    );
    expect(await left()).toBe(0);
    expect(runs.reduce((sum, run) => sum + (run?.expired ?? 0), 0)).toBeGreaterThanOrEqual(before - 2_000);
    const events = await due(
      sql<{
        count: number;
      }>`select count(*)::int as count from public_credit.record where item = 'PENALTY-SERIOUS' and display = 'ARCHIVED'
        and displayed_until = '2026-11-19'::date`,
    );
    expect(events[0]?.count).toBe(ROWS);
  });

  it('A37.2 finds what ended, and which clocks ran out, by index, and reads no table whole', async () => {
    for (const [table, index, current] of [
      [
        'public_credit.record',
        /Index Scan (?:using|on) record_\d_displayed_until_idx[\s\S]*Tid Scan on record_\d/,
        true,
      ],
      ['non_public_credit.record', 'non_public_ends', true],
      ['sanctions.designation', 'designation_ends', false],
      ['sanctions.incentive', 'incentive_ends', false],
    ] as const) {
      const plan = await planOf(archive(table, '2026-11-20', current));
      expect([table, plan]).toEqual([table, expect.stringMatching(index)]);
      expect([table, plan]).toEqual([table, expect.not.stringContaining('Seq Scan')]);
    }
    const clocks = await planOf(sql`update control.clock set noticed_overdue_at = now()
      where met_on is null and noticed_overdue_at is null and due_on < '2026-11-20'::date
        and not exists (select from jsonb_array_elements(pauses) p where p->>'until' is null) returning id`);
    expect(clocks).toContain('clock_unnoticed');
    expect(clocks).not.toContain('Seq Scan');
  });
});
