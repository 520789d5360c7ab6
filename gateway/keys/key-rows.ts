/** What each sealing key sealed, counted place by place, and the marks of keys that the database keeps. */
import type { Database, Statement } from '../../subgraphs/database/database.ts';
import { SEALED_PLACES, type SealedPlace } from '../../subgraphs/keys/sealed-places.ts';
import { OF_PLATFORM } from './presence.ts';

export const placeName = ({ table, sealed }: SealedPlace): string => `${table}.${sealed}`;

export interface KeyRows {
  readonly place: string;
  readonly key: string;
  readonly rows: number;
}

/** Every place and key under which something is sealed. It reads the tables whole: an operator asks for it, no request does. */
export async function rowsByKey(database: Database): Promise<readonly KeyRows[]> {
  const counted: KeyRows[] = [];
  for (const place of SEALED_PLACES) {
    const statement: Statement = {
      name: `key-rows:${placeName(place)}`,
      text: `select ${place.key} as key, count(*)::int as rows from ${place.table} where ${place.sealed} is not null group by 1 order by 1`,
    };
    const rows = await database.execute<Omit<KeyRows, 'place'>>(OF_PLATFORM, 'reseal', statement, []);
    counted.push(...rows.map(({ key, rows: of }) => ({ place: placeName(place), key, rows: Number(of) })));
  }
  return counted;
}

export interface KeyMark {
  readonly kind: 'INDEX' | 'PSEUDONYM' | 'SEALING';
  readonly id: string;
  readonly firstSeen: string;
  readonly sealsSince: string | null;
  readonly retiredAt: string | null;
}

const MARKS: Statement = {
  name: 'key-marks',
  text: `select kind, id, first_seen as "firstSeen", seals_since as "sealsSince", retired_at as "retiredAt" from control.key_mark
    order by kind, first_seen, id`,
};

export const keyMarks = (database: Database): Promise<readonly KeyMark[]> =>
  database.execute<KeyMark>(OF_PLATFORM, 'reseal', MARKS, []);

const RETIRE: Statement = {
  name: 'key-retire',
  text: `update control.key_mark set retired_at = now() where kind = 'SEALING' and id = $1 and retired_at is null`,
};

/** From here on no file needs the key, and no process may seal with it. */
export const retire = async (database: Database, id: string): Promise<void> =>
  void (await database.execute(OF_PLATFORM, 'reseal', RETIRE, [id]));
