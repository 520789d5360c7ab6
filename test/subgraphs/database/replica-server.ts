/** A streaming replica of the tests' PostgreSQL server, which a test pauses, stops still and takes away. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { binaries, folderOf, owner } from '../../postgresql.ts';

export interface ReplicaServer {
  /** The same database on it. */
  of(url: string): string;
  /** Statements of its superuser, of the last the rows. */
  ask(url: string, statements: string): Promise<readonly Record<string, unknown>[]>;
  /** Nothing more is replayed, until it is resumed. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Until it has replayed what the primary has. */
  caughtUp(): Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** It goes at once, with all connections. */
  kill(): void;
  start(): void;
  remove(): void;
}

async function asSuperuser(url: string, statements: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(statements);
    return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
  } finally {
    await client.end();
  }
}

export function startReplica(primary: string): ReplicaServer {
  const bin = binaries();
  const copier = folderOf('pg_basebackup');
  if (bin === undefined || copier === undefined) throw new Error('PostgreSQL is not installed.');
  const { hostname, port: from, username } = new URL(primary);
  const folder = mkdtempSync(join(tmpdir(), 'credit-replica-'));
  const as = owner();
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const options = { ...as, cwd: folder, stdio: 'ignore' as const, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  const data = join(folder, 'data');
  const copy = [
    '-h',
    hostname,
    '-p',
    from,
    '-U',
    username,
    '-D',
    data,
    '-X',
    'stream',
    '-R',
    '-c',
    'fast',
    '--no-sync',
  ];
  execFileSync(join(copier, 'pg_basebackup'), copy, options);
  const port = 12_000 + ((process.pid * 7) % 7_000);
  const control = (...how: string[]): void => {
    const { status } = spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-w', ...how], options);
    if (status !== 0) throw new Error(`pg_ctl ${how.at(-1)}:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
  };
  const given = `-k ${folder} -p ${port} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off`;
  const start = (): void => control('-o', given, '-l', join(folder, 'log'), 'start');
  const of = (url: string): string => {
    const there = new URL(url);
    there.port = String(port);
    return there.href;
  };
  const ask = (url: string, statements: string) => asSuperuser(of(url), statements);
  const processes = (): number[] => {
    const main = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(main)], { encoding: 'utf8' });
    return [main, ...stdout.trim().split(/\s+/).filter(Boolean).map(Number)];
  };
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of processes())
      try {
        process.kill(pid, name);
      } catch {
        // It has ended meanwhile.
      }
  };
  start();
  return {
    of,
    ask,
    start,
    pause: async () => {
      await ask(primary, 'select pg_wal_replay_pause()');
      while ((await ask(primary, 'select pg_get_wal_replay_pause_state() as state'))[0]?.state !== 'paused')
        await pause(20);
    },
    resume: async () => {
      await ask(primary, 'select pg_wal_replay_resume()');
    },
    caughtUp: async () => {
      const [now] = await asSuperuser(primary, 'select pg_current_wal_flush_lsn()::text as place');
      for (;;) {
        const [there] = await ask(primary, `select pg_last_wal_replay_lsn() >= '${now?.place}'::pg_lsn as there`);
        if (there?.there === true) return;
        await pause(20);
      }
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    kill: () => control('-m', 'immediate', 'stop'),
    remove: () => {
      spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], options);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
