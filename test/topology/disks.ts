/** A small disk for each database of the pair: a tmpfs over its folder, where root may mount one. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SIZE = '640m';

/** Why there are none; undefined where they were mounted. */
export function mountDisks(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    mkdirSync(folder, { mode: 0o700 });
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0700`, 'credit-day', folder]);
    if (status === 0) continue;
    rmSync(folder, { recursive: true });
    unmountDisks(folders);
    return 'a tmpfs may be mounted by root alone';
  }
  return undefined;
}

export function unmountDisks(folders: readonly string[]): void {
  for (const folder of folders) spawnSync('umount', ['--lazy', folder], { stdio: 'ignore' });
}

/** Leaves no byte free. Returns what takes the file away. */
export function fillDisk(folder: string): () => void {
  // Copies of the database leave out what has such a name.
  const path = join(folder, 'pgsql_tmp_full');
  const file = openSync(path, 'w', 0o644);
  for (let size = 1024 * 1024; size >= 512; ) {
    try {
      if (writeSync(file, Buffer.alloc(size)) < size) size /= 2;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      size /= 2;
    }
  }
  closeSync(file);
  return () => rmSync(path, { force: true });
}
