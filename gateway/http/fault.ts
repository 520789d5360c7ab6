/** Turns an error that a check or a route threw into the response. */
import { GraphQLError } from 'graphql';
import { causeOf } from '../../schema/cause.ts';
import type { Said } from '../../schema/messages/said.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import { stoppedFault, TIER } from '../federation/errors.ts';
import { challengeOf, HttpError } from '../message/http-error.ts';
import type { Exchange, HttpContext, Outcome } from './context.ts';

/** HTTP status by the code of a platform error. */
export const STATUS_OF: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_COSTLY: 400,
  QUOTA_EXCEEDED: 429,
  UNAVAILABLE: 503,
};

/** The body of one error. One language is picked of it as the answer leaves. */
export const errorBody = (said: Said, extensions: object): unknown => ({
  errors: [{ message: said.message.en, extensions: { ...extensions, help: said.help.en, said } }],
});

function httpOutcome(error: HttpError): Outcome {
  const { code, said, more } = error;
  return {
    status: error.status,
    body: errorBody(said, {
      code,
      ...(more.reason === undefined ? {} : { reason: more.reason }),
      ...(more.article === undefined ? {} : { article: more.article }),
    }),
    headers: {
      ...(more.challenge === undefined ? {} : { 'www-authenticate': more.challenge }),
      ...(more.retryAfter === undefined ? {} : { 'retry-after': String(more.retryAfter) }),
    },
  };
}

/** For the log and the metrics alone: whoever asked hung up, which is no fault of ours. The number is the one that nginx has for it. */
const HUNG_UP: Outcome = { status: 499, body: {} };

/** An error with a known code keeps its message. Any other is a bug: the caller gets one sentence and the id under which the log has it. */
export function faultOutcome(http: HttpContext, { id, message }: Exchange, thrown: unknown): Outcome {
  const error = stoppedFault(thrown) ?? thrown;
  // First: a body that is refused before its end is left unread, which ends the request's stream from our side.
  if (error instanceof HttpError) return httpOutcome(error);
  if (message.socket.destroyed) return HUNG_UP;
  const status = error instanceof GraphQLError ? STATUS_OF[String(error.extensions.code)] : undefined;
  if (error instanceof GraphQLError && status !== undefined) {
    const { tier, ...extensions } = error.extensions;
    const told = { ...extensions, ...(tier === undefined ? {} : { [TIER]: tier }) };
    return {
      status,
      body: { errors: [{ message: error.message, extensions: told }] },
      // RFC 9110: every 401 says how to authenticate.
      headers: status === 401 ? { 'www-authenticate': challengeOf('Bearer', 'invalid_token') } : {},
    };
  }
  http.log.error({ requestId: id, fault: causeOf(error) }, 'a request failed');
  return {
    status: 500,
    body: errorBody(serviceMessages.failed(id), { code: 'INTERNAL', id }),
  };
}
