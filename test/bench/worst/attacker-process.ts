/** The attacker of `worst.ts`. It is a separate process, so that its own work does not delay the caller whose latency is measured. */
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setPriority } from 'node:os';
import { serveChild } from '../sides/child.ts';
import { type Attack, casesOf, type Material, SLOW } from './worst-cases.ts';

/** Number of concurrent requests. */
const CONNECTIONS = 4;
const SLOW_CONNECTIONS = 200;

export interface Order {
  readonly url: string;
  readonly name: string;
  readonly seconds: number;
}

/** Counts of outcomes: the HTTP status with the code of the first error, or what happened to the connection. */
export type Outcomes = Readonly<Record<string, number>>;

const outcomeOf = (status: number | undefined, answer: string): string => {
  const code = /"extensions":\{"code":"([A-Z_]+)"/.exec(answer)?.[1];
  return code === undefined ? String(status) : `${status} ${code}`;
};

const send = (url: URL, agent: Agent, { headers, body }: Attack): Promise<string> =>
  new Promise((resolve) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve(outcomeOf(response.statusCode, Buffer.concat(parts).toString().slice(0, 2_000))),
        );
        response.on('error', () => resolve('cut off'));
      },
    );
    // A server that refuses a request may close the connection before it has read the whole body.
    sent.on('error', () => resolve('cut off'));
    sent.end(body);
  });

async function requests(url: URL, seconds: number, make: (at: number) => Attack): Promise<Outcomes> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const outcomes: Record<string, number> = {};
  const until = performance.now() + seconds * 1_000;
  let at = 0;
  const connection = async (): Promise<void> => {
    while (performance.now() < until) {
      at += 1;
      const outcome = await send(url, agent, make(at));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  agent.destroy();
  return outcomes;
}

async function slowly(url: URL, seconds: number): Promise<Outcomes> {
  const outcomes: Record<string, number> = {};
  const sockets: Socket[] = [];
  for (let opened = 0; opened < SLOW_CONNECTIONS; opened += 1) {
    const socket = connect(Number(url.port), url.hostname);
    let outcome = 'still open';
    socket.on('data', (part) => {
      outcome = `${/^HTTP\/1.1 (\d+)/.exec(part.toString())?.[1]}`;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    });
    socket.write(
      `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n{`,
    );
    sockets.push(socket);
  }
  for (let second = 0; second < seconds; second += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const socket of sockets) if (socket.writable) socket.write(' ');
  }
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return outcomes;
}

setPriority(10);
serveChild<Material>(async (material) => {
  const cases = casesOf(material);
  return {
    ready: true,
    answer: ({ url, name, seconds }: Order): Promise<Outcomes> => {
      const make = cases[name];
      if (name === SLOW) return slowly(new URL(url), seconds);
      if (make === undefined) throw new Error(`There is no case ${name}.`);
      return requests(new URL(url), seconds, make);
    },
  };
});
