/** Hands an order to the server that has DATA_DIR open, through its socket (control-socket.ts), and reads its response line by line. */
import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { socketOf } from './units-of-server.ts';

/** One line of the server's response. */
export type Reply<Progress, Result> =
  | { readonly progress: Progress }
  | { readonly summary: Result }
  | { readonly fault: string };

/** Parses a line of the response. Undefined for a line that is cut, because the server was killed while it wrote. */
function replyIn<Progress, Result>(line: string): Reply<Progress, Result> | undefined {
  try {
    return JSON.parse(line) as Reply<Progress, Result>;
  } catch {
    return undefined;
  }
}

interface Handed<Progress> {
  /** Under which the socket takes the order. */
  readonly path: string;
  readonly order: object;
  /** What is said where the server stops before it has answered. */
  readonly stopped: string;
  readonly onProgress: (progress: Progress) => void;
}

/** The server's result. Undefined where no server listens. Throws the fault that the server reports. */
export function handTo<Progress, Result>(
  folder: string,
  { path, order, stopped, onProgress }: Handed<Progress>,
): Promise<Result | undefined> {
  const socketPath = socketOf(folder);
  if (!existsSync(socketPath)) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const call = request(
      { socketPath, method: 'POST', path, headers: { 'content-type': 'application/json' } },
      (response) => {
        let last: Reply<Progress, Result> | undefined;
        const end = (): void => {
          if (last !== undefined && 'summary' in last) resolve(last.summary);
          else reject(new Error(last !== undefined && 'fault' in last ? last.fault : stopped));
        };
        const lines = createInterface({ input: response });
        lines.on('line', (line) => {
          last = replyIn(line) ?? last;
          if (last !== undefined && 'progress' in last) onProgress(last.progress);
        });
        lines.on('close', end);
        // A server that is killed breaks off its response.
        lines.on('error', end);
        response.on('close', end);
      },
    );
    call.on('error', (error) => {
      const { code } = error as NodeJS.ErrnoException;
      // No server listens: the socket file is gone, or a killed server left it behind.
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve(undefined);
      else reject(code === 'ECONNRESET' || code === 'EPIPE' ? new Error(stopped) : error);
    });
    call.end(JSON.stringify(order));
  });
}
