/** Reading checkpoints and proofs. */
import type { Statement } from '../database/database.ts';
import type { SignedCheckpoint } from './checkpoint.ts';
import { consistencyRanges, inclusionRanges } from './merkle.ts';
import { type Ask, hashLists } from './tree.ts';

const COLUMNS = `size::float8 as size, root, signed_at as "signedAt", key_id as "keyId", signature`;

const NEWEST: Statement = {
  name: 'checkpoint-newest',
  text: `select ${COLUMNS} from ledger.checkpoint order by ledger.checkpoint.size desc limit 1`,
};

/** Checkpoints of sizes in ($1, $2], in order. */
const BETWEEN: Statement = {
  name: 'checkpoints-between',
  text: `select ${COLUMNS} from ledger.checkpoint where ledger.checkpoint.size > $1::int8 and ledger.checkpoint.size <= $2::int8
    order by ledger.checkpoint.size`,
};

const signed = (row: SignedCheckpoint): SignedCheckpoint => ({
  ...row,
  // The signed text has milliseconds in UTC; the column's text has another form.
  signedAt: new Date(row.signedAt).toISOString(),
});

export async function newestCheckpoint(ask: Ask): Promise<SignedCheckpoint | null> {
  const [row] = await ask<SignedCheckpoint>(NEWEST, []);
  return row === undefined ? null : signed(row);
}

export async function checkpointsBetween(ask: Ask, after: number, through: number): Promise<SignedCheckpoint[]> {
  return (await ask<SignedCheckpoint>(BETWEEN, [after, through])).map(signed);
}

const PUBLISHED: Statement = {
  name: 'checkpoint-sizes',
  text: `select size::float8 as size from ledger.checkpoint where ledger.checkpoint.size = any ($1::int8[])`,
};

/** Which of these are sizes of checkpoints. */
export async function publishedSizes(ask: Ask, sizes: readonly number[]): Promise<ReadonlySet<number>> {
  return new Set((await ask<{ size: number }>(PUBLISHED, [sizes])).map(({ size }) => size));
}

/** Inclusion proofs of leaves in a tree of this size, with one statement. */
export const inclusionProofs = (ask: Ask, leaves: readonly number[], size: number): Promise<Buffer[][]> =>
  hashLists(
    ask,
    leaves.map((leaf) => inclusionRanges(leaf, size)),
  );

/** Throws RangeError where `from` is not a size before `to`. */
export async function consistencyProof(ask: Ask, from: number, to: number): Promise<Buffer[]> {
  const [hashes] = await hashLists(ask, [consistencyRanges(from, to)]);
  return hashes ?? [];
}
