/** Refuses a request whose sender reads none of the media types of an answer (406), before anything is done for it. */
import { httpMessages } from '../../../schema/messages/door/http.ts';
import { acceptedOf, GRAPHQL_TYPES } from '../../message/accept.ts';
import { HttpError } from '../../message/http-error.ts';
import type { Check } from '../context.ts';

export const accepted: Check = (_http, { message }) => {
  if (acceptedOf(message.headers.accept) === undefined)
    throw new HttpError(406, 'BAD_USER_INPUT', httpMessages.otherType(GRAPHQL_TYPES), { reason: 'ACCEPT' });
};
