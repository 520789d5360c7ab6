/** The entries of the ledger that one request makes: of what was shown, of a refusal, of a look into the ledger itself. */
import { repeated } from '../../../schema/errors.ts';
import type { Session } from '../../database/session.ts';
import { type Basis, type Entry, openCase } from '../../ledger/entry.ts';
import { entryId } from '../../ledger/entry-id.ts';
import type { Shown } from './basis.ts';

/** Who acted, as an entry names it. */
export interface Actor {
  readonly mandate: string;
  /** The pseudonym that the agent has for its principal. */
  readonly agent: string;
  readonly principal: string;
}

export interface Occasion extends Session {
  readonly actor?: Actor;
  readonly channel: string;
  readonly requestId: string;
  readonly at: Date;
}

/** Of roles that state none by law, or of a request that is refused, it may be anything: an entry holds codes alone. */
const openPurpose = (sent: string | null): string | null => sent && repeated(sent);

/** Entries about its principal name an agent, and others do not: whoever else was looked at learns of a credit subject, and not of its agents. */
const actorIn = ({ actor }: Occasion, subjectId: string | null) => {
  const names = subjectId === null || subjectId === actor?.principal;
  return { mandate: names ? (actor?.mandate ?? null) : null, agent: names ? (actor?.agent ?? null) : null };
};

/** Not of the entry: it may be written only while the mandate stands (ledger.record). */
const acting = ({ actor }: Occasion): object => (actor === undefined ? {} : { acting: actor.mandate });

type Written = Entry & Pick<Shown, 'answers'> & { readonly inQuestion: string | null };

/** One entry for each subject, and of what an agent was shown one about its principal in any case. */
export const entriesOf = (
  occasion: Occasion,
  shown: readonly Shown[],
  basesOf: (row: Shown) => readonly Basis[],
): Written[] => {
  const entries = shown.map((row) => entryOf(occasion, row, basesOf));
  const { actor } = occasion;
  const isNamed = actor === undefined || shown.some(({ subjectId }) => subjectId === actor.principal);
  return isNamed ? entries : [...entries, { ...actedEntry(occasion, null), answers: [], inQuestion: null }];
};

const entryOf = (occasion: Occasion, row: Shown, basesOf: (row: Shown) => readonly Basis[]): Written => ({
  id: entryId(occasion.at),
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
  ...actorIn(occasion, row.subjectId),
  ...acting(occasion),
  answers: row.answers,
  // Not of the entry: the database looks whether the objection is open still (ledger.overtaken).
  inQuestion: row.objection,
});

/**
 * The entry for a refused request of an identified caller: who, when and for which purpose. It names no subject, because no subject's data was shown.
 */
export const refusedEntry = (occasion: Occasion, reason: string | null): Entry => ({
  id: entryId(occasion.at),
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
  ...actorIn(occasion, null),
});

/** Article under which a subject is told who acted for it. */
const ACTED = '35';

/**
 * The entry for what an agent asked or did for its principal where nothing else names it. With `reason` some of it was refused. About the principal, which reads
 * it (Article 35).
 */
export const actedEntry = (occasion: Occasion, reason: string | null): Entry => ({
  ...refusedEntry(occasion, reason),
  ...acting(occasion),
  subjectId: occasion.actor?.principal ?? null,
  seen: 'WHOLE',
  bases: [{ agreement: null, authorization: null, duty: null, article: ACTED, items: [] }],
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
