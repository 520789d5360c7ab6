/** PGlite: PostgreSQL in this process, its files under a folder. It has one connection, so that transactions run one after the other. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { MikroORM } from '@mikro-orm/pglite';
import { unavailable } from '../../schema/errors.ts';
import type { Database, DatabaseConfig } from './database.ts';
import { bringUp } from './migrate/migrate.ts';
import { mutex } from './mutex.ts';
import { lockForProcess } from './process-lock.ts';
import { quoted, readerRole } from './roles.ts';
import { beginning, entering, ormOptions, writing } from './statements.ts';

/** PGlite has one database, of this name. */
const DATABASE = 'postgres';

/** Lets one process alone open the folder: PGlite does not notice a second process, and both would write. */
function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const taken = (pid: number): Error =>
    new Error(
      `The embedded database in ${folder} is in use by process ${pid}. Stop that process first, or set DATABASE_URL to a PostgreSQL server that several processes can share.`,
    );
  return lockForProcess(join(folder, 'lock'), taken);
}

export async function openEmbedded(config: DatabaseConfig): Promise<Database> {
  const release = config.folder === undefined ? undefined : holdFolder(config.folder);
  try {
    return await openHeld(config, release);
  } catch (error) {
    release?.();
    throw error;
  }
}

async function openHeld(config: DatabaseConfig, release: (() => void) | undefined): Promise<Database> {
  const dataDir = config.folder === undefined ? 'memory://' : join(config.folder, 'pglite');
  const pglite = await PGlite.create({
    dataDir,
    parsers: { 1082: (value) => value, 1184: (value) => value },
    ...(config.beginWith === undefined ? {} : { loadDataDir: config.beginWith }),
  });
  const names = await bringUp({
    database: DATABASE,
    query: async (statement, parameters = []) => (await pglite.query(statement, [...parameters])).rows as never[],
    run: async (statements) => {
      await pglite.exec(statements);
    },
  }).catch(async (error: unknown) => {
    await pglite.close();
    throw error;
  });
  const orm = await MikroORM.init({ ...ormOptions(config), dbName: DATABASE, driverOptions: { pglite } });
  // From here on the session is the login role. It owns nothing and inherits nothing, so that a query without a role reads nothing.
  await pglite.exec(`set session authorization ${quoted(names.login)}`);
  // PGlite is one connection: one read or write at a time holds the mutex.
  const turns = mutex();
  let count = 0;
  return {
    kind: 'pglite',
    roleName: (role) => names[role],
    statements: () => count,
    roundTrips: () => count,
    read: async (session, checkWanted) => {
      const done = await turns.enter();
      // A statement of PGlite blocks the process until it is done. Cancelling can only stop the next one.
      let stopped = false;
      let closed = false;
      const end = async (): Promise<void> => {
        closed = true;
        try {
          await pglite.exec('rollback');
        } finally {
          done();
        }
      };
      try {
        checkWanted?.();
      } catch (error) {
        done();
        throw error;
      }
      try {
        count += 1;
        const results = await pglite.exec(beginning(session, names[readerRole(session.role)]));
        return {
          entitlements: Promise.resolve(String(results.at(-1)?.rows[0]?.entitlements)),
          query: async (statement, parameters) => {
            // After close the connection serves another transaction.
            if (stopped || closed) throw unavailable('The request was given up.');
            count += 1;
            return (await pglite.query(statement.text, [...parameters])).rows as never[];
          },
          cancel: () => {
            stopped = true;
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
        return await writing(orm, session, names[databaseRole], work, moment);
      } finally {
        done();
      }
    },
    execute: async (session, databaseRole, statement, parameters) => {
      const done = await turns.enter();
      try {
        await pglite.exec(entering(session, names[databaseRole]));
        const { rows } = await pglite.query(statement.text, [...parameters]);
        await pglite.exec('commit');
        return rows as never[];
      } catch (error) {
        await pglite.exec('rollback');
        throw error;
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
    dump: async () => {
      const done = await turns.enter();
      try {
        return await pglite.dumpDataDir('none');
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
