/** Authenticates the caller, holds its role against its unit, and applies its rate limit. */
import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { GraphQLError } from 'graphql';
import { todayIn } from '../../../schema/law/clocks/calendar.ts';
import type { Caller, Platform } from '../../../subgraphs/request/context.ts';
import { openRequest } from '../../../subgraphs/request/request.ts';
import type { SnapshotReader } from '../../../subgraphs/request/snapshot.ts';
import type { CallerReader } from '../../identity/caller.ts';
import { addressOf } from '../../message/address.ts';
import { HttpError } from '../../message/http-error.ts';
import type { Authenticate, Check } from '../context.ts';
import type { Rates } from './rates.ts';

/** Throws UNAUTHENTICATED where the caller's unit does not carry its role now, or when its question came. */
type Admitted = (caller: Caller, asked?: Date) => Promise<void>;

/**
 * The door. The cached directory lets a unit in without a statement, and the request's first statement confirms it (request.admitted). Only a unit
 * that the directory does not let in is read from the database here.
 */
export const door =
  (platform: Platform, snapshots: SnapshotReader): Admitted =>
  async (caller, asked = platform.now()) => {
    if (snapshots.admits(caller, todayIn(asked))) return;
    const request = openRequest(platform, snapshots, caller, { asked });
    await request.admitted().finally(() => request.abandon());
  };

export const authenticator =
  (readCaller: CallerReader, admitted: Admitted, rates: Rates, proxies: BlockList): Authenticate =>
  async (message, requestId, points = 1) => {
    const address = addressOf(message, proxies);
    let caller: Caller;
    try {
      caller = await readCaller(message, requestId);
      await admitted(caller);
    } catch (error) {
      // A request with a bad token counts against its network address: nobody may try out tokens without limit.
      if (error instanceof HttpError || error instanceof GraphQLError) await rates.address(address);
      throw error;
    }
    await rates.caller(caller, address, points);
    return caller;
  };

/** A token that is sent where none is needed must be good all the same: a bad one is 401 on every route that a caller asks. */
export const authenticatedIfSent: Check = async (http, exchange) => {
  if (exchange.message.headers.authorization !== undefined)
    exchange.caller = await http.authenticate(exchange.message, exchange.id);
};

/** Establishes `caller`. `points` is what the request counts against the rate limit. */
export const authenticated =
  (points: number | ((message: IncomingMessage) => number)): Check =>
  async (http, exchange) => {
    const weight = typeof points === 'number' ? points : points(exchange.message);
    exchange.caller = await http.authenticate(exchange.message, exchange.id, weight);
  };
