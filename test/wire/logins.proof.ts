/**
 * Each subgraph has a login of its own, and the gateways have one: whoever takes a process over reads no table of another. Every table and every function of the database is tried under
 * every role that each login may take on. A proof: it tries some thousand statements.
 */
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoginPlace, roleOfPlace, rolePrefix } from '../../subgraphs/database/roles.ts';
import { COMPANY, databases, MEI, openWorld, subject, type World } from '../kit.ts';
import { DENIED, type LoggedIn, logIn, NAMES, tried } from './logged-in.ts';
import { CONTROL_WRITTEN, MAY_BE, OWNED_BY } from './owned-by.ts';

/** Some thousand statements one after the other, on a machine that does other things too. */
const LONG_MS = 300_000;

const isOwn = (name: string, subgraph: LoginPlace): boolean =>
  OWNED_BY[subgraph].schemas.includes(name.split('.')[0] ?? '');

describe.runIf(databases().includes('postgresql'))('the login of a subgraph', () => {
  let world: World;
  let all: LoggedIn;

  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true });
    all = await logIn(world);
  });
  afterAll(async () => {
    await all.close();
    await world.close();
  });

  it('takes on the roles of its subgraph, and no other of the server', async () => {
    const held = (await all.owner.query<{ name: string }>('select rolname::text as name from pg_roles order by 1'))
      .rows;
    expect(held.length).toBeGreaterThan(100);
    for (const subgraph of NAMES) {
      const may: string[] = [];
      for (const { name } of held)
        if ((await tried(all.login(subgraph), `set role "${name.replaceAll('"', '""')}"`)) === undefined)
          may.push(name);
      await all.login(subgraph).query('reset role');
      const own = roleOfPlace(all.database, subgraph, 'login');
      const expected = MAY_BE[subgraph].map((role) => roleOfPlace(all.database, subgraph, role as 'party'));
      expect(may.toSorted(), subgraph).toEqual([...expected, own].toSorted());
      expect((await all.rolesOf(subgraph)).toSorted()).toEqual(expected.toSorted());
    }
  });

  it(
    'A17.1 A23.1 reads of every table what is its own, or what its questions rest on, and of every other nothing',
    async () => {
      expect(all.tables.length).toBeGreaterThan(60);
      let triedOnes = 0;
      for (const subgraph of NAMES) {
        const read = new Set<string>();
        await all.asEach(subgraph, async (client, role) => {
          for (const { oid, name, columns } of all.tables) {
            triedOnes += 1;
            // Any column at all.
            const code = await tried(client, `select from ${name} where false`);
            const any = await client.query<{ columns: string[] }>(
              `select array(select c from unnest($2::text[]) c where has_column_privilege($1::oid, c, 'select')) as columns`,
              [oid, columns],
            );
            const readable = any.rows[0]?.columns ?? [];
            expect(code, `${role} ${name}`).toBe(readable.length === 0 ? DENIED : undefined);
            if (readable.length === 0) continue;
            read.add(name);
            const part = OWNED_BY[subgraph].tables[name];
            if (isOwn(name, subgraph)) continue;
            expect(part, `${subgraph} reads ${name} as ${role}`).toBeDefined();
            if (part === undefined || part === 'WHOLE') continue;
            expect(
              readable.filter((column) => !part.includes(column)),
              `${subgraph}: ${name}`,
            ).toEqual([]);
            for (const column of columns.filter((one) => !part.includes(one)))
              expect(await tried(client, `select ${column} from ${name} where false`), `${name}.${column}`).toBe(
                DENIED,
              );
          }
        });
        // What is named here is needed: a line that nothing reads any more goes.
        expect(
          Object.keys(OWNED_BY[subgraph].tables).filter((name) => !read.has(name)),
          subgraph,
        ).toEqual([]);
      }
      expect(triedOnes).toBeGreaterThan(5_000);
    },
    LONG_MS,
  );

  it(
    'A17.1 writes into every table of its own or what it must, and empties none',
    async () => {
      for (const subgraph of NAMES)
        await all.asEach(subgraph, async (client, role) => {
          for (const { oid, name } of all.tables) {
            const { rows } = await client.query<{ writes: boolean; more: boolean }>(
              `select has_table_privilege($1::oid, 'insert, update, delete') or has_any_column_privilege($1::oid, 'insert, update') as writes,
              has_table_privilege($1::oid, 'truncate, references, trigger') as more`,
              [oid],
            );
            expect(rows[0]?.more, `${role} ${name}`).toBe(false);
            expect(await tried(client, `truncate ${name}`)).toBe(DENIED);
            if (rows[0]?.writes !== true) expect(await tried(client, `delete from ${name} where false`)).toBe(DENIED);
            const mayWrite = [...Object.keys(OWNED_BY[subgraph].tables), ...OWNED_BY[subgraph].adds];
            if (rows[0]?.writes === true && !isOwn(name, subgraph))
              expect(mayWrite, `${subgraph} writes ${name} as ${role}`).toContain(name);
          }
        });
    },
    LONG_MS,
  );

  it(
    'A7.1 A17.1 writes of what the walls decide by what is its own to publish, to agree or to note, and of nothing else',
    async () => {
      const [columnsOf, words] = [
        new Map(all.tables.map(({ name, columns }) => [name, columns])),
        { I: 'insert into', U: 'update', D: 'delete from' },
      ];
      for (const subgraph of NAMES) {
        const written = new Map<string, Set<string>>();
        await all.asEach(subgraph, async (client) => {
          for (const name of columnsOf.keys()) {
            const [schema, table = ''] = name.split('.');
            if (schema !== 'control') continue;
            const any = (of: (column: string) => string): string[] => (columnsOf.get(name) ?? []).map(of);
            // Explained and not run: the right is asked for all the same.
            const statements = [
              ['D', `${words.D} ${name} where false`],
              ...any((column) => `${words.U} ${name} set ${column} = null where false`).map((one) => ['U', one]),
              ...any((column) => `${words.I} ${name} (${column}) select null where false`).map((one) => ['I', one]),
            ] as const;
            for (const [what = '', statement = ''] of statements) {
              const code = await tried(client, `explain ${statement}`);
              if (code !== DENIED) written.set(table, (written.get(table) ?? new Set()).add(what));
            }
          }
        });
        const found = [...written].map(([table, whats]) => [
          table,
          [...'IUD'].filter((one) => whats.has(one)).join(''),
        ]);
        expect(Object.fromEntries(found), subgraph).toEqual(CONTROL_WRITTEN[subgraph]);
      }
    },
    LONG_MS,
  );

  it(
    'A17.1 calls of every function those of its own, or what its questions rest on, and no other',
    async () => {
      expect(all.routines.length).toBeGreaterThan(110);
      for (const subgraph of NAMES) {
        const called = new Set<string>();
        await all.asEach(subgraph, async (client, role) => {
          for (const { name, call } of all.routines) {
            // Explained and not run: the right to call it is asked for all the same.
            const code = await tried(client, `explain select * from ${call}`);
            if (code === DENIED) continue;
            called.add(name);
            if (!isOwn(name, subgraph))
              expect(OWNED_BY[subgraph].functions, `${subgraph} calls ${name} as ${role}`).toContain(name);
          }
        });
        expect(
          OWNED_BY[subgraph].functions.filter((name) => !called.has(name)),
          subgraph,
        ).toEqual([]);
      }
    },
    LONG_MS,
  );

  it('A23.1 A39.2 the content of non-public records is read by their subgraph alone; where an objection is decided, of that one row', async () => {
    const { rows: held } = await all.owner.query<{ id: string; unit: string }>(
      'select r.id::text, r.collector as unit from non_public_credit.record r join non_public_credit.record_whole w on w.id = r.id where r.current limit 1',
    );
    const [record] = held;
    expect(record).toBeDefined();
    const set = `select set_config('credit.role', 'COLLECTOR', false), set_config('credit.unit', '${record?.unit}', false),
      set_config('credit.today', '2026-11-20', false)`;
    for (const subgraph of ['catalog', 'sanctions', 'public-credit'] as const) {
      const client = all.login(subgraph);
      await client.query(set);
      await all.asEach(subgraph, async (_client, role) => {
        for (const statement of [
          'select content from non_public_credit.record',
          'select sealed from non_public_credit.record_whole',
        ]) {
          const answered = await client.query(statement).catch((error: { code?: string }) => error.code);
          if (role === roleOfPlace(all.database, 'public-credit', 'collect'))
            expect((answered as pg.QueryResult).rows, `${role}: ${statement}`).toEqual([]);
          else expect(answered, `${role}: ${statement}`).toBe(DENIED);
        }
      });
    }
    // The other side: the role of the whole server, for the same unit, reads its own.
    await all.owner.query(set);
    await all.owner.query(`set role "${rolePrefix(all.database)}collect"`);
    expect((await all.owner.query('select sealed from non_public_credit.record_whole')).rows.length).toBeGreaterThan(0);
    await all.owner.query('reset role');
  });

  it('A23.1 under its login each subgraph answers what it must', async () => {
    const { data, errors } = await world.ask(
      subject(MEI),
      `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { id
          records(first: 1) { totalCount } nonPublicRecords { totalCount } designations { id } }
        me { disclosures(first: 5) { nodes { id } } } catalogItems { nodes { code } } }`,
      { id: MEI },
    );
    expect(errors).toBeUndefined();
    expect(data.subject.records.totalCount).toBeGreaterThan(0);
    expect(data.subject.nonPublicRecords.totalCount).toBeGreaterThan(0);
    expect(data.catalogItems.nodes.length).toBeGreaterThan(0);
    const company = await world.ask(
      null,
      `query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name designations { id } } }`,
      { id: COMPANY },
    );
    expect(company.errors).toBeUndefined();
    expect(company.data.subject.name).toBe('哈尔滨示例冰雪设备有限公司');
  });
});
