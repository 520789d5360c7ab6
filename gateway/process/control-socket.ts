/**
 * The server's own door for commands of the same machine: a socket in the folder of the embedded database, which one process alone can
 * open. Whoever may read the folder holds its keys; nobody else reaches the socket.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type ImportProgress, type ImportSummary, importProviderFile, LAYOUTS } from '../../subgraphs/import.ts';
import type { RequestAs } from '../../subgraphs/request/internal-request.ts';
import { readBody } from '../message/body.ts';

const Order = z.strictObject({
  file: z.string().startsWith('/'),
  layout: z.enum(LAYOUTS),
  unit: z.string().min(1).max(64),
  trial: z.boolean(),
});
export type FileOrder = z.infer<typeof Order>;

type Told = { readonly progress: ImportProgress } | { readonly summary: ImportSummary } | { readonly fault: string };

/** A path of a socket holds about a hundred bytes. */
const PATH_MAX = 100;

/** In a folder that its owner alone may enter. */
const socketOf = (folder: string): string => join(folder, 'control', 'socket');

/** Bytes of an order: it names a file. */
const ORDER_BYTES = 65_536;

const STOPPED = 'The server stopped while it imported. Start the import again: it goes on where it was.';

/** Listens in the folder; undefined where its path is too long for a socket. */
export async function openControl(
  folder: string,
  requestAs: RequestAs,
): Promise<{ close(): Promise<void> } | undefined> {
  const path = socketOf(folder);
  if (Buffer.byteLength(path) > PATH_MAX) return undefined;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // What a killed process left: the lock of the folder says that it is gone.
  rmSync(path, { force: true });
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const server = createServer(async (message, response) => {
    const tell = (told: Told): void => void response.write(`${JSON.stringify(told)}\n`);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, stopping.signal]);
    const work = async (): Promise<void> => {
      try {
        const order = Order.parse(JSON.parse(await readBody(message, ORDER_BYTES)));
        const open = () => requestAs({ role: 'PROVIDER', unit: order.unit });
        const onProgress = (progress: ImportProgress): void => tell({ progress });
        tell({ summary: await importProviderFile({ ...order, open, onProgress, signal }) });
      } catch (error) {
        tell({ fault: error instanceof Error ? error.message : String(error) });
      }
      response.end();
    };
    const one = work();
    running.add(one);
    await one.finally(() => running.delete(one));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    // An import stops between two batches; started again it goes on.
    close: async () => {
      stopping.abort(new Error(STOPPED));
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.all(running);
      await closed;
    },
  };
}

/** What a line says; nothing where the server was killed while it wrote it. */
function toldIn(line: string): Told | undefined {
  try {
    return JSON.parse(line) as Told;
  } catch {
    return undefined;
  }
}

/** Hands a file to the server that holds the folder. Undefined where none listens; throws what it says is wrong. */
export function handOver(
  folder: string,
  order: FileOrder,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportSummary | undefined> {
  const path = socketOf(folder);
  if (!existsSync(path)) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const call = request(
      { socketPath: path, method: 'POST', path: '/import', headers: { 'content-type': 'application/json' } },
      (response) => {
        let told: Told | undefined;
        const end = (): void => {
          if (told !== undefined && 'summary' in told) resolve(told.summary);
          else reject(new Error(told !== undefined && 'fault' in told ? told.fault : STOPPED));
        };
        const lines = createInterface({ input: response });
        lines.on('line', (line) => {
          told = toldIn(line) ?? told;
          if (told !== undefined && 'progress' in told) onProgress(told.progress);
        });
        lines.on('close', end);
        // A server that was killed ends its answer in the middle.
        lines.on('error', end);
        response.on('close', end);
      },
    );
    call.on('error', (error) => {
      const { code } = error as NodeJS.ErrnoException;
      // Nobody listens: a killed process left the socket behind.
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve(undefined);
      else reject(code === 'ECONNRESET' ? new Error(STOPPED) : error);
    });
    call.end(JSON.stringify(order));
  });
}
