/** Side (a): this gateway as `npm start` runs it, with its log. It can run without the ledger, to measure what the ledger costs. */

import { startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import type { Database } from '../../../subgraphs/database/database.ts';
import { NOW } from '../settings.ts';
import { serveChild, usage } from './child.ts';

let stopping: (() => Promise<void>) | undefined;

/** Drops every statement of the ledger: entries are made and not stored. */
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
