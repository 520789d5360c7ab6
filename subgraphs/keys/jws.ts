/** Compact JWS (RFC 7515) with EdDSA (RFC 8037), for what is filed or shown outside the platform and must be told from a forgery. */
import type { KeyObject } from 'node:crypto';
import { base64url, CompactSign, compactVerify } from 'jose';
import type { PublicJwk } from './public-jwk.ts';

/** What a token is: a signature on one kind is none on another. */
export type TokenType = 'credit-matter+jwt' | 'credit-report+jwt';

/** Deterministic: the same payload under the same key is the same token. */
export const signCompact = (key: KeyObject, keyId: string, typ: TokenType, payload: object): Promise<string> =>
  new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'EdDSA', kid: keyId, typ }).sign(key);

/** One text a value: an encoding with other characters or bits left over is not what was signed, and the library reads it all the same. */
const isCanonical = (part: string): boolean => part !== '' && base64url.encode(base64url.decode(part)) === part;

/** The payload that was signed. Throws for whatever is no token of this type. */
async function opened(token: string, typ: TokenType, keys: readonly PublicJwk[]): Promise<unknown> {
  if (!token.split('.').every(isCanonical)) throw new Error('A part is not canonical base64url.');
  const keyOf = (header: Readonly<Record<string, unknown>>): PublicJwk => {
    const key = keys.find(({ kid }) => kid === header.kid);
    // `crit`, `b64`, `jwk` and the like change what a header means: it has alg, kid and typ and no other.
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
    // Whatever is wrong with it, it is no token of ours.
    return undefined;
  }
}
