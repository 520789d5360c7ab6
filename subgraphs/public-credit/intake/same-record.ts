/** Whether two deliveries are of the same record, and whether they say the same of it. */
import { createHash } from 'node:crypto';
import type { Secrets } from '../../keys/secrets.ts';
import type { CheckedRecord } from './check.ts';

/** Elements that tell two records of one item, subject and day apart where no document number does. */
const DISCRIMINATORS = ['permitNumber', 'title', 'service', 'period', 'matter', 'kind', 'court', 'actKind'];

/** Of these a subject has one of each item: what is delivered is how it stands now. */
const STATES: ReadonlySet<string> = new Set(['Registration', 'AssessmentRecord']);

/** What makes two deliveries the same record: the document that it rests on, else its date and what it is about. */
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

/** Tells whether a delivery says anything new of a record. */
export const fingerprintOf = (
  secrets: Secrets,
  name: string,
  { occurredOn, displayedUntil, content }: Pick<CheckedRecord, 'occurredOn' | 'displayedUntil' | 'content'>,
): string => secrets.fingerprint(`${occurredOn}\n${displayedUntil}\n${name}\n${canonical(content)}`).toString('hex');
