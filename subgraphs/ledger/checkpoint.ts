/** Checkpoints: size and root of the ledger's tree at an instant, signed with Ed25519 (RFC 8032), as text that anybody can verify. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { keyMessages } from '../../schema/messages/keys.ts';
import { signCompact, type TokenType } from '../keys/jws.ts';
import { KeyFault } from '../keys/key-fault.ts';
import type { PublicJwk } from '../keys/public-jwk.ts';
import { type SigningKey, seedOf } from '../keys/secrets.ts';

export interface Checkpoint {
  /** Entries in the tree. */
  readonly size: number;
  readonly root: Uint8Array;
  /** Instant, ISO 8601 in UTC with milliseconds. */
  readonly signedAt: string;
}

export interface SignedCheckpoint extends Checkpoint {
  /** Thumbprint of the key (RFC 7638), as in the published key set. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface Signer {
  /** The newest key that is not revoked signs. All stay published, so that old checkpoints can be verified. */
  readonly keys: readonly PublicJwk[];
  /** Thumbprint of the key that signs. */
  readonly keyId: string;
  sign(checkpoint: Checkpoint): SignedCheckpoint;
  /** A compact JWS. Its type keeps it from being taken for a checkpoint or another kind of token. */
  token(typ: TokenType, payload: object): Promise<string>;
}

/** The signed text: four lines, each ended by a newline, the last one too. The SDL promises it to whoever verifies. */
export const checkpointText = ({ size, root, signedAt }: Checkpoint): string =>
  `credit-gateway/ledger\n${size}\n${Buffer.from(root).toString('base64')}\n${signedAt}\n`;

/** Node reads a raw Ed25519 seed only inside PKCS #8 (RFC 8410): this is what comes before it. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Key id: SHA-256 of the required members in order (RFC 7638). */
const thumbprint = (x: string): string =>
  createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url');

const privateKey = (signing: SigningKey): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(seedOf(signing), 'base64').subarray(0, 32)]),
    format: 'der',
    type: 'pkcs8',
  });

function publicJwk(key: KeyObject): PublicJwk {
  const x = String(createPublicKey(key).export({ format: 'jwk' }).x);
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x), use: 'sig', alg: 'EdDSA' };
}

const revocationOf = (signing: SigningKey): Pick<PublicJwk, 'revoked'> => {
  if (typeof signing === 'string') return {};
  const { revokedOn, reason } = signing;
  const at = Math.floor(Date.parse(revokedOn) / 1_000);
  return { revoked: { revoked_at: at, ...(reason === undefined ? {} : { reason }) } };
};

/** The published form of signing keys, in their order. */
export const publishedKeys = (signing: readonly SigningKey[]): PublicJwk[] =>
  signing.map((one) => ({ ...publicJwk(privateKey(one)), ...revocationOf(one) }));

/** Opens the signer from keys, newest first. The first that is not revoked signs. Throws KeyFault without any. */
export function openSigner(signing: readonly SigningKey[]): Signer {
  const first = signing.find((one) => typeof one === 'string');
  if (first === undefined) throw new KeyFault(keyMessages.noneSigns);
  const published = publishedKeys(signing);
  const newest = privateKey(first);
  const { kid: keyId } = publicJwk(newest);
  return {
    keys: published,
    keyId,
    sign: (checkpoint) => ({
      ...checkpoint,
      keyId,
      signature: signBytes(null, Buffer.from(checkpointText(checkpoint)), newest),
    }),
    token: (typ, payload) => signCompact(newest, keyId, typ, payload),
  };
}

/** Whether the checkpoint was signed by a key of the set, revoked or not: what a revocation means depends on who asks. */
export function verifyCheckpoint(checkpoint: SignedCheckpoint, keys: readonly PublicJwk[]): boolean {
  const jwk = keys.find(({ kid }) => kid === checkpoint.keyId);
  if (jwk === undefined || thumbprint(jwk.x) !== jwk.kid) return false;
  const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x } as JsonWebKey, format: 'jwk' });
  return verifyBytes(null, Buffer.from(checkpointText(checkpoint)), key, checkpoint.signature);
}
