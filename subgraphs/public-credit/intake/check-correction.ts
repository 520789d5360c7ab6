/** Checks a correction before it becomes a version: the current record with the corrected parts, checked as a delivery is. */
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import type { SubjectKind } from '../../../schema/law/facts.ts';
import type { Item } from '../../request/directory.ts';
import { type CheckedRecord, type Content, contentOf, displayEnd, natureOf, Refused } from './check.ts';

/** The current record with its whole content. */
export interface CurrentRecord {
  readonly item: Item;
  readonly subject: { readonly kind: SubjectKind; readonly personal: boolean; readonly name: string };
  readonly occurredOn: string;
  readonly displayedUntil: string | null;
  readonly basisDocument: string | null;
  readonly content: Content;
}

export interface Correction {
  readonly occurredOn?: string | null | undefined;
  readonly basisDocument?: string | null | undefined;
  readonly content?: unknown;
}

export type Corrected = Pick<CheckedRecord, 'occurredOn' | 'nature' | 'displayedUntil' | 'basisDocument' | 'content'>;

/** The display of a pledge that was not kept counts from the day when that was found. Later corrections keep its end. */
function endOf(current: CurrentRecord, corrected: Omit<Corrected, 'displayedUntil'>, today: string): string | null {
  const { item } = current;
  const { occurredOn, content, nature } = corrected;
  if (item.recordType !== 'PledgeRecord' || nature !== 'UNTRUSTWORTHY') return displayEnd(item, occurredOn, content);
  return natureOf(item, current.content) === nature ? current.displayedUntil : displayEnd(item, today, content);
}

/** Throws Refused with what is wrong. */
export function checkCorrection(current: CurrentRecord, correction: Correction, today: string): Corrected {
  const { item, subject } = current;
  const occurredOn = correction.occurredOn ?? current.occurredOn;
  if (!isDate(occurredOn)) throw new Refused('DATE', 'occurredOn is not a date of the form YYYY-MM-DD.');
  if (occurredOn > today) throw new Refused('DATE_FUTURE', `occurredOn ${occurredOn} lies in the future.`);
  const basisDocument =
    correction.basisDocument === undefined || correction.basisDocument === null
      ? current.basisDocument
      : correction.basisDocument.trim() || null;
  const sent = correction.content ?? {};
  if (typeof sent !== 'object' || Array.isArray(sent))
    throw new Refused('CONTENT', 'content is not an object of data elements.');
  // Only the corrected parts are checked: the others were checked when they were delivered.
  const changes = contentOf(item, sent, subject.kind === 'NATURAL_PERSON');
  const removed = new Set(
    Object.entries(sent).flatMap(([name, value]) => (value === null || value === '' ? [name] : [])),
  );
  const content = {
    ...Object.fromEntries(Object.entries(current.content).filter(([name]) => !removed.has(name))),
    ...changes,
  };
  const nature = natureOf(item, content);
  if (nature === 'UNTRUSTWORTHY' && basisDocument === null)
    throw new Refused('BASIS_REQUIRED', 'Untrustworthy conduct rests on an effective document (Article 27).');
  const corrected = { occurredOn, nature, basisDocument, content };
  return { ...corrected, displayedUntil: endOf(current, corrected, today) };
}
