/** Connections that break while they are used: their statements fail, and nothing else does. */
import type pg from 'pg';

/** Without a listener the error would end the process. */
export const surviving = (client: { on(event: 'error', told: () => void): unknown }): void =>
  void client.on('error', () => undefined);

type Query = (query: unknown, ...rest: readonly unknown[]) => unknown;

const textOf = (query: unknown): string =>
  (typeof query === 'string' ? query : String((query as { readonly text?: unknown }).text ?? '')).trim().toLowerCase();

/**
 * A transaction whose connection broke is over. MikroORM's query builder never gives back a connection whose rollback fails: after as many as the pool has, every
 * write would wait for ever, and so would the end of the server. So its rollback does not fail, and the pool drops the connection.
 */
export function overOnceBroken(client: pg.PoolClient): void {
  const query = client.query.bind(client) as Query;
  const told: Query = (asked, ...rest) => {
    const answer = query(asked, ...rest);
    if (textOf(asked) !== 'rollback' || !(answer instanceof Promise)) return answer;
    return answer.catch(() => {
      // Whatever it did not roll back, PostgreSQL does when the connection ends.
      void (client as unknown as pg.Client).end().catch(() => undefined);
      return { command: 'ROLLBACK', rowCount: 0, rows: [], fields: [] };
    });
  };
  client.query = told as typeof client.query;
}

/**
 * A connection that breaks in use goes back to its pool at once, though nobody gives it back: the query builder does not where the transaction could not
 * begin, and after a few of them the pool would have none left.
 */
export function takeBackBroken(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  const taken = async (): Promise<pg.PoolClient> => {
    const client = await connect();
    const release = client.release.bind(client);
    let isGivenBack = false;
    const giveBack = (broken?: Error | boolean): void => {
      if (isGivenBack) return;
      isGivenBack = true;
      client.off('error', onBroken);
      release(broken);
    };
    const onBroken = (): void => giveBack(true);
    client.on('error', onBroken);
    client.release = giveBack;
    return client;
  };
  pool.connect = ((given?: unknown) =>
    given === undefined ? taken() : (connect as (given: unknown) => unknown)(given)) as typeof pool.connect;
}
