/** Refuses a request that sends one of these headers twice. Node would keep the first or join both, and a proxy may have read the other. */

import { httpMessages } from '../../../schema/messages/door/http.ts';
import { badRequest } from '../../message/json.ts';
import type { Check } from '../context.ts';

/** Headers that decide on identity, purpose, host and content type. */
const SAID_ONCE = [
  'authorization',
  'dpop',
  'credit-purpose',
  'credit-case',
  'credit-matter',
  'credit-channel',
  'credit-for',
  'host',
  'content-type',
];

export const headersOnce: Check = (_http, { message }) => {
  const twice = SAID_ONCE.find((name) => (message.headersDistinct[name]?.length ?? 0) > 1);
  if (twice !== undefined) throw badRequest(400, httpMessages.headerTwice(twice));
};
