/**
 * Signs webhooks and verifies them for receivers: HMAC-SHA256 over timestamp, delivery id and body, joined by points, with the secret of the
 * registration.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Older calls are refused, so that a recorded call cannot be replayed later. */
export const TOLERANCE_SECONDS = 300;

export interface WebhookHeaders {
  /** Id of the delivery. Attempts have the same id until the feed has more. */
  readonly 'credit-delivery': string;
  /** Seconds since 1970. */
  readonly 'credit-timestamp': string;
  /** `v1=` and the signature in hexadecimal digits. */
  readonly 'credit-signature': string;
}

const signature = (secret: string, timestamp: string, delivery: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${delivery}.${body}`).digest('hex')}`;

export const signWebhook = (secret: string, delivery: string, at: Date, body: string): WebhookHeaders => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return {
    'credit-delivery': delivery,
    'credit-timestamp': timestamp,
    'credit-signature': signature(secret, timestamp, delivery, body),
  };
};

/** For receivers: null where the call is authentic, else the reason. `seen` holds the ids of accepted deliveries; the receiver adds to it. */
export function verifyWebhook(
  secret: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: string,
  now: Date,
  seen: ReadonlySet<string>,
): 'SIGNATURE' | 'TIMESTAMP' | 'REPLAY' | null {
  const [delivery, timestamp, sent] = ['credit-delivery', 'credit-timestamp', 'credit-signature'].map(
    (name) => headers[name],
  );
  if (typeof delivery !== 'string' || typeof timestamp !== 'string' || typeof sent !== 'string') return 'SIGNATURE';
  const expected = Buffer.from(signature(secret, timestamp, delivery, body));
  const given = Buffer.from(sent);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'SIGNATURE';
  if (!(Math.abs(now.getTime() / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS)) return 'TIMESTAMP';
  return seen.has(delivery) ? 'REPLAY' : null;
}
