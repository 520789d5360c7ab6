/** The platform without its HTTP server: the database and what every request needs. Commands open it; they serve no requests. */

import { openDatabase } from '../subgraphs/database/open.ts';
import { ENTITIES } from '../subgraphs/entities.ts';
import { openSecrets } from '../subgraphs/keys/secrets.ts';
import { openSequencer, openSigner } from '../subgraphs/ledger/ledger.ts';
import type { Platform } from '../subgraphs/request/context.ts';
import { openRequestAs, type RequestAs } from '../subgraphs/request/internal-request.ts';
import { type SnapshotReader, snapshotReader } from '../subgraphs/request/snapshot.ts';
import type { Config } from './settings/config.ts';
import { startFault } from './settings/start-fault.ts';

export interface OpenedPlatform {
  readonly platform: Platform;
  readonly snapshots: SnapshotReader;
  readonly requestAs: RequestAs;
  /** Closes the database. */
  close(): Promise<void>;
}

export interface PlatformOptions {
  /** The clock. This file alone reads the system's; all other code is given this one. */
  readonly now?: () => Date;
  /** Keeps the embedded database in memory: nothing is written to disk. */
  readonly inMemory?: boolean;
  /** A dump that the embedded database is restored from when it opens. */
  readonly beginWith?: Blob | undefined;
}

/** Opens the database and what every request needs. */
export async function openPlatform(config: Config, options: PlatformOptions = {}): Promise<OpenedPlatform> {
  const now = options.now ?? (() => new Date());
  const database = await openDatabase({
    entities: ENTITIES,
    url: config.databaseUrl,
    folder: options.inMemory === true ? undefined : config.folder,
    beginWith: options.beginWith,
    loginPassword: config.secrets.login,
  }).catch((error: unknown) => {
    throw startFault(error, config);
  });
  const signer = openSigner(config.secrets.signing);
  const platform: Platform = {
    database,
    secrets: openSecrets(config.secrets),
    signer,
    webhooks: config.mode === 'production' ? 'PUBLIC_HOSTS' : 'LOOPBACK_TOO',
    sequencer: openSequencer(database, signer, now, config.checkpoints),
    now,
    statisticsEpsilon: config.statisticsEpsilon * 1_000,
    // The sample's persons carry a region code that is assigned to no place. Production refuses such numbers.
    unassignedRegions: config.mode === 'production' ? 'refuse' : 'allow',
  };
  const snapshots = snapshotReader();
  return {
    platform,
    snapshots,
    requestAs: openRequestAs(platform, snapshots),
    close: () => platform.database.close(),
  };
}
