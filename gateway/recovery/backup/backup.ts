/** Makes a backup: a folder below the given one, named for its instant. */
import { join } from 'node:path';
import type { Places } from '../../settings/config.ts';
import { MANIFEST, type Manifest, written } from '../manifest.ts';
import { isGone, Refused, writeFault } from '../refused.ts';
import { PROGRAMS } from '../sentences/programs.ts';
import { VERSION } from '../version.ts';
import { dumpEmbedded } from './dump-embedded.ts';
import { type DumpSteps, dumpServer } from './dump-server.ts';
import { openFolder } from './folder.ts';
import { writeText } from './write.ts';

export interface Made {
  readonly path: string;
  readonly manifest: Manifest;
}

export interface BackupSteps extends DumpSteps {
  /** Of a run that was killed. */
  readonly onRemoved: (name: string) => void;
}

/** `20261127T023000Z`: sorts by time, and every file system takes it. */
const nameOf = (takenAt: string): string => takenAt.replace(/\.\d+Z$/, 'Z').replaceAll(/[-:]/g, '');

/** Throws Refused. What was written is removed then. */
export async function makeBackup(places: Places, parent: string, steps: BackupSteps): Promise<Made> {
  const began = performance.now();
  const folder = openFolder(parent);
  try {
    for (const name of folder.removed) steps.onRemoved(join(parent, name));
    const url = places.backupUrl ?? places.databaseUrl;
    const setting = places.backupUrl === undefined ? 'DATABASE_URL' : 'BACKUP_URL';
    const { facts, program, files } =
      url === undefined
        ? await dumpEmbedded(places.folder, folder.path, steps)
        : await dumpServer(url, setting, folder.path, steps);
    const manifest: Manifest = {
      form: 1,
      version: VERSION,
      kind: url === undefined ? 'pglite' : 'postgresql',
      program,
      ...facts,
      tookMs: Math.round(performance.now() - began),
      files: [...files],
    };
    await writeText(folder.path, MANIFEST, written(manifest));
    return { path: await folder.finish(nameOf(facts.takenAt)), manifest };
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw isGone(error) ? new Refused(PROGRAMS.gone, error) : writeFault(error, folder.path);
  } finally {
    folder.end();
  }
}
