/** Checks that several commands of this subgraph share. Each throws BAD_USER_INPUT with the fault. */
import { badInput, notFound } from '../../../schema/errors.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { MONTHS_MAX } from '../../../schema/law/measures/measures.ts';
import { decisionMessages } from '../../../schema/messages/acts/designations.ts';
import { inputMessages, type Owned } from '../../../schema/messages/acts/inputs.ts';
import type { Context } from '../../request/context.ts';
import { identify } from '../../request/subjects/identify.ts';
import { isId } from '../../request/subjects/representations.ts';
import type { StandardRow } from '../rows.ts';
import type { Named } from './listed-subjects.ts';

const TEXT_MAX = 4_000;

/** Normalizes a text that must not be empty. */
export function said(name: string, value: string, article: string): string {
  const text = value.normalize('NFC').trim();
  if (text === '' || text.length > TEXT_MAX)
    throw badInput(
      'PART_MISSING',
      text === '' ? decisionMessages.partEmpty(name) : decisionMessages.partTooLong(name, TEXT_MAX),
      article,
    );
  return text;
}

/** Checks the parts of a decision, and names all empty ones in one error. */
export function allSaid(parts: Readonly<Record<string, string>>, article: string): void {
  const missing = Object.entries(parts).filter(([, value]) => value.trim() === '');
  if (missing.length > 0)
    throw badInput('PART_MISSING', decisionMessages.partsMissing(missing.map(([name]) => name)), article);
  for (const [name, value] of Object.entries(parts)) said(name, value, article);
}

export function checkDay(name: string, value: string, today: string): string {
  if (!isDate(value) || value > today) throw badInput('DATE', inputMessages.dayOfDocument(name));
  return value;
}

/** Checks a period against the limit of the standard. */
export function checkMonths(months: number | null | undefined, standard: StandardRow, article: string): number | null {
  if (months == null) {
    if (standard.maximumMonths !== null)
      throw badInput('PERIOD', decisionMessages.noPeriod(standard.maximumMonths), article);
    return null;
  }
  if (months < 1 || months > (standard.maximumMonths ?? MONTHS_MAX))
    throw badInput(
      'PERIOD',
      decisionMessages.periodBeyond(months, standard.edition, standard.maximumMonths ?? MONTHS_MAX),
      article,
    );
  return months;
}

interface Reference {
  readonly subject: Parameters<typeof identify>[1];
  readonly subjectName?: string | null | undefined;
}

/** As long as the name in a delivery may be: everybody who looks the subject up is shown it. */
const NAME_MAX = 300;

export function named(context: Context, { subject, subjectName }: Reference): Named {
  const name = subjectName?.normalize('NFC').trim() || null;
  if (name !== null && name.length > NAME_MAX) throw badInput('NAME', decisionMessages.nameTooLong(NAME_MAX), '28');
  return { ...identify(context.platform, subject), name };
}

/** A UUID, so that no other text reaches a column of that type. */
export function checkId(id: string, what: Owned): string {
  if (!isId(id)) throw notFound(what);
  return id;
}

/** Whether an error is a unique violation: the row exists already. */
export const isTwice = (error: unknown): boolean => (error as { code?: string }).code === '23505';
