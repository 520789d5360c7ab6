/**
 * Numbers of operation (Articles 6, 17, 21): exact, because they count what units and callers did, and no record and no subject. Whatever is held or
 * withheld moves none of them.
 */
import { badInput } from '../../../../schema/errors.ts';
import { addDays, addMonths, type Calendar, isWeekend, isWorkingDay } from '../../../../schema/law/clocks/calendar.ts';
import { labelOf } from '../../../../schema/law/statistics/labels.ts';
import { operationMessages } from '../../../../schema/messages/acts/statistics.ts';
import { published, roles } from '../../../authorization/policy.ts';
import { checkMonths } from '../../../clocks/months.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';
import type { AskedOperation, MonthOperationRow, PeriodRow, RefusedRow } from '../../rows.ts';

const UNITS_MAX = 200;
/** Days before the first month from which on it matters when a unit delivered last: no item has a longer term. */
const BEFORE_DAYS = 800;

const SUBMISSIONS: Statement = {
  name: 'operation-submissions',
  text: `select unit, month, submissions, days_late as "daysLate", items_late as "itemsLate"
    from control.submission_figures($1::date, $2::date, $3::date[])`,
};
const RETURNED: Statement = {
  name: 'operation-returned',
  text: 'select unit, reason, returned as count from control.returned_figures($1::date, $2::date)',
};
const REFUSALS: Statement = {
  name: 'operation-refusals',
  text: 'select role, code, reason, refused as count from control.refusal_figures($1, $2, $3::uuid)',
};
const SINCE: Statement = { name: 'operation-since', text: 'select control.counted_since() as since' };
/** The operator and the authority read each of these rows in `deadlines`. */
const PERIODS: Statement = {
  name: 'operation-periods',
  text: `select k.kind, to_char(k.due_on, 'YYYY-MM') as month,
      count(*) filter (where k.met_on <= k.due_on)::int as met, count(*) filter (where k.met_on is null or k.met_on > k.due_on)::int as breached
    from control.clock k where k.due_on >= $1::date and k.due_on <= $2::date and (k.met_on is not null or (k.due_on < $3::date
      and not exists (select from jsonb_array_elements(k.pauses) p where p->>'until' is null)))
    group by 1, 2 order by 2, 1`,
};

interface Delivered {
  readonly unit: string;
  readonly month: string;
  readonly submissions: number;
  readonly daysLate: number;
  readonly itemsLate: number;
}

/** Working days up to a day. Where the calendar ends, Monday to Friday count. */
function workingDays(from: string, until: string, calendar: Calendar): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1))
    if (isWorkingDay(day, calendar) ?? !isWeekend(day)) days.push(day);
  return days;
}

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const byCount = (left: { readonly count: number }, right: { readonly count: number }): number =>
  right.count - left.count;

/** Refusals of every process, those of this one that are not written yet among them. */
async function refusals(context: Context, from: string, until: string): Promise<RefusedRow[]> {
  const own = context.platform.refusals;
  const written = await context.query<RefusedRow>(REFUSALS, [from, until, own.process]);
  const counts = [...written, ...own.own().filter(({ month }) => month >= from && month <= until)];
  return [...Map.groupBy(counts, ({ role, code, reason }) => `${role} ${code} ${reason}`).entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, rows]) => {
      const [role = '', code = '', reason = ''] = name.split(' ');
      return { role, code, reason, count: sum(rows, ({ count }) => count) };
    })
    .sort(byCount);
}

export function operationFigures(
  context: Context,
  { from, until }: { readonly from: string; readonly until: string },
): AskedOperation {
  const { today } = context.request;
  checkMonths(from, until, today);
  const first = `${from}-01`;
  const end = addDays(addMonths(`${until}-01`, 1), -1);
  const [last = today] = [end, today].sort();
  const days = [first, last] as const;
  const delivered = () =>
    context.once(`operation-submissions ${from} ${until}`, () =>
      context.query<Delivered>(SUBMISSIONS, [
        ...days,
        workingDays(addDays(first, -BEFORE_DAYS), last, context.snapshot.directory.calendar),
      ]),
    );
  const returned = () =>
    context.once(`operation-returned ${from} ${until}`, () =>
      context.query<{ unit: string; reason: string; count: number }>(RETURNED, days),
    );
  return {
    from,
    until,
    countedSince: async () => (await context.query<{ since: string | null }>(SINCE, []))[0]?.since ?? null,
    units: async ({ limit: most }) => {
      if (most < 1 || most > UNITS_MAX) throw badInput('PAGE_SIZE', operationMessages.limit(UNITS_MAX));
      const [rows, back] = [await delivered(), await returned()];
      return [...Map.groupBy(rows, ({ unit }) => unit)]
        .map(([code, own]) => ({
          unit: { code },
          submissions: sum(own, ({ submissions }) => submissions),
          daysLate: sum(own, ({ daysLate }) => daysLate),
          itemsLate: Math.max(...own.map(({ itemsLate }) => itemsLate)),
          returned: sum(
            back.filter(({ unit }) => unit === code),
            ({ count }) => count,
          ),
        }))
        .sort(
          (left, right) =>
            right.daysLate - left.daysLate ||
            right.submissions - left.submissions ||
            (left.unit.code < right.unit.code ? -1 : 1),
        )
        .slice(0, most);
    },
    months: async () => {
      const rows = Map.groupBy(await delivered(), ({ month }) => month);
      const months: MonthOperationRow[] = [];
      for (let day = first; day <= last; day = addMonths(day, 1)) {
        const own = rows.get(day.slice(0, 7)) ?? [];
        months.push({
          month: day.slice(0, 7),
          submissions: sum(own, ({ submissions }) => submissions),
          daysLate: sum(own, ({ daysLate }) => daysLate),
          unitsLate: own.filter(({ daysLate }) => daysLate > 0).length,
        });
      }
      return months;
    },
    returned: async () =>
      [...Map.groupBy(await returned(), ({ reason }) => reason)]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([reason, rows]) => ({ reason, count: sum(rows, ({ count }) => count) }))
        .sort(byCount),
    refusals: () => refusals(context, from, until),
    periods: async () =>
      (await context.query<Omit<PeriodRow, 'label'>>(PERIODS, [first, end, today])).map((row) => ({
        ...row,
        label: labelOf('PERIOD', row.kind) ?? { en: row.kind, zh: row.kind },
      })),
  };
}

/** Periods are about subjects: whoever reads each of them may have their number. */
export const operationGuards = {
  OperationFigures: {
    ...published('from', 'until', 'countedSince', 'units', 'months', 'returned', 'refusals'),
    periods: roles('6', 'OPERATOR', 'AUTHORITY'),
  },
  UnitOperation: published('unit', 'submissions', 'daysLate', 'itemsLate', 'returned'),
  MonthOperation: published('month', 'submissions', 'daysLate', 'unitsLate'),
  ReturnedRows: published('reason', 'count'),
  RefusedRequests: published('role', 'code', 'reason', 'count'),
  PeriodFigures: published('kind', 'label', 'month', 'met', 'breached'),
};
