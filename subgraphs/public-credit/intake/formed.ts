/** A checked record as the redaction takes it, and as it is sealed. */
import type { Formed } from '../../redaction/open-form.ts';
import type { WholeStatement } from '../../request/subjects/subject-rows.ts';
import type { CheckedRecord } from './check.ts';

export const formedOf = ({
  item,
  subject,
  content,
  alsoSaid = [],
}: Pick<CheckedRecord, 'item' | 'subject' | 'content'> & Partial<Pick<CheckedRecord, 'alsoSaid'>>): Formed => ({
  item,
  subject,
  content,
  alsoSaid,
});

/** What a delivery says of a person, whole. */
export const wholeStatement = ({
  name,
  value,
  birthDate,
  address,
  phone,
}: CheckedRecord['subject']): WholeStatement => ({
  name,
  identifier: value,
  birthDate,
  address,
  phone,
});
