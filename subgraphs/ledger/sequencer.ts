/**
 * The sequencer: at published times it adds written entries to the tree and signs a checkpoint, so that the public log counts nothing (Article 23). An
 * entry is stored before it has a leaf, so that none is lost.
 */
import { randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Database } from '../database/database.ts';
import type { Signer } from './checkpoint.ts';
import { commitmentOf, ENTRY_COLUMNS, freshSalt, type StoredEntry, storedCanonical } from './entry.ts';
import { type Coordinate, completeSubtrees, grow, leafHash, rangeHash } from './merkle.ts';
import { askWith, readNodes } from './tree.ts';

/** When checkpoints are published. */
export interface Publication {
  /** Published times are the multiples of this on the clock. */
  readonly everyMs: number;
  /** Whether an interval without an entry is filled like any other. A development server that publishes every few seconds skips it, once there is a checkpoint. */
  readonly quiet: 'FILL' | 'SKIP';
}

export interface Sequencer {
  /** The first published time after an instant and after now. */
  nextAfter(instant: Date): Date;
  /** Publishes the checkpoint of the newest published time, unless that is done. However many processes call it, one does it. */
  publish(): Promise<void>;
}

interface Leaf {
  readonly commitment: Uint8Array;
  readonly entry?: string;
  /** What opens the commitment of a leaf that is no entry. */
  readonly padding?: { readonly salt: Buffer; readonly content: string };
}

/** New leaves of an interval are a multiple of this. */
const STEP = 64;

/** Leaves added by one statement. */
const BATCH = 2_000;

/**
 * New leaves for so many entries and the leaf that counts them: two steps up to 64 entries. Above, where the next step begins is drawn anew each time, so that
 * whoever adds sixty of his own does not read from the size whether somebody added one more.
 */
export const leavesFor = (entries: number, drawn = randomInt(STEP)): number =>
  STEP * Math.max(2, Math.ceil((entries + 1 + drawn) / STEP));

const newestTime = (at: Date, everyMs: number): Date => new Date(Math.floor(at.getTime() / everyMs) * everyMs);

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** A leaf of nothing. From outside it looks like an entry's: nobody can open a commitment without its salt. */
function padding(content: string): Leaf {
  const salt = freshSalt();
  return { commitment: commitmentOf(salt, content), padding: { salt, content } };
}

/** Takes the entries from before a published time, but of a question that may have more parts. Entries that were written before the tree existed get their commitments. */
async function takePending(em: EntityManager, before: Date): Promise<Leaf[]> {
  const db = em.getKysely();
  const { rows: waiting } = await sql<{ id: string }>`
    select p.entry_id as id from ledger.pending p where coalesce(p.open_until < clock_timestamp(), true)`.execute(db);
  if (waiting.length === 0) return [];
  // Ids are sent as values in each statement, so that it locks and reads those parts of the ledger alone in which they lie.
  const ids = waiting.map(({ id }) => id);
  // Waits for a part that adds to one of them, and then reads what it has become: in a statement of its own.
  const { rows: taken } = await sql<{ id: string }>`
    delete from ledger.pending p using ledger.disclosure d
    where d.id = p.entry_id and d.id = any (${ids}::uuid[]) and d.at < ${before.toISOString()}::timestamptz
      and coalesce(p.open_until < clock_timestamp(), true)
    returning p.entry_id as id`.execute(db);
  const { rows } = await sql<{ id: string; commitment: Uint8Array | null }>`
    select d.id, d.commitment from ledger.disclosure d where d.id = any (${taken.map(({ id }) => id)}::uuid[])`.execute(
    db,
  );
  const bare = rows.filter(({ commitment }) => commitment === null).map(({ id }) => id);
  const made = new Map<string, Buffer>();
  if (bare.length > 0) {
    const { rows: entries } = await sql<StoredEntry>`select ${sql.raw(ENTRY_COLUMNS)} from ledger.disclosure d
      where d.id = any (${bare}::uuid[])`.execute(db);
    const salts = entries.map(freshSalt);
    entries.forEach((entry, place) => {
      made.set(entry.id, commitmentOf(salts[place] as Buffer, storedCanonical(entry)));
    });
    await sql`update ledger.disclosure d set salt = decode(m.salt, 'hex'), commitment = decode(m.commitment, 'hex')
      from unnest(${entries.map(({ id }) => id)}::uuid[], ${salts.map(hex)}::text[],
        ${entries.map(({ id }) => hex(made.get(id) as Buffer))}::text[]) as m (id, salt, commitment)
      where d.id = m.id and d.id = any (${bare}::uuid[])`.execute(db);
  }
  return rows.map(({ id, commitment }) => ({ entry: id, commitment: commitment ?? (made.get(id) as Buffer) }));
}

