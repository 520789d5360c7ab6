/**
 * What a release was made with. It is kept with the release: widths, thresholds and values of another edition of this code are never told of it.
 */
import { labelOf } from '../../schema/law/statistics/labels.ts';
import {
  GREATEST_CONTRIBUTION,
  GROUPINGS,
  marginOf,
  noiseScale,
  STATISTICS_BASE,
  STATISTICS_THRESHOLD,
  type StatisticsKey,
} from '../../schema/law/statistics/statistics.ts';
import type { Localized } from '../../schema/localized.ts';
import type { Domain, Names } from './domain.ts';
import { CONFIDENCE, halfWidth, toldFrom } from './noise.ts';

/** Of one grouping. */
export interface Widths {
  /** Scale of the discrete Laplace noise. */
  readonly scale: number;
  /** Half-width of the interval around a noisy count that holds the true one with `confidence`. */
  readonly halfWidth: number;
  /** The least noisy count that is told. */
  readonly toldFrom: number;
}

export interface Parameters {
  readonly threshold: number;
  readonly base: number;
  readonly greatestContribution: number;
  readonly confidence: number;
  /** By name of the grouping (`marginOf`). A grouping that is not among them was not released. */
  readonly groupings: Readonly<Record<string, Widths>>;
  readonly domain: Domain;
  readonly names: Names;
}

export const parametersOf = (domain: Domain, names: Names): Parameters => ({
  threshold: STATISTICS_THRESHOLD,
  base: STATISTICS_BASE,
  greatestContribution: GREATEST_CONTRIBUTION,
  confidence: CONFIDENCE,
  groupings: Object.fromEntries(
    GROUPINGS.map((grouping) => {
      const scale = noiseScale(grouping);
      return [
        marginOf(grouping.table, grouping.keys),
        { scale, halfWidth: halfWidth(scale), toldFrom: toldFrom(scale) },
      ];
    }),
  ),
  domain,
  names,
});

/** The first edition kept no parameters with its releases. These are the ones that it had: entries alone, by 21 groupings. */
export function firstParameters(domain: Domain, names: Names): Parameters {
  const FIRST: Readonly<Record<'WHOLE' | 'ONE' | 'TWO', Widths>> = {
    WHOLE: { scale: 24, halfWidth: 72, toldFrom: 345 },
    ONE: { scale: 48, halfWidth: 144, toldFrom: 660 },
    TWO: { scale: 96, halfWidth: 288, toldFrom: 1_290 },
  };
  const widths = (keys: readonly StatisticsKey[]): Widths =>
    keys.length === 2 ? FIRST.TWO : keys.length === 0 || keys[0] === 'NATURE' ? FIRST.WHOLE : FIRST.ONE;
  const groupings = GROUPINGS.filter(({ table, keys }) => table === 'ENTRIES' && !keys.includes('UNIT_KIND'));
  return {
    threshold: 10,
    base: 5,
    greatestContribution: 3,
    confidence: 0.95,
    groupings: Object.fromEntries(groupings.map(({ table, keys }) => [marginOf(table, keys), widths(keys)])),
    domain: { ...domain, PENALTIES: {}, LISTED: {}, DISCLOSURES: {}, PERIODS: {} },
    names,
  };
}

/** The name of a value as the release knew it; its code where nothing names it. */
export const nameIn = ({ names }: Parameters, key: StatisticsKey, value: string): Localized => {
  const own = names[key];
  return (
    labelOf(key, value) ??
    (own !== undefined && Object.hasOwn(own, value) ? own[value] : undefined) ?? { zh: value, en: value }
  );
};
