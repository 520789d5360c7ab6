/**
 * Asks a database server, at each start, whether it holds what the walls rest on. What is made for it is undone with its transaction. A server that speaks
 * PostgreSQL and takes a statement without doing what it says would open what is withheld, and no answer would tell.
 */
import { randomBytes } from 'node:crypto';
import { engineMessages, type Property } from '../../../schema/messages/database/engine.ts';
import type { Owner } from '../migrate/catalog.ts';
import { literal } from '../statements.ts';
import { EngineFault } from './engine-fault.ts';

/** A session of the owner of the schemas. */
export type ProbeSession = Pick<Owner, 'query' | 'run'>;

type Row = Readonly<Record<string, unknown>>;

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown }).code ?? '');

/** Faults of the connection, of rights and of resources say nothing of the engine. */
const OF_THE_PLACE = /^(?:08|28|3D|53|57|E|42501)/;

const REFUSED = '42501';

const WITHIN_MS = 5_000;

const ofOtherUser = (cause: unknown): Error =>
  Object.assign(
    new Error(
      'This user may make no role or no schema. The user of DATABASE_URL must own the database and its schemas, and have CREATEROLE. Make it the owner, or name the one that is.',
      { cause },
    ),
    { code: REFUSED },
  );

async function holds(property: Property, question: () => Promise<boolean>): Promise<void> {
  let cause: unknown;
  const held = await question().catch((error: unknown) => {
    // Without a code it is not the server's answer.
    if (codeOf(error) === '' || OF_THE_PLACE.test(codeOf(error))) throw error;
    cause = error;
    return false;
  });
  if (!held) throw new EngineFault(engineMessages.lacking(property), cause);
}

const only = async (session: ProbeSession, statement: string): Promise<Row> =>
  (await session.query<Row>(statement))[0] ?? {};

/** What the statement is refused with; undefined where it is not. The transaction goes on. */
async function refusedWith(session: ProbeSession, statement: string): Promise<string | undefined> {
  await session.run('savepoint refused');
  try {
    await session.run(statement);
    return undefined;
  } catch (error) {
    return codeOf(error);
  } finally {
    await session.run('rollback to savepoint refused');
  }
}

/** Tables, a function, a trigger and a role as those of the walls are. */
const made = (name: string): string => `create role ${name} nologin noinherit; grant ${name} to current_user;
  create schema ${name}; grant usage, create on schema ${name} to ${name};
  create table ${name}.held (id int primary key, unit text not null, open text not null, closed text);
  insert into ${name}.held values (1, 'A', 'open', 'closed'), (2, 'A', 'open', 'closed'), (3, 'B', 'open', 'closed');
  create table ${name}.owned (id int primary key, unit text not null); insert into ${name}.owned values (1, 'A'), (2, 'B');
  create table ${name}.told (id int not null, calls int not null)`;

const POLICIES = (name: string): string => `alter table ${name}.held enable row level security;
  alter table ${name}.held force row level security;
  create policy own on ${name}.held to ${name} using (unit = current_setting('credit.unit', true)) with check (unit = current_setting('credit.unit', true));
  create policy narrow on ${name}.held as restrictive to ${name} using (id <> 2);
  grant select (id, unit, open), insert on ${name}.held to ${name}`;

const FORCED = (name: string): string => `alter table ${name}.owned enable row level security;
  alter table ${name}.owned force row level security;
  create policy own on ${name}.owned using (unit = current_setting('credit.unit', true));
  alter table ${name}.owned owner to ${name}`;

const TRIGGER = (
  name: string,
): string => `create function ${name}.tells() returns trigger language plpgsql security definer set search_path = pg_catalog
    as $$ begin insert into ${name}.told select n.id, 1 from fresh n join stale o using (id) where n.open <> o.open; return null; end $$;
  create trigger tells after update on ${name}.held referencing old table as stale new table as fresh for each statement execute function ${name}.tells();
  update ${name}.held set open = open || id where id <> 3`;

const DEFINER = (
  name: string,
): string => `create function ${name}.asks() returns text language sql stable security definer set search_path = pg_catalog
    as $$ select current_user || ' ' || current_setting('search_path') $$;
  grant execute on function ${name}.asks() to ${name}`;

const as = (name: string, unit: string): string =>
  `select set_config('credit.unit', ${literal(unit)}, true), set_config('role', ${literal(name)}, true)`;

