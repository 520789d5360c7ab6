/** An HTTP server between a gateway and a subgraph that passes everything on, or breaks the connection, hangs, or changes what the subgraph said. */
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult } from 'graphql';
import type { FaultInjection } from '../gateway/federation/transport.ts';

export interface FaultyWire {
  readonly url: string;
  close(): Promise<void>;
}

async function textOf(message: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Starts one before the subgraph at `url`. What `fault` says holds from the next request on. */
export async function faultyWire(url: string, fault: () => ReturnType<FaultInjection>): Promise<FaultyWire> {
  const server = createServer(async (message, response) => {
    const now = fault();
    if (now === 'FAILS') return void message.socket.destroy();
    if (now === 'HANGS') return;
    const body = await textOf(message);
    const onward = request(new URL(message.url ?? '/', url), {
      method: message.method ?? 'POST',
      headers: message.headers,
    });
    onward.on('error', () => message.socket.destroy());
    response.on('close', () => onward.destroy());
    onward.on('response', async (answered) => {
      const text = await textOf(answered).catch(() => '');
      const said = JSON.parse(text === '' ? '{}' : text) as ExecutionResult;
      // What it says beside its answer stays, unless the fault says that too.
      const { data, errors, extensions = said.extensions } = typeof now === 'function' ? now(said) : said;
      response.writeHead(answered.statusCode ?? 502, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data, errors, extensions }));
    });
    onward.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
