/** A question in parts goes on where the ledger was moved under the sessions that wrote its first parts: what a session compiled names no row of the old table. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { partition } from '../../../subgraphs/database/migrate/partition/move.ts';
import { asServerOwner } from '../../../subgraphs/database/server.ts';
import { session } from '../../facts/facts-database.ts';
import { databases, NO_JOBS } from '../../kit.ts';
import { makeOwned } from '../../subgraphs/database/owned.ts';
import { entryOfPart, RECORD_PART } from '../../subgraphs/question-parts.ts';
import { copyKeys, kept, releasedDatabase } from '../released.ts';

const RELEASE = '0.2.0';

describe.runIf(databases().includes('postgresql'))('the ledger is moved into parts', () => {
  it('A17.1 A35.1 a question of two parts is answered by the same session before and after', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-ages-'));
    copyKeys(RELEASE, folder);
    const old = await makeOwned('postgresql');
    const url = old.url ?? '';
    await old.ask(releasedDatabase(RELEASE, old.name));
    await old.open();
    const environment = { PATH: process.env.PATH, DATABASE_URL: url, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent' };
    const server = await startServer(readConfig({ ...environment, CHECKPOINT_MINUTES: '10', ...NO_JOBS }), {
      now: () => new Date(kept(RELEASE).at),
      inMemory: true,
      log: pino({ level: 'silent' }),
    });
    /** Sessions that wrote the parts of one question. */
    const question = async (number: number): Promise<Set<number>> => {
      const request = `019aca00-0000-7000-8000-00000000010${number}`;
      const id = `019aca00-0000-7000-8000-00000000020${number}`;
      const part = async (seen: number, items: readonly string[]): Promise<number> => {
        const entries = JSON.stringify([entryOfPart(request, id, items)]);
        const values = [request, seen, entries];
        const [row] = await server.platform.database.execute<{ pid: number }>(
          session('PROVIDER', { unit: 'U' }),
          'ledger',
          RECORD_PART,
          values,
        );
        return row?.pid ?? 0;
      };
      return new Set([await part(0, ['A']), await part(1, ['A', 'B'])]);
    };
    try {
      const before = await question(1);
      await asServerOwner(url, (owner) => partition(owner, { onSlice: () => true }));
      expect(await question(2)).toEqual(before);
      expect(await question(3)).toEqual(before);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
      await old.drop?.();
    }
  });
});
