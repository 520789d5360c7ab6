/** The logins of a world over the wire, each with a connection of its own, and what the database holds that they may try. */
import pg from 'pg';
import { expect } from 'vitest';
import { type LoginPlace, PLACES, roleOfPlace } from '../../subgraphs/database/roles.ts';
import { loginUrl } from '../../subgraphs/database/server.ts';
import { BANK_A, MEI, openWorld, type World } from '../kit.ts';

const SCHEMAS = 'control ledger public_credit rights statistics non_public_credit sanctions public'.split(' ');

/** SQLSTATE of what a role may not do. */
export const DENIED = '42501';

/** The subgraphs, and the gateways. */
export const NAMES = Object.keys(PLACES) as readonly LoginPlace[];

export interface Table {
  readonly oid: number;
  readonly name: string;
  readonly columns: readonly string[];
}

/** `call`: with nulls of its types. */
export type Routine = Readonly<Record<'name' | 'call', string>>;

const TABLES = `select c.oid, format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition group by 1, 2 order by 2`;

const ROUTINES = `select format('%I.%I', n.nspname, p.proname) as name, format('%I.%I(%s)', n.nspname, p.proname,
    (select string_agg('null::' || format_type(t.oid, null), ', ' order by t.place) from unnest(p.proargtypes) with ordinality as t (oid, place))) as call
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = any ($1) and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype order by 1`;

/** What PostgreSQL says to a statement: its code, or undefined where it runs. */
export const tried = (
  client: pg.Client,
  statement: string,
  values: readonly unknown[] = [],
): Promise<string | undefined> =>
  client.query(statement, [...values]).then(
    () => undefined,
    (error: { code?: string }) => error.code ?? 'none',
  );

export interface LoggedIn {
  readonly owner: pg.Client;
  readonly database: string;
  readonly tables: readonly Table[];
  readonly routines: readonly Routine[];
  login(name: LoginPlace): pg.Client;
  /** Roles that a login may take on, its own left out. */
  rolesOf(name: LoginPlace): Promise<readonly string[]>;
  /** Under each role of a login in turn. */
  asEach(name: LoginPlace, work: (client: pg.Client, role: string) => Promise<void>): Promise<void>;
  /** Under one role, with settings of the session (`credit.…`); what is changed is taken back. */
  as<Result>(
    name: LoginPlace,
    role: Parameters<typeof roleOfPlace>[2],
    settings: Readonly<Record<string, string>>,
    work: (client: pg.Client) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

export async function logIn(world: World): Promise<LoggedIn> {
  const connect = async (url: string): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const owner = await connect(world.ownerUrl ?? '');
  const database = owner.database ?? '';
  const clients = new Map<LoginPlace, pg.Client>();
  for (const name of NAMES)
    clients.set(
      name,
      await connect(loginUrl(world.ownerUrl ?? '', roleOfPlace(database, name, 'login'), `password of ${name}`)),
    );
  const login = (name: LoginPlace): pg.Client => clients.get(name) as pg.Client;
  const rolesOf: LoggedIn['rolesOf'] = async (name) => {
    const { rows } = await login(name).query<{ role: string }>(
      `select rolname::text as role from pg_roles where pg_has_role(session_user, oid, 'member') and rolname <> session_user order by 1`,
    );
    return rows.map(({ role }) => role);
  };
  return {
    owner,
    database,
    login,
    rolesOf,
    tables: (await owner.query<Table>(TABLES, [SCHEMAS])).rows,
    routines: (await owner.query<Routine>(ROUTINES, [SCHEMAS])).rows,
    asEach: async (name, work) => {
      for (const role of await rolesOf(name)) {
        await login(name).query(`set role "${role}"`);
        await work(login(name), role);
        await login(name).query('reset role');
      }
    },
    as: async (name, role, settings, work) => {
      const client = login(name);
      await client.query('begin');
      try {
        for (const [key, value] of Object.entries(settings))
          await client.query('select set_config($1, $2, true)', [key, value]);
        await client.query(`set local role "${roleOfPlace(database, name, role)}"`);
        return await work(client);
      } finally {
        await client.query('rollback');
      }
    },
    close: async () => {
      for (const client of clients.values()) await client.end();
      await owner.end();
    },
  };
}

/** A world over the wire with all its logins, and one question of a bank: it leaves entries, uses of an authorization, and a quota of the day. */
export async function openAsked(): Promise<{ readonly world: World; readonly all: LoggedIn }> {
  const world = await openWorld('postgresql', { wire: true });
  const all = await logIn(world);
  const asked = await world.ask(
    BANK_A,
    'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name records { totalCount } } }',
    { id: MEI },
    { purpose: 'LOAN_ORIGINATION' },
  );
  expect(asked.errors).toBeUndefined();
  return { world, all };
}
