/** Refuses a query that would cost too much, by the list sizes in the SDL and the variables that were sent. */
import { checkCost } from '../../query/cost.ts';
import { type Check, established } from '../context.ts';

export const queryCost: Check = (http, exchange) => {
  checkCost(http.costOf(established(exchange, 'document'), established(exchange, 'query').variables));
};
