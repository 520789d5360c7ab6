/** PostgreSQL by URL. Snapshots and single statements use a pool of our own, in one round trip each; other writes go through MikroORM. */
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { unavailable } from '../../schema/errors.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { Connections, Database, DatabaseConfig } from './database.ts';
import type { Owner } from './migrate/catalog.ts';
import { bringUpWith } from './migrate/key-check.ts';
import { type Pipeline, pipeline } from './pipeline.ts';
import { quoted, type RoleNames, readerRole } from './roles.ts';
import { kindOf, settingsOf } from './session.ts';
import { BEGIN, CONNECT_TIMEOUT_MS, ENTITLEMENTS, literal, ormOptions, writing } from './statements.ts';

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

/** The same database, as the login role. */
function loginUrl(url: string, role: string, password: string): string {
  const login = new URL(url);
  // The setters of a URL leave a percent sign as it is, and the driver decodes it.
  login.username = encodeURIComponent(role);
  login.password = encodeURIComponent(password);
  return login.href;
}

/** Does something as the owner of the schemas, who opens no pool. */
export async function asServerOwner<Result>(url: string, work: (owner: Owner) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  await client.connect();
  try {
    return await work({
      database: client.database ?? '',
      query: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows,
      run: async (statements) => {
        await client.query(statements);
      },
    });
  } finally {
    await client.end();
  }
}

/** Brings a server's database up to this code, and sets the password of its login role. */
async function prepareServer(url: string, { loginPassword, keys, restoring }: DatabaseConfig): Promise<RoleNames> {
  return asServerOwner(url, async (owner) => {
    // Gateways that start at the same time take turns.
    await owner.query(`select pg_advisory_lock(hashtext('credit-gateway migrations'))`);
    const names = await bringUpWith(keys, owner, restoring);
    await owner.run(`alter role ${quoted(names.login)} password ${literal(loginPassword)}`);
    // A batch of many looks by key is estimated to be costly and takes milliseconds: compiling its expressions would take a second.
    await owner.run(`alter role ${quoted(names.login)} set jit = off`);
    return names;
  });
}

export async function openServer(config: DatabaseConfig, url: string): Promise<Database> {
  const names = await prepareServer(url, config);
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
  // The pool drops a connection that breaks while idle. Without a listener the error would end the process.
  pool.on('error', () => undefined);
  const pools: [Connections['pool'], pg.Pool][] = [['read', pool]];
  const orm = await MikroORM.init({
    ...ormOptions(config),
    clientUrl: login,
    pool: { max: 4 },
    driverOptions: { onPoolCreated: (made: pg.Pool) => void pools.push(['write', made]) },
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
    kind: 'postgresql',
    roleName: (role) => names[role],
    statements: () => count,
    roundTrips: () => writes,
    connections: () =>
      pools.map(([name, { totalCount, idleCount, waitingCount, options }]) => ({
        pool: name,
        inUse: totalCount - idleCount,
        idle: idleCount,
        waiting: waitingCount,
        max: options.max,
      })),
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
        while (!ended) {
          await cancelBackend(login, (client as unknown as { readonly processID: number }).processID);
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
          text: `select ${settings.map(([name], index) => `set_config(${literal(name)}, $${index + 1}, true)`).join(', ')}`,
          values: settings.map(([, value]) => value),
        }),
        line.send({ name: 'entitlements', text: ENTITLEMENTS }),
      ]);
      const entitlements = begun.then(([, , { rows }]) => String(rows[0]?.entitlements));
      // A failure reaches those who await `entitlements`; this keeps it from being an unhandled rejection.
      entitlements.catch(() => undefined);
      return {
        entitlements,
        query: async ({ name, text }, parameters) => {
          // After close the connection serves another request.
          if (stopped || closed) throw unavailable(serviceMessages.givenUp);
          count += 1;
          // One prepared statement for each role: row policies of a role are part of its plan.
          return (await line.send({ name: `${name}:${role}`, text, values: [...parameters] })).rows;
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
      if (failure !== undefined) throw failure.reason;
      return executed.status === 'fulfilled' ? executed.value.rows : [];
    },
    write: (session, databaseRole, work, moment) => writing(orm, session, names[databaseRole], work, moment),
    close: async () => {
      await orm.close(true);
      for (const client of lingering.keys()) end(client);
      await pool.end();
    },
  };
}
