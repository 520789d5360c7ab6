/**
 * Whether a connection reads the whole database. `pg_dump` under row level security writes what its role may see, and no error says what is missing: so
 * each table and sequence is asked for before anything is dumped.
 */
import { roleNames } from '../../../subgraphs/database/roles.ts';
import type { Reader } from '../facts.ts';
import { Refused } from '../refused.ts';
import { BACKUP as SAY } from '../sentences/backup.ts';

/** `$1` is the role that reads. Extensions come back with their own. */
const UNREADABLE = `with reader as (select oid, rolname, rolsuper or rolbypassrls as past from pg_roles where rolname = $1)
  select format('%I.%I', n.nspname, c.relname) as name,
    not (has_schema_privilege(r.oid, n.oid, 'usage')
      and case when c.relkind = 'S' then has_sequence_privilege(r.oid, c.oid, 'select') else has_table_privilege(r.oid, c.oid, 'select') end) as forbidden
  from reader r, pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'S') and n.nspname <> 'information_schema' and not starts_with(n.nspname, 'pg_')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    and (not has_schema_privilege(r.oid, n.oid, 'usage')
      or not case when c.relkind = 'S' then has_sequence_privilege(r.oid, c.oid, 'select') else has_table_privilege(r.oid, c.oid, 'select') end
      or (c.relrowsecurity and not r.past and (c.relforcerowsecurity or not pg_has_role(r.oid, c.relowner, 'usage'))
        and (not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')
              and pg_get_expr(p.polqual, p.polrelid) = 'true'
              and exists (select from unnest(p.polroles) of (oid) where of.oid = 0 or pg_has_role(r.oid, of.oid, 'usage')))
          or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('r', '*')
              and exists (select from unnest(p.polroles) of (oid) where of.oid = 0 or pg_has_role(r.oid, of.oid, 'usage'))))))
  order by 1`;

interface Unreadable {
  readonly name: string;
  /** Without a grant; else without a policy that shows every row. */
  readonly forbidden: boolean;
}

/** The role that a connection dumps under: that of backups where it is a member, else itself. */
export async function readingRole(reader: Reader): Promise<string> {
  const [connected] = await reader.query<{ user: string; database: string }>(
    'select current_user::text as user, current_database()::text as database',
  );
  if (connected === undefined) throw new Error('The server names no user.');
  const { backup } = roleNames(connected.database);
  const [member] = await reader.query<{ is: boolean }>(
    `select exists (select from pg_roles where rolname = $1 and pg_has_role(current_user, oid, 'member')) as is`,
    [backup],
  );
  return member?.is === true ? backup : connected.user;
}

/** Throws Refused, naming what cannot be read. */
export async function checkReadable(reader: Reader, role: string): Promise<void> {
  const found = await reader.query<Unreadable>(UNREADABLE, [role]);
  if (found.length === 0) return;
  const [connected] = await reader.query<{ database: string }>('select current_database()::text as database');
  const names = (forbidden: boolean): string[] =>
    found.filter((one) => one.forbidden === forbidden).map(({ name }) => name);
  const { backup } = roleNames(connected?.database ?? '');
  throw new Refused(SAY.notAll(role, names(true), names(false), backup));
}
