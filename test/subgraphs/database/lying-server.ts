/** A server that speaks PostgreSQL and does not do what it is told: a proxy on the wire that puts other statements before the real one. */

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface LyingServer {
  readonly url: string;
  /** Statements as they were sent. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

const SIMPLE = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);

/** A message of the client with its text changed. `Q`: text; `P`: name, text, types of parameters. */
function changed(message: Buffer, change: (text: string) => string): Buffer {
  const [type] = message;
  if (type !== SIMPLE && type !== PARSE) return message;
  const from = type === SIMPLE ? 5 : message.indexOf(0, 5) + 1;
  const to = message.indexOf(0, from);
  const text = Buffer.from(change(message.toString('utf8', from, to)));
  const whole = Buffer.concat([message.subarray(0, from), text, message.subarray(to)]);
  whole.writeInt32BE(whole.length - 1, 1);
  return whole;
}

/** Takes the client's bytes apart: first the message of the beginning, which has no type. */
function speaker(send: (message: Buffer) => void): (bytes: Buffer) => void {
  let rest = Buffer.alloc(0);
  let begun = false;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const at = begun ? 1 : 0;
      if (rest.length < at + 4) return;
      const length = rest.readInt32BE(at) + at;
      if (rest.length < length) return;
      send(rest.subarray(0, length));
      rest = rest.subarray(length);
      begun = true;
    }
  };
}

export async function openLying(url: string, lie: (text: string) => string): Promise<LyingServer> {
  const real = new URL(url);
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(Number(real.port), real.hostname);
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        onward.destroy();
      });
    }
    client.on(
      'data',
      speaker((message) =>
        onward.write(
          changed(message, (text) => {
            heard.push(text);
            return lie(text);
          }),
        ),
      ),
    );
    onward.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const told = new URL(url);
  told.port = String((server.address() as AddressInfo).port);
  return {
    url: told.href,
    heard,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
