/**
 * Fits figures from the coarse to the fine, so that parts never exceed their whole. It reads figures that carry their noise already, and so costs no
 * privacy. It only lowers or withholds: what holds for one group after it was fitted holds after every later step.
 */
import type { Nature } from '../../schema/law/facts.ts';
import { cellKey, marginOf, STATISTICS_BASE, type StatisticsKey } from '../../schema/law/statistics.ts';

/** Figures that are told, by key of their group. */
export type Figures = Map<string, number>;

/** The groups of the next coarser groupings that contain a group: with one key less, and with the nature instead of the item. */
function wholesOf(
  keys: readonly StatisticsKey[],
  values: readonly string[],
  natures: ReadonlyMap<string, Nature>,
): { margin: string; key: string }[] {
  return keys.flatMap((name, place) => {
    const less = { margin: marginOf(keys.toSpliced(place, 1)), key: cellKey(values.toSpliced(place, 1)) };
    const nature = name === 'ITEM' ? natures.get(values[place] ?? '') : undefined;
    if (nature === undefined) return [less];
    // ITEM and NATURE stand side by side in the order of keys, so that the values keep their places.
    return [less, { margin: marginOf(keys.with(place, 'NATURE')), key: cellKey(values.with(place, nature)) }];
  });
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
 * Fits the figures of one grouping into those of all coarser ones, which are fitted already. Where a whole is withheld, so are its parts.
 *
 * @param least the least figure that the grouping tells
 */
export function fitIntoWholes(
  keys: readonly StatisticsKey[],
  figures: Figures,
  fitted: ReadonlyMap<string, Figures>,
  natures: ReadonlyMap<string, Nature>,
  least: number,
): void {
  const families = new Map<string, { whole: number | undefined; parts: string[] }>();
  for (const part of figures.keys())
    for (const { margin, key } of wholesOf(keys, keys.length === 0 ? [] : part.split('|'), natures)) {
      const family = families.get(`${margin}/${key}`) ?? { whole: fitted.get(margin)?.get(key), parts: [] };
      family.parts.push(part);
      families.set(`${margin}/${key}`, family);
    }
  for (const { whole, parts } of families.values()) fitParts(whole, parts, figures, least);
}
