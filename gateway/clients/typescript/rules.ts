/** What a client does after an answer, how it reads the feed, and how it checks a call. Pure functions; the kit holds them against its cases. */
import { createHmac, timingSafeEqual } from 'node:crypto';

interface Told {
  readonly message?: string;
  readonly extensions?: {
    readonly code?: string;
    readonly reason?: string;
    readonly article?: string;
    readonly help?: string;
    readonly renewsAt?: string;
  };
}

/** An answer of the gateway, as JSON. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly Told[];
}

export type Step =
  | { readonly do: 'USE' | 'USE_PART' | 'NEW_TOKEN' | 'STOP' }
  | { readonly do: 'WAIT'; readonly seconds: number }
  | { readonly do: 'TOMORROW'; readonly until: string | null };

/** Seconds before the second, third and fourth attempt where the server does not say how long. */
const WAITS = [1, 2, 4];

/** What to do after an answer. `attempt` counts the answers so far, from 1; `body` is null where it is no JSON. */
export function nextStep(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Answer | null,
  attempt: number,
): Step {
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const errors = body?.errors ?? [];
  const coded = (code: string): Told | undefined => errors.find(({ extensions }) => extensions?.code === code);
  const after = sent['retry-after'] ?? '';
  const quota = coded('QUOTA_EXCEEDED');
  if (status === 429 && /^\d{1,5}$/.test(after) && attempt <= WAITS.length)
    return { do: 'WAIT', seconds: Number(after) };
  if (quota !== undefined) return { do: 'TOMORROW', until: quota.extensions?.renewsAt ?? null };
  if (status === 401) return { do: attempt === 1 ? 'NEW_TOKEN' : 'STOP' };
  if ([502, 503, 504].includes(status) || coded('UNAVAILABLE') !== undefined) {
    const seconds = WAITS[attempt - 1];
    return seconds === undefined ? { do: 'STOP' } : { do: 'WAIT', seconds };
  }
  if (status !== 200 || body === null) return { do: 'STOP' };
  if (errors.length === 0) return { do: 'USE' };
  return { do: Object.values(body.data ?? {}).some((value) => value !== null) ? 'USE_PART' : 'STOP' };
}

interface Change {
  readonly recordId: string;
  readonly version: number;
  readonly kind: string;
  readonly at: string;
}

export interface FeedState {
  readonly cursor: string | null;
  readonly seen: readonly (readonly [string, number, string, string])[];
}

interface Read {
  readonly state: FeedState;
  /** Ids of the records whose changes are new. */
  readonly act: readonly string[];
  readonly next: 'AGAIN' | 'END' | 'RESTART' | 'STOP';
}

/** Takes in one answer to `changes(after: state.cursor)`. The same change read twice has two cursors, so that these tell nothing. */
export function readFeed(state: FeedState, { data, errors = [] }: Answer): Read {
  const changes = data?.changes as
    | { nodes: readonly Change[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } }
    | null
    | undefined;
  if (errors.length > 0 || changes === undefined || changes === null) {
    const restart = errors.some(({ extensions }) => extensions?.reason === 'CURSOR');
    return restart ? { state: { ...state, cursor: null }, act: [], next: 'RESTART' } : { state, act: [], next: 'STOP' };
  }
  const seen = [...state.seen];
  const known = new Set(seen.map((key) => JSON.stringify(key)));
  const act: string[] = [];
  for (const { recordId, version, kind, at } of changes.nodes) {
    const key = [recordId, version, kind, at] as const;
    if (known.has(JSON.stringify(key))) continue;
    known.add(JSON.stringify(key));
    seen.push(key);
    act.push(recordId);
  }
  const { endCursor, hasNextPage } = changes.pageInfo;
  return { state: { cursor: endCursor ?? state.cursor, seen }, act, next: hasNextPage ? 'AGAIN' : 'END' };
}

/** Null where a call is authentic, within five minutes (`now` in seconds) and new. */
export function checkWebhook(
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  now: number,
  seen: ReadonlySet<string>,
): 'SIGNATURE' | 'TIMESTAMP' | 'REPLAY' | null {
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const { 'credit-delivery': delivery, 'credit-timestamp': timestamp, 'credit-signature': signature } = sent;
  if (delivery === undefined || timestamp === undefined || signature === undefined) return 'SIGNATURE';
  const expected = Buffer.from(
    `v1=${createHmac('sha256', secret).update(`${timestamp}.${delivery}.${body}`).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'SIGNATURE';
  if (!/^\d+$/.test(timestamp) || Math.abs(now - Number(timestamp)) > 300) return 'TIMESTAMP';
  return seen.has(delivery) ? 'REPLAY' : null;
}
