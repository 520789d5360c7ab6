import { expect, it } from 'vitest';
import { readAccess } from '../../../subgraphs/database/migrate/access.ts';
import { readMigrations } from '../../../subgraphs/database/migrate/migrate.ts';
import { onEachDatabase } from '../../kit.ts';
import { makeOwned } from '../../subgraphs/database/owned.ts';

/** Figures of before were made without a number for their privacy, and beside them lay the true counts of every group. A proof, for it makes a database from nothing. */
onEachDatabase('statistics of before', (kind) => {
  it('A23.5 A17.1 are told no longer and lie nowhere, and the first release after them is the first that is charged', async () => {
    const owned = await makeOwned(kind);
    const migrations = readMigrations();
    const access = readAccess();
    await owned.bring({ migrations: migrations.filter(({ name }) => name < '0012'), access });
    await owned.ask(`
      alter table statistics.cell no force row level security;
      alter table statistics.release no force row level security;
      insert into statistics.cell values ('NATURE', 'NEUTRAL', 4321);
      insert into statistics.counted values ('NATURE', 'NEUTRAL', 40, 4319, 12);
      insert into statistics.release values ('2026-11-19', now()), ('2026-11-20', now());
      alter table statistics.cell force row level security;
      alter table statistics.release force row level security`);
    await owned.bring({ migrations, access });
    expect(
      await owned.ask(`select (select count(*)::int from statistics.cell) as cells,
        (select count(*)::int from statistics.release) as releases, to_regclass('statistics.counted') as counted`),
    ).toEqual([{ cells: 0, releases: 0, counted: null }]);
    await owned.drop();
  });
});
