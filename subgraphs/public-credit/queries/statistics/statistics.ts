/** Statistics for analysts. Released figures are looked up, never computed from rows. A filter selects a group. */
import { badInput, tooCostly, unavailable } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import {
  cellKey,
  GROUPINGS,
  groupingOf,
  inOrder,
  marginOf,
  STATISTICS_KEYS,
  type StatisticsKey,
  type StatisticsTable,
} from '../../../../schema/law/statistics/statistics.ts';
import { statisticsMessages } from '../../../../schema/messages/acts/statistics.ts';
import { serviceMessages } from '../../../../schema/messages/service.ts';
import type { Context } from '../../../request/context.ts';
import { csvOf } from '../../../statistics/csv.ts';
import { groupsFrom, groupsIn } from '../../../statistics/groups.ts';
import { nameIn } from '../../../statistics/parameters.ts';
import { type Figure, figuresOf, type Release, releaseOn, toldFigures } from '../../../statistics/releases.ts';
import type { AskedStatistics, StatisticsFigure } from '../../rows.ts';
import type { QueryStatisticsArgs, StatisticsCount, StatisticsFilter } from '../../types.generated.ts';
import { privacyOf } from './statistics-privacy.ts';

/** The most rows that one request makes, all its aliases together. */
export const ROWS_MAX = 4_000;

/** The most keys that any grouping has. */
const KEYS_MAX = Math.max(...GROUPINGS.map(({ keys }) => keys.length));

/** Keys of entries that go in pairs. */
const PAIRED = STATISTICS_KEYS.filter((key) =>
  GROUPINGS.some(({ table, keys }) => table === 'ENTRIES' && keys.length === 2 && keys.includes(key)),
);

/** Rows that a request has made so far. */
const made = new WeakMap<Context, number>();

/** The last alias of a request that makes rows: the next one waits for it, so that it knows what is left. */
const turns = new WeakMap<Context, Promise<unknown>>();

function inTurn<Result>(context: Context, work: () => Promise<Result>): Promise<Result> {
  const done = (turns.get(context) ?? Promise.resolve()).then(work, work);
  turns.set(context, done);
  return done;
}

const FILTERS: Readonly<Record<StatisticsKey, keyof StatisticsFilter>> = {
  REGION: 'region',
  ITEM: 'item',
  NATURE: 'nature',
  MONTH: 'month',
  INDUSTRY: 'industry',
  DESIGNATING_UNIT: 'designatingUnit',
  UNIT_KIND: 'unitKind',
  LIST: 'list',
  GROUND: 'ground',
  RECIPIENT: 'recipient',
  PURPOSE: 'purpose',
  PERIOD: 'period',
  OUTCOME: 'outcome',
};

/** Values that the filter sets, by key. */
const filtered = (filter: StatisticsFilter | null | undefined): Map<StatisticsKey, string> =>
  new Map(
    STATISTICS_KEYS.flatMap((key) => {
      const value = filter?.[FILTERS[key]];
      return typeof value === 'string' ? [[key, value] as const] : [];
    }),
  );

/** Throws BAD_USER_INPUT with what is published of the table instead. Of a list of any length it repeats nothing. */
function checkGrouping(table: StatisticsTable, groupBy: readonly StatisticsKey[], all: readonly StatisticsKey[]): void {
  if (groupBy.length > KEYS_MAX || all.length > KEYS_MAX)
    throw badInput('GROUPING', statisticsMessages.tooManyKeys(KEYS_MAX), '23');
  if (new Set(groupBy).size === groupBy.length && groupingOf(table, all) !== undefined) return;
  if (table === 'ENTRIES') throw badInput('GROUPING', statisticsMessages.pairs(all, PAIRED), '23');
  const asWritten = (keys: readonly StatisticsKey[]): string => `[${keys.join(', ')}]`;
  const published = GROUPINGS.filter((one) => one.table === table).map(({ keys }) => asWritten(keys));
  throw badInput('GROUPING', statisticsMessages.cube(table, asWritten(all), published), '23');
}

/** The release that was in force on the day. Throws BAD_USER_INPUT for a day that is none, or before the first; UNAVAILABLE where there is no release at all. */
async function askedRelease(context: Context, asOf: string | null | undefined): Promise<Release> {
  const { today } = context.request;
  if (asOf != null && (!isDate(asOf) || asOf > today)) throw badInput('DATE', statisticsMessages.asOf(today));
  const { release, first } = await releaseOn(context, asOf ?? '9999-12-31');
  if (first === null) throw unavailable(serviceMessages.noStatistics);
  if (release === undefined) throw badInput('DATE', statisticsMessages.before(first));
  if (!release.kept) throw badInput('DATE', statisticsMessages.notKept(release.asOf));
  return release;
}

/** Part of the groups that is asked for. */
interface Page {
  readonly withoutSuppressed: boolean;
  readonly limit: number | null | undefined;
  readonly offset: number;
}

interface Asked {
  readonly release: Release;
  readonly table: StatisticsTable;
  readonly groupBy: readonly StatisticsKey[];
  readonly fixed: ReadonlyMap<StatisticsKey, string>;
  readonly keys: readonly StatisticsKey[];
}

/** Values of a row's keys, those of the filter among them. */
const valueIn = ({ fixed, groupBy }: Asked, values: readonly string[], key: StatisticsKey): string =>
  fixed.get(key) ?? values[groupBy.indexOf(key)] ?? '';

