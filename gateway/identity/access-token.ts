/** Verifies access tokens (RFC 9068): signature of a trusted issuer (TOKEN_ISSUERS), audience, times and type. */
import { type JWTPayload, jwtVerify } from 'jose';
import { ALGORITHMS, HttpError, type Scheme, unauthenticated } from '../message/http-error.ts';
import type { Issuer } from './issuers.ts';

const CLOCK_TOLERANCE_SECONDS = 5;
const TOKEN_MAX = 8_192;

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
  const refuse = (message: string): HttpError => unauthenticated(message, undefined, scheme);
  if (token.length > TOKEN_MAX) throw refuse('The token is too long.');
  const claimed = claimedIssuer(token);
  if (claimed === undefined) throw refuse('The token is no JWT that names its issuer.');
  const issuer = issuers.get(claimed);
  if (issuer === undefined) throw refuse('The token comes from an issuer that is not trusted here.');
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
      throw refuse('The token is no access token.');
    return payload;
  } catch (error) {
    if (error instanceof HttpError) throw error;
    const expired = (error as { code?: string }).code === 'ERR_JWT_EXPIRED';
    throw refuse(expired ? 'The token has expired.' : 'The token is not valid.');
  }
}
