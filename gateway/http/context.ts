/** What a request meets on its way in: types that the checks, the routes and the server share. */
import type { IncomingMessage } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import type { Caller, Platform } from '../../subgraphs/request/context.ts';
import type { SnapshotReader } from '../../subgraphs/request/snapshot.ts';
import type { GatewayContext } from '../federation/transport.ts';
import type { DevelopmentIssuer } from '../identity/development-issuer.ts';
import type { Query } from '../message/body.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { costCounter } from '../query/cost.ts';
import type { limiter } from '../query/limits.ts';
import type { Operations } from '../query/operations.ts';

/** Establishes the caller and counts the question. `points` is what it weighs, an ordinary one being 1. */
export type Authenticate = (message: IncomingMessage, requestId: string, points?: number) => Promise<Caller>;

/** What all requests share. */
export interface HttpContext {
  readonly server: ApolloServer<GatewayContext>;
  readonly platform: Platform;
  readonly snapshots: SnapshotReader;
  readonly authenticate: Authenticate;
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

/** One request, and what the checks have established of it for those behind them. */
export interface Exchange {
  readonly id: string;
  readonly message: IncomingMessage;
  /** What stands in the path where the route has a name, such as `id`. */
  readonly parameters: Readonly<Record<string, string>>;
  caller?: Caller;
  /** The body as text. */
  text?: string;
  query?: Query;
  document?: DocumentNode;
}

/** What a check established. Throws where the list has the check behind who needs it: that is a fault of ours. */
export function established<Key extends 'caller' | 'text' | 'query' | 'document'>(
  exchange: Exchange,
  key: Key,
): NonNullable<Exchange[Key]> {
  const value = exchange[key];
  if (value === undefined) throw new Error(`No check before this one established ${key}.`);
  return value as NonNullable<Exchange[Key]>;
}

/** Looks at a request before anything is asked. Throws HttpError, or a refusal of the platform, to turn it away. */
export type Check = (http: HttpContext, exchange: Exchange) => void | Promise<void>;

export interface Outcome {
  readonly status: number;
  /** Sent as JSON; bytes as they are, with the content type in `headers`. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in the log and in the numbers; `:name` stands for one part. */
  readonly path: string;
  /** In the order in which they are made. */
  readonly checks: readonly Check[];
  readonly answer: (http: HttpContext, exchange: Exchange) => Promise<Outcome> | Outcome;
  /** Whether this server has it; absent where every server has. */
  readonly offered?: (http: HttpContext) => boolean;
}
