/** What a manifest tells of a database, read in one snapshot of whoever reads it. */
import { keysInUse } from '../../subgraphs/keys/prove.ts';
import type { KeptCheckpoint, Manifest } from './manifest.ts';

/** A connection, or a copy of the embedded database. */
export interface Reader {
  query<Row>(statement: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}

/** Tables whose rows a dump holds. Those of an extension come back with it. One in parts counts as one: how it is laid out is no matter of its rows. */
export const TABLES = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.nspname <> 'information_schema' and not starts_with(n.nspname, 'pg_')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by 1`;

/** The instant in the form that signed texts have. */
const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const CHECKPOINT = `select size::float8 as size, encode(root, 'base64') as "rootHash", ${instant('signed_at')} as "signedAt", key_id as "keyId",
    encode(signature, 'base64') as signature from ledger.checkpoint order by ledger.checkpoint.size desc limit 1`;

interface MarkRow {
  readonly kind: 'INDEX' | 'PSEUDONYM' | 'SEALING';
  readonly id: string;
  readonly mark: string;
}

/** Null for a database from before its keys were marked. */
async function keysOf(reader: Reader): Promise<Manifest['keys']> {
  const [table] = await reader.query<{ there: boolean }>(`select to_regclass('control.key_mark') is not null as there`);
  if (table?.there !== true) return null;
  const marks = await reader.query<MarkRow>(
    `select kind, id, encode(mark, 'hex') as mark from control.key_mark order by first_seen, id`,
  );
  const only = (kind: MarkRow['kind']): string | undefined => marks.find((one) => one.kind === kind)?.mark;
  const index = only('INDEX');
  const pseudonym = only('PSEUDONYM');
  if (index === undefined || pseudonym === undefined) return null;
  const sealing = marks.filter(({ kind }) => kind === 'SEALING');
  const used = await keysInUse(reader);
  return {
    index,
    pseudonym,
    // Those that something is sealed with: a key that was resealed, and is not taken out yet, is not needed.
    sealing: sealing.filter(({ id }) => used.has(id)).map(({ id }) => id),
    probes: Object.fromEntries(sealing.map(({ id, mark }) => [id, mark])),
  };
}

export type Facts = Pick<
  Manifest,
  'postgresql' | 'database' | 'access' | 'migrations' | 'rows' | 'keys' | 'checkpoint' | 'takenAt'
>;

export async function rowsOf(reader: Reader): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const { name } of await reader.query<{ name: string }>(TABLES)) {
    const [counted] = await reader.query<{ rows: number }>(`select count(*)::float8 as rows from ${name}`);
    rows[name] = counted?.rows ?? 0;
  }
  return rows;
}

/** Whether the database is one of ours at all. */
export async function isOurs(reader: Reader): Promise<boolean> {
  const [found] = await reader.query<{ ours: boolean }>(`select to_regclass('public.access') is not null as ours`);
  return found?.ours === true;
}

export async function factsOf(reader: Reader): Promise<Facts> {
  const [state] = await reader.query<Pick<Facts, 'access' | 'database' | 'migrations' | 'postgresql' | 'takenAt'>>(
    `select a.number as access, current_database()::text as database, current_setting('server_version') as postgresql,
       array(select m.name::text from public.migration m order by m.name) as migrations, ${instant('now()')} as "takenAt" from public.access a`,
  );
  const [checkpoint = null] = await reader.query<KeptCheckpoint>(CHECKPOINT);
  if (state === undefined) throw new Error('The database was never brought up.');
  // The base64 of PostgreSQL has line breaks.
  const whole = (text: string): string => text.replaceAll('\n', '');
  return {
    ...state,
    rows: await rowsOf(reader),
    keys: await keysOf(reader),
    checkpoint:
      checkpoint === null
        ? null
        : { ...checkpoint, rootHash: whole(checkpoint.rootHash), signature: whole(checkpoint.signature) },
  };
}
