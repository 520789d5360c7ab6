/** Which database: PostgreSQL where a URL is given, else PGlite. */
import type { Database, DatabaseConfig } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { openServer } from './server.ts';

/** Opens it and brings it to this code. Throws a sentence that says what to do where the folder is in use, the server cannot be reached, or the database is newer. */
export const openDatabase = (config: DatabaseConfig): Promise<Database> =>
  config.url === undefined ? openEmbedded(config) : openServer(config, config.url);
