/** An orderly end of the HTTP server, in three steps: balancers turn away, nobody new is let in, what runs is finished. */
import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const SWEEP_MS = 50;

export interface Ending {
  /** `/readyz` answers 503 by now; new requests are still answered for so long, until balancers have seen it. */
  readonly drainMs: number;
  /** Ends that time early. */
  readonly hurry: AbortSignal;
  /** Connections that are still open this long after the last request came in are closed. */
  readonly cutAfterMs: number;
}

/** Resolves when no connection is left. From here on each answer must say `Connection: close`. */
export async function stopServer(http: Server, { drainMs, hurry, cutAfterMs }: Ending): Promise<void> {
  if (drainMs > 0) await wait(drainMs, undefined, { signal: hurry }).catch(() => undefined);
  const closed = new Promise((resolve) => http.close(resolve));
  // Again and again: a connection whose answer is still on its way becomes idle a moment later.
  const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_MS);
  // A client that is still sending its request, or does not read the answer, must not keep the server from stopping.
  const cut = setTimeout(() => http.closeAllConnections(), cutAfterMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
