/** Statistics for analysts. Released cells are looked up, never computed from rows. A filter selects a cell. */
import { badInput, unavailable } from '../../../schema/errors.ts';
import { NATURES } from '../../../schema/law/facts.ts';
import {
  cellKey,
  INDUSTRIES,
  inOrder,
  isPublished,
  marginOf,
  monthsUntil,
  REGIONS,
  STATISTICS_BASE,
  STATISTICS_KEYS,
  STATISTICS_THRESHOLD,
  type StatisticsKey,
} from '../../../schema/law/statistics.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import type { Statistics, StatisticsFilter } from '../types.generated.ts';

const RELEASE: Statement = {
  name: 'statistics-release',
  text: 'select as_of as "asOf" from statistics.release order by as_of desc limit 1',
};

const CELLS: Statement = {
  name: 'statistics-cells',
  text: 'select key, count from statistics.cell where margin = $1',
};

/** Kinds of unit that do not designate. */
const OUTSIDE: ReadonlySet<string> = new Set(['PARTY', 'COLLECTOR']);

/** Every value that a key can have, determined without the data: if empty groups were left out, their absence would reveal that they are empty. */
function valuesOf({ snapshot }: Context, key: StatisticsKey, asOf: string): readonly string[] {
  const { directory } = snapshot;
  switch (key) {
    case 'REGION':
      return REGIONS;
    case 'ITEM':
      return [...directory.items.values()].filter((item) => item.information === 'PUBLIC').map((item) => item.code);
    case 'NATURE':
      return NATURES;
    case 'MONTH':
      return monthsUntil(asOf);
    case 'INDUSTRY':
      return INDUSTRIES;
    case 'DESIGNATING_UNIT':
      return [...directory.units.values()].filter((unit) => !OUTSIDE.has(unit.kind)).map((unit) => unit.code);
  }
}

/** Values that the filter sets, by key. */
function filtered(filter: StatisticsFilter | null | undefined): Map<StatisticsKey, string> {
  const set = {
    REGION: filter?.region,
    ITEM: filter?.item,
    NATURE: filter?.nature,
    MONTH: filter?.month,
    INDUSTRY: filter?.industry,
    DESIGNATING_UNIT: filter?.designatingUnit,
  };
  return new Map(STATISTICS_KEYS.flatMap((key) => (typeof set[key] === 'string' ? [[key, set[key]] as const] : [])));
}

/** Every combination of values; the last key changes fastest. */
const combinations = (values: readonly (readonly string[])[]): string[][] =>
  values.reduce<string[][]>((heads, next) => heads.flatMap((head) => next.map((value) => [...head, value])), [[]]);

/** Throws BAD_USER_INPUT for a grouping that is not published and for a value that no group has. */
export async function statistics(
  context: Context,
  groupBy: readonly StatisticsKey[],
  filter: StatisticsFilter | null | undefined,
): Promise<Statistics> {
  const fixed = filtered(filter);
  const keys = inOrder([...groupBy, ...fixed.keys()]);
  if (new Set(groupBy).size !== groupBy.length || !isPublished(keys))
    throw badInput(
      'GROUPING',
      `Counts by ${[...groupBy, ...fixed.keys()].join(' and ')} are not published.`,
      `At most two different keys of ${STATISTICS_KEYS.join(', ')} together, in groupBy and filter, and not ITEM with NATURE: the item says its nature.`,
      '23',
    );
  const [release] = await context.query<{ asOf: string }>(RELEASE, []);
  if (release === undefined) throw unavailable('No statistics have been released yet.');
  const domains = new Map(keys.map((key) => [key, valuesOf(context, key, release.asOf)]));
  for (const [key, value] of fixed)
    if (domains.get(key)?.includes(value) !== true)
      throw badInput(
        'FILTER',
        `The filter on ${key} names no value that is counted by.`,
        `Group by ${key} to see its values.`,
      );
  const cells = await context.query<{ key: string; count: number }>(CELLS, [marginOf(keys)]);
  const counts = new Map(cells.map(({ key, count }) => [key, count]));
  const rows = combinations(groupBy.map((key) => (fixed.has(key) ? [fixed.get(key) ?? ''] : (domains.get(key) ?? []))));
  return {
    asOf: release.asOf,
    threshold: STATISTICS_THRESHOLD,
    roundedTo: STATISTICS_BASE,
    rows: rows.map((values) => {
      const value = (key: StatisticsKey): string => fixed.get(key) ?? values[groupBy.indexOf(key)] ?? '';
      const count = counts.get(cellKey(keys.map(value))) ?? null;
      return { keys: values, count, suppressed: count === null };
    }),
  };
}
