/** A database seen by its owner, on both kinds: made, filled, looked into as text, opened. */
import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { Owner } from '../../../subgraphs/database/migrate/catalog.ts';
import { bringUp, type Code } from '../../../subgraphs/database/migrate/migrate.ts';
import { partition } from '../../../subgraphs/database/migrate/partition/move.ts';
import { openDatabase } from '../../../subgraphs/database/open.ts';
import { rolePrefix } from '../../../subgraphs/database/roles.ts';
import { ENTITIES } from '../../../subgraphs/entities.ts';
import { type DatabaseKind, makeDatabase } from '../../sample-template.ts';

export const FIXTURE = join(import.meta.dirname, '../../fixtures/before-access');

/** A database as the migrations in TypeScript made it. */
export const oldDatabase = (): string => gunzipSync(readFileSync(join(FIXTURE, 'database.sql.gz'))).toString('utf8');

/** Its keys, in a DATA_DIR. In the repository every user may read them; a key file that every user may read is not started with. */
export function copyFixtureKeys(folder: string): void {
  for (const name of ['secrets.json', 'development-issuer.json']) {
    copyFileSync(join(FIXTURE, name), join(folder, name));
    chmodSync(join(folder, name), 0o600);
  }
}

type Row = Record<string, unknown>;

/** Moves its large tables into parts, as a new database has them; what came of each. */
export const inParts = (owned: Owned) =>
  partition({ database: owned.name, ...owned.asOwner() }, { onSlice: () => true });

export interface Owned {
  readonly kind: DatabaseKind;
  readonly name: string;
  /** Absent for the embedded database. */
  readonly url: string | undefined;
  /** What it holds, to open it with; absent on a server. */
  beginWith(): Promise<Blob | undefined>;
  /** Statements of the owner; of several the rows of the last. */
  ask(statements: string): Promise<readonly Row[]>;
  /** Its owner, with parameters and transactions. */
  asOwner(): Pick<Owner, 'query' | 'run'>;
  /** Brings it to other code than today's; the statements that changed something. */
  bring(code: Code): Promise<string>;
  /** Opens it as today's code does, and closes it again. */
  open(password?: string): Promise<void>;
  drop(): Promise<void>;
}

async function onServer(): Promise<Owned> {
  const { name, url, drop } = await makeDatabase();
  let kept: pg.Client | undefined;
  const connected = async (): Promise<pg.Client> => {
    if (kept === undefined) {
      kept = new pg.Client({ connectionString: url });
      // Dropping the database ends it.
      kept.on('error', () => undefined);
      await kept.connect();
    }
    return kept;
  };
  return {
    kind: 'postgresql',
    name,
    url,
    beginWith: async () => undefined,
    ask: async (statements) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        const result: pg.QueryResult | pg.QueryResult[] = await client.query(statements);
        return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
      } finally {
        await client.end();
      }
    },
    asOwner: () => ({
      query: async (statement, parameters = []) => (await (await connected()).query(statement, [...parameters])).rows,
      run: async (statements) => {
        await (await connected()).query(statements);
      },
    }),
    bring: async (code) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      let said = '';
      try {
        await bringUp(
          {
            database: name,
            query: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows,
            run: async (statements) => {
              said += `${statements}\n`;
              await client.query(statements);
            },
          },
          code,
        );
      } finally {
        await client.end();
      }
      return said;
    },
    open: async (password = 'of the tests') => {
      await (await openDatabase({ entities: ENTITIES, url, loginPassword: password })).close();
    },
    drop,
  };
}

/** One PGlite of the owner for as long as it is there: to begin one anew takes seconds. */
async function embedded(): Promise<Owned> {
  const pglite = await PGlite.create({ dataDir: 'memory://' });
  const owner = (said: string[]) => ({
    database: 'postgres',
    query: async (statement: string, parameters: readonly unknown[] = []) =>
      (await pglite.query(statement, [...parameters])).rows as never[],
    run: async (statements: string) => {
      said.push(statements);
      await pglite.exec(statements);
    },
  });
  return {
    kind: 'pglite',
    name: 'postgres',
    url: undefined,
    beginWith: () => pglite.dumpDataDir('none'),
    ask: async (statements) => {
      const results = await pglite.exec(statements);
      // What a dump sets, it sets for its own session.
      await pglite.exec('reset all');
      return (results.at(-1)?.rows ?? []) as Row[];
    },
    asOwner: () => owner([]),
    bring: async (code) => {
      const said: string[] = [];
      await bringUp(owner(said), code);
      return said.join('\n');
    },
    open: async () => {
      await bringUp(owner([]));
    },
    drop: () => pglite.close(),
  };
}

