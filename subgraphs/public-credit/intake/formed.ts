/** A checked record as the redaction takes it, and as it is sealed. */
import type { Secrets } from '../../keys/secrets.ts';
import { type Basis, basisOf } from '../../redaction/basis.ts';
import { type Content, type Formed, openContent, type Redact } from '../../redaction/open-form.ts';
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

/** What others may read of a record. Its document is looked at first, because what it tells of a person must not stand in the content. */
export function openForms(
  secrets: Secrets,
  id: string,
  record: Pick<CheckedRecord, 'item' | 'subject' | 'content' | 'basisDocument'>,
  redact: Redact,
): { readonly content: Content; readonly basis: Basis } {
  const { basisDocument } = record;
  if (basisDocument !== null) redact(basisDocument, 'NUMBER');
  const content = openContent(formedOf(record), redact);
  return { content, basis: basisOf(secrets, id, basisDocument, redact) };
}
