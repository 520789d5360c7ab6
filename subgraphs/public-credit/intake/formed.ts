/** A checked record as the redaction takes it, and as it is sealed. */
import type { Secrets } from '../../keys/secrets.ts';
import { type Basis, basisOf } from '../../redaction/basis.ts';
import type { SubjectKnown } from '../../redaction/known-values.ts';
import { type Content, type Formed, openContent } from '../../redaction/open-form.ts';
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

/**
 * What others may read of a record. What any of its texts, or its document, tells of a person must stand in none of the others: it is read until nothing more
 * is found.
 */
export function openForms(
  secrets: Secrets,
  id: string,
  record: Pick<CheckedRecord, 'item' | 'subject' | 'content' | 'basisDocument'>,
  known: SubjectKnown,
): { readonly content: Content; readonly basis: Basis } {
  const { basisDocument } = record;
  const formed = formedOf(record);
  let content: Content = {};
  known.formed();
  known.settle(() => {
    if (basisDocument !== null) known.redact(basisDocument, 'NUMBER');
    content = openContent(formed, known.redact);
  });
  return { content, basis: basisOf(secrets, id, basisDocument, known.redact) };
}
