/** What an upgrade will do is shown before it is done, and shown rightly. A proof, for it makes whole databases. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccess } from '../../subgraphs/database/migrate/access.ts';
import { type Code, readMigrations } from '../../subgraphs/database/migrate/migrate.ts';
import { effectsOf } from '../../subgraphs/database/migrate/preview/effects.ts';
import { planOf, takesAway } from '../../subgraphs/database/migrate/preview/plan.ts';
import { databases, makeDatabase, onEachDatabase } from '../kit.ts';
import { linesOf, makeOwned, type Owned } from '../subgraphs/database/owned.ts';
import { releasedDatabase } from './released.ts';

const migrations = readMigrations();
const today = readAccess();
const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;

/** Statements of every form that a migration of later may have, over tables that are there. */
const LATER = [
  'create table control.later (id int primary key)',
  'create unlogged table control.later_too (id int)',
  'alter table ledger.disclosure add column later text',
  "alter table ledger.disclosure add column later_default text not null default 'x'",
  'alter table control.duty add column later uuid not null default gen_random_uuid()',
  "alter table control.item add column later text generated always as (code || 'x') stored",
  'alter table ledger.padding alter column leaf_index type numeric',
  'alter table control.duty alter column later drop not null',
  'alter table control.duty alter column later set not null',
  "alter table control.unit add constraint later check (code <> '')",
  "alter table control.unit add constraint later_on check (name <> '') not valid",
  'alter table control.unit validate constraint later_on',
  'create index later on ledger.disclosure (later)',
  'create unique index concurrently_not on control.purpose (code, effective_from)',
  'drop index ledger.later',
  'delete from control.later',
  'truncate control.later_too',
  'alter table control.item drop column later',
  'drop table control.later, control.later_too',
];

describe.runIf(databases().includes('postgresql'))('A36.2 what a statement does to tables, as PostgreSQL says', () => {
  it.each([
    ['the migrations', migrations.flatMap(({ statements }) => statements), []],
    ['those of later', LATER, migrations.flatMap(({ statements }) => statements)],
  ])('%s', async (_name, statements, before) => {
    const { url, drop } = await makeDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      for (const statement of before) await client.query(statement);
      const files = async (): Promise<ReadonlyMap<string, string>> =>
        new Map(
          (
            await client.query(`select format('%I.%I', n.nspname, c.relname) as name, c.relfilenode::text as file from pg_class c
              join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^pg_|^information'`)
          ).rows.map(({ name, file }) => [name, file]),
        );
      const indexes = async (): Promise<ReadonlyMap<string, string>> =>
        new Map(
          (
            await client.query(`select format('%I.%I', n.nspname, c.relname) as index, i.indrelid::regclass::text as of from pg_index i
              join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace`)
          ).rows.map(({ index, of }) => [index, of]),
        );
      for (const statement of statements) {
        const [was, tableOf] = [await files(), await indexes()];
        await client.query('begin');
        await client.query(statement);
        const locks =
          await client.query(`select format('%I.%I', n.nspname, c.relname) as name, array_agg(l.mode) as modes from pg_locks l
          join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
          where l.pid = pg_backend_pid() and c.relkind = 'r' and n.nspname !~ '^pg_|^information' group by 1`);
        const is = await files();
        await client.query('commit');
        // What the catalogs say of tables that were there.
        const measured = [...was.keys()].flatMap((name) => {
          const modes: string = locks.rows.find((one) => one.name === name)?.modes ?? '';
          const waits = modes.includes('AccessExclusiveLock')
            ? 'ALL'
            : modes.includes('ShareLock')
              ? 'WRITERS'
              : 'NOBODY';
          // The lock of a table that is gone names nothing any more.
          if (!is.has(name)) return [`${name} ALL`];
          const rewritten = is.get(name) !== was.get(name);
          return waits === 'NOBODY' && !rewritten ? [] : [`${name} ${waits}${rewritten ? ' new file' : ''}`];
        });
        const said = [
          ...Map.groupBy(
            effectsOf(statement, (index) => tableOf.get(index)),
            ({ table }) => table,
          ),
        ].flatMap(([table, effects]) => {
          if (effects.some(({ effect }) => effect === 'NEW')) return [];
          const truncated = /^truncate/.test(statement);
          const rewritten = truncated || effects.some(({ effect }) => effect === 'REWRITTEN');
          const waits = effects.map((one) => one.waits).find((one) => one !== 'NOBODY') ?? 'NOBODY';
          return waits === 'NOBODY' && !rewritten ? [] : [`${table} ${waits}${rewritten ? ' new file' : ''}`];
        });
        expect([statement, said.sort()]).toEqual([statement, measured.sort()]);
      }
    } finally {
      await client.end();
      await drop();
    }
  });

  it('one of no known form is told', () => {
    const none = (): undefined => undefined;
    expect(() => effectsOf('vacuum control.unit', none)).toThrow(/no form in effects\.ts for "vacuum control\.unit"/);
    expect(() => effectsOf('alter table control.unit set tablespace fast', none)).toThrow(
      /no form for "alter table control\.unit set/,
    );
  });
});

