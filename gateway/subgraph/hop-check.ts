/** The check of the hop: a subgraph in a process of its own answers what a gateway has signed, once. */
import type { IncomingMessage } from 'node:http';
import { type HopReason, hopMessages } from '../../schema/messages/door/hop.ts';
import { HOP_HEADER, HOP_SECONDS, type Hop, isOfBody, readHop, SIGNED } from '../../subgraphs/keys/hop.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import { keepProof } from '../../subgraphs/request/admission.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { HttpError } from '../message/http-error.ts';

const refuse = (reason: HopReason): HttpError =>
  new HttpError(401, 'UNAUTHENTICATED', hopMessages[reason], { reason, challenge: 'Credit-Hop' });

export interface Hopped {
  readonly hop: Hop;
  readonly fresh: Promise<void>;
}

/** What else is read: how the body is written. */
const OF_BODY = ['content-type', 'content-encoding', 'content-length', 'transfer-encoding'];
const READ: ReadonlySet<string> = new Set([...SIGNED, ...OF_BODY]);

interface Signing {
  readonly subgraph: string;
  readonly keys: readonly PublicJwk[];
  /** Milliseconds for which a question may have parts. */
  readonly questionMs: number;
}

/**
 * The hop of a message whose body was not read yet: nobody who is no gateway fills the memory. Throws `HttpError` (401). What was not signed of the message is
 * not there any more: nothing behind this can act on it.
 */
export async function readSigned(
  { now }: Platform,
  { subgraph, keys, questionMs }: Signing,
  message: IncomingMessage,
): Promise<Hop> {
  const { headers, headersDistinct } = message;
  const sent = headersDistinct[HOP_HEADER];
  const [token] = sent ?? [];
  if (token === undefined || sent?.length !== 1) throw refuse('HOP_MISSING');
  const hop = await readHop(token, keys, { subgraph, body: undefined, headers, questionMs, now: now() });
  if (typeof hop === 'string') throw refuse(`HOP_${hop}`);
  // Of two of one name Node keeps the first, or joins both.
  if (SIGNED.some((name) => (headersDistinct[name]?.length ?? 0) > 1)) throw refuse('HOP_OTHER_HEADERS');
  for (const name of Object.keys(headers)) if (!READ.has(name)) delete headers[name];
  return hop;
}

/** With its body. Whether it was used before is a promise of its own: it is settled while the answer is made, and the answer waits for it. */
export function checkHop(platform: Platform, hop: Hop, body: string): Hopped {
  if (!isOfBody(hop, body)) throw refuse('HOP_OTHER_BODY');
  // No clock is behind another for longer than this.
  const until = new Date(hop.at + 2 * HOP_SECONDS * 1_000);
  // Of all subgraphs together: none answers what another has.
  const fresh = keepProof(platform, `hop ${hop.nonce}`, until).then((kept) => {
    if (!kept) throw refuse('HOP_REPLAYED');
  });
  fresh.catch(() => undefined);
  return { hop, fresh };
}
