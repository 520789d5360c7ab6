/**
 * A question whose parts several processes answer, each subgraph in a process of its own. Each part is settled before it leaves, over all that the parts of its
 * question noted so far: one question is one entry for a subject, counts once, and is refused as a whole where something of it has ended meanwhile.
 */
import { createHash } from 'node:crypto';
import { conflict, forbidden, unavailable } from '../../../schema/errors.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import type { Database, Statement } from '../../database/database.ts';
import type { Session } from '../../database/session.ts';
import { type Entry, rowsOf } from '../../ledger/ledger.ts';
import { isEndedMeanwhile, isQuota, writtenOr } from '../../ledger/write.ts';
import type { Caller, Snapshot } from '../context.ts';
import type { Disclosure } from '../disclosure.ts';
import type { Authorization } from './basis.ts';
import { actedEntry, inspectionEntry, type Occasion, refusedEntry } from './entries.ts';
import { type Noted, noteShown, shownInAnswer } from './note-shown.ts';

/** What one part noted, or all parts so far. */
export interface NotedPart extends Noted {
  /** Whether it shows entries of the ledger that are about no subject in particular. */
  readonly inspects: boolean;
  /** Why some of it was refused. */
  readonly refused: string | null;
  /** Whether it has written: then its entries name who did. */
  readonly wrote: boolean;
  /** Authorizations that what it shows may rest on, as they were when it was read: what ended since is refused when it is written. */
  readonly authorizations: readonly Authorization[];
}

interface Kept extends NotedPart {
  /** When the question began: its entries are of that instant. */
  readonly at: string;
  /** Ids of entries by what they are of. */
  readonly ids: Readonly<Record<string, string>>;
}

interface SoFar {
  readonly parts: number;
  readonly noted: Kept;
}

/** Another part of the question was settled since this one was reckoned. */
class PartMeanwhile extends Error {}

/** Parts of one question that may come between; a question has a dozen at most that run at once. */
const TRIES_MAX = 30;

const SO_FAR: Statement = { name: 'question-so-far', text: 'select ledger.question_so_far($1::uuid, $2) as "soFar"' };
const RECORD: Statement = {
  name: 'ledger-record-part',
  text: 'select ledger.record_part($1::uuid, $2, $3::int, $4::jsonb, $5::int, $6::jsonb)',
};

/** By what all parts of a question must agree. */
const markOf = ({ role, unit, subject, purpose, caseReference, matter, channel, agent }: Caller): string =>
  createHash('sha256')
    .update(JSON.stringify([role, unit, subject?.id, purpose, caseReference, matter, channel, agent?.mandate]))
    .digest('hex');

const together = (before: NotedPart | undefined, own: NotedPart): NotedPart =>
  before === undefined
    ? own
    : {
        disclosures: [...before.disclosures, ...own.disclosures],
        lists: [...before.lists, ...own.lists],
        unseen: [...before.unseen, ...own.unseen],
        inspects: before.inspects || own.inspects,
        refused: before.refused ?? own.refused,
        wrote: before.wrote || own.wrote,
        authorizations: [
          ...before.authorizations,
          ...own.authorizations.filter(({ id }) => before.authorizations.every((one) => one.id !== id)),
        ],
      };

/** What an entry is of: of one question no two are of the same. */
const keyOf = (entry: Entry & { readonly inQuestion?: string | null }, place: number): string =>
  JSON.stringify([
    entry.subjectId,
    entry.purpose,
    entry.caseReference,
    entry.inQuestion ?? null,
    entry.seen === 'NONE',
    place,
  ]);

/** The same entries under the ids that they had in earlier parts. */
function underTheirIds(entries: readonly Entry[], known: Readonly<Record<string, string>>) {
  const ids: Record<string, string> = {};
  const named = entries.map((entry) => {
    let place = 0;
    while (keyOf(entry, place) in ids) place += 1;
    const key = keyOf(entry, place);
    const id = known[key] ?? entry.id;
    ids[key] = id;
    return { ...entry, id };
  });
  return { named, ids };
}

