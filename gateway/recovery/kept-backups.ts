/** Keys that kept backups need: each has a manifest that names the keys that sealed what is in it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupMessages } from '../../schema/messages/kept-backups.ts';
import { ConfigFault } from '../settings/config-fault.ts';
import { IN_THE_MAKING } from './backup/folder.ts';
import { MANIFEST, readManifest } from './manifest.ts';

export interface KeptBackup {
  readonly folder: string;
  readonly sealing: readonly string[];
}

/** Folders of backups at and below a folder. Whoever throws a key away must know what needs it: one in the making is told, and not passed over. */
function* backupsIn(folder: string): Generator<string> {
  if (existsSync(join(folder, MANIFEST))) {
    yield folder;
    return;
  }
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((left, right) =>
    left.name < right.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(IN_THE_MAKING)) throw new ConfigFault(backupMessages.backupUnfinished(path));
    if (statSync(path).isDirectory()) yield* backupsIn(path);
  }
}

async function kept(folder: string): Promise<KeptBackup> {
  const read = await readManifest(folder).catch(() => undefined);
  // One without marks is from before they were kept: nobody can say which keys it needs.
  if (read === undefined || read.manifest.keys === null) throw new ConfigFault(backupMessages.backupUnread(folder));
  return { folder, sealing: read.manifest.keys.sealing };
}

/** The backups at and below folders, at any depth. Throws ConfigFault where one cannot be read or is in the making, or a folder holds none. */
export async function keptBackups(folders: readonly string[]): Promise<readonly KeptBackup[]> {
  const found = folders.flatMap((folder) => {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new ConfigFault(backupMessages.noBackups(folder));
    const inside = [...backupsIn(folder)];
    if (inside.length === 0) throw new ConfigFault(backupMessages.noBackups(folder));
    return inside;
  });
  return Promise.all(found.map(kept));
}
