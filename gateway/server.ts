/** One server in one process: database, subgraphs, gateway and HTTP. `npm start` and the tests start it. */
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { causeOf } from '../schema/cause.ts';
import type { WallsDown } from '../subgraphs/authorization/guard.ts';
import { runDue } from '../subgraphs/clocks/run-due.ts';
import { remakeAll } from '../subgraphs/redaction/job.ts';
import { forgetProofs } from '../subgraphs/request/admission.ts';
import { runTelling } from '../subgraphs/rights/told/run-telling.ts';
import { openFederation } from './federation/open.ts';
import { callersSchema } from './federation/published-schema.ts';
import { supergraphSdl } from './federation/supergraph.ts';
import type { FaultInjection } from './federation/transport.ts';
import { authenticator, door } from './http/checks/authenticate.ts';
import { OPENING, VERIFYING } from './http/checks/count-verification.ts';
import { openRates } from './http/checks/rates.ts';
import { readiness } from './http/readiness.ts';
import { httpServer } from './http/server.ts';
import { singleFlight } from './http/single-flight.ts';
import { stopServer } from './http/stop.ts';
import { type DevelopmentIssuer, openDevelopmentIssuer } from './identity/development-issuer.ts';
import type { KeyTiming } from './identity/issuers.ts';
import { openIdentity } from './identity/open.ts';
import { serverLog } from './log/lines.ts';
import { addressOf } from './message/address.ts';
import { type Metrics, metricsServer, openMetrics } from './metrics/metrics.ts';
import { type OpenedPlatform, openPlatform, type PlatformOptions } from './platform.ts';
import { channelsJob } from './process/call-subjects.ts';
import { deliver } from './process/call-webhooks.ts';
import { openControl } from './process/control-socket.ts';
import { tellRecovery, unlessGap } from './process/recovery-job.ts';
import { atTimes, every, once } from './process/schedule.ts';
import { statisticsJob } from './process/statistics-job.ts';
import { costCounter } from './query/cost.ts';
import { keyAliases } from './query/key-aliases.ts';
import { limiter } from './query/limits.ts';
import { readOperations } from './query/operations-file.ts';
import { openFonts } from './reports/pdf/fonts.ts';
import { readyRows } from './rows.ts';
import type { Config } from './settings/config.ts';
import { gatewayPlace } from './settings/logins.ts';
import { startFault } from './settings/start-fault.ts';
import { NO_TRACES, type Traces } from './traces/traces.ts';

/** When the server stops, connections that are still open this long after the request deadline are closed. */
const CUT_AFTER_MS = 1_000;

/** Subjects whose texts are made anew in a slice, while it serves. */
const REMADE_AT_ONCE = 50;

/** How often what ended is taken to JOURNAL_DIR, where it did not leave with the answer. */
const JOURNAL_EVERY_MS = 2_000;

