/** The entries of the ledger that one request makes: of what was shown, of a refusal, of a look into the ledger itself. */
import { randomUUID } from 'node:crypto';
import { repeated } from '../../../schema/errors.ts';
import type { Session } from '../../database/session.ts';
import { type Basis, type Entry, openCase } from '../../ledger/entry.ts';
import type { Shown } from './basis.ts';

export interface Occasion extends Session {
  readonly channel: string;
  readonly requestId: string;
  readonly at: Date;
}

/** Of roles that state none by law, or of a request that is refused, it may be anything: an entry holds codes alone. */
const openPurpose = (sent: string | null): string | null => sent && repeated(sent);

/** One entry for each subject. */
export const entriesOf = (
  occasion: Occasion,
  shown: readonly Shown[],
  basesOf: (row: Shown) => readonly Basis[],
): (Entry & Pick<Shown, 'answers'> & { readonly inQuestion: string | null })[] =>
  shown.map((row) => ({
    id: randomUUID(),
    subjectId: row.subjectId,
    at: occasion.at.toISOString(),
    requestId: occasion.requestId,
    role: occasion.role,
    unit: occasion.unit,
    purpose: row.watched ?? openPurpose(occasion.purpose),
    caseReference: row.objection ?? row.caseReference ?? openCase(occasion.caseReference),
    channel: occasion.channel,
    seen: row.seen,
    items: row.items,
    records: row.records,
    bases: basesOf(row),
    reason: null,
    answers: row.answers,
    // Not of the entry: the database looks whether the objection is open still (ledger.overtaken).
    inQuestion: row.objection,
  }));

/**
 * The entry for a refused request of an identified caller: who, when and for which purpose. It names no subject, because no subject's data was shown.
 */
export const refusedEntry = (occasion: Occasion, reason: string | null): Entry => ({
  id: randomUUID(),
  subjectId: null,
  at: occasion.at.toISOString(),
  requestId: occasion.requestId,
  role: occasion.role,
  unit: occasion.unit,
  purpose: openPurpose(occasion.purpose),
  caseReference: openCase(occasion.caseReference),
  channel: occasion.channel,
  seen: 'NONE',
  items: [],
  records: [],
  bases: [],
  reason,
});

/** Article of a look into the ledger itself. */
const OVERSIGHT = '17';

/** The entry by which the operator acknowledges that the ledger lost entries: it names the gap as its case. */
export const gapEntry = (occasion: Occasion, gap: string): Entry => ({
  ...inspectionEntry(occasion),
  caseReference: gap,
});

/** The entry for a page of the ledger that was read: it shows who asked what, and no content (Article 17). About nobody in particular. */
export const inspectionEntry = (occasion: Occasion): Entry => ({
  ...refusedEntry(occasion, null),
  seen: 'DESENSITIZED',
  bases: [{ agreement: null, authorization: null, duty: null, article: OVERSIGHT, items: [] }],
});

/** Article under which a recipient acts on what was corrected. */
const CORRECTED = '39';

/**
 * The entries for what a recipient acknowledged, one for each subject: that it acts on what was corrected is for the subject to read, and nothing is shown
 * by it.
 */
export const acknowledgedEntries = (occasion: Occasion, subjects: readonly string[]): Entry[] =>
  subjects.map((subjectId) => ({
    ...refusedEntry({ ...occasion, purpose: null, caseReference: null }, null),
    subjectId,
    bases: [{ agreement: null, authorization: null, duty: null, article: CORRECTED, items: [] }],
  }));
