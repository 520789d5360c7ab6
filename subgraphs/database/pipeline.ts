/**
 * Statements that are asked for at once leave in one write. Resolvers of a request ask in the same turn of the event loop; the
 * connection takes them in order and answers in order, so that they cost one round trip together.
 */
import type { Socket } from 'node:net';
import type pg from 'pg';

export interface Pipeline {
  /** What is sent from now on in this turn leaves in one write. */
  gather(): void;
  /** Sends with whatever else is sent in this turn. */
  send(query: string | pg.QueryConfig): Promise<pg.QueryResult>;
  /** Whether every statement was answered. */
  idle(): boolean;
  /** Whether a statement has failed: then the connection is not to be used by anybody else. */
  failed(): boolean;
}

/** Over a client of a pool that was opened with `pipeline: true`. `onWrite` hears of every write. */
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
        failed = true;
        throw error;
      } finally {
        waiting -= 1;
      }
    },
    idle: () => waiting === 0,
    failed: () => failed,
  };
}
