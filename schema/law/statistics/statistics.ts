/**
 * Statistics for analysts: what is counted, by which keys, and the number for the privacy that they give. An analyst's duty needs counts and no rows
 * (Articles 17 and 22), and whoever puts all counts together must not learn what is held about anyone (Article 23).
 */

/** The count of a group with fewer credit subjects is withheld. No law sets the figure; the platform does. */
export const STATISTICS_THRESHOLD = 10;

/** Published counts are rounded to multiples of this. */
export const STATISTICS_BASE = 5;

/**
 * What is counted: everything displayed; of it penalties, and designations as seriously untrustworthy (Article 28); disclosures to parties (Article 23
 * (2)); statutory periods that ran about a subject.
 */
export const STATISTICS_TABLES = ['ENTRIES', 'PENALTIES', 'LISTED', 'DISCLOSURES', 'PERIODS'] as const;
export type StatisticsTable = (typeof STATISTICS_TABLES)[number];

/** Keys by which is counted, in their canonical order. None can identify a person. */
export const STATISTICS_KEYS = [
  'REGION',
  'ITEM',
  'NATURE',
  'MONTH',
  'INDUSTRY',
  'DESIGNATING_UNIT',
  'UNIT_KIND',
  'LIST',
  'GROUND',
  'RECIPIENT',
  'PURPOSE',
  'PERIOD',
  'OUTCOME',
] as const;
export type StatisticsKey = (typeof STATISTICS_KEYS)[number];

/** A grouping that is published. `share` is its part of what a release costs. */
export interface Grouping {
  readonly table: StatisticsTable;
  /** In their canonical order. */
  readonly keys: readonly StatisticsKey[];
  readonly share: number;
}

/** Sorts keys into the canonical order, so that a grouping has one name whatever order a query uses. */
export const inOrder = (keys: readonly StatisticsKey[]): StatisticsKey[] =>
  STATISTICS_KEYS.filter((key) => keys.includes(key));

/** Name of a grouping as stored (`marginOf`), and of a group in it (`cellKey`). */
export const marginOf = (table: StatisticsTable, keys: readonly StatisticsKey[]): string =>
  `${table === 'ENTRIES' ? '' : `${table}:`}${inOrder(keys).join('+')}`;
export const cellKey = (values: readonly string[]): string => values.join('|');

/** Keys of entries that are counted in pairs, but not item with nature, because the item determines the nature. */
const PAIRED = ['REGION', 'ITEM', 'NATURE', 'MONTH', 'INDUSTRY', 'DESIGNATING_UNIT'] as const;
const PAIRS = PAIRED.flatMap((key, index) => PAIRED.slice(index + 1).map((other) => [key, other] as const)).filter(
  ([key, other]) => !(key === 'ITEM' && other === 'NATURE'),
);

const of = (table: StatisticsTable, share: number, ...keys: StatisticsKey[]): Grouping => ({ table, keys, share });

/**
 * Every grouping that is published. Those with few groups are worth more accuracy, and so are the cubes of three keys, each of which answers one
 * question: penalties by city and month in one industry, and what each party was told for which purpose. A grouping stands behind those whose groups
 * contain its own, and the nature of an item contains the item.
 */
export const GROUPINGS: readonly Grouping[] = [
  of('ENTRIES', 6),
  ...PAIRED.map((key) => of('ENTRIES', key === 'NATURE' ? 4 : 2, key)).sort(
    (left, right) => Number(left.keys[0] === 'ITEM') - Number(right.keys[0] === 'ITEM'),
  ),
  of('ENTRIES', 1, 'UNIT_KIND'),
  ...PAIRS.map((pair) => of('ENTRIES', 1, ...pair)).sort(
    (left, right) => Number(left.keys.includes('ITEM')) - Number(right.keys.includes('ITEM')),
  ),
  of('PENALTIES', 2),
  of('PENALTIES', 2, 'REGION'),
  of('PENALTIES', 2, 'MONTH'),
  of('PENALTIES', 2, 'INDUSTRY'),
  of('PENALTIES', 4, 'REGION', 'MONTH', 'INDUSTRY'),
  of('LISTED', 2),
  of('LISTED', 1, 'LIST'),
  of('LISTED', 2, 'GROUND'),
  of('DISCLOSURES', 2, 'RECIPIENT'),
  of('DISCLOSURES', 2, 'RECIPIENT', 'PURPOSE'),
  of('DISCLOSURES', 2, 'MONTH', 'RECIPIENT', 'PURPOSE'),
  of('PERIODS', 1, 'PERIOD', 'OUTCOME'),
  of('PERIODS', 1, 'MONTH', 'PERIOD', 'OUTCOME'),
];

/** The grouping of these keys in a table; undefined where it is not published. */
export const groupingOf = (table: StatisticsTable, keys: readonly StatisticsKey[]): Grouping | undefined =>
  new Set(keys).size === keys.length
    ? GROUPINGS.find((one) => one.table === table && marginOf(table, one.keys) === marginOf(table, keys))
    : undefined;

/**
 * The most with which one credit subject counts: so many entries in the whole census, and so in every grouping of them; beside them so many disclosures
 * and so many periods.
 */
export const GREATEST_CONTRIBUTION = 3;

/**
 * ε in thousandths, so that sums are exact. With everything held about it, one subject changes the probability of a release by a factor of at most
 * e^ε. No law sets the figures. An operator may lower the year's and nobody can raise it: the database holds both as well.
 */
export const EPSILON_OF_RELEASE = 1_000;
export const EPSILON_OF_YEAR = 4_000;

const sharesOf = (counted: (grouping: Grouping) => boolean): number =>
  GROUPINGS.filter(counted).reduce((sum, { share }) => sum + share, 0);

/**
 * Shares of one release. An entry is a designation or a penalty or neither, and a penalty has no designating unit: the dearer of the two is reckoned with,
 * not both. Disclosures and periods of the same subject come on top.
 */
export const SHARES =
  Math.max(
    sharesOf(({ table }) => table === 'ENTRIES' || table === 'LISTED'),
    sharesOf(({ table, keys }) => (table === 'ENTRIES' && !keys.includes('DESIGNATING_UNIT')) || table === 'PENALTIES'),
  ) + sharesOf(({ table }) => table === 'DISCLOSURES' || table === 'PERIODS');

/** Scale of a grouping's noise, a whole number: the greatest contribution divided by the grouping's ε. */
export const noiseScale = ({ share }: Grouping): number =>
  (GREATEST_CONTRIBUTION * SHARES * 1_000) / (share * EPSILON_OF_RELEASE);
