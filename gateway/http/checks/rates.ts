/**
 * How often one asker may ask in a minute: the public by network, everybody else by who he is. It guards against abuse and is no quota:
 * a subject's inquiries about itself are unlimited and free (Article 24), so nothing may set its rate low.
 *
 * The database counts, so that many gateways agree; each takes a tenth of the minute's allowance at once and spends it by itself, or every
 * question would cost one more statement. An asker who spreads over several gateways loses what the others still hold, never gains.
 */
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { rateStore } from '../../../subgraphs/request/admission.ts';
import type { Caller, Platform } from '../../../subgraphs/request/context.ts';
import { networkOf } from '../../message/address.ts';
import { HttpError } from '../../message/http-error.ts';
import type { RateSettings } from '../../settings/config.ts';

const DURATION_SECONDS = 60;
/** Allowances that are remembered at once; what is forgotten is taken anew and counts in full. */
const HELD_MAX = 20_000;

interface Allowance {
  left: number;
  /** Of `performance.now()`. */
  readonly until: number;
}

const tooOften = (limit: number, waitMs: number): HttpError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new HttpError(429, 'TOO_COSTLY', `More than ${limit} requests a minute.`, `Wait ${seconds} seconds.`, {
    reason: 'RATE',
    retryAfter: seconds,
  });
};

/** Takes one allowance of `size` for a key, or throws RateLimiterRes. */
type Take = (key: string, size: number) => Promise<RateLimiterRes>;

function rate(limit: number, take: Take): (key: string, points: number) => Promise<void> {
  const size = Math.max(1, Math.floor(limit / 10));
  const held = new Map<string, Allowance>();
  const taking = new Map<string, Promise<void>>();

  const takeOne = async (key: string): Promise<void> => {
    const { msBeforeNext } = await take(key, size);
    const kept = held.get(key);
    const now = performance.now();
    const over = kept === undefined || kept.until <= now ? 0 : kept.left;
    held.delete(key);
    held.set(key, { left: over + size, until: now + msBeforeNext });
    // The oldest goes: a map keeps the order in which it was filled.
    if (held.size > HELD_MAX) held.delete(held.keys().next().value ?? '');
  };

  return async (key, points) => {
    for (;;) {
      const allowance = held.get(key);
      if (allowance !== undefined && allowance.until > performance.now() && allowance.left >= points) {
        allowance.left -= points;
        return;
      }
      // Those who come together wait for one taking, and then look again.
      let next = taking.get(key);
      if (next === undefined) {
        next = takeOne(key).finally(() => taking.delete(key));
        taking.set(key, next);
      }
      try {
        await next;
      } catch (error) {
        if (error instanceof RateLimiterRes) throw tooOften(limit, error.msBeforeNext);
        throw error;
      }
    }
  };
}

export interface Rates {
  /** Counts a question of a caller. Throws `HttpError` (429) with when to come again. */
  caller(caller: Caller, address: string, points?: number): Promise<void>;
  /** Counts an asking of anybody by where it comes from. */
  address(address: string, points?: number): Promise<void>;
}

/** The counts of one server. */
export function openRates(platform: Platform, settings: RateSettings): Rates {
  const counted = (kind: string, limit: number) => {
    const options = { points: limit, duration: DURATION_SECONDS, keyPrefix: kind };
    const memory = new RateLimiterMemory(options);
    // An embedded database has one gateway alone.
    const limiter =
      platform.database.kind === 'pglite'
        ? memory
        : new RateLimiterPostgres({
            ...options,
            storeClient: rateStore(platform),
            storeType: 'client',
            schemaName: 'control',
            tableName: 'rate',
            tableCreated: true,
            inMemoryBlockOnConsumed: limit,
            // A door that cannot count with the others counts alone: nobody is turned away for it.
            insuranceLimiter: memory,
          });
    return rate(limit, (key, size) => limiter.consume(key, size));
  };
  const byNetwork = counted('n', settings.public);
  const bySubject = counted('s', settings.subject);
  const byUnit = counted('u', settings.unit);
  // Addresses and ids of subjects are personal: they are counted under a keyed hash.
  const hashed = (text: string): string => platform.secrets.fingerprint(`rate\n${text}`).toString('hex').slice(0, 32);
  const address = (from: string, points = 1): Promise<void> => byNetwork(hashed(networkOf(from)), points);
  return {
    address,
    caller: ({ role, unit, subject }, from, points = 1) => {
      if (role === 'PUBLIC') return address(from, points);
      if (role === 'SUBJECT') return bySubject(hashed(subject?.id ?? ''), points);
      return byUnit(`${role}:${unit}`, points);
    },
  };
}
