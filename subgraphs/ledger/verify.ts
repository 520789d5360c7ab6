/** Verifies the whole ledger: every entry against the tree, and the tree against every checkpoint (Article 17). */
import type { Statement } from '../database/database.ts';
import type { PublicJwk } from '../keys/public-jwk.ts';
import { type SignedCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { commitmentOf, ENTRY_COLUMNS, type StoredEntry, storedCanonical } from './entry.ts';
import { type Coordinate, EMPTY_ROOT, grow, leafHash, nodeHash } from './merkle.ts';
import { checkpointsBetween, newestCheckpoint } from './reads.ts';
import { type Ask, peakCoordinates, readNodes } from './tree.ts';

export type Fault = 'EDITED' | 'REMOVED' | 'REORDERED' | 'ADDED' | 'TRUNCATED' | 'TREE' | 'CHECKPOINT';

export interface Verification {
  readonly intact: boolean;
  /** Leaves that are entries. */
  readonly entries: number;
  readonly pending: number;
  readonly erased: number;
  readonly firstBroken: number | null;
  readonly fault: Fault | null;
}

/** A checkpoint that was kept outside the platform. */
export interface Witness {
  readonly size: number;
  readonly root: Uint8Array;
}

type Leaf = Partial<StoredEntry> & {
  readonly leafIndex: number;
  readonly leaf: Uint8Array | null;
  /** What opens a leaf that is no entry; null for an entry. */
  readonly paddingSalt: Uint8Array | null;
  readonly content: string | null;
};

/** Lateral, so that each row is found by its key: the planner cannot know how few are asked, and would read the whole tree for each batch. */
const LEAVES: Statement = {
  name: 'ledger-leaves',
  text: `select l.leaf_index::float8 as "leafIndex", n.hash as leaf, l.salt as "paddingSalt", l.content, ${ENTRY_COLUMNS}
    from ((select leaf_index, entry_id, null::bytea as salt, null::text as content from ledger.leaf
        where leaf_index >= $1::int8 order by leaf_index limit $2)
      union all (select leaf_index, null, salt, content from ledger.padding
        where leaf_index >= $1::int8 order by leaf_index limit $2)) l
      left join lateral (select * from ledger.disclosure e where e.id = l.entry_id limit 1) d on true
      left join lateral (select h.hash from ledger.node h where h.level = 0 and h.index = l.leaf_index limit 1) n on true
    order by l.leaf_index limit $2`,
};

const ELSEWHERE: Statement = {
  name: 'ledger-leaf-elsewhere',
  text: `select 1 as found from ledger.node where level = 0 and hash = $1 and index <> $2::int8 limit 1`,
};

const OUTSIDE: Statement = {
  name: 'ledger-outside',
  text: `select ${ENTRY_COLUMNS}, p.entry_id is not null as waits from ledger.disclosure d
      left join ledger.pending p on p.entry_id = d.id
    where not exists (select from ledger.leaf l where l.entry_id = d.id and l.leaf_index >= 0) order by d.at, d.id`,
};

/** Pending entries that no longer exist. */
const GONE: Statement = {
  name: 'ledger-gone',
  text: `select p.entry_id as id from ledger.pending p
    where not exists (select from ledger.disclosure d where d.id = p.entry_id) limit 1`,
};

const BATCH = 1_000;

/** Thrown within this file to stop at the first fault. */
class Broken extends Error {
  readonly at: number;
  readonly fault: Fault;
  constructor(at: number, fault: Fault) {
    super(fault);
    this.at = at;
    this.fault = fault;
  }
}

const same = (left: Uint8Array | null | undefined, right: Uint8Array): boolean =>
  left !== null && left !== undefined && Buffer.compare(left, right) === 0;

/** Whether an erased entry is empty. One that is marked as erased and still has content was overwritten. */
const blank = (entry: StoredEntry): boolean =>
  [entry.subjectId, entry.unit, entry.purpose, entry.caseReference, entry.mandate, entry.agent, entry.salt].every(
    (value) => value === null,
  ) && [entry.items, entry.records, entry.bases].every(({ length }) => length === 0);

/** Whether the content still matches the commitment. An erased entry must be empty and keep its commitment. */
const holds = (entry: StoredEntry): boolean =>
  entry.commitment !== null &&
  (entry.erasedAt !== null
    ? blank(entry)
    : entry.salt !== null && same(entry.commitment, commitmentOf(entry.salt, storedCanonical(entry))));

/** What a leaf that is no entry may open to: nothing, or the number of an interval's entries. An entry never reads like that. */
const NO_ENTRY = /^\d*$/;

async function checkLeaf(ask: Ask, leaf: Leaf, index: number): Promise<Buffer> {
  // Two rows of one place.
  if (leaf.leafIndex < index) throw new Broken(leaf.leafIndex, 'ADDED');
  if (leaf.leafIndex > index) throw new Broken(index, 'REMOVED');
  if (leaf.paddingSalt !== null && leaf.content !== null) {
    const nothing = leafHash(commitmentOf(leaf.paddingSalt, leaf.content));
    if (same(leaf.leaf, nothing) && NO_ENTRY.test(leaf.content)) return nothing;
    const [elsewhere] = await ask(ELSEWHERE, [nothing, index]);
    throw new Broken(index, elsewhere === undefined ? 'REMOVED' : 'REORDERED');
  }
  if (leaf.id === null || leaf.id === undefined) throw new Broken(index, 'REMOVED');
  const entry = leaf as StoredEntry;
  const hash = entry.commitment === null ? Buffer.alloc(0) : leafHash(entry.commitment);
  if (!same(leaf.leaf, hash)) {
    const [elsewhere] = await ask(ELSEWHERE, [hash, index]);
    throw new Broken(index, elsewhere === undefined ? 'EDITED' : 'REORDERED');
  }
  if (!holds(entry)) throw new Broken(index, 'EDITED');
  return hash;
}

/** Root of the tree from its peaks (the roots of its complete subtrees), folded from the right. */
const fold = (peaks: readonly { readonly hash: Uint8Array }[]): Uint8Array =>
  peaks.length === 0 ? EMPTY_ROOT : peaks.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right));

