/** Compact JWS (RFC 7515) with EdDSA (RFC 8037), for what is filed or shown outside the platform and must be told from a forgery. */
import {
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import type { PublicJwk } from './public-jwk.ts';

/** What a token is: a signature on one kind is none on another. */
export type TokenType = 'credit-matter+jwt' | 'credit-report+jwt';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Deterministic: the same payload under the same key is the same token. */
export function signCompact(key: KeyObject, keyId: string, typ: TokenType, payload: object): string {
  const signed = `${encode({ alg: 'EdDSA', kid: keyId, typ })}.${encode(payload)}`;
  return `${signed}.${signBytes(null, Buffer.from(signed), key).toString('base64url')}`;
}

const PART = /^[A-Za-z0-9_-]+$/;

function decode(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const bytes = Buffer.from(part, 'base64url');
    // One text a value: an encoding with other characters or bits left over is not what was signed.
    if (bytes.toString('base64url') !== part) return undefined;
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The payload of a token of this type signed by a key of the set; undefined for anything else. Never throws. */
export function verifyCompact(
  token: string,
  typ: TokenType,
  keys: readonly PublicJwk[],
): Readonly<Record<string, unknown>> | undefined {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || ![head, body, signature].every((part) => PART.test(part))) return undefined;
  const header = decode(head);
  const jwk = keys.find(({ kid }) => kid === header?.kid);
  // `crit`, `b64`, `jwk` and the like change what a header means: it has these three members and no other.
  if (jwk === undefined || header?.alg !== 'EdDSA' || header.typ !== typ || Object.keys(header).length !== 3)
    return undefined;
  const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x } as JsonWebKey, format: 'jwk' });
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return undefined;
  return verifyBytes(null, Buffer.from(`${head}.${body}`), key, bytes) ? decode(body) : undefined;
}
