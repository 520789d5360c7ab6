/** A province for a year: a database of release 0.1.0 with its keys, the server and its commands as processes of their own, a folder for the journal and one for backups. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDevelopmentIssuer } from '../../../gateway/identity/development-issuer.ts';
import type { Answer, Holder } from '../../kit.ts';
import { backupLogin, type EmptyDatabase, emptyDatabase, sql } from '../../recovery/installation.ts';
import type { DatabaseKind } from '../../sample-template.ts';
import { copyKeys, releasedDatabase } from '../../upgrading/released.ts';

const root = join(import.meta.dirname, '../../..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

export interface Ran {
  readonly status: number | null;
  readonly printed: string;
}

interface Running {
  readonly url: string;
  /** Resolves with what it printed when it has ended. */
  stop(signal?: NodeJS.Signals): Promise<Ran>;
}

/** What `npm run NAME` starts. */
function start(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): { child: ChildProcess; ended: Promise<Ran>; printed(): string } {
  const [, ...words] = (scripts[name] ?? '').split(' ');
  const child = spawn(process.execPath, [...words, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
  const ended = new Promise<Ran>((resolve) => child.once('close', (status) => resolve({ status, printed })));
  return { child, ended, printed: () => printed };
}

export interface Province {
  readonly kind: DatabaseKind;
  readonly keyFile: string;
  readonly journal: string;
  readonly backups: string;
  /** Runs a command to its end. */
  run(name: string, ...args: readonly string[]): Promise<Ran>;
  /** Kills a command after so many milliseconds, unless it has ended. Whether it was killed. */
  killed(afterMs: number, name: string, ...args: readonly string[]): Promise<boolean>;
  /** Starts the server and waits until it listens. Throws with what it printed where it does not. */
  serve(): Promise<Running>;
  ask(
    server: Running,
    holder: Holder | null,
    query: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** The disk is gone: another, empty one takes its place. The keys, the journal and the backups lay elsewhere. */
  loseDisk(): Promise<void>;
  end(): Promise<void>;
}

export async function openProvince(kind: DatabaseKind): Promise<Province> {
  const place = mkdtempSync(join(tmpdir(), 'credit-year-'));
  const keys = join(place, 'keys');
  copyKeys('0.1.0', keys);
  const [journal, backups] = [join(place, 'journal'), join(place, 'backups')];
  mkdirSync(journal, { mode: 0o700 });
  let disks = 0;
  let environment: NodeJS.ProcessEnv = {};
  const settings = async (database: EmptyDatabase | undefined): Promise<void> => {
    disks += 1;
    const folder = join(place, `disk-${disks}`);
    // The issuer of development keeps its key in DATA_DIR.
    copyKeys('0.1.0', folder);
    environment = {
      DATA_DIR: folder,
      CREDIT_SECRETS: join(keys, 'secrets.json'),
      JOURNAL_DIR: journal,
      SAMPLE: 'off',
      PORT: '0',
      LOG_LEVEL: 'error',
      RATE_PUBLIC: '1000000',
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
    };
  };
  const newDisk = async (): Promise<EmptyDatabase | undefined> => {
    const database = kind === 'postgresql' ? await emptyDatabase() : undefined;
    await settings(database);
    return database;
  };
  let database = await newDisk();
  const dump = releasedDatabase('0.1.0', database?.name ?? 'postgres');
  if (database !== undefined) {
    // What the dump holds belongs to whoever loads it, and that is who made it: the superuser of a server of before.
    await sql(database.superUrl, dump);
    environment.DATABASE_URL = database.superUrl;
  } else {
    const pglite = await PGlite.create({ dataDir: join(environment.DATA_DIR ?? '', 'pglite') });
    await pglite.exec(dump);
    await pglite.close();
  }
  const issuer = await openDevelopmentIssuer(keys);
  const servers = new Set<ChildProcess>();
  let asBackup: string | undefined;
  const run: Province['run'] = async (name, ...args) => {
    // The role that reads everything comes with this release: its login is made when the first backup is.
    if (name === 'backup' && database !== undefined && asBackup === undefined)
      asBackup = await backupLogin({ ...database, url: environment.DATABASE_URL ?? '' });
    return start(name, args, { ...environment, ...(asBackup === undefined ? {} : { BACKUP_URL: asBackup }) }).ended;
  };
  return {
    kind,
    keyFile: join(keys, 'secrets.json'),
    journal,
    backups,
    run,
    killed: async (afterMs, name, ...args) => {
      const { child, ended } = start(name, args, {
        ...environment,
        ...(asBackup === undefined ? {} : { BACKUP_URL: asBackup }),
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
      const { status } = await ended;
      clearTimeout(timer);
      return status === null;
    },
    serve: async () => {
      const { child, ended, printed } = start('start', [], environment);
      servers.add(child);
      void ended.then(() => servers.delete(child));
      const listening = new Promise<string>((resolve) => {
        for (const stream of [child.stdout, child.stderr])
          stream?.on('data', () => {
            const found = /Ready in .* at (\S+)\/graphql/.exec(printed())?.[1];
            if (found !== undefined) resolve(found);
          });
      });
      const url = await Promise.race([
        listening,
        ended.then(({ printed: said }) => {
          throw new Error(said);
        }),
      ]);
      return {
        url,
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return ended;
        },
      };
    },
    ask: async ({ url }, holder, query, variables = {}, headers = {}) => {
      const claims =
        holder === null
          ? undefined
          : {
              sub: holder.unit ?? 'subject',
              role: holder.role,
              ...(holder.unit === undefined ? {} : { unit: holder.unit }),
              ...(holder.subject === undefined ? {} : { subject: `${holder.subject.type}:${holder.subject.value}` }),
            };
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(claims === undefined
            ? {}
            : { authorization: `Bearer ${await issuer.signAt(claims, '15m', new Date())}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
    },
    loseDisk: async () => {
      for (const one of servers) one.kill('SIGKILL');
      rmSync(environment.DATA_DIR ?? '', { recursive: true, force: true });
      database = await newDisk();
      asBackup = undefined;
    },
    end: async () => {
      for (const one of servers) one.kill('SIGKILL');
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Runs a command about keys until whatever was killed is no longer believed to live. */
export async function runAtLast(province: Province, name: string, ...args: readonly string[]): Promise<string> {
  for (;;) {
    const { status, printed } = await province.run(name, ...args);
    if (status === 0) return printed;
    if (!printed.includes('believed to live')) throw new Error(printed);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}
