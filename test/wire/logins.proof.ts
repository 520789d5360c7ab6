/**
 * Each subgraph has a login of its own: whoever takes its process over reads no table of another. Every table and every function of the database is tried under
 * every role that each login may take on. A proof: it tries some thousand statements.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleOfPlace, rolePrefix } from '../../subgraphs/database/roles.ts';
import { loginUrl } from '../../subgraphs/database/server.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../subgraphs/names.ts';
import { COMPANY, databases, MEI, openWorld, subject, type World } from '../kit.ts';
import { MAY_BE, OWNED_BY } from './owned-by.ts';

const SCHEMAS = 'control ledger public_credit rights statistics non_public_credit sanctions public'.split(' ');
const DENIED = '42501';
/** Some thousand statements one after the other, on a machine that does other things too. */
const LONG_MS = 300_000;

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly columns: readonly string[];
}
/** `call`: with nulls of its types. */
type Routine = Readonly<Record<'name' | 'call', string>>;

const isOwn = (name: string, subgraph: SubgraphName): boolean =>
  OWNED_BY[subgraph].schemas.includes(name.split('.')[0] ?? '');

describe.runIf(databases().includes('postgresql'))('the login of a subgraph', () => {
  let world: World;
  let owner: pg.Client;
  let database = '';
  let tables: readonly Table[];
  let routines: readonly Routine[];
  const logins = new Map<SubgraphName, pg.Client>();
  const rolesOf = new Map<SubgraphName, readonly string[]>();

  const login = (subgraph: SubgraphName): pg.Client => logins.get(subgraph) as pg.Client;

  /** What PostgreSQL says to a statement: its code, or undefined where it runs. */
  const tried = (client: pg.Client, statement: string): Promise<string | undefined> =>
    client.query(statement).then(
      () => undefined,
      (error: { code?: string }) => error.code ?? 'none',
    );

  /** Under each role of a subgraph in turn. */
  async function asEach(subgraph: SubgraphName, work: (client: pg.Client, role: string) => Promise<void>) {
    for (const role of rolesOf.get(subgraph) ?? []) {
      await login(subgraph).query(`set role "${role}"`);
      await work(login(subgraph), role);
      await login(subgraph).query('reset role');
    }
  }

  beforeAll(async () => {
    world = await openWorld('postgresql', { wire: true });
    owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    database = owner.database ?? '';
    tables = (
      await owner.query<Table>(
        `select c.oid, format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns
          from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition group by 1, 2 order by 2`,
        [SCHEMAS],
      )
    ).rows;
    routines = (
      await owner.query<Routine>(
        `select format('%I.%I', n.nspname, p.proname) as name, format('%I.%I(%s)', n.nspname, p.proname,
            (select string_agg('null::' || format_type(t.oid, null), ', ' order by t.place) from unnest(p.proargtypes) with ordinality as t (oid, place))) as call
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname = any ($1) and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype order by 1`,
        [SCHEMAS],
      )
    ).rows;
    for (const subgraph of SUBGRAPH_NAMES) {
      const url = loginUrl(world.ownerUrl ?? '', roleOfPlace(database, subgraph, 'login'), `password of ${subgraph}`);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      logins.set(subgraph, client);
    }
  });
  afterAll(async () => {
    for (const client of logins.values()) await client.end();
    await owner.end();
    await world.close();
  });

  it('takes on the roles of its subgraph, and no other of the server', async () => {
    const all = (await owner.query<{ name: string }>('select rolname::text as name from pg_roles order by 1')).rows;
    expect(all.length).toBeGreaterThan(100);
    for (const subgraph of SUBGRAPH_NAMES) {
      const may: string[] = [];
      for (const { name } of all)
        if ((await tried(login(subgraph), `set role "${name.replaceAll('"', '""')}"`)) === undefined) may.push(name);
      await login(subgraph).query('reset role');
      const own = roleOfPlace(database, subgraph, 'login');
      const expected = MAY_BE[subgraph].map((role) => roleOfPlace(database, subgraph, role as 'party'));
      expect(may.toSorted(), subgraph).toEqual([...expected, own].toSorted());
      rolesOf.set(subgraph, may);
    }
  });

  it(
    'A17.1 A23.1 reads of every table what is its own, or what its questions rest on, and of every other nothing',
    async () => {
      expect(tables.length).toBeGreaterThan(60);
      let triedOnes = 0;
      for (const subgraph of SUBGRAPH_NAMES) {
        const read = new Set<string>();
        await asEach(subgraph, async (client, role) => {
          for (const { oid, name, columns } of tables) {
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
      expect(triedOnes).toBeGreaterThan(4_000);
    },
    LONG_MS,
  );

  it(
    'A17.1 writes into every table of its own or what it must, and empties none',
    async () => {
      for (const subgraph of SUBGRAPH_NAMES)
        await asEach(subgraph, async (client, role) => {
          for (const { oid, name } of tables) {
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
    'A17.1 calls of every function those of its own, or what its questions rest on, and no other',
    async () => {
      expect(routines.length).toBeGreaterThan(110);
      for (const subgraph of SUBGRAPH_NAMES) {
        const called = new Set<string>();
        await asEach(subgraph, async (client, role) => {
          for (const { name, call } of routines) {
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
    const { rows: held } = await owner.query<{ id: string; unit: string }>(
      'select r.id::text, r.collector as unit from non_public_credit.record r join non_public_credit.record_whole w on w.id = r.id where r.current limit 1',
    );
    const [record] = held;
    expect(record).toBeDefined();
    const set = `select set_config('credit.role', 'COLLECTOR', false), set_config('credit.unit', '${record?.unit}', false),
      set_config('credit.today', '2026-11-20', false)`;
    for (const subgraph of ['catalog', 'sanctions', 'public-credit'] as const) {
      const client = login(subgraph);
      await client.query(set);
      await asEach(subgraph, async (_client, role) => {
        for (const statement of [
          'select content from non_public_credit.record',
          'select sealed from non_public_credit.record_whole',
        ]) {
          const answered = await client.query(statement).catch((error: { code?: string }) => error.code);
          if (role === roleOfPlace(database, 'public-credit', 'collect'))
            expect((answered as pg.QueryResult).rows, `${role}: ${statement}`).toEqual([]);
          else expect(answered, `${role}: ${statement}`).toBe(DENIED);
        }
      });
    }
    // The other side: the role of the whole server, for the same unit, reads its own.
    await owner.query(set);
    await owner.query(`set role "${rolePrefix(database)}collect"`);
    expect((await owner.query('select sealed from non_public_credit.record_whole')).rows.length).toBeGreaterThan(0);
    await owner.query('reset role');
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
