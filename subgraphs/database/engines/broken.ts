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
