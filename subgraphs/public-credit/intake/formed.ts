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

/** So often at most is a record read until its texts tell nothing more of a person. */
const MOST_READINGS = 4;

/**
 * What others may read of a record. What any of its texts, or its document, tells of a person must stand in none of the others: it is read until nothing more
 * is found.
 */
export function openForms(
  secrets: Secrets,
  id: string,
  record: Pick<CheckedRecord, 'item' | 'subject' | 'content' | 'basisDocument'>,
  redact: Redact,
): { readonly content: Content; readonly basis: Basis } {
  const { basisDocument } = record;
  let found = 0;
  const counting: Redact = (text, form) => {
    const redacted = redact(text, form);
    found += redacted.found.length;
    return redacted;
  };
  if (basisDocument !== null) counting(basisDocument, 'NUMBER');
  let content = openContent(formedOf(record), counting);
  for (let time = 1, before = 0; found > before && time < MOST_READINGS; time += 1) {
    before = found;
    found = 0;
    content = openContent(formedOf(record), counting);
  }
  return { content, basis: basisOf(secrets, id, basisDocument, redact) };
}