/** Stores leaves with the nodes that they complete, and returns the peaks of the tree that they make. */
async function addLeaves(
  em: EntityManager,
  size: number,
  leaves: readonly Leaf[],
  nodeOf: (at: Coordinate) => Uint8Array,
) {
  const db = em.getKysely();
  const key = ({ level, index }: Coordinate): string => `${level}:${index}`;
  const grown = grow(
    size,
    leaves.map(({ commitment }) => leafHash(commitment)),
    nodeOf,
  );
  const made = new Map(grown.map(({ coordinate, hash }) => [key(coordinate), hash]));
  const placed = leaves.map((leaf, place) => ({ ...leaf, index: size + place }));
  const entries = placed.filter(({ entry }) => entry !== undefined);
  const nothing = placed.flatMap(({ index, padding: opens }) => (opens === undefined ? [] : [{ index, ...opens }]));
  await sql`insert into ledger.leaf (leaf_index, entry_id) select * from unnest(${entries.map(({ index }) => index)}::int8[],
    ${entries.map(({ entry }) => entry)}::uuid[])`.execute(db);
  await sql`insert into ledger.padding (leaf_index, salt, content) select index, decode(salt, 'hex'), content
    from unnest(${nothing.map(({ index }) => index)}::int8[], ${nothing.map(({ salt }) => hex(salt))}::text[],
      ${nothing.map(({ content }) => content)}::text[]) as made (index, salt, content)`.execute(db);
  await sql`insert into ledger.node (level, index, hash) select level, index, decode(hash, 'hex')
    from unnest(${grown.map(({ coordinate }) => coordinate.level)}::int[], ${grown.map(({ coordinate }) => coordinate.index)}::int8[],
      ${grown.map(({ hash }) => hex(hash))}::text[]) as made (level, index, hash)`.execute(db);
  const peaks = new Map(
    completeSubtrees({ from: 0, to: size + leaves.length }).map((at) => [key(at), made.get(key(at)) ?? nodeOf(at)]),
  );
  return (at: Coordinate): Uint8Array => peaks.get(key(at)) as Uint8Array;
}

/** Publishes the checkpoint of a published time in one transaction: all of it, or nothing where the process ends meanwhile. */
async function publishAt(em: EntityManager, signer: Signer, time: Date, quiet: Publication['quiet']): Promise<void> {
  const db = em.getKysely();
  // One at a time, however many gateways there are. Who waited for the lock sees what the other published.
  await sql`select pg_advisory_xact_lock(hashtext('credit-gateway ledger'))`.execute(db);
  const newest = await sql<{ size: number; published: boolean }>`select size::float8 as size,
      signed_at >= ${time.toISOString()}::timestamptz as published
    from ledger.checkpoint c order by c.size desc limit 1`.execute(db);
  let { size, published } = newest.rows[0] ?? { size: 0, published: false };
  if (published) return;
  const entries = await takePending(em, time);
  if (entries.length === 0 && quiet === 'SKIP' && size > 0) return;
  const filled = [...entries, padding(String(entries.length))];
  for (const total = leavesFor(entries.length); filled.length < total; ) filled.push(padding(''));
  // By commitment, which is random: a place says nothing about time, and nothing about which leaves are entries.
  filled.sort((one, other) => Buffer.compare(one.commitment, other.commitment));
  let nodeOf = await readNodes(askWith(em), completeSubtrees({ from: 0, to: size }));
  for (let from = 0; from < filled.length; from += BATCH) {
    const leaves = filled.slice(from, from + BATCH);
    nodeOf = await addLeaves(em, size, leaves, nodeOf);
    size += leaves.length;
  }
  const root = rangeHash({ from: 0, to: size }, nodeOf);
  const { keyId, signature, signedAt } = signer.sign({ size, root, signedAt: time.toISOString() });
  await sql`insert into ledger.checkpoint (size, root, signed_at, key_id, signature, replicas)
    values (${size}, ${Buffer.from(root)}, ${signedAt}::timestamptz, ${keyId}, ${Buffer.from(signature)},
      ledger.synchronous_replicas())`.execute(db);
}

export function openSequencer(
  database: Database,
  signer: Signer,
  now: () => Date,
  { everyMs, quiet }: Publication,
): Sequencer {
  return {
    nextAfter: (instant) => {
      const latest = new Date(Math.max(instant.getTime(), now().getTime()));
      return new Date(newestTime(latest, everyMs).getTime() + everyMs);
    },
    publish: () =>
      database.write(
        { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(now()) },
        'sequencer',
        (em) => publishAt(em, signer, newestTime(now(), everyMs), quiet),
      ),
  };
}
