/**
 * Several processes behind one port: one answer whoever gives it, one set of numbers, one end; and one that is killed is replaced.
 * A proof, for it starts servers of several processes.
 */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, makeDatabase } from '../kit.ts';
import { type Started, startMain } from './started.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Processes that one started, by what the system says. */
const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(parent);
      } catch {
        return false;
      }
    })
    .map(Number);

/** On a connection of its own, so that it is dealt out anew. */
const ask = async (url: string): Promise<unknown> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query: '{ catalogItems { totalCount } }' }),
  });
  return response.json();
};

describe.runIf(databases().includes('postgresql') && process.platform === 'linux')('two processes', () => {
  let database: Awaited<ReturnType<typeof makeDatabase>>;
  let started: Started;
  let url: string;
  let metrics: string;
  beforeAll(async () => {
    database = await makeDatabase();
    // A port that nobody has: the numbers' one is not told.
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    free.close();
    await once(free, 'close');
    metrics = `http://127.0.0.1:${port}/metrics`;
    started = startMain(folder, {
      PROCESSES: '2',
      DATABASE_URL: database.url,
      METRICS_PORT: String(port),
      RATE_PUBLIC: '1000',
    });
    [, url = ''] = await started.says(/at (http:\S+)\/graphql, with 2 processes/);
  });
  afterAll(async () => {
    started.child.kill('SIGKILL');
    await database.drop();
  });

  const answered = { data: { catalogItems: { totalCount: 0 } } };

  it('answer alike, and their numbers are added up', async () => {
    expect(childrenOf(started.child.pid ?? 0)).toHaveLength(2);
    for (let count = 0; count < 20; count += 1) expect(await ask(url)).toEqual(answered);
    const text = await (await fetch(metrics)).text();
    expect(text).toContain('credit_requests_total{path="/graphql",status="200",role="PUBLIC"} 20');
  });

  it('one that is killed is said and replaced, and the other one answers meanwhile', async () => {
    const [killed = 0, other] = childrenOf(started.child.pid ?? 0);
    process.kill(killed, 'SIGKILL');
    await started.says(/A process of the gateway ended \(SIGKILL\); another one takes its place\./);
    expect(await ask(url)).toEqual(answered);
    const deadline = AbortSignal.timeout(20_000);
    let now = childrenOf(started.child.pid ?? 0);
    while (now.length < 2 && !deadline.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      now = childrenOf(started.child.pid ?? 0);
    }
    expect(now).toHaveLength(2);
    expect(now).toContain(other);
    expect(now).not.toContain(killed);
  });

  it('told to stop, all of them stop, and nothing is left', async () => {
    const children = childrenOf(started.child.pid ?? 0);
    const ended = once(started.child, 'exit');
    started.child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(started.said()).toMatch(/SIGTERM: finishing what runs …\nStopped\.\n$/);
    for (const child of children) expect(() => process.kill(child, 0)).toThrow('ESRCH');
  });
});

it('an embedded database is one process’s: several are refused with what to set', async () => {
  const { child, said } = startMain(folder, { PROCESSES: '2' });
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(said()).toBe(
    'PROCESSES above 1 needs DATABASE_URL: the embedded database belongs to one process. Set it to a PostgreSQL server.\n',
  );
});

it.runIf(databases().includes('postgresql'))(
  'a port that is taken is told once, and nothing stays behind',
  async () => {
    const database = await makeDatabase();
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      const { child, said } = startMain(folder, { PROCESSES: '3', DATABASE_URL: database.url, PORT: String(port) });
      expect(await once(child, 'exit')).toEqual([1, null]);
      expect(said()).toBe(
        `Opening the PostgreSQL database …\nThe port ${port} is in use. Set PORT to another one, or stop what listens there.\nNothing is served.\n`,
      );
    } finally {
      taken.close();
      await database.drop();
    }
  },
);
