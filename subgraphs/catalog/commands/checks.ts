/** Checks that several commands of the control plane share. Each throws BAD_USER_INPUT with the fault. */
import { badInput, repeated } from '../../../schema/errors.ts';
import { hasEnded } from '../../../schema/law/asking/unit-roles.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { inputMessages } from '../../../schema/messages/acts/inputs.ts';
import type { Directory } from '../../request/directory.ts';
import { redactAlone } from '../../texts/alone.ts';

const LIST_MAX = 500;

export function checkTerm(from: string, until: string): void {
  for (const date of [from, until]) if (!isDate(date)) throw badInput('DATE', inputMessages.date(repeated(date)));
  if (until < from) throw badInput('TERM', inputMessages.term(from, until));
}

function checkList(name: string, list: readonly string[]): void {
  if (list.length === 0) throw badInput('EMPTY', inputMessages.empty(name));
  if (list.length > LIST_MAX) throw badInput('TOO_MANY', inputMessages.tooMany(name, list.length, LIST_MAX));
}

/** Items must have an edition in force: what is not published has no effect (Articles 7 and 18). */
export function checkItems(directory: Directory, items: readonly string[]): void {
  checkList('items', items);
  for (const code of items)
    if (!directory.items.has(code)) throw badInput('ITEM_UNKNOWN', inputMessages.itemUnknown(repeated(code)), '18');
}

export function checkPurposes(directory: Directory, purposes: readonly string[]): void {
  checkList('purposes', purposes);
  for (const code of purposes)
    if (!directory.purposes.has(code))
      throw badInput(
        'PURPOSE_UNKNOWN',
        inputMessages.purposeUnknown(repeated(code), [...directory.purposes.keys()]),
        '24',
      );
}

export function checkUnit(directory: Directory, code: string, kinds: readonly string[]): void {
  const unit = directory.units.get(code);
  if (unit === undefined || hasEnded(unit, directory.today) || !unit.kinds.some((kind) => kinds.includes(kind)))
    throw badInput('UNIT_UNKNOWN', inputMessages.unitOfKind(repeated(code), kinds));
}

export function checkWhole(name: string, value: number, least: number): void {
  if (value < least) throw badInput('NUMBER', inputMessages.least(name, value, least));
}

const REASON_MAX = 500;

/** Normalizes a reason for storage. Throws where it is empty, too long, or holds personal information. */
export function checkReason(reason: string, article: string): string {
  const text = reason.normalize('NFC').trim();
  if (text === '' || text.length > REASON_MAX) throw badInput('REASON', inputMessages.reason(REASON_MAX), article);
  if (redactAlone(text) !== text) throw badInput('REASON', inputMessages.reasonPersonal, '23');
  return text;
}
