/**
 * Sends statements of one turn of the event loop in one write. Resolvers of a request query in the same turn, and the connection answers in order, so
 * that their statements cost one round trip together.
 */
import type { Socket } from 'node:net';
import type pg from 'pg';

export interface Pipeline {
  /** Everything sent from now on in this turn leaves in one write. */
  gather(): void;
  /** Sends a statement, in one write with the others of this turn. */
  send(query: string | pg.QueryConfig): Promise<pg.QueryResult>;
  /** Whether every statement was answered. */
  idle(): boolean;
  /** Whether the connection itself is in doubt. Then it must not go back to the pool. A statement that PostgreSQL refused ends its transaction and no more. */
  failed(): boolean;
}

/** A statement that is prepared on the connection is one no more: what it returns has changed under it, it is gone, or another has its name. It would fail again and again. */
const OUTDATED: ReadonlySet<unknown> = new Set(['0A000', '26000', '42P05']);

/** PostgreSQL read a statement and refused it. In another language of the server the word is another, and the connection is taken for one in doubt. */
const isRefusal = (error: unknown): boolean => {
  const { severity, code } = error as { readonly severity?: unknown; readonly code?: unknown };
  // Class XX: something within the session is not as it should be, such as a type that it compiled and that is gone.
  return severity === 'ERROR' && !OUTDATED.has(code) && !String(code).startsWith('XX');
};

/** The client must come from a pool with `pipeline: true`. `onWrite` is called for each write. */
export function pipeline(client: pg.PoolClient, onWrite: () => void): Pipeline {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection;
  let gathering = false;
  let failed = false;
  let waiting = 0;
  const gather = (): void => {
    if (gathering) return;
    gathering = true;
    onWrite();
    stream.cork();
    setImmediate(() => {
      gathering = false;
      stream.uncork();
    });
  };
  return {
    gather,
    send: async (query) => {
      gather();
      waiting += 1;
      try {
        return await client.query(query as pg.QueryConfig);
      } catch (error) {
        failed ||= !isRefusal(error);
        throw error;
      } finally {
        waiting -= 1;
      }
    },
    idle: () => waiting === 0,
    failed: () => failed,
  };
}
