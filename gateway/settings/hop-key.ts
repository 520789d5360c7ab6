/** The keys of the hop: a gateway's own (HOP_KEY), and those of the gateways that a subgraph answers (HOP_KEYS). In development one pair is made in DATA_DIR. */
import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hopKeyMessages } from '../../schema/messages/door/hop-keys.ts';
import type { HopKey } from '../../subgraphs/keys/hop.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import { ConfigFault } from './config-fault.ts';
import { folderFault } from './start-fault.ts';

const BYTES_32 = /^[A-Za-z0-9_-]{43}$/;

const Public = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().regex(BYTES_32) });
const Private = Public.extend({ d: z.string().regex(BYTES_32) });
const PublicSet = z.object({ keys: z.array(Public).min(1) });

/** Key id: SHA-256 of the required members in order (RFC 7638). */
const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');

const published = ({ x }: z.infer<typeof Public>): PublicJwk => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x,
  kid: thumbprint(x),
  use: 'sig',
  alg: 'EdDSA',
});

/** A new pair. */
export function freshHopKey(): { readonly own: object; readonly id: string; readonly open: PublicJwk } {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as z.infer<typeof Private>;
  const { kty, crv, x, d } = jwk;
  return { own: { kty, crv, x, d }, id: thumbprint(x), open: published(jwk) };
}

/** Other users of the machine; a group is allowed, as of the key file. */
const READABLE_BY_OTHERS = 0o004;

const faultOfFile = (error: unknown, path: string): Error => {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? (error as Error) : new ConfigFault(hopKeyMessages.unwritten(path, code ?? ''));
};

/** The JSON of a file; undefined where it is none. */
function jsonIn(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw faultOfFile(error, path);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ownIn(path: string): z.infer<typeof Private> {
  const parsed = Private.safeParse(jsonIn(path));
  if (!parsed.success) throw new ConfigFault(hopKeyMessages.notOwn(path));
  const status = statSync(path);
  if (status.isFile() && (status.mode & READABLE_BY_OTHERS) !== 0) throw new ConfigFault(hopKeyMessages.readable(path));
  return parsed.data;
}

/** The public keys of a set. A private key among them is refused: the file is meant for many machines. */
function setIn(path: string): readonly PublicJwk[] {
  const json = jsonIn(path);
  const one = z.looseObject({ d: z.string() });
  if (
    one.safeParse(json).success ||
    z
      .looseObject({ keys: z.array(z.unknown()) })
      .safeParse(json)
      .data?.keys.some((key) => one.safeParse(key).success)
  )
    throw new ConfigFault(hopKeyMessages.privateInSet(path));
  const parsed = PublicSet.safeParse(json);
  if (!parsed.success) throw new ConfigFault(hopKeyMessages.notSet(path));
  return parsed.data.keys.map(published);
}

/** Whole or not at all. */
function writeSet(path: string, keys: readonly PublicJwk[]): void {
  writeFileSync(`${path}.new`, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o644 });
  renameSync(`${path}.new`, path);
}

/** The key ids of a set, in their order. */
export const hopKeysIn = (path: string): readonly string[] => setIn(path).map(({ kid }) => kid);

/** Makes a key of a gateway: the private file, which is never written over, and its public half in the set. Returns its id. */
export function makeHopKey(path: string, set: string): string {
  const held = existsSync(set) ? setIn(set) : [];
  const { own, id, open } = freshHopKey();
  try {
    writeFileSync(path, `${JSON.stringify(own)}\n`, { mode: 0o600, flag: 'wx' });
    writeSet(set, [...held, open]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new ConfigFault(hopKeyMessages.isThere(path));
    throw faultOfFile(error, path);
  }
  return id;
}

/** Takes a key out of the set: subgraphs that are started with it answer its gateway no more. */
export function removeHopKey(kid: string, set: string): void {
  const held = setIn(set);
  if (held.every((one) => one.kid !== kid)) throw new ConfigFault(hopKeyMessages.notInSet(kid, set));
  if (held.length === 1) throw new ConfigFault(hopKeyMessages.lastOfSet(kid, set));
  try {
    writeSet(
      set,
      held.filter((one) => one.kid !== kid),
    );
  } catch (error) {
    throw faultOfFile(error, set);
  }
}

/** The file of a development DATA_DIR, made once. */
function developmentPair(folder: string): string {
  const path = join(folder, 'hop.json');
  if (existsSync(path)) return path;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(freshHopKey().own)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it first.
    if (!existsSync(path)) throw folderFault(error, folder);
  }
  return path;
}

/** What a gateway signs with. `folder`: of development. */
export function readHopKey(path: string | undefined, folder: string | undefined): HopKey {
  if (path === undefined && folder === undefined) throw new ConfigFault(hopKeyMessages.needsKey);
  const own = ownIn(path ?? developmentPair(folder ?? ''));
  return { id: thumbprint(own.x), key: createPrivateKey({ key: own, format: 'jwk' }) };
}

/** The keys of the gateways that a subgraph answers. */
export function readHopKeys(path: string | undefined, folder: string | undefined): readonly PublicJwk[] {
  if (path === undefined && folder === undefined) throw new ConfigFault(hopKeyMessages.needsKeys);
  if (path === undefined) return [published(ownIn(developmentPair(folder ?? '')))];
  return setIn(path);
}
