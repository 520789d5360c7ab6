/**
 * Prometheus metrics, served on a port of their own: requests, errors and refusals, jobs, connections, and what an operator watches in the database.
 * No label names a caller, a unit, an item or a subject.
 */
import { createServer, type Server } from 'node:http';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Platform } from '../../subgraphs/request/context.ts';
import { type Counters, openCounters } from './counters.ts';
import { figureGauges } from './figure-gauges.ts';

/** The metrics of one process as JSON, which can be sent to the primary process. */
export type Numbers = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** Adds up the metrics of several processes. */
export const sumOf = (each: readonly Numbers[]): Registry => AggregatorRegistry.aggregate([...each]);

/** A metric as OPERATING.md, the rules and the dashboard must know it. */
export interface Described {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly labels: readonly string[];
}

/** prom-client's own types leave out what its metrics have. */
const describedOf = (registry: Registry): Described[] =>
  (registry.getMetricsAsArray() as unknown as readonly (Described & { readonly labelNames: readonly string[] })[]).map(
    ({ name, type, help, labelNames }) => ({ name, type, help, labels: labelNames }),
  );

export interface Metrics extends Counters {
  /** Every metric that a server can have, with its labels, also where it has no value yet. */
  described(): readonly Described[];
  /** `withFigures`: with what is read from the database, which one process of several tells. */
  numbers(withFigures: boolean): Promise<Numbers>;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Processes that serve, as the one that began them counts them. */
export function openProcesses(
  configured: number,
  serving: () => number,
): { numbers(): Promise<Numbers>; text(): Promise<string>; described(): Described[]; replaced(): void } {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({ name: 'credit_workers_configured', help: 'Processes that should serve (PROCESSES).', registers }).set(
    configured,
  );
  new Gauge({
    name: 'credit_workers_serving',
    help: 'Processes that serve.',
    registers,
    collect() {
      this.set(serving());
    },
  });
  const replaced = new Counter({
    name: 'credit_workers_replaced_total',
    help: 'Processes that ended by themselves and were replaced.',
    registers,
  });
  return {
    numbers: () => registry.getMetricsAsJSON(),
    text: () => registry.metrics(),
    described: () => describedOf(registry),
    replaced: () => replaced.inc(),
  };
}

let ofProcess: Registry | undefined;

/**
 * Node's own metrics, once a process: its observer of garbage collection lives as long as the process, and with it the registry that it was given, and whatever
 * the other metrics of that registry read.
 */
function nodeMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

/** What a server tells beside what it counts: nothing of the database where it is one subgraph, whose login may not read figures. */
export interface Told {
  readonly checkpointEveryMs: number;
  readonly keepsJournal: boolean;
  readonly figures?: boolean;
}

/** Opens the metrics of one server. */
export function openMetrics(
  platform: Platform,
  { checkpointEveryMs, keepsJournal, figures: withFigures = true }: Told,
): Metrics {
  const registry = new Registry();
  const figures = new Registry();
  const node = nodeMetrics();
  const counters = openCounters(registry, platform);
  const read = withFigures ? figureGauges(figures, platform, checkpointEveryMs, keepsJournal) : () => Promise.resolve();
  const alone = openProcesses(1, () => 1);
  const numbers = async (alsoFigures: boolean): Promise<Numbers> => {
    if (alsoFigures) await read();
    return [
      ...(await node.getMetricsAsJSON()),
      ...(await registry.getMetricsAsJSON()),
      ...(alsoFigures ? await figures.getMetricsAsJSON() : []),
    ] as unknown as Numbers;
  };
  return {
    ...counters,
    contentType: registry.contentType,
    numbers,
    described: () => [...describedOf(node), ...describedOf(registry), ...describedOf(figures), ...alone.described()],
    text: async () => {
      await read();
      return [await node.metrics(), await registry.metrics(), await figures.metrics(), await alone.text()].join('\n');
    },
  };
}

/** An HTTP server for GET /metrics and nothing else; the caller makes it listen. */
export const metricsServer = (metrics: Pick<Metrics, 'text' | 'contentType'>): Server =>
  createServer(async (message, response) => {
    if (message.method !== 'GET' || message.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await metrics.text();
      response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text);
    } catch {
      response.writeHead(500).end();
    }
  });
