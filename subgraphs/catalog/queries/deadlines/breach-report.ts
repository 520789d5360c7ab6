/** How units kept their statutory periods, by month and obligation (Article 51). Whoever reads it reads each of these periods in `deadlines`. */
import { badInput, repeated } from '../../../../schema/errors.ts';
import { addDays, addMonths } from '../../../../schema/law/clocks/calendar.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { statisticsMessages } from '../../../../schema/messages/acts/statistics.ts';
import { type Guard, type Policy, published, roles } from '../../../authorization/policy.ts';
import { checkMonths } from '../../../clocks/months.ts';
import type { AskedBreaches, BreachRow } from '../../../clocks/period-rows.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';
import { fileOf } from '../../../statistics/csv.ts';
import type { QueryBreachReportArgs, Resolvers } from '../../types.generated.ts';

const ROWS_MAX = 1000;

/** The same states as those of `deadlines`. `days`: after the last day in time, where it is late or overdue. */
const ROWS: Statement = {
  name: 'breach-report',
  text: `select unit, to_char(due_on, 'YYYY-MM') as month, obligation, count(*)::int as due, count(*) filter (where met_on <= due_on)::int as met,
      count(*) filter (where met_on > due_on)::int as late, count(*) filter (where met_on is null and days is not null)::int as overdue,
      count(*) filter (where met_on is null and days is null)::int as open,
      (percentile_cont(0.5) within group (order by days))::float8 as "medianDaysLate", max(days) as "maximumDaysLate"
    from (select k.unit, k.due_on, k.obligation, k.met_on, case when k.met_on > k.due_on then k.met_on - k.due_on
          when k.met_on is null and k.due_on < $3::date and not exists (select from jsonb_array_elements(k.pauses) p where p->>'until' is null)
          then $3::date - k.due_on end as days
        from control.clock k where k.due_on >= $1::date and k.due_on <= $2::date and ($4::text is null or k.unit = $4)) clock
    group by 1, 2, 3 order by 2, 1, 3`,
};

const COLUMNS = [
  'unit',
  'month',
  'obligation',
  'due',
  'met',
  'late',
  'overdue',
  'open',
  'medianDaysLate',
  'maximumDaysLate',
] as const;

function breachReport(context: Context, { from, until, unit = null }: Partial<QueryBreachReportArgs>): AskedBreaches {
  const { request, snapshot } = context;
  const [first = '', last = ''] = [from, until];
  checkMonths(first, last, request.today);
  if (unit !== null && !snapshot.directory.units.has(unit))
    throw badInput('UNIT_UNKNOWN', inputMessages.unitUnknown(repeated(unit)), '51');
  const days = [`${first}-01`, addDays(addMonths(`${last}-01`, 1), -1)];
  const read = () =>
    context.once(`breach-report ${first} ${last} ${unit ?? ''}`, () =>
      context.query<BreachRow>(ROWS, [...days, request.today, unit]),
    );
  return {
    from: first,
    until: last,
    totalCount: async () => (await read()).length,
    rows: async ({ limit, offset }) => {
      if (limit < 1 || limit > ROWS_MAX) throw badInput('PAGE_SIZE', statisticsMessages.limit(ROWS_MAX), '51');
      if (offset < 0) throw badInput('PAGE_SIZE', statisticsMessages.offset, '51');
      return (await read()).slice(offset, offset + limit);
    },
    csv: async () => fileOf([COLUMNS, ...(await read()).map((row) => COLUMNS.map((column) => row[column] ?? ''))]),
  };
}

export const breachQueries: Pick<NonNullable<Resolvers['Query']>, 'breachReport'> = {
  breachReport: (_root, args, context) => breachReport(context, args),
};

export const breachResolvers: Pick<Resolvers, 'UnitBreaches'> = {
  UnitBreaches: { unit: (row) => ({ code: row.unit }) },
};

export const breachQueryPolicy: Record<'breachReport', Guard> = { breachReport: roles('51', 'OPERATOR', 'AUTHORITY') };

export const breachPolicy: Pick<Policy<Resolvers>, 'BreachReport' | 'UnitBreaches'> = {
  BreachReport: published('from', 'until', 'totalCount', 'rows', 'csv'),
  UnitBreaches: published(...COLUMNS),
};
