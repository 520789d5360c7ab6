/**
 * The hop: what a gateway signs beside a question that it sends to a subgraph over the network. It says that the question came through a door, and nothing of
 * who asks: each subgraph verifies the caller's token by itself.
 */
import { createHash, type KeyObject, randomUUID } from 'node:crypto';
import { signCompact, verifyCompact } from './jws.ts';
import type { PublicJwk } from './public-jwk.ts';

/** Name of the header. */
export const HOP_HEADER = 'credit-hop';

/** Seconds after which a hop is too old. Clocks of the machines may differ by so much in either direction. */
export const HOP_SECONDS = 30;

export interface Hop {
  /** The subgraph that it is meant for. A sibling refuses it. */
  readonly subgraph: string;
  /** Id of the client's request, the same for all its fetches. */
  readonly requestId: string;
  /** Random; used once. */
  readonly nonce: string;
  /** When it was signed, in milliseconds since 1970. */
  readonly at: number;
  /** SHA-256 of the body, base64url. */
  readonly body: string;
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

const TYPE = 'credit-hop+jwt';

/** What a gateway says of one fetch. */
export type HopOf = Omit<Hop, 'nonce' | 'at' | 'body'>;

/** Signs a hop for a body. */
export const signHop = ({ id, key }: HopKey, hop: HopOf, body: string, now: Date): Promise<string> =>
  signCompact(key, id, TYPE, { ...hop, nonce: randomUUID(), at: now.getTime(), body: hashOfBody(body) } satisfies Hop);

/** Why a hop is refused. */
export type HopFault = 'NOT_SIGNED' | 'OTHER_SUBGRAPH' | 'OTHER_BODY' | 'NOT_NOW';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** No question takes an hour. */
const LEFT_MAX_MS = 3_600_000;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function hopIn(payload: Readonly<Record<string, unknown>>): Hop | undefined {
  const { subgraph, requestId, nonce, at, body, key, certificate, leftMs } = payload;
  if (![subgraph, requestId, nonce, body].every(isText) || !UUID.test(String(requestId))) return undefined;
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(leftMs)) return undefined;
  if (Number(leftMs) <= 0 || Number(leftMs) > LEFT_MAX_MS) return undefined;
  if (![key, certificate].every((one) => one === undefined || isText(one))) return undefined;
  return payload as unknown as Hop;
}

/**
 * Reads a hop that was sent to `subgraph` with this body, or before its body is read (undefined): then `isOfBody` says the rest. Whether its nonce was used before
 * is the database's to say.
 */
export async function readHop(
  token: string,
  keys: readonly PublicJwk[],
  { subgraph, body, now }: { readonly subgraph: string; readonly body: string | undefined; readonly now: Date },
): Promise<Hop | HopFault> {
  const payload = await verifyCompact(token, TYPE, keys);
  const hop = payload === undefined ? undefined : hopIn(payload);
  if (hop === undefined) return 'NOT_SIGNED';
  if (hop.subgraph !== subgraph) return 'OTHER_SUBGRAPH';
  if (Math.abs(now.getTime() - hop.at) > HOP_SECONDS * 1_000) return 'NOT_NOW';
  return body === undefined || isOfBody(hop, body) ? hop : 'OTHER_BODY';
}

/** Whether it is the body that was signed. */
export const isOfBody = (hop: Hop, body: string): boolean => hop.body === hashOfBody(body);
