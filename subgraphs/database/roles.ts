/**
 * Database roles by the names that code and SQL files know them by. PostgreSQL keeps roles for a whole server, so that each database has its own:
 * `party` is `credit_<database>_party` there.
 */
import { createHash } from 'node:crypto';
import type { Role } from '../../schema/law/facts.ts';

/** One a kind of caller. */
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

/** One a kind of write (access/roles.sql says what each is for). */
export const WRITER_ROLES = [
  'control',
  'intake',
  'collect',
  'designate',
  'ledger',
  'report',
  'due',
  'amend',
  'statistics',
  'sequencer',
  'webhooks',
  'admission',
] as const;

/** Owners of functions. Nobody who answers becomes one of them. */
const OWNER_ROLES = ['notifier', 'census'] as const;

type ReaderRole = (typeof READER_ROLES)[number];

/** What the login role may become. */
export type DatabaseRole = ReaderRole | (typeof WRITER_ROLES)[number];

export type RoleName = DatabaseRole | (typeof OWNER_ROLES)[number] | 'login';

export const ALL_ROLES: readonly RoleName[] = [...READER_ROLES, ...WRITER_ROLES, ...OWNER_ROLES, 'login'];

/** Database role that a caller reads under. */
export const readerRole = (role: Role): ReaderRole => role.toLowerCase() as ReaderRole;

/** Longest identifier of PostgreSQL, in bytes. A longer one is cut without an error. */
const IDENTIFIER = 63;
const HASH = 12;
const ROOM = IDENTIFIER - 'credit__'.length - Math.max(...ALL_ROLES.map((role) => role.length));

/** The database in the names of its roles: a long name is cut, and a hash of the whole tells it from others that begin alike. */
function databasePart(database: string): string {
  if (Buffer.byteLength(database) <= ROOM) return database;
  let cut = database;
  while (Buffer.byteLength(cut) > ROOM - HASH - 1) cut = [...cut].slice(0, -1).join('');
  return `${cut}_${createHash('sha256').update(database).digest('hex').slice(0, HASH)}`;
}

export type RoleNames = Readonly<Record<RoleName, string>>;

/** What the names of a database's roles begin with. */
export const rolePrefix = (database: string): string => `credit_${databasePart(database)}_`;

/** Names of a database's roles on its server. */
export const roleNames = (database: string): RoleNames =>
  Object.fromEntries(ALL_ROLES.map((role) => [role, `${rolePrefix(database)}${role}`])) as RoleNames;

export const quoted = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** SQL with placeholders, `"$party"` and `"$database"`, filled for a database. */
export function fill(sql: string, database: string, names: RoleNames): string {
  return sql.replace(/"\$(\w+)"/g, (placeholder, name: string) => {
    if (name === 'database') return quoted(database);
    if (!(name in names)) throw new Error(`${placeholder} is no role. The roles are listed in database/roles.ts.`);
    return quoted(names[name as RoleName]);
  });
}
