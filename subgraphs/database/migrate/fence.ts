/** Keeps every server away from a database while it is restored. */
import { readAccess } from './access.ts';
import type { Owner } from './catalog.ts';

/**
 * Number of a database that `npm run restore` has filled and not ended yet: not held against the ledger, not brought up. It is above all others, so that
 * servers of any release leave it alone, also those that start again and again until their database is back.
 */
export const BEING_RESTORED = 2_000_000_000;

/** SQL by which a restore keeps everybody away. */
export const FENCE = `update public.access set number = ${BEING_RESTORED}, serves_from = ${BEING_RESTORED}`;

/** Ends a restore: the database is brought up to this code, and servers may open it. */
export async function liftFence(owner: Owner): Promise<void> {
  const { number, servesFrom } = readAccess().edition;
  await owner.query('update public.access set number = $1, serves_from = $2 where number = $3', [
    number,
    servesFrom,
    BEING_RESTORED,
  ]);
}
