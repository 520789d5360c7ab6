/** Decides whether two deliveries are the same record, and whether the content is the same. */
import { createHash } from 'node:crypto';
import { documentKey } from '../../../schema/law/records/document-number.ts';
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
  const named = (texts: readonly string[]): string => JSON.stringify([unit, record.item.code, ...texts]);
  const folded = record.basisDocument === null ? own : own.map(documentKey);
  return {
    key: secrets.fingerprint(`record\n${named(folded)}`).toString('hex'),
    before: createHash('sha256').update(named(own)).digest('hex'),
  };
}

export const canonical = (content: CheckedRecord['content']): string =>
  JSON.stringify(Object.entries(content).sort(([left], [right]) => (left < right ? -1 : 1)));

type Said = Pick<CheckedRecord, 'occurredOn' | 'displayedUntil' | 'content'> & {
  readonly subject: Pick<CheckedRecord['subject'], 'name' | 'address' | 'phone'>;
};

/** Elements that name a document or a certificate: another spelling of one is no change. */
const NUMBERS: ReadonlySet<string> = new Set(['documentNumber', 'permitNumber']);

const compared = (content: CheckedRecord['content']): CheckedRecord['content'] =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) =>
      NUMBERS.has(name) && typeof value === 'string' ? [name, documentKey(value)] : [name, value],
    ),
  );

/** Hash by which an unchanged delivery of a record is recognized. What it says of its subject is part of it (Article 39). */
export const fingerprintOf = (
  secrets: Secrets,
  { subject: { name, address, phone }, occurredOn, displayedUntil, content }: Said,
): string => {
  const reached = address === null && phone === null ? '' : `\n${JSON.stringify([address, phone])}`;
  return secrets
    .fingerprint(`${occurredOn}\n${displayedUntil}\n${name}\n${canonical(compared(content))}${reached}`)
    .toString('hex');
};
