/** A province of many processes: two gateways and each subgraph twice, each started by its command, with the logins and keys that the commands make. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { SUBGRAPH_NAMES } from '../../subgraphs/names.ts';
import { freePort } from '../deploy/pods.ts';
import type { World } from '../kit.ts';

/** Between SIGTERM and the end of the listening: longer than a balancer takes to see it. */
const DRAIN_MS = 1_500;
/** How often somebody looks who is ready. */
export const LOOK_MS = 100;

export interface Part {
  readonly name: string;
  readonly url: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly child: ChildProcess;
  /** What it said to people. */
  said: string;
  /** Lines of its log. */
  lines: string;
}

export const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts a process, at first or again. */
export function begin(part: Omit<Part, 'child' | 'said' | 'lines'>): Part {
  const child = spawn(process.execPath, [part.file, ...part.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DRAIN_MS: String(DRAIN_MS),
      SAMPLE: 'off',
      ...part.environment,
    },
  });
  const begun: Part = { ...part, child, said: '', lines: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    begun.lines += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    begun.said += text;
  });
  return begun;
}

export async function ready(part: Part): Promise<void> {
  for (let tries = 0; !(await isReady(part.url)); tries += 1) {
    if (part.child.exitCode !== null || tries > 900) throw new Error(`${part.name} does not start: ${part.said}`);
    await wait(LOOK_MS);
  }
}

export interface Everything {
  readonly subgraphs: Part[];
  readonly gateways: Part[];
  /** Ends what still runs. */
  close(): void;
}

/** Starts them over the database and the keys of a world. `more`: settings of all. */
export async function startEverything(world: World, more: NodeJS.ProcessEnv): Promise<Everything> {
  const [subgraphs, gateways]: [Part[], Part[]] = [[], []];
  const place = mkdtempSync(join(tmpdir(), 'credit-everything-'));
  const close = (): void => {
    for (const { child } of [...gateways, ...subgraphs]) child.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  };
  const run = (file: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)(process.execPath, [file, ...args], {
      env: { PATH: process.env.PATH, DATA_DIR: world.folder, ...environment },
    });
  const settings = async () => {
    const [port, metrics] = [await freePort(), await freePort()];
    const environment = { ...more, DATA_DIR: world.folder, PORT: String(port), METRICS_PORT: String(metrics) };
    return { url: `http://127.0.0.1:${port}`, environment };
  };
  try {
    const logins = join(place, 'logins');
    await run('gateway/commands/logins.ts', ['--folder', logins], { DATABASE_URL: world.ownerUrl });
    const loginOf = (name: string): string =>
      readFileSync(join(logins, `${name}.env`), 'utf8')
        .replace('DATABASE_URL=', '')
        .trim();
    const set = join(place, 'gateways.json');
    for (const own of ['one', 'two'])
      await run('gateway/commands/keys.ts', ['--hop', join(place, `${own}.json`), '--public', set]);
    const places: string[] = [];
    for (const name of SUBGRAPH_NAMES) {
      const login = loginOf(name);
      const twice = [await settings(), await settings()];
      places.push(`${name}=${twice.map(({ url }) => url).join(' ')}`);
      for (const [at, { url, environment }] of twice.entries()) {
        const own = { ...environment, DATABASE_URL: login, HOP_KEYS: set };
        const file = 'gateway/commands/subgraph.ts';
        subgraphs.push(begin({ name: `${name} ${at}`, url, file, args: [name], environment: own }));
      }
    }
    for (const name of ['one', 'two']) {
      const { url, environment } = await settings();
      const own = {
        DATABASE_URL: loginOf('gateway'),
        HOP_KEY: join(place, `${name}.json`),
        SUBGRAPH_URLS: places.join(),
      };
      gateways.push(begin({ name, url, file: 'gateway/main.ts', args: [], environment: { ...environment, ...own } }));
    }
    for (const part of [...subgraphs, ...gateways]) await ready(part);
    return { subgraphs, gateways, close };
  } catch (error) {
    close();
    throw error;
  }
}
