/** A receiver of OTLP over HTTP, and the spans that it was sent. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

export class Receiver {
  /** What it does with what comes: takes it, lets it wait, or cuts the connection. */
  mode: 'TAKES' | 'HANGS' | 'CUTS' = 'TAKES';
  readonly bodies: string[] = [];
  readonly headers: NodeJS.Dict<string | string[]>[] = [];
  readonly paths: string[] = [];
  readonly waiting: ServerResponse[] = [];
  cut = 0;
  readonly #server = createServer(async (message, response) => {
    let body = '';
    for await (const part of message.setEncoding('utf8')) body += part;
    if (this.mode === 'HANGS') {
      this.waiting.push(response);
      return;
    }
    if (this.mode === 'CUTS') {
      this.cut += 1;
      message.socket.destroy();
      return;
    }
    this.bodies.push(body);
    this.headers.push(message.headers);
    this.paths.push(message.url ?? '');
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  spans(): SentSpan[] {
    return this.bodies.flatMap((body) =>
      (JSON.parse(body).resourceSpans as { scopeSpans: { spans: SentSpan[] }[] }[]).flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap(({ spans }) => spans),
      ),
    );
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
