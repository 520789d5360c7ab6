/**
 * Decides which counts a release publishes, so that neither repeating nor subtracting releases reveals a small group (Articles 17, 22, 23).
 *
 * - A cell is decided again only when its subjects changed by a hidden step of 10 to 14 since it was last decided, or its entries by ten times that.
 *   So no published count moves because of fewer than ten subjects.
 * - A cell is published when it has at least that step of subjects, and the unpublished siblings have together no subject or at least a step as well.
 * - A published count has noise that is drawn once and kept: two-sided geometric, so that any true count is possible behind it, and a sum or
 *   difference of counts carries all of their noise. Then it is rounded.
 */
import type { Nature } from '../../schema/law/facts.ts';
import { STATISTICS_BASE, STATISTICS_THRESHOLD } from '../../schema/law/statistics.ts';

/** True counts of a group. */
export interface Counted {
  /** Keys of the grouping in their order, joined by `+`. */
  readonly margin: string;
  /** Values in the same order, joined by `|`. */
  readonly key: string;
  /** Credit subjects with an entry in the group. */
  readonly subjects: number;
  /** Entries, at most ten of one subject. */
  readonly entries: number;
}

/** A cell as it was last decided. */
export interface Decided extends Counted {
  /** How many subjects must have come or gone before the cell is decided again. */
  readonly step: number;
  /** The published count; null where the cell is suppressed. */
  readonly count: number | null;
}

/** An unpredictable number in (0, 1]. */
export type Draw = () => number;

/** Mean size of the noise, in entries. */
const NOISE = 4;

/** The most entries of one subject that a cell counts. The census applies this limit. */
const ENTRIES_OF_ONE = 10;

const geometric = (draw: Draw): number => Math.floor(-NOISE * Math.log(draw()));

/** The published count for a true one: noisy, rounded, never below the threshold. */
export const publishedCount = (entries: number, draw: Draw): number =>
  Math.max(
    STATISTICS_THRESHOLD,
    STATISTICS_BASE * Math.round((entries + geometric(draw) - geometric(draw)) / STATISTICS_BASE),
  );

/** 10 to 14: the threshold, or up to four more. */
const drawStep = (draw: Draw): number => STATISTICS_THRESHOLD + Math.min(4, Math.floor(5 * draw()));

/**
 * The groups of siblings that a cell belongs to. Siblings differ in one key alone; items also have the siblings of their nature, because together
 * they make up a cell of a coarser grouping.
 */
function familiesOf({ margin, key }: Counted, natures: ReadonlyMap<string, Nature>): string[] {
  if (margin === '') return [];
  const names = margin.split('+');
  const values = key.split('|');
  return names.flatMap((name, place) => {
    const rest = values.filter((_value, index) => index !== place).join('|');
    const family = `${margin}/${name}/${rest}`;
    return name === 'ITEM' ? [family, `${family}/${natures.get(values[place] ?? '')}`] : [family];
  });
}

interface Candidate {
  readonly now: Counted;
  readonly before: Decided | undefined;
  readonly step: number;
  readonly families: readonly string[];
  decided: boolean;
  shown: boolean;
}

function candidates(
  counted: readonly Counted[],
  before: readonly Decided[],
  natures: ReadonlyMap<string, Nature>,
  draw: Draw,
): Candidate[] {
  const id = ({ margin, key }: Counted): string => `${margin}/${key}`;
  const known = new Map(before.map((cell) => [id(cell), cell]));
  const found = new Set(counted.map(id));
  const gone = before.filter((cell) => !found.has(id(cell))).map((cell) => ({ ...cell, subjects: 0, entries: 0 }));
  return [...counted, ...gone].map((now) => {
    const last = known.get(id(now));
    const step = last?.step ?? drawStep(draw);
    const decided =
      Math.abs(now.subjects - (last?.subjects ?? 0)) >= step ||
      Math.abs(now.entries - (last?.entries ?? 0)) >= ENTRIES_OF_ONE * step;
    const shown = decided ? now.subjects >= step : typeof last?.count === 'number';
    return { now, before: last, step, families: familiesOf(now, natures), decided, shown };
  });
}

/**
 * Where the unpublished siblings are together a small group, suppresses the smallest published one too. Otherwise the difference to the total would
 * reveal them.
 */
function protectComplements(cells: readonly Candidate[]): void {
  const families = new Map<string, Candidate[]>();
  for (const cell of cells)
    for (const family of cell.families) families.set(family, [...(families.get(family) ?? []), cell]);
  const touched = new Set(cells.filter((cell) => cell.decided).flatMap((cell) => cell.families));
  for (const family of touched) {
    const siblings = families.get(family) ?? [];
    const unpublished = siblings.filter((cell) => !cell.shown).reduce((sum, cell) => sum + cell.now.subjects, 0);
    const smallest = siblings
      .filter((cell) => cell.shown)
      .sort((left, right) => left.now.subjects - right.now.subjects)[0];
    if (unpublished === 0 || smallest === undefined || unpublished >= smallest.step) continue;
    smallest.shown = false;
    smallest.decided = true;
    // Deleted and added again, so that this loop visits the family once more: a Set iterates over what is added during the loop.
    for (const other of smallest.families) {
      touched.delete(other);
      touched.add(other);
    }
  }
}

/**
 * Returns the cells that this release decides or sees for the first time. All other cells stay as they were published.
 *
 * @param counted every group that is not empty
 * @param before every cell that an earlier release saw
 * @param natures nature of each item in force
 */
export function release(
  counted: readonly Counted[],
  before: readonly Decided[],
  natures: ReadonlyMap<string, Nature>,
  draw: Draw,
): Decided[] {
  const cells = candidates(counted, before, natures, draw);
  protectComplements(cells);
  return cells
    .filter((cell) => cell.decided || cell.before === undefined)
    .map(({ now, decided, shown, step }) => {
      const { margin, key } = now;
      // The step is kept until it is reached. If it were drawn each day, the smallest one would soon be drawn.
      if (!decided) return { margin, key, subjects: 0, entries: 0, step, count: null };
      return { ...now, step: drawStep(draw), count: shown ? publishedCount(now.entries, draw) : null };
    });
}
