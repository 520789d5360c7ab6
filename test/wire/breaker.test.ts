/** Requests to the processes of one subgraph: whom they go to, what is tried again, who is left alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NotReached, type Sent, Wire } from '../../gateway/federation/network/wire.ts';

interface Process {
  readonly url: string;
  readonly server: Server;
  asked: number;
  answers: 'WELL' | 'UNAVAILABLE' | 'CUTS' | 'NOTHING';
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function startProcess(port = 0): Promise<Process> {
  const made: Process = { url: '', server: createServer(), asked: 0, answers: 'WELL' };
  made.server.on('request', (message, response) => {
    made.asked += 1;
    message.resume();
    if (made.answers === 'CUTS') return message.socket.destroy();
    if (made.answers === 'NOTHING') return undefined;
    response.writeHead(made.answers === 'WELL' ? 200 : 503).end('said');
    return undefined;
  });
  await new Promise<void>((resolve) => {
    made.server.listen(port, '127.0.0.1', resolve);
  });
  open.push({ close: () => stop(made) });
  return Object.assign(made, { url: `http://127.0.0.1:${(made.server.address() as AddressInfo).port}` });
}

const stop = ({ server }: Process): void => {
  server.close();
  server.closeAllConnections();
};

function wireTo(...processes: readonly Process[]): Wire {
  const wire = new Wire(processes.map(({ url }) => url));
  open.push(wire);
  return wire;
}

let made = 0;
const sent = async (): Promise<Sent> => {
  made += 1;
  return { body: `{"hop":${made}}`, headers: {}, signal: new AbortController().signal, timeoutMs: 300 };
};
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const outcome = (wire: Wire, changes = false): Promise<unknown> =>
  wire.post(sent, changes).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof NotReached ? 'not reached' : 'failed'),
  );

describe('the wire', () => {
  it('goes to each process in turn', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    const wire = wireTo(one, two);
    for (let each = 0; each < 6; each += 1) expect(await outcome(wire)).toBe(200);
    expect([one.asked, two.asked]).toEqual([3, 3]);
  });

  it.each([false, true])(
    'what reached nobody is sent once more, to another, under a hop of its own (a change: %s)',
    async (changes) => {
      const [gone, there] = [await startProcess(), await startProcess()];
      stop(gone);
      const wire = wireTo(gone, there);
      made = 0;
      for (let each = 0; each < 4; each += 1) expect(await outcome(wire, changes)).toBe(200);
      expect([there.asked, made]).toEqual([4, 6]);
    },
  );

  it('a kept connection that ended is none to a change: it goes over one of its own, and is sent once', async () => {
    const one = await startProcess();
    const wire = wireTo(one);
    expect(await outcome(wire)).toBe(200);
    one.answers = 'CUTS';
    expect(await outcome(wire, true)).toBe('failed');
    expect(one.asked).toBe(2);
    // A read that comes upon it is sent again: nobody can have read it twice to any effect.
    one.answers = 'WELL';
    expect(await outcome(wire)).toBe(200);
  });

  it('what may have been read is not sent again: a connection that is cut, an answer that does not come', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    for (const answers of ['CUTS', 'NOTHING'] as const) {
      for (const each of [one, two]) Object.assign(each, { answers, asked: 0 });
      for (const changes of [false, true]) expect(await outcome(wireTo(one, two), changes)).toBe('failed');
      expect(one.asked + two.asked).toBe(2);
    }
  });

  it('after five failures in a row a process is left alone, is tried by one, and is back without anybody’s hand', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    const wire = wireTo(one, two);
    one.answers = 'UNAVAILABLE';
    for (let each = 0; each < 10; each += 1) await outcome(wire);
    expect([one.asked, wire.leftAlone()]).toEqual([5, 1]);
    // Now all of them go to the other.
    for (let each = 0; each < 10; each += 1) expect(await outcome(wire)).toBe(200);
    expect(one.asked).toBe(5);
    one.answers = 'WELL';
    await pause(150);
    for (let each = 0; each < 4; each += 1) expect(await outcome(wire)).toBe(200);
    expect([one.asked, wire.leftAlone()]).toEqual([7, 0]);
  });

  it('one that was gone and is back answers where the other is gone now, however long it was to be left alone', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    const wire = wireTo(one, two);
    // Nobody's time passes but this one's.
    let now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    open.push({ close: () => clock.mockRestore() });
    stop(one);
    for (const changes of [false, true, false]) {
      for (let each = 0; each < 10; each += 1) expect(await outcome(wire, changes)).toBe(200);
      expect(wire.leftAlone()).toBe(1);
      now += 5_001;
      expect(wire.leftAlone()).toBe(0);
    }
    for (let each = 0; each < 2; each += 1) expect(await outcome(wire)).toBe(200);
    const back = await startProcess(Number(new URL(one.url).port));
    expect(wire.leftAlone()).toBe(1);
    stop(two);
    for (let each = 0; each < 20; each += 1) expect(await outcome(wire, each % 2 === 0)).toBe(200);
    expect(back.asked).toBe(20);
  });

  it('where nobody is there it is tried at every question, and whoever comes first is asked', async () => {
    const one = await startProcess();
    const wire = wireTo(one);
    stop(one);
    for (let each = 0; each < 10; each += 1) expect(await outcome(wire)).toBe('not reached');
    const back = await startProcess(Number(new URL(one.url).port));
    expect(await outcome(wire)).toBe(200);
    expect(back.asked).toBe(1);
  });

  it('where all are left alone nobody waits for an answer that does not come', async () => {
    const one = await startProcess();
    one.answers = 'CUTS';
    const wire = wireTo(one);
    for (let each = 0; each < 5; each += 1) expect(await outcome(wire)).toBe('failed');
    expect(await outcome(wire)).toBe('not reached');
    expect(one.asked).toBe(5);
  });

  it('an answer without end is cut off, and does not fill the memory', async () => {
    const endless = createServer((_message, response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await new Promise<void>((resolve) => {
      endless.listen(0, '127.0.0.1', resolve);
    });
    open.push({ close: () => endless.close() }, { close: () => endless.closeAllConnections() });
    const wire = new Wire([`http://127.0.0.1:${(endless.address() as AddressInfo).port}`]);
    open.push(wire);
    const patient = async (): Promise<Sent> => ({ ...(await sent()), timeoutMs: 20_000 });
    await expect(wire.post(patient, false)).rejects.toThrow('The answer is too large.');
  });
});
