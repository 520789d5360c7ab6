/**
 * Statistics for analysts: fixed dimensions, fixed groupings, and the number for the privacy that they give. An analyst's duty needs counts and no
 * rows (Articles 17 and 22), and whoever puts all counts together must not learn what is held about anyone (Article 23).
 */

/** The count of a group with fewer credit subjects is withheld. No law sets the figure; the platform does. */
export const STATISTICS_THRESHOLD = 10;

/** Published counts are rounded to multiples of this. */
export const STATISTICS_BASE = 5;

/** Dimensions by which entries are counted, in their canonical order. None can identify a person. */
export const STATISTICS_KEYS = ['REGION', 'ITEM', 'NATURE', 'MONTH', 'INDUSTRY', 'DESIGNATING_UNIT'] as const;
export type StatisticsKey = (typeof STATISTICS_KEYS)[number];

/** Sorts keys into the canonical order, so that a grouping has one name whatever order a query uses. */
export const inOrder = (keys: readonly StatisticsKey[]): StatisticsKey[] =>
  STATISTICS_KEYS.filter((key) => keys.includes(key));

/** Whether a grouping is published: at most two keys, and not item with nature, because the item determines the nature. */
export const isPublished = (keys: readonly StatisticsKey[]): boolean =>
  keys.length <= 2 && !(keys.includes('ITEM') && keys.includes('NATURE'));

/** Every grouping that is published. A grouping stands behind those whose groups contain its own, and the nature of an item contains the item. */
export const GROUPINGS: readonly (readonly StatisticsKey[])[] = [
  [],
  ...STATISTICS_KEYS.map((key) => [key]),
  ...STATISTICS_KEYS.flatMap((key, index) => STATISTICS_KEYS.slice(index + 1).map((other) => [key, other])),
]
  .filter(isPublished)
  .sort((left, right) => left.length - right.length || Number(left.includes('ITEM')) - Number(right.includes('ITEM')));

/** The most entries with which one credit subject counts: in the whole census, and so in every grouping. */
export const GREATEST_CONTRIBUTION = 3;

/**
 * ε in thousandths, so that sums are exact. With everything held about it, one subject changes the probability of a release by a factor of at most
 * e^ε. No law sets the figures. An operator may lower the year's and nobody can raise it: the database holds both as well.
 */
export const EPSILON_OF_RELEASE = 1_000;
export const EPSILON_OF_YEAR = 4_000;

/** A grouping's part of a release's ε, in shares. Coarse groupings have few groups and are worth more accuracy. */
const shareOf = (keys: readonly StatisticsKey[]): number => {
  if (keys.length === 2) return 1;
  return keys.length === 0 || keys[0] === 'NATURE' ? 4 : 2;
};
const SHARES = GROUPINGS.reduce((sum, keys) => sum + shareOf(keys), 0);

/** Scale of a grouping's noise, a whole number: the greatest contribution divided by the grouping's ε. */
export const noiseScale = (keys: readonly StatisticsKey[]): number =>
  (GREATEST_CONTRIBUTION * SHARES * 1_000) / (shareOf(keys) * EPSILON_OF_RELEASE);

/** Name of a grouping as stored (`marginOf`), and of a group in it (`cellKey`). */
export const marginOf = (keys: readonly StatisticsKey[]): string => inOrder(keys).join('+');
export const cellKey = (values: readonly string[]): string => values.join('|');

/**
 * Regions (GB/T 2260): the prefectures of this province, `23` where the prefecture is unknown, the other provinces, and `00` where the
 * region is unknown. The list is fixed, so that a missing region says nothing about the data.
 */
export const REGIONS: readonly string[] = [
  ...['2301', '2302', '2303', '2304', '2305', '2306', '2307', '2308', '2309', '2310', '2311', '2312', '2327', '23'],
  ...['11', '12', '13', '14', '15', '21', '22', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45'],
  ...['46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83', '00'],
];

/** Sections of GB/T 4754-2017, and `-` where the industry is unknown; natural persons have none. */
export const INDUSTRIES: readonly string[] = [...'ABCDEFGHIJKLMNOPQRST', '-'];

/** Key for all months before the Regulations came into force (Article 55), as an ISO 8601-2 interval with an open start. */
const BEFORE = '../2022-06';

/** Keys of months: everything before the Regulations, then each month since they came into force up to the given day. */
export function monthsUntil(today: string): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  const first = 2022 * 12 + 7;
  const months = Array.from({ length: last - first + 1 }, (_none, index) => first + index - 1);
  return [BEFORE, ...months.map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)];
}
