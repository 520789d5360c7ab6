/** One server in one process: database, subgraphs, gateway and HTTP. `npm start` and the tests start it. */
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import type { WallsDown } from '../subgraphs/authorization/guard.ts';
import { runDue } from '../subgraphs/clocks/run-due.ts';
import { joinSubjects, openSubgraphs, sealPlainTexts } from '../subgraphs/index.ts';
import { remakeAll, remakeSlice } from '../subgraphs/redaction/job.ts';
import { forgetProofs } from '../subgraphs/request/admission.ts';
import { loadSample } from '../subgraphs/sample.ts';
import { startGateway } from './federation/gateway.ts';
import { composeSupergraph } from './federation/supergraph.ts';
import type { FaultInjection } from './federation/transport.ts';
import { authenticator, door } from './http/checks/authenticate.ts';
import { openRates } from './http/checks/rates.ts';
import { httpServer } from './http/server.ts';
import { singleFlight } from './http/single-flight.ts';
import { type DevelopmentIssuer, openDevelopmentIssuer } from './identity/development-issuer.ts';
import type { KeyTiming } from './identity/issuers.ts';
import { openIdentity } from './identity/open.ts';
import { addressOf } from './message/address.ts';
import { type Metrics, metricsServer, openMetrics } from './metrics/metrics.ts';
import { type OpenedPlatform, openPlatform, type PlatformOptions } from './platform.ts';
import { deliver } from './process/call-webhooks.ts';
import { openControl } from './process/control-socket.ts';
import { atTimes, every, once } from './process/schedule.ts';
import { statisticsJob } from './process/statistics-job.ts';
import { costCounter } from './query/cost.ts';
import { keyAliases } from './query/key-aliases.ts';
import { limiter } from './query/limits.ts';
import { readOperations } from './query/operations.ts';
import type { Config } from './settings/config.ts';
import { startFault } from './settings/start-fault.ts';

/** When the server stops, connections that are still open this long after the request deadline are closed. */
const CUT_AFTER_MS = 1_000;

/** Subjects whose texts are made anew before the server listens, and in a slice after it. */
const REMADE_FIRST = 500;
const REMADE_AT_ONCE = 50;

/** Rate limit points of a verification; an ordinary request is 1. The holder of a report verifies it once, so five is no hindrance. */
const VERIFYING = 5;

export interface Server extends OpenedPlatform {
  readonly url: string;
  /** Where the metrics are; undefined where METRICS_PORT is not set. */
  readonly metricsUrl: string | undefined;
  readonly metrics: Metrics;
  /** Absent in production. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Takes no new requests, finishes what runs, closes the database. */
  stop(): Promise<void>;
}

export interface ServerOptions extends PlatformOptions {
  readonly onStep?: (step: string) => void;
  readonly log?: Logger;
  /** For tests that rotate the keys of an issuer. */
  readonly keyTiming?: KeyTiming;
  /** For tests that switch off the guards (graphql-shield), to show that the other two walls hold without them. */
  readonly wallsDown?: WallsDown;
  /** For tests that take a subgraph down. */
  readonly faults?: FaultInjection;
}

