/** The database that a backup is restored into: it must be empty, or hold a restore of the same backup that was broken off. */
import type { Connection } from '../connection.ts';
import { Refused } from '../refused.ts';
import { RESTORE as SAY } from '../sentences/restore.ts';

/** Stands while a restore has not ended, and names its backup. */
const MARK = 'public.restore_unfinished';

/** Everything but what belongs to PostgreSQL or to an extension. */
const HELD = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname <> 'information_schema' and not starts_with(n.nspname, 'pg_')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  union all select format('schema %I', n.nspname) from pg_namespace n
    where n.nspname not in ('information_schema', 'public') and not starts_with(n.nspname, 'pg_')
      and not exists (select from pg_depend d where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
  order by 1`;

/** Whether the backup was loaded already. Throws Refused where the database holds anything else. */
export async function wasLoaded(connection: Connection, place: string, digest: string): Promise<boolean> {
  const held = await connection.query<{ name: string }>(HELD);
  if (held.length === 0) return false;
  if (!held.some(({ name }) => name === MARK))
    throw new Refused(
      SAY.notEmpty(
        place,
        held.map(({ name }) => name),
      ),
    );
  const [mark] = await connection.query<{ backup: string }>(`select backup from ${MARK}`);
  if (mark?.backup !== digest) throw new Refused(SAY.otherUnfinished(place));
  return true;
}

/** SQL that fails where something came into the database since it was found empty. */
export const STILL_EMPTY = `do $empty$ begin if exists (${HELD}) then raise exception 'the database is not empty any more'; end if; end $empty$;`;

/** SQL that marks the database, within the transaction that loads it. The digest is hexadecimal. */
export const mark = (digest: string): string => `create table ${MARK} (backup text not null);
insert into ${MARK} (backup) values ('${digest}');`;

export const UNMARK = `drop table if exists ${MARK}`;
