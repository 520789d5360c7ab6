/**
 * Brings a database up to this code. Numbered migrations change tables, each once; the files of access/ (functions, triggers, policies, grants) are
 * applied where the database's number is smaller than the code's. All in one transaction of the owner of the schemas, so that no database is left
 * between two numbers.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Localized } from '../../../schema/localized.ts';
import { type RoleNames, roleNames } from '../roles.ts';
import { type AccessFiles, readAccess } from './access.ts';
import { type Applied, applyAccess, differenceOf } from './apply.ts';
import type { Owner } from './catalog.ts';
import { BEING_RESTORED, FENCE } from './fence.ts';
import { declaredFor } from './logins/expand.ts';
import { layOut, unmakeBegun } from './partition/layout.ts';
import { dropRoles, rolesLeftBehind } from './privileges.ts';
import { descriptionOf, statementsOf } from './sql-text.ts';
import { beginWith, lockOf, WITHIN_MS } from './table-locks.ts';
import { isOld, OLD_ROLES } from './upgrade.ts';

const MIGRATIONS_FOLDER = new URL('../migrations/', import.meta.url);

export interface NumberedMigration {
  readonly name: string;
  /** What it does and why: the comment at its beginning. */
  readonly description: Localized;
  readonly statements: readonly string[];
}

/**
 * One folder for each migration, one file for each schema in it, both in the order of their names. A released migration is never changed: a new one
 * is added.
 */
export function readMigrations(folder = MIGRATIONS_FOLDER): readonly NumberedMigration[] {
  const byName = (left: string, right: string): number =>
    left.replace('.sql', '') < right.replace('.sql', '') ? -1 : 1;
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const texts = readdirSync(new URL(`${name}/`, folder))
        .sort(byName)
        .map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8'));
      return { name, description: descriptionOf(texts), statements: texts.flatMap(statementsOf) };
    });
}

/** Migrations and access files of this code. Tests pass others. */
export interface Code {
  readonly migrations: readonly NumberedMigration[];
  readonly access: AccessFiles;
}

/** How long a statement waits for a lock that was not taken at the beginning. Queries that queue behind it wait as long. */
const LOCK_TIMEOUT_MS = 4_000;

export interface State {
  readonly number: number;
  readonly servesFrom: number;
  readonly hash: string;
  /** Name of the database when its roles were created. It differs from today's where the database was copied or renamed. */
  readonly database: string;
  readonly objects: Applied;
  readonly migrations: readonly string[];
  /** How many of its roles exist on the server. Fewer where the database was restored on another server. */
  readonly roles: number;
}

const STATE = `select a.number, a.serves_from as "servesFrom", a.hash, a.database, a.objects,
    array(select m.name::text from public.migration m order by m.name) as migrations,
    (select count(*)::int from pg_roles where rolname = any ($1)) as roles
  from public.access a`;

const UNDEFINED_TABLE = '42P01';
/** A lock that was not to be had: for a statement, or for all tables together. */
const LOCK_NOT_AVAILABLE: ReadonlySet<string | undefined> = new Set(['55P03', '57014']);
const DEPENDENT_OBJECTS = '2BP01';

const codeOf = (error: unknown): string | undefined => (error as { readonly code?: string }).code;

