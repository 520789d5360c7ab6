/** Decides whether two deliveries are the same record, and whether the content is the same. */
import { createHash } from 'node:crypto';
import type { Secrets } from '../../keys/secrets.ts';
import type { CheckedRecord } from './check.ts';

/** Elements that distinguish records of one item, subject and day that have no document number. */
const DISCRIMINATORS = ['permitNumber', 'title', 'service', 'period', 'matter', 'kind', 'court', 'actKind'];

/** A subject has one record of these types for each item: a delivery is its present state. */
const STATES: ReadonlySet<string> = new Set(['Registration', 'AssessmentRecord']);

/** Natural key of a record: the document that it rests on, else its date and what it is about. */
export function naturalKey(record: CheckedRecord, unit: string): Buffer {
  const own = STATES.has(record.item.recordType)
    ? []
    : record.basisDocument !== null
      ? [record.basisDocument, String(record.content.permitNumber ?? '')]
      : [record.occurredOn, ...DISCRIMINATORS.map((name) => String(record.content[name] ?? ''))];
  return createHash('sha256')
    .update(JSON.stringify([unit, record.item.code, ...own]))
    .digest();
}

export const canonical = (content: CheckedRecord['content']): string =>
  JSON.stringify(Object.entries(content).sort(([left], [right]) => (left < right ? -1 : 1)));

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