it('the numbers of the access name their releases, today’s this one; each migration says what it does', async () => {
  const releases = (await import('../../subgraphs/database/access/releases.json', { with: { type: 'json' } }))
    .default as Record<string, string>;
  expect(Object.keys(releases).map(Number)).toEqual(Array.from({ length: today.edition.number }, (_, at) => at + 1));
  expect(releases[today.edition.number]).toBe(version);
  for (const { name, description } of migrations)
    expect([name, description.en]).toEqual([name, expect.stringMatching(/\w.*\.$/s)]);
});

const CHANGED: Code = {
  migrations: [
    ...migrations,
    {
      name: '9999',
      description: { en: 'A later one.', zh: '以后的迁移。' },
      statements: [
        'create table control.later (id int primary key)',
        "alter table ledger.disclosure add column later text generated always as ('x') stored",
        'create index later on ledger.disclosure (later)',
        'create index later_on on control.duty (matter)',
        'alter table control.rate drop column points',
      ],
    },
  ],
  access: {
    edition: { number: today.edition.number + 1, servesFrom: today.edition.number, hash: 'later' },
    statements: today.statements
      .filter(({ text }) => !text.startsWith('create trigger told_of_units'))
      .map(({ file, text }) => ({
        file,
        text: text.replace(
          'update control.version set value = value + 1',
          'update control.version set value = value + 2',
        ),
      })),
  },
};

onEachDatabase('A36.2 a plan', (kind) => {
  let owned: Owned;
  beforeAll(async () => {
    owned = await makeOwned(kind);
  });
  afterAll(() => owned.drop());
  const owner = () => ({
    database: owned.name,
    query: async (statement: string, parameters: readonly unknown[] = []) =>
      (await owned.ask(
        parameters.reduce<string>(
          (text, value, at) =>
            text.replaceAll(
              `$${at + 1}`,
              Array.isArray(value)
                ? `array[${value.map((one) => `'${String(one).replaceAll("'", "''")}'`).join(', ')}]::text[]`
                : `'${value}'`,
            ),
          statement,
        ),
      )) as never[],
    run: async () => {
      throw new Error('A plan runs no statement.');
    },
  });

  it('of an empty database, of one of the release before, of one of today; nothing is changed by it', async () => {
    const empty = await planOf(owner());
    expect([empty.state, empty.migrations.length, empty.goesOn, takesAway(empty)]).toEqual([
      'NEW',
      migrations.length,
      true,
      false,
    ]);
    await owned.ask(releasedDatabase('0.2.0', owned.name));
    const before = await linesOf(owned);
    const behind = await planOf(owner());
    expect(behind).toMatchObject({
      state: 'BEHIND',
      from: { number: 3, release: '0.2.0' },
      to: { number: 4, release: '0.3.0' },
      servesFrom: { number: 3, release: '0.2.0' },
      goesOn: true,
    });
    expect(behind.migrations.map(({ name }) => name)).toEqual(
      migrations.map(({ name }) => name).filter((name) => name > '0022'),
    );
    // Expand: nothing that the release before needs is taken away.
    expect(takesAway(behind)).toBe(false);
    expect(await linesOf(owned)).toEqual(before);
    await owned.open();
    const current = await planOf(owner());
    expect([current.state, current.migrations, current.access.functions, current.access.roles]).toEqual([
      'CURRENT',
      [],
      { made: 0, dropped: 0 },
      0,
    ]);
  });

  it('of a later release: tables with their sizes and who waits, what differs, what is taken away', async () => {
    await owned.ask('analyze');
    const [sizes] = await owned.ask(
      `select pg_total_relation_size('ledger.disclosure')::float8 as bytes, (select reltuples::int from pg_class where oid = 'ledger.disclosure'::regclass) as rows`,
    );
    expect(Number(sizes?.rows)).toBeGreaterThan(10);
    const plan = await planOf(owner(), CHANGED);
    expect(plan.migrations).toEqual([
      {
        name: '9999',
        description: { en: 'A later one.', zh: '以后的迁移。' },
        tables: [
          { table: 'control.later', effects: ['NEW'], waits: 'NOBODY' },
          { table: 'ledger.disclosure', effects: ['REWRITTEN', 'READ_THROUGH'], waits: 'ALL', ...sizes },
          expect.objectContaining({ table: 'control.duty', effects: ['READ_THROUGH'], waits: 'WRITERS' }),
          expect.objectContaining({ table: 'control.rate', effects: ['REMOVED'], waits: 'ALL' }),
        ],
      },
    ]);
    expect([plan.access.functions, takesAway(plan), plan.goesOn]).toEqual([{ made: 1, dropped: 0 }, true, true]);
    const contract: Code = {
      ...CHANGED,
      access: { ...CHANGED.access, edition: { ...CHANGED.access.edition, servesFrom: today.edition.number + 1 } },
    };
    expect((await planOf(owner(), contract)).goesOn).toBe(false);
    // Done, it did what it said: the one function, and no other.
    const before = await linesOf(owned);
    await owned.bring(CHANGED);
    const functions = (await linesOf(owned)).filter((line) => line.startsWith('function ') && !before.includes(line));
    expect(functions).toHaveLength(plan.access.functions.made);
    // This code, over a number that still serves it, and over one that does not.
    expect((await planOf(owner())).state).toBe('NEWER');
    await owned.ask('update public.access set serves_from = number');
    await expect(planOf(owner())).rejects.toThrow(
      /^The database is newer than this code: it has the access of number 5, .* Start the newer release/,
    );
  });
});
