/** Types that the checks, the routes and the HTTP server share. */
import type { IncomingMessage } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import type { Role } from '../../schema/law/facts.ts';
import type { Caller, Platform } from '../../subgraphs/request/context.ts';
import type { SnapshotReader } from '../../subgraphs/request/snapshot.ts';
import type { Kind } from '../evidence/kinds.ts';
import type { Ask, GatewayContext } from '../federation/asked.ts';
import type { DevelopmentIssuer } from '../identity/development-issuer.ts';
import type { Query } from '../message/body.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { costCounter } from '../query/cost.ts';
import type { limiter } from '../query/limits.ts';
import type { Operations } from '../query/operations.ts';
import type { ReportFonts } from '../reports/pdf/fonts.ts';
import type { RateSettings } from '../settings/config.ts';
import type { Traces } from '../traces/traces.ts';

/** Authenticates the caller and counts the request against its rate limit by `points`; an ordinary request is 1. */
export type Authenticate = (message: IncomingMessage, requestId: string, points?: number) => Promise<Caller>;

/** What all requests of a server share. */
export interface HttpContext {
  readonly server: ApolloServer<GatewayContext>;
  readonly platform: Platform;
  readonly snapshots: SnapshotReader;
  /** Opens a question of a caller: of this process, or of those that have a subgraph each. */
  readonly ask: Ask;
  readonly authenticate: Authenticate;
  /** Counts a verification by the address of the client. Report ids cannot be guessed; the limit keeps clients from trying. */
  readonly countVerification: (message: IncomingMessage) => Promise<void>;
  /** Counts an opening of a report by a link, which may cost a PDF, by the address of the client. */
  readonly countOpening: (message: IncomingMessage) => Promise<void>;
  readonly reportFonts: ReportFonts;
  readonly checkLimits: ReturnType<typeof limiter>;
  readonly costOf: ReturnType<typeof costCounter>;
  readonly operations: Operations;
  /** Milliseconds that a whole request may take. */
  readonly deadlineMs: number;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly traces: Traces;
  /** Origins whose pages may send requests from a browser (CORS). */
  readonly corsOrigins: readonly string[];
  /** Absent in production, and with it the query page. */
  readonly issuer: DevelopmentIssuer | undefined;
  /** Address under which the public reaches the server, without a trailing slash. */
  readonly publicUrl: () => string;
  /** Requests a minute, and the roles whose tokens must be bound: the reference pages tell them. */
  readonly rates: RateSettings;
  readonly boundRoles: readonly Role[];
  /** Whether the data began with the synthetic sample: the reference pages have commands for it. */
  readonly sample: boolean;
  /** Certificate and key; undefined where the server speaks plain HTTP. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  /** False while the server stops. */
  readonly open: () => boolean;
  /** Throws where the database does not answer. Says whether a gap of the ledger is open. */
  readonly ping: () => Promise<{ readonly gapOpen: boolean }>;
}

/** One request, and what the checks so far have found out about it. Later checks and the route read it with `established`. */
export interface Exchange {
  readonly id: string;
  readonly message: IncomingMessage;
  /** Path parameters by name, such as `id`. */
  readonly parameters: Readonly<Record<string, string>>;
  caller?: Caller;
  /** The body as text. */
  text?: string;
  /** The body as a file, and the kind that it is said to be. */
  file?: { readonly kind: Kind; readonly bytes: Buffer };
  /** Whether the body was read as a GraphQL request: what is refused of it then is refused for what it asks. */
  wellFormed?: true;
  query?: Query;
  document?: DocumentNode;
}

/** What an earlier check found out. Throws where the route lists that check too late or not at all: a bug of this program. */
export function established<Key extends 'caller' | 'text' | 'file' | 'query' | 'document'>(
  exchange: Exchange,
  key: Key,
): NonNullable<Exchange[Key]> {
  const value = exchange[key];
  if (value === undefined) throw new Error(`No check before this one established ${key}.`);
  return value as NonNullable<Exchange[Key]>;
}

/** Looks at a request before its route runs. To refuse the request it throws HttpError or an error of the platform. */
export type Check = (http: HttpContext, exchange: Exchange) => void | Promise<void>;

export interface Outcome {
  readonly status: number;
  /** Sent as JSON, errors in one language of those that they hold. Bytes are sent as they are; then `headers` gives the content type. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** As the log and the metrics show it; `:name` stands for one segment. */
  readonly path: string;
  /** In the order in which they run. */
  readonly checks: readonly Check[];
  readonly answer: (http: HttpContext, exchange: Exchange) => Promise<Outcome> | Outcome;
  /** Whether it is answered in the media type of GraphQL that the client accepts. */
  readonly graphql?: true;
  /** Whether people open it in a browser: what is wrong is then told as a page. */
  readonly forPeople?: boolean;
  /** Whether this server has the route; absent where every server has it. */
  readonly offered?: (http: HttpContext) => boolean;
}
