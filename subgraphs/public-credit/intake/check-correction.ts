/** What a correction must be before it becomes a version: the record as it stands with the corrected parts, checked as a delivery is. */
import { isDate } from '../../../schema/law/calendar.ts';
import type { SubjectKind } from '../../../schema/law/facts.ts';
import type { Item } from '../../directory.ts';
import { type CheckedRecord, type Content, contentOf, displayEnd, Refused } from './check.ts';

/** The record as it stands, whole. */
export interface Standing {
  readonly item: Item;
  readonly subject: { readonly kind: SubjectKind; readonly personal: boolean; readonly name: string };
  readonly occurredOn: string;
  readonly basisDocument: string | null;
  readonly content: Content;
}

export interface Correction {
  readonly occurredOn?: string | null | undefined;
  readonly basisDocument?: string | null | undefined;
  readonly content?: unknown;
}

export type Corrected = Pick<CheckedRecord, 'occurredOn' | 'displayedUntil' | 'basisDocument' | 'content'>;

/** Throws Refused with what is wrong. */
export function checkCorrection(standing: Standing, correction: Correction, today: string): Corrected {
  const { item, subject } = standing;
  const occurredOn = correction.occurredOn ?? standing.occurredOn;
  if (!isDate(occurredOn)) throw new Refused('DATE', 'occurredOn is not a date of the form YYYY-MM-DD.');
  if (occurredOn > today) throw new Refused('DATE_FUTURE', `occurredOn ${occurredOn} lies in the future.`);
  const basisDocument =
    correction.basisDocument === undefined || correction.basisDocument === null
      ? standing.basisDocument
      : correction.basisDocument.trim() || null;
  if (item.nature === 'UNTRUSTWORTHY' && basisDocument === null)
    throw new Refused('BASIS_REQUIRED', 'Untrustworthy conduct rests on an effective document (Article 27).');
  const sent = correction.content ?? {};
  if (typeof sent !== 'object' || Array.isArray(sent))
    throw new Refused('CONTENT', 'content is not an object of data elements.');
  // What a provider sends is checked; what stands was checked when it came.
  const changes = contentOf(item, sent, subject.kind === 'NATURAL_PERSON');
  const removed = new Set(
    Object.entries(sent).flatMap(([name, value]) => (value === null || value === '' ? [name] : [])),
  );
  const content = {
    ...Object.fromEntries(Object.entries(standing.content).filter(([name]) => !removed.has(name))),
    ...changes,
  };
  return { occurredOn, basisDocument, content, displayedUntil: displayEnd(item, occurredOn, content) };
}