export const makeOwned = async (kind: DatabaseKind): Promise<Owned> =>
  kind === 'postgresql' ? onServer() : embedded();

const SCHEMAS = `('control', 'public_credit', 'non_public_credit', 'sanctions', 'rights', 'ledger', 'statistics', 'public')`;

/** Everything that decides who may do what with which table, a line each, from the catalogs alone. */
const LINES = `set search_path = '';
  select line from (
    select 'function ' || p.oid::regprocedure || ' of ' || case when p.proowner = n.nspowner then 'owner' else pg_get_userbyid(p.proowner) end
        || ' ' || pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ${SCHEMAS}
    union all select 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ' ' || permissive || ' ' || cmd || ' to '
        || array_to_string(array(select r from unnest(roles) r order by r), ', ') || ' using ' || coalesce(qual, '-') || ' check '
        || coalesce(with_check, '-') from pg_catalog.pg_policies
    union all select 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text from pg_trigger t where not t.tgisinternal
    union all select 'table ' || c.oid::regclass || ' ' || c.relkind::text || c.relpersistence::text || ' row policies ' || c.relrowsecurity || ' forced '
        || c.relforcerowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ${SCHEMAS}
    union all select 'column ' || a.attrelid::regclass || ' ' || a.attnum || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where n.nspname in ${SCHEMAS} and c.relkind = 'r' and a.attnum > 0
    union all select 'index ' || indexdef from pg_catalog.pg_indexes where schemaname in ${SCHEMAS}
    union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(o.oid)
      from pg_constraint o join pg_namespace n on n.oid = o.connamespace where n.nspname in ${SCHEMAS}
    union all select 'grant ' || what || ' ' || privilege_type || ' to ' || case when grantee = 0 then 'everybody' else pg_get_userbyid(grantee) end
      from (
        select 'database' as what, a.*, d.datdba as owner from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
          where d.datname = current_database()
        union all select 'schema ' || n.nspname, a.*, n.nspowner from pg_namespace n, aclexplode(n.nspacl) a where n.nspname in ${SCHEMAS}
        union all select 'table ' || c.oid::regclass, a.*, c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace,
            aclexplode(c.relacl) a where n.nspname in ${SCHEMAS}
        union all select 'column ' || c.oid::regclass || ' ' || t.attname, a.*, c.relowner from pg_class c
            join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
            where n.nspname in ${SCHEMAS}
        union all select 'function ' || p.oid::regprocedure, a.*, p.proowner from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
            aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where n.nspname in ${SCHEMAS}
      ) g where grantee <> owner
    union all select 'role ' || rolname || ' login ' || rolcanlogin || ' inherits ' || rolinherit || ' strong '
        || (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls) from pg_roles where rolname like 'credit%'
    union all select 'member ' || pg_get_userbyid(member) || ' of ' || pg_get_userbyid(roleid) from pg_auth_members a
      join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member where r.rolname like 'credit%' and not m.rolsuper
  ) lines order by 1`;

/** The lines, with the names of this database's roles as the files know them; those of other databases of the server left out. */
export async function linesOf(owned: Owned): Promise<readonly string[]> {
  const prefix = rolePrefix(owned.name);
  const lines = (await owned.ask(LINES)).map(({ line }) => String(line));
  return lines
    .filter((line) => !/^(?:role|member) /.test(line) || new RegExp(`${prefix}[a-z]+(?: |$)`).test(line))
    .map((line) => line.replaceAll(prefix, '$'))
    .sort();
}

/** Number of rows and a hash of all of them, by table. */
export async function contentOf(
  owned: Owned,
  columns?: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, string>>> {
  const hashes = Object.entries(columns ?? (await columnsOf(owned))).map(
    ([name, of]) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '-') as held
         from (select ${of.map((column) => `"${column}"`).join(', ')} from ${name}) t`,
  );
  const rows = await owned.ask(hashes.join(' union all '));
  return Object.fromEntries(rows.map(({ name, held }) => [String(name), String(held)]));
}

/** Columns of every table. */
export async function columnsOf(owned: Owned): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await owned.ask(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and n.nspname in ${SCHEMAS} and n.nspname <> 'public' and a.attnum > 0 and not a.attisdropped
     group by 1 order by 1`,
  );
  return Object.fromEntries(tables.map(({ name, columns }) => [String(name), columns as unknown as string[]]));
}
