/** The error that refuses a request before its query runs: status, code, and what it says. */
import type { Said } from '../../schema/messages/said.ts';

export interface RejectedMore {
  readonly reason?: string;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter?: number;
  /** Value of `WWW-Authenticate`. */
  readonly challenge?: string;
  /** Of the Regulations, where one is the reason. */
  readonly article?: string;
}

export class HttpError extends Error {
  readonly status: number;
  readonly code:
    | 'UNAUTHENTICATED'
    | 'BAD_USER_INPUT'
    | 'TOO_COSTLY'
    | 'UNAVAILABLE'
    // Those of Apollo's protocol, which clients that send hashes look for.
    | 'PERSISTED_QUERY_NOT_FOUND'
    | 'PERSISTED_QUERY_NOT_SUPPORTED';
  readonly said: Said;
  readonly more: RejectedMore;
  constructor(status: number, code: HttpError['code'], said: Said, more: RejectedMore = {}) {
    super(said.message.en);
    this.status = status;
    this.code = code;
    this.said = said;
    this.more = more;
  }
}

/** Signature algorithms of tokens and DPoP proofs. Only asymmetric ones: nobody but the issuer can sign then. */
export const ALGORITHMS = ['PS256', 'RS256', 'ES256', 'EdDSA'];

/** Authorization schemes of a token (RFC 6750, RFC 9449). */
export type Scheme = 'Bearer' | 'DPoP';

/** Value of WWW-Authenticate. */
export const challengeOf = (scheme: Scheme, error: string): string =>
  `${scheme} error="${error}"${scheme === 'DPoP' ? `, algs="${ALGORITHMS.join(' ')}"` : ''}`;

/** 401 with WWW-Authenticate: the token or its proof does not authenticate the caller. */
export const unauthenticated = (said: Said, scheme: Scheme = 'Bearer', error = 'invalid_token'): HttpError =>
  new HttpError(401, 'UNAUTHENTICATED', said, { challenge: challengeOf(scheme, error) });
