/** What a client sends where, what it does after an answer, how it reads the feed, and how it checks a call. Pure functions; the kit holds them against its cases. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Words of a server for a terminal: what steers it or turns the direction of writing is replaced. */
export const printable = (words: unknown): string =>
  String(words).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');

/** Tokens and numbers of persons go in the clear to no other machine: whether an address may be sent anything. */
export function mayBeSent(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (`${username}${password}` !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname));
}

/**
 * Whether a document can change nothing: it begins as a query and has no word `mutation` outside strings and comments. All else is taken for a
 * change: a query behind a fragment is asked once.
 */
export function isSurelyQuery(document: string): boolean {
  const bare = document.replaceAll(/"""(?:\\"""|[\s\S])*?"""|"(?:\\[^\n\r]|[^"\\\n\r])*"|#[^\n\r]*/g, ' ');
  return /^[\s,]*(?:\{|query\b)/.test(bare) && !/\bmutation\b/.test(bare);
}

/** A call that was saved: headers of which a signed one that comes twice is left out, and the body byte for byte, since its signature is over the bytes that came. */
export function savedCall(call: Buffer): { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer } {
  const text = call.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const lines = text.slice(0, end?.index ?? text.length).split(/\r?\n/);
  const pairs = lines.map((line) => /^([^:]+?)\s*:\s*(.*?)\s*$/.exec(line) ?? ['', '', '']);
  const all = pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value] as const);
  // Two readers would read two things.
  const once = all.filter(([name]) => all.filter(([other]) => other === name).length === 1);
  return {
    headers: Object.fromEntries(once),
    body: call.subarray(end === null ? call.length : end.index + end[0].length),
  };
}

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

interface PageInfo {
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** The first pageInfo anywhere in an answer. */
export function pageInfo(value: unknown): PageInfo | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('pageInfo' in value) return value.pageInfo as PageInfo;
  for (const inner of Object.values(value)) {
    const found = pageInfo(inner);
    if (found !== undefined) return found;
  }
  return undefined;
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
  body: string | Buffer,
  now: number,
  seen: ReadonlySet<string>,
): 'SIGNATURE' | 'TIMESTAMP' | 'REPLAY' | null {
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const { 'credit-delivery': delivery, 'credit-timestamp': timestamp, 'credit-signature': signature } = sent;
  if (delivery === undefined || timestamp === undefined || signature === undefined) return 'SIGNATURE';
  const signed = createHmac('sha256', secret).update(`${timestamp}.${delivery}.`).update(body);
  const expected = Buffer.from(`v1=${signed.digest('hex')}`);
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'SIGNATURE';
  if (!/^\d+$/.test(timestamp) || Math.abs(now - Number(timestamp)) > 300) return 'TIMESTAMP';
  return seen.has(delivery) ? 'REPLAY' : null;
}
