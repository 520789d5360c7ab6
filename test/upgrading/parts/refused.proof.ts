/** What stands in the way of a move is told, and changes nothing: the table serves as before, and the move goes on once it is gone. A proof, for each case begins with a database of the release before. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAccess } from '../../../subgraphs/database/migrate/access.ts';
import { readMigrations } from '../../../subgraphs/database/migrate/migrate.ts';
import { giveUp, type Outcome, partition, standings } from '../../../subgraphs/database/migrate/partition/move.ts';
import { asServerOwner } from '../../../subgraphs/database/server.ts';
import { databases } from '../../kit.ts';
import { linesOf, makeOwned, type Owned } from '../../subgraphs/database/owned.ts';
import { releasedDatabase } from '../released.ts';
import { fillingEntries } from './entries.ts';
import { filling } from './writers.ts';

interface Moved {
  readonly table: string;
  readonly key: string;
  readonly filling: string;
  /** A change of a row that a comparison must see. */
  readonly change: string;
  readonly parts: readonly string[];
}

const MOVED: readonly Moved[] = [
  {
    table: 'public_credit.record',
    key: 'r.subject_id, r.id, r.version',
    filling: filling(1, 600),
    change: 'occurred_on = occurred_on - 1',
    parts: ['0', '1', '2', '3', '4', '5', '6', '7'],
  },
  {
    table: 'ledger.disclosure',
    key: 'r.id',
    filling: fillingEntries(1, 600),
    change: `at = at - interval '1 ms'`,
    parts: ['2026', '2027', '2028', '2029', '2030', '2031', '2032', '2033', '2034', '2035', 'earlier', 'later'],
  },
];

