/** Refuses a document with too many fields, levels, aliases and so on, before it is validated or planned. Establishes `document`. */
import { type Check, established } from '../context.ts';

export const queryLimits: Check = (http, exchange) => {
  exchange.document = http.checkLimits(established(exchange, 'query').query);
};
