/** Why records of an item are not taken from a unit at all (Articles 18 to 21 and 47). */
import { badInput, forbidden, repeated } from '../../../schema/errors.ts';
import { deliveryMessages } from '../../../schema/messages/acts/public-credit.ts';
import { REFUSALS } from '../../../schema/messages/refusals.ts';
import type { Said } from '../../../schema/messages/said.ts';
import type { Directory } from '../../request/directory.ts';
import { providing } from '../intake/providing.ts';

/** What is delivered. Assessments are checked against their method before. */
export type Way = 'RECORDS' | 'ASSESSMENTS';

/** Why records of an item are not taken from a unit at all. */
interface ItemFault {
  readonly kind: 'BAD_USER_INPUT' | 'FORBIDDEN';
  readonly reason: 'ITEM_UNKNOWN' | 'ITEM_NOT_PUBLIC' | 'NOT_PROVIDING_UNIT' | 'ITEM_ASSESSMENT';
  readonly said: Said;
  readonly article: string;
}

/** Why; undefined where the catalog names the unit as provider of the item. */
export function itemFault(
  { editions, units, today }: Pick<Directory, 'editions' | 'units' | 'today'>,
  code: string,
  unit: string,
  way: Way = 'RECORDS',
): ItemFault | undefined {
  const own = editions.filter((item) => item.code === code);
  if (own.length === 0)
    return {
      kind: 'BAD_USER_INPUT',
      reason: 'ITEM_UNKNOWN',
      said: deliveryMessages.itemUnknown(repeated(code)),
      article: '18',
    };
  if (own.some((item) => item.information === 'NON_PUBLIC'))
    return {
      kind: 'BAD_USER_INPUT',
      reason: 'ITEM_NOT_PUBLIC',
      said: deliveryMessages.itemNotPublic(code),
      article: '20',
    };
  // Oldest first: what is said is of the newest.
  const found = providing({ units, today }, own.toReversed(), unit);
  if ('said' in found)
    return {
      kind: 'FORBIDDEN',
      reason: 'NOT_PROVIDING_UNIT',
      said: { message: found.said, help: REFUSALS.NOT_PROVIDING_UNIT.help },
      article: '21',
    };
  if (own.some((item) => item.recordType === 'AssessmentRecord') !== (way === 'ASSESSMENTS'))
    return {
      kind: 'BAD_USER_INPUT',
      reason: 'ITEM_ASSESSMENT',
      said: way === 'ASSESSMENTS' ? deliveryMessages.noAssessments(code) : deliveryMessages.assessments(code),
      article: '47',
    };
  return undefined;
}

/** Throws unless the catalog names the unit as provider of the item. */
export function checkItem(directory: Directory, code: string, unit: string, way: Way = 'RECORDS'): void {
  const fault = itemFault(directory, code, unit, way);
  if (fault === undefined) return;
  const { kind, reason, said, article } = fault;
  if (kind === 'BAD_USER_INPUT') throw badInput(reason, said, article);
  throw forbidden('NOT_PROVIDING_UNIT', article, said);
}
