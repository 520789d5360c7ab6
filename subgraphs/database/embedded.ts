/** PGlite: PostgreSQL in this process, its files under a folder. It has one connection, so that transactions run one after the other. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { MikroORM } from '@mikro-orm/pglite';
import { unavailable } from '../../schema/errors.ts';
import { upgradeMessages } from '../../schema/messages/database/upgrade.ts';
import { serviceMessages } from '../../schema/messages/service.ts';
import type { Database, DatabaseConfig } from './database.ts';
import { mutex } from './engines/mutex.ts';
import { probeEngine } from './engines/probe.ts';
import type { Owner } from './migrate/catalog.ts';
import { bringUpWith } from './migrate/key-check.ts';
import { lockForProcess } from './process-lock.ts';
import { quoted, readerRole } from './roles.ts';
import { beginning, entering, ormOptions, writing } from './statements.ts';

/** PGlite has one database, of this name. */
const DATABASE = 'postgres';

/** Lets one process alone open the folder: PGlite does not notice a second process, and both would write. */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const taken = (pid: number): Error =>
    new Error(
      `The embedded database in ${folder} is in use by process ${pid}. Stop that process first, or set DATABASE_URL to a PostgreSQL server that several processes can share.`,
    );
  return lockForProcess(join(folder, 'lock'), taken);
}

/** Whether the folder holds an embedded database. */
export const holdsEmbedded = (folder: string): boolean => existsSync(join(dataOf(folder), 'PG_VERSION'));

/** A copy of the database that nobody has open, as it stands: it is not brought up to this code. */
export async function dumpFolder(folder: string): Promise<Blob> {
  const release = holdFolder(folder);
  try {
    const pglite = await PGlite.create({ dataDir: dataOf(folder) });
    try {
      return await pglite.dumpDataDir('none');
    } finally {
      await pglite.close();
    }
  } finally {
    release();
  }
}

/** Opens a copy in memory, as the owner of all that is in it, to see what it holds. */
export async function openCopy(copy: Blob): Promise<Pick<Owner, 'query'> & { close(): Promise<void> }> {
  const pglite = await PGlite.create({ dataDir: 'memory://', loadDataDir: copy });
  return {
    query: async (statement, parameters = []) => (await pglite.query(statement, [...parameters])).rows as never[],
    close: () => pglite.close(),
  };
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

const dataOf = (folder: string): string => join(folder, 'pglite');

/** PostgreSQL's own number of its files: another major version reads them not at all. */
export const FILES_OF = '18';

/** Throws with what to do where the files are of another major version of PostgreSQL: PGlite would only say that it aborts. */
function checkFiles(folder: string): void {
  let version: string;
  try {
    version = readFileSync(join(dataOf(folder), 'PG_VERSION'), 'utf8').trim();
  } catch {
    return;
  }
  if (version === FILES_OF) return;
  const { message, help } = upgradeMessages.filesOfOther(folder, version, FILES_OF);
  const localized = { en: `${message.en} ${help.en}`, zh: `${message.zh}${help.zh}` };
  throw Object.assign(new Error(localized.en), { localized });
}

/** Does something as the owner of the schemas, where no server has the folder open. Where there is no database yet, over an empty one in memory. */
export async function asEmbeddedOwner<Result>(
  folder: string | undefined,
  work: (owner: Owner) => Promise<Result>,
): Promise<Result> {
  const there = folder !== undefined && existsSync(dataOf(folder));
  const release = there ? holdFolder(folder) : undefined;
  try {
    if (there) checkFiles(folder);
    const pglite = await PGlite.create({ dataDir: there ? dataOf(folder) : 'memory://' });
    try {
      return await work(ownerOf(pglite));
    } finally {
      await pglite.close();
    }
  } finally {
    release?.();
  }
}

const ownerOf = (pglite: PGlite): Owner => ({
  database: DATABASE,
  query: async (statement, parameters = []) => (await pglite.query(statement, [...parameters])).rows as never[],
  run: async (statements) => {
    await pglite.exec(statements);
  },
});

async function openHeld(config: DatabaseConfig, release: (() => void) | undefined): Promise<Database> {
  if (config.folder !== undefined) checkFiles(config.folder);
  const dataDir = config.folder === undefined ? 'memory://' : dataOf(config.folder);
  const pglite = await PGlite.create({
    dataDir,
    parsers: { 1082: (value) => value, 1184: (value) => value },
    ...(config.beginWith === undefined ? {} : { loadDataDir: config.beginWith }),
  });
  const owner = ownerOf(pglite);
  // It has one session and belongs to one process: nobody else is there to be kept out.
  const names = await probeEngine(owner)
    .then(() => bringUpWith(config.keys, owner))
    .catch(async (error: unknown) => {
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
    // Reads and writes share the one connection.
    connections: () => {
      const callers = turns.callers();
      const inUse = Math.min(1, callers);
      return [{ pool: 'read', inUse, idle: 1 - inUse, waiting: callers - inUse, max: 1 }];
    },
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
            if (stopped || closed) throw unavailable(serviceMessages.givenUp);
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
