/** Rows that are damaged for a test and put back, and what differs between two answers. */
import { expect } from 'vitest';
import type { SealedPlace } from '../../subgraphs/keys/sealed-places.ts';
import type { Identifier, World } from '../kit.ts';
import { HELD, overwrite, rowsOf, type SealedRow } from './filled.ts';

export const name = ({ table, sealed }: SealedPlace): string => `${table}.${sealed}`;

/** What differs, leaf by leaf; lists of another length differ as a whole. */
export function changes(before: unknown, after: unknown, path = ''): string[] {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (Array.isArray(before) && before.length !== (after as unknown[]).length) return [`${path} has another length`];
  return names.flatMap((key) =>
    changes((before as Record<string, unknown>)[key], (after as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

/** A date of birth stands in no column but the sealed one: as a statement it is content of its row, and not a row. */
export const isLost = (path: string): boolean => path.endsWith('another length') && !path.includes('.statements');

/** How a row is made unreadable: its bytes altered, its key unknown, or the value of another row in its place. */
export const DAMAGES: readonly (readonly [string, (row: SealedRow, other: SealedRow) => readonly [Buffer, string]])[] =
  [
    ['altered', ({ sealed, key }) => [Buffer.from(sealed).fill(0, 20, 24), key]],
    ['cut', ({ sealed, key }) => [Buffer.from(sealed).subarray(0, 10), key]],
    ['under an unknown key', ({ sealed }) => [Buffer.from(sealed), 'k-gone']],
  ];

/** The id under which a subject is held. */
export const idOf = ({ server }: World, { type, value }: Identifier): string =>
  server.platform.secrets.subjectId(type, value);

/** Damages the first row of each subject that is asked here, or of all, and puts everything back afterwards. */
export async function damaged(
  world: World,
  place: SealedPlace,
  how: (typeof DAMAGES)[number][1],
  work: (rows: readonly SealedRow[]) => Promise<void>,
) {
  const all = await rowsOf(world, place);
  const ids = new Set(HELD.map((who) => idOf(world, who)));
  const firsts = [...Map.groupBy(all, ({ at }) => at.subject_id ?? '').entries()].flatMap(([id, rows]) =>
    'subject_id' in place.row && !ids.has(id) ? [] : rows.slice(0, 1),
  );
  expect(firsts.length).toBeGreaterThan(0);
  for (const row of firsts) await overwrite(world, place, row, ...how(row, all[1] ?? row));
  try {
    await work(firsts);
  } finally {
    for (const row of firsts) await overwrite(world, place, row, Buffer.from(row.sealed), row.key);
  }
}
