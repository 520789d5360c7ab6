/** Starts a "world" for tests: a whole server over the sample province, on the embedded database or on PostgreSQL. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { describe, expect, inject } from 'vitest';
import { type Server, type ServerOptions, startServer } from '../gateway/server.ts';
import { readConfig } from '../gateway/settings/config.ts';
import type { WallsDown } from '../subgraphs/authorization/guard.ts';
import type { Holder } from './cast.ts';
import { copySample, type DatabaseKind, leave, makeDatabase, TEN_O_CLOCK } from './sample-template.ts';
import { OPENED } from './summary.ts';
import { besideOwner, isWired, startWired, type Wired } from './wired.ts';

export * from './cast.ts';
export { makeDatabase, TODAY } from './sample-template.ts';

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly reason?: string;
    readonly article?: string;
    readonly help?: string;
    readonly id?: string;
    readonly competentUnit?: { readonly code: string; readonly name: string };
  };
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely
  readonly data: any;
  readonly errors?: readonly AnswerError[];
}

export interface Headers {
  readonly purpose?: string;
  readonly case?: string;
  readonly matter?: string;
  readonly channel?: string;
  /** Id of a mandate (Credit-For). */
  readonly mandate?: string;
}

export interface World {
  readonly server: Server;
  readonly kind: DatabaseKind;
  /** URL of the world's database as superuser; undefined for the embedded database. */
  readonly ownerUrl: string | undefined;
  /** Its DATA_DIR, which holds its keys. */
  readonly folder: string;
  /** The subgraphs, where each is in a server of its own. */
  readonly wired: Wired | undefined;
  /** Moves the clock. */
  setNow(instant: string): void;
  /** Moves the clock to the next published time of the ledger and publishes: entries of before then have their proofs. */
  publish(): Promise<void>;
  token(holder: Holder, expires?: string): Promise<string>;
  ask(
    holder: Holder | null,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Headers,
  ): Promise<Answer>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly now?: string;
  readonly wallsDown?: WallsDown;
  readonly faults?: ServerOptions['faults'];
  readonly sample?: boolean;
  readonly environment?: NodeJS.ProcessEnv;
  readonly log?: Logger;
  readonly keyTiming?: ServerOptions['keyTiming'];
  /** Each subgraph behind an HTTP server of its own, over PostgreSQL (wired.ts). */
  readonly wire?: boolean;
  /** Further settings, by the URL of the world's database. */
  readonly placed?: (url: string) => Promise<NodeJS.ProcessEnv>;
}

