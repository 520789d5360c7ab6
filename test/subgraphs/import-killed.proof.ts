/**
 * `npm run import` killed at random moments and started again: nothing twice, nothing lost (Article 19). `KILLS=30` for the long run.
 * A proof, for it starts a process for each kill.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform } from '../../gateway/platform.ts';
import { type Server, startServer } from '../../gateway/server.ts';
import { readConfig } from '../../gateway/settings/config.ts';
import { usccCheckCharacter } from '../../schema/law/records/identifiers.ts';

const KILLS = Number(process.env.KILLS ?? 2);
const ROWS = 12_000;
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'credit-import-killed-'));
const environment = { ...process.env, DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', PORT: '0' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Companies of region 239999; every hundredth has a wrong check character. */
const rows = Array.from({ length: ROWS }, (_, index) => {
  const body = `91239999MB${String(index).padStart(7, '0')}`;
  const right = usccCheckCharacter(body);
  return `示例${index}有限公司,${body}${index % 100 === 99 ? (right === '0' ? '1' : '0') : right},2020/1/5`;
});
const WRONG = ROWS / 100;

function importing(file: string): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; out: string; err: string }>;
} {
  const args = ['gateway/commands/import.ts', file, '--layout', 'registration', '--unit', 'HLJ-AMR'];
  const child = spawn(process.execPath, args, { cwd: root, env: environment });
  let out = '';
  let err = '';
  child.stdout?.on('data', (part: Buffer) => {
    out += part;
  });
  child.stderr?.on('data', (part: Buffer) => {
    err += part;
  });
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err }))) };
}

const put = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `name,uscc,reg_date\n${lines.join('\n')}\n`);
  return file;
};

/** Where the import stands; 0 before its first batch. */
const done = (file: string): number => {
  try {
    return JSON.parse(readFileSync(`${file}.progress.json`, 'utf8')).position.sums.rows;
  } catch {
    return 0;
  }
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an import that is killed', () => {
  it(`A19.2 goes on where it was, killed ${KILLS} times; every row is stored once or sent back once`, async () => {
    const file = put('killed.csv', rows);
    const stood: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended } = importing(file);
      let running = true;
      void ended.then(() => {
        running = false;
      });
      const before = done(file);
      // Once it has gone on, at whatever moment of the next batches.
      while (running && done(file) <= before) await pause(5);
      await pause(randomInt(40));
      child.kill('SIGKILL');
      await ended;
      stood.push(done(file));
    }
    // Each time it was further, and it was not done yet.
    expect(stood).toEqual([...new Set(stood)].sort((left, right) => left - right));
    expect(stood.at(-1)).toBeLessThan(ROWS);
    const last = await importing(file).ended;
    expect([last.code, last.out]).toEqual([2, expect.stringContaining(`Went on behind row ${stood.at(-1)}`)]);
    const [, accepted, unchanged, rejected] =
      /^12000 rows: (\d+) accepted, (\d+) unchanged, 0 corrected, (\d+) rejected/.exec(last.out)?.map(Number) ?? [];
    // A batch that was stored as the process ended is found unchanged.
    expect([(accepted ?? 0) + (unchanged ?? 0), rejected]).toEqual([ROWS - WRONG, WRONG]);
    expect(unchanged).toBeLessThanOrEqual(KILLS * 500);
    const back = readFileSync(`${file}.rejected.csv`, 'utf8').trim().split('\n').slice(1);
    expect(back.map((line) => /,(\d+),IDENTIFIER_CHECK_DIGIT,/.exec(line)?.[1]).map(Number)).toEqual(
      Array.from({ length: WRONG }, (_, index) => index * 100 + 101),
    );
    expect(existsSync(`${file}.progress.json`)).toBe(false);
    const { requestAs, close } = await openPlatform(readConfig(environment));
    const request = requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    const counted = await request.write(
      'intake',
      async (em) =>
        (
          await sql`select count(*)::int as held, count(distinct r.id)::int as ids, max(r.version)::int as version
            from public_credit.record r join public_credit.subject s on s.id = r.subject_id
            where r.item = 'REG-ENTERPRISE' and s.identifier like '91239999MB%'`.execute(em.getKysely())
        ).rows,
    );
    await request.abandon();
    await close();
    expect(counted).toEqual([{ held: ROWS - WRONG, ids: ROWS - WRONG, version: 1 }]);
  });
});

describe('an import while the server runs on the same folder', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(readConfig(environment));
  });
  afterAll(() => server.stop());

  it('hands the file to the server, tells its progress and its outcome, and leaves the same files', async () => {
    const file = put('handed.csv', [rows[0] ?? '', '示例乙有限公司,91239999MA1ABC019X,2020/1/5']);
    const { code, out } = await importing(file).ended;
    expect(code).toBe(2);
    expect(out).toBe(
      `2 rows: 0 accepted, 1 unchanged, 0 corrected, 1 rejected; 0 delivered late\nRejected rows with their reasons: ${file}.rejected.csv\n`,
    );
    expect(readFileSync(`${file}.rejected.csv`, 'utf8')).toContain('3,IDENTIFIER_CHECK_DIGIT');
  });

  it('tells what the server says is wrong with it', async () => {
    const file = put('wrong.csv', []);
    writeFileSync(file, 'a,b\n1,2\n');
    expect(await importing(file).ended).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not of the layout registration: its first line lacks name (名称)'),
    });
  });

  it('the socket is for whoever owns the folder alone', async () => {
    expect(statSync(join(environment.DATA_DIR, 'control')).mode & 0o077).toBe(0);
  });

  it('stops between two batches when the server stops, and says that it goes on', async () => {
    const file = put(
      'stopped.csv',
      rows.map((row) => row.replace('示例', '改名')),
    );
    const { ended } = importing(file);
    while (done(file) === 0) await pause(5);
    await server.stop();
    expect(await ended).toMatchObject({ code: 1, err: expect.stringContaining('it goes on where it was') });
    expect(done(file)).toBeGreaterThan(0);
    server = await startServer(readConfig(environment));
    const { code, out } = await importing(file).ended;
    expect([code, out]).toEqual([2, expect.stringContaining('Went on behind row ')]);
    expect(out).toMatch(/^12000 rows: 0 accepted, \d+ unchanged, \d+ corrected, 120 rejected/);
  });
});
