/**
 * What a release tells of true numbers, so that neither repetition nor subtraction reveals a small group (Articles 17, 22, 23).
 *
 * - A cell is decided on only when its subjects changed by a hidden step of 10 to 14 since it was last decided on, or its entries by ten
 *   times that. Between two releases nothing changes by what became of fewer than ten subjects.
 * - It is told when it holds at least that step of subjects, and what its siblings leave untold is nobody or at least a step as well.
 * - It is told with noise that is drawn once and kept: two-sided geometric, so that every true number can stand behind every figure, and
 *   what is computed from several figures carries the noise of them all. Then it is rounded.
 */
import type { Nature } from '../../schema/law/facts.ts';
import { STATISTICS_BASE, STATISTICS_THRESHOLD } from '../../schema/law/statistics.ts';

/** True numbers of a group. */
export interface Counted {
  /** Keys of the grouping in their order, joined by `+`. */
  readonly margin: string;
  /** Values in the same order, joined by `|`. */
  readonly key: string;
  /** Credit subjects with an entry in it. */
  readonly subjects: number;
  /** Entries, at most ten of one subject. */
  readonly entries: number;
}

/** A cell as it was last decided on. */
export interface Decided extends Counted {
  /** How many subjects must have come or gone for it to be decided on again. */
  readonly step: number;
  /** What is told; null where it is suppressed. */
  readonly count: number | null;
}

/** A number from 0 to 1, 0 excluded, that nobody can foretell. */
export type Draw = () => number;

/** Mean size of the noise, in entries. */
const NOISE = 4;

/** Entries of one subject that a cell counts at most; the census does the counting. */
const ENTRIES_OF_ONE = 10;

const geometric = (draw: Draw): number => Math.floor(-NOISE * Math.log(draw()));

/** What is told of so many entries: noisy, rounded, never below the threshold. */
export const told = (entries: number, draw: Draw): number =>
  Math.max(
    STATISTICS_THRESHOLD,
    STATISTICS_BASE * Math.round((entries + geometric(draw) - geometric(draw)) / STATISTICS_BASE),
  );

/** From the threshold to almost half as much again. */
const drawStep = (draw: Draw): number => STATISTICS_THRESHOLD + Math.min(4, Math.floor(5 * draw()));

/**
 * The groups of siblings that a cell belongs to: those that differ in one key alone, and for items those of one nature, because
 * together they make up a cell of a coarser grouping.
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

/** Suppresses the smallest sibling where those that are untold would be a small group: it would be the difference. */
function protectComplements(cells: readonly Candidate[]): void {
  const families = new Map<string, Candidate[]>();
  for (const cell of cells)
    for (const family of cell.families) families.set(family, [...(families.get(family) ?? []), cell]);
  const touched = new Set(cells.filter((cell) => cell.decided).flatMap((cell) => cell.families));
  for (const family of touched) {
    const siblings = families.get(family) ?? [];
    const untold = siblings.filter((cell) => !cell.shown).reduce((sum, cell) => sum + cell.now.subjects, 0);
    const smallest = siblings
      .filter((cell) => cell.shown)
      .sort((left, right) => left.now.subjects - right.now.subjects)[0];
    if (untold === 0 || smallest === undefined || untold >= smallest.step) continue;
    smallest.shown = false;
    smallest.decided = true;
    // Looked at again, this family too: a set that is added to while it is walked hands on what was added.
    for (const other of smallest.families) {
      touched.delete(other);
      touched.add(other);
    }
  }
}

/**
 * Cells that this release decides on or meets for the first time. What is not returned stays as it was told.
 *
 * @param counted every group that holds anybody
 * @param before every cell that a release met before
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
      // The step is kept until it is reached: drawn anew each day, the smallest would soon be among them.
      if (!decided) return { margin, key, subjects: 0, entries: 0, step, count: null };
      return { ...now, step: drawStep(draw), count: shown ? told(now.entries, draw) : null };
    });
}
