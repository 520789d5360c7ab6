/** Holds a restored database against what was kept of its ledger (Article 17), and says again what ended since. */
import { newestCheckpoint } from '../../../subgraphs/ledger/reads.ts';
import { type Verification, verifyLedger } from '../../../subgraphs/ledger/verify.ts';
import { ForeignCheckpoint, type Gap, signedOf } from '../../../subgraphs/recovery/gap.ts';
import { recover } from '../../../subgraphs/recovery/recovery.ts';
import { sessionOf } from '../../../subgraphs/recovery/session.ts';
import type { OpenedPlatform } from '../../platform.ts';
import type { Manifest } from '../manifest.ts';
import { Refused } from '../refused.ts';
import { RESTORE as SAY } from '../sentences/restore.ts';
import type { Kept } from './checked.ts';

export interface HeldLedger extends Pick<Verification, 'entries' | 'pending'> {
  readonly newest: { readonly size: number; readonly signedAt: string } | null;
  /** What the journal knew to have ended since the backup, and ended again. */
  readonly endedAgain: number;
  /** What the ledger lost; null where nothing is known to be lost. */
  readonly gap: Gap | null;
}

/** Ends again what the journal knows, and opens the gap where a kept checkpoint is not of this ledger: then operators alone are answered. */
async function catchUp(opened: OpenedPlatform, kept: readonly Kept[]): Promise<Pick<HeldLedger, 'endedAgain' | 'gap'>> {
  const { platform, recovered } = opened;
  try {
    // The journal was said again when the database was opened.
    const { gap } = await recover(platform.database, platform.now(), {
      entries: [],
      keys: platform.signer.keys,
      kept: kept.map(({ checkpoint }) => checkpoint),
    });
    // Checkpoints and gaps stand in the journal too, and end nothing.
    const endedAgain = [...(recovered?.applied ?? [])].reduce(
      (sum, [kind, count]) => (kind === 'CHECKPOINT' || kind === 'GAP' ? sum : sum + count),
      0,
    );
    return { endedAgain, gap: gap ?? recovered?.gap ?? null };
  } catch (error) {
    if (error instanceof ForeignCheckpoint) throw new Refused(SAY.foreignCheckpoint(kept.at(-1)?.where ?? ''), error);
    throw error;
  }
}

/** Verifies the whole ledger, and that its newest checkpoint is that of the manifest. Throws Refused. */
async function verified(
  { platform }: OpenedPlatform,
  manifest: Manifest,
): Promise<Omit<HeldLedger, 'endedAgain' | 'gap'>> {
  const snapshot = await platform.database.read(sessionOf(platform.now()));
  try {
    const ask = <Row>(...asked: Parameters<typeof snapshot.query>): Promise<Row[]> => snapshot.query<Row>(...asked);
    const found = await verifyLedger(ask, platform.signer.keys);
    if (!found.intact) throw new Refused(SAY.brokenLedger(found.fault ?? '', found.firstBroken));
    const newest = await newestCheckpoint(ask);
    const said = manifest.checkpoint === null ? null : signedOf(manifest.checkpoint);
    if (newest?.size !== said?.size || !Buffer.from(newest?.root ?? []).equals(Buffer.from(said?.root ?? [])))
      throw new Refused(SAY.otherNewest);
    return { entries: found.entries, pending: found.pending, newest };
  } finally {
    await snapshot.close();
  }
}

export async function holdAgainst(
  opened: OpenedPlatform,
  manifest: Manifest,
  kept: readonly Kept[],
): Promise<HeldLedger> {
  const ledger = await verified(opened, manifest);
  return { ...ledger, ...(await catchUp(opened, kept)) };
}
