/** Writes the ledger entries of what an answer shows, and what hidden subjects count. */
import { quotaExceeded } from '../../../schema/errors.ts';
import { addDays } from '../../../schema/law/clocks/calendar.ts';
import type { Database } from '../../database/database.ts';
import { type Entry, ONLY, type Room, roomOf } from '../../ledger/ledger.ts';
import { isQuota } from '../../ledger/write.ts';
import type { Caller, Snapshot } from '../context.ts';
import type { Asked, Disclosure, Unseen } from '../disclosure.ts';
import { countingOf, rivalsOf } from '../entitlements.ts';
import { AUTHORIZATIONS, type Authorization, basisFinder, merge, personsOf } from './basis.ts';
import { entriesOf, type Occasion } from './entries.ts';

/** How often an agreement is chosen anew because others used it up meanwhile. */
const CHOICES_MAX = 20;

/** What resolvers noted of an answer. */
export interface Noted {
  readonly disclosures: readonly Disclosure[];
  readonly lists: readonly Asked[];
  readonly unseen: readonly Unseen[];
}

/** Of whom the answer shows something, or would where it were held; and who of them has authorizations that it may rest on. */
function concerned({ role }: Caller, snapshot: Snapshot, { disclosures, unseen }: Noted) {
  const hidden = role === 'PARTY' && snapshot.grounds.agreements.length > 0 ? unseen : [];
  const shown = merge(disclosures);
  const persons = [
    ...personsOf(snapshot, shown),
    ...hidden.filter(({ personal }) => personal).map(({ subjectId }) => subjectId),
  ];
  return { hidden, shown, persons };
}

const authorizationsOf = async (snapshot: Snapshot, persons: readonly string[]): Promise<readonly Authorization[]> =>
  persons.length === 0 ? [] : snapshot.transaction.query<Authorization>(AUTHORIZATIONS, [persons]);

/** Authorizations that the answer may rest on, as they were when it was read. */
export async function authorizationsFor(
  caller: Caller,
  snapshot: Snapshot | undefined,
  noted: Noted,
): Promise<readonly Authorization[]> {
  if (caller.role === 'PUBLIC' || snapshot === undefined) return [];
  return authorizationsOf(snapshot, concerned(caller, snapshot, noted).persons);
}

/** What the answer shows, with what its entries rest on; undefined where there is no entry to write and no quota to keep. */
export async function shownInAnswer(
  caller: Caller,
  snapshot: Snapshot | undefined,
  noted: Noted,
  occasion: Occasion,
  known?: readonly Authorization[],
) {
  // An anonymous caller is not an identified recipient (Article 17): there is no one to name in an entry.
  if (caller.role === 'PUBLIC' || snapshot === undefined) return undefined;
  const { hidden, shown, persons } = concerned(caller, snapshot, noted);
  if (shown.length === 0 && hidden.length === 0) return undefined;
  const { lists } = noted;
  const authorizations = known ?? (await authorizationsOf(snapshot, persons));
  const counting = countingOf(snapshot, hidden, authorizations);
  const entries = (room: Room) => entriesOf(occasion, shown, basisFinder(snapshot, lists, authorizations, room));
  const rivals = counting.length === 0 ? rivalsOf(snapshot) : snapshot.grounds.agreements.map(({ id }) => id);
  const subjects = [...shown, ...counting].map(({ subjectId }) => subjectId);
  return { entries, subjects, rivals, counting };
}

export type ShownInAnswer = NonNullable<Awaited<ReturnType<typeof shownInAnswer>>>;

/** Writes the entries. Where two agreements cover an item, others may use one of them up meanwhile: then it is chosen anew. False where there was none. */
export async function noteShown(
  database: Database,
  occasion: Occasion,
  { entries, subjects, rivals, counting }: ShownInAnswer,
  note: (entries: readonly Entry[]) => Promise<void>,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const room = rivals.length === 0 ? ONLY : await roomOf(database, occasion, rivals, subjects);
    const written = entries(room);
    // What is not shown is counted as if it were, and not charged: a refusal must not tell who is held.
    for (const { subjectId, charged } of counting) for (const candidates of charged) room.choose(subjectId, candidates);
    if (counting.length > 0 && room.short()) throw quotaExceeded(`${addDays(occasion.today, 1)}T00:00:00+08:00`);
    if (written.length === 0) return false;
    try {
      await note(written);
      return true;
    } catch (error) {
      if (!isQuota(error) || room.short() || tries === CHOICES_MAX) throw error;
    }
  }
}
