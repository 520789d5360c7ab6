/** Traces of requests, as the other rooms use them. Where they are off, work runs as it is: no span, no object, no look-up. */
import type { IncomingMessage } from 'node:http';
import type { Database } from '../../subgraphs/database/database.ts';

/** Facts about a span. What is on no list of allowed.ts is never sent. */
export type Facts = Readonly<Record<string, string | number>>;

/** The span of one HTTP request. */
export interface RequestSpan {
  readonly traceId: string | undefined;
  /** Runs the work of the request: what it begins lies below this span. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  end(status: number, role: string | undefined): void;
}

export interface Traces {
  /** `route` is the pattern of a known route, and no path as it was sent. */
  request(message: IncomingMessage, route: string): RequestSpan;
  /** A part of a question at a subgraph, whose trace its gateway began: the hop was verified. */
  part(message: IncomingMessage, subgraph: string): RequestSpan;
  /** The header by which another process goes on with the running trace (W3C Trace Context); none where there is no trace. */
  header(): Readonly<Record<string, string>>;
  span<Result>(name: string, facts: Facts, work: () => Promise<Result>): Promise<Result>;
  /** The same database, whose statements are spans. */
  database(database: Database): Database;
  /** Ids of the running trace, for a line of the log. */
  ids(): object;
  /** Sends what is left, and waits for that a few seconds at most. */
  stop(): Promise<void>;
}

const NO_SPAN: RequestSpan = { traceId: undefined, run: (work) => work(), end: () => undefined };
const NO_IDS = {};
const NO_HEADER = {};

export const NO_TRACES: Traces = {
  request: () => NO_SPAN,
  part: () => NO_SPAN,
  header: () => NO_HEADER,
  span: (_name, _facts, work) => work(),
  database: (database) => database,
  ids: () => NO_IDS,
  stop: () => Promise.resolve(),
};
