/** `npm run import`: what it says and how it ends. A proof, for it starts five processes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'credit-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, ...rows: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `${rows.join('\n')}\n`);
  return file;
};

describe('npm run import', () => {
  const run = (...args: readonly string[]): { status: number; out: string; err: string } => {
    try {
      const out = execFileSync(process.execPath, ['gateway/commands/import.ts', ...args], {
        cwd: join(import.meta.dirname, '../..'),
        env: { ...process.env, DATA_DIR: join(folder, 'data') },
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { status: 0, out, err: '' };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { status, out: stdout, err: stderr };
    }
  };

  it('exits 0 when all is accepted, 2 when some rows are rejected, 1 when it fails', () => {
    const good = put('good.csv', 'name,uscc,reg_date', '示例甲有限公司,91239999MA1ABC019L,2020/1/5');
    expect(run(good, '--layout', 'registration', '--unit', 'HLJ-AMR')).toMatchObject({
      status: 0,
      out: expect.stringContaining('1 rows: '),
    });
    const bad = put('bad.csv', 'name,uscc,reg_date', '示例乙有限公司,91239999MA1ABC019X,2020/1/5');
    const some = run(bad, '--layout', 'registration', '--unit', 'HLJ-AMR');
    expect(some.status).toBe(2);
    expect(some.out).toContain(`${bad}.rejected.csv`);
    expect(run('nowhere.csv', '--layout', 'registration', '--unit', 'HLJ-AMR')).toMatchObject({
      status: 1,
      err: expect.stringContaining('There is no file nowhere.csv'),
    });
    expect(run(good, '--layout', 'nothing', '--unit', 'HLJ-AMR').status).toBe(1);
    expect(run('--help')).toMatchObject({ status: 0, out: expect.stringContaining('double-publicity-penalty') });
  });
});
