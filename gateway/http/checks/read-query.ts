/** Reads the one operation of the body: the query itself, or the persisted operation whose id was sent. Establishes `query`. */
import { parseAsked } from '../../message/body.ts';
import { documentOf } from '../../query/operations.ts';
import { type Check, established } from '../context.ts';

export const readQuery: Check = (http, exchange) => {
  const asked = parseAsked(established(exchange, 'text'));
  exchange.wellFormed = true;
  const { variables, operationName } = asked;
  const query = documentOf(http.operations, established(exchange, 'caller'), asked);
  exchange.query = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
};
