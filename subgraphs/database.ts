/**
 * The database: PGlite in this process under a folder, or PostgreSQL by URL. The same entities, migrations, roles and row
 * policies in both. MikroORM owns entities, migrations and writes; reads are named statements with bound parameters.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { MikroORM as EmbeddedOrm } from '@mikro-orm/pglite';
import { MikroORM as PostgresOrm } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import pg from 'pg';
import { unavailable } from '../schema/errors.ts';
import { holdFolder } from './folder-lock.ts';
import { loginUrl, migrate, OPTIONS, type Orm, prepareServer } from './migrate.ts';
import { LOGIN_ROLE } from './migrations/roles.ts';
import { pipeline } from './pipeline.ts';
import { queue } from './queue.ts';
import { type Moment, readerRole, type Session, settingsOf } from './session.ts';

/** One statement, prepared once a connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** A read-only snapshot for one caller. */
export interface ReadTransaction {
  /** What `control.standing()` said as the transaction began. */
  readonly standing: unknown;
  query<Row>(statement: Statement, parameters: readonly unknown[]): Promise<Row[]>;
  /** Ends the snapshot; must be called. */
  close(): Promise<void>;
}

export interface Database {
  readonly kind: 'pglite' | 'postgresql';
  /** Opens a snapshot under the caller's role: one round trip. */
  read(session: Session): Promise<ReadTransaction>;
  /** One unit of work under a database role that may write; `moment` is what the triggers of records need to know. */
  write<Result>(
    session: Session,
    databaseRole: string,
    work: (em: EntityManager) => Promise<Result>,
    moment?: Moment,
  ): Promise<Result>;
  /** Statements sent since the start: what the cost tests count. */
  statements(): number;
  /** Times that a reader waited for the database since the start: statements that leave together wait together. */
  roundTrips(): number;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseConfig {
  /** URL of the owner of the schemas; absent for the embedded database. */
  readonly url?: string | undefined;
  /** Folder of the embedded database; absent for one in memory. */
  readonly folder?: string | undefined;
  /** Password of the login role. */
  readonly loginPassword: string;
  readonly poolSize?: number;
}

/** Longest wait for a connection, and longest statement of a reader: nobody waits for a database that hangs. */
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;

const literal = (value: string): string => pg.escapeLiteral(value);

/** A plan is made once: every read finds its rows by subject, so that no value of a parameter asks for another one. */
const BEGIN = `begin isolation level repeatable read, read only; set local statement_timeout = ${STATEMENT_TIMEOUT_MS};
  set local plan_cache_mode = force_generic_plan`;
const STANDING = 'select control.standing() as standing';

/** Begins, says who is asking, and reads the caller's standing. */
const beginning = (session: Session, databaseRole: string): string =>
  `${BEGIN}; select ${settingsOf(session, databaseRole)
    .map(([name, value]) => `set_config(${literal(name)}, ${literal(value)}, true)`)
    .join(', ')}; ${STANDING}`;

async function writing<Result>(
  orm: Orm,
  session: Session,
  databaseRole: string,
  work: (em: EntityManager) => Promise<Result>,
  moment?: Moment,
): Promise<Result> {
  return orm.em.fork().transactional(async (em) => {
    const settings = settingsOf(session, databaseRole, moment).map(
      ([name, value]) => sql`set_config(${name}, ${value}, true)`,
    );
    await sql`select ${sql.join(settings)}`.execute(em.getKysely());
    return work(em);
  });
}

async function openEmbedded(config: DatabaseConfig): Promise<Database> {
  const release = config.folder === undefined ? undefined : holdFolder(config.folder);
  const dataDir = config.folder === undefined ? 'memory://' : join(config.folder, 'pglite');
  if (config.folder !== undefined) mkdirSync(config.folder, { recursive: true });
  const pglite = await PGlite.create({ dataDir, parsers: { 1082: (value) => value, 1184: (value) => value } });
  const orm: Orm = await EmbeddedOrm.init({ ...OPTIONS, dbName: 'postgres', driverOptions: { pglite } });
  await migrate(orm);
  // From here on the session is the login role: it owns nothing and inherits nothing, so a forgotten context fails closed.
  await pglite.exec(`set session authorization ${LOGIN_ROLE}`);
  // PGlite is one connection: reads and writes take turns, and a turn ends before the next begins.
  const turns = queue();
  let count = 0;
  return {
    kind: 'pglite',
    statements: () => count,
    roundTrips: () => count,
    read: async (session) => {
      const done = await turns.enter();
      const end = async (): Promise<void> => {
        try {
          await pglite.exec('rollback');
        } finally {
          done();
        }
      };
      try {
        count += 1;
        const results = await pglite.exec(beginning(session, readerRole(session.role)));
        return {
          standing: results.at(-1)?.rows[0]?.standing,
          query: async (statement, parameters) => {
            count += 1;
            return (await pglite.query(statement.text, [...parameters])).rows as never[];
          },
          close: end,
        };
      } catch (error) {
        await end();
        throw error;
      }
    },
    write: async (session, databaseRole, work, moment) => {
      const done = await turns.enter();
      try {
        return await writing(orm, session, databaseRole, work, moment);
      } finally {
        done();
      }
    },
    ping: async () => {
      const done = await turns.enter();
      try {
        await pglite.query('select 1');
      } finally {
        done();
      }
    },
    close: async () => {
      const done = await turns.enter();
      await orm.close();
      await pglite.close();
      done();
      release?.();
    },
  };
}

async function openServer(config: DatabaseConfig, url: string): Promise<Database> {
  await prepareServer(url, config.loginPassword);
  const login = loginUrl(url, config.loginPassword);
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
  const orm: Orm = await PostgresOrm.init({ ...OPTIONS, clientUrl: login, pool: { max: 4 } });
  let count = 0;
  let writes = 0;
  return {
    kind: 'postgresql',
    statements: () => count,
    roundTrips: () => writes,
    read: async (session) => {
      const client = await pool.connect().catch(() => {
        throw unavailable('The database does not answer.');
      });
      const line = pipeline(client, () => {
        writes += 1;
      });
      const role = readerRole(session.role);
      try {
        count += 1;
        const settings = settingsOf(session, role);
        const [, , standing] = await Promise.all([
          line.send(BEGIN),
          line.send({
            name: 'enter',
            text: `select ${settings.map(([name], index) => `set_config(${literal(name)}, $${index + 1}, true)`).join(', ')}`,
            values: settings.map(([, value]) => value),
          }),
          line.send({ name: 'standing', text: STANDING }),
        ]);
        return {
          standing: standing.rows[0]?.standing,
          query: async ({ name, text }, parameters) => {
            count += 1;
            // A name of its own for each role: a plan belongs to the role whose row policies are written into it.
            return (await line.send({ name: `${name}:${role}`, text, values: [...parameters] })).rows;
          },
          close: async () => {
            try {
              await line.send('rollback');
              client.release(line.failed());
            } catch (error) {
              client.release(error instanceof Error ? error : true);
            }
          },
        };
      } catch (error) {
        client.release(error instanceof Error ? error : true);
        throw error;
      }
    },
    write: (session, databaseRole, work, moment) => writing(orm, session, databaseRole, work, moment),
    ping: async () => {
      await pool.query('select 1');
    },
    close: async () => {
      await orm.close(true);
      await pool.end();
    },
  };
}

/** Opens and migrates. Throws a sentence that says what to do when the folder is in use or the server cannot be reached. */
export const openDatabase = (config: DatabaseConfig): Promise<Database> =>
  config.url === undefined ? openEmbedded(config) : openServer(config, config.url);
