/** Chooses the database: PostgreSQL where a URL is given, else PGlite. */
import type { Database, DatabaseConfig } from './database.ts';
import { asEmbeddedOwner, openEmbedded } from './embedded.ts';
import type { Owner } from './migrate/catalog.ts';
import { type Plan, planOf } from './migrate/preview/plan.ts';
import { asServerOwner, openServer } from './server.ts';

/**
 * Opens the database and brings it up to this code. Throws with what to do where the folder is in use, the server cannot be reached, or the database
 * is newer.
 */
export const openDatabase = (config: DatabaseConfig): Promise<Database> =>
  config.url === undefined ? openEmbedded(config) : openServer(config, config.url);

/** Reads what opening it will do to the database. Nothing is changed, and no embedded database is made where there is none. */
export const planOpening = ({ url, folder }: Pick<DatabaseConfig, 'url' | 'folder'>): Promise<Plan> => {
  return asOwner({ url, folder }, (owner) => planOf(owner));
};

/** Opens it as the owner of the schemas, for what no server does. */
export const asOwner = <Result>(
  { url, folder }: Pick<DatabaseConfig, 'url' | 'folder'>,
  work: (owner: Owner) => Promise<Result>,
): Promise<Result> => (url === undefined ? asEmbeddedOwner(folder, work) : asServerOwner(url, work));
