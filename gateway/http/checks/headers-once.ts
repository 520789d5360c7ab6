/** Of a header that is sent twice Node keeps the first or joins the two: neither is what was said. */
import { badRequest } from '../../message/json.ts';
import type { Check } from '../context.ts';

/** Headers that say who asks whom, for what, and in what form. */
const SAID_ONCE = ['authorization', 'dpop', 'credit-purpose', 'credit-case', 'credit-channel', 'host', 'content-type'];

export const headersOnce: Check = (_http, { message }) => {
  const twice = SAID_ONCE.find((name) => (message.headersDistinct[name]?.length ?? 0) > 1);
  if (twice !== undefined) throw badRequest(400, `The header ${twice} was sent more than once.`, 'Send it once.');
};
