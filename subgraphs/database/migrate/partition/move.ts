/** Moves a table into parts while it serves: made beside, filled in slices, compared, and switched. Interrupted anywhere, it goes on where it was. */
import { roleNames } from '../../roles.ts';
import type { Owner } from '../catalog.ts';
import { examine } from '../migrate.ts';
import { beginWith } from '../table-locks.ts';
import { BEGINNING, fill, olderEnded, type Reached, type Standing, same, saying, standingOf } from './fill.ts';
import { besideOf, LAYOUTS, type Layout, making, tableOf, unmaking } from './layout.ts';
import { switchOver } from './switch.ts';

const DEPENDENT_OBJECTS = '2BP01';

/** USED: something that was made by hand, such as a view, names the table. BUSY: another process moves. BEHIND: this release has not brought the database up yet, or a later one has. DIFFERENT: the two do not hold the same, and nothing was switched. OPEN: a transaction that is older stays open. */
export type Outcome = 'ALREADY' | 'MOVED' | 'STOPPED' | 'BEHIND' | 'DIFFERENT' | 'OPEN' | 'USED' | 'BUSY';

/** How long transactions are waited for that are older than what was filled. */
const OLDER_MS = 60_000;

export interface MoveSteps {
  /** After each slice; false stops there. */
  readonly onSlice: (table: string, reached: Reached) => boolean;
  readonly onCompare?: (table: string) => void;
  readonly olderMs?: number;
}

export interface TableStands {
  readonly table: string;
  readonly standing: Standing;
  /** About how many rows it holds, as the catalogs know it. */
  readonly rows: number;
}

export async function standings(owner: Owner): Promise<readonly TableStands[]> {
  const found: TableStands[] = [];
  for (const layout of LAYOUTS) {
    const [counted] = await owner.query<{ rows: number }>(
      `select coalesce(sum(greatest(c.reltuples, 0)), 0)::float8 as rows from pg_class c
        where c.relkind = 'r' and (c.oid = to_regclass($1) or c.oid in (select i.inhrelid from pg_inherits i where i.inhparent = to_regclass($1)))`,
      [tableOf(layout)],
    );
    found.push({
      table: tableOf(layout),
      standing: await standingOf(owner, layout),
      rows: counted?.rows ?? 0,
    });
  }
  return found;
}

async function begin(owner: Owner, layout: Layout): Promise<Reached> {
  await beginWith(owner, `begin; set local search_path = ''`, `lock table ${tableOf(layout)} in access exclusive mode`);
  try {
    await owner.run(unmaking(layout));
    await owner.run(await making(owner, layout, roleNames(owner.database).backup));
    await owner.run(saying(layout, BEGINNING));
    await owner.run('commit');
  } catch (error) {
    await owner.run('rollback');
    throw error;
  }
  return BEGINNING;
}

/** PostgreSQL analyzes the parts by itself, and never the table over them. */
const analyze = (owner: Owner, layout: Layout): Promise<void> => owner.run(`analyze ${besideOf(layout)}`);

/** While it is switched nobody brings the database up. */
async function switchAlone(owner: Owner, layout: Layout): Promise<Outcome> {
  await owner.query(`select pg_advisory_lock(hashtext('credit-gateway migrations'))`);
  try {
    const { code, state, isBehind } = await examine(owner);
    // An upgrade meanwhile took away what was made beside.
    if (state === undefined || isBehind || (await standingOf(owner, layout)).layout !== 'MOVING') return 'BEHIND';
    await switchOver(owner, layout, code, state);
    return 'MOVED';
  } catch (error) {
    if ((error as { readonly code?: string }).code === DEPENDENT_OBJECTS) return 'USED';
    throw error;
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('credit-gateway migrations'))`);
  }
}

async function moveOne(owner: Owner, layout: Layout, steps: MoveSteps): Promise<Outcome> {
  const standing = await standingOf(owner, layout);
  if (standing.layout === 'PARTS') return 'ALREADY';
  const { code, state, isBehind } = await examine(owner);
  if (state === undefined || isBehind || state.number !== code.access.edition.number) return 'BEHIND';
  const begun = standing.layout === 'MOVING' ? standing.reached : await begin(owner, layout);
  const reached = await fill(owner, layout, begun, (now) => steps.onSlice(tableOf(layout), now));
  if (!reached.filled) return 'STOPPED';
  if (!(await olderEnded(owner, steps.olderMs ?? OLDER_MS))) return 'OPEN';
  steps.onCompare?.(tableOf(layout));
  await analyze(owner, layout);
  if (!(await same(owner, layout))) return 'DIFFERENT';
  return switchAlone(owner, layout);
}

/**
 * Moves each table that may be in parts, one after the other, and tells how each ended; behind one that was not moved none is begun. A switch says the files of access/ again,
 * and they know no trigger that carries over: while one table is switched, no other may be between. A second mover is told BUSY.
 */
export async function partition(
  owner: Owner,
  steps: MoveSteps,
): Promise<readonly { readonly table: string; readonly outcome: Outcome }[]> {
  const [taken] = await owner.query<{ is: boolean }>(
    `select pg_try_advisory_lock(hashtext('credit-gateway partition')) as is`,
  );
  if (taken?.is !== true) return LAYOUTS.map((layout) => ({ table: tableOf(layout), outcome: 'BUSY' }));
  try {
    const done: { table: string; outcome: Outcome }[] = [];
    for (const layout of LAYOUTS) {
      const outcome = await moveOne(owner, layout, steps);
      done.push({ table: tableOf(layout), outcome });
      if (outcome !== 'MOVED' && outcome !== 'ALREADY') break;
    }
    return done;
  } finally {
    await owner.query(`select pg_advisory_unlock(hashtext('credit-gateway partition'))`);
  }
}

/** Gives up a move that was begun and not switched: what was made beside is gone, and the table serves as before. */
export async function giveUp(owner: Owner): Promise<void> {
  for (const layout of LAYOUTS) {
    await beginWith(
      owner,
      `begin; set local search_path = ''`,
      `lock table ${tableOf(layout)} in access exclusive mode`,
    );
    await owner.run(unmaking(layout));
    await owner.run('commit');
  }
}
