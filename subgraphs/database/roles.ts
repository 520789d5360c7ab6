/**
 * Names of database roles. PostgreSQL keeps roles for the whole server, so that each database has its own: code and SQL files say `party`, the server
 * `credit_<database>_party`.
 */
import { createHash } from 'node:crypto';
import type { Role } from '../../schema/law/facts.ts';

/** One for each kind of caller. */
export const READER_ROLES = [
  'public',
  'subject',
  'party',
  'department',
  'provider',
  'collector',
  'operator',
  'analyst',
  'authority',
] as const;

/** One for each kind of write (access/roles.sql says what each is for). */
export const WRITER_ROLES = [
  'control',
  'intake',
  'collect',
  'designate',
  'rights',
  'ledger',
  'report',
  'due',
  'amend',
  'statistics',
  'sequencer',
  'webhooks',
  'admission',
  'metrics',
  'presence',
  'reseal',
  'recovery',
] as const;

/** Roles that only own functions. The login role cannot switch to them. */
const OWNER_ROLES = ['notifier', 'census', 'joiner', 'redactor', 'meter'] as const;

/** Reads everything for a backup. The operator gives it to a login of its own; no role of this database is in it. */
const BACKUP_ROLE = 'backup';

type ReaderRole = (typeof READER_ROLES)[number];

/** Roles that the login role may switch to. */
export type DatabaseRole = ReaderRole | (typeof WRITER_ROLES)[number];

export type RoleName = DatabaseRole | (typeof OWNER_ROLES)[number] | typeof BACKUP_ROLE | 'login';

export const ALL_ROLES: readonly RoleName[] = [...READER_ROLES, ...WRITER_ROLES, ...OWNER_ROLES, BACKUP_ROLE, 'login'];

/** Database role that a caller reads under. */
export const readerRole = (role: Role): ReaderRole => role.toLowerCase() as ReaderRole;

/** Longest identifier of PostgreSQL, in bytes. A longer one is cut without an error. */
const IDENTIFIER = 63;
const HASH = 12;
const ROOM = IDENTIFIER - 'credit__'.length - Math.max(...ALL_ROLES.map((role) => role.length));

/** A name that could be taken for a cut one. */
const LIKE_CUT = new RegExp(`_[0-9a-f]{${HASH}}$`);

/**
 * The part of a role name that names the database. A long name is cut; a hash of the whole name tells it from others that begin alike, and from a
 * name that was chosen to look like a cut one.
 */
function databasePart(database: string): string {
  if (Buffer.byteLength(database) <= ROOM && !LIKE_CUT.test(database)) return database;
  let cut = database;
  while (Buffer.byteLength(cut) > ROOM - HASH - 1) cut = [...cut].slice(0, -1).join('');
  return `${cut}_${createHash('sha256').update(database).digest('hex').slice(0, HASH)}`;
}

export type RoleNames = Readonly<Record<RoleName, string>>;

/** Prefix of the names of a database's roles. */
export const rolePrefix = (database: string): string => `credit_${databasePart(database)}_`;

/** Names of a database's roles on its server. */
export const roleNames = (database: string): RoleNames =>
  Object.fromEntries(ALL_ROLES.map((role) => [role, `${rolePrefix(database)}${role}`])) as RoleNames;

/** The processes that have a login of their own, each by the letter that its roles begin with: the subgraphs, and the gateways that stand before them. */
export const PLACES = {
  catalog: 'c',
  'public-credit': 'p',
  'non-public-credit': 'n',
  sanctions: 's',
  gateway: 'g',
} as const;

export type LoginPlace = keyof typeof PLACES;

/** Longest name of a role: a longer one would leave less room for the name of the database. */
const NAME = Math.max(...ALL_ROLES.map((role) => role.length));

/** A role as one process takes it on, with its part of what the role may: `credit_<database>_p-party`. */
export const roleOfPlace = (database: string, place: LoginPlace, role: DatabaseRole | 'login'): string =>
  `${rolePrefix(database)}${`${PLACES[place]}-${role}`.slice(0, NAME)}`;

/** Names of the roles of all these processes, which are there where the operator made their logins. */
export const placeRoles = (database: string): readonly string[] =>
  (Object.keys(PLACES) as LoginPlace[]).flatMap((place) =>
    [...READER_ROLES, ...WRITER_ROLES, 'login' as const].map((role) => roleOfPlace(database, place, role)),
  );

/** The names under which one of these processes knows the roles. Those that it does not need its login may not take on. */
export const roleNamesOf = (database: string, place: LoginPlace): RoleNames => ({
  ...roleNames(database),
  ...(Object.fromEntries(
    [...READER_ROLES, ...WRITER_ROLES, 'login' as const].map((role) => [role, roleOfPlace(database, place, role)]),
  ) as Partial<RoleNames>),
});

export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** Fills the placeholders `"$database"` and `"$party"` (any role) for a database. */
export function fill(sql: string, database: string, names: RoleNames): string {
  return sql.replace(/"\$(\w+)"/g, (placeholder, name: string) => {
    if (name === 'database') return quoted(database);
    if (!(name in names)) throw new Error(`${placeholder} is no role. The roles are listed in database/roles.ts.`);
    return quoted(names[name as RoleName]);
  });
}
