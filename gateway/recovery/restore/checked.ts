/** What is checked of a backup before anything is written: that it is whole, ours to restore, and of the keys that are given. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readAccess } from '../../../subgraphs/database/migrate/access.ts';
import { readMigrations } from '../../../subgraphs/database/migrate/migrate.ts';
import { KeyFault } from '../../../subgraphs/keys/key-fault.ts';
import { compareMarks, type Mark } from '../../../subgraphs/keys/marks.ts';
import type { PublicJwk } from '../../../subgraphs/keys/public-jwk.ts';
import { openSecrets, type SecretsConfig } from '../../../subgraphs/keys/secrets.ts';
import { type SignedCheckpoint, verifyCheckpoint } from '../../../subgraphs/ledger/checkpoint.ts';
import { checkpointsIn, signedOf } from '../../../subgraphs/recovery/gap.ts';
import type { Config } from '../../settings/config.ts';
import { JournalFault } from '../journal/journal-fault.ts';
import { readJournal } from '../journal/journal-files.ts';
import { KeptCheckpoint, type Manifest } from '../manifest.ts';
import { Refused } from '../refused.ts';
import { RESTORE as SAY } from '../sentences/restore.ts';
import { isLater } from '../version.ts';

/** Throws Refused for a backup of a newer release. */
export function checkVersion({ version, access, migrations }: Manifest): void {
  const known = new Set(readMigrations().map(({ name }) => name));
  if (isLater(version) || access > readAccess().edition.number || migrations.some((name) => !known.has(name)))
    throw new Refused(SAY.newer(version));
}

/** Throws Refused where the keys are not those of the backup. One from before keys were marked is proved once it is loaded. */
export function checkKeys(secrets: SecretsConfig, { keys }: Manifest): void {
  if (keys === null) return;
  const marks: readonly Mark[] = [
    { kind: 'INDEX', id: 'index', mark: keys.index, seals: false, retired: false },
    { kind: 'PSEUDONYM', id: 'pseudonym', mark: keys.pseudonym, seals: false, retired: false },
    ...Object.entries(keys.probes).map(([id, mark]) => ({
      kind: 'SEALING' as const,
      id,
      mark,
      seals: keys.sealing.includes(id),
      retired: !keys.sealing.includes(id),
    })),
  ];
  try {
    compareMarks(secrets, marks);
  } catch (error) {
    if (error instanceof KeyFault) throw new Refused(SAY.otherKeys(error.said), error);
    throw error;
  }
}

/** A checkpoint and where it was kept. */
export interface Kept {
  readonly where: string;
  readonly checkpoint: SignedCheckpoint;
}

/** A checkpoint as such, as the field of an answer, of a proof or of a manifest. */
function* keptIn(value: unknown): Generator<KeptCheckpoint> {
  const { data } = KeptCheckpoint.safeParse(value);
  if (data !== undefined) yield data;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* keptIn(inner);
}

/** The newest checkpoint in a file. Throws Refused where there is none. */
export async function readKept(path: string): Promise<Kept> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new Refused(SAY.noCheckpoint(path), error);
  });
  const parsed = z.string().transform((json, context) => {
    try {
      return JSON.parse(json) as unknown;
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  });
  const found = [...keptIn(parsed.safeParse(text).data)].sort((left, right) => left.size - right.size).at(-1);
  if (found === undefined) throw new Refused(SAY.noCheckpoint(path));
  return { where: path, checkpoint: signedOf(found) };
}

/** Throws Refused for a checkpoint that no key of this installation signed. */
export function checkSigned({ where, checkpoint }: Kept, keys: readonly PublicJwk[]): void {
  if (!verifyCheckpoint(checkpoint, keys)) throw new Refused(SAY.foreignCheckpoint(where));
}

/** Throws Refused for a journal that cannot be read, was changed, or is of another installation. */
export function checkJournal({ journalFolder, secrets }: Config, keys: readonly PublicJwk[]): void {
  if (journalFolder === undefined) return;
  try {
    const entries = readJournal(journalFolder, openSecrets(secrets));
    for (const checkpoint of checkpointsIn(entries)) checkSigned({ where: journalFolder, checkpoint }, keys);
  } catch (error) {
    if (error instanceof JournalFault) throw new Refused(error.said, error);
    const { code, syscall } = error as NodeJS.ErrnoException;
    throw syscall === undefined ? error : new Refused(SAY.journalUnread(journalFolder, code ?? ''), error);
  }
}
