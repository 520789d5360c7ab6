/** A dump of a world's database, as its owner would make it, without the file of keys: every column of every table as text, and what stands in it. */
import { createHash } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import type { World } from './kit.ts';

type Row = Readonly<Record<string, unknown>>;

/** All that stands in a column, by `schema.table.column`. */
export type Dump = ReadonlyMap<string, string>;

const COLUMNS = `select n.nspname || '.' || c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p', 'm') and not c.relispartition and n.nspname !~ '^(pg_|information_schema)' and a.attnum > 0 and not a.attisdropped group by 1 order by 1`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function read(query: (statement: string) => Promise<readonly Row[]>): Promise<Dump> {
  const dump = new Map<string, string>();
  for (const { table, columns } of await query(COLUMNS)) {
    const of = (columns as string[]).map(
      (column) => `string_agg(${quoted(column)}::text, chr(10)) as ${quoted(column)}`,
    );
    const [held] = await query(`select ${of.join(', ')} from ${String(table).split('.').map(quoted).join('.')}`);
    for (const column of columns as string[]) dump.set(`${table}.${column}`, String(held?.[column] ?? ''));
  }
  return dump;
}

/** Everything, past all row policies. */
export async function dumpOf({ ownerUrl, server }: Pick<World, 'ownerUrl' | 'server'>): Promise<Dump> {
  if (ownerUrl !== undefined) {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      return await read(async (statement) => (await client.query(statement)).rows);
    } finally {
      await client.end();
    }
  }
  const folder = await server.platform.database.dump?.();
  if (folder === undefined) throw new Error('The database of this world can be dumped by nobody.');
  const copy = await PGlite.create({ dataDir: 'memory://', loadDataDir: folder });
  try {
    return await read(async (statement) => (await copy.query<Row>(statement)).rows);
  } finally {
    await copy.close();
  }
}

/** A text as it may stand in a dump: plain, as bytes, and hashed without a key. Bytes are printed in hex. */
function spellings(text: string): readonly (readonly [string, string])[] {
  const hashed = ['sha256', 'md5', 'sha1', 'sha512'].flatMap((algorithm) => {
    const hash = createHash(algorithm).update(text).digest();
    return (['hex', 'base64', 'base64url'] as const).map((encoding) => [algorithm, hash.toString(encoding)] as const);
  });
  const bytes = Buffer.from(text);
  return [['plain', text], ['hex', bytes.toString('hex')], ['base64', bytes.toString('base64')], ...hashed];
}

/** Where any of these texts stands: `schema.table.column: text (spelling)`. */
export function placesOf(dump: Dump, texts: readonly string[]): readonly string[] {
  const sought = texts.flatMap((text) => spellings(text).map(([how, spelled]) => ({ text, how, spelled })));
  return [...dump].flatMap(([column, held]) =>
    sought
      .filter(({ how, spelled }) => held.includes(spelled) || (how !== 'plain' && held.includes(spelled.toUpperCase())))
      .map(({ text, how }) => `${column}: ${text} (${how})`),
  );
}
