/** Decides whether two deliveries are the same record, and whether the content is the same. */
import { createHash } from 'node:crypto';
import type { Secrets } from '../../keys/secrets.ts';
import type { CheckedRecord } from './check.ts';

/** Elements that distinguish records of one item, subject and day that have no document number. */
const DISCRIMINATORS = ['permitNumber', 'title', 'service', 'period', 'matter', 'kind', 'court', 'actKind'];

/** A subject has one record of these types for each item: a delivery is its present state. */
const STATES: ReadonlySet<string> = new Set(['Registration', 'AssessmentRecord']);

export interface NaturalKey {
  readonly key: string;
  /** The plain hash under which records of before are held, and stay. */
  readonly before: string;
}

/** What makes two deliveries the same record of a subject: the document that it rests on, else its date and what it is about. */
function namedBy(record: CheckedRecord): readonly string[] {
  if (STATES.has(record.item.recordType)) return [];
  return record.basisDocument !== null
    ? [record.basisDocument, String(record.content.permitNumber ?? '')]
    : [record.occurredOn, ...DISCRIMINATORS.map((name) => String(record.content[name] ?? ''))];
}

/** Natural key of a record. Keyed, because a plain hash of a title or of a document that names a person could be guessed (Article 23). */
export function naturalKey(secrets: Pick<Secrets, 'fingerprint'>, record: CheckedRecord, unit: string): NaturalKey {
  const named = JSON.stringify([unit, record.item.code, ...namedBy(record)]);
  return {
    key: secrets.fingerprint(`record\n${named}`).toString('hex'),
    before: createHash('sha256').update(named).digest('hex'),
  };
}

/** Says within one file which rows are the same record. A penalty is one record by its document, whatever its display class (heads.ts). */
export function recordOfRow(record: CheckedRecord): string {
  const { subject, item, basisDocument } = record;
  const isPenalty = item.recordType === 'AdministrativePenalty' && basisDocument !== null;
  const named = isPenalty ? ['', basisDocument.normalize('NFC').trim()] : [item.code, ...namedBy(record)];
  return JSON.stringify([subject.type, subject.value, ...named]);
}

export const canonical = (content: CheckedRecord['content']): string =>
  JSON.stringify(Object.entries(content).sort(([left], [right]) => (left < right ? -1 : 1)));

/** Whether two contents have the same elements with the same values. */
export function sameContent(one: CheckedRecord['content'], other: CheckedRecord['content']): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [left, right] = [one[name], other[name]];
      if (left === right) return true;
      return Array.isArray(left) && Array.isArray(right) && JSON.stringify(left) === JSON.stringify(right);
    })
  );
}

type Said = Pick<CheckedRecord, 'occurredOn' | 'displayedUntil' | 'content'> & {
  readonly subject: Pick<CheckedRecord['subject'], 'name' | 'address' | 'phone'>;
};

/** Hash by which an unchanged delivery of a record is recognized. What it says of its subject is part of it (Article 39). */
export const fingerprintOf = (
  secrets: Secrets,
  { subject: { name, address, phone }, occurredOn, displayedUntil, content }: Said,
): string => {
  const reached = address === null && phone === null ? '' : `\n${JSON.stringify([address, phone])}`;
  return secrets
    .fingerprint(`${occurredOn}\n${displayedUntil}\n${name}\n${canonical(content)}${reached}`)
    .toString('hex');
};
