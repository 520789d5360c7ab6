/** Chooses the database: PostgreSQL where a URL is given, else PGlite. */
import type { Database, DatabaseConfig } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { openServer } from './server.ts';

/**
 * Opens the database and brings it up to this code. Throws with what to do where the folder is in use, the server cannot be reached, or the database
 * is newer.
 */
export const openDatabase = (config: DatabaseConfig): Promise<Database> =>
  config.url === undefined ? openEmbedded(config) : openServer(config, config.url);
