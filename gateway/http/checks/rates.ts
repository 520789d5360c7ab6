/**
 * Rate limits: requests a minute, of an anonymous caller by network, of any other by its identity. They guard against abuse and are no
 * quota: a subject's inquiries about itself are unlimited and free (Article 24), so its limit may not be set low.
 *
 * The database counts, so that several gateways share one limit. A gateway takes a tenth of the minute's points at once and spends it in
 * memory; counting each request would cost one more statement. A caller that spreads its requests over gateways never gains: points that
 * another gateway has taken and not spent are lost to it.
 */
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { serviceMessages } from '../../../schema/messages/service.ts';
import { rateStore } from '../../../subgraphs/request/admission.ts';
import type { Caller, Platform } from '../../../subgraphs/request/context.ts';
import { networkOf } from '../../message/address.ts';
import { HttpError } from '../../message/http-error.ts';
import type { RateSettings } from '../../settings/config.ts';

const DURATION_SECONDS = 60;
/** Callers whose points are held in memory. The points of a caller that is dropped stay spent; its next request takes new ones. */
const HELD_MAX = 20_000;

interface Allowance {
  left: number;
  /** In the time of `performance.now()`. */
  readonly until: number;
}

const tooOften = (limit: number, waitMs: number): HttpError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return new HttpError(429, 'TOO_COSTLY', serviceMessages.tooOften(limit, seconds), {
    reason: 'RATE',
    retryAfter: seconds,
  });
};

/** Takes `size` points for a key from the shared counter. Rejects with RateLimiterRes where the limit is reached. */
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
    // Drops the oldest: a map keeps the order of insertion.
    if (held.size > HELD_MAX) held.delete(held.keys().next().value ?? '');
  };

  return async (key, points) => {
    for (;;) {
      const allowance = held.get(key);
      if (allowance !== undefined && allowance.until > performance.now() && allowance.left >= points) {
        allowance.left -= points;
        return;
      }
      // Requests of one caller that arrive together wait for one statement, and then look again.
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
  /** Counts a request of a caller. Throws `HttpError` (429) with Retry-After. */
  caller(caller: Caller, address: string, points?: number): Promise<void>;
  /** Counts a request by its network address alone. */
  address(address: string, points?: number): Promise<void>;
}

/** The rate limits of one server. */
export function openRates(platform: Platform, settings: RateSettings): Rates {
  const counted = (kind: string, limit: number) => {
    const options = { points: limit, duration: DURATION_SECONDS, keyPrefix: kind };
    const memory = new RateLimiterMemory(options);
    // An embedded database belongs to one gateway, so that counting in memory is enough.
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
            // The job of admission deletes them: a timer of the library would go on after the server has stopped, and hold all of it.
            clearExpiredByTimeout: false,
            inMemoryBlockOnConsumed: limit,
            // While the database does not answer, this gateway counts in memory: no request is refused for it.
            insuranceLimiter: memory,
          });
    return rate(limit, (key, size) => limiter.consume(key, size));
  };
  const byNetwork = counted('n', settings.public);
  const bySubject = counted('s', settings.subject);
  const byUnit = counted('u', settings.unit);
  // Addresses and ids of subjects are personal information: the counters are kept under a keyed hash of them.
  const hashed = (text: string): string => platform.secrets.fingerprint(`rate\n${text}`).toString('hex').slice(0, 32);
  const address = (from: string, points = 1): Promise<void> => byNetwork(hashed(networkOf(from)), points);
  return {
    address,
    caller: ({ role, unit, subject, agent }, from, points = 1) => {
      if (role === 'PUBLIC') return address(from, points);
      if (role === 'SUBJECT') return bySubject(hashed(agent?.id ?? subject?.id ?? ''), points);
      return byUnit(`${role}:${unit}`, points);
    },
  };
}
