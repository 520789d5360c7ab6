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

/**
 * Natural key of a record: the document that it rests on, else its date and what it is about. Keyed, because a plain hash of a title or of a document
 * that names a person could be guessed (Article 23).
 */
export function naturalKey(secrets: Pick<Secrets, 'fingerprint'>, record: CheckedRecord, unit: string): NaturalKey {
  const own = STATES.has(record.item.recordType)
    ? []
    : record.basisDocument !== null
      ? [record.basisDocument, String(record.content.permitNumber ?? '')]
      : [record.occurredOn, ...DISCRIMINATORS.map((name) => String(record.content[name] ?? ''))];
  const named = JSON.stringify([unit, record.item.code, ...own]);
  return {
    key: secrets.fingerprint(`record\n${named}`).toString('hex'),
    before: createHash('sha256').update(named).digest('hex'),
  };
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
