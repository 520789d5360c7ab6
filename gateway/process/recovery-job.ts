/** What a server does after its database was restored: it says so, and what tells others waits until the gap of the ledger is acknowledged. */
import type { Logger } from 'pino';
import { isGapOpen } from '../../subgraphs/recovery/gap.ts';
import type { Recovered } from '../../subgraphs/recovery/recovery.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import type { Config } from '../settings/config.ts';
import { isFirst, isOneOfSeveral } from './workers.ts';

/** Work that waits while a gap is open. It asks the database, so that all processes go on when one of them was told. */
export const unlessGap =
  <Result>({ database, now }: Pick<Platform, 'database' | 'now'>, work: () => Promise<Result>) =>
  async (): Promise<Result | undefined> =>
    (await isGapOpen(database, now())) ? undefined : work();

export function tellRecovery(
  { mode, journalFolder }: Pick<Config, 'mode' | 'journalFolder'>,
  recovered: Recovered | undefined,
  log: Pick<Logger, 'warn'>,
): void {
  if (recovered !== undefined && recovered.lacking > 0)
    // One process alone finds it, whichever came first.
    log.warn(
      { job: 'recovery', entries: recovered.lacking },
      `${recovered.lacking} entries that the files of JOURNAL_DIR lacked were written again: lines were cut off, files are gone, or the folder is new`,
    );
  // Of several processes the first one says it.
  if (isOneOfSeveral() && !isFirst()) return;
  if (journalFolder === undefined && mode === 'production')
    log.warn(
      'JOURNAL_DIR is not set: after a backup is restored, what was revoked or ended since then would be in force again. Set it to a folder beside the backups.',
    );
  if (recovered === undefined) return;
  const { applied, gap } = recovered;
  if (applied.size > 0)
    log.warn(
      { job: 'recovery', applied: Object.fromEntries(applied) },
      'what ended since the database was saved ended again',
    );
  if (gap !== null) {
    const { kept, ...told } = gap;
    log.warn(
      { job: 'recovery', gap: told },
      'the ledger lost entries: operators alone are answered until acknowledgeGap names this gap',
    );
  }
}