export interface PartOf {
  readonly database: Database;
  readonly session: Session;
  readonly caller: Caller;
  readonly occasion: Occasion;
  readonly snapshot: Snapshot | undefined;
  /** Milliseconds for which the question may still have parts. */
  readonly leftMs: number;
}

/**
 * Settles a part. Throws what `writeEntries` throws; then the part must not leave. Its snapshot has ended: whoever held a connection and waited for a second one
 * would wait for others that do the same.
 */
export async function settlePart(of: PartOf, own: NotedPart): Promise<void> {
  const { database, session, caller, occasion, snapshot, leftMs } = of;
  if (caller.role === 'PUBLIC') return;
  const by = markOf(caller);
  const readSoFar = async (): Promise<SoFar | null> => {
    const [row] = await database.execute<{ soFar: SoFar | null }>(session, 'ledger', SO_FAR, [occasion.requestId, by]);
    return row?.soFar ?? null;
  };
  for (let tries = 1; ; tries += 1) {
    const before = await readSoFar().catch((error: unknown) => {
      throw refusalOf(error);
    });
    const noted = together(before?.noted, own);
    const began: Occasion = { ...occasion, at: before === null ? occasion.at : new Date(before.noted.at) };
    const shown = await shownInAnswer(caller, snapshot, noted, began, noted.authorizations);
    const record = async (entries: readonly Entry[]): Promise<void> => {
      const all = noted.inspects ? [...entries, inspectionEntry(began)] : entries;
      const { named, ids } = underTheirIds(all, before?.noted.ids ?? {});
      const kept: Kept = { ...noted, at: began.at.toISOString(), ids: { ...before?.noted.ids, ...ids } };
      const written = [
        occasion.requestId,
        by,
        before?.parts ?? 0,
        JSON.stringify(kept),
        leftMs,
        JSON.stringify(rowsOf(named)),
      ];
      await writtenOr(session, () => database.execute(session, 'ledger', RECORD, written), isPartMeanwhile);
    };
    try {
      if (shown !== undefined && (await noteShown(database, began, shown, record))) return;
      const entries = alone(of, noted, began);
      // No data was shown, so the refusal may be sent even if its entry cannot be written.
      const onlyRefused = shown === undefined && !noted.inspects && caller.agent === undefined;
      await record(entries).catch((error: unknown) => {
        if (!onlyRefused || error instanceof PartMeanwhile) throw error;
      });
      return;
    } catch (error) {
      if (!(error instanceof PartMeanwhile)) throw before?.noted.disclosures.some(isNews) ? ofNews(error) : error;
      if (tries === TRIES_MAX) throw error;
    }
  }
}

const isNews = ({ watched }: Disclosure): boolean => watched !== undefined;

/**
 * What the feed told in an earlier part cannot be taken back, as one process does that reads its page again. That it ended is told as any change meanwhile: the
 * reason would be that of a subject which the question did not name.
 */
const ofNews = (error: unknown): unknown =>
  isEndedMeanwhile(error) && !isQuota(error) ? conflict('OVERTAKEN', serviceMessages.newsOvertaken) : error;

/** The entry of a question that shows nothing of anybody, as of one in one process. */
function alone({ caller }: PartOf, { inspects, refused, wrote }: NotedPart, occasion: Occasion): readonly Entry[] {
  if (inspects) return [];
  if (caller.agent !== undefined && !wrote) return [actedEntry(occasion, refused)];
  return refused === null ? [] : [refusedEntry(occasion, refused)];
}

const messageOf = (error: unknown): string => String((error as { message?: unknown }).message ?? '');

function isPartMeanwhile(error: unknown): Error | undefined {
  if (messageOf(error).includes('PART_MEANWHILE')) return new PartMeanwhile();
  return /OTHER_QUESTION|QUESTION_OVER/.test(messageOf(error)) ? refusalOf(error) : undefined;
}

function refusalOf(error: unknown): Error {
  if (messageOf(error).includes('QUESTION_OVER')) return unavailable(serviceMessages.givenUpLate);
  return messageOf(error).includes('OTHER_QUESTION')
    ? conflict('OVERTAKEN', serviceMessages.overtaken)
    : Object.assign(forbidden('LEDGER_UNAVAILABLE', '17'), { cause: error });
}
