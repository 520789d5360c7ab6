/** Calls webhooks: follows no redirects, limits the time of each call, and never connects to a private network. */
import { lookup } from 'node:dns';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Call, type CallResult, settleCalls, takeUpCalls } from '../../subgraphs/feed/webhook-delivery.ts';
import { signWebhook } from '../../subgraphs/feed/webhook-signature.ts';
import { isLoopbackHost, isPrivateAddress } from '../../subgraphs/feed/webhook-url.ts';
import type { Platform } from '../../subgraphs/request/context.ts';

const TIMEOUT_MS = 5_000;

/**
 * Refuses a host that resolves to a private address. It is checked at each call, because the DNS name may point elsewhere than when the
 * webhook was registered.
 */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, '', 0);
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address)))
      return callback(Object.assign(new Error('The host has a private address.'), { code: 'EPRIVATE' }), '', 0);
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/** Makes one call. Resolves with null where the receiver answered 2xx, else with the fault; never rejects. */
export function post(
  call: Pick<Call, 'id' | 'url' | 'secret' | 'body'>,
  platform: Platform,
  timeoutMs: number = TIMEOUT_MS,
): Promise<string | null> {
  const { secret } = call;
  if (secret === null) return Promise.resolve(NO_SECRET);
  const url = new URL(call.url);
  const loopback = platform.webhooks === 'LOOPBACK_TOO' && isLoopbackHost(url.hostname);
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? https : http;
    const request = send(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(call.body),
          ...signWebhook(secret, call.id, platform.now(), call.body),
        },
        ...(loopback ? {} : { lookup: publicLookup }),
        agent: false,
        signal: AbortSignal.timeout(timeoutMs),
      },
      (response) => {
        response.resume();
        const status = response.statusCode ?? 0;
        resolve(status >= 200 && status < 300 ? null : `HTTP ${status}`);
        response.destroy();
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error.name === 'AbortError' || error.name === 'TimeoutError' ? 'no answer in time' : (error.code ?? error.name),
      ),
    );
    request.end(call.body);
  });
}

/** What the unit reads of such a call. */
const NO_SECRET = 'the secret cannot be read: register the webhook again';

/** One round: claims the calls that are due, makes them concurrently, and stores each result. Returns how many succeeded and failed. */
export async function deliver(
  platform: Platform,
  timeoutMs: number = TIMEOUT_MS,
): Promise<{ readonly delivered: number; readonly failed: number }> {
  const calls = await takeUpCalls(platform);
  if (calls.length === 0) return { delivered: 0, failed: 0 };
  const results = await Promise.all(
    calls.map(async (call): Promise<CallResult> => ({ ...call, error: await post(call, platform, timeoutMs) })),
  );
  await settleCalls(platform, results);
  const delivered = results.filter(({ error }) => error === null).length;
  return { delivered, failed: results.length - delivered };
}
