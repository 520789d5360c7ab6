/** The one operation in the body: sent, or kept by the operator under the id that was sent. Establishes `query`. */
import { parseQuery } from '../../message/body.ts';
import { documentOf } from '../../query/operations.ts';
import { type Check, established } from '../context.ts';

export const readQuery: Check = (http, exchange) => {
  const caller = established(exchange, 'caller');
  exchange.query = parseQuery(established(exchange, 'text'), (asked) => documentOf(http.operations, caller, asked));
};
