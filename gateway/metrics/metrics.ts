/**
 * Prometheus metrics, served on a port of their own: how many requests, how long they take, which errors. No label names a caller or a
 * subject.
 */
import { createServer, type Server } from 'node:http';
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../../subgraphs/database/database.ts';

/** In seconds. The last ones lie around the request deadline. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export interface Answered {
  /** Pattern of a known route. A path as sent may hold an identification number. */
  readonly path: string;
  readonly status: number;
  readonly role: string | undefined;
  readonly seconds: number;
  /** Codes of the errors in the response. */
  readonly codes: readonly string[];
}

/** The metrics of one process as JSON, which can be sent to the primary process. */
export type Numbers = Awaited<ReturnType<Registry['getMetricsAsJSON']>>;

/** Sums the metrics of several processes. */
export const sumOf = (each: readonly Numbers[]): Registry => AggregatorRegistry.aggregate([...each]);

export interface Metrics {
  numbers(): Promise<Numbers>;
  answered(answer: Answered): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Opens the metrics of one server. */
export function openMetrics(database: Database): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'credit_requests_total',
    help: 'Requests answered, by path, status and role.',
    labelNames: ['path', 'status', 'role'],
    registers,
  });
  const errors = new Counter({
    name: 'credit_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    registers,
  });
  const seconds = new Histogram({
    name: 'credit_request_seconds',
    help: 'Time to the answer in seconds, by path.',
    labelNames: ['path'],
    buckets: BUCKETS,
    registers,
  });
  const count = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  count('credit_database_statements', 'Statements sent to the database since the start.', () => database.statements());
  count('credit_database_round_trips', 'Times that a reader waited for the database since the start.', () =>
    database.roundTrips(),
  );
  return {
    contentType: registry.contentType,
    numbers: () => registry.getMetricsAsJSON(),
    text: () => registry.metrics(),
    answered: ({ path, status, role, seconds: took, codes }) => {
      requests.inc({ path, status: String(status), role: role ?? 'none' });
      seconds.observe({ path }, took);
      for (const code of codes) errors.inc({ code });
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
    response
      .writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
      .end(await metrics.text());
  });
