/**
 * The sequencer: adds written entries to the tree and signs a checkpoint. It runs after the answer is sent. An entry is stored before it has a leaf,
 * so that none is lost.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Database, Statement } from '../database/database.ts';
import type { Signer } from './checkpoint.ts';
import { commitmentOf, ENTRY_COLUMNS, freshSalt, type StoredEntry, storedCanonical } from './entry.ts';
import { type Coordinate, completeSubtrees, grow, leafHash, rangeHash } from './merkle.ts';
import { type Ask, readNodes } from './tree.ts';

export interface Sequencer {
  /** Call after entries were written: they will be added to the tree soon. */
  written(): void;
  /** Resolves when all entries that this process wrote before are in the tree, or adding them failed. Never rejects. */
  caughtUp(): Promise<void>;
  /** Adds what is pending and stops. */
  stop(): Promise<void>;
}

/** An entry to add to the tree. Its content is not read: the leaf is made from its commitment. */
type Taken = Pick<StoredEntry, 'id' | 'commitment'>;

/** Entries added in one transaction. */
const BATCH = 2_000;
/** Entries are collected for this long, so that a busy gateway signs few checkpoints. */
const GATHER_MS = 200;

/** Runs statements with `$1` placeholders in the transaction of an entity manager. */
const askWith =
  (em: EntityManager): Ask =>
  async (statement: Statement, parameters) => {
    const parts = statement.text.split(/\$\d+/);
    const order = [...statement.text.matchAll(/\$(\d+)/g)].map((match) => parameters[Number(match[1]) - 1]);
    let query = sql`${sql.raw(parts[0] ?? '')}`;
    order.forEach((value, index) => {
      query = sql`${query}${value}${sql.raw(parts[index + 1] ?? '')}`;
    });
    return (await query.execute(em.getKysely())).rows as never[];
  };

/** Adds up to one batch of entries in one transaction, and returns how many. */
export async function sequence(em: EntityManager, signer: Signer, now: Date): Promise<number> {
  const db = em.getKysely();
  // One sequencer at a time, however many gateways there are.
  await sql`select pg_advisory_xact_lock(hashtext('credit-gateway ledger'))`.execute(db);
  const { rows: entries } = await sql<Taken>`with taken as (
      delete from ledger.pending where entry_id in (
        select p.entry_id from ledger.pending p join ledger.disclosure d on d.id = p.entry_id order by d.at, d.id limit ${BATCH})
      returning entry_id)
    select d.id, d.commitment from ledger.disclosure d where d.id in (select entry_id from taken) order by d.at, d.id`.execute(
    db,
  );
  if (entries.length === 0) return 0;
  const { rows } = await sql<{
    size: number;
  }>`select coalesce(max(size), 0)::float8 as size from ledger.checkpoint`.execute(db);
  const size = rows[0]?.size ?? 0;
  const commitments: Uint8Array[] = [];
  for (const { id, commitment } of entries) commitments.push(commitment ?? (await commit(em, id)));
  const peaks = await readNodes(askWith(em), completeSubtrees({ from: 0, to: size }));
  const grown = grow(size, commitments.map(leafHash), peaks);
  const nodes = new Map(grown.map(({ coordinate: { level, index }, hash }) => [`${level}:${index}`, hash]));
  const nodeOf = (at: Coordinate): Uint8Array => nodes.get(`${at.level}:${at.index}`) ?? peaks(at);
  const root = rangeHash({ from: 0, to: size + entries.length }, nodeOf);
  const checkpoint = signer.sign({ size: size + entries.length, root, signedAt: now.toISOString() });
  await sql`insert into ledger.leaf (leaf_index, entry_id)
    select ${size}::int8 + place - 1, id from unnest(${entries.map(({ id }) => id)}::uuid[]) with ordinality as made (id, place)`.execute(
    db,
  );
  await sql`insert into ledger.node (level, index, hash)
    select level, index, decode(hash, 'hex') from unnest(${grown.map(({ coordinate }) => coordinate.level)}::int[],
      ${grown.map(({ coordinate }) => coordinate.index)}::int8[],
      ${grown.map(({ hash }) => Buffer.from(hash).toString('hex'))}::text[]) as made (level, index, hash)`.execute(db);
  await sql`insert into ledger.checkpoint (size, root, signed_at, key_id, signature) values (${checkpoint.size},
    ${Buffer.from(root)}, ${checkpoint.signedAt}::timestamptz, ${checkpoint.keyId}, ${Buffer.from(checkpoint.signature)})`.execute(
    db,
  );
  return entries.length;
}

/** Entries that were written before the tree existed have no commitment: they get it when they are added. */
async function commit(em: EntityManager, id: string): Promise<Buffer> {
  const {
    rows: [entry],
  } =
    await sql<StoredEntry>`select ${sql.raw(ENTRY_COLUMNS)} from ledger.disclosure d where d.id = ${id}::uuid`.execute(
      em.getKysely(),
    );
  if (entry === undefined) throw new Error('An entry that waits for its leaf is gone.');
  const salt = freshSalt();
  const commitment = commitmentOf(salt, storedCanonical(entry));
  await sql`update ledger.disclosure set salt = ${salt}, commitment = ${commitment} where id = ${id}::uuid`.execute(
    em.getKysely(),
  );
  return commitment;
}

/** Starts to run by itself. `failed` is called for each run that fails; its entries are tried again. */
export function openSequencer(
  database: Database,
  signer: Signer,
  now: () => Date,
  failed: (error: unknown) => void,
): Sequencer {
  let waiting = true;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const runOnce = (): Promise<number> =>
    database.write(
      { role: 'OPERATOR', unit: null, purpose: null, caseReference: null, subjectId: null, today: todayIn(now()) },
      'sequencer',
      (em) => sequence(em, signer, now()),
    );
  const drain = async (): Promise<void> => {
    while (waiting) {
      waiting = false;
      try {
        while ((await runOnce()) === BATCH);
      } catch (error) {
        waiting = true;
        throw error;
      }
    }
  };
  const start = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running ??= drain().finally(() => {
      running = undefined;
    });
    return running;
  };
  const later = (): void => {
    if (timer !== undefined || stopped) return;
    timer = setTimeout(() => {
      timer = undefined;
      start().catch((error: unknown) => {
        failed(error);
        later();
      });
    }, GATHER_MS);
    timer.unref();
  };
  // Entries that an earlier process left pending.
  later();
  return {
    written: () => {
      waiting = true;
      later();
    },
    caughtUp: async () => {
      // Where the tree cannot grow, the failure is reported, but the subject still gets its record of disclosures.
      if (waiting || running !== undefined) await start().catch(failed);
    },
    stop: async () => {
      stopped = true;
      await start().catch(failed);
      clearTimeout(timer);
    },
  };
}
