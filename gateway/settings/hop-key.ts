/** The keys of the hop: a gateway's own (HOP_KEY), and those of the gateways that a subgraph answers (HOP_KEYS). In development one pair is made in DATA_DIR. */
import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HopKey } from '../../subgraphs/keys/hop.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import { ConfigFault, readSettingFile } from './config-fault.ts';
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

/** A new pair, as the two files of it. */
export function freshHopKey(): { readonly own: object; readonly set: object } {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as z.infer<typeof Private>;
  const { kty, crv, x, d } = jwk;
  return { own: { kty, crv, x, d }, set: { keys: [published(jwk)] } };
}

/** Other users of the machine; a group is allowed, as of the key file. */
const READABLE_BY_OTHERS = 0o004;

function ownIn(path: string): z.infer<typeof Private> {
  const { content } = readSettingFile(path, 'with the key of this gateway', 'HOP_KEY', Private);
  const status = statSync(path);
  if (status.isFile() && (status.mode & READABLE_BY_OTHERS) !== 0)
    throw new ConfigFault(
      `Everybody on this machine can read ${path}, the key of this gateway. Run: chmod 600 ${path}`,
    );
  return content;
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
  if (path === undefined && folder === undefined)
    throw new ConfigFault('SUBGRAPH_URLS needs HOP_KEY: set it to the file that npm run keys -- --hop made.');
  const own = ownIn(path ?? developmentPair(folder ?? ''));
  return { id: thumbprint(own.x), key: createPrivateKey({ key: own, format: 'jwk' }) };
}

/** The keys of the gateways that a subgraph answers. */
export function readHopKeys(path: string | undefined, folder: string | undefined): readonly PublicJwk[] {
  if (path === undefined && folder === undefined)
    throw new ConfigFault(
      'A subgraph needs HOP_KEYS: set it to a file with the public keys of its gateways, {"keys": […]}.',
    );
  if (path === undefined) return [published(ownIn(developmentPair(folder ?? '')))];
  return readSettingFile(path, 'with the public keys of the gateways', 'HOP_KEYS', PublicSet).content.keys.map(
    published,
  );
}
