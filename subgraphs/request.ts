/**
 * One client request: one snapshot shared by all its fetches, so that an answer is never half before and half after a change,
 * and one ledger entry written before the answer leaves.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { unavailable } from '../schema/errors.ts';
import { CALENDAR, type Calendar, todayIn } from '../schema/law/calendar.ts';
import { dueOf, startClock } from '../schema/law/clocks.ts';
import type { Role } from '../schema/law/facts.ts';
import type { Caller, House, Reading } from './context.ts';
import type { Statement } from './database/database.ts';
import type { DatabaseRole } from './database/roles.ts';
import type { Moment, Session } from './database/session.ts';
import {
  type Asked,
  type Authorization,
  basisFinder,
  type Disclosure,
  type Entry,
  entriesOf,
  merge,
  personsOf,
  refusedEntry,
  writeEntries,
} from './ledger.ts';
import { type DirectoryReader, StandingChanged } from './reading.ts';

export interface ClientRequest {
  readonly id: string;
  readonly caller: Caller;
  readonly house: House;
  /** Date in Asia/Shanghai, fixed for the whole request. */
  readonly today: string;
  /** The shared snapshot; opened on first use, and anew after a write. */
  reading(): Promise<Reading>;
  /** A unit of work under a database role. The snapshot is given up first: an embedded database has one connection. */
  write<Result>(databaseRole: DatabaseRole, work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  /** Notes what the answer will show, for the ledger. */
  disclose(disclosure: Disclosure): void;
  /** Notes that a person was not told of: the time of the answer must not tell whether it is held (Article 23). */
  veil(): void;
  /** Whether the answer keeps its time. */
  veiled(): boolean;
  /** Notes that a list was asked of these subjects: that something is not held is told on a basis too. */
  asked(subjectIds: readonly string[], items: readonly string[] | null): void;
  /**
   * Ends the snapshot and writes the ledger: what was shown, or that an identified caller was refused and shown nothing. Throws LEDGER_UNAVAILABLE or QUOTA_EXCEEDED, and then nothing may leave.
   */
  settle(refused?: boolean): Promise<void>;
  /** Gives the request up: what it reads is stopped, what it writes is not kept, and nothing of it leaves. */
  cancel(): void;
  /** Ends the snapshot without disclosing anything. */
  abandon(): Promise<void>;
  /** Whether the caller's standing was not what it was expected to be: then nothing that was read counts, and it begins `again`. */
  mistaken(): Promise<boolean>;
  /** Begins again, expecting nothing. */
  again(): Promise<void>;
}

/** What the triggers of records need: the instant, and by when a notice must be acted on (Article 39). */
const momentOf = (house: House, today: string, calendar: Calendar = CALENDAR): Moment => ({
  at: house.now().toISOString(),
  actBy: dueOf(startClock('A39.4', 'correction.act', today), today, calendar),
});

/** Roles that may ask what the ledger holds. */
export const LEDGER_READERS: ReadonlySet<Role> = new Set(['SUBJECT', 'OPERATOR', 'AUTHORITY']);

const AUTHORIZATIONS: Statement = {
  name: 'authorizations-of',
  text: `select id, subject_id as "subjectId", items from control.authorizations_of($1::uuid[])`,
};

/**
 * Opens a request. Whoever runs it may let it be `expecting`: the caller's standing is then expected to be what it was the last time, which spares
 * a round trip, and he asks whether it was `mistaken` before he settles.
 */
export function openRequest(
  house: House,
  directories: DirectoryReader,
  caller: Caller,
  { expecting = false }: { readonly expecting?: boolean } = {},
): ClientRequest {
  const today = todayIn(house.now());
  const session: Session = {
    role: caller.role,
    unit: caller.unit,
    purpose: caller.purpose,
    caseReference: caller.caseReference,
    subjectId: caller.subject?.id ?? null,
    today,
  };
  let snapshot: Promise<Reading> | undefined;
  let ended = false;
  /** What was written is not written again: from then on the standing is waited for. */
  let expects = expecting;
  let cancelled = false;
  const checkWanted = (): void => {
    if (cancelled) throw unavailable('The request was given up.');
  };
  let veil = false;
  const disclosures: Disclosure[] = [];
  const lists: Asked[] = [];
  /** The newest snapshot: what the bases of the answer are told from. */
  let last: Reading | undefined;

  const open = async (): Promise<Reading> => {
    // Whoever reads the ledger finds in it what this process wrote before.
    if (LEDGER_READERS.has(caller.role)) await house.sequencer.caughtUp();
    const transaction = await house.database.read(session, checkWanted);
    try {
      last = await directories.read(transaction, caller, today, expects);
      return last;
    } catch (error) {
      await transaction.close();
      throw error;
    }
  };
  const close = async (): Promise<void> => {
    const open = snapshot;
    snapshot = undefined;
    const reading = await open?.catch(() => undefined);
    await reading?.transaction.close();
  };

  const occasion = () => ({ ...session, channel: caller.channel, requestId: caller.requestId, at: house.now() });
  const note = async (entries: readonly Entry[]): Promise<void> => {
    await writeEntries(house.database, session, entries);
    house.sequencer.written();
  };
  const entriesToWrite = async () => {
    // An anonymous caller is no recipient: there is nobody to name (Article 17 speaks of identified ones).
    if (caller.role === 'PUBLIC' || disclosures.length === 0 || last === undefined) return [];
    const shown = merge(disclosures);
    const persons = personsOf(last, shown);
    const authorizations =
      persons.length === 0 ? [] : await last.transaction.query<Authorization>(AUTHORIZATIONS, [persons]);
    return entriesOf(occasion(), shown, basisFinder(last, lists, authorizations));
  };

  return {
    id: caller.requestId,
    caller,
    house,
    today,
    reading: () => {
      if (ended) return Promise.reject(new Error('The request has ended.'));
      if (cancelled) return Promise.reject(unavailable('The request was given up.'));
      snapshot ??= open();
      return snapshot;
    },
    write: async (databaseRole, work) => {
      await last?.confirmed;
      expects = false;
      await close();
      checkWanted();
      const wanted: typeof work = async (em) => {
        const result = await work(em);
        checkWanted();
        return result;
      };
      return house.database.write(session, databaseRole, wanted, momentOf(house, today, last?.directory.calendar));
    },
    disclose: (disclosure) => {
      disclosures.push(disclosure);
    },
    veil: () => {
      veil = true;
    },
    veiled: () => veil,
    asked: (subjectIds, items) => {
      lists.push({ subjectIds, items });
    },
    settle: async (refused = false) => {
      ended = true;
      await last?.confirmed;
      const entries = await entriesToWrite().finally(close);
      checkWanted();
      // Nothing was shown, so nothing need be held back where this cannot be written.
      const noteRefusal = () => note([refusedEntry(occasion())]).catch(() => undefined);
      if (entries.length === 0) {
        if (refused && caller.role !== 'PUBLIC') await noteRefusal();
        return;
      }
      try {
        await note(entries);
      } catch (error) {
        // Refused by what it counts on, such as a quota: that it was asked is kept.
        await noteRefusal();
        throw error;
      }
    },
    cancel: () => {
      cancelled = true;
      void snapshot?.then(({ transaction }) => transaction.cancel()).catch(() => undefined);
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
        (error: unknown) => error instanceof StandingChanged,
      )) === true,
    again: async () => {
      await close();
      expects = false;
      last = undefined;
      veil = false;
      disclosures.length = 0;
      lists.length = 0;
    },
  };
}

/** An id for a request, a record, a submission: random, so that nothing can be counted or guessed. */
export const newId = (): string => randomUUID();
