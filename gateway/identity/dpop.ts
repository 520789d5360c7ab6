/** DPoP proofs (RFC 9449): the client signs each request with the key that its token is bound to. */
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { ALGORITHMS, type HttpError, unauthenticated } from '../message/http-error.ts';

/** How long a proof is valid after its `iat`. */
export const PROOF_SECONDS = 60;
/** How far a client's clock may be ahead. */
const AHEAD_SECONDS = 5;
const PROOF_MAX = 4_096;
const ID_MAX = 256;

export interface ProofSettings {
  /** Base URLs under which this server is reached. */
  readonly publicUrls: () => readonly string[];
  /** Stores a proof until it expires. False where it is stored already: then the proof was replayed. */
  readonly remember: (proof: string, until: Date) => Promise<boolean>;
  readonly now: () => Date;
}

/** The request that a proof is made for. */
export interface Proven {
  readonly proof: string | null;
  readonly method: string;
  /** Without query. */
  readonly path: string;
  readonly token: string;
}

const HELP =
  'Make a new proof for each request: its method, its address, the token, the key that the token is bound to (RFC 9449).';

const refuse = (message: string): HttpError => unauthenticated(message, HELP, 'DPoP', 'invalid_dpop_proof');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** A URL, normalized and without query and fragment, for comparison (RFC 9449, section 4.3). */
function bare(address: unknown): string | undefined {
  const url = typeof address === 'string' ? URL.parse(address) : null;
  return url === null ? undefined : `${url.protocol}//${url.host}${url.pathname}`;
}

async function verified(proof: string, now: Date): Promise<{ payload: JWTPayload; jwk: JWK }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      typ: 'dpop+jwt',
      algorithms: ALGORITHMS,
      requiredClaims: ['jti', 'htm', 'htu', 'iat', 'ath'],
      currentDate: now,
    });
    return { payload, jwk: protectedHeader.jwk as JWK };
  } catch {
    throw refuse(
      'The proof is no JWT of the type dpop+jwt that its own public key signed, with jti, htm, htu, iat and ath.',
    );
  }
}

/** Verifies a proof and returns the thumbprint (RFC 7638) of its key. Throws `HttpError` (401) where it does not prove this request. */
export async function checkProof(settings: ProofSettings, { proof, method, path, token }: Proven): Promise<string> {
  if (proof === null) throw refuse('The request has no header DPoP.');
  if (proof.length > PROOF_MAX) throw refuse('The proof is too long.');
  const now = settings.now();
  const { payload, jwk } = await verified(proof, now);
  const { jti, htm, htu, iat = 0, ath } = payload;
  if (htm !== method) throw refuse('The proof is for another method.');
  const address = bare(htu);
  // A text that is no URL is no address, whatever the request line holds.
  if (address === undefined || !settings.publicUrls().some((url) => bare(`${url}${path}`) === address))
    throw refuse('The proof is for another address.');
  const age = now.getTime() / 1_000 - iat;
  if (age > PROOF_SECONDS || age < -AHEAD_SECONDS)
    throw refuse(`The proof was not made within ${PROOF_SECONDS} seconds.`);
  if (ath !== sha256(token)) throw refuse('The proof is for another token.');
  if (typeof jti !== 'string' || jti === '' || jti.length > ID_MAX) throw refuse('The proof has no usable jti.');
  const thumbprint = await calculateJwkThumbprint(jwk, 'sha256');
  const until = new Date((iat + PROOF_SECONDS) * 1_000 + 1_000);
  if (!(await settings.remember(sha256(`${thumbprint}\n${jti}`), until))) throw refuse('The proof was sent before.');
  return thumbprint;
}
