/** Statistics for analysts. Released figures are looked up, never computed from rows. A filter selects a group. */
import { badInput, unavailable } from '../../../schema/errors.ts';
import {
  cellKey,
  EPSILON_OF_RELEASE,
  GREATEST_CONTRIBUTION,
  inOrder,
  isPublished,
  marginOf,
  noiseScale,
  STATISTICS_BASE,
  STATISTICS_KEYS,
  STATISTICS_THRESHOLD,
  type StatisticsKey,
} from '../../../schema/law/statistics.ts';
import { statisticsMessages } from '../../../schema/messages/acts/public-credit.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { budgetOn, type Spent } from '../../statistics/budget.ts';
import { combinations, domainOf } from '../../statistics/domain.ts';
import { CONFIDENCE, halfWidth, toldFrom } from '../../statistics/noise.ts';
import type { Statistics, StatisticsFilter, StatisticsPrivacy } from '../types.generated.ts';

/** The newest release and, with eight, all of its year: a quarter has one. */
const RELEASES: Statement = {
  name: 'statistics-releases',
  text: 'select as_of as "asOf", epsilon_thousandths as epsilon from statistics.release order by as_of desc limit 8',
};

const CELLS: Statement = {
  name: 'statistics-cells',
  text: 'select key, count, error from statistics.cell where margin = $1',
};

const UNIT = 'one credit subject with everything held about it';
const MECHANISM =
  'Discrete Laplace noise on every group of a fixed domain, empty ones too; pure ε-differential privacy. Withholding, rounding and fitting read noisy figures alone.';

/** What privacy the figures of a grouping give, and what is left of the year's. */
function privacyOf(context: Context, keys: readonly StatisticsKey[], releases: readonly Spent[]): StatisticsPrivacy {
  const scale = noiseScale(keys);
  const { year, ofYear, spent, left, nextRelease } = budgetOn(
    context.request.today,
    releases,
    context.platform.statisticsEpsilon,
  );
  return {
    unit: UNIT,
    greatestContribution: GREATEST_CONTRIBUTION,
    mechanism: MECHANISM,
    epsilonOfRelease: EPSILON_OF_RELEASE / 1_000,
    year,
    epsilonOfYear: ofYear / 1_000,
    spent: spent / 1_000,
    left: left / 1_000,
    nextRelease,
    noiseScale: scale,
    noiseError: halfWidth(scale),
    confidence: CONFIDENCE,
    toldFrom: toldFrom(scale),
  };
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

/** Throws BAD_USER_INPUT for a grouping that is not published and for a value that no group has. */
export async function statistics(
  context: Context,
  groupBy: readonly StatisticsKey[],
  filter: StatisticsFilter | null | undefined,
): Promise<Statistics> {
  const fixed = filtered(filter);
  const keys = inOrder([...groupBy, ...fixed.keys()]);
  if (new Set(groupBy).size !== groupBy.length || !isPublished(keys))
    throw badInput('GROUPING', statisticsMessages.grouping([...groupBy, ...fixed.keys()], STATISTICS_KEYS), '23');
  const releases = await context.query<Spent>(RELEASES, []);
  const [release] = releases;
  if (release === undefined) throw unavailable(serviceMessages.noStatistics);
  const domain = domainOf(context.snapshot.directory, release.asOf);
  for (const [key, value] of fixed)
    if (!domain[key].includes(value)) throw badInput('FILTER', statisticsMessages.filter(key));
  const cells = await context.query<{ key: string; count: number; error: number }>(CELLS, [marginOf(keys)]);
  const figures = new Map(cells.map(({ key, count, error }) => [key, { count, error }]));
  const rows = combinations(groupBy.map((key) => (fixed.has(key) ? [fixed.get(key) ?? ''] : domain[key])));
  return {
    asOf: release.asOf,
    threshold: STATISTICS_THRESHOLD,
    roundedTo: STATISTICS_BASE,
    privacy: privacyOf(context, keys, releases),
    rows: rows.map((values) => {
      const value = (key: StatisticsKey): string => fixed.get(key) ?? values[groupBy.indexOf(key)] ?? '';
      const figure = figures.get(cellKey(keys.map(value)));
      return {
        keys: values,
        count: figure?.count ?? null,
        error: figure?.error ?? null,
        suppressed: figure === undefined,
      };
    }),
  };
}
