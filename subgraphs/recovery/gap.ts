/** Gaps of the ledger: a checkpoint was kept elsewhere that the database does not have, or not like that (Article 17). */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { PublicJwk } from '../keys/public-jwk.ts';
import { type SignedCheckpoint, verifyCheckpoint } from '../ledger/checkpoint.ts';
import { completeSubtrees, rangeHash } from '../ledger/merkle.ts';
import { newestCheckpoint } from '../ledger/reads.ts';
import { askWith, readNodes } from '../ledger/tree.ts';
import type { JournalEntry } from './entry.ts';
import { knownGaps } from './known-losses.ts';
import { sessionOf } from './session.ts';

export interface Gap {
  readonly id: string;
  /** Size and instant of the last checkpoint that the database shares with what was kept; 0 and null where there is none. */
  readonly fromSize: number;
  readonly fromAt: string | null;
  /** Of the checkpoint that was kept; null where entries were lost behind the last one. */
  readonly toSize: number | null;
  readonly toAt: string;
  readonly kept: SignedCheckpoint | null;
}

/** A checkpoint that none of this platform's keys signed. */
export class ForeignCheckpoint extends Error {}

/** The signed form, as the journal and a backup keep it: the names of the GraphQL type. */
export interface KeptCheckpoint {
  readonly size: number;
  readonly rootHash: string;
  readonly signedAt: string;
  readonly keyId: string;
  readonly signature: string;
}

export const signedOf = ({ size, rootHash, signedAt, keyId, signature }: KeptCheckpoint): SignedCheckpoint => ({
  size,
  root: Buffer.from(rootHash, 'base64'),
  signedAt,
  keyId,
  signature: Buffer.from(signature, 'base64'),
});

export const keptOf = ({ size, root, signedAt, keyId, signature }: SignedCheckpoint): KeptCheckpoint => ({
  size,
  rootHash: Buffer.from(root).toString('base64'),
  signedAt,
  keyId,
  signature: Buffer.from(signature).toString('base64'),
});

/** A checkpoint that was kept; its number in the journal, where it stands there. */
type Numbered = SignedCheckpoint & { readonly number?: number };

/** Checkpoints among the entries of a journal, those that gaps were found by too. */
export const checkpointsIn = (entries: readonly JournalEntry[]): Numbered[] =>
  entries.flatMap(({ kind, payload, number }) => {
    if (kind === 'CHECKPOINT') return [{ ...signedOf(payload as unknown as KeptCheckpoint), number }];
    const { kept } = payload as { readonly kept?: KeptCheckpoint | null };
    return kind === 'GAP' && kept != null ? [{ ...signedOf(kept), number }] : [];
  });

/** Whether the tree of the database had this root at this size. */
async function agrees(em: EntityManager, { size, root }: SignedCheckpoint): Promise<boolean> {
  try {
    const nodeOf = await readNodes(askWith(em), completeSubtrees({ from: 0, to: size }));
    return rangeHash({ from: 0, to: size }, nodeOf).equals(Buffer.from(root));
  } catch {
    // The tree lacks a node of it.
    return false;
  }
}

interface Asked {
  readonly keys: readonly PublicJwk[];
  /** Checkpoints of a backup, and of whoever keeps one. */
  readonly kept: readonly SignedCheckpoint[];
  /** Of the journal; each line has a mark by our key. */
  readonly entries: readonly JournalEntry[];
  /** Those of them that ended something, and that the database did not have: so long it had lived on. */
  readonly ended: readonly JournalEntry[];
}

const ownSize = (own: SignedCheckpoint | null): number => own?.size ?? 0;

const latest = (instants: readonly string[]): string | undefined => [...instants].sort().at(-1);

/**
 * What is held against the tree of all that was kept: the newest by its time, the largest, and the last of the journal. Mostly they are one. A clock that was
 * ahead makes the newest of an old one.
 */
function candidatesOf(unknown: readonly Numbered[]): readonly Numbered[] {
  const [some] = unknown;
  if (some === undefined) return [];
  let [newest, largest, last] = [some, some, some];
  for (const one of unknown) {
    if (one.signedAt >= newest.signedAt) newest = one;
    if (one.size > largest.size || (one.size === largest.size && one.signedAt > largest.signedAt)) largest = one;
    if ((one.number ?? 0) > (last.number ?? 0)) last = one;
  }
  return [...new Set([newest, largest, last])];
}