/** Asks one session. Throws EngineFault with what lacks. */
export async function probeEngine(session: ProbeSession): Promise<void> {
  await holds('PRIMARY', async () => (await only(session, 'select pg_is_in_recovery() as replica')).replica === false);
  const name = `creditprobe_${randomBytes(6).toString('hex')}`;
  await session.run(`begin; set local statement_timeout = ${WITHIN_MS}; set local search_path = ''`);
  try {
    await holds('UNDONE', async () => {
      await session.run(made(name));
      return true;
    }).catch((error: unknown) => {
      throw codeOf(error) === REFUSED ? ofOtherUser(error) : error;
    });
    const { me } = await only(session, 'select current_user::text as me');
    await holds('ROW_POLICIES', async () => {
      await session.run(POLICIES(name));
      await session.run(as(name, 'A'));
      const { seen } = await only(session, `select array_agg(id order by id)::text as seen from ${name}.held`);
      const refused = await refusedWith(session, `insert into ${name}.held values (4, 'B', 'open', null)`);
      return seen === '{1}' && refused === REFUSED;
    });
    await holds(
      'COLUMN_GRANTS',
      async () => (await refusedWith(session, `select closed from ${name}.held`)) === REFUSED,
    );
    await session.run('reset role');
    await holds('FORCED_POLICIES', async () => {
      await session.run(FORCED(name));
      await session.run(as(name, 'B'));
      const { seen } = await only(session, `select array_agg(id order by id)::text as seen from ${name}.owned`);
      return seen === '{2}';
    });
    await session.run('reset role');
    await holds('DEFINER', async () => {
      await session.run(DEFINER(name));
      await session.run(as(name, 'A'));
      const { by, path } = await only(session, `select ${name}.asks() as by, current_setting('search_path') as path`);
      return by === `${me} pg_catalog` && path === '""';
    });
    await session.run('reset role');
    await holds('STATEMENT_TRIGGERS', async () => {
      await session.run(`alter table ${name}.held disable row level security`);
      await session.run(TRIGGER(name));
      const { told } = await only(session, `select array_agg(id order by id)::text as told from ${name}.told`);
      return told === '{1,2}';
    });
  } finally {
    await session.run('rollback');
  }
  await holds('UNDONE', async () => {
    const left = `select exists (select from pg_namespace where nspname = ${literal(name)}) or exists (select from pg_roles where rolname = ${literal(name)}) as left`;
    return (await only(session, left)).left === false;
  });
  await holds('LOCAL_SETTINGS', async () => {
    await session.run(`begin; select set_config('credit.probe', 'set', true); commit`);
    return ((await only(session, `select current_setting('credit.probe', true) as set`)).set ?? '') === '';
  });
}

/** Asks two sessions for what needs no table. */
export async function probeLocks(first: ProbeSession, second: ProbeSession): Promise<void> {
  const key = randomBytes(6).readUIntBE(0, 6);
  const tries = async (how: string): Promise<unknown> =>
    (await only(second, `select pg_try_advisory_xact_lock${how}(${key}) as had`)).had;
  await holds('ADVISORY_LOCKS', async () => {
    await first.run(`begin; select pg_advisory_xact_lock(${key})`);
    try {
      if ((await tries('')) !== false || (await tries('_shared')) !== false) return false;
    } finally {
      await first.run('rollback');
    }
    return (await tries('')) === true;
  });
}

const OF_ACCESS = 'from public.access where id = 1';

/** Asks two sessions over the row that says how the database was brought up: there is one as soon as it was, and nothing of it changes. */
export async function probeRows(first: ProbeSession, second: ProbeSession): Promise<void> {
  await holds('SNAPSHOT', async () => {
    const version = `select xmin::text || ' ' || ctid::text as version ${OF_ACCESS}`;
    await first.run('begin isolation level repeatable read, read only');
    try {
      const before = await only(first, version);
      await second.run('update public.access set id = id where id = 1');
      const after = await only(first, version);
      const now = await only(second, version);
      return before.version === after.version && now.version !== before.version;
    } finally {
      await first.run('rollback');
    }
  });
  await holds('SKIP_LOCKED', async () => {
    await first.run(`begin; select id ${OF_ACCESS} for update`);
    try {
      await second.run(`begin; set local lock_timeout = ${WITHIN_MS}`);
      return (await second.query(`select id ${OF_ACCESS} for update skip locked`)).length === 0;
    } finally {
      await second.run('rollback');
      await first.run('rollback');
    }
  });
}
