/** Requests to the processes of one subgraph: whom they go to, what is tried again, who is left alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotReached, type Sent, Wire } from '../../gateway/federation/network/wire.ts';

interface Process {
  readonly url: string;
  readonly server: Server;
  asked: number;
  answers: 'WELL' | 'UNAVAILABLE' | 'CUTS' | 'NOTHING';
}

const open: { close(): void }[] = [];
/** The time of the wire, which stands still unless a test moves it. */
let now = 0;
beforeEach(() => {
  now = 1_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());
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
/** Time enough on any machine; a part that is answered by nothing has little. */
const sentFor = (timeoutMs: number, signal: AbortSignal) => async (): Promise<Sent> => {
  made += 1;
  return { body: `{"hop":${made}}`, headers: {}, signal, timeoutMs };
};
const sent = sentFor(60_000, new AbortController().signal);
const told = (answered: ReturnType<Wire['post']>): Promise<unknown> =>
  answered.then(
    ({ status }) => status,
    (error: unknown) => (error instanceof NotReached ? 'not reached' : 'failed'),
  );
const outcome = (wire: Wire, changes = false, make = sent): Promise<unknown> => told(wire.post(make, changes));

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
      const briefly = sentFor(300, new AbortController().signal);
      for (const changes of [false, true]) expect(await outcome(wireTo(one, two), changes, briefly)).toBe('failed');
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
    now += 150;
    for (let each = 0; each < 4; each += 1) expect(await outcome(wire)).toBe(200);
    expect([one.asked, wire.leftAlone()]).toEqual([7, 0]);
  });

  it('one that was gone and is back answers where the other is gone now, however long it was to be left alone', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    const wire = wireTo(one, two);
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

  it('of three of which two are gone, the third answers every question, and each change once', async () => {
    const [one, two, three] = [await startProcess(), await startProcess(), await startProcess()];
    const wire = wireTo(one, two, three);
    for (const gone of [one, two]) stop(gone);
    for (let each = 0; each < 30; each += 1) {
      expect(await outcome(wire, each % 2 === 0)).toBe(200);
      now += 150;
    }
    expect(three.asked).toBe(30);
  });

  it.each(['UNAVAILABLE', 'CUTS'] as const)('twenty that fail at one moment are one cause: %s', async (answers) => {
    const one = await startProcess();
    const wire = wireTo(one);
    one.answers = answers;
    await Promise.all(Array.from({ length: 20 }, () => outcome(wire, true)));
    expect([one.asked, wire.leftAlone()]).toEqual([20, 1]);
    one.answers = 'WELL';
    now += 101;
    expect(await outcome(wire)).toBe(200);
  });

  it('the pause is twice as long after each try that fails, five seconds at most', async () => {
    const one = await startProcess();
    const wire = wireTo(one);
    one.answers = 'UNAVAILABLE';
    for (let each = 0; each < 5; each += 1) await outcome(wire);
    for (const pause of [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]) {
      now += pause - 1;
      expect([pause, await outcome(wire)]).toEqual([pause, 'not reached']);
      now += 1;
      expect([pause, await outcome(wire)]).toEqual([pause, 503]);
    }
  });

  it('one that hangs is left alone too where whoever asks hangs up first; one that is given up at once is not', async () => {
    const [one, two] = [await startProcess(), await startProcess()];
    one.answers = 'NOTHING';
    const asked = async (wire: Wire, waitsMs: number): Promise<unknown> => {
      const leave = new AbortController();
      const before = one.asked;
      const answer = outcome(wire, false, sentFor(60_000, leave.signal));
      const heard = new Promise<void>((resolve) => one.server.once('request', () => resolve()));
      if (one.asked === before) await Promise.race([heard, answer]);
      now += waitsMs;
      leave.abort();
      return answer;
    };
    const quick = wireTo(one, two);
    for (let each = 0; each < 20; each += 1) await asked(quick, 100);
    expect(quick.leftAlone()).toBe(0);
    const patient = wireTo(one, two);
    const answers = [];
    for (let each = 0; each < 10; each += 1) answers.push(await asked(patient, 2_000));
    expect(answers.filter((answer) => answer !== 200)).toHaveLength(5);
    expect(patient.leftAlone()).toBe(1);
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
    await expect(wire.post(sent, false)).rejects.toThrow('The answer is too large.');
  });
});