/** The gap between what was kept and the database; null where there is none, or only one that is known. */
async function gapIn(em: EntityManager, { keys, kept, entries, ended }: Asked): Promise<Gap | null> {
  const isKnown = await knownGaps(em, entries);
  const own = await newestCheckpoint(askWith(em));
  const unknown = [...kept, ...checkpointsIn(entries)].filter((one) => !isKnown.checkpoint(one));
  const candidates = candidatesOf(unknown);
  // A journal of a year has tens of thousands of them: those alone are verified that are held against the tree.
  const strange = [...kept, ...candidates].find((one) => !verifyCheckpoint(one, keys));
  if (strange !== undefined)
    throw new ForeignCheckpoint(
      `The checkpoint of size ${strange.size} of ${strange.signedAt} is not signed by a key of this platform: it is of another installation, or a signing key is missing in CREDIT_SECRETS.`,
    );
  const until = latest(ended.filter((one) => !isKnown.entry(one)).map(({ at }) => new Date(at).toISOString()));
  const isHeld = async (one: SignedCheckpoint): Promise<boolean> => one.size <= ownSize(own) && (await agrees(em, one));
  const failing: Numbered[] = [];
  for (const one of candidates) if (!(await isHeld(one))) failing.push(one);
  if (failing.length === 0 && until === undefined) return null;
  // What is shared: the database's own newest checkpoint where the kept ledger is only longer, else the largest kept one that it agrees with.
  const isOther = failing.some(({ size }) => size <= ownSize(own));
  let shared: SignedCheckpoint | null = isOther ? null : own;
  const lost: Numbered[] = [];
  for (const one of failing.length === 0 ? [] : unknown) {
    if (isOther ? !(await isHeld(one)) : one.size > ownSize(own)) lost.push(one);
    else if (isOther && one.size > ownSize(shared)) shared = one;
  }
  const to = failing.reduce<Numbered | null>((than, one) => (than === null || one.size > than.size ? one : than), null);
  return {
    id: randomUUID(),
    fromSize: shared?.size ?? 0,
    fromAt: shared?.signedAt ?? null,
    toSize: to?.size ?? null,
    toAt: latest([...lost.map(({ signedAt }) => signedAt), ...(until === undefined ? [] : [until])]) as string,
    kept: to,
  };
}

/** Finds the gap and stores it: while it is open, operators alone are answered. Once, because a gap that is known is none. */
export async function openGap(em: EntityManager, now: Date, asked: Asked): Promise<Gap | null> {
  const gap = await gapIn(em, asked);
  if (gap === null) return null;
  await sql`insert into control.gap (id, from_size, from_at, to_size, to_at, kept, found_at)
    values (${gap.id}::uuid, ${gap.fromSize}, ${gap.fromAt}::timestamptz, ${gap.toSize}, ${gap.toAt}::timestamptz,
      ${gap.kept === null ? null : JSON.stringify(keptOf(gap.kept))}::jsonb, ${now.toISOString()}::timestamptz)`.execute(
    em.getKysely(),
  );
  return gap;
}

/** Whether a gap waits for the operator, and how far the clock of the database is ahead of `now`. Rejects where the database does not answer. */
export async function standing(
  database: Database,
  now: Date,
): Promise<{ readonly gapOpen: boolean; readonly aheadMs: number }> {
  const [row] = await database.execute<{ open: boolean; clock: number }>(
    sessionOf(now),
    'recovery',
    {
      name: 'gap-open',
      text: `select exists (select from control.gap where acknowledged_at is null) as open,
        extract(epoch from clock_timestamp())::float8 * 1000 as clock`,
    },
    [],
  );
  return { gapOpen: row?.open === true, aheadMs: (row?.clock ?? 0) - now.getTime() };
}

/** Whether a gap waits for the operator: what tells others waits with it. */
export const isGapOpen = async (database: Database, now: Date): Promise<boolean> =>
  (await standing(database, now)).gapOpen;
