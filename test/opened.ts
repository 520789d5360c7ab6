/** What anybody else reads of a record of which nothing is held yet. */
import type { CheckedRecord } from '../subgraphs/public-credit/intake/check.ts';
import { formedOf } from '../subgraphs/public-credit/intake/formed.ts';
import { nothingKnown } from '../subgraphs/redaction/known-values.ts';
import { type Content, knownOf, openContent } from '../subgraphs/redaction/open-form.ts';

export function opened(record: Pick<CheckedRecord, 'item' | 'subject' | 'content'>): Content {
  const formed = formedOf(record);
  const known = nothingKnown();
  known.add(knownOf(formed));
  return openContent(formed, known.redact);
}
