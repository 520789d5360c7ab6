/** The months of a question about numbers, exact ones or those of periods. */
import { badInput } from '../../schema/errors.ts';
import { addMonths } from '../../schema/law/clocks/calendar.ts';
import { operationMessages } from '../../schema/messages/acts/statistics.ts';

const MONTHS_MAX = 24;

/** Throws BAD_USER_INPUT for what is no month, and for months in the wrong order, too many, or to come. */
export function checkMonths(from: string, until: string, today: string): void {
  for (const [field, month] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (!/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(month)) throw badInput('MONTH', operationMessages.month(field));
  if (from > until) throw badInput('MONTH', operationMessages.order);
  const thisMonth = today.slice(0, 7);
  if (until > thisMonth) throw badInput('MONTH', operationMessages.future(thisMonth));
  if (addMonths(`${from}-01`, MONTHS_MAX) <= `${until}-01`) throw badInput('MONTH', operationMessages.long(MONTHS_MAX));
}
