/** The platform without its HTTP server: the database and what every request needs. Commands open it; they serve no requests. */

import { causeOf } from '../schema/cause.ts';
import { loginMessages } from '../schema/messages/door/logins.ts';
import { journalMessages } from '../schema/messages/journal.ts';
import type { Database } from '../subgraphs/database/database.ts';
import { openDatabase } from '../subgraphs/database/open.ts';
import type { LoginPlace } from '../subgraphs/database/roles.ts';
import { ENTITIES } from '../subgraphs/entities.ts';
import { keyGuard } from '../subgraphs/keys/marks.ts';
import { openSecrets, type Secrets } from '../subgraphs/keys/secrets.ts';
import { openSequencer, openSigner, type Signer } from '../subgraphs/ledger/ledger.ts';
import { type Recovered, recover } from '../subgraphs/recovery/recovery.ts';
import type { Platform } from '../subgraphs/request/context.ts';
import { openRequestAs, type RequestAs } from '../subgraphs/request/internal-request.ts';
import { type SnapshotReader, snapshotReader } from '../subgraphs/request/snapshot.ts';
import { openRefusalCounts } from '../subgraphs/statistics/refusals.ts';
import { enter, type Presence } from './keys/presence.ts';
import { type Journal, openJournal } from './recovery/journal/journal.ts';
import { readFiles } from './recovery/journal/journal-files.ts';
import type { Config } from './settings/config.ts';
import { ConfigFault } from './settings/config-fault.ts';
import { startFault } from './settings/start-fault.ts';
import { NO_TRACES, type Traces } from './traces/traces.ts';

export interface OpenedPlatform {
  readonly platform: Platform;
  readonly snapshots: SnapshotReader;
  readonly requestAs: RequestAs;
  /** This process, as it says in the database that it has it open. */
  readonly presence: Presence;
  /** Id of the sealing key that it seals with. */
  readonly sealsWith: string;
  /** Undefined where none is kept (JOURNAL_DIR). */
  readonly journal: Journal | undefined;
  /** What the journal knew and the database did not. */
  readonly recovered: Recovered | undefined;
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
  /** Whose login this process has: of the one subgraph that it serves, or of gateways. Absent where it is the owner. */
  readonly place?: LoginPlace | undefined;
  /** Opens a database that is being restored. */
  readonly restoring?: boolean;
  /** Makes spans of its statements. */
  readonly traces?: Traces | undefined;
  /** Told of what ended and could not be taken to the journal: it stands, and waits. */
  readonly onJournalFault?: ((fault: unknown) => void) | undefined;
}

/** SQLSTATE of what a login may not do. */
const NOT_ALLOWED = '42501';

interface Recovering {
  readonly traced: Database;
  readonly secrets: Secrets;
  readonly signer: Signer;
  readonly now: () => Date;
}

/** Nobody is served from a database that does not know what the journal knows: a backup, a snapshot of a disk, a point in time. */
async function recoverFrom(folder: string | undefined, { traced, secrets, signer, now }: Recovering) {
  if (folder === undefined) return undefined;
  try {
    const again = () => readFiles(folder, secrets);
    const { entries, since } = again();
    return await recover(traced, now(), { entries, keys: signer.keys, files: { since, again } });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === NOT_ALLOWED) throw new ConfigFault(loginMessages.mustReplay);
    if (syscall === undefined) throw error;
    throw new ConfigFault(journalMessages.unreadable(folder, code ?? '').en);
  }
}

/** The system's clock, for what opens no platform. */
export const systemClock = (): Date => new Date();

function signerOf(config: Config): Signer {
  try {
    return openSigner(config.secrets.signing);
  } catch (error) {
    throw startFault(error, config);
  }
}

/** Opens the database and what every request needs. */
export async function openPlatform(config: Config, options: PlatformOptions = {}): Promise<OpenedPlatform> {
  const now = options.now ?? systemClock;
  const signer = signerOf(config);
  const opened = await openDatabase({
    entities: ENTITIES,
    url: config.databaseUrl,
    folder: options.inMemory === true ? undefined : config.folder,
    beginWith: options.beginWith,
    loginPassword: config.secrets.login,
    keys: keyGuard(config.secrets),
    restoring: options.restoring,
    replicas: config.replicas,
    place: options.place,
  }).catch((error: unknown) => {
    throw startFault(error, config);
  });
  const traced = (options.traces ?? NO_TRACES).database(opened);
  const secrets = openSecrets(config.secrets);
  const journal =
    config.journalFolder === undefined
      ? undefined
      : openJournal(traced, { folder: config.journalFolder, secrets, now, onFault: options.onJournalFault });
  const recovered = await recoverFrom(config.journalFolder, { traced, secrets, signer, now }).catch(
    async (error: unknown) => {
      await opened.close();
      throw error;
    },
  );
  // What a process committed and could not write any more: it was killed, or its disk was full.
  await journal?.flush().catch((error: unknown) => options.onJournalFault?.(causeOf(error)));
  const database = journal?.database ?? traced;
  const platform: Platform = {
    database,
    secrets,
    signer,
    webhooks: config.mode === 'production' ? 'PUBLIC_HOSTS' : 'LOOPBACK_TOO',
    runsJobs: options.place === undefined || options.place === 'gateway',
    sendsMail: config.mail !== undefined,
    sequencer: openSequencer(database, signer, now, config.checkpoints),
    now,
    refusals: openRefusalCounts(database, now),
    statisticsEpsilon: config.statisticsEpsilon * 1_000,
    evidenceMonths: config.evidenceMonths,
    // The sample's persons carry a region code that is assigned to no place. Production refuses such numbers.
    unassignedRegions: config.mode === 'production' ? 'refuse' : 'allow',
  };
  const snapshots = snapshotReader();
  const kids = signer.keys.map(({ kid }) => kid);
  const presence = await enter(database, config, kids, signer.keyId).catch(async (error: unknown) => {
    await database.close();
    throw startFault(error, config);
  });
  return {
    platform,
    snapshots,
    requestAs: openRequestAs(platform, snapshots),
    presence,
    sealsWith: config.secrets.sealing[0]?.id ?? '',
    journal,
    recovered,
    close: async () => {
      await presence.leave();
      await platform.database.close();
    },
  };
}