/** Starts everything. Throws an error that says what to do where it cannot. */
export async function startServer(config: Config, options: ServerOptions = {}): Promise<Server> {
  const log = options.log ?? pino({ level: config.logLevel });
  const development = config.mode === 'development';
  const operations = readOperations(config.operationsFile, config.operationsOnlyForParties, composeSupergraph());
  const subgraphs = openSubgraphs(options.wallsDown);
  const opened = await openPlatform(config, options);
  const { platform, snapshots } = opened;
  if (config.sample) await loadSample(platform, snapshots, options.onStep ?? (() => undefined));
  // Once: texts are stored sealed, and the numbers under which there could be more subjects to join are refused.
  await sealPlainTexts(opened.requestAs);
  await joinSubjects(opened.requestAs);
  // A small database is made anew before the first answer. Of a large one the rest follows while it serves.
  const { last, failed, causes } = await remakeSlice(opened.requestAs, REMADE_FIRST);
  if (failed > 0)
    log.error({ job: 'redaction', failed, causes }, 'texts could not be made anew; npm run redact -- --run goes on');
  const issuer = development ? await openDevelopmentIssuer(config.folder) : undefined;
  const apollo = await startGateway({
    subgraphs,
    development,
    subgraphTimeoutMs: config.subgraphTimeoutMs,
    log,
    faults: options.faults,
  });
  const remaking = once(
    'redaction',
    async (goesOn) => (last === null ? undefined : remakeAll(opened.requestAs, REMADE_AT_ONCE, goesOn)),
    log,
  );
  const due = every(config.dueEveryMs, 'due', () => runDue(opened.requestAs, platform.now), log);
  const statistics = every(config.dueEveryMs, 'statistics', statisticsJob(opened.requestAs, platform.now, log), log);
  const proofs = every(config.dueEveryMs, 'proofs', () => forgetProofs(platform), log);
  const webhooks = every(config.webhookEveryMs, 'webhooks', () => deliver(platform), log);
  const checkpoints = atTimes(
    () => platform.sequencer.nextAfter(platform.now()).getTime() - platform.now().getTime(),
    'checkpoints',
    () => platform.sequencer.publish(),
    log,
  );
  let open = true;
  const scheme = config.tls === undefined ? 'http' : 'https';
  const url = (): string => {
    const { port } = http.address() as AddressInfo;
    return `${scheme}://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  };
  /** The address that a browser on this machine may use; DPoP proofs made for it are accepted too. */
  const localUrl = (): string => `${scheme}://localhost:${(http.address() as AddressInfo).port}`;
  const rates = openRates(platform, config.rates);
  const proxies = config.trustedProxies;
  const readCaller = openIdentity({
    platform,
    config,
    development: issuer,
    proxies,
    publicUrls: () => (config.publicUrl === undefined ? [url(), localUrl()] : [config.publicUrl]),
    onFault: (from, fault) => log.error({ issuer: from, fault }, 'the keys of an issuer cannot be had'),
    timing: options.keyTiming,
  });
  const metrics = openMetrics(platform.database);
  const http = await httpServer({
    server: apollo,
    platform,
    snapshots,
    authenticate: authenticator(readCaller, door(platform, snapshots), rates, proxies),
    countVerification: (message) => rates.address(addressOf(message, proxies), VERIFYING),
    checkLimits: limiter(keyAliases(composeSupergraph())),
    operations,
    deadlineMs: config.requestTimeoutMs,
    costOf: costCounter(composeSupergraph()),
    log,
    open: () => open,
    // /readyz has no rate limit. Requests that arrive together share one database ping, so a flood of them costs no more than one.
    ping: singleFlight(() => platform.database.ping()),
    metrics,
    corsOrigins: config.corsOrigins,
    issuer,
    publicUrl: () => config.publicUrl ?? url(),
    tls: config.tls,
  });
  const listen = (server: HttpServer, port: number): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(startFault(error, config)));
      server.listen(port, config.host, resolve);
    });
  await listen(http, config.port);
  const measured = config.metricsPort === undefined ? undefined : metricsServer(metrics);
  if (measured !== undefined) await listen(measured, config.metricsPort ?? 0);
  const control =
    config.databaseUrl === undefined && options.inMemory !== true
      ? await openControl(config.folder, opened.requestAs)
      : undefined;
  return {
    ...opened,
    issuer,
    metrics,
    url: url(),
    metricsUrl:
      measured === undefined ? undefined : `http://${config.host}:${(measured.address() as AddressInfo).port}/metrics`,
    stop: async () => {
      open = false;
      await control?.close();
      measured?.close();
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeIdleConnections();
      // A client that is still sending its request, or does not read the answer, must not keep the server from stopping.
      const cut = setTimeout(() => http.closeAllConnections(), config.requestTimeoutMs + CUT_AFTER_MS);
      await closed;
      clearTimeout(cut);
      await apollo.stop();
      await remaking.stop();
      await due.stop();
      await statistics.stop();
      await webhooks.stop();
      await proofs.stop();
      await checkpoints.stop();
      await opened.close();
    },
  };
}
