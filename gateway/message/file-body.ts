/** The body of a request as a file: not compressed, its size counted before it is kept. */
import type { IncomingMessage } from 'node:http';
import { httpMessages } from '../../schema/messages/door/http.ts';
import { badRequest } from './json.ts';

/** Reads a file of at most `limit` bytes. `tooLarge` makes the error for one that is announced or turns out to be larger. */
export async function readFileBody(message: IncomingMessage, limit: number, tooLarge: () => Error): Promise<Buffer> {
  if (message.headers['content-encoding'] !== undefined) throw badRequest(415, httpMessages.compressed);
  if (Number(message.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
