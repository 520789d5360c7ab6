/**
 * Fits figures from the coarse to the fine, so that parts never exceed their whole. It reads figures that carry their noise already, and so costs no
 * privacy. It only lowers or withholds: what holds for one group after it was fitted holds after every later step.
 */
import type { Nature } from '../../schema/law/facts.ts';
import {
  cellKey,
  GROUPINGS,
  type Grouping,
  marginOf,
  STATISTICS_BASE,
  type StatisticsKey,
} from '../../schema/law/statistics/statistics.ts';

/** Figures that are told, by key of their group. */
export type Figures = Map<string, number>;

/**
 * A coarser grouping whose groups contain those of another. `places`: where its values stand among the other's. Of the same table: where the whole is
 * withheld, so are its parts. Of all entries, whose figures carry more noise: parts are held against it where it is told.
 */
interface Whole {
  readonly margin: string;
  readonly places: readonly number[];
  readonly same: boolean;
}

const contains = (outer: readonly StatisticsKey[], inner: readonly StatisticsKey[]): boolean =>
  inner.every((key) => outer.includes(key));

/** The finest of them: what is coarser still contains these. */
const finest = (all: readonly Grouping[]): Grouping[] =>
  all.filter((one) => !all.some((other) => other.keys.length > one.keys.length && contains(other.keys, one.keys)));

function wholesOf({ table, keys }: Grouping): Whole[] {
  const coarser = (of: Grouping['table'], same: boolean): Whole[] =>
    finest(
      GROUPINGS.filter(
        (one) => one.table === of && contains(keys, one.keys) && !(same && one.keys.length === keys.length),
      ),
    ).map((one) => ({ margin: marginOf(of, one.keys), places: one.keys.map((key) => keys.indexOf(key)), same }));
  return [...coarser(table, true), ...(table === 'PENALTIES' || table === 'LISTED' ? coarser('ENTRIES', false) : [])];
}

const WHOLES: ReadonlyMap<Grouping, readonly Whole[]> = new Map(GROUPINGS.map((one) => [one, wholesOf(one)]));

interface Containing {
  readonly margin: string;
  readonly key: string;
  readonly same: boolean;
}

/** The groups that contain a group: of the next coarser groupings, and with the nature instead of the item. */
function containing(grouping: Grouping, values: readonly string[], natures: ReadonlyMap<string, Nature>): Containing[] {
  const groups = (WHOLES.get(grouping) ?? []).map(({ margin, places, same }) => ({
    margin,
    key: cellKey(places.map((place) => values[place] ?? '')),
    same,
  }));
  const place = grouping.keys.indexOf('ITEM');
  const nature = place < 0 ? undefined : natures.get(values[place] ?? '');
  if (nature === undefined) return groups;
  // ITEM and NATURE stand side by side in the order of keys, so that the values keep their places.
  const margin = marginOf(grouping.table, grouping.keys.with(place, 'NATURE'));
  return [...groups, { margin, key: cellKey(values.with(place, nature)), same: true }];
}

/** Lowers all parts alike until they fit, which is the nearest fit; a part that would fall below `least` is withheld instead. */
function fitParts(whole: number | undefined, parts: readonly string[], figures: Figures, least: number): void {
  const size = (part: string): number => figures.get(part) ?? 0;
  const rising = parts
    .filter((part) => figures.has(part))
    .sort((left, right) => size(left) - size(right) || (left < right ? -1 : 1));
  let excess = rising.reduce((sum, part) => sum + size(part), 0) - (whole ?? 0);
  for (const [index, part] of rising.entries()) {
    if (excess <= 0) return;
    const cut = Math.ceil(excess / (rising.length - index) / STATISTICS_BASE) * STATISTICS_BASE;
    if (size(part) - cut >= least) {
      for (const other of rising.slice(index)) figures.set(other, size(other) - cut);
      return;
    }
    excess -= size(part);
    figures.delete(part);
  }
}

/**
 * Fits the figures of one grouping into those of all coarser ones, which are fitted already.
 *
 * @param least the least figure that the grouping tells
 */
export function fitIntoWholes(
  grouping: Grouping,
  figures: Figures,
  fitted: ReadonlyMap<string, Figures>,
  natures: ReadonlyMap<string, Nature>,
  least: number,
): void {
  const families = new Map<string, { whole: number | undefined; same: boolean; parts: string[] }>();
  for (const part of figures.keys())
    for (const { margin, key, same } of containing(
      grouping,
      grouping.keys.length === 0 ? [] : part.split('|'),
      natures,
    )) {
      const name = `${margin}/${key}`;
      const family = families.get(name) ?? { whole: fitted.get(margin)?.get(key), same, parts: [] };
      family.parts.push(part);
      families.set(name, family);
    }
  for (const { whole, same, parts } of families.values())
    if (same || whole !== undefined) fitParts(whole, parts, figures, least);
}
