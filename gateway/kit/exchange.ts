/** Requests to the server that is tested, and what a target is told that is none. */
import type { Localized } from '../../schema/localized.ts';
import { kitMessages } from '../../schema/messages/kit.ts';
import { seen } from './seen.ts';

/** What keeps the kit from being run at all; its sentence in both languages, whatever the target put into it. */
export class KitFault extends Error {
  readonly localized: Localized;
  constructor(localized: Localized) {
    super(seen(localized.en));
    this.localized = { en: this.message, zh: seen(localized.zh) };
  }
}

const TIMEOUT_MS = 30_000;
/** Bytes of an answer, unpacked: far more than the gateway gives to a question of the kit. */
const BODY_MAX = 16 * 1_048_576;

export interface Sent {
  readonly method?: string;
  /** Behind the base URL. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers of any server are looked into freely
  readonly json: any;
}

/** The base URL of a target: without path, or with /graphql at its end. */
export function baseOf(target: string): string {
  const url = URL.parse(target);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new KitFault(kitMessages.noAddress(target));
  if (url.username !== '' || url.search !== '' || url.hash !== '') throw new KitFault(kitMessages.addressParts);
  return `${url.origin}${url.pathname.replace(/\/(?:graphql\/?)?$/, '')}`;
}

/** Why a connection failed, by the code of the system or of TLS. */
function unreached(base: string, error: unknown): KitFault {
  const { cause, name } = error as { cause?: { code?: string; message?: string }; name?: string };
  const code = cause?.code ?? cause?.message ?? name ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new KitFault(kitMessages.hostUnknown(base, code));
  if (code === 'ECONNREFUSED') return new KitFault(kitMessages.nothingListens(base, code));
  if (/TIMEOUT|TimeoutError|AbortError/i.test(code)) return new KitFault(kitMessages.tooLate(base, TIMEOUT_MS / 1_000));
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER/.test(code)) return new KitFault(kitMessages.certificate(base, code));
  if (/SSL|TLS|EPROTO|HPE_/.test(code)) return new KitFault(kitMessages.protocol(base, code));
  return new KitFault(kitMessages.unreached(base, code));
}

/** The body of an answer. Throws KitFault as soon as it is larger than any of a gateway, so that it fills no memory. */
async function bodyOf(base: string, { body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const part of body ?? []) {
    size += part.length;
    if (size > BODY_MAX) throw new KitFault(kitMessages.tooLarge(base, BODY_MAX / 1_048_576));
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** GraphQL, section 7.1: `errors` is absent, or a list of objects. */
const hasErrorsInForm = (json: unknown): boolean =>
  !isRecord(json) || json.errors === undefined || (Array.isArray(json.errors) && json.errors.every(isRecord));

/** Sends one request. Throws KitFault where no answer comes, or none that is an answer. */
export async function exchange(
  base: string,
  { method = 'POST', path = '/graphql', headers, body }: Sent,
): Promise<Got> {
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await bodyOf(base, response);
    const { status } = response;
    const json = jsonOf(text);
    if (!hasErrorsInForm(json)) throw new KitFault(kitMessages.errorsForm(`${base}${path}`, status));
    return { status, headers: response.headers, text, json };
  } catch (error) {
    throw error instanceof KitFault ? error : unreached(base, error);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const PROBE = '{ ledgerCheckpoint { size rootHash signedAt keyId signature } }';

/** Throws KitFault where the target is no credit gateway: each other kind of server has its sentence. */
export async function probe(base: string): Promise<void> {
  const { status, headers, json, text } = await exchange(base, { body: JSON.stringify({ query: PROBE }) });
  const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (status >= 300 && status < 400) throw new KitFault(kitMessages.redirected(base, status));
  if (/html/.test(type) || /^\s*<(?:!doctype|html)/i.test(text)) throw new KitFault(kitMessages.html(base, status));
  const reason: unknown = json?.errors?.[0]?.extensions?.reason;
  if (!isRecord(json) || !('data' in json || 'errors' in json)) throw new KitFault(kitMessages.noGraphql(base, status));
  if (status === 429) throw new KitFault(kitMessages.tooOften(base, headers.get('retry-after') ?? '60'));
  if (status === 503) throw new KitFault(kitMessages.notReady(base, String(reason ?? 'UNAVAILABLE')));
  if (!isRecord(json.data) || !('ledgerCheckpoint' in json.data)) throw new KitFault(kitMessages.otherKind(base));
}
