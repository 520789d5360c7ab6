/** The journal of what ended, over the database: what waits for the files, and what the files know and the database does not (Articles 17 and 36). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { CALENDAR, todayIn } from '../../schema/law/clocks/calendar.ts';
import { dueOf, startClock } from '../../schema/law/clocks/clocks.ts';
import { journalMessages } from '../../schema/messages/journal.ts';
import type { Database, Statement } from '../database/database.ts';
import type { PublicJwk } from '../keys/public-jwk.ts';
import type { SignedCheckpoint } from '../ledger/checkpoint.ts';
import { isKind, type JournalEntry, type Kind } from './entry.ts';
import { type Gap, openGap } from './gap.ts';
import { type JournalFiles, writeLackingAgain } from './lacking.ts';
import { REPLAYS } from './replays.ts';
import { LOCK, sessionOf } from './session.ts';

/** Entries that one transaction takes to the files. */
const BATCH = 500;

const WAITING: Statement = {
  name: 'journal-waiting',
  text: 'select exists (select from control.journal where written_at is null) as waiting',
};

/** Whether something ended that no file tells yet. */
export async function hasWaiting(database: Database, now: Date): Promise<boolean> {
  const [row] = await database.execute<{ waiting: boolean }>(sessionOf(now), 'recovery', WAITING, []);
  return row?.waiting === true;
}

interface Row extends Omit<JournalEntry, 'number' | 'at'> {
  readonly number: string;
  readonly at: string;
}

/**
 * Takes what waits to the files, in order, and marks it. `append` returns when it is on the disk. Where that fails nothing is marked, and what ended stays
 * ended. Returns how many were taken.
 */
export async function takeWaiting(
  database: Database,
  now: Date,
  append: (entries: readonly JournalEntry[]) => void,
): Promise<number> {
  let taken = 0;
  for (let last = BATCH; last === BATCH; ) {
    last = await database.write(sessionOf(now), 'recovery', async (em) => {
      const db = em.getKysely();
      await LOCK.execute(db);
      const { rows } = await sql<Row>`select id, number::text as number, at, kind, payload from control.journal
        where written_at is null order by control.journal.number limit ${BATCH}`.execute(db);
      if (rows.length === 0) return 0;
      append(rows.map((row) => ({ ...row, number: Number(row.number), at: new Date(row.at).toISOString() })));
      await sql`update control.journal set written_at = ${now.toISOString()}::timestamptz where id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(
        db,
      );
      return rows.length;
    });
    taken += last;
  }
  return taken;
}

/** A journal has an entry that this release cannot replay. */
export class UnknownKind extends Error {}

/** The journal knows an installation, and the database has none: what ended would be said to nobody, and the backup could not be put in any more. */
export class EmptyDatabase extends Error {}

export interface Replayed {
  /** Entries that the database did not have, by kind. */
  readonly applied: ReadonlyMap<Kind, number>;
}

/** Kinds that say something of the ledger, and end nothing. */
const OF_THE_LEDGER: ReadonlySet<Kind> = new Set(['CHECKPOINT', 'GAP']);

/** Says again what the entries tell and the database does not know, in order. It may be done as often as one likes. */
async function replay(
  em: EntityManager,
  entries: readonly JournalEntry[],
): Promise<Replayed & { readonly ended: readonly JournalEntry[] }> {
  const strange = entries.find(({ kind }) => !isKind(kind));
  if (strange !== undefined)
    throw new UnknownKind(
      `The journal has an entry of the kind ${strange.kind}, which a later release wrote. Start that release.`,
    );
  const db = em.getKysely();
  const { rows } = await sql<{
    id: string;
  }>`select i.id from jsonb_array_elements_text(${JSON.stringify(entries.map(({ id }) => id))}::jsonb) as i (id)
    where not exists (select from control.journal j where j.id = i.id::uuid)`.execute(db);
  const unknown = new Set(rows.map(({ id }) => id));
  const missing = entries
    .filter(({ id }) => unknown.delete(id))
    .sort((one, other) => one.number - other.number || one.at.localeCompare(other.at));
  const { rows: anything } = await sql`select from control.unit limit 1`.execute(db);
  if (missing.length > 0 && anything.length === 0) throw new EmptyDatabase(journalMessages.empty(missing.length).en);
  const aliases = Map.groupBy(
    entries.filter(({ kind }) => kind === 'SUBJECTS_JOINED'),
    ({ payload }) => String(payload.subjectId),
  );
  const subjectsOf = (id: string): string[] => [
    id,
    ...(aliases.get(id) ?? []).map(({ payload }) => String(payload.aliasId)),
  ];
  const verified = new Set(
    missing.filter(({ kind }) => kind === 'PLEDGE_VERIFIED').map(({ payload }) => String(payload.id)),
  );
  const applied = new Map<Kind, number>();
  for (const entry of missing) {
    await REPLAYS[entry.kind]({ db: db as never, subjectsOf, verified }, entry.payload, entry);
    applied.set(entry.kind, (applied.get(entry.kind) ?? 0) + 1);
  }
  if (missing.length > 0) {
    // What was replayed stands in the journal as if it had never been lost, and new entries come behind it. Its file is of the month in which it ended.
    await sql`insert into control.journal (id, number, at, kind, payload, written_at)
      select e.id, e.number, e.at, e.kind, e.payload, e.at
      from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as e (id uuid, number bigint, at timestamptz, kind text, payload jsonb)
      on conflict (id) do nothing`.execute(db);
    await sql`select control.journal_goes_on()`.execute(db);
  }
  return { applied, ended: missing.filter(({ kind }) => !OF_THE_LEDGER.has(kind)) };
}

export interface Recovering {
  /** Entries of the files. */
  readonly entries: readonly JournalEntry[];
  /** Public keys of the platform's checkpoints. */
  readonly keys: readonly PublicJwk[];
  /** Checkpoints that were kept elsewhere, beside those of the journal. */
  readonly kept?: readonly SignedCheckpoint[] | undefined;
  /** Where the entries are all that the files have: since when, and how the files are read again. */
  readonly files?: Pick<JournalFiles, 'since'> & { readonly again: () => JournalFiles };
}

export interface Recovered extends Replayed {
  /** The gap that was found now. */
  readonly gap: Gap | null;
  /** Entries that the files lacked and the database has: they wait, to be written again. */
  readonly lacking: number;
}

/**
 * Brings a database to what the files know, before anybody is served from it: what ended since it was saved ends again, and where its ledger lost entries
 * a gap is opened. One transaction, so that a process that ends meanwhile leaves nothing half done. For a database that lost nothing it changes nothing.
 */
export async function recover(
  database: Database,
  now: Date,
  { entries, keys, kept = [], files }: Recovering,
): Promise<Recovered> {
  const today = todayIn(now);
  const moment = {
    at: now.toISOString(),
    actBy: dueOf(startClock('A39.4', 'correction.act', today), today, CALENDAR),
  };
  return database.write(
    sessionOf(now),
    'recovery',
    async (em) => {
      await LOCK.execute(em.getKysely());
      const { applied, ended } = await replay(em, entries);
      const gap = await openGap(em, now, { keys, kept, entries, ended });
      const lacking =
        files === undefined ? 0 : await writeLackingAgain(em, { entries, since: files.since }, files.again);
      return { applied, gap, lacking };
    },
    moment,
  );
}
