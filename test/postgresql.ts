/** Global setup of the tests: starts a throwaway PostgreSQL cluster if its binaries are found, or uses the server of TEST_DATABASE_URL. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { placeRoles, roleNames } from '../subgraphs/database/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser URL of a server on which tests may create databases; undefined where there is none. */
    postgresql: string | undefined;
    /** Folder with the loaded sample, which later worlds copy, and with the list of the times that worlds took to open. */
    templates: string;
    /** The step of the suite that runs. */
    step: Step;
  }
}

/** `npm test`, `npm run proof`, `npm run fuzz`, and `npm run test:quick`, which starts no server. */
export type Step = 'test' | 'proof' | 'fuzz' | 'quick';

/** File in the folder `templates`: names of the databases that are dropped only when the run ends. */
export const LEFT = 'databases';

/** Folder of a program of PostgreSQL: from PATH, else the newest version where Debian installs them. */
export function folderOf(program: string): string | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian)
    ? readdirSync(debian)
        .sort((left, right) => Number(right) - Number(left))
        .map((version) => join(debian, version, 'bin'))
    : [];
  const onPath = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();
  return [...(onPath === '' ? [] : [join(onPath, '..')]), ...folders].find((folder) =>
    existsSync(join(folder, program)),
  );
}

/** Folder of initdb and pg_ctl. */
export const binaries = (): string | undefined => folderOf('initdb');

/** Undefined where it is not installed. */
export function dumpProgram(): string | undefined {
  const folder = folderOf('pg_dump');
  return folder === undefined ? undefined : join(folder, 'pg_dump');
}

/** PostgreSQL refuses to run as root. Where the tests do, it runs as another user. */
export function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', user], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', user], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  return undefined;
}

/** Ports to try. They lie below the range that Linux gives to outgoing connections. */
const PORTS = [0, 1, 2, 3, 4].map((attempt) => 20_000 + ((process.pid + 2_003 * attempt) % 12_000));

/**
 * Starts a cluster. Returns its superuser URL and a function that stops and removes it; undefined where there are no binaries. With `durable`,
 * commits wait for the disk (fsync), as in production. `settings` are further server settings, each `name=value`. `socketUrl`: the same over its Unix socket.
 */
export function startCluster(
  durable = false,
  settings: readonly string[] = [],
): { readonly url: string; readonly socketUrl: string; stop(): void } | undefined {
  const bin = binaries();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'credit-pg-'));
  const as = owner();
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const options = { ...as, cwd: folder, stdio: 'ignore' as const, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } };
  const data = join(folder, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8'], options);
  const all = [
    'listen_addresses=127.0.0.1',
    `fsync=${durable ? 'on' : 'off'}`,
    'max_connections=200',
    'shared_buffers=256MB',
    ...settings,
  ];
  const starts = (port: number): boolean => {
    const given = `-k ${folder} -p ${port} ${all.map((setting) => `-c ${setting}`).join(' ')}`;
    const start = ['-D', data, '-o', given, '-l', join(folder, 'log'), '-w', 'start'];
    return spawnSync(join(bin, 'pg_ctl'), start, options).status === 0;
  };
  const port = PORTS.find(starts);
  if (port === undefined) throw new Error(`PostgreSQL does not start:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return {
    url,
    socketUrl: `${url}?host=${folder}`,
    stop: () => {
      spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], options);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether this machine can run tests on PostgreSQL. */
export const serverAvailable = (): boolean => process.env.TEST_DATABASE_URL !== undefined || binaries() !== undefined;

/** Drops the databases and roles of this run from a server that outlives it (TEST_DATABASE_URL). */
async function dropLeft(url: string, templates: string): Promise<void> {
  const list = join(templates, LEFT);
  if (!existsSync(list)) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const name of readFileSync(list, 'utf8').trim().split('\n')) {
      await client.query(`drop database if exists ${name} with (force)`);
      for (const role of [...Object.values(roleNames(name)), ...placeRoles(name)])
        await client.query(`drop role if exists "${role}"`);
    }
  } finally {
    await client.end();
  }
}

export function setup(project: TestProject): () => Promise<void> {
  const quick = project.getProvidedContext().step === 'quick';
  const given = quick ? undefined : process.env.TEST_DATABASE_URL;
  const cluster = quick || given !== undefined ? undefined : startCluster();
  project.provide('postgresql', given ?? cluster?.url);
  const templates = mkdtempSync(join(tmpdir(), 'credit-templates-'));
  project.provide('templates', templates);
  // Tests start commands and servers as child processes. With a shared compile cache, each module is compiled only once.
  process.env.NODE_COMPILE_CACHE ??= join(templates, 'compiled');
  return async () => {
    cluster?.stop();
    if (given !== undefined) await dropLeft(given, templates);
    rmSync(templates, { recursive: true, force: true });
  };
}