type Found = readonly { readonly values: readonly string[]; readonly figure: Figure | undefined }[];

/** The groups of a page with their figures. Throws TOO_COSTLY before anything is made of more rows than a request may have. */
async function groupsOf(context: Context, asked: Asked, { limit, offset, withoutSuppressed }: Page): Promise<Found> {
  const { release, table, groupBy, fixed, keys } = asked;
  const left = ROWS_MAX - (made.get(context) ?? 0);
  const book = (rows: number): void => {
    if (rows > left) throw tooCostly('ROWS', statisticsMessages.rows(ROWS_MAX));
    made.set(context, ROWS_MAX - left + rows);
  };
  const margin = marginOf(table, keys);
  if (withoutSuppressed) {
    const filter = keys.map((key) => fixed.get(key) ?? null);
    const order = groupBy.map((key) => keys.indexOf(key));
    // One more than may be made tells that there are too many.
    const found = await toldFigures(context, release, margin, { filter, order, limit: limit ?? left + 1, offset });
    book(found.length);
    return found.map((figure) => {
      const values = figure.key.split('|');
      return { values: groupBy.map((key) => values[keys.indexOf(key)] ?? ''), figure };
    });
  }
  const domain = groupBy.map((key) =>
    fixed.has(key) ? [fixed.get(key) ?? ''] : (release.parameters.domain[table][key] ?? []),
  );
  const count = Math.min(limit ?? Number.POSITIVE_INFINITY, Math.max(0, groupsIn(domain) - offset));
  book(count);
  const groups = [...groupsFrom(domain, offset, count)];
  const named = groups.map((values) => cellKey(keys.map((key) => valueIn(asked, values, key))));
  const figures = await figuresOf(context, release, margin, named);
  return groups.map((values, at) => ({ values, figure: figures.get(named[at] ?? '') }));
}

const asCount = (figure: Figure | undefined): StatisticsCount => ({
  count: figure?.count ?? null,
  error: figure?.error ?? null,
  suppressed: figure === undefined,
});

/** Rows with their wholes, which are read for all rows of the page at once. */
async function rowsOf(context: Context, asked: Asked, page: Page): Promise<StatisticsFigure[]> {
  const { release, table, groupBy, fixed } = asked;
  const found = await inTurn(context, () => groupsOf(context, asked, page));
  const wholes = new Map<string, Promise<ReadonlyMap<string, Figure>>>();
  const of = async (values: readonly string[], by: readonly StatisticsKey[]): Promise<StatisticsCount | null> => {
    if (by.length > KEYS_MAX || by.some((key) => !groupBy.includes(key)))
      throw badInput('GROUPING', statisticsMessages.part);
    const kept = inOrder([...new Set([...fixed.keys(), ...by])]);
    const margin = marginOf(table, kept);
    if (release.parameters.groupings[margin] === undefined) {
      if (by.length > 0) checkGrouping(table, by, kept);
      return null;
    }
    const nameOf = (row: readonly string[]): string => cellKey(kept.map((key) => valueIn(asked, row, key)));
    const known =
      wholes.get(margin) ?? figuresOf(context, release, margin, [...new Set(found.map((row) => nameOf(row.values)))]);
    wholes.set(margin, known);
    return asCount((await known).get(nameOf(values)));
  };
  return found.map(({ values, figure }) => ({
    keys: values,
    get labels() {
      return values.map((value, at) => nameIn(release.parameters, groupBy[at] as StatisticsKey, value));
    },
    ...asCount(figure),
    of: (by) => of(values, by),
  }));
}

/** Throws BAD_USER_INPUT for a grouping that is not published, a day, a page and a value that no group has. */
export async function statistics(context: Context, args: QueryStatisticsArgs): Promise<AskedStatistics> {
  const { groupBy, table = 'ENTRIES', withoutSuppressed = false, limit, offset = 0 } = args;
  const fixed = filtered(args.filter);
  const keys = groupBy.length > KEYS_MAX ? [...groupBy] : inOrder([...groupBy, ...fixed.keys()]);
  checkGrouping(table, groupBy, keys);
  if (limit != null && (limit < 1 || limit > ROWS_MAX)) throw badInput('PAGE_SIZE', statisticsMessages.limit(ROWS_MAX));
  if (offset < 0) throw badInput('PAGE_SIZE', statisticsMessages.offset);
  const release = await askedRelease(context, args.asOf);
  const { parameters, asOf } = release;
  const widths = parameters.groupings[marginOf(table, keys)];
  if (widths === undefined) throw badInput('GROUPING', statisticsMessages.notThen(asOf), '23');
  for (const [key, value] of fixed)
    if (parameters.domain[table][key]?.includes(value) !== true)
      throw badInput('FILTER', statisticsMessages.filter(key));
  let rows: Promise<StatisticsFigure[]> | undefined;
  const allRows = (): Promise<StatisticsFigure[]> => {
    rows ??= rowsOf(context, { release, table, groupBy, fixed, keys }, { withoutSuppressed, limit, offset });
    return rows;
  };
  return {
    asOf,
    threshold: parameters.threshold,
    roundedTo: parameters.base,
    privacy: await privacyOf(context, release, widths),
    rows: allRows,
    csv: async () => csvOf(groupBy, await allRows()),
  };
}
