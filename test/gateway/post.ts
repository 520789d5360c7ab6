/** Raw requests to the door, without what the kit does for a client. */
import type { World } from '../kit.ts';

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Codes and reasons of the errors. */
  readonly codes: readonly string[];
  readonly data: unknown;
}

/** Sends a body as it is. */
export async function post(
  world: World,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await fetch(`${world.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Blob([body as Uint8Array<ArrayBuffer>]),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as {
    data?: unknown;
    errors?: { extensions: { code: string; reason?: string } }[];
  };
  const codes = (errors ?? []).map(({ extensions }) => [extensions.code, extensions.reason].filter(Boolean).join(' '));
  return { status: response.status, headers: response.headers, text, codes, data };
}

/** Sends a query without a token. */
export const query = (world: World, document: string, variables: object = {}): Promise<Sent> =>
  post(world, JSON.stringify({ query: document, variables }));
