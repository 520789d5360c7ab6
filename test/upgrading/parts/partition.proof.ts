/**
 * Records are moved into parts while programs read and write: every row stands at the end as it was written, and answers are the same before, meanwhile and after. A
 * proof, for it fills a database of the release before, serves it, and kills what moves.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type Server, startServer } from '../../../gateway/server.ts';
import { readConfig } from '../../../gateway/settings/config.ts';
import { databases, NO_JOBS } from '../../kit.ts';
import { makeOwned } from '../../subgraphs/database/owned.ts';
import { type Asked, copyKeys, kept, releasedDatabase } from '../released.ts';
import { filled, filling, others, standing, write } from './writers.ts';

const RELEASE = '0.2.0';
const ROWS = 20_000;
const ROOT = join(import.meta.dirname, '../../..');

describe.runIf(databases().includes('postgresql'))('records are moved into parts', () => {
  it('A17.1 A36.2 A36.3 while they are read and written, killed in the middle and resumed: each row as it was written, each answer the same', {
    timeout: 300_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-parts-'));
    copyKeys(RELEASE, folder);
    const before = kept(RELEASE);
    const now = new Date(before.at);
    const old = await makeOwned('postgresql');
    const url = old.url ?? '';
    await old.ask(releasedDatabase(RELEASE, old.name));
    await old.open();
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    const environment = {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      DATABASE_URL: url,
      DATA_DIR: folder,
    };
    const command = async (...args: readonly string[]): Promise<string> => {
      const done = await promisify(execFile)(process.execPath, ['gateway/commands/partition.ts', ...args], {
        cwd: ROOT,
        env: environment,
      }).catch((error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error);
      return `${'code' in done ? done.code : 0} ${done.stdout}`;
    };
    let server: Server | undefined;
    let running = true;
    const goesOn = (): boolean => running;
    try {
      await owner.query(filling(1, ROWS));
      await owner.query('analyze public_credit.record');
      server = await startServer(
        readConfig({
          ...environment,
          PORT: '0',
          LOG_LEVEL: 'silent',
          CHECKPOINT_MINUTES: '10',
          RATE_PUBLIC: '1000000',
          RATE_SUBJECT: '1000000',
          ...NO_JOBS,
        }),
        { now: () => now, inMemory: true, log: pino({ level: 'silent' }) },
      );
      const { issuer, url: at } = server;
      const ask = async ({ holder, query, variables, headers }: Asked): Promise<string> => {
        const token =
          holder === null ? undefined : await issuer?.signAt({ sub: holder.unit ?? 'subject', ...holder }, '15m', now);
        const response = await fetch(`${at}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...headers,
          },
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors = [] } = (await response.json()) as Asked['answer'];
        return JSON.stringify({ data, refused: errors.map(({ extensions }) => [extensions.code, extensions.reason]) });
      };
      // Who asked is told too: what is not the same when it is asked twice is no measure.
      const answers: [Asked, string][] = [];
      for (const question of before.asked) {
        const [first, second] = [await ask(question), await ask(question)];
        if (first === second) answers.push([question, first]);
      }
      expect(answers.length).toBeGreaterThan(8);
      expect(answers.map(([, answer]) => answer).join()).toContain('PENALTY');
      const untouched = await others(owner);
      const records = filled(ROWS);
      const faults: string[] = [];
      let asked = 0;
      const reading = (async () => {
        while (running)
          for (const [question, answer] of answers) {
            const is = await ask(question).catch(String);
            if (is !== answer) faults.push(`${question.query}: ${is}`);
            asked += 1;
          }
      })();
      const writing = ([0, 1] as const).map((of) =>
        write(url, records, ROWS, of, goesOn).catch((error: unknown) => {
          faults.push(String(error));
          return 0;
        }),
      );

      const killed = spawn(process.execPath, ['gateway/commands/partition.ts', '--run'], {
        cwd: ROOT,
        env: environment,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let told = '';
      const inTheMiddle = new Promise<void>((resolve, reject) => {
        killed.stderr.setEncoding('utf8').on('data', (part: string) => {
          told += part;
          if (told.split('\n').length > 2) resolve();
        });
        killed.once('exit', () => reject(new Error(told)));
      });
      await inTheMiddle;
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      expect(told).toMatch(/^public_credit\.record: 500 rows of about \d+, /);

      const status = await command('--status');
      const reached = Number(
        /^0 public_credit\.record: being moved, (\d+) rows of about \d+\. --run goes on\.\nledger\.disclosure: one table, about \d+ rows\.\n$/.exec(
          status,
        )?.[1],
      );
      expect(reached).toBeGreaterThanOrEqual(500);
      expect(reached).toBeLessThan(ROWS);
      const [sofar, asksSofar] = [records.size, asked];
      expect(await command('--run')).toBe('0 public_credit.record is in parts.\nledger.disclosure is in parts.\n');
      // Readers and writers go on over the new layout.
      const asksThen = asked;
      while (asked < asksThen + 2 * answers.length && faults.length === 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
      running = false;
      await reading;
      const writes = await Promise.all(writing);
      expect(faults).toEqual([]);
      expect(Math.min(...writes)).toBeGreaterThan(50);
      expect(asked).toBeGreaterThan(asksSofar);
      expect(records.size).not.toBe(sofar);

      const stands = await standing(owner);
      expect(stands.size).toBe(records.size);
      const wrong = [...records].filter(([n, versions]) => JSON.stringify(stands.get(n)) !== JSON.stringify(versions));
      expect(wrong.slice(0, 3).map(([n, versions]) => [n, versions, stands.get(n)])).toEqual([]);
      expect(await others(owner)).toBe(untouched);
      expect(await command('--status', '--lang', 'zh')).toMatch(
        /^0 public_credit\.record：已分区，约\d+行。\nledger\.disclosure：已分区，约\d+行。\n$/,
      );
      expect(await command('--run')).toBe(
        '0 public_credit.record was in parts already.\nledger.disclosure was in parts already.\n',
      );
    } finally {
      running = false;
      await server?.stop();
      await owner.end();
      await old.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
