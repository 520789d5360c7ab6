/** Turns an error that a check or a route threw into the response. */
import { GraphQLError } from 'graphql';
import { challengeOf, HttpError } from '../message/http-error.ts';
import type { Exchange, HttpContext, Outcome } from './context.ts';

/** HTTP status by the code of a platform error. */
const STATUS_OF: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_COSTLY: 400,
  QUOTA_EXCEEDED: 429,
  UNAVAILABLE: 503,
};

const errorBody = (message: string, extensions: object): unknown => ({ errors: [{ message, extensions }] });

function httpOutcome(error: HttpError): Outcome {
  const { code, help, more } = error;
  return {
    status: error.status,
    body: errorBody(error.message, { code, ...(more.reason === undefined ? {} : { reason: more.reason }), help }),
    headers: {
      ...(more.challenge === undefined ? {} : { 'www-authenticate': more.challenge }),
      ...(more.retryAfter === undefined ? {} : { 'retry-after': String(more.retryAfter) }),
    },
  };
}

/** For the log and the metrics alone: whoever asked hung up, which is no fault of ours. The number is the one that nginx has for it. */
const HUNG_UP: Outcome = { status: 499, body: {} };

/** An error with a known code keeps its message. Any other is a bug: the caller gets one sentence and the id under which the log has it. */
export function faultOutcome(http: HttpContext, { id, message }: Exchange, error: unknown): Outcome {
  // First: a body that is refused before its end is left unread, which ends the request's stream from our side.
  if (error instanceof HttpError) return httpOutcome(error);
  if (message.socket.destroyed) return HUNG_UP;
  const status = error instanceof GraphQLError ? STATUS_OF[String(error.extensions.code)] : undefined;
  if (error instanceof GraphQLError && status !== undefined)
    return {
      status,
      body: errorBody(error.message, error.extensions),
      // RFC 9110: every 401 says how to authenticate.
      headers: status === 401 ? { 'www-authenticate': challengeOf('Bearer', 'invalid_token') } : {},
    };
  http.log.error({ requestId: id, fault: error instanceof Error ? error.name : typeof error }, 'a request failed');
  return {
    status: 500,
    body: errorBody(`Something failed here. It is recorded under ${id}.`, {
      code: 'INTERNAL',
      id,
      help: 'Try again; if it persists, tell the operator the id.',
    }),
  };
}
