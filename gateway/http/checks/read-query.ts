/** Reads the one operation of the body: the query itself, or the persisted operation whose id was sent. Establishes `query`. */
import { parseQuery } from '../../message/body.ts';
import { documentOf } from '../../query/operations.ts';
import { type Check, established } from '../context.ts';

export const readQuery: Check = (http, exchange) => {
  const caller = established(exchange, 'caller');
  exchange.query = parseQuery(established(exchange, 'text'), (asked) => documentOf(http.operations, caller, asked));
};
