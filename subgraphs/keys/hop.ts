/**
 * The hop: what a gateway signs beside a question that it sends to a subgraph over the network. It says that the question came through a door, and as it came:
 * who asks a subgraph verifies by itself, by the caller's token.
 */
import { createHash, type KeyObject, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { signCompact, verifyCompact } from './jws.ts';
import type { PublicJwk } from './public-jwk.ts';

/** Name of the header. */
export const HOP_HEADER = 'credit-hop';

/** Seconds after which a hop is too old. Clocks of the machines may differ by so much in either direction. */
export const HOP_SECONDS = 30;

/** Headers of the client that a subgraph reads. The token is verified there once more. */
export const FORWARDED = [
  'authorization',
  'credit-purpose',
  'credit-case',
  'credit-matter',
  'credit-channel',
  'credit-for',
  'accept-language',
] as const;

/** What is signed of a message beside its body, in this order: whatever else stands in one a subgraph does not read. */
export const SIGNED = [...FORWARDED, 'traceparent'] as const;

export interface Hop {
  /** The subgraph that it is meant for. A sibling refuses it. */
  readonly subgraph: string;
  /** Id of the client's request, the same for all its fetches. */
  readonly requestId: string;
  /** Random; used once. */
  readonly nonce: string;
  /** When it was signed, in milliseconds since 1970. */
  readonly at: number;
  /** When the question came to the gateway, in milliseconds since 1970: all its parts are of this day. */
  readonly asked: number;
  /** SHA-256 of the body, base64url. */
  readonly body: string;
  /** SHA-256 of the signed headers, base64url. */
  readonly headers: string;
  /** Thumbprints of the key (RFC 7638) and the certificate (RFC 8705) whose possession the door saw proven. */
  readonly key?: string;
  readonly certificate?: string;
  /** Milliseconds that are left for the answer of the whole question. */
  readonly leftMs: number;
}

/** A gateway's own key. */
export interface HopKey {
  readonly id: string;
  readonly key: KeyObject;
}

export const hashOfBody = (body: string): string => createHash('sha256').update(body).digest('base64url');

/** A header that is absent is none that is empty: a list with a place for each tells them apart, and where one value ends. */
export const hashOfHeaders = (headers: IncomingHttpHeaders): string =>
  hashOfBody(JSON.stringify(SIGNED.map((name) => headers[name] ?? null)));

const TYPE = 'credit-hop+jwt';

/** What a gateway says of one fetch. */
export type HopOf = Omit<Hop, 'nonce' | 'at' | 'body' | 'headers'>;

/** What goes with a hop. */
export interface Hopping {
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** Signs a hop for a body and headers. */
export const signHop = ({ id, key }: HopKey, hop: HopOf, { body, headers }: Hopping, now: Date): Promise<string> =>
  signCompact(key, id, TYPE, {
    ...hop,
    nonce: randomUUID(),
    at: now.getTime(),
    body: hashOfBody(body),
    headers: hashOfHeaders(headers),
  } satisfies Hop);

/** Why a hop is refused. */
export type HopFault = 'NOT_SIGNED' | 'OTHER_SUBGRAPH' | 'OTHER_BODY' | 'OTHER_HEADERS' | 'NOT_NOW';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** No question takes an hour. */
const LEFT_MAX_MS = 3_600_000;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function hopIn(payload: Readonly<Record<string, unknown>>): Hop | undefined {
  const { subgraph, requestId, nonce, at, asked, body, headers, key, certificate, leftMs } = payload;
  if (![subgraph, requestId, nonce, body, headers].every(isText) || !UUID.test(String(requestId))) return undefined;
  if (![at, asked, leftMs].every(Number.isSafeInteger)) return undefined;
  if (Number(leftMs) <= 0 || Number(leftMs) > LEFT_MAX_MS) return undefined;
  if (![key, certificate].every((one) => one === undefined || isText(one))) return undefined;
  return payload as unknown as Hop;
}

interface Reading {
  readonly subgraph: string;
  /** Undefined before it is read: then `isOfBody` says the rest. */
  readonly body: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Milliseconds for which a question may have parts. */
  readonly questionMs: number;
  readonly now: Date;
}

/** Whether the clocks of both machines can have said so. */
const isNow = ({ at, asked }: Hop, now: Date, questionMs: number): boolean => {
  const apart = HOP_SECONDS * 1_000;
  return Math.abs(now.getTime() - at) <= apart && asked - at <= apart && at - asked <= questionMs + apart;
};

/** Reads a hop that was sent to `subgraph` with this body and these headers. Whether its nonce was used before is the database's to say. */
export async function readHop(
  token: string,
  keys: readonly PublicJwk[],
  { subgraph, body, headers, questionMs, now }: Reading,
): Promise<Hop | HopFault> {
  const payload = await verifyCompact(token, TYPE, keys);
  const hop = payload === undefined ? undefined : hopIn(payload);
  if (hop === undefined) return 'NOT_SIGNED';
  if (hop.subgraph !== subgraph) return 'OTHER_SUBGRAPH';
  if (!isNow(hop, now, questionMs)) return 'NOT_NOW';
  if (hop.headers !== hashOfHeaders(headers)) return 'OTHER_HEADERS';
  return body === undefined || isOfBody(hop, body) ? hop : 'OTHER_BODY';
}

/** Whether it is the body that was signed. */
export const isOfBody = (hop: Hop, body: string): boolean => hop.body === hashOfBody(body);
