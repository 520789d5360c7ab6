/** The check of the hop: a subgraph in a process of its own answers what a gateway has signed, once. */
import type { IncomingMessage } from 'node:http';
import { type HopReason, hopMessages } from '../../schema/messages/door/hop.ts';
import { HOP_HEADER, HOP_SECONDS, type Hop, isOfBody, readHop } from '../../subgraphs/keys/hop.ts';
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

/** The hop of a message whose body was not read yet: nobody who is no gateway fills the memory. Throws `HttpError` (401). */
export async function readSigned(
  { now }: Platform,
  subgraph: string,
  keys: readonly PublicJwk[],
  message: IncomingMessage,
): Promise<Hop> {
  const sent = message.headersDistinct[HOP_HEADER];
  const [token] = sent ?? [];
  if (token === undefined || sent?.length !== 1) throw refuse('HOP_MISSING');
  const hop = await readHop(token, keys, { subgraph, body: undefined, now: now() });
  if (typeof hop === 'string') throw refuse(`HOP_${hop}`);
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
