/**
 * Makes the figures of a release from true counts: noise for every group of the domain, empty ones too, and then whatever is told from the noisy
 * figures alone. `told` does not know the true counts, so that all it decides - what is withheld, rounded, fitted - costs no privacy.
 */
import type { Nature } from '../../schema/law/facts.ts';
import { cellKey, GROUPINGS, marginOf, noiseScale, STATISTICS_BASE } from '../../schema/law/statistics/statistics.ts';
import { type Figures, fitIntoWholes } from './consistency.ts';
import { combinations, type Domain, valuesOf } from './domain.ts';
import { halfWidth, noise, type Source, toldFrom } from './noise.ts';

/** A number for each group, by grouping and by key. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A figure that is told. */
export interface Told {
  /** Table, unless it is that of all entries, and keys of the grouping in their order, joined by `+` (`marginOf`). */
  readonly margin: string;
  /** Values in the same order, joined by `|`. */
  readonly key: string;
  readonly count: number;
  /** The true figure lies so near in at least 95 of 100 groups, those that are withheld among them. */
  readonly error: number;
}

/** Adds noise to every group of the domain. Counts of groups outside it are left out. */
export const noisy = (domain: Domain, counts: Cells, source: Source): Cells =>
  new Map(
    GROUPINGS.map((grouping) => {
      const margin = marginOf(grouping.table, grouping.keys);
      const scale = noiseScale(grouping);
      const names = combinations(valuesOf(domain, grouping)).map(cellKey);
      return [margin, new Map(names.map((key) => [key, (counts.get(margin)?.get(key) ?? 0) + noise(scale, source)]))];
    }),
  );

/** What is told of noisy figures. */
export function told(cells: Cells, natures: ReadonlyMap<string, Nature>): Told[] {
  const fitted = new Map<string, Figures>();
  return GROUPINGS.flatMap((grouping) => {
    const margin = marginOf(grouping.table, grouping.keys);
    const scale = noiseScale(grouping);
    const least = toldFrom(scale);
    const drawn = cells.get(margin) ?? new Map<string, number>();
    const figures: Figures = new Map(
      [...drawn].flatMap(([key, figure]) =>
        figure < least ? [] : [[key, STATISTICS_BASE * Math.round(figure / STATISTICS_BASE)]],
      ),
    );
    fitIntoWholes(grouping, figures, fitted, natures, least);
    fitted.set(margin, figures);
    // Noise goes as far as half its width; what rounding and fitting moved comes on top.
    return [...figures].map(([key, count]) => ({
      margin,
      key,
      count,
      error: halfWidth(scale) + Math.abs((drawn.get(key) ?? 0) - count),
    }));
  });
}
