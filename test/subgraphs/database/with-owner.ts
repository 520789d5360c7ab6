/** A database of its own on PostgreSQL, open as a server has it, and a connection of its owner beside it. */
import pg from 'pg';
import type { Database } from '../../../subgraphs/database/database.ts';
import { openDatabase } from '../../../subgraphs/database/open.ts';
import { ENTITIES } from '../../../subgraphs/entities.ts';
import { makeDatabase } from '../../kit.ts';

export interface WithOwner {
  readonly database: Database;
  readonly owner: pg.Client;
  close(): Promise<void>;
}

export async function openWithOwner(): Promise<WithOwner> {
  const made = await makeDatabase();
  const database = await openDatabase({ entities: ENTITIES, url: made.url, loginPassword: 'of a test' });
  const owner = new pg.Client({ connectionString: made.url });
  await owner.connect();
  return {
    database,
    owner,
    close: async () => {
      await owner.end();
      await database.close();
      await made.drop();
    },
  };
}
