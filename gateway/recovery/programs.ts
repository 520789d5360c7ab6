/** PostgreSQL's own programs: pg_dump, pg_restore, psql. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../settings/config.ts';
import { Refused } from './refused.ts';
import { PROGRAMS as SAY } from './sentences/programs.ts';

type Name = 'pg_dump' | 'pg_restore' | 'psql';

const DEBIAN = '/usr/lib/postgresql';

const VERSION = /\(PostgreSQL\) (\d+)(\S*)/;

export interface Program {
  readonly path: string;
  readonly major: number;
  /** As `--version` says it. */
  readonly version: string;
}

/** Where a program may lie: in Debian's folders, which name their version, and in PATH. */
function places(name: Name): readonly string[] {
  const folders = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin', name)) : [];
  return [...folders.filter((path) => existsSync(path)), name];
}

function programAt(path: string): readonly Program[] {
  const { stdout, error } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const [, major, rest] = error === undefined ? (VERSION.exec(stdout) ?? []) : [];
  return major === undefined ? [] : [{ path, major: Number(major), version: `${major}${rest}` }];
}

/**
 * The program of the oldest version that is not older than `least`: an older one does not know the server, and a newer one writes settings that the
 * server may not know. Throws Refused where there is none.
 */
export function programFor(name: Name, least: number): Program {
  const all = places(name).flatMap(programAt);
  const [found] = all.filter(({ major }) => major >= least).sort((left, right) => left.major - right.major);
  if (found === undefined) throw new Refused(SAY.none(name, least, [...new Set(all.map(({ version }) => version))]));
  return found;
}

/** A connection for a program: its URL without the password, which others could read in the list of processes, and the password apart. */
export function connectionOf(url: string): { readonly url: string; readonly environment: NodeJS.ProcessEnv } {
  const bare = new URL(url);
  const password = decodeURIComponent(bare.password);
  bare.password = '';
  return {
    url: bare.href,
    environment: childEnvironment({ LC_ALL: 'C', ...(password === '' ? {} : { PGPASSWORD: password }) }),
  };
}

export interface Running {
  readonly child: ChildProcess;
  /** Resolves when it ended well. Rejects with the last lines of its standard error. */
  readonly ended: Promise<void>;
}

const LAST_LINES = 5;

/** Fault of a program that ended with another status than 0. */
export class ProgramFailed extends Error {
  readonly said: string;
  constructor(path: string, how: string, lines: readonly string[]) {
    super(`${path}: ${how}${lines.length === 0 ? '' : `: ${lines.join(' / ')}`}`);
    this.said = lines.join('\n');
  }
}

/** Starts a program whose standard input and output are pipes. It is ended with this process: a dump alone would go on for nobody. */
export function start({ path }: Program, args: readonly string[], environment: NodeJS.ProcessEnv): Running {
  const child = spawn(path, args, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    lines.push(...part.split('\n').filter((line) => line.trim() !== ''));
    lines.splice(0, Math.max(0, lines.length - LAST_LINES));
  });
  // Whoever writes to a program that has ended is told by how it ended.
  child.stdin?.on('error', () => undefined);
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) =>
      status === 0 ? resolve() : reject(new ProgramFailed(path, signal ?? `exit status ${status}`, lines)),
    );
  });
  ended.catch(() => undefined);
  return { child, ended };
}
