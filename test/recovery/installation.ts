/** An installation as an operator has one: a folder or a database with an owner of no more rights than needed, a login for backups, commands as processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { roleNames } from '../../subgraphs/database/roles.ts';
import { BANK_A, type Holder } from '../kit.ts';
import { type DatabaseKind, leave } from '../sample-template.ts';
import { fromPage } from './page.ts';

type Row = Record<string, unknown>;

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** Starts a command. `limit` is the largest file in blocks of 512 bytes that it may write (`ulimit -f`). */
export function startCommand(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  limit?: number,
): { readonly child: ChildProcess; readonly ended: Promise<Outcome> } {
  const command = [process.execPath, '-r', './gateway/installed.cjs', `gateway/commands/${name}.ts`, ...args];
  const child = spawn('sh', ['-c', `${limit === undefined ? '' : `ulimit -f ${limit}; `}exec "$@"`, 'sh', ...command], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    stdout += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    stderr += part;
  });
  const ended = new Promise<Outcome>((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
  return { child, ended };
}

export const run = (
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  limit?: number,
): Promise<Outcome> => startCommand(name, args, environment, limit).ended;

/** Statements on a database; the rows of the last. */
export async function sql(url: string, statements: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(statements);
    return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
  } finally {
    await client.end();
  }
}

const as = (url: string, user: string, password: string, database?: string): string => {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  if (database !== undefined) other.pathname = `/${database}`;
  return other.href;
};

let made = 0;

export interface EmptyDatabase {
  readonly name: string;
  /** As the superuser of the server. */
  readonly superUrl: string;
  /** As its owner, who is no superuser and may make roles. */
  readonly url: string;
}

/** An empty database of an owner of its own, on the tests' server or another. */
export async function emptyDatabase(server = inject('postgresql') ?? ''): Promise<EmptyDatabase> {
  made += 1;
  const name = `credit_r${process.pid}_${made}`;
  const owner = `owner_of_${name}`;
  const statements = fromPage('empty database', {
    credit_owner: owner,
    'CHOOSE ONE': 'of the owner',
    'create database credit': `create database ${name}`,
  });
  // One by one: a database is not made within a transaction.
  for (const statement of statements.trim().split('\n')) await sql(server, statement);
  if (server === inject('postgresql')) leave(name);
  const superUrl = new URL(server);
  superUrl.pathname = `/${name}`;
  return { name, superUrl: superUrl.href, url: as(server, owner, 'of the owner', name) };
}

/** The statement of RECOVERY.md, run by the owner. Returns the URL of the login. */
export async function backupLogin({ name, url }: EmptyDatabase): Promise<string> {
  const login = `backup_of_${name}`;
  await sql(
    url,
    fromPage('backup login', {
      credit_credit_backup: roleNames(name).backup,
      'create role credit_backup': `create role ${login}`,
      'CHOOSE ONE': 'of the backup',
    }),
  );
  return as(url, login, 'of the backup');
}

export interface Installation {
  readonly kind: DatabaseKind;
  /** Its DATA_DIR, with its keys. */
  readonly folder: string;
  /** Folder for backups. */
  readonly backups: string;
  /** Settings of its commands, BACKUP_URL among them. */
  readonly environment: NodeJS.ProcessEnv;
  readonly database: EmptyDatabase | undefined;
  readonly server: Server;
  ask(query: string, holder?: Holder): Promise<unknown>;
  /** To the next published time of the ledger. */
  publish(): Promise<void>;
  /** Settings for a restore: an empty database or folder, with the keys of this installation. */
  elsewhere(
    server?: string,
  ): Promise<{ readonly environment: NodeJS.ProcessEnv; readonly database: EmptyDatabase | undefined }>;
  /** Stops the server. */
  stop(): Promise<void>;
  /** Stops it and removes everything. */
  end(): Promise<void>;
}

/** The server in this process, over the sample, with a clock that `publish` moves. */
export async function serve(environment: NodeJS.ProcessEnv, clock: { now: Date }): Promise<Server> {
  return startServer(
    readConfig({
      ...{ PORT: '0', LOG_LEVEL: 'silent', RATE_PUBLIC: '1000000', CHECKPOINT_MINUTES: '10' },
      ...{ DUE_EVERY_MS: '86400000', WEBHOOK_EVERY_MS: '86400000' },
      ...environment,
    }),
    { now: () => clock.now },
  );
}

/** Asks as a bank of the sample, who needs a purpose, or as another. */
export async function askAs(
  server: Server,
  now: Date,
  query: string,
  { role, unit, subject }: Holder = BANK_A,
): Promise<unknown> {
  const whom = subject === undefined ? { unit } : { subject: `${subject.type}:${subject.value}` };
  const token = await server.issuer?.signAt({ sub: unit ?? 'subject', role, ...whom }, '15m', now);
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'credit-purpose': 'LOAN_ORIGINATION',
    },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

export async function install(kind: DatabaseKind): Promise<Installation> {
  const root = mkdtempSync(join(tmpdir(), 'credit-recovery-'));
  const folder = join(root, 'data');
  const database = kind === 'postgresql' ? await emptyDatabase() : undefined;
  const environment: NodeJS.ProcessEnv = {
    DATA_DIR: folder,
    JOURNAL_DIR: join(root, 'journal'),
    ...(database === undefined ? {} : { DATABASE_URL: database.url }),
  };
  const clock = { now: new Date('2026-11-20T10:00:00+08:00') };
  const server = await serve(environment, clock);
  const backupUrl = database === undefined ? undefined : await backupLogin(database);
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (!stopped) await server.stop();
    stopped = true;
  };
  let places = 0;
  return {
    kind,
    folder,
    backups: join(root, 'backups'),
    environment: { ...environment, ...(backupUrl === undefined ? {} : { BACKUP_URL: backupUrl }) },
    database,
    server,
    ask: (query, holder) => askAs(server, clock.now, query, holder),
    publish: () => {
      clock.now = server.platform.sequencer.nextAfter(clock.now);
      return server.platform.sequencer.publish();
    },
    elsewhere: async (other) => {
      places += 1;
      const place = join(root, `elsewhere-${places}`);
      mkdirSync(place);
      for (const name of ['secrets.json', 'development-issuer.json'])
        copyFileSync(join(folder, name), join(place, name));
      const empty = kind === 'postgresql' ? await emptyDatabase(other) : undefined;
      return {
        environment: {
          DATA_DIR: place,
          SAMPLE: 'off',
          ...(empty === undefined ? {} : { DATABASE_URL: empty.url, BACKUP_URL: empty.url }),
        },
        database: empty,
      };
    },
    stop,
    end: async () => {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
