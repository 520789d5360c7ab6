/** Asks a subgraph as a gateway does, and as somebody does who has come past it. */

import { readHopKey } from '../../gateway/settings/hop-key.ts';
import { signHop } from '../../subgraphs/keys/hop.ts';
import type { SubgraphName } from '../../subgraphs/names.ts';
import type { World } from '../kit.ts';

export interface Part {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  readonly data: any;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly reason?: string } }[];
  readonly extensions: { readonly credit: { readonly unsettled: boolean } };
}

export interface Asking {
  readonly subgraph: SubgraphName;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const REQUEST = '4b8f9c9e-0d6f-4d6e-8a53-1d1f5f3a7c10';

export const bodyOf = ({ query, variables }: Pick<Asking, 'query' | 'variables'>): string =>
  JSON.stringify({ query, variables });

/** What a program adds by itself is set here, so that it can be signed. */
const OWN = { 'accept-language': 'en' };

/** Sends a body to a subgraph's own address. */
export async function send(
  world: World,
  subgraph: SubgraphName,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Part> {
  const url = world.wired?.servers[subgraph].url;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...OWN, ...headers },
    body,
  });
  return { status: response.status, ...((await response.json()) as Omit<Part, 'status'>) };
}

/** Signs as the world's gateway. */
export const hopOf = (
  world: World,
  {
    subgraph,
    requestId = REQUEST,
    key,
    leftMs = 5_000,
    at = world.server.platform.now(),
    asked = at,
    headers = {},
  }: {
    readonly subgraph: SubgraphName;
    readonly requestId?: string | undefined;
    readonly key?: string | undefined;
    readonly leftMs?: number;
    readonly at?: Date;
    readonly asked?: Date;
    readonly headers?: Readonly<Record<string, string>> | undefined;
  },
  body: string,
): Promise<string> =>
  signHop(
    readHopKey(undefined, world.folder),
    { subgraph, requestId, leftMs, asked: asked.getTime(), ...(key === undefined ? {} : { key }) },
    { body, headers: { ...OWN, ...headers } },
    at,
  );

/** Asks a part as the gateway does. */
export async function askPart(
  world: World,
  asking: Asking & { readonly key?: string; readonly leftMs?: number; readonly asked?: Date },
): Promise<Part> {
  const body = bodyOf(asking);
  const hop = await hopOf(world, asking, body);
  return send(world, asking.subgraph, body, { ...asking.headers, 'credit-hop': hop });
}
