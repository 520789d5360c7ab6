/** Authenticates the caller and applies its rate limit. */
import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import type { Caller } from '../../../subgraphs/request/context.ts';
import type { CallerReader } from '../../identity/caller.ts';
import { addressOf } from '../../message/address.ts';
import { HttpError } from '../../message/http-error.ts';
import type { Authenticate, Check } from '../context.ts';
import type { Rates } from './rates.ts';

export const authenticator =
  (readCaller: CallerReader, rates: Rates, proxies: BlockList): Authenticate =>
  async (message, requestId, points = 1) => {
    const address = addressOf(message, proxies);
    let caller: Caller;
    try {
      caller = await readCaller(message, requestId);
    } catch (error) {
      // A request with a bad token counts against its network address: nobody may try out tokens without limit.
      if (error instanceof HttpError) await rates.address(address);
      throw error;
    }
    await rates.caller(caller, address, points);
    return caller;
  };

/** Establishes `caller`. `points` is what the request counts against the rate limit. */
export const authenticated =
  (points: number | ((message: IncomingMessage) => number)): Check =>
  async (http, exchange) => {
    const weight = typeof points === 'number' ? points : points(exchange.message);
    exchange.caller = await http.authenticate(exchange.message, exchange.id, weight);
  };
