/** `npm run due` and `npm run calendar`: what they say and how they end. A proof, for it starts a dozen processes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendEntries } from '../../gateway/recovery/journal/journal-files.ts';
import { readSecrets } from '../../gateway/settings/key-file.ts';
import { openSecrets } from '../../subgraphs/keys/secrets.ts';
import { openSigner } from '../../subgraphs/ledger/checkpoint.ts';
import { keptOf } from '../../subgraphs/recovery/gap.ts';
import { Y2027 } from './arranged-year.ts';

describe('the commands', () => {
  const root = join(import.meta.dirname, '../..');
  const runWith = (environment: NodeJS.ProcessEnv, folder: string, script: string, ...args: string[]) =>
    spawnSync(process.execPath, [`gateway/commands/${script}.ts`, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: folder, SAMPLE: 'off', LOG_LEVEL: 'silent', ...environment },
    });
  const run = (folder: string, script: string, ...args: string[]) => runWith({}, folder, script, ...args);

  it('npm run calendar and npm run due say what they did, and what is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-due-'));
    try {
      const file = join(folder, '2027.json');
      expect(run(folder, 'calendar', file)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('cannot be read'),
      });
      writeFileSync(file, JSON.stringify({ ...Y2027, days: [] }));
      expect(run(folder, 'calendar', file)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('has not been published yet'),
      });
      writeFileSync(file, `\uFEFF${JSON.stringify(Y2027)}`);
      expect(run(folder, 'calendar', file)).toMatchObject({
        status: 0,
        stdout: '2027 is loaded from https://example.invalid/2027. 0 deadlines were reckoned anew, 0 are firm now.\n',
      });
      expect(run(folder, 'calendar', file).stdout).toBe('2027 is held as the file has it; nothing was changed.\n');
      const differing = { ...Y2027, days: [...Y2027.days, { date: '2027-03-03', isOffDay: false }] };
      writeFileSync(file, JSON.stringify(differing));
      const refused = run(folder, 'calendar', file);
      expect(refused.status).toBe(1);
      expect(refused.stderr).toContain('Look again: 2027-03-03 is a weekday and said to be worked, as it is anyway.');
      expect(refused.stderr).toContain('- 2027-03-03: as the week has it until now, worked in the file');
      // Whoever is refused gives the folder back.
      expect(existsSync(join(folder, 'lock'))).toBe(false);
      writeFileSync(join(folder, 'lock'), String(process.pid));
      for (const command of [run(folder, 'calendar', file), run(folder, 'due')])
        expect(command).toMatchObject({
          status: 1,
          stderr: expect.stringContaining(`in use by process ${process.pid}`),
        });
      rmSync(join(folder, 'lock'));
      expect(run(folder, 'due', '--date', '2030-01-01')).toMatchObject({
        status: 0,
        stdout:
          '0 display periods ended, 0 clocks ran out, 0 paused clocks moved on, 0 files of evidence were deleted.\n',
      });
      expect(run(folder, 'due').stdout).toMatch(
        /were deleted\.\nStatistics of \d{4}-\d\d-\d\d: 0 figures told\. ε 1 of 4 is spent for \d{4}\.\n$/,
      );
      expect(run(folder, 'due').stdout).toMatch(/\nThe statistics of this quarter are released already\. The next /);
      // A budget that is spent is no failure, and no setting makes it larger.
      expect(runWith({ STATISTICS_EPSILON: '1' }, folder, 'due')).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(
          /were deleted\.\nNo statistics are released: of the privacy budget of \d{4}, ε 1, 1 is spent/,
        ),
      });
      expect(runWith({ STATISTICS_EPSILON: '5' }, folder, 'due')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('STATISTICS_EPSILON: is above 4'),
      });
      expect(run(folder, 'due', '--date', '1.1.2030')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('--date'),
      });
      for (const script of ['due', 'calendar', 'verify-proof'])
        expect(run(folder, script, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run') });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    // A dozen processes, each of which opens a database.
  });

  it('A17.2 npm run due releases no statistics while a gap of the ledger is open', () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-due-'));
    try {
      expect(run(folder, 'province', 'gateway/first-day/province.yaml', '--yes').status).toBe(0);
      // A checkpoint was published that this database does not have.
      const { secrets } = readSecrets(join(folder, 'secrets.json'));
      const signedAt = '2026-11-20T02:00:00.000Z';
      const payload = keptOf(openSigner(secrets.signing).sign({ size: 7, root: Buffer.alloc(32), signedAt }));
      const id = '00000000-0000-4000-8000-000000000001';
      const journal = join(folder, 'journal');
      const entry = { id, number: 1, at: signedAt, kind: 'CHECKPOINT', payload: { ...payload } } as const;
      appendEntries(journal, 'host', new Date(signedAt), [entry], openSecrets(secrets));
      expect(runWith({ JOURNAL_DIR: journal }, folder, 'due')).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(
          /were deleted\.\nNo statistics are released while a gap of the ledger is open: .*acknowledgeGap/,
        ),
      });
      expect(run(folder, 'due', '--lang', 'zh').stdout).toContain('缺口尚未确认，不发布统计结果');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
