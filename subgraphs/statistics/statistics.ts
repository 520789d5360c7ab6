/** Makes a release of the statistics: takes the census, adds the noise, and stores the figures that analysts read with the ε that they cost. */
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { EPSILON_OF_RELEASE } from '../../schema/law/statistics/statistics.ts';
import type { Localized } from '../../schema/localized.ts';
import type { Statement } from '../database/database.ts';
import type { RequestAs } from '../request/internal-request.ts';
import { budgetOn, reasonOf, type Spent } from './budget.ts';
import { domainOf, type List, namesOf, naturesOf } from './domain.ts';
import type { Source } from './noise.ts';
import { parametersOf } from './parameters.ts';
import { type Cells, noisy, told } from './release.ts';

export interface ReleaseOutcome {
  readonly state: 'RELEASED' | 'NOT_DUE' | 'SPENT' | 'ELSEWHERE';
  /** What happened, for a log or a terminal. */
  readonly said: Localized;
}

const ELSEWHERE: Localized = { en: 'Another process releases the statistics.', zh: '另一进程正在发布统计结果。' };

/** A cryptographic source: who can predict the noise knows the true counts. */
const unpredictable: Source = (below) => randomInt(below);

interface Counted {
  readonly margin: string;
  readonly key: string;
  readonly entries: number;
}

/** Lists, as the operator reads them. */
const LISTS: Statement = {
  name: 'statistics-lists',
  text: 'select code, name, name_en as "nameEn" from sanctions.list order by code',
};

const byGrouping = (counted: readonly Counted[]): Cells =>
  new Map(
    [...Map.groupBy(counted, ({ margin }) => margin)].map(([margin, groups]) => [
      margin,
      new Map(groups.map(({ key, entries }) => [key, entries])),
    ]),
  );

/**
 * Makes the release of the quarter, unless there is one or the year's ε is spent. What it costs and what it tells are written in one transaction: a
 * release that fails spends nothing and shows nothing. Of several processes one makes it.
 */
export async function releaseStatistics(
  requestAs: RequestAs,
  now: () => Date,
  source: Source = unpredictable,
): Promise<ReleaseOutcome> {
  const request = requestAs({ role: 'OPERATOR' });
  try {
    const { directory, transaction } = await request.snapshot();
    const lists = await transaction.query<List>(LISTS, []);
    const asOf = request.today;
    return await request.write('statistics', async (em): Promise<ReleaseOutcome> => {
      const db = em.getKysely();
      const { rows: locks } = await sql<{
        held: boolean;
      }>`select pg_try_advisory_xact_lock(hashtext('credit-gateway statistics')) as held`.execute(db);
      if (locks[0]?.held !== true) return { state: 'ELSEWHERE', said: ELSEWHERE };
      const { rows: releases } = await sql<Spent>`select as_of::text as "asOf", epsilon_thousandths as epsilon
        from statistics.release where as_of >= date_trunc('year', ${asOf}::date)`.execute(db);
      const budget = budgetOn(asOf, releases, request.platform.statisticsEpsilon);
      if (budget.state !== 'DUE') return { state: budget.state, said: reasonOf(budget) };
      const { rows: counted } = await sql<Counted>`select margin, key, entries from statistics.census()`.execute(db);
      const domain = domainOf(directory, lists, asOf);
      const figures = told(noisy(domain, byGrouping(counted), source), naturesOf(directory));
      // A server of the release before keeps the newest figures alone, in `cell`, and may have made some since: they stay, as all others do.
      await sql`insert into statistics.figure (as_of, margin, key, count, error)
        select r.as_of, c.margin, c.key, c.count, c.error from statistics.cell c cross join
          (select as_of, parameters from statistics.release order by as_of desc limit 1) r
        where r.parameters is null on conflict do nothing`.execute(db);
      const parameters = parametersOf(domain, namesOf(directory, lists));
      await sql`insert into statistics.release (as_of, released_at, epsilon_thousandths, parameters)
        values (${asOf}::date, ${now().toISOString()}::timestamptz, ${EPSILON_OF_RELEASE}, ${JSON.stringify(parameters)}::jsonb)`.execute(
        db,
      );
      await sql`delete from statistics.cell`.execute(db);
      await sql`with told as materialized (
          select margin, key, count, error from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
            as c (margin text, key text, count int, error int)
        ), kept as (insert into statistics.figure (as_of, margin, key, count, error) select ${asOf}::date, margin, key, count, error from told)
        insert into statistics.cell (margin, key, count, error) select margin, key, count, error from told`.execute(db);
      const spent = (budget.spent + EPSILON_OF_RELEASE) / 1_000;
      return {
        state: 'RELEASED',
        said: {
          en: `Statistics of ${asOf}: ${figures.length} figures told. ε ${spent} of ${budget.ofYear / 1_000} is spent for ${budget.year}.`,
          zh: `已发布截至${asOf}的统计结果，共${figures.length}个数值。${budget.year}年的ε已使用${spent}，共${budget.ofYear / 1_000}。`,
        },
      };
    });
  } finally {
    await request.abandon();
  }
}
