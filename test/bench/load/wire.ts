/** One connection of the load generator: a minimal HTTP client that uses little CPU time, because it shares the cores with the server. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Asked } from './questions.ts';

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const FAULT = Buffer.from('"errors"');

/** Sends requests one after another. Responses must have a Content-Length, as those of both sides have. */
export interface Wire {
  /** Resolves with null where the response is 200 without errors, else with its beginning. Rejects where the connection ends. */
  send(asked: Asked): Promise<string | null>;
  close(): void;
}

/** Start and length of the body; undefined while the head is not complete. */
function headOf(bytes: Buffer): { readonly ok: boolean; readonly from: number; readonly length: number } | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer has no length:\n${head}`);
  return { ok: head.startsWith('HTTP/1.1 200 '), from: end + END_OF_HEAD.length, length: Number(length) };
}

export async function openWire(url: URL): Promise<Wire> {
  const socket: Socket = connect(Number(url.port), url.hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  let parts: Buffer[] = [];
  let waiting: { resolve: (fault: string | null) => void; reject: (error: Error) => void } | undefined;
  const end = (error: Error): void => waiting?.reject(error);
  socket.on('error', end);
  socket.on('close', () => end(new Error('The server closed a connection.')));
  socket.on('data', (part) => {
    parts.push(part);
    const bytes = parts.length === 1 ? part : Buffer.concat(parts);
    parts = [bytes];
    try {
      const head = headOf(bytes);
      if (head === undefined || bytes.length < head.from + head.length) return;
      parts = [];
      const isAnswer = head.ok && !bytes.includes(FAULT, head.from);
      waiting?.resolve(isAnswer ? null : bytes.toString('utf8', 0, Math.min(bytes.length, 1_000)));
    } catch (error) {
      end(error as Error);
    }
  });
  return {
    send: ({ headers, body }) => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(
        `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\n${lines.join('')}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
      });
    },
    close: () => socket.destroy(),
  };
}
