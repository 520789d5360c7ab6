/** Whether a process may be asked: its database answers, and its clock agrees with the database's. */
import { standing } from '../../subgraphs/recovery/gap.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { OF_PLATFORM } from '../keys/presence.ts';

/** Beyond this a signature between two machines is not believed, nor a token that was issued just now. */
const CLOCK_MS = 30_000;

type Asked = Pick<Platform, 'database' | 'now'>;

/** `ownClock`: whether the clock is the system's; tests have clocks of their own. */
function checkClock(aheadMs: number, ownClock: boolean): void {
  if (ownClock && Math.abs(aheadMs) > CLOCK_MS)
    throw new Error('The clock of this machine and that of the database do not agree.');
}

/** Of a gateway. Rejects where it may not. */
export async function readiness({ database, now }: Asked, ownClock: boolean): Promise<{ readonly gapOpen: boolean }> {
  const { gapOpen, aheadMs } = await standing(database, now());
  checkClock(aheadMs, ownClock);
  return { gapOpen };
}

const CLOCK = { name: 'clock', text: 'select extract(epoch from clock_timestamp())::float8 * 1000 as clock' };

/** Of a subgraph in a process of its own, whose login knows no gap of the ledger. */
export async function readinessOfPart({ database, now }: Asked, ownClock: boolean): Promise<void> {
  const [row] = await database.execute<{ clock: number }>(OF_PLATFORM, 'presence', CLOCK, []);
  checkClock((row?.clock ?? 0) - now().getTime(), ownClock);
}
