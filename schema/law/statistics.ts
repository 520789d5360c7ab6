/**
 * Statistics for analysts: fixed dimensions, fixed groupings, a threshold. An analyst's duty needs numbers and no rows (Articles 17
 * and 22), and what is withheld must not come out as a difference of two answers (Article 23).
 */

/** A group of fewer credit subjects is not told. A setting: no law sets the figure. */
export const STATISTICS_THRESHOLD = 10;

/** Published counts are multiples of this. */
export const STATISTICS_BASE = 5;

/** What entries are counted by, in the order of keys. None of them can be a person. */
export const STATISTICS_KEYS = ['REGION', 'ITEM', 'NATURE', 'MONTH', 'INDUSTRY', 'DESIGNATING_UNIT'] as const;
export type StatisticsKey = (typeof STATISTICS_KEYS)[number];

/** Keys in their one order, so that a group has one name whatever order it is asked in. */
export const inOrder = (keys: readonly StatisticsKey[]): StatisticsKey[] =>
  STATISTICS_KEYS.filter((key) => keys.includes(key));

/** Whether a grouping is published: at most two keys, and not item with nature, which it has already. */
export const isPublished = (keys: readonly StatisticsKey[]): boolean =>
  keys.length <= 2 && !(keys.includes('ITEM') && keys.includes('NATURE'));

/** Name of a grouping, and of a group in it, as the cells are stored. */
export const marginOf = (keys: readonly StatisticsKey[]): string => inOrder(keys).join('+');
export const cellKey = (values: readonly string[]): string => values.join('|');

/**
 * Regions (GB/T 2260): the prefectures of this province, the province where the prefecture is not told, other provinces, and `00`
 * where nothing is told. A fixed list: what is absent from it cannot be told by its absence.
 */
export const REGIONS: readonly string[] = [
  ...['2301', '2302', '2303', '2304', '2305', '2306', '2307', '2308', '2309', '2310', '2311', '2312', '2327', '23'],
  ...['11', '12', '13', '14', '15', '21', '22', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45'],
  ...['46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83', '00'],
];

/** Sections of GB/T 4754-2017, and `-` where none is told: natural persons have none. */
export const INDUSTRIES: readonly string[] = [...'ABCDEFGHIJKLMNOPQRST', '-'];

/** Month of everything before the Regulations came into force (Article 55), as an ISO 8601-2 interval with an open start. */
const BEFORE = '../2022-06';

/** Months from the Regulations to the day, after everything earlier. */
export function monthsUntil(today: string): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7));
  const first = 2022 * 12 + 7;
  const months = Array.from({ length: last - first + 1 }, (_none, index) => first + index - 1);
  return [BEFORE, ...months.map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)];
}
