/** Two pods of the Deployment as processes, with PostgreSQL and an authorization server beside them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../postgresql.ts';
import { processesOf } from './agreement.ts';
import { type Container, type Machine, openMachine } from './container.ts';
import { lastImage } from './dockerfile.ts';
import { DEPLOY, readFiles, root, textOf } from './files.ts';
import { here } from './fixtures.ts';
import { install } from './installed.ts';
import type { Process } from './processes.ts';

const files = readFiles();
export const image = lastImage(textOf(files, 'Dockerfile'));

/** A process that the files describe, by a word of its place. */
export function describedAs(word: string): Process {
  const found = processesOf(files).find(({ place }) => place.includes(word));
  if (found === undefined) throw new Error(`No process is described as ${word}.`);
  return found;
}

const USER = Number(image.user.split(':')[0]);
const TLS = join(root, 'test/gateway/tls');

export interface Gateway {
  readonly container: Container;
  readonly url: string;
  readonly metrics: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Pods {
  readonly machine: Machine;
  /** The folder that stands for the image's. */
  readonly opt: string;
  /** The folder with what secrets hold. */
  readonly secrets: string;
  /** URL of a superuser. */
  readonly superuser: URL;
  readonly gateways: readonly [Gateway, Gateway];
  /** Asks one as a client of `gateway/first-day/tokens.json`, or as anybody. */
  ask(gateway: Gateway, client: string | null, query: string, variables?: object): Promise<unknown>;
  close(): void;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The image's `node` is the one that runs the tests. */
export const withNode = (words: readonly string[]): string[] =>
  words.map((word) => (word === 'node' ? process.execPath : word));

/** A command in the image: a program and its parameters. */
export const inImage = (...words: readonly string[]): string[] => withNode([...image.entrypoint, ...words]);

/** Status of an answer; 0 where there is none. */
export const statusOf = async (url: string): Promise<number> => (await fetch(url).catch(() => undefined))?.status ?? 0;

/** Asks as often and as many times as the manifest says. */
async function startup({ container, url }: Gateway, { probes }: Process): Promise<void> {
  const probe = probes.find(({ purpose }) => purpose === 'startup');
  if (probe === undefined) throw new Error('No startup probe is described.');
  for (let asked = 0; asked < probe.failures; asked += 1) {
    if ((await statusOf(`${url}${probe.path}`)) === 200) return;
    if (container.child.exitCode !== null) throw new Error(`It does not start:\n${container.said()}`);
    await wait(probe.everyMs);
  }
  throw new Error(`It was not ready in time:\n${container.said()}`);
}

const trial = (program: string, ...words: readonly string[]): string[] => [
  '-r',
  './gateway/installed.cjs',
  `test/trial/${program}.ts`,
  '--tokens',
  'gateway/first-day/tokens.json',
  ...words,
];

/** The trial authorization server, over https with a certificate that only `ca.pem` knows. */
async function openIssuer(url: string, folder: string): Promise<ChildProcess> {
  const tls = ['--cert', join(TLS, 'server.pem'), '--key', join(TLS, 'server-key.pem')];
  const issuer = spawn(process.execPath, trial('issuer', '--url', url, '--folder', folder, ...tls), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH },
  });
  await new Promise((resolve) => issuer.stderr?.once('data', resolve));
  return issuer;
}

export async function openPods(): Promise<Pods> {
  const folder = mkdtempSync(join(tmpdir(), 'credit-topology-'));
  const [opt, secrets, clients] = ['opt', 'etc', 'trial'].map((name) => join(folder, name)) as [string, string, string];
  const machine = openMachine(folder, USER);
  install(opt);
  mkdirSync(secrets);
  const cluster = startCluster();
  if (cluster === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const superuser = new URL(cluster.url);
  const password = '0123456789abcdef0123456789abcdef';
  const psql = { PGHOST: superuser.hostname, PGPORT: superuser.port, POSTGRES_USER: superuser.username };
  execFileSync('sh', [join(root, DEPLOY, 'database.sh')], {
    env: { PATH: process.env.PATH, ...psql, DB_PASSWORD: password },
  });
  const keys = await machine.run(inImage('gateway/commands/keys.ts'), { ...image.environment });
  // As Kubernetes hands over a secret: it belongs to root, and to the group of the pod, whom alone it lets read.
  writeFileSync(join(secrets, 'keys.json'), keys, { mode: 0o440 });
  if (process.getuid?.() === 0) chownSync(join(secrets, 'keys.json'), 0, USER);
  copyFileSync(join(TLS, 'server.pem'), join(secrets, 'ca.pem'));
  const issuerUrl = `https://localhost:${await freePort()}`;
  const issuer = await openIssuer(issuerUrl, clients);
  const described = describedAs('Deployment');
  const start = async (): Promise<Gateway> => {
    const own = {
      PORT: String(await freePort()),
      METRICS_PORT: String(await freePort()),
      DATA_DIR: machine.data,
      JOURNAL_DIR: join(machine.data, 'journal'),
    };
    const issuers = JSON.stringify([{ issuer: issuerUrl, audience: 'https://credit.example' }]);
    const url = `postgres://credit:${password}@${superuser.host}/credit`;
    const environment = { ...here(secrets, described.environment, url), ...own, TOKEN_ISSUERS: issuers };
    const at = (port: string): string => `http://127.0.0.1:${port}`;
    const container = machine.start(inImage(...image.command), environment);
    return { container, url: at(own.PORT), metrics: `${at(own.METRICS_PORT)}/metrics`, environment };
  };
  // Both at once, over an empty database: as a Deployment begins.
  const gateways = [await start(), await start()] as const;
  const close = (): void => {
    for (const { container } of gateways) container.kill();
    issuer.kill('SIGTERM');
    cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(gateways.map((gateway) => startup(gateway, described)));
  } catch (error) {
    close();
    throw error;
  }
  /** Header lines of a client, for one POST to where callers reach the gateway. */
  const headersOf = (client: string): Record<string, string> => {
    const words = [client, '--issuer', issuerUrl, '--folder', clients, '--for', 'https://credit.example/graphql'];
    const lines = execFileSync(process.execPath, trial('headers', ...words), {
      ...{ cwd: root, encoding: 'utf8' as const },
      env: { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: join(secrets, 'ca.pem') },
    });
    return Object.fromEntries([...lines.matchAll(/^(\S+): (.*)$/gm)].map(([, name, value]) => [name, value]));
  };
  return {
    ...{ machine, opt, secrets, superuser, gateways, close },
    ask: async ({ url }, client, query, variables = {}) => {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(client === null ? {} : headersOf(client)),
          ...(client === 'bank-a' ? { 'credit-purpose': 'LOAN_ORIGINATION' } : {}),
        },
        body: JSON.stringify({ query, variables }),
      });
      return answer.json();
    },
  };
}
