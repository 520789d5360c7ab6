/** PostgreSQL by URL. Snapshots and single statements use a pool of our own, in one round trip each; other writes go through MikroORM. */
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { Connections, Database, DatabaseConfig } from './database.ts';
import { awayFault, awayWhileCommitting } from './engines/away.ts';
import { overOnceBroken, surviving, takeBackBroken } from './engines/broken.ts';
import { openPool } from './engines/pool.ts';
import { checkPooler, isBehindPooler } from './engines/pooler.ts';
import { probeEngine, probeLocks, probeRows } from './engines/probe.ts';
import { openReplicas } from './engines/replicas.ts';
import type { Owner } from './migrate/catalog.ts';
import { bringUpWith } from './migrate/key-check.ts';
import { verify } from './migrate/logins/verify.ts';
import { type LoginPlace, quoted, type RoleNames } from './roles.ts';
import { CONNECT_TIMEOUT_MS, KEPT, literal, ormOptions, writing } from './statements.ts';

const POOL_SIZE = 10;

/** The same database, as another login. */
export function loginUrl(url: string, role: string, password: string): string {
  const login = new URL(url);
  // The setters of a URL leave a percent sign as it is, and the driver decodes it.
  login.username = encodeURIComponent(role);
  login.password = encodeURIComponent(password);
  return login.href;
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  surviving(client);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const ownerOf = (client: pg.Client): Owner => ({
  database: client.database ?? '',
  query: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows,
  run: async (statements) => {
    await client.query(statements);
  },
});

/** Does something as the owner of the schemas, who opens no pool. */
export const asServerOwner = <Result>(url: string, work: (owner: Owner) => Promise<Result>): Promise<Result> =>
  connected(url, (client) => work(ownerOf(client)));

/** Brings a server's database up to this code, where the server holds what the walls rest on, and sets the password of its login role. */
const prepareServer = (url: string, { loginPassword, keys, restoring }: DatabaseConfig): Promise<RoleNames> =>
  connected(url, (client) =>
    connected(url, async (other) => {
      const [owner, second] = [ownerOf(client), ownerOf(other)];
      if (await isBehindPooler(client)) await checkPooler(client, other);
      // Gateways that start at the same time take turns.
      await owner.query(`select pg_advisory_lock(hashtext('credit-gateway migrations'))`);
      await probeEngine(owner);
      await probeLocks(owner, second);
      const names = await bringUpWith(keys, owner, { restoring });
      await probeRows(owner, second);
      await owner.run(`alter role ${quoted(names.login)} password ${literal(loginPassword)}`);
      // A batch of many looks by key is estimated to be costly and takes milliseconds: compiling its expressions would take a second.
      await owner.run(`alter role ${quoted(names.login)} set jit = off`);
      return names;
    }),
  );

/** As the login of one subgraph, who owns nothing: looks whether the database is one that this code serves. */
const verifyServer = (url: string, place: LoginPlace, keys: DatabaseConfig['keys']): Promise<RoleNames> =>
  connected(url, async (client) => {
    if (await isBehindPooler(client)) await connected(url, (other) => checkPooler(client, other));
    return verify(ownerOf(client), place, keys);
  });

export async function openServer(config: DatabaseConfig, url: string): Promise<Database> {
  const { place } = config;
  const names = place === undefined ? await prepareServer(url, config) : await verifyServer(url, place, config.keys);
  const login = place === undefined ? loginUrl(url, names.login, config.loginPassword) : url;
  const size = config.poolSize ?? POOL_SIZE;
  const server = openPool(login, names, size);
  const replicas =
    config.replicas === undefined ? undefined : openReplicas(server, login, names, config.replicas, size);
  const pools: [Connections['pool'], pg.Pool][] = [['read', server.pool]];
  for (const [place, pool] of (replicas?.pools ?? []).entries()) pools.push([`replica-${place + 1}`, pool]);
  const orm = await MikroORM.init({
    ...ormOptions(config),
    clientUrl: login,
    pool: { max: 4 },
    driverOptions: {
      ...KEPT,
      // MikroORM reads host, port and user of a URL and no parameter: a socket's folder (host=) and TLS (sslmode=) would be lost.
      connectionString: login,
      onPoolCreated: (made: pg.Pool) => {
        made.on('connect', overOnceBroken);
        takeBackBroken(made);
        pools.push(['write', made]);
      },
    },
  });
  return {
    kind: 'postgresql',
    roleName: (role) => names[role],
    statements: server.statements,
    roundTrips: server.roundTrips,
    connections: () =>
      pools.map(([name, { totalCount, idleCount, waitingCount, options }]) => ({
        pool: name,
        inUse: totalCount - idleCount,
        idle: idleCount,
        waiting: waitingCount,
        max: options.max,
      })),
    read: replicas?.read ?? server.read,
    ...(replicas === undefined ? {} : { replicas: replicas.reads }),
    execute: server.execute,
    write: async (session, databaseRole, work, moment) => {
      let isDone = false;
      const working = async (em: Parameters<typeof work>[0]) => {
        const result = await work(em);
        isDone = true;
        return result;
      };
      try {
        return await writing(orm, session, names[databaseRole], working, moment);
      } catch (error) {
        throw isDone ? awayWhileCommitting(error) : awayFault(error);
      }
    },
    close: async () => {
      await orm.close(true);
      await replicas?.close();
      await server.close();
    },
  };
}
