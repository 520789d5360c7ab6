/** The HTTP door: POST /graphql in JSON, health and readiness. No GET queries, no cookies, no compressed bodies. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { House } from '../subgraphs/context.ts';
import type { DirectoryReader } from '../subgraphs/directory.ts';
import { openRequest } from '../subgraphs/request.ts';
import { bad, parseQuery, readBody } from './body.ts';
import { type callerReader, Rejected } from './caller.ts';
import { checkCost, type costCounter } from './cost.ts';
import { explorerPage } from './explorer.ts';
import { answerCors, setSecurityHeaders, traceOf } from './headers.ts';
import type { DevelopmentIssuer } from './issuer.ts';
import type { limiter } from './limits.ts';
import type { Metrics } from './metrics.ts';
import { reports, type Verifier } from './reports/routes.ts';
import type { GatewayContext } from './transport.ts';

export interface Door {
  readonly server: ApolloServer<GatewayContext>;
  readonly house: House;
  readonly directories: DirectoryReader;
  readonly readCaller: ReturnType<typeof callerReader>;
  readonly checkLimits: ReturnType<typeof limiter>;
  readonly costOf: ReturnType<typeof costCounter>;
  readonly log: Logger;
  readonly verify: Verifier;
  readonly metrics: Metrics;
  /** Origins whose pages may ask from a browser. */
  readonly corsOrigins: readonly string[];
  /** Absent in production: then there is no query page. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Address under which the public reaches the server, without a slash at its end. */
  readonly publicUrl: () => string;
  /** Whether requests are still taken; false while stopping. */
  readonly open: () => boolean;
}

function send(response: ServerResponse, status: number, body: unknown, extra: Record<string, string> = {}): void {
  const text = body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(text.length),
    ...extra,
  });
  response.end(text);
}

const refusedBody = (error: Rejected): unknown => ({
  errors: [{ message: error.message, extensions: { code: error.code, help: error.help } }],
});

const errorBody = (error: GraphQLError): unknown => ({
  errors: [{ message: error.message, extensions: error.extensions }],
});

/** Public keys that checkpoints are signed with (RFC 7517, RFC 8037). */
const JWKS = '/.well-known/jwks.json';

export interface Outcome {
  readonly status: number;
  /** Sent as JSON; bytes as they are, with the content type in `extra`. */
  readonly body: unknown;
  readonly extra?: Readonly<Record<string, string>>;
  readonly role?: string;
  readonly unit?: string | null;
}

/** Headers that say who asks and for what. */
const SAID_ONCE = ['authorization', 'credit-purpose', 'credit-case', 'credit-channel'];

/** Of a header that is sent twice Node keeps the first or joins the two: neither is what was said. */
function checkSaidOnce(message: IncomingMessage): void {
  const twice = SAID_ONCE.find((name) => (message.headersDistinct[name]?.length ?? 0) > 1);
  if (twice !== undefined) throw bad(400, `The header ${twice} was sent more than once.`, 'Send it once.');
}

/** Answers that tell nothing of a person leave at multiples of this, so that their time tells nothing either. */
const VEIL_MS = 25;

/** Waits for the next multiple since `began`; the last part in turns of the event loop, since timers are coarse. */
async function keepTime(began: number): Promise<void> {
  const leaves = began + Math.ceil((performance.now() - began + 1) / VEIL_MS) * VEIL_MS;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Math.floor(leaves - performance.now()) - 1)));
  while (performance.now() < leaves) await new Promise((resolve) => setImmediate(resolve));
}

async function graphql(door: Door, message: IncomingMessage, requestId: string): Promise<Outcome> {
  checkSaidOnce(message);
  const began = performance.now();
  const caller = await door.readCaller(message.headers, requestId);
  const who = { role: caller.role, unit: caller.unit };
  const query = parseQuery(await readBody(message));
  try {
    checkCost(door.costOf(door.checkLimits(query.query), query.variables));
  } catch (error) {
    if (error instanceof GraphQLError) return { status: 400, body: errorBody(error), ...who };
    throw error;
  }
  const request = openRequest(door.house, door.directories, caller);
  try {
    const { body, http } = await door.server.executeOperation(query, { contextValue: { request } });
    if (body.kind !== 'single') throw new Error('The gateway answered in parts.');
    const { data, errors } = body.singleResult;
    if (request.veiled()) await keepTime(began);
    // A `data` of undefined is left out by JSON; extensions never leave.
    return { status: http.status ?? 200, body: { data, errors }, ...who };
  } finally {
    await request.abandon();
  }
}