/**
 * Counts the entries of an interval against the leaf that says how many they are. So no leaf of nothing can be passed off as an entry that was erased, of
 * which nothing but the commitment is left. Trees from before the leaves of nothing have none.
 */
function intervals() {
  let began = 0;
  let entries = 0;
  let counts: number[] = [];
  let padded = false;
  return {
    add: ({ paddingSalt, content }: Leaf): void => {
      if (paddingSalt === null) entries += 1;
      else padded = true;
      if (content) counts.push(Number(content));
    },
    end: (size: number): void => {
      const [counted] = counts;
      if (padded && (counts.length !== 1 || counted !== entries))
        throw new Broken(began, counted !== undefined && counted > entries ? 'REMOVED' : 'ADDED');
      began = size;
      entries = 0;
      counts = [];
    },
  };
}

/** Verifies everything in the caller's snapshot, in batches. A fault is the result, not an exception. */
export async function verifyLedger(ask: Ask, keys: readonly PublicJwk[], witness?: Witness): Promise<Verification> {
  let size = 0;
  let entries = 0;
  let erased = 0;
  let pending = 0;
  const peaks: { level: number; hash: Uint8Array }[] = [];
  const push = (hash: Uint8Array): void => {
    let top = { level: 0, hash };
    for (let last = peaks.at(-1); last?.level === top.level; last = peaks.at(-1)) {
      peaks.pop();
      top = { level: top.level + 1, hash: nodeHash(last.hash, top.hash) };
    }
    peaks.push(top);
  };
  const interval = intervals();
  let unconfirmed: number | undefined;
  const checkRoot = (checkpoint: SignedCheckpoint): void => {
    if (!same(checkpoint.root, fold(peaks)) || !verifyCheckpoint(checkpoint, keys))
      throw new Broken(size, 'CHECKPOINT');
    // What a revoked key signed stands only in the tree of a later one of a key in force.
    const isInForce = keys.some(({ kid, revoked }) => kid === checkpoint.keyId && revoked === undefined);
    unconfirmed = isInForce ? undefined : (unconfirmed ?? size);
    interval.end(size);
  };
  try {
    const newest = await newestCheckpoint(ask);
    for (;;) {
      const leaves = await ask<Leaf>(LEAVES, [size, BATCH]);
      if (leaves.length === 0) break;
      const began = size;
      const signed = await checkpointsBetween(ask, began, began + leaves.length);
      const hashes: Buffer[] = [];
      const peaksBefore = new Map(
        peakCoordinates(began, peaks).map(({ at, hash }) => [`${at.level}:${at.index}`, hash]),
      );
      for (const leaf of leaves) {
        const hash = await checkLeaf(ask, leaf, size);
        if (leaf.paddingSalt === null) entries += 1;
        if ((leaf.erasedAt ?? null) !== null) erased += 1;
        interval.add(leaf);
        hashes.push(hash);
        push(hash);
        size += 1;
        if (signed[0]?.size === size) checkRoot(signed.shift() as SignedCheckpoint);
        if (witness?.size === size && !same(witness.root, fold(peaks))) throw new Broken(size, 'CHECKPOINT');
      }
      await checkNodes(ask, began, hashes, (at) => peaksBefore.get(`${at.level}:${at.index}`) as Uint8Array);
    }
    if (unconfirmed !== undefined) throw new Broken(unconfirmed, 'CHECKPOINT');
    const signedSize = Math.max(newest?.size ?? 0, witness?.size ?? 0);
    if (size < signedSize) throw new Broken(size, 'TRUNCATED');
    if (size > (newest?.size ?? 0)) throw new Broken(newest?.size ?? 0, 'ADDED');
    for (const entry of await ask<StoredEntry & { waits: boolean }>(OUTSIDE, [])) {
      if (!entry.waits) throw new Broken(size, 'ADDED');
      // An entry from before the tree has no commitment until it is added.
      if (entry.commitment !== null && !holds(entry)) throw new Broken(size, 'EDITED');
      pending += 1;
    }
    const [gone] = await ask(GONE, []);
    if (gone !== undefined) throw new Broken(size, 'REMOVED');
    return { intact: true, entries, pending, erased, firstBroken: null, fault: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { intact: false, entries, pending, erased, firstBroken: error.at, fault: error.fault };
  }
}

/** Checks that the stored nodes, from which proofs are made, follow from the leaves. */
async function checkNodes(
  ask: Ask,
  size: number,
  leaves: readonly Buffer[],
  peakOf: (at: Coordinate) => Uint8Array,
): Promise<void> {
  const grown = grow(size, leaves, peakOf);
  const nodeOf = await readNodes(
    ask,
    grown.map(({ coordinate }) => coordinate),
  );
  for (const { coordinate, hash } of grown) {
    let stored: Uint8Array | undefined;
    try {
      stored = nodeOf(coordinate);
    } catch {
      stored = undefined;
    }
    if (!same(stored, hash)) throw new Broken((coordinate.index + 1) * 2 ** coordinate.level - 1, 'TREE');
  }
}
