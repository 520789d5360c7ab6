/** Changes the key file: written whole beside it, then put in its place in one step, so that a kill leaves the file of before or the new one. */
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { keyMessages } from '../../schema/messages/keys.ts';
import { sealingId } from '../../subgraphs/keys/fingerprints.ts';
import { KeyFault } from '../../subgraphs/keys/key-fault.ts';
import { type SecretsConfig, type SigningKey, seedOf } from '../../subgraphs/keys/secrets.ts';
import { publishedKeys } from '../../subgraphs/ledger/ledger.ts';
import { ConfigFault } from '../settings/config-fault.ts';
import { readSecrets } from '../settings/key-file.ts';

type Sealing = SecretsConfig['sealing'];
type Content = Readonly<Record<string, unknown>>;

/** Writes content in place of a file, with the owner, group and mode of the file; nobody but these could read the old one. */
function replaceFile(path: string, text: string): void {
  // A link stays, and what it leads to is replaced.
  const target = realpathSync(path);
  const beside = `${target}.new`;
  const { uid, gid, mode } = statSync(target);
  try {
    rmSync(beside, { force: true });
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeSync(file, text);
      // A service that reads the file by its group reads the new one too.
      if (uid !== process.getuid?.() || gid !== process.getgid?.()) chownSync(beside, uid, gid);
      fchmodSync(file, mode & 0o770);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, target);
    const folder = openSync(dirname(target), 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new ConfigFault(keyMessages.notWritten(path, String((error as NodeJS.ErrnoException).code)));
  }
}

/** Changes members of the file and leaves all others as they are. What is written was read again and checked. */
function change(path: string, made: (content: Content) => Content): SecretsConfig {
  const content = JSON.parse(readFileSync(path, 'utf8')) as Content;
  replaceFile(path, `${JSON.stringify(made(content), null, 2)}\n`);
  return readSecrets(path).secrets;
}

const withSealing = (path: string, made: (sealing: Sealing) => Sealing): SecretsConfig =>
  change(path, (content) => ({ ...content, sealing: made(content.sealing as Sealing) }));

/** Adds a new sealing key behind all others: processes that start now can open what it will seal, and seal as before. */
export function addSealing(path: string): string {
  const key = randomBytes(32).toString('base64');
  const id = sealingId(key);
  withSealing(path, (sealing) => [...sealing, { id, key }]);
  return id;
}

const inFile = (path: string, id: string): Sealing[number] => {
  const { sealing } = readSecrets(path).secrets;
  const found = sealing.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new KeyFault(
    keyMessages.noSuchKey(
      id,
      sealing.map((one) => one.id),
    ),
  );
};

/** Puts a key first: it seals from the next start on. */
export function sealWith(path: string, id: string): void {
  const first = inFile(path, id);
  withSealing(path, (sealing) => [first, ...sealing.filter((one) => one.id !== id)]);
}

/** Throws where the key is not there, or seals. */
export function checkRemovable(path: string, id: string): void {
  inFile(path, id);
  if (readSecrets(path).secrets.sealing[0]?.id === id) throw new KeyFault(keyMessages.removesFirst(id));
}

export function removeSealing(path: string, id: string): void {
  withSealing(path, (sealing) => sealing.filter((one) => one.id !== id));
}

/** Throws where the file has no such key. */
export const checkInFile = (path: string, id: string): void => void inFile(path, id);

const kidOf = (signing: SigningKey): string => publishedKeys([signing])[0]?.kid ?? '';

/** Adds a signing key first: it signs from the next start on, and what the others signed stays verifiable. Returns its id in the key set. */
export function addSigning(path: string): string {
  const key = randomBytes(32).toString('base64');
  change(path, (content) => ({ ...content, signing: [key, ...(content.signing as SigningKey[])] }));
  return kidOf(key);
}

/** Marks a signing key as revoked since an instant. It stays in the file, and is published with the mark. */
export function revokeSigning(path: string, kid: string, since: string, reason: string | undefined): void {
  const { signing } = readSecrets(path).secrets;
  const known = signing.map(kidOf);
  if (!known.includes(kid)) throw new KeyFault(keyMessages.noSuchSigning(kid, known));
  if (!signing.some((one, place) => typeof one === 'string' && known[place] !== kid))
    throw new KeyFault(keyMessages.lastSigns(kid));
  const revoked = { revokedOn: new Date(since).toISOString(), ...(reason === undefined ? {} : { reason }) };
  change(path, (content) => ({
    ...content,
    signing: signing.map((one) => (kidOf(one) === kid ? { key: seedOf(one), ...revoked } : one)),
  }));
}
