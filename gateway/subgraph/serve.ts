/** `npm run subgraph -- NAME`: one subgraph in a process of its own, behind gateways. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type FastifyReply, fastify } from 'fastify';
import type { Logger } from 'pino';
import { openSubgraph } from '../../subgraphs/index.ts';
import type { PublicJwk } from '../../subgraphs/keys/public-jwk.ts';
import type { SubgraphName } from '../../subgraphs/names.ts';
import { remakeAll } from '../../subgraphs/redaction/job.ts';
import type { Platform } from '../../subgraphs/request/context.ts';
import { STOPS } from '../federation/network/wire.ts';
import { door } from '../http/checks/authenticate.ts';
import { readinessOfPart } from '../http/readiness.ts';
import { refusalsOf } from '../http/refusals.ts';
import { singleFlight } from '../http/single-flight.ts';
import { stopServer } from '../http/stop.ts';
import { openDevelopmentIssuer } from '../identity/development-issuer.ts';
import { openIdentity } from '../identity/open.ts';
import { serverLog } from '../log/lines.ts';
import { metricsServer, openMetrics } from '../metrics/metrics.ts';
import { openPlatform, type PlatformOptions } from '../platform.ts';
import { every } from '../process/schedule.ts';
import type { Config } from '../settings/config.ts';
import { startFault } from '../settings/start-fault.ts';
import { NO_TRACES, type Traces } from '../traces/traces.ts';
import { answerPart, type Part, type Serving } from './answer-part.ts';

/** Longer than a gateway keeps a connection that it does not use: the one that closes first is never the one that is asked. */
const KEEP_ALIVE_MS = 72_000;
const CUT_AFTER_MS = 1_000;
/** Subjects whose texts are made anew in a slice. */
const REMADE_AT_ONCE = 50;
/** Each gateway process keeps 256 at most. */
const CONNECTIONS_MAX = 4_096;

export interface SubgraphServer {
  readonly url: string;
  readonly metricsUrl: string | undefined;
  readonly platform: Platform;
  stop(): Promise<void>;
  hurry(): void;
}

export interface SubgraphOptions extends PlatformOptions {
  readonly log?: Logger;
}

/** Starts it. Throws an error that says what to do where it cannot. */
export async function startSubgraph(
  config: Config & { readonly hopKeys: readonly PublicJwk[] },
  name: SubgraphName,
  options: SubgraphOptions = {},
): Promise<SubgraphServer> {
  let traces: Traces = NO_TRACES;
  const log = options.log ?? serverLog({ level: config.logLevel });
  if (config.traces !== undefined) {
    const { openTraces } = await import('../traces/otlp.ts');
    traces = openTraces(config.traces, config.trustedProxies, false, log);
  }
  const subgraph = openSubgraph(name);
  const opened = await openPlatform(config, { ...options, traces, place: name });
  const { platform, snapshots } = opened;
  const { everyMs: checkpointEveryMs } = config.checkpoints;
  const metrics = openMetrics(platform, { checkpointEveryMs, keepsJournal: false, figures: false });
  // Texts are made anew where they lie: neither a gateway nor sanctions may read all of a subject.
  const remaking =
    name === 'public-credit'
      ? every(config.dueEveryMs, 'redaction', () => remakeAll(opened.requestAs, REMADE_AT_ONCE), { log })
      : undefined;
  const seen: Serving['seen'] = new WeakMap();
  const readCaller = openIdentity({
    platform,
    config,
    development: config.mode === 'development' ? await openDevelopmentIssuer(config.folder) : undefined,
    proxies: config.trustedProxies,
    publicUrls: () => [],
    onFault: (issuer, fault) => log.error({ issuer, fault }, 'the keys of an issuer cannot be had'),
    seen: (message) => seen.get(message) ?? {},
  });
  const serving: Serving = {
    subgraph,
    platform,
    snapshots,
    readCaller,
    hopKeys: config.hopKeys,
    admitted: door(platform, snapshots),
    seen,
    deadlineMs: config.requestTimeoutMs,
    log,
    settled: metrics.settled,
    traces,
    refused: metrics.hop.refused,
  };
  let open = true;
  const hurried = new AbortController();
  const ping = singleFlight(() => readinessOfPart(platform, options.now === undefined));

  const settings = { keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 30_000, headersTimeout: 10_000 };
  const { tls } = config;
  const http = tls === undefined ? createServer(settings) : createTlsServer({ ...settings, ...tls });
  http.maxConnections = CONNECTIONS_MAX;
  const app = fastify({ logger: false, serverFactory: (listener) => http.on('request', listener) });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store');
    // The gateway goes to others from now on.
    if (!open) reply.headers({ connection: 'close', [STOPS]: '1' });
    done();
  });
  const told = (message: IncomingMessage, part: Part, began: number): void => {
    const took = performance.now() - began;
    const { role, unit } = part.caller ?? {};
    const { requestId, traceId } = part;
    metrics.answered({
      path: 'POST /graphql',
      status: part.status,
      role,
      seconds: took / 1_000,
      refusals: refusalsOf(part.body),
    });
    log.info(
      {
        requestId,
        ...(traceId === undefined ? {} : { traceId }),
        part: randomUUID(),
        subgraph: name,
        method: message.method,
        status: part.status,
        role,
        unit,
        ms: Math.round(took * 10) / 10,
      },
      'answered',
    );
  };
  app.post('/graphql', async ({ raw }, reply): Promise<FastifyReply> => {
    const began = performance.now();
    const part = await answerPart(serving, raw);
    told(raw, part, began);
    if (part.status === 401) reply.header('www-authenticate', 'Credit-Hop');
    return reply.code(part.status).send(part.body);
  });
  app.get('/healthz', () => ({ alive: true, subgraph: name }));
  app.get('/readyz', async (_request, reply) => {
    try {
      if (!open) throw new Error('stopping');
      await ping();
      return { ready: true, subgraph: name };
    } catch {
      return reply.code(503).send({ ready: false, subgraph: name });
    }
  });
  await app.ready();
  const listen = (server: HttpServer, port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', (error) => reject(startFault(error, config)));
      server.listen(port, config.host, resolve);
    });
  await listen(http, config.port);
  const measured = config.metricsPort === undefined ? undefined : metricsServer(metrics);
  if (measured !== undefined) await listen(measured, config.metricsPort ?? 0);
  const portOf = (server: HttpServer): number => (server.address() as AddressInfo).port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host}:${portOf(http)}`,
    platform,
    metricsUrl: measured === undefined ? undefined : `http://${host}:${portOf(measured)}/metrics`,
    hurry: () => hurried.abort(),
    stop: async () => {
      open = false;
      await stopServer(http, {
        drainMs: config.drainMs,
        hurry: hurried.signal,
        cutAfterMs: config.requestTimeoutMs + CUT_AFTER_MS,
      });
      measured?.close();
      await remaking?.stop();
      await platform.refusals.write().catch(() => undefined);
      await opened.close();
      await traces.stop();
    },
  };
}
