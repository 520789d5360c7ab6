/** The HTTP door: POST /graphql in JSON, health and readiness. No GET queries, no cookies, no compressed bodies. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import type { House } from '../subgraphs/context.ts';
import type { DirectoryReader } from '../subgraphs/reading.ts';
import type { AskerReader } from './asker.ts';
import type { costCounter } from './cost.ts';
import { explorerPage } from './explorer.ts';
import { answerCors, setSecurityHeaders, traceOf } from './headers.ts';
import type { DevelopmentIssuer } from './issuer.ts';
import { bad } from './json.ts';
import type { limiter } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Operations } from './operations.ts';
import { checkSaidOnce, graphql } from './question.ts';
import { Rejected } from './rejected.ts';
import { reports } from './reports/routes.ts';
import type { GatewayContext } from './transport.ts';

export interface Door {
  readonly server: ApolloServer<GatewayContext>;
  readonly house: House;
  readonly directories: DirectoryReader;
  readonly readAsker: AskerReader;
  /** Counts a verification by where it comes from: ids cannot be guessed, and nobody shall try. */
  readonly countVerification: (message: IncomingMessage) => Promise<void>;
  readonly checkLimits: ReturnType<typeof limiter>;
  readonly costOf: ReturnType<typeof costCounter>;
  readonly operations: Operations;
  /** Milliseconds that a whole request may take. */
  readonly deadlineMs: number;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Origins whose pages may ask from a browser. */
  readonly corsOrigins: readonly string[];
  /** Absent in production: then there is no query page. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Address under which the public reaches the server, without a slash at its end. */
  readonly publicUrl: () => string;
  /** With which the server speaks TLS itself. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  /** Whether requests are still taken; false while stopping. */
  readonly open: () => boolean;
  /** Throws where the database does not answer. */
  readonly ping: () => Promise<void>;
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
  errors: [
    {
      message: error.message,
      extensions: {
        code: error.code,
        ...(error.more.reason === undefined ? {} : { reason: error.more.reason }),
        help: error.help,
      },
    },
  ],
});

/** Public keys that checkpoints are signed with (RFC 7517, RFC 8037). */
const JWKS = '/.well-known/jwks.json';

/** What a balancer asks, often without wanting the words. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

export interface Outcome {
  readonly status: number;
  /** Sent as JSON; bytes as they are, with the content type in `extra`. */
  readonly body: unknown;
  readonly extra?: Readonly<Record<string, string>>;
  readonly role?: string;
  readonly unit?: string | null;
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
  const probed = message.method === 'HEAD' && PROBES.has(path ?? '');
  if (message.method !== 'GET' && !probed) throw bad(404, 'There is nothing here.', 'POST /graphql or /reports.');
  const [, kind, id = ''] = /^\/(reports|verify)\/([^/]{1,64})$/.exec(path ?? '') ?? [];
  if (kind === 'reports') {
    checkSaidOnce(message);
    return reports.get(door, message, requestId, id);
  }
  if (kind === 'verify') return reports.verify(door, message, requestId, id);
  if (path === '/' && door.issuer !== undefined)
    return { status: 200, ...(await explorerPage(message, door.issuer, door.house.now())) };
  if (path === '/healthz') return { status: 200, body: { alive: true } };
  if (path === '/readyz') {
    try {
      if (!door.open()) throw new Error('stopping');
      await door.ping();
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

const SERVER = { requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 };

/** Clients are asked for a certificate, and none is needed: it shows only that a token is used by whom it was given to. */
const serverOf = (tls: Door['tls'], listener: RequestListener): Server =>
  tls === undefined
    ? createServer(SERVER, listener)
    : createTlsServer(
        { ...SERVER, ...tls, requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2' },
        listener,
      );

/** The server, not yet listening. */
export function httpServer(door: Door): Server {
  return serverOf(door.tls, async (message, response) => {
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
        if (error.more.challenge !== undefined) extra['www-authenticate'] = error.more.challenge;
        if (error.status === 405) extra.allow = 'POST';
        if (error.more.retryAfter !== undefined) extra['retry-after'] = String(error.more.retryAfter);
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
  });
}
