/** Decides whether two deliveries are the same record, and whether the content is the same. */
import { createHash, randomUUID } from 'node:crypto';
import { documentKey } from '../../../schema/law/records/document-number.ts';
import type { Secrets } from '../../keys/secrets.ts';
import { basisMark, unfoldedMark } from '../../redaction/basis.ts';
import { type FallMark, fallMark } from '../../rights/fallen/marks.ts';
import type { CheckedRecord } from './check.ts';

/** Elements that distinguish records of one item, subject and day that have no document number. */
const DISCRIMINATORS = ['permitNumber', 'title', 'service', 'period', 'matter', 'kind', 'court', 'actKind'];

/** A subject has one record of these types for each item: a delivery is its present state. */
const STATES: ReadonlySet<string> = new Set(['Registration', 'AssessmentRecord']);

interface NaturalKey {
  readonly key: string;
  /** The plain hash under which records of before are held, and stay. */
  readonly before: string;
  /** The key of before spellings were folded, under which records are held too; null where it is the same. */
  readonly unfolded: string | null;
}

/** What makes two deliveries the same record of a subject: the document that it rests on, else its date and what it is about. */
function namedBy(record: CheckedRecord): readonly string[] {
  if (STATES.has(record.item.recordType)) return [];
  return record.basisDocument !== null
    ? [record.basisDocument, String(record.content.permitNumber ?? '')]
    : [record.occurredOn, ...DISCRIMINATORS.map((name) => String(record.content[name] ?? ''))];
}

const folded = (record: CheckedRecord, own: readonly string[]): readonly string[] =>
  record.basisDocument === null ? own : own.map(documentKey);

/** Natural key of a record. Keyed, because a plain hash of a title or of a document that names a person could be guessed (Article 23). */
function naturalKey(secrets: Pick<Secrets, 'fingerprint'>, record: CheckedRecord, unit: string): NaturalKey {
  const own = namedBy(record);
  const named = (texts: readonly string[]): string => JSON.stringify([unit, record.item.code, ...texts]);
  const keyOf = (texts: readonly string[]): string => secrets.fingerprint(`record\n${named(texts)}`).toString('hex');
  const usual = folded(record, own);
  return {
    key: keyOf(usual),
    unfolded: usual.every((text, at) => text === own[at]) ? null : keyOf(own),
    before: createHash('sha256').update(named(own)).digest('hex'),
  };
}

/** Says within one file which rows are the same record. A penalty is one record by its document, whatever its display class (heads.ts). */
export function recordOfRow(record: CheckedRecord): string {
  const { subject, item, basisDocument } = record;
  const isPenalty = item.recordType === 'AdministrativePenalty' && basisDocument !== null;
  const named = isPenalty ? ['', documentKey(basisDocument)] : [item.code, ...folded(record, namedBy(record))];
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

type Said = Pick<CheckedRecord, 'occurredOn' | 'displayedUntil' | 'displayClass' | 'content'> & {
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

const hashOf = (
  secrets: Secrets,
  { subject: { name, address, phone }, occurredOn, displayedUntil, displayClass }: Said,
  content: CheckedRecord['content'],
): string => {
  const reached = address === null && phone === null ? '' : `\n${JSON.stringify([address, phone])}`;
  // The end that a table says is no part of what is delivered: the next table moves it.
  const until = displayClass === null ? displayedUntil : null;
  return secrets.fingerprint(`${occurredOn}\n${until}\n${name}\n${canonical(content)}${reached}`).toString('hex');
};

/** Hash by which an unchanged delivery of a record is recognized. What it says of its subject is part of it (Article 39). */
export const fingerprintOf = (secrets: Secrets, said: Said): string => hashOf(secrets, said, compared(said.content));

/** The hash of before spellings were folded, under which a version may be held; undefined where it is the same. */
const unfoldedHash = (secrets: Secrets, { content, ...said }: CheckedRecord): string | undefined =>
  sameContent(content, compared(content)) ? undefined : hashOf(secrets, { ...said, content }, content);

/** A checked record with everything that is hashed of it: whose it is, which record it is, and what it says. */
export interface NamedRecord extends NaturalKey {
  readonly record: CheckedRecord;
  readonly subjectId: string;
  /** Hash by which an unchanged delivery is recognized. */
  readonly contentHash: string;
  /** The same of before spellings were folded, where it is another. */
  readonly unfoldedHash: string | undefined;
  /** Hash of the content of a later row of the same decision under another item, where there is one. */
  readonly laterHash: string | undefined;
  /** Mark of the document of a penalty; null elsewhere. */
  readonly mark: string | null;
  /** Its mark of before spellings were folded. */
  readonly unfoldedMark: string | null;
  /** By what it is known if it fell before. */
  readonly fall: FallMark;
}

/** Hashes what the database is asked for. It needs nothing of the database, and may be done while another delivery is stored. */
export const nameRecord = (secrets: Secrets, unit: string, record: CheckedRecord): NamedRecord => ({
  record,
  subjectId: secrets.subjectId(record.subject.type, record.subject.value),
  ...naturalKey(secrets, record, unit),
  contentHash: fingerprintOf(secrets, record),
  unfoldedHash: unfoldedHash(secrets, record),
  laterHash: record.later === undefined ? undefined : fingerprintOf(secrets, record.later),
  mark: markOf(secrets, record, basisMark),
  unfoldedMark: markOf(secrets, record, unfoldedMark),
  fall: fallMark(secrets, { ...record, type: record.item.recordType }),
});

/** The same record under the key of one that stands for the decision already. */
export const keyedAs = (one: NamedRecord, key: string): NamedRecord => ({
  ...one,
  key,
  before: key,
  unfolded: null,
  mark: null,
  unfoldedMark: null,
});

/** The same record as a new one, beside the one that fell. */
export const keyedAnew = (secrets: Secrets, one: NamedRecord): NamedRecord =>
  keyedAs(one, secrets.fingerprint(`record anew\n${randomUUID()}`).toString('hex'));

const markOf = (secrets: Secrets, { item, basisDocument }: CheckedRecord, mark: typeof basisMark): string | null =>
  item.recordType === 'AdministrativePenalty' && basisDocument !== null
    ? mark(secrets, basisDocument).toString('hex')
    : null;
