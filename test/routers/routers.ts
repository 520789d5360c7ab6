/** Both routers before the subgraphs of a world, each in this process and over HTTP, and one question put to any of them. */

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { startApollo } from '../../gateway/deploy/routers/apollo.ts';
import type { HopSettings } from '../../gateway/deploy/routers/credit-hop.ts';
import { hiveConfig } from '../../gateway/deploy/routers/hive.ts';
import type { Answer, Headers, Holder, World } from '../kit.ts';
import { named } from '../stories/operations.ts';

export const SUPERGRAPH = join(import.meta.dirname, '../../schema/supergraph.graphql');

export const ROUTERS = ['Apollo Server', 'Hive Gateway'] as const;
export type RouterName = (typeof ROUTERS)[number];

export interface Router {
  readonly url: string;
  stop(): Promise<void>;
}

type More = Omit<HopSettings, 'keyFile' | 'now'>;

/** A router before the subgraphs of a world, or before others in their place. */
export async function openRouter(
  name: RouterName,
  world: World,
  urls = world.wired?.environment.SUBGRAPH_URLS ?? '',
  more: More = {},
): Promise<Router> {
  const settings = { now: () => world.server.platform.now(), ...more };
  const keyFile = join(world.folder, 'hop.json');
  if (name === 'Apollo Server')
    return startApollo({ keyFile, supergraph: readFileSync(SUPERGRAPH, 'utf8'), urls, port: 0, ...settings });
  const environment = { HOP_KEY: keyFile, SUPERGRAPH, SUBGRAPH_URLS: urls };
  const hive = createGatewayRuntime({ ...hiveConfig(environment, settings), logging: false });
  const server: Server = createServer(hive);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await hive.dispose();
    },
  };
}

/** Where nobody listens. */
export const NOBODY = 'http://127.0.0.1:65535';

/** The subgraphs of a world, but one of them elsewhere. */
export const without = (urls: string, name: string, instead = NOBODY): string =>
  urls
    .split(',')
    .map((one) => (one.startsWith(`${name}=`) ? `${name}=${instead}` : one))
    .join();

export interface Question {
  readonly holder: Holder | null;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Headers & { readonly language?: string };
}

export interface Told extends Answer {
  readonly requestId: string;
  readonly ms: number;
}

/** Asks at an address, as the kit asks the gateway of a world. */
export async function ask(
  url: string,
  world: World,
  question: Question,
  more: Record<string, string> = {},
): Promise<Told> {
  const { holder, query, variables = {}, headers = {} } = question;
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(holder === null ? {} : { authorization: `Bearer ${await world.token(holder)}` }),
      ...(headers.purpose === undefined ? {} : { 'credit-purpose': headers.purpose }),
      ...(headers.case === undefined ? {} : { 'credit-case': encodeURIComponent(headers.case) }),
      ...(headers.mandate === undefined ? {} : { 'credit-for': headers.mandate }),
      ...(headers.language === undefined ? {} : { 'accept-language': headers.language }),
      ...more,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer, 'status'>;
  return {
    status: response.status,
    requestId: response.headers.get('x-request-id') ?? '',
    ms: performance.now() - began,
    ...body,
  };
}

/** What of an answer two ways of asking must have alike: order is the router's own. */
export function compared({ status, data, errors = [] }: Answer): unknown {
  const faults = errors.map(({ message, path, extensions }) =>
    JSON.stringify({ message, path, ...inOrder(extensions) }),
  );
  return { status, data: inOrder(named(data ?? null)), errors: faults.sort() };
}

const inOrder = (value: unknown): object =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([left], [right]) => (left < right ? -1 : 1))
            .map(([name, one]) => [name, inOrder(one)]),
        )
      : (value as never);
