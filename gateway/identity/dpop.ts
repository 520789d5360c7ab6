/** DPoP proofs (RFC 9449): the client signs each request with the key that its token is bound to. */
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { proofMessages } from '../../schema/messages/door/identity.ts';
import type { Said } from '../../schema/messages/said.ts';
import { ALGORITHMS, type HttpError, unauthenticated } from '../message/http-error.ts';

/** How long a proof is valid after its `iat`. */
export const PROOF_SECONDS = 60;
/** How far a client's clock may be ahead. */
export const AHEAD_SECONDS = 5;
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

const refuse = (said: Said): HttpError => unauthenticated(said, 'DPoP', 'invalid_dpop_proof');

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
    throw refuse(proofMessages.notSigned);
  }
}

/** Verifies a proof and returns the thumbprint (RFC 7638) of its key. Throws `HttpError` (401) where it does not prove this request. */
export async function checkProof(settings: ProofSettings, { proof, method, path, token }: Proven): Promise<string> {
  if (proof === null) throw refuse(proofMessages.none);
  if (proof.length > PROOF_MAX) throw refuse(proofMessages.tooLong);
  const now = settings.now();
  const { payload, jwk } = await verified(proof, now);
  const { jti, htm, htu, iat = 0, ath } = payload;
  if (htm !== method) throw refuse(proofMessages.otherMethod);
  const address = bare(htu);
  // A text that is no URL is no address, whatever the request line holds.
  if (address === undefined || !settings.publicUrls().some((url) => bare(`${url}${path}`) === address))
    throw refuse(proofMessages.otherAddress);
  const age = now.getTime() / 1_000 - iat;
  if (age > PROOF_SECONDS || age < -AHEAD_SECONDS) throw refuse(proofMessages.notNow(PROOF_SECONDS));
  if (ath !== sha256(token)) throw refuse(proofMessages.otherToken);
  if (typeof jti !== 'string' || jti === '' || jti.length > ID_MAX) throw refuse(proofMessages.noId);
  const thumbprint = await calculateJwkThumbprint(jwk, 'sha256');
  const until = new Date((iat + PROOF_SECONDS) * 1_000 + 1_000);
  if (!(await settings.remember(sha256(`${thumbprint}\n${jti}`), until))) throw refuse(proofMessages.sentBefore);
  return thumbprint;
}
