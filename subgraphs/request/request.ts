/**
 * One client request. All its fetches share one snapshot, so that an answer never mixes data from before and after a change. Its ledger entries are
 * written before the answer is sent.
 */
import { randomUUID } from 'node:crypto';
import { forbidden, unavailable } from '../../schema/errors.ts';
import { CALENDAR, type Calendar, todayIn } from '../../schema/law/clocks/calendar.ts';
import { dueOf, startClock } from '../../schema/law/clocks/clocks.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { Moment } from '../database/session.ts';
import { AnsweredMeanwhile, type Entry, writeEntries } from '../ledger/ledger.ts';
import { isEndedMeanwhile, reasonOf } from '../ledger/write.ts';
import { checkStanding, isUnadmitted } from './admission.ts';
import type { Caller, ClientRequest, Platform, RefusedFor, Snapshot } from './context.ts';
import type { Asked, Disclosure, Unseen } from './disclosure.ts';
import { actorOf, checkActing, noteActed, sessionOf } from './shown/acted.ts';
import { actedEntry, gapEntry, inspectionEntry, type Occasion, refusedEntry } from './shown/entries.ts';
import { authorizationsFor, noteShown, shownInAnswer } from './shown/note-shown.ts';
import { settlePart } from './shown/parts.ts';
import { EntitlementsChanged, type SnapshotReader } from './snapshot.ts';

/** What triggers of records need: the instant, and when a notice must be acted on (Article 39). */
const momentOf = (platform: Platform, today: string, calendar: Calendar = CALENDAR): Moment => ({
  at: platform.now().toISOString(),
  actBy: dueOf(startClock('A39.4', 'correction.act', today), today, calendar),
});

interface Opening {
  readonly expecting?: boolean;
  /** When the question came, of whose day it is: now, where it is not one part of it. */
  readonly asked?: Date;
  /** Where it is one part of a question that several processes answer: for how many milliseconds the question may have more. */
  readonly partOf?: { readonly leftMs: number };
}

/**
 * Opens a request. With `expecting`, the caller's cached entitlements are used at once, which spares a round trip. The caller of this function must
 * then check `mistaken` before it settles.
 */
export function openRequest(
  platform: Platform,
  snapshots: SnapshotReader,
  caller: Caller,
  { expecting = false, asked = platform.now(), partOf }: Opening = {},
): ClientRequest {
  const today = todayIn(asked);
  let session = {
    ...sessionOf(caller, today),
    ...(partOf === undefined ? {} : { question: caller.requestId }),
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

  const occasion = (): Occasion => ({
    ...session,
    ...actorOf(platform.secrets, caller),
    channel: caller.channel,
    requestId: caller.requestId,
    at: platform.now(),
  });
  const note = (entries: readonly Entry[]) => writeEntries(platform.database, session, entries);

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
        await checkActing(em, caller, platform.now());
        const result = await work(em);
        // Last, under the role that adds to the ledger alone: who did it stands there with what was done.
        await noteActed(em, platform, caller, occasion());
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
    actFor: (scopes) => {
      if (session.acting !== undefined) session = { ...session, acting: { ...session.acting, scopes } };
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
      // Nothing was asked for that a scope must cover.
      if (last === undefined && session.acting !== undefined)
        session = { ...session, acting: { ...session.acting, scopes: [] } };
      await last?.confirmed;
      const noted = { disclosures, lists, unseen };
      const shown =
        partOf === undefined ? await shownInAnswer(caller, last, noted, occasion()).finally(close) : undefined;
      checkWanted();
      // No data was shown, so the refusal may be sent even if its entry cannot be written.
      const noteRefusal = (reason: string) => note([refusedEntry(occasion(), reason)]).catch(() => undefined);
      try {
        if (partOf !== undefined) {
          const authorizations = await authorizationsFor(caller, last, noted).finally(close);
          const part = { ...noted, inspects, refused: refused ?? null, wrote, authorizations };
          const of = { database: platform.database, session, caller, occasion: occasion(), snapshot: last };
          return await settlePart({ ...of, leftMs: partOf.leftMs }, part);
        }
        const isNoted = shown !== undefined && (await noteShown(platform.database, occasion(), shown, note));
        if (inspects) await note([inspectionEntry(occasion())]);
        // Whatever an agent is answered is an entry: its subject reads who asked for it, and that the mandate stands is looked at with it.
        else if (!isNoted && caller.agent !== undefined && !wrote)
          await note([actedEntry(occasion(), refused ?? null)]);
        else if (!isNoted && refused !== undefined && caller.role !== 'PUBLIC') await noteRefusal(refused);
      } catch (error) {
        if (error instanceof AnsweredMeanwhile) throw error;
        // An error would tell that there was something. Read again, the feed does not show it, and at last no news at all.
        if (readings > 0 && isEndedMeanwhile(error) && disclosures.some(({ watched }) => watched !== undefined)) {
          readings -= 1;
          throw new AnsweredMeanwhile();
        }
        // A limit such as the quota refused the entries. The refused request is recorded instead.
        await noteRefusal(reasonOf(error));
        // Whoever is told that nothing is disclosed would make the change twice.
        if (wrote && reasonOf(error) === 'LEDGER_UNAVAILABLE')
          throw Object.assign(forbidden('LEDGER_UNAVAILABLE', '17', serviceMessages.changedUnshown), { cause: error });
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
