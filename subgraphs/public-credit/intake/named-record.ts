/** A checked record with everything that is hashed of it: whose it is, which record it is, and what it says. */
import type { Secrets } from '../../keys/secrets.ts';
import { basisMark } from '../../redaction/basis.ts';
import type { CheckedRecord } from './check.ts';
import { fingerprintOf, type NaturalKey, naturalKey } from './same-record.ts';

export interface NamedRecord extends NaturalKey {
  readonly record: CheckedRecord;
  readonly subjectId: string;
  /** Hash by which an unchanged delivery is recognized. */
  readonly contentHash: string;
  /** Hash of the content of a later row of the same decision under another item, where there is one. */
  readonly laterHash: string | undefined;
  /** Mark of the document of a penalty; null elsewhere. */
  readonly mark: string | null;
}

/** Hashes what the database is asked for. It needs nothing of the database, and may be done while another delivery is stored. */
export const nameRecord = (secrets: Secrets, unit: string, record: CheckedRecord): NamedRecord => ({
  record,
  subjectId: secrets.subjectId(record.subject.type, record.subject.value),
  ...naturalKey(secrets, record, unit),
  contentHash: fingerprintOf(secrets, record),
  laterHash: record.later === undefined ? undefined : fingerprintOf(secrets, record.later),
  mark:
    record.item.recordType === 'AdministrativePenalty' && record.basisDocument !== null
      ? basisMark(secrets, record.basisDocument).toString('hex')
      : null,
});
