/** Who asks, and whether he asks too often. */
import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import type { Caller } from '../../subgraphs/request/context.ts';
import type { CallerReader } from '../identity/caller.ts';
import { addressOf } from '../message/address.ts';
import { HttpError } from '../message/http-error.ts';
import type { Rates } from './rates.ts';

/** Establishes the caller and counts the question. `points` is what it weighs, an ordinary one being 1. */
export type Authenticate = (message: IncomingMessage, requestId: string, points?: number) => Promise<Caller>;

export const authenticator =
  (readCaller: CallerReader, rates: Rates, proxies: BlockList): Authenticate =>
  async (message, requestId, points = 1) => {
    const address = addressOf(message, proxies);
    let caller: Caller;
    try {
      caller = await readCaller(message, requestId);
    } catch (error) {
      // Whoever is nobody counts where he comes from: tokens are not to be tried out.
      if (error instanceof HttpError) await rates.address(address);
      throw error;
    }
    await rates.caller(caller, address, points);
    return caller;
  };
