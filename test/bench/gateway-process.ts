/** Side (a): this gateway, as `npm start` runs it, its log on. Without the ledger it is measured only to say what the ledger costs. */

import { startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import type { Database } from '../../subgraphs/database/database.ts';
import { serveChild, usage } from './child.ts';
import { NOW } from './settings.ts';

let stopping: (() => Promise<void>) | undefined;

/** Entries are made and thrown away: no statement, no count, no leaf. */
function withoutLedger(database: { execute: Database['execute'] }): void {
  const { execute } = database;
  database.execute = (session, role, ...statement) =>
    role === 'ledger' ? Promise.resolve([]) : execute(session, role, ...statement);
}

serveChild<{ environment: NodeJS.ProcessEnv; ledger: boolean }>(
  async ({ environment, ledger }) => {
    const server = await startServer(readConfig(environment), { now: () => NOW });
    if (!ledger) withoutLedger(server.platform.database);
    stopping = server.stop;
    return { ready: server.url, answer: usage };
  },
  async () => stopping?.(),
);
