/**
 * Signatures of webhooks, for who sends and for who receives: HMAC-SHA256 over the timestamp, a point and the body, with the secret
 * that registration gave.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Older calls are not believed: what was overheard cannot be played again later. */
const TOLERANCE_SECONDS = 300;

export interface WebhookHeaders {
  /** Id of the delivery; the same for every attempt, until more is new. */
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

/**
 * For receivers: null if the call is to be believed, else why not. `seen` holds the ids of deliveries that were taken; the caller adds
 * to it what it has taken.
 */
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