/** Undefined for a database that was never brought up. */
async function readState(owner: Owner, names: RoleNames): Promise<State | undefined> {
  try {
    return (await owner.query<State>(STATE, [Object.values(names)]))[0];
  } catch (error) {
    if (codeOf(error) === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

const RESTORE = 'or go back to a copy of the database that was made before';

/** Whether there is something to apply. Throws with what to do where this code must not run over the database. */
function isBehind(state: State, { migrations, access: { edition } }: Code, database: string, roles: number): boolean {
  const known = new Set(migrations.map(({ name }) => name));
  const foreign = state.migrations.filter((name) => !known.has(name));
  if (state.number === BEING_RESTORED)
    throw new Error(
      'The database is being restored, and the restore has not ended. Run npm run restore with the same folder again: it goes on where it was.',
    );
  if (state.number > edition.number) {
    if (state.servesFrom > edition.number)
      throw new Error(
        `The database is newer than this code: it has the access of number ${state.number}, which serves code from number ${state.servesFrom} on, and this code has ${edition.number}. Start the newer release, ${RESTORE}.`,
      );
    if (state.database !== database || state.roles < roles)
      throw new Error(
        `The database was copied, renamed or brought from another server, and was last brought up by newer code. Start that release once: only it can make its roles under the new name.`,
      );
    return false;
  }
  if (foreign.length > 0)
    throw new Error(
      `The database is newer than this code: it has the migration ${foreign[0]}, which this code does not know. Start the release that brought it, ${RESTORE}.`,
    );
  if (state.number === edition.number && state.hash !== edition.hash)
    throw new Error(
      `The database has the access of number ${state.number} with another text than this code. Raise the number in database/access/number.json, or start the release that the database was brought up by.`,
    );
  return (
    state.number < edition.number ||
    state.database !== database ||
    state.roles < roles ||
    migrations.length > state.migrations.length
  );
}

const TABLES = `create table if not exists public.migration (name text primary key, executed_at timestamptz not null default now());
  create table if not exists public.access (id int primary key check (id = 1), number int not null, serves_from int not null, hash text not null,
    database text not null, objects jsonb not null, applied_at timestamptz not null default now());`;

/** How it is brought up: `logins` makes those of the subgraphs where there are none yet. */
export interface Bringing {
  readonly restoring?: boolean | undefined;
  readonly logins?: boolean;
}

async function bring(owner: Owner, examined: Examined, restoring: boolean, logins: boolean): Promise<void> {
  const { database } = owner;
  const { state } = examined;
  const { access } = examined.code;
  const old = state === undefined && (await isOld(owner));
  // The table had another form then.
  if (old) await owner.run('drop table public.migration');
  if (state === undefined) await owner.run(TABLES);
  // A migration knows the table alone, and not what is being made beside it: the move begins anew.
  await unmakeBegun(owner);
  for (const { statements } of lacking(examined, old)) await owner.run(`${statements.join(';\n')};`);
  // A new database has them in parts from the beginning. Nothing speaks of them yet, and nothing is in them.
  if (state === undefined && !old) await layOut(owner);
  for (const { name } of lacking(examined, false))
    await owner.query('insert into public.migration (name) values ($1)', [name]);
  const declared = await declaredFor(owner, access, logins);
  const { applied, foreignRoles } = await applyAccess(owner, declared, state?.objects ?? {});
  const { number, servesFrom, hash } = access.edition;
  await owner.query(
    `insert into public.access (id, number, serves_from, hash, database, objects) values (1, $1, $2, $3, $4, $5::jsonb)
     on conflict (id) do update set number = excluded.number, serves_from = excluded.serves_from, hash = excluded.hash,
       database = excluded.database, objects = excluded.objects, applied_at = now()`,
    [number, servesFrom, hash, database, JSON.stringify(applied)],
  );
  if (restoring) await owner.run(FENCE);
  await dropRoles(owner, [
    ...foreignRoles,
    ...(old ? OLD_ROLES : []),
    ...(state === undefined || state.database === database ? [] : await rolesLeftBehind(owner, state.database)),
  ]);
}

/** The locks that it takes to bring up a database that was brought up before. */
const tablesOf = async (owner: Owner, examined: Examined, { objects }: State, logins: boolean) => {
  const access = await declaredFor(owner, examined.code.access, logins);
  const migrations = lacking(examined, false).flatMap(({ statements }) => statements);
  return lockOf(owner, migrations, (await differenceOf(owner, access, objects)).objects);
};

let code: Code | undefined;
const thisCode = (): Code => {
  code ??= { migrations: readMigrations(), access: readAccess() };
  return code;
};

/** A database as it stands, beside this code. */
export interface Examined {
  readonly code: Code;
  readonly names: RoleNames;
  /** Undefined for a database that was never brought up. */
  readonly state: State | undefined;
  readonly isBehind: boolean;
}

/** Looks at it and changes nothing. Throws with what to do where this code must not run over it. */
export async function examine(owner: Owner, own: Code = thisCode(), restoring = false): Promise<Examined> {
  const names = roleNames(owner.database);
  const state = await readState(owner, names);
  return {
    code: own,
    names,
    state,
    isBehind: restoring || state === undefined || isBehind(state, own, owner.database, Object.keys(names).length),
  };
}

/** The migrations that it lacks. `old`: it was made by those that the first one of today stands for. */
export const lacking = ({ code: { migrations }, state }: Examined, old: boolean): readonly NumberedMigration[] =>
  migrations.filter(({ name }, index) => state?.migrations.includes(name) !== true && !(old && index === 0));

/**
 * Brings a database up to this code and returns the names of its roles. Does nothing where it is up to date, or where newer code brought it further
 * and still serves this one. Throws with what to do where this code must not run over it. A restore (`restoring`) has everything compared: roles,
 * owners, policies and grants were not in what it loaded.
 */
export async function bringUp(
  owner: Owner,
  brought?: Code,
  { restoring = false, logins = false }: Bringing = {},
): Promise<RoleNames> {
  const examined = await examine(owner, brought, restoring);
  const { code: own, names, state } = examined;
  if (!examined.isBehind && !logins) return names;
  try {
    await beginWith(
      owner,
      `begin; set local lock_timeout = ${LOCK_TIMEOUT_MS}; set local search_path = ''`,
      state === undefined ? undefined : await tablesOf(owner, examined, state, logins),
    );
    await bring(owner, examined, restoring && state?.number === BEING_RESTORED, logins);
    await owner.run('commit');
  } catch (error) {
    await owner.run('rollback');
    if (codeOf(error) === DEPENDENT_OBJECTS)
      throw new Error(
        `The database cannot be brought to number ${own.access.edition.number}: something that was made by hand uses what is replaced (${error instanceof Error ? error.message : error}). Nothing was changed. Drop what depends on it, such as the view, start again, and make it anew afterwards.`,
      );
    if (LOCK_NOT_AVAILABLE.has(codeOf(error)))
      throw new Error(
        `The row policies cannot be brought to number ${own.access.edition.number}: somebody has used a table for longer than ${WITHIN_MS / 1_000} s. Nothing was changed. Start again, or end the transaction that is open (pg_stat_activity).`,
      );
    throw error;
  }
  return names;
}
