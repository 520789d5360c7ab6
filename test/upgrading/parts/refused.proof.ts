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
import { filling } from './writers.ts';

const HELD = `select count(*)::int as rows, md5(string_agg(r::text, E'\\n' order by r.subject_id, r.id, r.version)) as held from public_credit.record r`;

describe.runIf(databases().includes('postgresql'))('a move that may not end', () => {
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
    await owner.query(filling(1, 600));
    before = (await owner.query(HELD)).rows;
  }, 60_000);
  afterEach(async () => {
    await owner.end();
    await other.end();
    await old.drop();
  });

  const move = async (steps: Partial<Parameters<typeof partition>[1]> = {}): Promise<Outcome | undefined> => {
    const done = await asServerOwner(url, (one) => partition(one, { onSlice: () => true, ...steps }));
    return done[0]?.outcome;
  };
  const layout = async (): Promise<string | undefined> => (await asServerOwner(url, standings))[0]?.standing.layout;
  const kind = async (): Promise<string> =>
    (await owner.query(`select relkind::text as kind from pg_class where oid = 'public_credit.record'::regclass`))
      .rows[0].kind;
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
      'delete from public_credit.record_parts where version = 1 and id = (select id from public_credit.record_parts limit 1)',
      `update public_credit.record_parts set occurred_on = occurred_on - 1 where id = (select id from public_credit.record_parts limit 1)`,
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
            `select to_regclass('public_credit.record_parts') as left, to_regprocedure('public_credit.carry_record()') as carrier`,
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

  it('A36.2 a transaction that holds the table keeps it from being switched, and nothing is changed', {
    timeout: 90_000,
  }, async () => {
    let held: Promise<unknown> = Promise.resolve();
    // From the comparison on, so that it is not waited for before.
    const failed = move({
      onCompare: () => {
        held = other.query('begin; select 1 from public_credit.record limit 1');
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
    await owner.query('create view public.by_hand as select id from public_credit.record');
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
          statements: ['alter table public_credit.record add column later text'],
        },
      ],
      access: later,
    });
    // What was being made would not have the column.
    expect(await layout()).toBe('WHOLE');
    expect((await linesOf(old)).filter((line) => /record_parts|carried|carry_record/.test(line))).toEqual([]);
    expect(await move()).toBe('BEHIND');
    expect(await kind()).toBe('r');
  });

  it('A36.2 until it is switched nobody reads what is made beside but its owner and backups', async () => {
    expect(await move({ onSlice: () => false })).toBe('STOPPED');
    const beside = (await linesOf(old)).filter((line) => /record_parts|record_0/.test(line));
    expect(beside.filter((line) => line.startsWith('grant')).sort()).toEqual([
      'grant table public_credit.record_0 SELECT to $backup',
      'grant table public_credit.record_parts SELECT to $backup',
    ]);
    expect(beside.filter((line) => /^table .* [rp]p /.test(line))).toEqual([
      'table public_credit.record_0 rp row policies true forced true',
      'table public_credit.record_parts pp row policies true forced true',
    ]);
    await ends();
    // Nor a part, afterwards: rows are read through the table, under its policies.
    const after = (await linesOf(old)).filter((line) => /^(?:grant|policy).*record_[0-7]\b/.test(line));
    expect(after.filter((line) => !/backup/.test(line))).toEqual([]);
    expect(after).toHaveLength(16);
  });
});
