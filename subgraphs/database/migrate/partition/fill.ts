/** Fills the table beside while the other serves: in slices, each a transaction that says how far it came. Readers never wait, writers no longer than a slice takes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Owner } from '../catalog.ts';
import { beginWith } from '../table-locks.ts';
import { besideOf, CARRIED, columnsOf, type Layout, tableOf } from './layout.ts';

/** How far a move came. It stands in the comment of the table that is filled, and is written in the transaction of the slice. */
export interface Reached {
  readonly rows: number;
  /** The key behind which it goes on; null before the first slice. */
  readonly behind: readonly (string | number)[] | null;
  readonly filled: boolean;
}

/** PARTS: it was moved. MOVING: a move was begun. WHOLE: none was, or what one left is of no use, because nothing carries over any more. */
export type Standing =
  | { readonly layout: 'PARTS' | 'WHOLE' }
  | { readonly layout: 'MOVING'; readonly reached: Reached };

const STANDING = `select c.relkind = 'p' as parts, obj_description(to_regclass($2), 'pg_class') as reached,
    exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = '${CARRIED}' and t.tgenabled = 'O') as carried
  from pg_class c where c.oid = to_regclass($1)`;

export async function standingOf(owner: Owner, layout: Layout): Promise<Standing> {
  const [found] = await owner.query<{ parts: boolean; reached: string | null; carried: boolean }>(STANDING, [
    tableOf(layout),
    besideOf(layout),
  ]);
  if (found?.parts === true) return { layout: 'PARTS' };
  if (found?.carried !== true || found.reached === null) return { layout: 'WHOLE' };
  return { layout: 'MOVING', reached: JSON.parse(found.reached) as Reached };
}

/** JSON of a key of numbers and uuids has no quotation mark of SQL. */
export const saying = (layout: Layout, reached: Reached): string =>
  `comment on table ${besideOf(layout)} is '${JSON.stringify(reached).replaceAll("'", "''")}'`;

export const BEGINNING: Reached = { rows: 0, behind: null, filled: false };

/** A slice is as large as is copied in this time: so long do writers wait. */
const AIM_MS = 150;
const FIRST = 500;
const MOST = 20_000;

/** Rows of one slice, and the key of the last. */
async function slice(owner: Owner, layout: Layout, columns: string, { behind }: Reached, size: number) {
  const key = layout.key.join(', ');
  const after = behind === null ? '' : `where (${key}) > (${layout.key.map((_, index) => `$${index + 2}`).join(', ')})`;
  // The primary key of the one is that of the other: what was carried over before the slice came stays.
  const rows = await owner.query<Record<string, string | number> & { count: number }>(
    `with taken as materialized (select ${columns} from ${tableOf(layout)} ${after} order by ${key} limit $1),
      put as (insert into ${besideOf(layout)} (${columns}) select ${columns} from taken on conflict (${key}) do nothing)
    select (select count(*)::int from taken) as count, ${layout.key.map((column) => `last.${column}`).join(', ')} from (
      select ${key} from taken order by ${layout.key.map((column) => `${column} desc`).join(', ')} limit 1) last`,
    [size, ...(behind ?? [])],
  );
  return rows[0];
}

/** Goes on until nothing is left, or `onSlice` says to stop. Writers are kept out for a slice, so that nothing is copied that is being changed. */
export async function fill(
  owner: Owner,
  layout: Layout,
  begun: Reached,
  onSlice: (reached: Reached) => boolean,
): Promise<Reached> {
  const columns = (await columnsOf(owner, layout)).join(', ');
  let reached = begun;
  for (let size = FIRST; !reached.filled; ) {
    await beginWith(owner, 'begin', `lock table ${tableOf(layout)} in share mode`);
    const began = performance.now();
    const last = await slice(owner, layout, columns, reached, size);
    reached =
      last === undefined
        ? { ...reached, filled: true }
        : {
            rows: reached.rows + last.count,
            behind: layout.key.map((column) => last[column] as string | number),
            filled: false,
          };
    await owner.run(saying(layout, reached));
    await owner.run('commit');
    const took = performance.now() - began;
    size = Math.min(MOST, Math.max(FIRST, Math.round((size * AIM_MS) / took)));
    if (!onSlice(reached)) break;
    // Writers that waited go first.
    await pause(took / 4);
  }
  return reached;
}

const OPEN = `select distinct l.virtualtransaction as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'virtualxid' and l.granted and a.datname = current_database() and l.pid <> pg_backend_pid()`;

/**
 * Waits until every transaction has ended that was open when it was filled: its snapshot is from before the last slice, and it would find less in the table beside than
 * there is.
 */
export async function olderEnded(owner: Owner, withinMs: number): Promise<boolean> {
  const names = async (): Promise<readonly string[]> =>
    (await owner.query<{ name: string }>(OPEN)).map(({ name }) => name);
  let open = await names();
  for (const began = performance.now(); open.length > 0; ) {
    if (performance.now() - began > withinMs) return false;
    await pause(20);
    const now = new Set(await names());
    open = open.filter((name) => now.has(name));
  }
  return true;
}

/** Whether both hold the same rows, every column of each, in one snapshot. */
export async function same(owner: Owner, layout: Layout): Promise<boolean> {
  const columns = (await columnsOf(owner, layout)).join(', ');
  const sums = [tableOf(layout), besideOf(layout)].map(
    (table) =>
      `select count(*)::text || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)::text as held from (select ${columns} from ${table}) t`,
  );
  await owner.run('begin isolation level repeatable read, read only');
  try {
    const held: string[] = [];
    for (const sum of sums) held.push((await owner.query<{ held: string }>(sum))[0]?.held ?? '');
    return held[0] === held[1];
  } finally {
    await owner.run('rollback');
  }
}
