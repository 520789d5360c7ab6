/** Verifies access tokens (RFC 9068): signature of a trusted issuer (TOKEN_ISSUERS), audience, times and type. */
import { type CompactJWSHeaderParameters, decodeProtectedHeader, type JWTPayload, jwtVerify } from 'jose';
import { tokenMessages } from '../../schema/messages/door/identity.ts';
import type { Said } from '../../schema/messages/said.ts';
import { ALGORITHMS, HttpError, type Scheme, unauthenticated } from '../message/http-error.ts';
import type { Issuer } from './issuers.ts';

export const CLOCK_TOLERANCE_SECONDS = 5;
export const TOKEN_MAX = 8_192;

/** Allowed values of `typ`. A token for another use, such as an ID token, is refused even if issuer and audience are right. */
const TYPES = /^(?:application\/)?(?:at\+jwt|jwt)$/i;

/** The claim `iss`, not yet verified. It only selects the keys that the signature must then fit. */
function claimedIssuer(token: string): string | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const { iss } = payload as { iss?: unknown };
    return typeof iss === 'string' ? iss : undefined;
  } catch {
    return undefined;
  }
}

/** So many tokens of an issuer are remembered. */
const KNOWN_MAX = 512;

interface Known {
  /** The key that its signature fits. One that the issuer withdrew is another, or none. */
  readonly key: unknown;
  readonly claims: JWTPayload;
}

/** Tokens whose signature, issuer, audience and type are right: they stay so, and a party asks with one thousands of times. */
const known = new WeakMap<Issuer, Map<string, Known>>();

function remember(issuer: Issuer, token: string, verified: Known): void {
  const tokens = known.get(issuer) ?? new Map<string, Known>();
  known.set(issuer, tokens);
  if (tokens.size >= KNOWN_MAX) tokens.clear();
  tokens.set(token, verified);
}

/** The claims of a token that was verified before, if the key is its issuer's still, and the times are right (RFC 7519, 4.1.4 and 4.1.5). Else it is verified anew. */
async function knownClaims(issuer: Issuer, token: string, now: Date): Promise<JWTPayload | undefined> {
  const before = known.get(issuer)?.get(token);
  if (before === undefined) return undefined;
  const [, payload = '', signature = ''] = token.split('.');
  const key = await issuer.key(decodeProtectedHeader(token) as CompactJWSHeaderParameters, { payload, signature });
  const seconds = Math.floor(now.getTime() / 1_000);
  const { exp = 0, nbf = 0 } = before.claims;
  const valid =
    key === before.key && exp > seconds - CLOCK_TOLERANCE_SECONDS && nbf <= seconds + CLOCK_TOLERANCE_SECONDS;
  return valid ? before.claims : undefined;
}

/** Verifies a token and returns its claims. Throws `HttpError`: 401, or 503 where the keys of its issuer cannot be fetched. */
export async function readToken(
  issuers: ReadonlyMap<string, Issuer>,
  token: string,
  scheme: Scheme,
  now: Date,
): Promise<JWTPayload> {
  const refuse = (said: Said): HttpError => unauthenticated(said, scheme);
  if (token.length > TOKEN_MAX) throw refuse(tokenMessages.tooLong);
  const claimed = claimedIssuer(token);
  if (claimed === undefined) throw refuse(tokenMessages.noIssuer);
  const issuer = issuers.get(claimed);
  if (issuer === undefined) throw refuse(tokenMessages.issuerUnknown);
  try {
    const before = await knownClaims(issuer, token, now);
    if (before !== undefined) return before;
    const { payload, protectedHeader, key } = await jwtVerify(token, issuer.key, {
      issuer: claimed,
      audience: issuer.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    if (protectedHeader.typ !== undefined && !TYPES.test(protectedHeader.typ))
      throw refuse(tokenMessages.noAccessToken);
    remember(issuer, token, { key, claims: payload });
    return payload;
  } catch (error) {
    if (error instanceof HttpError) throw error;
    const expired = (error as { code?: string }).code === 'ERR_JWT_EXPIRED';
    throw refuse(expired ? tokenMessages.expired : tokenMessages.notValid);
  }
}
