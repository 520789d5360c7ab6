/** PostgreSQL by URL: reads and ledger writes on connections of their own, in one round trip each; other writes through MikroORM. */
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { unavailable } from '../../schema/errors.ts';
import type { Database, DatabaseConfig } from './database.ts';
import { bringUp } from './migrate/migrate.ts';
import { type Pipeline, pipeline } from './pipeline.ts';
import { quoted, type RoleNames, readerRole } from './roles.ts';
import { settingsOf } from './session.ts';
import { BEGIN, CONNECT_TIMEOUT_MS, ENTITLEMENTS, literal, ormOptions, writing } from './statements.ts';

const STOP_AGAIN_MS = 200;

/** How long a snapshot that is no longer needed may wait for somebody whose first write takes its end along. */
const LINGER_MS = 3;

/** Stops the statement of another connection of the login role, over one of its own: those of the pool may all be waiting. */
async function cancelBackend(login: string, processId: number): Promise<void> {
  const client = new pg.Client({ connectionString: login, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_cancel_backend($1)', [processId]);
  } catch {
    // It ends by its own timeout, then.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The same database, as the login role. */
function loginUrl(url: string, role: string, password: string): string {
  const login = new URL(url);
  login.username = role;
  login.password = password;
  return login.href;
}

/** Brings a server's database to this code, and gives its login role the password. */
async function prepareServer(url: string, loginPassword: string): Promise<RoleNames> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Two servers that start together do it one after the other.
    await client.query(`select pg_advisory_lock(hashtext('credit-gateway migrations'))`);
    const names = await bringUp({
      database: client.database ?? '',
      query: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows,
      run: async (statements) => {
        await client.query(statements);
      },
    });
    await client.query(`alter role ${quoted(names.login)} password ${literal(loginPassword)}`);
    return names;
  } finally {
    await client.end();
  }
}

export async function openServer(config: DatabaseConfig, url: string): Promise<Database> {
  const names = await prepareServer(url, config.loginPassword);
  const login = loginUrl(url, names.login, config.loginPassword);
  const types = new pg.TypeOverrides();
  types.setTypeParser(1082, (value) => value);
  types.setTypeParser(1184, (value) => value);
  const pool = new pg.Pool({
    connectionString: login,
    max: config.poolSize ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: types as never,
    pipeline: true,
  } as pg.PoolConfig);
  // A connection that breaks while idle is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const orm = await MikroORM.init({ ...ormOptions(config), clientUrl: login, pool: { max: 4 } });
  let count = 0;
  let writes = 0;

  /**
   * Snapshots that nobody reads any more and that are not ended yet. To end one costs a write that wakes the server for nothing else:
   * under load the next one on the connection, which the pool gives out first, ends it with its own first write.
   */
  const lingering = new Map<pg.PoolClient, NodeJS.Timeout>();
  const end = (client: pg.PoolClient): void => {
    clearTimeout(lingering.get(client));
    lingering.delete(client);
    // A connection that broke meanwhile is told of by whatever is sent next, and by the pool.
    client.query('rollback').catch(() => undefined);
  };
  const linger = (client: pg.PoolClient): void => {
    lingering.set(client, setTimeout(end, LINGER_MS, client));
    client.release();
  };
  const connect = async (): Promise<{ client: pg.PoolClient; line: Pipeline }> => {
    const client = await pool.connect().catch(() => {
      throw unavailable('The database does not answer.');
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
    kind: 'postgresql',
    roleName: (role) => names[role],
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
      /** Nothing more is asked. */
      let closed = false;
      /** The connection is given up. */
      let ended = false;
      // Again and again: between two statements there is nothing that can be stopped.
      const stop = async (): Promise<void> => {
        while (!ended) {
          await cancelBackend(login, (client as unknown as { readonly processID: number }).processID);
          await new Promise((resolve) => setTimeout(resolve, STOP_AGAIN_MS));
        }
      };
      count += 1;
      const settings = settingsOf(session, names[role]);
      // Not waited for: what is asked of the snapshot in the same turn leaves with its beginning.
      const begun = Promise.all([
        line.send(BEGIN),
        line.send({
          name: 'enter',
          text: `select ${settings.map(([name], index) => `set_config(${literal(name)}, $${index + 1}, true)`).join(', ')}`,
          values: settings.map(([, value]) => value),
        }),
        line.send({ name: 'entitlements', text: ENTITLEMENTS }),
      ]);
      const entitlements = begun.then(([, , { rows }]) => String(rows[0]?.entitlements));
      // Whoever asks for it hears that it failed.
      entitlements.catch(() => undefined);
      return {
        entitlements,
        query: async ({ name, text }, parameters) => {
          // Once it is closed the connection is somebody else's.
          if (stopped || closed) throw unavailable('The request was given up.');
          count += 1;
          // A name of its own for each role: a plan belongs to the role whose row policies are written into it.
          return (await line.send({ name: `${name}:${role}`, text, values: [...parameters] })).rows;
        },
        cancel: () => {
          stopped = true;
          void stop();
        },
        close: async () => {
          closed = true;
          // Nobody else is to wait for what is still asked, as where a request was given up.
          if (!line.idle()) await line.send('rollback').catch(() => undefined);
          ended = true;
          // What was to stop this connection may still be under way: nobody else is to be hit by it.
          if (line.failed() || stopped) client.release(true);
          else linger(client);
        },
      };
    },
    execute: async (session, databaseRole, { name, text }, parameters) => {
      const { client, line } = await connect();
      const settings = settingsOf(session, names[databaseRole]);
      // Sent together: where the statement fails, what is committed after it is nothing.
      const [begun, entered, told, committed] = await Promise.allSettled([
        line.send('begin'),
        line.send({
          name: 'enter-to-write',
          text: `select ${settings.map(([key], index) => `set_config(${literal(key)}, $${index + 1}, true)`).join(', ')}`,
          values: settings.map(([, value]) => value),
        }),
        line.send({ name: `${name}:${databaseRole}`, text, values: [...parameters] }),
        line.send('commit'),
      ]);
      const failure = [begun, entered, told, committed].find((outcome) => outcome.status === 'rejected');
      client.release(line.failed());
      if (failure !== undefined) throw failure.reason;
      return told.status === 'fulfilled' ? told.value.rows : [];
    },
    write: (session, databaseRole, work, moment) => writing(orm, session, names[databaseRole], work, moment),
    ping: async () => {
      await pool.query('select 1');
    },
    close: async () => {
      await orm.close(true);
      for (const client of lingering.keys()) end(client);
      await pool.end();
    },
  };
}
