/**
 * One client request. All its fetches share one snapshot, so that an answer never mixes data from before and after a change. Its ledger entries are
 * written before the answer is sent.
 */
import { randomUUID } from 'node:crypto';
import { quotaExceeded, unavailable } from '../../schema/errors.ts';
import { addDays, CALENDAR, type Calendar, todayIn } from '../../schema/law/clocks/calendar.ts';
import { dueOf, startClock } from '../../schema/law/clocks/clocks.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { Moment, Session } from '../database/session.ts';
import { AnsweredMeanwhile, type Entry, ONLY, type Room, roomOf, writeEntries } from '../ledger/ledger.ts';
import { isEndedMeanwhile, isQuota, reasonOf } from '../ledger/write.ts';
import { checkStanding, isUnadmitted } from './admission.ts';
import type { Caller, ClientRequest, Platform, RefusedFor, Snapshot } from './context.ts';
import type { Asked, Disclosure, Unseen } from './disclosure.ts';
import { countingOf, rivalsOf } from './entitlements.ts';
import { AUTHORIZATIONS, type Authorization, basisFinder, merge, personsOf } from './shown/basis.ts';
import { entriesOf, gapEntry, inspectionEntry, refusedEntry } from './shown/entries.ts';
import { EntitlementsChanged, type SnapshotReader } from './snapshot.ts';

/** What triggers of records need: the instant, and when a notice must be acted on (Article 39). */
const momentOf = (platform: Platform, today: string, calendar: Calendar = CALENDAR): Moment => ({
  at: platform.now().toISOString(),
  actBy: dueOf(startClock('A39.4', 'correction.act', today), today, calendar),
});

/** How often an agreement is chosen anew because others used it up meanwhile. */
const CHOICES_MAX = 20;

/**
 * Opens a request. With `expecting`, the caller's cached entitlements are used at once, which spares a round trip. The caller of this function must
 * then check `mistaken` before it settles.
 */
