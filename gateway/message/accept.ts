/**
 * The media type of an answer to a GraphQL request, by the header Accept (RFC 9110, section 12.5.1; GraphQL over HTTP, section "Media Types"). Weights,
 * wildcards and which range counts are the package's work.
 */
import Negotiator from 'negotiator';

/** In which a status other than 200 says that the request was not executed; clients read the body whatever the status. */
const GRAPHQL_RESPONSE = 'application/graphql-response+json; charset=utf-8';
/** In which clients before 2025 expect 200 for whatever GraphQL itself refuses. Also what is sent where nothing is named. */
const PLAIN_JSON = 'application/json; charset=utf-8';

/** What an answer may be sent as. */
export const GRAPHQL_TYPES: readonly string[] = [GRAPHQL_RESPONSE, PLAIN_JSON].map((type) => type.split(';')[0] ?? '');

export interface Accepted {
  /** Value of Content-Type. */
  readonly type: string;
  /** Whether the client named `application/json`: what GraphQL refuses of a request that could be read is then 200. */
  readonly refusedIs200: boolean;
}

/** For errors of a client that accepts none of both, and for paths that are not GraphQL. */
export const PLAIN: Accepted = { type: PLAIN_JSON, refusedIs200: false };

/** So many ranges are read; whoever sends more has not sent a wish. */
const RANGES_MAX = 100;

function negotiated(accept: string): Accepted | undefined {
  const negotiator = new Negotiator({ headers: { accept: accept.split(',', RANGES_MAX).join(',') } });
  // The first of the list is taken where a wildcard fits both.
  const [type] = negotiator.mediaTypes([PLAIN_JSON, GRAPHQL_RESPONSE]);
  if (type === undefined) return undefined;
  const named = negotiator.mediaTypes().some((range) => range.toLowerCase() === 'application/json');
  return { type, refusedIs200: type === PLAIN_JSON && named };
}

/** Clients send a few headers, the same each time: so many of this length are remembered. */
const REMEMBERED = { headers: 100, length: 200 };
const known = new Map<string, Accepted | undefined>();

/**
 * What the client prefers of both. Of equal weights the one that it named first; plain JSON where it has no wish. Undefined where it accepts
 * neither.
 */
export function acceptedOf(accept: string | undefined): Accepted | undefined {
  if (accept === undefined || accept.trim() === '') return PLAIN;
  if (known.has(accept)) return known.get(accept);
  const found = negotiated(accept);
  if (accept.length <= REMEMBERED.length) {
    if (known.size >= REMEMBERED.headers) known.clear();
    known.set(accept, found);
  }
  return found;
}
