/** A request that is answered before any query is looked at. */

export interface RejectedMore {
  readonly reason?: string;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter?: number;
  /** Value of `WWW-Authenticate`. */
  readonly challenge?: string;
}

export class HttpError extends Error {
  readonly status: number;
  readonly code: 'UNAUTHENTICATED' | 'BAD_USER_INPUT' | 'TOO_COSTLY' | 'UNAVAILABLE';
  readonly help: string;
  readonly more: RejectedMore;
  constructor(status: number, code: HttpError['code'], message: string, help: string, more: RejectedMore = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.help = help;
    this.more = more;
  }
}

/** Algorithms that tokens and proofs may be signed with: asymmetric ones alone. */
export const ALGORITHMS = ['PS256', 'RS256', 'ES256', 'EdDSA'];

/** Schemes under which a token is sent (RFC 6750, RFC 9449). */
export type Scheme = 'Bearer' | 'DPoP';

const challengeOf = (scheme: Scheme, error: string): string =>
  `${scheme} error="${error}"${scheme === 'DPoP' ? `, algs="${ALGORITHMS.join(' ')}"` : ''}`;

/** Whoever is not who he says he is, and how he is to say it. */
export const unauthenticated = (
  message: string,
  help = 'Send a valid token, or none at all for what is open to anyone.',
  scheme: Scheme = 'Bearer',
  error = 'invalid_token',
): HttpError => new HttpError(401, 'UNAUTHENTICATED', message, help, { challenge: challengeOf(scheme, error) });
