/** Verifies access tokens (RFC 9068): signature of a trusted issuer (TOKEN_ISSUERS), audience, times and type. */
import { type JWTPayload, jwtVerify } from 'jose';
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
    const { payload, protectedHeader } = await jwtVerify(token, issuer.key, {
      issuer: claimed,
      audience: issuer.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    });
    if (protectedHeader.typ !== undefined && !TYPES.test(protectedHeader.typ))
      throw refuse(tokenMessages.noAccessToken);
    return payload;
  } catch (error) {
    if (error instanceof HttpError) throw error;
    const expired = (error as { code?: string }).code === 'ERR_JWT_EXPIRED';
    throw refuse(expired ? tokenMessages.expired : tokenMessages.notValid);
  }
}
