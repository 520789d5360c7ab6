/** Checks that several commands of the control plane share. Each throws BAD_USER_INPUT with the fault. */
import { badInput, repeated } from '../../../schema/errors.ts';
import { hasEnded } from '../../../schema/law/asking/unit-roles.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import type { Directory } from '../../request/directory.ts';
import { redactAlone } from '../../texts/alone.ts';

const LIST_MAX = 500;

export function checkTerm(from: string, until: string): void {
  for (const date of [from, until])
    if (!isDate(date))
      throw badInput('DATE', `${repeated(date)} is not a date of the form YYYY-MM-DD.`, 'Send calendar dates.');
  if (until < from)
    throw badInput(
      'TERM',
      `The term ends on ${until}, before it begins on ${from}.`,
      'Send validUntil on or after validFrom.',
    );
}

function checkList(name: string, list: readonly string[]): void {
  if (list.length === 0) throw badInput('EMPTY', `${name} is empty.`, `Name at least one of ${name}.`);
  if (list.length > LIST_MAX)
    throw badInput('TOO_MANY', `${name} holds ${list.length}; ${LIST_MAX} fit.`, 'Name fewer.');
}

/** Items must have an edition in force: what is not published has no effect (Articles 7 and 18). */
export function checkItems(directory: Directory, items: readonly string[]): void {
  checkList('items', items);
  for (const code of items)
    if (!directory.items.has(code))
      throw badInput(
        'ITEM_UNKNOWN',
        `No edition of ${repeated(code)} is in force.`,
        'Ask catalogItems for the items in force.',
        '18',
      );
}

export function checkPurposes(directory: Directory, purposes: readonly string[]): void {
  checkList('purposes', purposes);
  for (const code of purposes)
    if (!directory.purposes.has(code))
      throw badInput(
        'PURPOSE_UNKNOWN',
        `${repeated(code)} is no published purpose.`,
        `Published: ${[...directory.purposes.keys()].join(', ')}.`,
        '24',
      );
}

export function checkUnit(directory: Directory, code: string, kinds: readonly string[]): void {
  const unit = directory.units.get(code);
  if (unit === undefined || hasEnded(unit, directory.today) || !unit.kinds.some((kind) => kinds.includes(kind)))
    throw badInput(
      'UNIT_UNKNOWN',
      `${repeated(code)} is no unit of kind ${kinds.join(' or ')}.`,
      'Check the code of the unit.',
    );
}

export function checkWhole(name: string, value: number, least: number): void {
  if (value < least)
    throw badInput('NUMBER', `${name} is ${value}; the least is ${least}.`, `Send ${name} of at least ${least}.`);
}

const REASON_MAX = 500;

/** Normalizes a reason for storage. Throws where it is empty, too long, or holds personal information. */
export function checkReason(reason: string, article: string): string {
  const text = reason.normalize('NFC').trim();
  if (text === '' || text.length > REASON_MAX)
    throw badInput('REASON', `A reason has 1 to ${REASON_MAX} characters.`, 'Say why, in a sentence.', article);
  if (redactAlone(text) !== text)
    throw badInput('REASON', 'The reason holds personal information.', 'Say it without names and numbers.', '23');
  return text;
}
