/** What stands before several servers: it asks each for /readyz, keeps connections open on both sides, and repeats nothing. */
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOK_EVERY_MS = 50;
/** Looks in a row that say the same: of several processes behind one port any may answer. */
const IN_A_ROW = 4;

interface Backend {
  readonly url: string;
  readonly agent: Agent;
  /** Looks in a row that it was ready, or below zero that it was not. */
  seen: number;
}

export interface Balancer {
  readonly url: string;
  /** Resolves when it sends requests there. */
  add(url: string): Promise<void>;
  /** Resolves when it has seen that a server wants no more, and sends none there. */
  turnsAway(url: string): Promise<void>;
  remove(url: string): void;
  close(): void;
}

export async function openBalancer(): Promise<Balancer> {
  const backends = new Set<Backend>();
  let turn = 0;
  let open = true;
  const look = ({ url }: Backend): Promise<boolean> =>
    new Promise((resolve) => {
      const asked = request(`${url}/readyz`, { agent: false, timeout: 60_000 }, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      });
      asked.on('error', () => resolve(false));
      asked.end();
    });
  const watch = async (backend: Backend): Promise<void> => {
    while (open && backends.has(backend)) {
      const ready = await look(backend);
      backend.seen = ready ? Math.max(1, backend.seen + 1) : Math.min(-1, backend.seen - 1);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  const found = (url: string): Backend => {
    const backend = [...backends].find((one) => one.url === url);
    if (backend === undefined) throw new Error(`${url} is no backend.`);
    return backend;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  };
  const server = createServer((message, response) => {
    const ready = [...backends].filter(({ seen }) => seen > 0);
    turn += 1;
    const backend = ready[turn % ready.length];
    if (backend === undefined) {
      response.writeHead(503).end('no server is ready');
      return;
    }
    const { method, url, headers } = message;
    const { connection: _hop, ...passed } = headers;
    const sent = request(`${backend.url}${url}`, { method, headers: passed, agent: backend.agent }, (answer) => {
      const { connection: _close, 'keep-alive': _hint, ...told } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, told);
      answer.pipe(response);
    });
    sent.on('error', (error) => response.writeHead(502).end(`${backend.url}: ${error.message}`));
    message.pipe(sent);
  });
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: async (url) => {
      const backend: Backend = { url, agent: new Agent({ keepAlive: true, maxSockets: 8 }), seen: 0 };
      backends.add(backend);
      void watch(backend);
      await until(() => backend.seen >= IN_A_ROW);
    },
    turnsAway: (url) => until(() => found(url).seen <= -IN_A_ROW),
    remove: (url) => {
      const backend = found(url);
      backends.delete(backend);
      backend.agent.destroy();
    },
    close: () => {
      open = false;
      server.closeAllConnections();
      server.close();
      for (const { agent } of backends) agent.destroy();
    },
  };
}
