/** The table of display periods as anyone reads it, and what a new edition would do, for who publishes and who serves (Article 37 §2). */
import { badInput, repeated } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import {
  type DisplayClass,
  type DisplayEdition,
  type DisplayPeriod,
  displayEditionOn,
  periodOf,
  spansOf,
} from '../../../../schema/law/records/display-periods.ts';
import { periodMessages } from '../../../../schema/messages/acts/rights/periods.ts';
import { type Guard, open, type Policy, roles } from '../../../authorization/policy.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';
import type { Item } from '../../../request/directory.ts';
import type { EffectRow } from '../../rows.ts';
import type { DisplayPeriodsInput, Resolvers } from '../../types.generated.ts';
import { checkedPeriods, publishDisplayPeriods } from './publish-display-periods.ts';

interface Counted extends Omit<EffectRow, 'item' | 'period'> {
  readonly class: DisplayClass;
  readonly item: string;
  readonly decidedFrom: string;
}

const EFFECT: Statement = {
  name: 'display-periods-effect',
  text: `select class, item, to_char(decided_from, 'YYYY-MM-DD') as "decidedFrom", displayed, earlier, later, at_once as "atOnce"
    from control.display_effect($1::jsonb, $2::date)`,
};

/** What publishing the edition would do, by the computation that publishing does it by. Writes nothing. */
async function effectOf(context: Context, input: DisplayPeriodsInput): Promise<readonly EffectRow[]> {
  const { directory } = context.snapshot;
  const next = checkedPeriods(directory, input);
  const newest = directory.displayEditions.at(-1);
  const spans = spansOf(newest === undefined ? [next] : [newest, next]);
  const rows = await context.query<Counted>(EFFECT, [JSON.stringify(spans), next.effectiveFrom]);
  const found = new Map<string, EffectRow>();
  for (const { class: displayClass, item: code, decidedFrom, ...counts } of rows) {
    const item = directory.items.get(code) ?? directory.editions.find((one) => one.code === code);
    const period = periodOf(next, displayClass, decidedFrom);
    if (item === undefined || period === undefined)
      throw new Error('A record names an item or a class that is not published.');
    const key = `${displayClass} ${code} ${period.decidedFrom}`;
    const before = found.get(key) ?? { item, period, displayed: 0, earlier: 0, later: 0, atOnce: 0 };
    found.set(key, {
      item,
      period,
      displayed: before.displayed + counts.displayed,
      earlier: before.earlier + counts.earlier,
      later: before.later + counts.later,
      atOnce: before.atOnce + counts.atOnce,
    });
  }
  return [...found.values()];
}

function tableOn(context: Context, day: string): DisplayEdition | null {
  if (!isDate(day)) throw badInput('DATE', periodMessages.date(repeated(day)), '37');
  return displayEditionOn(context.snapshot.directory.displayEditions, day) ?? null;
}

/** The months of an item: its own, or those that the table has for a decision of today. */
export function monthsOf(
  context: Context,
  item: Item,
): Pick<DisplayPeriod, 'minimumMonths'> & { maximumMonths: number | null } {
  const { displayEditions, today } = context.snapshot.directory;
  const table = item.displayClass === null ? undefined : displayEditionOn(displayEditions, today);
  const row = table === undefined || item.displayClass === null ? undefined : periodOf(table, item.displayClass, today);
  return {
    minimumMonths: row === undefined ? item.displayMinimumMonths : row.minimumMonths,
    maximumMonths: row === undefined ? item.displayMaximumMonths : row.maximumMonths,
  };
}

export const periodQueries: Pick<NonNullable<Resolvers['Query']>, 'displayPeriods' | 'displayPeriodsEffect'> = {
  displayPeriods: (_root, { asOf }, context) => tableOn(context, asOf ?? context.request.today),
  displayPeriodsEffect: (_root, { input }, context) => effectOf(context, input),
};

export const periodMutations: Pick<NonNullable<Resolvers['Mutation']>, 'publishDisplayPeriods'> = {
  publishDisplayPeriods: (_root, { input }, context) => publishDisplayPeriods(context, input),
};

export const periodQueryPolicy: Record<'displayPeriods' | 'displayPeriodsEffect', Guard> = {
  displayPeriods: open,
  displayPeriodsEffect: roles('37', 'OPERATOR', 'AUTHORITY'),
};
export const periodMutationPolicy: Record<'publishDisplayPeriods', Guard> = {
  publishDisplayPeriods: roles('37', 'AUTHORITY'),
};

export const periodPolicy: Pick<
  Policy<Resolvers>,
  'DisplayPeriodTable' | 'DisplayPeriodRow' | 'DisplayPeriodsEffect'
> = {
  DisplayPeriodTable: {
    edition: open,
    citation: open,
    publicationReference: open,
    effectiveFrom: open,
    periods: open,
  },
  DisplayPeriodRow: { displayClass: open, decidedFrom: open, minimumMonths: open, maximumMonths: open, citation: open },
  DisplayPeriodsEffect: { item: open, period: open, displayed: open, earlier: open, later: open, atOnce: open },
};
