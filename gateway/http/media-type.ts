/** The answer to a GraphQL request in the media type that its client accepts, with the status that goes with it (GraphQL over HTTP). */
import { acceptedOf, PLAIN } from '../message/accept.ts';
import type { Exchange, Outcome } from './context.ts';

/**
 * A client that names `application/json` gets 200 for what is refused of a request that could be read: in that type a status of 4xx says that some
 * other server answered. Who may not ask at all, or too often, gets the status all the same.
 */
export function inAcceptedType({ message, wellFormed }: Exchange, outcome: Outcome): Outcome {
  const { type, refusedIs200 } = acceptedOf(message.headers.accept) ?? PLAIN;
  const status = refusedIs200 && wellFormed === true && outcome.status === 400 ? 200 : outcome.status;
  return { ...outcome, status, headers: { ...outcome.headers, 'content-type': type, vary: 'Accept' } };
}
