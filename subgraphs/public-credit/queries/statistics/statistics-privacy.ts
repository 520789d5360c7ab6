/** What privacy the figures of a release give, and what is left of the year's; and the guards of what statistics tell. */
import { published } from '../../../authorization/policy.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';
import { budgetOn, type Spent } from '../../../statistics/budget.ts';
import type { Widths } from '../../../statistics/parameters.ts';
import type { Release } from '../../../statistics/releases.ts';
import type { StatisticsPrivacyRow } from '../../rows.ts';

/** The newest release and, with eight, all of its year: a quarter has one. */
const RELEASES: Statement = {
  name: 'statistics-releases',
  text: 'select as_of as "asOf", epsilon_thousandths as epsilon from statistics.release order by as_of desc limit 8',
};

const UNIT = 'one credit subject with everything held about it';
const MECHANISM =
  'Discrete Laplace noise on every group of a fixed domain, empty ones too; pure ε-differential privacy. Withholding, rounding and fitting read noisy figures alone.';

export async function privacyOf(context: Context, release: Release, widths: Widths): Promise<StatisticsPrivacyRow> {
  const releases = await context.once('statistics-releases', () => context.query<Spent>(RELEASES, []));
  const { year, ofYear, spent, left, nextRelease } = budgetOn(
    context.request.today,
    releases,
    context.platform.statisticsEpsilon,
  );
  return {
    unit: UNIT,
    greatestContribution: release.parameters.greatestContribution,
    mechanism: MECHANISM,
    epsilonOfRelease: release.epsilon / 1_000,
    year,
    epsilonOfYear: ofYear / 1_000,
    spent: spent / 1_000,
    left: left / 1_000,
    nextRelease,
    noiseScale: widths.scale,
    noiseError: widths.halfWidth,
    confidence: release.parameters.confidence,
    toldFrom: widths.toldFrom,
  };
}

/** Rows come from the query `statistics`, which only an analyst may use: released figures. */
export const statisticsGuards = {
  Statistics: published('asOf', 'threshold', 'roundedTo', 'privacy', 'rows', 'csv'),
  StatisticsPrivacy: published(
    ...(['unit', 'greatestContribution', 'mechanism', 'epsilonOfRelease', 'year', 'epsilonOfYear'] as const),
    ...(['spent', 'left', 'nextRelease', 'noiseScale', 'noiseError', 'confidence', 'toldFrom'] as const),
  ),
  StatisticsRow: published('keys', 'labels', 'count', 'error', 'suppressed', 'of'),
  StatisticsLabel: published('en', 'zh'),
  StatisticsCount: published('count', 'error', 'suppressed'),
};