/** Settings of a world in which no job runs by itself: what is counted there is what the test asks. */
export const NO_JOBS = { DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000' } as const;
/** Settings with which a world cannot start from the shared copy of the sample. */
const OWN_DATA = ['CREDIT_MODE', 'CREDIT_SECRETS', 'SAMPLE', 'DATABASE_URL'];

/** Opens a world for one test file, which must close it. */
export const openWorld = (kind: DatabaseKind, options: WorldOptions = {}): Promise<World> =>
  open(kind, options, tmpdir());

async function open(kind: DatabaseKind, options: WorldOptions, place: string): Promise<World> {
  const began = performance.now();
  const folder = mkdtempSync(join(place, 'credit-test-'));
  const sampled =
    options.now === undefined &&
    options.sample !== false &&
    !OWN_DATA.some((name) => name in (options.environment ?? {}))
      ? await copySample(kind, folder)
      : undefined;
  const database = sampled?.database ?? (kind === 'postgresql' ? await makeDatabase() : undefined);
  let now = new Date(options.now ?? TEN_O_CLOCK);
  const environment = {
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    // All requests of a test come from one address: the default rate limits would stop them.
    RATE_PUBLIC: '1000000',
    RATE_SUBJECT: '1000000',
    DRAIN_MS: '0',
    // As in production: no checkpoint comes by itself while a test runs, and every interval is filled.
    CHECKPOINT_MINUTES: '10',
    ...(options.sample === false ? { SAMPLE: 'off' } : {}),
    ...(database === undefined ? {} : { DATABASE_URL: database.url, ...(await options.placed?.(database.url)) }),
    ...options.environment,
  };
  const log = options.log ?? pino({ level: 'silent' });
  const wired = isWired(kind, options)
    ? await startWired(environment, database?.url ?? '', { now: () => now, log, faults: options.faults })
    : undefined;
  const config = readConfig({ ...environment, ...wired?.environment });
  // Test files stay in memory to the end of the run, and what they hold with them: a closed world must not hold its server.
  let held: Server | undefined = await startServer(config, {
    now: () => now,
    inMemory: true,
    beginWith: sampled?.beginWith,
    log,
    ...(options.keyTiming === undefined ? {} : { keyTiming: options.keyTiming }),
    ...(options.wallsDown === undefined ? {} : { wallsDown: options.wallsDown }),
    ...(options.faults === undefined ? {} : { faults: options.faults }),
  });
  appendFileSync(join(inject('templates'), OPENED), `${kind} ${(performance.now() - began).toFixed(0)}\n`);
  let seen: Server | undefined;
  const server = (): Server => {
    if (held === undefined) throw new Error('The world is closed.');
    seen ??= wired === undefined ? held : besideOwner(held, wired.owner);
    return seen;
  };
  const token = async (holder: Holder, expires = '15m'): Promise<string> => {
    const claims = {
      sub: holder.unit ?? 'subject',
      role: holder.role,
      ...(holder.unit === undefined ? {} : { unit: holder.unit }),
      ...(holder.subject === undefined ? {} : { subject: `${holder.subject.type}:${holder.subject.value}` }),
    };
    return (await server().issuer?.signAt(claims, expires, now)) ?? '';
  };
  return {
    get server() {
      return server();
    },
    kind,
    ownerUrl: database?.url,
    folder,
    wired,
    setNow: (instant) => {
      now = new Date(instant);
    },
    publish: async () => {
      await wired?.endQuestions(database?.url ?? '');
      now = server().platform.sequencer.nextAfter(now);
      return server().platform.sequencer.publish();
    },
    token,
    ask: async (holder, query, variables = {}, headers = {}) => {
      const response = await fetch(`${server().url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(holder === null ? {} : { authorization: `Bearer ${await token(holder)}` }),
          ...(headers.purpose === undefined ? {} : { 'credit-purpose': headers.purpose }),
          ...(headers.case === undefined ? {} : { 'credit-case': encodeURIComponent(headers.case) }),
          ...(headers.matter === undefined ? {} : { 'credit-matter': encodeURIComponent(headers.matter) }),
          ...(headers.channel === undefined ? {} : { 'credit-channel': headers.channel }),
          ...(headers.mandate === undefined ? {} : { 'credit-for': headers.mandate }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
    },
    close: async () => {
      await held?.stop();
      held = undefined;
      seen = undefined;
      await wired?.stop();
      await database?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What test files may do in a shared world: only read, or deliver records too. */
type Use = 'reading' | 'deliveries';

/**
 * A world that all test files of a process share. It is opened once, and its clock stays at ten o'clock. In the world for `reading` no test
 * changes data. In the world for `deliveries` each file delivers records under document numbers of its own and looks only at these. In both the
 * ledger grows with each request. A test file opens a world of its own (`openWorld`) if it moves the clock, publishes, changes settings, or counts
 * what other files add to: disclosures, uses, quotas, statistics, the feed, leaves of the ledger, statements.
 */
const shared = new Map<string, Promise<World>>();
export function sharedWorld(kind: DatabaseKind, use: Use = 'reading'): Promise<World> {
  const key = `${kind} ${use} ${isWired(kind, {})}`;
  const opened = shared.get(key) ?? openShared(kind);
  shared.set(key, opened);
  return opened;
}

/** A shared world is never closed: it ends with its process. Its PostgreSQL database is dropped at the end of the run. */
async function openShared(kind: DatabaseKind): Promise<World> {
  const world = await open(kind, { environment: NO_JOBS }, inject('templates'));
  if (world.ownerUrl !== undefined) leave(new URL(world.ownerUrl).pathname.slice(1));
  const own = (what: string) => (): never => {
    throw new Error(`The world is shared: open one of your own to ${what}.`);
  };
  return { ...world, setNow: own('move its clock'), publish: own('publish'), close: own('close it') };
}

/** The kinds of database on which this machine can run the suite. The embedded one is always there. */
export const databases = (): readonly DatabaseKind[] =>
  inject('postgresql') === undefined ? ['pglite'] : ['pglite', 'postgresql'];

/** Where a world opens soonest, for a proof that shows nothing of the database: PostgreSQL, where this machine has it. */
export const soonest = (): DatabaseKind => databases().at(-1) ?? 'pglite';

/**
 * Runs the same tests on each database in one step. For behaviour that depends on the database: walls, policies, ledger, concurrency. What `npm test` ran on both
 * runs in the proof over the wire (both-modes.ts).
 */
export function onEachDatabase(name: string, body: (kind: DatabaseKind) => void): void {
  const again = inject('step') === 'proof' && expect.getState().testPath?.endsWith('.test.ts') === true;
  for (const kind of again ? (['postgresql'] as const) : databases()) describe(`${name} (${kind})`, () => body(kind));
}

/** For behaviour that does not depend on the database: runs on the embedded one in `npm test` and on PostgreSQL in `npm run proof`. */
export function onDatabaseOfStep(name: string, body: (kind: DatabaseKind) => void): void {
  const kind = inject('step') === 'proof' ? 'postgresql' : 'pglite';
  describe(`${name} (${kind})`, () => body(kind));
}
