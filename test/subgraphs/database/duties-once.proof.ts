/** A database in which duties were registered twice: the migration leaves one of each in force, and says why the others ended (Article 22). A proof: it opens worlds, databases or processes of its own. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onEachDatabase } from '../../kit.ts';
import { makeOwned } from './owned.ts';

const FOLDER = join(import.meta.dirname, '../../../subgraphs/database/migrations');
const ONCE = '0015';

/** SQL of the control tables up to a migration, itself left out, or of that migration alone. */
const sqlOf = (fits: (name: string) => boolean): string =>
  globSync('*/control.sql', { cwd: FOLDER })
    .sort()
    .filter((file) => fits(file.slice(0, 4)))
    .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
    .join('\n');

/** Who, in which matter, with which items, whether identified, on which day of January, and whether it had ended. */
const DUTIES = [
  ['A', 'PERMIT', '{X,Y}', false, 1, false],
  ['A', 'PERMIT', '{Y,X}', false, 2, false],
  ['A', 'PERMIT', '{X,Y,X}', false, 3, false],
  // Another list, matter or department is another duty.
  ['A', 'PERMIT', '{X}', false, 4, false],
  ['A', 'TENDER', '{X,Y}', false, 5, false],
  ['B', 'PERMIT', '{X,Y}', false, 6, true],
  ['B', 'PERMIT', '{X,Y}', false, 7, false],
  // The later one shows persons whole: what the department sees does not become less.
  ['C', 'AWARD', '{X,Y}', false, 8, false],
  ['C', 'AWARD', '{X,Y}', true, 9, false],
] as const;

onEachDatabase('duties of an old database', (kind) => {
  it('A22.1 adversarial 96: the one that was registered first stays, the others end with the reason', async () => {
    const owned = await makeOwned(kind);
    try {
      await owned.ask(sqlOf((name) => name < ONCE));
      const rows = DUTIES.map(
        ([department, matter, items, identified, day, ended]) =>
          `(gen_random_uuid(), '${department}', '${matter}', 'OTHER_LAWFUL_ACTIVITY', '${items}', ${identified}, '2026-01-0${day}',
            ${ended ? `'2026-01-10', '原有理由'` : 'null, null'})`,
      );
      await owned.ask(`insert into control.duty (id, department, matter, activity, items, identified, registered_at, ended_at, end_reason)
        values ${rows.join(', ')}`);
      await owned.ask(sqlOf((name) => name === ONCE));
      const after =
        await owned.ask(`select extract(day from registered_at)::int as day, ended_at is null as runs, end_reason as reason
        from control.duty order by registered_at`);
      const twice = '重复登记：同一部门、同一事项、同一目录项的职责只登记一次';
      expect(after).toEqual([
        { day: 1, runs: true, reason: null },
        { day: 2, runs: false, reason: twice },
        { day: 3, runs: false, reason: twice },
        { day: 4, runs: true, reason: null },
        { day: 5, runs: true, reason: null },
        { day: 6, runs: false, reason: '原有理由' },
        { day: 7, runs: true, reason: null },
        { day: 8, runs: false, reason: twice },
        { day: 9, runs: true, reason: null },
      ]);
      // And the database takes no second one from now on, whoever sends it.
      await expect(
        owned.ask(`insert into control.duty (id, department, matter, activity, items, item_set, identified, registered_at)
          select gen_random_uuid(), department, matter, activity, items, item_set, identified, now() from control.duty where ended_at is null`),
      ).rejects.toThrow(/duty_once/);
    } finally {
      await owned.drop();
    }
  });
});
