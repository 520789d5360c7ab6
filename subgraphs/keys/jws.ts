/** Compact JWS (RFC 7515) with EdDSA (RFC 8037), for documents that leave the platform and must be verifiable there. */
import type { KeyObject } from 'node:crypto';
import { base64url, CompactSign, compactVerify } from 'jose';
import type { PublicJwk } from './public-jwk.ts';

/** The `typ` header. A signature over one type is not valid for another. */
export type TokenType = 'credit-matter+jwt' | 'credit-report+jwt' | 'credit-hop+jwt';

/** Deterministic: the same payload under the same key is the same token. */
export const signCompact = (key: KeyObject, keyId: string, typ: TokenType, payload: object): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', kid: keyId, typ }).sign(key);

/** The library accepts base64url with stray characters or spare bits. They are refused, so that a token has exactly one text. */
const isCanonical = (part: string): boolean => part !== '' && base64url.encode(base64url.decode(part)) === part;

/** Characters. A report of some thousand records has a few hundred thousand; whoever sends more sends no token of this platform. */
const TOKEN_MAX = 1_000_000;

/** The signed payload. Throws for anything that is no valid token of this type. */
async function opened(token: string, typ: TokenType, keys: readonly PublicJwk[]): Promise<unknown> {
  // The number of parts first: a text of many points must not be decoded part by part.
  const parts = token.length > TOKEN_MAX ? [] : token.split('.', 4);
  if (parts.length !== 3 || !parts.every(isCanonical)) throw new Error('It is not three parts of canonical base64url.');
  const keyOf = (header: Readonly<Record<string, unknown>>): PublicJwk => {
    const key = keys.find(({ kid }) => kid === header.kid);
    // Headers such as `crit`, `b64` and `jwk` change how a token is verified, so that alg, kid and typ must be the only ones.
    if (key === undefined || header.typ !== typ || Object.keys(header).length !== 3)
      throw new Error('The header is not one of this type and these keys.');
    return key;
  };
  const { payload } = await compactVerify(token, keyOf, { algorithms: ['EdDSA'] });
  return JSON.parse(Buffer.from(payload).toString('utf8'));
}

/** The payload of a token of this type signed by a key of the set; undefined for anything else. Never rejects. */
export async function verifyCompact(
  token: string,
  typ: TokenType,
  keys: readonly PublicJwk[],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const value = await opened(token, typ, keys);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    // The reason does not matter: it is not a token of this platform.
    return undefined;
  }
}

/** The key that a token says it was signed by; undefined for anything that is no token. Whether it was is `verifyCompact`'s to say. */
export function keyNamedIn(token: string, keys: readonly PublicJwk[]): PublicJwk | undefined {
  try {
    const { kid } = JSON.parse(Buffer.from(base64url.decode(token.split('.', 1)[0] ?? '')).toString('utf8'));
    return keys.find((key) => key.kid === kid);
  } catch {
    return undefined;
  }
}
