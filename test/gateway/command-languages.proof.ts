/** `--lang zh` of every command: its help, a fault and what it did. A proof, for it starts two dozen processes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'credit-languages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`gateway/commands/${script}.ts`, ...args], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: join(folder, 'data'), SAMPLE: 'off', LOG_LEVEL: 'silent' },
  });
  return { status, stdout, stderr };
};

const NOWHERE = join(folder, 'nowhere.json');

/** For each command what it says of a fault, and where that stands. */
const FAULTS: readonly (readonly [script: string, args: readonly string[], said: string])[] = [
  ['token', ['--role', 'party'], '角色为party的令牌须填写--unit（单位代码）。'],
  ['keys', ['--all'], '参数有误：'],
  ['reseal', ['--all'], '参数有误：'],
  ['import', [NOWHERE, '--layout', 'registration', '--unit', 'HLJ-AMR'], `文件${NOWHERE}不存在。`],
  ['province', [NOWHERE], `无法读取文件${NOWHERE}。`],
  ['due', ['--date', '1.1.2030'], '--date 1.1.2030不是形如YYYY-MM-DD的日期。'],
  ['calendar', [NOWHERE], `文件${NOWHERE}无法读取。`],
  ['redact', ['--declare-unsafe', '0'], '--declare-unsafe 0不是版本：请填写1至'],
  ['verify-proof', [NOWHERE, '--keys', NOWHERE], `文件${NOWHERE}无法读取。`],
];

describe('commands in Chinese', () => {
  it.each(FAULTS)('npm run %s tells its help and its faults', (script, args, said) => {
    const help = run(script, '--help', '--lang', 'zh');
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toMatch(new RegExp(`npm run (--silent )?${script} `));
    expect(help.stdout).toMatch(/--lang +en \| zh/);
    const fault = run(script, ...args, '--lang', 'zh');
    expect([fault.status, fault.stdout]).toEqual([1, '']);
    expect(fault.stderr.startsWith(said)).toBe(true);
    expect(run(script, ...args).stderr).not.toMatch(/^\p{Script=Han}/u);
    expect(run(script, '--help', '--lang', 'fr')).toEqual({
      status: 1,
      stdout: '',
      stderr: '--lang is none of en, zh. --lang应为en或zh。\n',
    });
  });

  it('tells what was done, and what of a file is wrong', () => {
    const file = join(folder, '2027.json');
    const day = { date: '2027-02-30', isOffDay: true };
    writeFileSync(file, JSON.stringify({ year: 2027, papers: [], days: [day] }));
    expect(run('calendar', file, '--lang', 'zh')).toEqual({
      status: 1,
      stdout: '',
      stderr: `${file}不予接收：\n- papers没有写明公布文件：未经公布的不发生效力（第七条）。\n- days[0]没有形如YYYY-MM-DD的日期。\n`,
    });
    const arranged = { year: 2027, papers: ['国办发明电〔2026〕1号'], days: [{ date: '2027-01-01', isOffDay: true }] };
    writeFileSync(file, JSON.stringify(arranged));
    expect(run('calendar', file, '--lang', 'zh').stdout).toBe(
      '已载入2027年的安排，来源：国办发明电〔2026〕1号。重新计算办理期限0项，其中0项已确定。\n',
    );
    expect(run('due', '--date', '2030-01-01', '--lang', 'zh').stdout).toBe(
      '公示期限届满0项，办理期限逾期0项，中止计算的期限顺延0项，删除证据材料0件。\n',
    );
    expect(run('redact', '--status', '--lang', 'zh').stdout).toMatch(
      /^脱敏函数为第\d+版。\n( {2}第\d+版自.*起不安全，不予公开：.*\n)*没有待处理的文本。\n$/,
    );
  });
});
