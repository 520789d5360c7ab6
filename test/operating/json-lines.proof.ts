/**
 * In production every line is a JSON object, from the first to the last: where it starts, where it cannot, where a process dies, where a package or Node
 * itself has something to say. A proof, for each starts servers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { freshSecrets } from '../../subgraphs/keys/secrets.ts';
import { databases, makeDatabase } from '../kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secrets = join(folder, 'secrets.json');
writeFileSync(secrets, JSON.stringify(freshSecrets()), { mode: 0o600 });

const NUMBER = '239999199003070016';
const NAME = '张小梅';

/** What other code might do in the process, with values in its words. */
const noisy = join(folder, 'noisy.mjs');
writeFileSync(
  noisy,
  `setTimeout(() => {
    console.log('about ${NAME}'); console.error(new Error('${NUMBER}')); console.warn('%s', '${NUMBER}');
    process.emitWarning('soon gone', 'DeprecationWarning', 'DEP9999');
    process.emitWarning('about ${NAME}', 'OwnWarning');
  }, 500);`,
);
const failing = join(folder, 'failing.mjs');
writeFileSync(failing, `setTimeout(() => { Promise.reject(new Error('about ${NAME} ${NUMBER}')); }, 1500);`);

interface Line {
  readonly time: number;
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

function start(environment: NodeJS.ProcessEnv, preload?: string) {
  const child = spawn(process.execPath, [...(preload === undefined ? [] : ['--import', preload]), 'gateway/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      CREDIT_MODE: 'production',
      EMBEDDED_IN_PRODUCTION: 'yes',
      CREDIT_SECRETS: secrets,
      TOKEN_ISSUERS: JSON.stringify([{ issuer: 'https://issuer.example', audience: 'credit' }]),
      PUBLIC_URL: 'https://credit.example',
      PORT: '0',
      // No balancer asks here.
      DRAIN_MS: '0',
      DATA_DIR: join(folder, 'data'),
      ...environment,
    },
  });
  started.push(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.err += part;
  });
  const ended = once(child, 'close');
  /** Every line so far. What is no JSON object fails the test. */
  const lines = (): Line[] => {
    expect(said.err).toBe('');
    const whole = said.out.split('\n');
    expect(whole.pop()).toBe('');
    return whole.map((line) => {
      const object = JSON.parse(line) as Line;
      expect(object).toMatchObject({ time: expect.any(Number), level: expect.any(Number), msg: expect.any(String) });
      return object;
    });
  };
  const says = (pattern: RegExp): Promise<void> =>
    expect.poll(() => pattern.test(said.out), { interval: 50 }).toBe(true);
  return { child, said, ended, lines, says };
}

it('from the first line to the last, with requests, warnings and talkative packages between', async () => {
  const server = start({}, noisy);
  await server.says(/"msg":"Ready in/);
  const url = /Ready in [\d.]+ s at (\S+)\/graphql/.exec(server.said.out)?.[1] ?? '';
  await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${NUMBER}` },
    body: JSON.stringify({ query: `{ ${NAME} }` }),
  });
  await fetch(`${url}/${NUMBER}`);
  await server.says(/OwnWarning/);
  server.child.kill('SIGTERM');
  expect(await server.ended).toEqual([0, null]);
  const lines = server.lines();
  const told = lines.map(({ msg }) => msg);
  expect(told[0]).toMatch(/^Opening the embedded database/);
  expect(told).toContain('answered');
  expect(told.slice(-2)).toEqual(['SIGTERM: finishing what runs …', 'Stopped.']);
  expect(lines.filter(({ msg }) => msg === 'a package wrote to the console').map(({ console: how }) => how)).toEqual([
    'log',
    'error',
    'warn',
  ]);
  expect(lines.find(({ warning }) => warning === 'DeprecationWarning')).toMatchObject({
    code: 'DEP9999',
    said: 'soon gone',
    level: 40,
  });
  for (const value of [NAME, NUMBER]) expect(server.said.out).not.toContain(value);
});

it('an error that nobody caught ends the process with its cause, and without its words', async () => {
  const server = start({ DATA_DIR: join(folder, 'failing') }, failing);
  expect(await server.ended).toEqual([1, null]);
  expect(server.lines().at(-1)).toMatchObject({
    level: 60,
    msg: 'The process ends: an error was not caught.',
    origin: 'unhandledRejection',
    fault: { name: 'Error' },
  });
  for (const value of [NAME, NUMBER]) expect(server.said.out).not.toContain(value);
});

it.each([
  [{ TOKEN_ISSUERS: '[]', PUBLIC_URL: '' }, /TOKEN_ISSUERS: name at least one issuer.*PUBLIC_URL/s],
  [{ PORT: 'x', LOG_LEVEL: 'loud' }, /PORT.*LOG_LEVEL/s],
  [{ CREDIT_SECRETS: '/nowhere/keys.json', LOG_LEVEL: 'silent' }, /Set CREDIT_SECRETS to one that can/],
  [{ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/credit' }, /The PostgreSQL server of DATABASE_URL cannot be reached/],
])('one that cannot start says why in one line: %j', async (environment, why) => {
  const server = start(environment);
  expect(await server.ended).toEqual([1, null]);
  const last = server.lines().at(-1);
  expect(last).toMatchObject({ level: 60, msg: expect.stringMatching(why) });
});

it.runIf(databases().includes('postgresql'))('of several processes too, and of one that dies', async () => {
  const database = await makeDatabase();
  const port = await new Promise<number>((resolve) => {
    const free = createServer().listen(0, '127.0.0.1', () => {
      const { port: number } = free.address() as AddressInfo;
      free.close(() => resolve(number));
    });
  });
  try {
    const server = start({
      DATABASE_URL: database.url,
      PROCESSES: '2',
      METRICS_PORT: String(port),
      JOURNAL_DIR: mkdtempSync(join(folder, 'journal-')),
    });
    await server.says(/with 2 processes/);
    const metrics = async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const before = await metrics();
    // Of the one database, once; of the two processes, together.
    expect(before).toMatch(/^credit_database_up 1$/m);
    expect(before).toMatch(/^credit_statistics_epsilon_of_year 4$/m);
    expect(before).toMatch(/^credit_database_connections_max\{pool="read"\} 20$/m);
    expect(before).toMatch(/^credit_workers_serving 2$/m);
    expect(before).toMatch(/^credit_workers_replaced_total 0$/m);
    const worker = server.lines().find(({ pid }) => pid !== server.child.pid)?.pid;
    const { execFileSync } = await import('node:child_process');
    const children = execFileSync('sh', ['-c', `cat /proc/${server.child.pid}/task/*/children`], { encoding: 'utf8' });
    const [victim = 0] = children.trim().split(/\s+/).map(Number);
    expect([victim > 0, worker]).toEqual([true, undefined]);
    process.kill(victim, 'SIGKILL');
    await server.says(/another one takes its place/);
    await expect.poll(metrics).toMatch(/^credit_workers_serving 2$/m);
    expect(await metrics()).toMatch(/^credit_workers_replaced_total 1$/m);
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual([0, null]);
    expect(server.lines().find(({ msg }) => msg.includes('SIGKILL'))).toMatchObject({ level: 50 });
  } finally {
    await database.drop();
  }
});
