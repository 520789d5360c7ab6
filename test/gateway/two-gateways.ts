/** Two gateways over one PostgreSQL, with the keys of one folder and no sample. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { makeDatabase } from '../kit.ts';

/** Starts them, hands them to `work`, and clears everything away whatever came of it. */
export async function withTwoGateways(
  environment: NodeJS.ProcessEnv,
  work: (first: Server, second: Server) => Promise<void>,
): Promise<void> {
  const database = await makeDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'credit-test-'));
  const servers: Server[] = [];
  const start = async (): Promise<Server> => {
    const server = await startServer(
      readConfig({ PORT: '0', DATA_DIR: folder, SAMPLE: 'off', DATABASE_URL: database.url, ...environment }),
      { log: pino({ level: 'silent' }) },
    );
    servers.push(server);
    return server;
  };
  try {
    const first = await start();
    // The one unit of the tests: without a registered unit the door lets no party in.
    await first
      .requestAs({ role: 'OPERATOR' })
      .write('control', (em) =>
        em.execute(
          `insert into control.unit (code, name, name_en, kind, level) values ('BANK-A', '示例银行甲', 'Sample Bank A', 'PARTY', 'PROVINCE')`,
        ),
      );
    await work(first, await start());
  } finally {
    for (const server of servers) await server.stop();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}
