/**
 * Moves what old keys sealed to the first key of the file, a slice at a time, while servers run. A row is replaced only where it is still what was read,
 * so that nothing that is written meanwhile is lost, and a kill at any moment leaves each row under one key or the other: both open it.
 */
import type { Database, Statement } from '../../subgraphs/database/database.ts';
import { SEALED_PLACES, type SealedPlace } from '../../subgraphs/keys/sealed-places.ts';
import type { Secrets } from '../../subgraphs/keys/secrets.ts';
import { placeName } from './key-rows.ts';
import { OF_PLATFORM } from './presence.ts';

/** Rows of one slice: some tens of milliseconds. */
const SLICE = 200;

/** A delivery may hold rows of a slice in another order. */
const DEADLOCK = '40P01';
const AGAIN = 5;

export interface Resealed {
  readonly moved: number;
  /** Rows that no key of the file opens: damaged, or sealed by a key that is not there. */
  readonly unreadable: readonly { readonly place: string; readonly rows: number }[];
  readonly stopped: boolean;
}

export interface ResealProgress {
  readonly place: string;
  readonly moved: number;
  readonly unreadable: number;
}

interface Row {
  readonly at: Readonly<Record<string, string | number>>;
  readonly sealed: Buffer;
  readonly keyId: string;
  readonly bound: string;
}

const readSlice = ({ table, sealed, key, row, boundTo }: SealedPlace, isFirst: boolean): Statement => {
  const columns = Object.keys(row);
  const after = Object.entries(row).map(([name, type]) => `($3::jsonb->>'${name}')::${type}`);
  return {
    name: `reseal-${isFirst ? 'first' : 'next'}:${table}.${sealed}`,
    text: `select jsonb_build_object(${columns.map((name) => `'${name}', ${name}::text`).join(', ')}) as at, ${sealed} as sealed, ${key} as "keyId",
        ${boundTo} as bound
      from ${table} where ${sealed} is not null and ${key} <> $1 ${isFirst ? '' : `and (${columns.join(', ')}) > (${after.join(', ')})`}
      order by ${columns.join(', ')} limit $2`,
  };
};

const writeSlice = ({ table, sealed, key, row }: SealedPlace): Statement => ({
  name: `reseal-write:${table}.${sealed}`,
  text: `update ${table} t set ${sealed} = decode(n.sealed, 'hex'), ${key} = $2
    from (select ${Object.entries(row)
      .map(([name, type]) => `(r->'at'->>'${name}')::${type} as ${name}`)
      .join(', ')}, r->>'before' as before, r->>'key' as before_key, r->>'sealed' as sealed
      from jsonb_array_elements($1::jsonb) r) n
    where ${Object.keys(row)
      .map((name) => `t.${name} = n.${name}`)
      .join(' and ')} and t.${sealed} = decode(n.before, 'hex') and t.${key} = n.before_key
    returning true as moved`,
});

/** The same value under the first key; undefined where no key opens it. */
function resealed(secrets: Secrets, place: string, { at, sealed, keyId, bound }: Row) {
  const value = secrets.unsealToRead({ sealed, keyId }, bound, { place, id: Object.values(at).join(' ') });
  if (value === undefined) return undefined;
  const anew = secrets.seal(value, bound);
  return {
    at,
    before: Buffer.from(sealed).toString('hex'),
    key: keyId,
    sealed: anew.sealed.toString('hex'),
  };
}

async function writeRows(database: Database, statement: Statement, rows: readonly unknown[], key: string) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.execute(OF_PLATFORM, 'reseal', statement, [JSON.stringify(rows), key]);
    } catch (error) {
      if ((error as { readonly code?: string }).code !== DEADLOCK || attempt === AGAIN) throw error;
    }
  }
}

/** Moves everything that another key than the first sealed. `goesOn` is asked after each slice. */
export async function resealAll(
  { database, secrets, to }: { readonly database: Database; readonly secrets: Secrets; readonly to: string },
  onProgress: (progress: ResealProgress) => void,
  goesOn: () => boolean,
): Promise<Resealed> {
  let moved = 0;
  const unreadable = new Map<string, number>();
  for (const place of SEALED_PLACES) {
    const name = placeName(place);
    let last: Row | undefined;
    for (;;) {
      const rows: readonly Row[] = await database.execute<Row>(
        OF_PLATFORM,
        'reseal',
        readSlice(place, last === undefined),
        last === undefined ? [to, SLICE] : [to, SLICE, JSON.stringify(last.at)],
      );
      last = rows.at(-1);
      if (last === undefined) break;
      const anew = rows.map((row) => resealed(secrets, place.table, row)).filter((row) => row !== undefined);
      moved += (await writeRows(database, writeSlice(place), anew, to)).length;
      if (anew.length < rows.length) unreadable.set(name, (unreadable.get(name) ?? 0) + rows.length - anew.length);
      onProgress({ place: name, moved, unreadable: unreadable.get(name) ?? 0 });
      if (!goesOn())
        return { moved, unreadable: [...unreadable].map(([at, count]) => ({ place: at, rows: count })), stopped: true };
    }
  }
  return { moved, unreadable: [...unreadable].map(([at, count]) => ({ place: at, rows: count })), stopped: false };
}
