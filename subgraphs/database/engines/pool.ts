/** Connections to one server for snapshots and single statements, in one round trip each. */
import pg from 'pg';
import { unavailable } from '../../../schema/errors.ts';
import { serviceMessages } from '../../../schema/messages/service.ts';
import type { Database } from '../database.ts';
import { type RoleNames, readerRole } from '../roles.ts';
import { kindOf, settingsOf } from '../session.ts';
import { BEGIN, CONNECT_TIMEOUT_MS, ENTITLEMENTS, KEPT, literal, OF_SNAPSHOTS } from '../statements.ts';
import { awayFault, orAway } from './away.ts';
import { surviving } from './broken.ts';
import { type Pipeline, pipeline } from './pipeline.ts';

const STOP_AGAIN_MS = 200;

/** How long a finished snapshot waits for the next request on its connection, whose first write then carries the rollback. */
const LINGER_MS = 3;

/** Cancels the running statement of another connection. Opens a connection of its own, because all of the pool may be busy. */
async function cancelBackend(login: string, processId: number): Promise<void> {
  const client = new pg.Client({ connectionString: login, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [processId]);
  } catch {
    // The statement then ends by its own timeout.
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface ServerPool extends Pick<Database, 'read' | 'execute'> {
  readonly pool: pg.Pool;
  /** Runs before the server is asked anything else, outside of a snapshot: simple statements, the rows of the last. */
  ask(text: string): Promise<readonly Record<string, unknown>[]>;
  statements(): number;
  roundTrips(): number;
  close(): Promise<void>;
}

/** Opens the pool; no connection is made before it is asked. `login` is a URL with the login role. */
export function openPool(login: string, names: RoleNames, max: number): ServerPool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(1082, (value) => value);
  types.setTypeParser(1184, (value) => value);
  const pool = new pg.Pool({
    connectionString: login,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ...KEPT,
    types: types as never,
    pipeline: true,
  } as pg.PoolConfig);
  // The pool drops a connection that breaks while idle. Without a listener the error would end the process.
  pool.on('error', () => undefined);
  /** Backends by connection. What a connection was told at its beginning is a pooler's own number, where one is between. */
  const backends = new WeakMap<object, Promise<number>>();
  pool.on('connect', (client) => {
    surviving(client);
    const asked = client.query<{ pid: number }>('select pg_backend_pid() as pid').then(({ rows }) => rows[0]?.pid ?? 0);
    asked.catch(() => undefined);
    backends.set(client, asked);
  });
  let count = 0;
  let writes = 0;

  /**
   * Clients in the pool whose finished transaction is not rolled back yet. A rollback of its own costs a write that wakes the server. Under load the
   * next request on the connection, which the pool gives out first, sends it along with its own first write.
   */
  const lingering = new Map<pg.PoolClient, NodeJS.Timeout>();
  const end = (client: pg.PoolClient): void => {
    clearTimeout(lingering.get(client));
    lingering.delete(client);
    // If the connection broke meanwhile, the next statement fails, and the pool reports it.
    client.query('rollback').catch(() => undefined);
  };
  const linger = (client: pg.PoolClient): void => {
    lingering.set(client, setTimeout(end, LINGER_MS, client));
    client.release();
  };
  const connect = async (): Promise<{ client: pg.PoolClient; line: Pipeline }> => {
    const client = await pool.connect().catch((cause: unknown) => {
      // Callers are told the sentence alone; the log tells the cause.
      throw Object.assign(unavailable(serviceMessages.databaseSilent), { cause });
    });
    const line = pipeline(client, () => {
      writes += 1;
    });
    if (lingering.has(client)) {
      line.gather();
      end(client);
    }
    return { client, line };
  };

  return {
    pool,
    statements: () => count,
    roundTrips: () => writes,
    read: async (session, checkWanted) => {
      const { client, line } = await connect();
      try {
        checkWanted?.();
      } catch (error) {
        client.release();
        throw error;
      }
      const role = readerRole(session.role);
      let stopped = false;
      /** The caller sends no more queries. */
      let closed = false;
      /** This snapshot no longer uses the connection. */
      let ended = false;
      // Repeated, because a cancel between two statements has no effect.
      const stop = async (): Promise<void> => {
        const backend = (await backends.get(client)?.catch(() => undefined)) ?? 0;
        while (!ended) {
          await cancelBackend(login, backend);
          await new Promise((resolve) => setTimeout(resolve, STOP_AGAIN_MS));
        }
      };
      count += 1;
      const settings = settingsOf(session, names[role]);
      // Not awaited: queries that are sent in the same turn leave in one write with the beginning.
      const begun = Promise.all([
        line.send(BEGIN),
        line.send({
          name: `enter${kindOf(session)}`,
          text: `select ${settings.map(([name], index) => `set_config(${literal(name)}, $${index + 1}, true)`).join(', ')}, ${OF_SNAPSHOTS}`,
          values: settings.map(([, value]) => value),
        }),
        line.send({ name: 'entitlements', text: ENTITLEMENTS }),
      ]);
      const entitlements = orAway(begun.then(([, , { rows }]) => String(rows[0]?.entitlements)));
      // A failure reaches those who await `entitlements`; this keeps it from being an unhandled rejection.
      entitlements.catch(() => undefined);
      return {
        entitlements,
        query: async ({ name, text }, parameters) => {
          // After close the connection serves another request.
          if (stopped || closed) throw unavailable(serviceMessages.givenUp);
          count += 1;
          // One prepared statement for each role: row policies of a role are part of its plan.
          return (await orAway(line.send({ name: `${name}:${role}`, text, values: [...parameters] }))).rows;
        },
        cancel: () => {
          stopped = true;
          void stop();
        },
        close: async () => {
          closed = true;
          // Where queries are still unanswered (the request was cancelled), the rollback waits for them before the connection goes on.
          if (!line.idle()) await line.send('rollback').catch(() => undefined);
          ended = true;
          // A cancel may still be on its way to this connection, and must not hit another request.
          if (line.failed() || stopped) client.release(true);
          else linger(client);
        },
      };
    },
    execute: async (session, databaseRole, { name, text }, parameters) => {
      const { client, line } = await connect();
      const settings = settingsOf(session, names[databaseRole]);
      // Sent together. If the statement fails, the transaction is aborted, and the commit commits nothing.
      const [begun, entered, executed, committed] = await Promise.allSettled([
        line.send('begin'),
        line.send({
          name: `enter-to-write${kindOf(session)}`,
          text: `select ${settings.map(([key], index) => `set_config(${literal(key)}, $${index + 1}, true)`).join(', ')}`,
          values: settings.map(([, value]) => value),
        }),
        line.send({ name: `${name}:${databaseRole}`, text, values: [...parameters] }),
        line.send('commit'),
      ]);
      const failure = [begun, entered, executed, committed].find((outcome) => outcome.status === 'rejected');
      client.release(line.failed());
      if (failure !== undefined) throw awayFault(failure.reason);
      return executed.status === 'fulfilled' ? executed.value.rows : [];
    },
    ask: async (text) => {
      const { client, line } = await connect();
      try {
        const results = (await line.send(text)) as pg.QueryResult | pg.QueryResult[];
        return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? [];
      } finally {
        client.release(line.failed());
      }
    },
    close: async () => {
      for (const client of lingering.keys()) end(client);
      await pool.end();
    },
  };
}