export interface Server extends OpenedPlatform {
  readonly url: string;
  /** Where the metrics are; undefined where METRICS_PORT is not set. */
  readonly metricsUrl: string | undefined;
  readonly metrics: Metrics;
  /** Absent in production. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Lets balancers turn away (DRAIN_MS), takes no new requests, finishes what runs, closes the database. */
  stop(): Promise<void>;
  /** A server that stops waits for no balancer any more. */
  hurry(): void;
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
  // What is written while a request runs names its trace.
  let traces: Traces = NO_TRACES;
  const log =
    options.log ??
    serverLog({ level: config.logLevel, ...(config.traces === undefined ? {} : { mixin: () => traces.ids() }) });
  if (config.traces !== undefined) {
    const { openTraces } = await import('./traces/otlp.ts');
    traces = openTraces(config.traces, config.trustedProxies, config.tls !== undefined, log);
  }
  const development = config.mode === 'development';
  const checkLimits = limiter(keyAliases(supergraphSdl()));
  const costOf = costCounter(supergraphSdl());
  const heldAgainst = { schema: callersSchema, introspection: development, checkLimits, costOf };
  const operations = readOperations(config.operationsFile, config.operationsOnlyForParties, heldAgainst);
  const reportFonts = await openFonts({ files: config.reportFonts, log });
  const onJournalFault = (fault: unknown): void =>
    log.error(
      { job: 'journal', fault },
      'what ended is not in JOURNAL_DIR yet; it stands, and is written when that can be',
    );
  const place = gatewayPlace(config);
  const opened = await openPlatform(config, { ...options, traces, onJournalFault, place });
  const { platform, snapshots, journal } = opened;
  platform.secrets.unreadable.onFirst((where) =>
    log.error(where, 'a row cannot be opened with the keys that are known; restore it from a backup, see KEYS.md'),
  );
  tellRecovery(config, opened.recovered, log);
  // A gateway that logs in as itself reads no text: its owner brought the rows up, and public-credit makes texts anew.
  const isBehind =
    place === undefined && (await readyRows(opened, { sample: config.sample, onStep: options.onStep, log }));
  const issuer = development ? await openDevelopmentIssuer(config.folder) : undefined;
  const metrics = openMetrics(platform, {
    checkpointEveryMs: config.checkpoints.everyMs,
    keepsJournal: journal !== undefined,
  });
  const reports = { log, ran: metrics.ran };
  const { settled, hop: hopTold } = metrics;
  const { faults, wallsDown } = options;
  // What ended at a subgraph in a process of its own is in JOURNAL_DIR when its answer leaves.
  const changed = async () => journal?.flush().catch((error: unknown) => onJournalFault(causeOf(error)));
  const needed = { platform, snapshots, log, traces, settled, hopTold, changed, faults, wallsDown };
  const federation = await openFederation(config, needed);
  const remaking = once(
    'redaction',
    async (goesOn) => (isBehind ? remakeAll(opened.requestAs, REMADE_AT_ONCE, goesOn) : undefined),
    reports,
  );
  const due = every(config.dueEveryMs, 'due', () => runDue(opened.requestAs, platform.now), reports);
  const messages = every(config.dueEveryMs, 'messages', () => runTelling(opened.requestAs, platform.now), reports);
  const statistics = every(
    config.dueEveryMs,
    'statistics',
    unlessGap(platform, statisticsJob(opened.requestAs, platform.now, log)),
    reports,
  );
  const refusals = every(config.dueEveryMs, 'refusals', () => platform.refusals.write(), reports);
  const proofs = every(config.dueEveryMs, 'proofs', () => forgetProofs(platform), reports);
  const called = (calls: Awaited<ReturnType<typeof deliver>>) => {
    metrics.webhooksCalled(calls);
    return calls;
  };
  const webhooks = every(
    config.webhookEveryMs,
    'webhooks',
    unlessGap(platform, async () => called(await deliver(platform))),
    reports,
  );
  const telling = channelsJob(platform, config.mail, () => config.publicUrl ?? url(), metrics.subjectsTold);
  const channels = every(config.webhookEveryMs, 'channels', unlessGap(platform, telling), reports);
  const checkpoints = atTimes(
    () => platform.sequencer.nextAfter(platform.now()).getTime() - platform.now().getTime(),
    'checkpoints',
    unlessGap(platform, () => platform.sequencer.publish()),
    reports,
  );
  // Spent authorizations, and what others left: it is written by whoever comes to it first.
  const journaling =
    journal === undefined ? undefined : every(JOURNAL_EVERY_MS, 'journal', () => journal.flush(), reports);
  let open = true;
  const hurried = new AbortController();
  const scheme = config.tls === undefined ? 'http' : 'https';
  /** Found when it listens, and kept: what still runs when it listens no more names it too. */
  let port = config.port;
  const url = (): string => `${scheme}://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  /** The address that a browser on this machine may use; DPoP proofs made for it are accepted too. */
  const localUrl = (): string => `${scheme}://localhost:${port}`;
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
  const http = await httpServer({
    server: federation.server,
    platform,
    snapshots,
    ask: federation.ask,
    authenticate: authenticator(readCaller, door(platform, snapshots), rates, proxies),
    countVerification: (message) => rates.address(addressOf(message, proxies), VERIFYING),
    checkLimits,
    countOpening: (message) => rates.address(addressOf(message, proxies), OPENING),
    reportFonts,
    operations,
    deadlineMs: config.requestTimeoutMs,
    costOf,
    log,
    open: () => open,
    // /readyz has no rate limit. Requests that arrive together share one database ping, so a flood of them costs no more than one.
    ping: singleFlight(() => readiness(platform, options.now === undefined)),
    metrics,
    traces,
    corsOrigins: config.corsOrigins,
    issuer,
    publicUrl: () => config.publicUrl ?? url(),
    rates: config.rates,
    boundRoles: config.boundRoles,
    sample: config.sample,
    tls: config.tls,
  });
  const listen = (server: HttpServer, port: number): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(startFault(error, config)));
      server.listen(port, config.host, resolve);
    });
  await listen(http, config.port);
  ({ port } = http.address() as AddressInfo);
  const measured = config.metricsPort === undefined ? undefined : metricsServer(metrics);
  if (measured !== undefined) await listen(measured, config.metricsPort ?? 0);
  const control =
    config.databaseUrl === undefined && options.inMemory !== true
      ? await openControl(config.folder, { ...opened, readCaller }, metrics.imported)
      : undefined;
  return {
    ...opened,
    issuer,
    metrics,
    url: url(),
    metricsUrl:
      measured === undefined ? undefined : `http://${config.host}:${(measured.address() as AddressInfo).port}/metrics`,
    hurry: () => hurried.abort(),
    stop: async () => {
      open = false;
      await control?.close();
      await stopServer(http, {
        drainMs: config.drainMs,
        hurry: hurried.signal,
        cutAfterMs: config.requestTimeoutMs + CUT_AFTER_MS,
      });
      measured?.close();
      await federation.stop();
      for (const job of [remaking, due, messages, statistics, refusals]) await job.stop();
      await platform.refusals
        .write()
        .catch((fault: unknown) => log.warn({ fault }, 'the last counts of refusals are lost'));
      for (const job of [webhooks, channels, proofs, checkpoints, journaling]) await job?.stop();
      await opened.close();
      await traces.stop();
    },
  };
}
