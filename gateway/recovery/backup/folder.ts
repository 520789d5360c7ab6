/**
 * The folder of one backup. It is written under a name that no restore takes, and renamed when it is whole, so that a kill at any moment leaves either a
 * whole backup or a folder that the next run removes.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockForProcess } from '../../../subgraphs/database/process-lock.ts';
import { Refused, writeFault } from '../refused.ts';
import { BACKUP as SAY } from '../sentences/backup.ts';

/** A folder may be shared by machines, and process ids are those of one. */
const HOST = hostname().replaceAll(/[^\w.-]/g, '_');
/** How names of folders begin in which a backup is being made, or was when it was killed. */
export const IN_THE_MAKING = '.unfinished-';
const UNFINISHED = `${IN_THE_MAKING}${HOST}-`;

export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export interface BackupFolder {
  /** Where files are written, mode 0700. */
  readonly path: string;
  /** Names of what a killed run left, which is removed. */
  readonly removed: readonly string[];
  /** Gives the folder its name: it is whole from then on. Returns its path. */
  finish(name: string): Promise<string>;
  /** Removes what was written, unless it was finished. */
  end(): void;
}

/** Gives a finished backup its name; the second one of a second ends with `-2`, so that neither is lost and both sort by time. */
async function renameToFree(path: string, name: string): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const whole = nth === 1 ? name : `${name}-${nth}`;
    try {
      await rename(path, whole);
      return whole;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    }
  }
}

/** Opens a new folder below `parent`. Throws Refused where it cannot be made, or another process is writing there. */
export function openFolder(parent: string): BackupFolder {
  let release: () => void;
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    release = lockForProcess(join(parent, `.lock-${HOST}`), (pid) => new Refused(SAY.inUse(parent, pid)));
  } catch (error) {
    throw writeFault(error, parent);
  }
  const path = join(parent, `${UNFINISHED}${process.pid}`);
  try {
    const removed = readdirSync(parent).filter((name) => name.startsWith(UNFINISHED));
    for (const name of removed) rmSync(join(parent, name), { recursive: true, force: true });
    mkdirSync(path, { mode: 0o700 });
    return {
      path,
      removed,
      finish: async (name) => {
        await sync(path);
        const whole = await renameToFree(path, join(parent, name));
        await sync(parent);
        return whole;
      },
      end: () => {
        rmSync(path, { recursive: true, force: true });
        release();
      },
    };
  } catch (error) {
    release();
    throw writeFault(error, parent);
  }
}
