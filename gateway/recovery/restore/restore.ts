/**
 * Restores a backup into an empty database. Everything is checked before anything is written. Until it is held against the ledger no server opens it: a
 * PostgreSQL database is fenced (database/migrate/fence.ts), the embedded one lies under another name.
 */
import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { holdFolder } from '../../../subgraphs/database/embedded.ts';
import { liftFence } from '../../../subgraphs/database/migrate/fence.ts';
import { openSigner } from '../../../subgraphs/ledger/ledger.ts';
import { signedOf } from '../../../subgraphs/recovery/gap.ts';
import { type OpenedPlatform, openPlatform } from '../../platform.ts';
import type { Config } from '../../settings/config.ts';
import { ConfigFault } from '../../settings/config-fault.ts';
import { COPY } from '../backup/dump-embedded.ts';
import { DUMP } from '../backup/dump-server.ts';
import { sync } from '../backup/folder.ts';
import { connect } from '../connection.ts';
import { checkFiles, type Read, readManifest } from '../manifest.ts';
import { programFor } from '../programs.ts';
import { isFull, isGone, Refused, writeFault } from '../refused.ts';
import { RESTORE as SAY } from '../sentences/restore.ts';
import { checkJournal, checkKeys, checkSigned, checkVersion, type Kept, readKept } from './checked.ts';
import { type HeldLedger, holdAgainst } from './held-against.ts';
import { loadServer } from './load-server.ts';
import { UNMARK, wasLoaded } from './target.ts';

export interface RestoreSteps {
  readonly onFile: (name: string) => void;
  readonly onBytes: (bytes: number) => void;
  readonly onVerify: () => void;
  /** A restore of the same backup was broken off, and this one goes on. */
  readonly onAgain: () => void;
}

export interface Asked {
  readonly config: Config;
  readonly folder: string;
  readonly checkpointFile: string | undefined;
  /** Checks everything, and writes nothing. */
  readonly trial: boolean;
  readonly steps: RestoreSteps;
}

export interface Restored extends Read {
  /** Undefined for a trial. */
  readonly ledger: HeldLedger | undefined;
}

type Checked = Asked & Read & { readonly kept: readonly Kept[] };

/** What is done once the data are there, and before anybody is served. */
async function hold(opened: OpenedPlatform, { manifest, kept, steps }: Checked): Promise<HeldLedger> {
  steps.onVerify();
  return holdAgainst(opened, manifest, kept);
}

async function intoServer(checked: Checked, url: string): Promise<HeldLedger | undefined> {
  const { config, folder, manifest, digest, trial, steps } = checked;
  const connection = await connect(url, 'DATABASE_URL');
  const place = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    const made = Number.parseInt(manifest.postgresql, 10);
    if (connection.major < made) throw new Refused(SAY.olderServer(connection.major, manifest.postgresql));
    const least = Number.parseInt(manifest.program ?? '0', 10);
    const programs = { restore: programFor('pg_restore', least), psql: programFor('psql', least) };
    // Held by this connection to the end: a second restore into the same database would only find it filled.
    const [lock] = await connection.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('credit-gateway restore')) as mine`,
    );
    if (lock?.mine !== true) throw new Refused(SAY.another(place));
    const loaded = await wasLoaded(connection, place, digest);
    if (trial) return undefined;
    if (loaded) steps.onAgain();
    else await loadServer(programs, { url, dump: join(folder, DUMP), manifest, digest, onBytes: steps.onBytes });
    const opened = await openPlatform(config, { restoring: true });
    let ledger: HeldLedger;
    try {
      ledger = await hold(opened, checked);
    } finally {
      await opened.close();
    }
    await connection.run('begin');
    await liftFence({ ...connection, database: place });
    await connection.run(`${UNMARK}; commit`);
    return ledger;
  } finally {
    await connection.end();
  }
}

const causeText = (error: unknown): string =>
  error instanceof Error && error.message !== '' ? error.message : JSON.stringify(error);

async function syncAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory()) await sync(join(entry.parentPath, entry.name));
}

async function intoFolder(checked: Checked): Promise<HeldLedger | undefined> {
  const { config, folder, manifest, trial, steps } = checked;
  const target = join(config.folder, 'pglite');
  if (existsSync(target) && readdirSync(target).length > 0) throw new Refused(SAY.notEmpty(config.folder, ['pglite']));
  if (trial) return undefined;
  const release = holdFolder(config.folder);
  const restoring = join(config.folder, 'restoring');
  try {
    // What a restore left that was killed.
    if (existsSync(restoring)) steps.onAgain();
    await rm(restoring, { recursive: true, force: true });
    await mkdir(restoring, { mode: 0o700 });
    const copy = await openAsBlob(join(folder, COPY));
    steps.onBytes(copy.size);
    const opened = await openPlatform({ ...config, folder: restoring }, { beginWith: copy }).catch((error: unknown) => {
      // What is told with what to set is told as it is: keys, versions.
      if (error instanceof ConfigFault || isFull(error)) throw error;
      throw new Refused(SAY.otherEmbedded(manifest.postgresql, causeText(error)), error);
    });
    let ledger: HeldLedger;
    try {
      ledger = await hold(opened, checked);
    } finally {
      await opened.close();
    }
    await syncAll(restoring);
    await rename(join(restoring, 'pglite'), target);
    await sync(config.folder);
    return ledger;
  } catch (error) {
    throw writeFault(error, restoring);
  } finally {
    await rm(restoring, { recursive: true, force: true });
    release();
  }
}

/** Throws Refused. */
export async function restoreBackup(asked: Asked): Promise<Restored> {
  const { config, folder, steps } = asked;
  const read = await readManifest(folder);
  const { manifest } = read;
  checkVersion(manifest);
  if (manifest.kind === 'postgresql' && config.databaseUrl === undefined) throw new Refused(SAY.needsServer);
  if (manifest.kind === 'pglite' && config.databaseUrl !== undefined) throw new Refused(SAY.needsEmbedded);
  checkKeys(config.secrets, manifest);
  const kept: Kept[] = [
    ...(manifest.checkpoint === null ? [] : [{ where: folder, checkpoint: signedOf(manifest.checkpoint) }]),
    ...(asked.checkpointFile === undefined ? [] : [await readKept(asked.checkpointFile)]),
  ];
  const { keys } = openSigner(config.secrets.signing);
  for (const one of kept) checkSigned(one, keys);
  checkJournal(config, keys);
  await checkFiles(folder, manifest, steps.onFile);
  const checked = { ...asked, ...read, kept };
  try {
    const ledger =
      config.databaseUrl === undefined ? await intoFolder(checked) : await intoServer(checked, config.databaseUrl);
    return { ...read, ledger };
  } catch (error) {
    throw isGone(error) ? new Refused(SAY.gone, error) : error;
  }
}