async function route(door: Door, message: IncomingMessage, requestId: string): Promise<Outcome> {
  const path = (message.url ?? '/').split('?')[0];
  if (path === '/graphql') {
    if (message.method !== 'POST')
      throw bad(405, 'Only POST is taken here.', 'POST JSON: { "query": …, "variables": … }.');
    return graphql(door, message, requestId);
  }
  if (path === '/reports') {
    if (message.method !== 'POST')
      throw bad(405, 'Only POST is taken here.', 'POST JSON: { "template": …, "language": … }.');
    checkSaidOnce(message);
    return reports.post(door, message, requestId);
  }
  if (message.method !== 'GET') throw bad(404, 'There is nothing here.', 'POST /graphql or /reports.');
  const [, kind, id = ''] = /^\/(reports|verify)\/([^/]{1,64})$/.exec(path ?? '') ?? [];
  if (kind === 'reports') {
    checkSaidOnce(message);
    return reports.get(door, message, requestId, id);
  }
  if (kind === 'verify') return door.verify(door, message, requestId, id);
  if (path === '/' && door.issuer !== undefined) {
    const page = await explorerPage(message, door.issuer, door.house.now());
    if (page !== undefined) return { status: 200, ...page };
  }
  if (path === '/healthz') return { status: 200, body: { alive: true } };
  if (path === '/readyz') {
    try {
      if (!door.open()) throw new Error('stopping');
      await door.house.database.ping();
      return { status: 200, body: { ready: true } };
    } catch {
      return { status: 503, body: { ready: false } };
    }
  }
  if (path === JWKS)
    return { status: 200, body: { keys: door.house.signer.keys }, extra: { 'cache-control': 'public, max-age=300' } };
  throw bad(
    404,
    'There is nothing here.',
    `POST /graphql or /reports, GET /reports/{id}, /verify/{id}, /healthz, /readyz or ${JWKS}.`,
  );
}

const ROUTES = new Set(['/', '/graphql', '/reports', '/healthz', '/readyz', JWKS]);

/** What the log says of a path: a known one, or nothing of it, since anything may be written into one. */
function routeOf(message: IncomingMessage): string {
  const path = (message.url ?? '').split('?')[0] ?? '';
  // Who holds the id of a report can verify it: it stays out of the log.
  const kind = /^\/(reports|verify)\//.exec(path)?.[1];
  return ROUTES.has(path) ? path : kind === undefined ? 'unknown' : `/${kind}/{id}`;
}

/** Codes of the errors of an answer. */
function codesOf(body: unknown): string[] {
  const { errors } = (body instanceof Uint8Array ? {} : (body ?? {})) as {
    errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
  };
  return (errors ?? []).map(({ extensions }) => String(extensions?.code ?? 'INTERNAL'));
}

/** The server, not yet listening. */
export function httpServer(door: Door): Server {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    async (message, response) => {
      const requestId = randomUUID();
      const began = performance.now();
      setSecurityHeaders(message, response);
      if (answerCors(door.corsOrigins, message, response)) return;
      let outcome: Outcome;
      const extra: Record<string, string> = { 'x-request-id': requestId };
      try {
        outcome = await route(door, message, requestId);
      } catch (error) {
        if (error instanceof Rejected) {
          outcome = { status: error.status, body: refusedBody(error) };
          if (error.status === 401) extra['www-authenticate'] = 'Bearer';
          if (error.status === 405) extra.allow = 'POST';
          // What is left of a body that was not read must not be taken for the next request.
          if (!message.complete) extra.connection = 'close';
        } else {
          door.log.error({ requestId, fault: error instanceof Error ? error.name : typeof error }, 'a request failed');
          outcome = {
            status: 500,
            body: {
              errors: [
                {
                  message: `Something failed here. It is recorded under ${requestId}.`,
                  extensions: {
                    code: 'INTERNAL',
                    id: requestId,
                    help: 'Try again; if it persists, tell the operator the id.',
                  },
                },
              ],
            },
          };
        }
      }
      if (!door.open()) extra.connection = 'close';
      send(response, outcome.status, outcome.body, { ...outcome.extra, ...extra });
      const path = routeOf(message);
      const took = performance.now() - began;
      door.metrics.answered({
        path,
        status: outcome.status,
        role: outcome.role,
        seconds: took / 1_000,
        codes: codesOf(outcome.body),
      });
      door.log.info(
        {
          requestId,
          traceId: traceOf(message),
          method: message.method,
          path,
          status: outcome.status,
          role: outcome.role,
          unit: outcome.unit,
          ms: Math.round(took * 10) / 10,
        },
        'answered',
      );
    },
  );
  return server;
}
