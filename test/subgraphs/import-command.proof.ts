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

  it('speaks Chinese where it is asked to, from the help to the summary', () => {
    const file = put(
      'zh.csv',
      'name,uscc,reg_date',
      '示例丙有限公司,91239999MA1ABC019L,2020-01-06',
      '示例丁有限公司,91239999MA1ABC019X,2020/1/5',
    );
    const told = run(file, '--layout', 'registration', '--unit', 'HLJ-AMR', '--dry-run', '--lang', 'zh');
    expect(told.status).toBe(2);
    expect(told.out.split('\n').slice(1)).toEqual(['本次为试运行，未入库。', `退回行及原因：${file}.rejected.csv`, '']);
    expect(told.out).toMatch(/^共2行：.*退回1行/);
    expect(run('--help', '--lang', 'zh').out).toContain('导入信息提供单位报送的文件。');
    expect(run('nowhere.csv', '--lang', 'zh').err).toBe('文件nowhere.csv不存在。\n');
    expect(run(file, '--lang', 'fr')).toMatchObject({ status: 1, err: expect.stringContaining('none of en, zh') });
  });

  it('writes a template without a database, and never over a file', () => {
    const file = join(folder, 'template.xlsx');
    expect(run('--template', 'registration', file)).toMatchObject({ status: 0 });
    expect(run('--template', 'registration', file, '--lang', 'zh')).toMatchObject({
      status: 1,
      err: expect.stringContaining('不会覆盖'),
    });
  });
});