describe.runIf(databases().includes('postgresql')).each(MOVED)('a move that may not end: $table', (moved) => {
  const { table, parts } = moved;
  const [schema = '', name = ''] = table.split('.');
  const beside = `${table}_parts`;
  const HELD = `select count(*)::int as rows, md5(string_agg(r::text, E'\\n' order by ${moved.key})) as held from ${table} r`;
  const others = MOVED.slice(0, MOVED.indexOf(moved)).map((one) => one.table);
  let old: Owned;
  let url: string;
  let owner: pg.Client;
  let other: pg.Client;
  let before: unknown;
  beforeEach(async () => {
    old = await makeOwned('postgresql');
    url = old.url ?? '';
    await old.ask(releasedDatabase('0.2.0', old.name));
    await old.open();
    [owner, other] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
    await owner.connect();
    await other.connect();
    await owner.query(moved.filling);
    // Tables are moved one after the other: those before it are in parts, and nothing of it is begun.
    if (others.length > 0) {
      await asServerOwner(url, (one) => partition(one, { onSlice: (of) => others.includes(of) }));
      await asServerOwner(url, giveUp);
    }
    before = (await owner.query(HELD)).rows;
  });
  afterEach(async () => {
    await owner.end();
    await other.end();
    await old.drop();
  });

  const move = async (steps: Partial<Parameters<typeof partition>[1]> = {}): Promise<Outcome | undefined> => {
    const done = await asServerOwner(url, (one) => partition(one, { onSlice: () => true, ...steps }));
    return done.find((one) => one.table === table)?.outcome;
  };
  const layout = async (): Promise<string | undefined> =>
    (await asServerOwner(url, standings)).find((one) => one.table === table)?.standing.layout;
  const kind = async (): Promise<string> =>
    (await owner.query(`select relkind::text as kind from pg_class where oid = '${table}'::regclass`)).rows[0].kind;
  const servesAsBefore = async (): Promise<void> => {
    expect(await kind()).toBe('r');
    expect((await owner.query(HELD)).rows).toEqual(before);
  };
  const ends = async (): Promise<void> => {
    expect(await move()).toBe('MOVED');
    expect(await kind()).toBe('p');
    expect((await owner.query(HELD)).rows).toEqual(before);
  };

  it('A36.2 a copy that lacks a row, or has another value in one, is not switched to; given up, it begins anew', async () => {
    for (const harm of [
      `delete from ${beside} where id = (select id from ${beside} limit 1)`,
      `update ${beside} set ${moved.change} where id = (select id from ${beside} limit 1)`,
    ]) {
      expect(await move({ onSlice: () => false })).toBe('STOPPED');
      expect((await owner.query(harm)).rowCount).toBe(1);
      expect([harm, await move()]).toEqual([harm, 'DIFFERENT']);
      expect(await layout()).toBe('MOVING');
      await servesAsBefore();
      await asServerOwner(url, giveUp);
      expect(await layout()).toBe('WHOLE');
      expect(
        (
          await owner.query(
            `select to_regclass('${beside}') as left, to_regprocedure('${schema}.carry_${name}()') as carrier`,
          )
        ).rows,
      ).toEqual([{ left: null, carrier: null }]);
    }
    await ends();
  });

  it('A36.2 a snapshot from before its last slice is waited for: it would find less', async () => {
    await other.query('begin isolation level repeatable read; select 1 from control.item limit 1');
    expect(await move({ olderMs: 200 })).toBe('OPEN');
    await servesAsBefore();
    expect((await other.query(HELD)).rows).toEqual(before);
    await other.query('rollback');
    await ends();
  });

  it('A36.2 a transaction that holds the table keeps it from being switched, and nothing is changed', async () => {
    let held: Promise<unknown> = Promise.resolve();
    // From the comparison on, so that it is not waited for before.
    const failed = move({
      onCompare: () => {
        held = other.query(`begin; select 1 from ${table} limit 1`);
      },
    }).catch((error: { readonly code?: string }) => error.code);
    const code = await failed;
    await held;
    expect(['55P03', '57014']).toContain(code);
    await servesAsBefore();
    await other.query('rollback');
    await ends();
  });

  it('A36.2 a view that was made by hand is not taken along and not dropped: it is told', async () => {
    await owner.query(`create view public.by_hand as select id from ${table}`);
    expect(await move()).toBe('USED');
    await servesAsBefore();
    expect((await owner.query('select count(*)::int as rows from public.by_hand')).rows).toEqual([
      { rows: (before as { rows: number }[])[0]?.rows },
    ]);
    await owner.query('drop view public.by_hand');
    await ends();
  });

  it('A36.2 two do not move at once', async () => {
    await other.query(`select pg_advisory_lock(hashtext('credit-gateway partition'))`);
    expect(await move()).toBe('BUSY');
    await other.query(`select pg_advisory_unlock(hashtext('credit-gateway partition'))`);
    await ends();
  });

  it('A07.1 A36.2 an upgrade that comes between ends it, and a database that this release has not brought up is not moved', async () => {
    expect(await move({ onSlice: () => false })).toBe('STOPPED');
    const files = readAccess();
    const later = {
      ...files,
      edition: { ...files.edition, number: files.edition.number + 1, servesFrom: files.edition.number },
    };
    await old.bring({
      migrations: [
        ...readMigrations(),
        {
          name: '9998',
          description: { en: '', zh: '' },
          statements: [`alter table ${table} add column later text`],
        },
      ],
      access: later,
    });
    // What was being made would not have the column.
    expect(await layout()).toBe('WHOLE');
    expect((await linesOf(old)).filter((line) => new RegExp(`${name}_parts|carried|carry_${name}`).test(line))).toEqual(
      [],
    );
    expect(await move()).toBe('BEHIND');
    expect(await kind()).toBe('r');
  });

  it('A36.2 until it is switched nobody reads what is made beside but its owner and backups', async () => {
    expect(await move({ onSlice: () => false })).toBe('STOPPED');
    const first = `${table}_${parts[0]}`;
    const made = (await linesOf(old)).filter((line) => new RegExp(`${name}_parts|${name}_${parts[0]}\\b`).test(line));
    expect(made.filter((line) => line.startsWith('grant')).sort()).toEqual(
      [`grant table ${beside} SELECT to $backup`, `grant table ${first} SELECT to $backup`].sort(),
    );
    expect(made.filter((line) => /^table .* [rp]p /.test(line)).sort()).toEqual(
      [`table ${beside} pp row policies true forced true`, `table ${first} rp row policies true forced true`].sort(),
    );
    await ends();
    // Nor a part, afterwards: rows are read through the table, under its policies.
    const laid = await linesOf(old);
    const own = laid.filter((line) => new RegExp(`^(?:grant|policy).* ${table}_(?:${parts.join('|')}) `).test(line));
    expect(own.filter((line) => !/backup/.test(line))).toEqual([]);
    expect(own).toHaveLength(2 * parts.length);
    expect(laid.filter((line) => new RegExp(`^table ${table}_(?:${parts.join('|')}) `).test(line)).sort()).toEqual(
      parts.map((part) => `table ${table}_${part} rp row policies true forced true`),
    );
  });

  it('A36.2 where one is not moved, none behind it is begun', async () => {
    const next = MOVED[MOVED.indexOf(moved) + 1]?.table;
    const told = await asServerOwner(url, (one) => partition(one, { onSlice: () => false }));
    expect(told.filter(({ outcome }) => outcome !== 'ALREADY')).toEqual([{ table, outcome: 'STOPPED' }]);
    const stands = await asServerOwner(url, standings);
    expect(stands.filter((one) => one.standing.layout === 'MOVING').map((one) => one.table)).toEqual([table]);
    expect(stands.find((one) => one.table === next)?.standing.layout).toBe(next === undefined ? undefined : 'WHOLE');
  });
});
