/** An orderly end: what runs is finished, nobody new is let in, and nobody can hold it up. A proof, for it waits for time-outs and for a process that ends. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Database } from '../../subgraphs/database/database.ts';
import { BANK_A, COMPANY, LISTED, MEI, onEachDatabase, openWorld, subject } from '../kit.ts';
import { make } from '../stories/report-kit.ts';
import { startMain } from './started.ts';

const NAME = 'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { name } }';

/** A connection that sends the first of a request, and hears what is answered until it is closed. */
async function begin(url: string, body: string, upTo: number) {
  const { hostname, port, host } = new URL(url);
  const socket: Socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let heard = '';
  socket.on('data', (part) => {
    heard += part;
  });
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, upTo)}`,
  );
  return { socket, closed };
}

onEachDatabase('a server that stops', (kind) => {
  it('finishes the questions that run, whole, and lets nobody in', async () => {
    // Its own reads are held up; that a gateway and subgraphs stop in an order is in wire/rolling.
    const world = await openWorld(kind, { wire: false });
    const { database } = world.server.platform;
    const { read } = database;
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let reading = 0;
    const held: Database['read'] = async (...args) => {
      reading += 1;
      await released;
      return read(...args);
    };
    Object.assign(database, { read: held });
    const names = { purpose: 'LOAN_ORIGINATION' };
    const running = Array.from({ length: 12 }, (_, index) =>
      world.ask(index % 2 === 0 ? null : BANK_A, NAME, { id: index % 3 === 0 ? LISTED : COMPANY }, names),
    );
    // A report says where it is verified: also of a server that listens no more.
    const { url } = world.server;
    const report = make(world, subject(MEI), {});
    while (reading < running.length + 1) await new Promise((resolve) => setTimeout(resolve, 5));
    let stopped = false;
    const ended = world.close().then(() => {
      stopped = true;
    });
    await expect(fetch(`${world.server.url}/healthz`)).rejects.toThrow();
    expect(stopped).toBe(false);
    release();
    for (const [index, answer] of (await Promise.all(running)).entries())
      expect([answer.status, answer.errors, answer.data]).toEqual([
        200,
        undefined,
        { subject: { name: index % 3 === 0 ? '大庆示例松江建筑工程有限公司' : '哈尔滨示例冰雪设备有限公司' } },
      ]);
    const made = await report;
    expect([made.status, made.body.verify]).toEqual([201, `${url}/verify/${made.body.id}`]);
    await ended;
    expect(stopped).toBe(true);
  });
});

it('adversarial 20: half a request, and an answer that nobody reads, keep no server from stopping', async () => {
  const world = await openWorld('pglite', { environment: { REQUEST_TIMEOUT_MS: '500' } });
  const body = JSON.stringify({ query: '{ __typename }' });
  const held = await Promise.all([0, 5, 10].map((upTo) => begin(world.server.url, body, upTo)));
  const { hostname, port } = new URL(world.server.url);
  const silent = connect(Number(port), hostname);
  silent.on('error', () => undefined);
  await once(silent, 'connect');
  await world.close();
  for (const { closed } of held) expect(await closed).not.toMatch(/ 200 /);
});

it('a process that is told to stop answers whom it has begun to hear, says so and ends with nothing wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-stop-'));
  const { child, says, said } = startMain(folder);
  try {
    const ended = once(child, 'exit');
    const [, url = ''] = await says(/at (http:\S+)\/graphql/);
    const body = JSON.stringify({ query: '{ catalogItems { totalCount } }' });
    const { socket, closed } = await begin(url, body, 10);
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill('SIGTERM');
    await says(/SIGTERM: finishing what runs/);
    child.kill('SIGTERM');
    socket.write(body.slice(10));
    const heard = await closed;
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
    expect(heard).toMatch(/connection: close/i);
    expect(heard).toContain('{"data":{"catalogItems":{"totalCount":0}}}');
    expect(await ended).toEqual([0, null]);
    expect(said()).toMatch(/Stopped\.\n$/);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

/** One request over a socket that stays open, and the head and body of its answer. */
async function askOver(socket: Socket, host: string, path: string): Promise<string> {
  let heard = '';
  const whole = new Promise<string>((resolve) => {
    const hear = (part: Buffer): void => {
      heard += part;
      const [head = '', body = ''] = heard.split('\r\n\r\n');
      if (!heard.includes('\r\n\r\n')) return;
      if (body.length < Number(/content-length: (\d+)/i.exec(head)?.[1])) return;
      socket.off('data', hear);
      resolve(heard);
    };
    socket.on('data', hear);
  });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  return whole;
}

it('A17.1 told to stop, it says so at /readyz first, and answers on old and new connections until balancers have seen it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-drain-'));
  // Ten minutes: what the test does fits into it on any machine, and the second signal ends it.
  const { child, says, said } = startMain(folder, { DRAIN_MS: '600000' });
  try {
    const ended = once(child, 'exit');
    const [, url = ''] = await says(/at (http:\S+)\/graphql/);
    const { hostname, port, host } = new URL(url);
    const connected = async (): Promise<Socket> => {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      return socket;
    };
    const kept = await connected();
    expect(await askOver(kept, host, '/readyz')).toMatch(/^HTTP\/1\.1 200 (?![\s\S]*connection: close)/i);
    child.kill('SIGTERM');
    await says(/SIGTERM: \/readyz answers 503; new requests are taken for 600 s more …/);
    // A connection from before is answered once more and then closed; so is a new one.
    const closed = once(kept, 'close');
    expect(await askOver(kept, host, '/.well-known/jwks.json')).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close/i);
    await closed;
    expect(await askOver(await connected(), host, '/readyz')).toMatch(/^HTTP\/1\.1 503 [\s\S]*connection: close/i);
    expect(await askOver(await connected(), host, '/healthz')).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close/i);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(said()).toMatch(/Stopped\.\n$/);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