export function openRequest(
  platform: Platform,
  snapshots: SnapshotReader,
  caller: Caller,
  { expecting = false }: { readonly expecting?: boolean } = {},
): ClientRequest {
  const today = todayIn(platform.now());
  const session: Session = {
    role: caller.role,
    unit: caller.unit,
    purpose: caller.purpose,
    caseReference: caller.caseReference,
    matter: caller.matter ?? null,
    subjectId: caller.subject?.id ?? null,
    today,
  };
  let current: Promise<Snapshot> | undefined;
  let ended = false;
  /** False after a write: a write cannot be run again, so entitlements are then awaited. */
  let expects = expecting;
  let cancelled = false;
  const checkWanted = (): void => {
    if (cancelled) throw unavailable(serviceMessages.givenUp);
  };
  let askedFor = 0;
  let isConcealed = false;
  /** How often a page of the feed may still be read again. */
  let readings = 2;
  const disclosures: Disclosure[] = [];
  const lists: Asked[] = [];
  const unseen: Unseen[] = [];
  const firstRefusals: RefusedFor[] = [];
  /** Whether the answer shows entries of the ledger that are about no subject in particular. */
  let inspects = false;
  /** The newest snapshot. The bases of the ledger entries come from it. */
  let last: Snapshot | undefined;
  /** Set where the caller's unit does not carry its role (admission.ts). */
  let turnedAway: unknown;
  /** Whether it has written. That it answers whole, also where its unit ends right after. */
  let wrote = false;

  const open = async (): Promise<Snapshot> => {
    const transaction = await platform.database.read(session, checkWanted);
    try {
      last = await snapshots.read(transaction, caller, today, { expecting: expects, admitted: wrote });
      return last;
    } catch (error) {
      if (isUnadmitted(error)) turnedAway = error;
      await transaction.close();
      throw error;
    }
  };
  const snapshot = (): Promise<Snapshot> => {
    if (ended) return Promise.reject(new Error('The request has ended.'));
    if (cancelled) return Promise.reject(unavailable(serviceMessages.givenUp));
    current ??= open();
    return current;
  };
  const close = async (): Promise<void> => {
    const open = current;
    current = undefined;
    const snapshot = await open?.catch(() => undefined);
    await snapshot?.transaction.close();
  };

  const occasion = () => ({ ...session, channel: caller.channel, requestId: caller.requestId, at: platform.now() });
  const note = (entries: readonly Entry[]) => writeEntries(platform.database, session, entries);
  /** What the answer shows, with what its entries rest on; undefined where there is no entry to write and no quota to keep. */
  const shownInAnswer = async () => {
    // An anonymous caller is not an identified recipient (Article 17): there is no one to name in an entry.
    if (caller.role === 'PUBLIC' || last === undefined) return undefined;
    const snapshot = last;
    const hidden = caller.role === 'PARTY' && snapshot.grounds.agreements.length > 0 ? unseen : [];
    if (disclosures.length === 0 && hidden.length === 0) return undefined;
    const shown = merge(disclosures);
    const persons = [
      ...personsOf(snapshot, shown),
      ...hidden.filter(({ personal }) => personal).map(({ subjectId }) => subjectId),
    ];
    const authorizations =
      persons.length === 0 ? [] : await snapshot.transaction.query<Authorization>(AUTHORIZATIONS, [persons]);
    const counting = countingOf(snapshot, hidden, authorizations);
    const entries = (room: Room) => entriesOf(occasion(), shown, basisFinder(snapshot, lists, authorizations, room));
    const rivals = counting.length === 0 ? rivalsOf(snapshot) : snapshot.grounds.agreements.map(({ id }) => id);
    const subjects = [...shown, ...counting].map(({ subjectId }) => subjectId);
    return { entries, subjects, rivals, counting };
  };
  /** Writes the entries. Where two agreements cover an item, others may use one of them up meanwhile: then it is chosen anew. */
  const noteShown = async ({
    entries,
    subjects,
    rivals,
    counting,
  }: NonNullable<Awaited<ReturnType<typeof shownInAnswer>>>) => {
    for (let tries = 1; ; tries += 1) {
      const room = rivals.length === 0 ? ONLY : await roomOf(platform.database, session, rivals, subjects);
      const written = entries(room);
      // What is not shown is counted as if it were, and not charged: a refusal must not tell who is held.
      for (const { subjectId, charged } of counting)
        for (const candidates of charged) room.choose(subjectId, candidates);
      if (counting.length > 0 && room.short()) throw quotaExceeded(`${addDays(today, 1)}T00:00:00+08:00`);
      if (written.length === 0) return false;
      try {
        await note(written);
        return true;
      } catch (error) {
        if (!isQuota(error) || room.short() || tries === CHOICES_MAX) throw error;
      }
    }
  };

  return {
    id: caller.requestId,
    caller,
    platform,
    today,
    snapshot,
    write: async (databaseRole, work) => {
      await last?.confirmed;
      expects = false;
      await close();
      checkWanted();
      const wanted: typeof work = async (em) => {
        await checkStanding(em, databaseRole, caller);
        const result = await work(em);
        checkWanted();
        wrote = true;
        return result;
      };
      const moment = momentOf(platform, today, last?.directory.calendar);
      return platform.database.write(session, databaseRole, wanted, moment);
    },
    disclose: (disclosure) => {
      disclosures.push(disclosure);
    },
    unseen: (subject) => {
      unseen.push(subject);
    },
    tellsNews: () => readings > 0,
    lookedUp: (shown) => {
      askedFor += 1;
      isConcealed ||= !shown;
    },
    concealed: () => (isConcealed ? askedFor : 0),
    asked: (information, subjectIds, items) => {
      lists.push({ information, subjectIds, items });
    },
    firstRefusals,
    inspected: () => {
      inspects = true;
    },
    noteGap: (gap) => close().then(() => note([gapEntry(occasion(), gap)])),
    settle: async (refused) => {
      ended = true;
      await last?.confirmed;
      const shown = await shownInAnswer().finally(close);
      checkWanted();
      // No data was shown, so the refusal may be sent even if its entry cannot be written.
      const noteRefusal = (reason: string) => note([refusedEntry(occasion(), reason)]).catch(() => undefined);
      try {
        const noted = shown !== undefined && (await noteShown(shown));
        if (inspects) await note([inspectionEntry(occasion())]);
        else if (!noted && refused !== undefined && caller.role !== 'PUBLIC') await noteRefusal(refused);
      } catch (error) {
        if (error instanceof AnsweredMeanwhile) throw error;
        // An error would tell that there was something. Read again, the feed does not show it, and at last no news at all.
        if (readings > 0 && isEndedMeanwhile(error) && disclosures.some(({ watched }) => watched !== undefined)) {
          readings -= 1;
          throw new AnsweredMeanwhile();
        }
        // A limit such as the quota refused the entries. The refused request is recorded instead.
        await noteRefusal(reasonOf(error));
        throw error;
      }
    },
    admitted: async () => {
      if (turnedAway === undefined && last === undefined && caller.unit !== null && !ended) {
        expects = false;
        // Any other fault is the route's to tell.
        await snapshot().catch(() => undefined);
      }
      if (turnedAway !== undefined) throw turnedAway;
    },
    cancel: () => {
      cancelled = true;
      void current?.then(({ transaction }) => transaction.cancel()).catch(() => undefined);
    },
    abandon: async () => {
      ended = true;
      disclosures.length = 0;
      await close();
    },
    mistaken: async () =>
      expects &&
      (await last?.confirmed.then(
        () => false,
        (error: unknown) => error instanceof EntitlementsChanged,
      )) === true,
    again: async () => {
      await close();
      ended = false;
      expects = false;
      last = undefined;
      turnedAway = undefined;
      askedFor = 0;
      isConcealed = false;
      disclosures.length = 0;
      lists.length = 0;
      unseen.length = 0;
      firstRefusals.length = 0;
      inspects = false;
    },
  };
}

/** Id for a request, record or submission. Random, so that ids can be neither counted nor guessed. */
export const newId = (): string => randomUUID();
