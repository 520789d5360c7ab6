/** One Chinese word for each thing, that of the Regulations, wherever callers and operators read it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLE_NAMES } from '../../gateway/docs/words.ts';
import { EVERY, shown } from './render.ts';

const root = join(import.meta.dirname, '../..');

/** The word, its article, and what has been said instead of it. */
const TERMS: readonly (readonly [word: string, article: string, others: RegExp])[] = [
  ['公共信用工作机构', '6', /平台运行(?:机构|单位|人员|方)|平台运营(?:机构|单位|方)|公共信用信息工作机构|平台管理员/],
  ['协议方', '23(2)', /协议使用单位|信息使用(?:单位|协议方)|协议单位|使用方/],
  ['信用主体', '3', /信息主体|征信主体/],
  ['行政机关', '45', /政府部门用户/],
  ['公共信用信息提供单位', '3', /信息提供者|数据提供方|信源单位/],
  ['非公共信用信息采集单位', '3', /信息采集者|采集方/],
  ['社会信用主管部门', '7', /信用管理部门|信用主管机关/],
  ['披露日志', '17', /公开日志|审计日志/],
];

const files = [
  ...globSync('schema/**/*.{ts,graphql}', { cwd: root }),
  ...globSync('gateway/{docs,commands,reports}/**/*.ts', { cwd: root }),
  ...globSync('subgraphs/**/*.ts', { cwd: root, exclude: (path) => String(path).endsWith('.generated.ts') }),
  'README.zh.md',
].map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);

describe('Chinese terms', () => {
  it.each(TERMS)('%s (Article %s) has no second name', (word, _article, others) => {
    expect(
      files
        .filter(([, text]) => others.test(text))
        .map(([file, text]) => `${file}: ${others.exec(text)?.[0]}, say ${word}`),
    ).toEqual([]);
    expect(files.filter(([, text]) => text.includes(word)).length).toBeGreaterThan(0);
    for (const [name, language] of EVERY.filter(([, language]) => language === 'zh'))
      expect(shown(name, language)).not.toMatch(others);
  });

  it('roles are called as the SDL calls the kinds of units', () => {
    const sdl = readFileSync(join(root, 'schema/catalog.graphql'), 'utf8');
    for (const role of ['PROVIDER', 'COLLECTOR', 'OPERATOR', 'DEPARTMENT', 'AUTHORITY'] as const)
      expect(sdl).toContain(`(${ROLE_NAMES[role].zh})`);
  });
});
