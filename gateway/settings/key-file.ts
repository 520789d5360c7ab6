/** The key file: in production the file that CREDIT_SECRETS names; in development one that is made once in DATA_DIR. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keyMessages } from '../../schema/messages/keys.ts';
import { isIdOfAnother } from '../../subgraphs/keys/fingerprints.ts';
import { freshSecrets, type SecretsConfig } from '../../subgraphs/keys/secrets.ts';
import { ConfigFault, readSettingFile } from './config-fault.ts';
import { DEVELOPMENT_MARK } from './development.ts';
import { folderFault } from './start-fault.ts';

const key = z.string().refine((text) => Buffer.from(text, 'base64').length >= 32, 'is not 32 bytes in base64');

const Secrets = z.object({
  sealing: z.array(z.object({ id: z.string().min(1), key })).min(1),
  index: key,
  pseudonym: key,
  cursor: key,
  signing: z
    .array(
      z.union([
        key,
        z.strictObject({ key, revokedOn: z.iso.datetime({ offset: true }), reason: z.string().optional() }),
      ]),
    )
    .min(1),
  login: z.string().min(16),
});

/**
 * Other users of the machine. Its group is allowed: Kubernetes and systemd hand a file to a service by its group. What is no regular file has a mode
 * that says little, such as a pipe in /dev/fd.
 */
const READABLE_BY_OTHERS = 0o004;

function checkFile(path: string, sealing: SecretsConfig['sealing']): void {
  const status = statSync(path);
  if (status.isFile() && (status.mode & READABLE_BY_OTHERS) !== 0)
    throw new ConfigFault(keyMessages.readableByOthers(path));
  const ids = sealing.map(({ id }) => id);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) throw new ConfigFault(keyMessages.idTwice(path, twice));
  const foreign = sealing.find(({ id, key: own }) => isIdOfAnother(id, own));
  if (foreign !== undefined) throw new ConfigFault(keyMessages.idOfAnother(path, foreign.id));
}

/** Reads a key file: the JSON as it is in the file, and the checked keys. Throws ConfigFault. */
export function readSecrets(path: string): { readonly file: unknown; readonly secrets: SecretsConfig } {
  const { file, content } = readSettingFile(path, 'with the keys', 'CREDIT_SECRETS', Secrets);
  checkFile(path, content.sealing);
  return { file, secrets: content };
}

/** Adds missing keys to the key file of a DATA_DIR that an earlier version made. */
function completeSecrets(path: string): void {
  try {
    const known = JSON.parse(readFileSync(path, 'utf8')) as object;
    const complete = { ...freshSecrets(), [DEVELOPMENT_MARK]: true, ...known };
    if (Object.keys(complete).length > Object.keys(known).length)
      writeFileSync(path, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 });
  } catch {
    // The file is absent or unreadable: the code that reads it next reports that.
  }
}

/** The key file of a development DATA_DIR. */
export const developmentFile = (folder: string): string => join(folder, 'secrets.json');

/** Keys of a development DATA_DIR. They are made once and kept, because the data in the folder cannot be read with other keys. */
export function developmentSecrets(folder: string): SecretsConfig {
  const path = developmentFile(folder);
  completeSecrets(path);
  if (!existsSync(path)) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, `${JSON.stringify({ [DEVELOPMENT_MARK]: true, ...freshSecrets() }, null, 2)}\n`, {
        mode: 0o600,
        flag: 'wx',
      });
    } catch (error) {
      // Another process made the file first; it is read below.
      if (!existsSync(path)) throw folderFault(error, folder);
    }
  }
  return readSecrets(path).secrets;
}
