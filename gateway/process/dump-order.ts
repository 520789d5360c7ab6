/** The running server sends a copy of its embedded database to `npm run backup`, over its socket: only the server can open it, and only the command its folder. */
import { existsSync } from 'node:fs';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../subgraphs/database/database.ts';
import { socketOf } from './units-of-server.ts';

/** Path under which the socket gives the copy. */
export const DUMP = '/dump';

/** Sends the copy with its length. Requests wait while it is taken, and not while it is sent. */
export async function sendDump({ dump }: Pick<Database, 'dump'>, response: ServerResponse): Promise<void> {
  try {
    if (dump === undefined) throw new Error('The server has no embedded database: it serves from PostgreSQL.');
    const copy = await dump();
    response.setHeader('content-length', copy.size);
    await pipeline(Readable.fromWeb(copy.stream() as never), response);
  } catch (error) {
    // The command sees a copy that is shorter than was said, or this.
    if (response.headersSent) response.destroy();
    else {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.message : String(error));
    }
  }
}

/** A copy on its way. It is whole when as many bytes have come; a server that stops breaks it off. */
export interface SentDump {
  readonly bytes: number;
  readonly content: IncomingMessage;
}

/** The copy from the server that has DATA_DIR open. Undefined where no server listens. */
export function dumpOfServer(folder: string): Promise<SentDump | undefined> {
  const socketPath = socketOf(folder);
  if (!existsSync(socketPath)) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path: DUMP }, (content) => {
      if (content.statusCode === 200) {
        resolve({ bytes: Number(content.headers['content-length']), content });
        return;
      }
      let fault = '';
      content.setEncoding('utf8').on('data', (part: string) => {
        fault += part;
      });
      content.on('end', () => reject(new Error(fault)));
    });
    call.on('error', (error: NodeJS.ErrnoException) => {
      // No server listens: the socket file is gone, or a killed server left it behind.
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
    call.end();
  });
}
