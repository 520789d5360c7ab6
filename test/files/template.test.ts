/** Templates hold the columns of the form in force, and are taken when they are filled in. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TEMPLATE_LAYOUTS, writeTemplate } from '../../subgraphs/import.ts';
import type { Layout } from '../../subgraphs/public-credit/import/layouts.ts';
import { zipOf } from '../subgraphs/workbook-file.ts';
import { elementsOf, seenIn, textsOf } from './parts-of.ts';
import { readFile } from './read.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-template-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;
const made = (layout: string, language: 'en' | 'zh' = 'zh') => {
  number += 1;
  return writeTemplate(layout, language, join(folder, `${number}.xlsx`));
};
const letters = (count: number): string[] =>
  Array.from({ length: count }, (_none, at) => (at < 26 ? '' : 'A') + String.fromCharCode(65 + (at % 26)));

/** A template with rows, as whoever types them leaves it: cells by the code of their column. */
async function filled(file: string, rows: readonly Readonly<Record<string, string>>[]): Promise<string> {
  const texts = new Map(await textsOf(file));
  const { cells } = await seenIn(file);
  const columnOf = (code: string): string => letters(30).find((letter) => cells[`${letter}2`] === code) ?? 'none';
  const xml = rows.map((row, at) => {
    const inner = Object.entries(row)
      .map(([code, text]) => [columnOf(code), text] as const)
      .sort(([left], [right]) => left.length - right.length || (left < right ? -1 : 1))
      .map(([letter, text]) => `<c r="${letter}${at + 3}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`);
    return `<row r="${at + 3}">${inner.join('')}</row>`;
  });
  const sheet = 'xl/worksheets/sheet1.xml';
  texts.set(sheet, (texts.get(sheet) ?? '').replace('</sheetData>', `${xml.join('')}</sheetData>`));
  const path = `${file}.filled.xlsx`;
  writeFileSync(path, zipOf([...texts].map(([name, text]) => ({ name, text }))));
  return path;
}

/** From the exchange form: codes and names of its columns, in their order. */
const PENALTY =
  `CF_XDR_MC 行政相对人名称* · CF_XDR_LB 行政相对人类别* · CF_XDR_SHXYM 行政相对人代码_1(统一社会信用代码)* ·
CF_XDR_GSZC 行政相对人代码_2(工商注册号) · CF_XDR_ZZJG 行政相对人代码_3(组织机构代码) · CF_XDR_SWDJ 行政相对人代码_4(税务登记号) ·
CF_XDR_SYDW 行政相对人代码_5(事业单位证书号) · CF_XDR_SHZZ 行政相对人代码_6(社会组织登记证号) · CF_FRDB 法定代表人 ·
CF_FR_ZJLX 法定代表人证件类型 · CF_FR_ZJHM 法定代表人证件号码 · CF_XDR_ZJLX 证件类型 · CF_XDR_ZJHM 证件号码 ·
CF_WSH 行政处罚决定书文号* · CF_WFXW 违法行为类型 · CF_SY 违法事实 · CF_YJ 处罚依据 · CF_CFLB 处罚类别* · CF_NR 处罚内容 ·
CF_NR_FK 罚款金额(万元) · CF_NR_WFFF 没收违法所得、没收非法财物的金额(万元) · CF_NR_ZKDX 暂扣或吊销证照名称及编号 · CF_JDRQ 处罚决定日期* ·
CF_YXQ 处罚有效期 · CF_GSJZQ 公示截止期 · CF_CFJG 处罚机关 · CF_CFJGDM 处罚机关统一社会信用代码 · CF_SJLY 数据来源单位 ·
CF_SJLYDM 数据来源单位统一社会信用代码 · BZ 备注`
    .split('·')
    .map((column) => column.trim().split(' '));

describe('templates', () => {
  it('A19.2 hold the columns of the form in force by name and code, all as text', async () => {
    const { cells, kinds, comments, texts } = await seenIn(await made('double-publicity-penalty'));
    const columns = letters(PENALTY.length + 1).map((letter) => [cells[`${letter}2`], cells[`${letter}1`]]);
    expect(columns).toEqual([...PENALTY, [undefined, undefined]]);
    expect(kinds).toEqual(['inlineStr 49']);
    const styles = elementsOf(texts.get('xl/worksheets/sheet1.xml'), 'col').map(({ attributes }) => attributes.style);
    expect([styles.length, new Set(styles)]).toEqual([PENALTY.length, new Set(['1'])]);
    expect([comments.T1, comments.W1]).toEqual([
      expect.stringContaining('万元'),
      expect.stringContaining('2026/01/05'),
    ]);
  });

  it('A19.2 offer the lists of codes of the form', async () => {
    const file = await made('double-publicity-permit');
    const { cells: guide } = await seenIn(file, 2);
    const sheet = (await textsOf(file)).get('xl/worksheets/sheet1.xml');
    const listed = elementsOf(sheet, 'dataValidation').map(({ attributes, text }) => {
      const [, from = '', to = ''] = /^'代码表'!\$C\$(\d+):\$C\$(\d+)$/.exec(text) ?? [];
      const rows = Array.from({ length: Number(to) - Number(from) + 1 }, (_none, at) => Number(from) + at);
      return [attributes.sqref, rows.map((row) => `${guide[`B${row}`] ?? ''}${guide[`C${row}`]}`)];
    });
    const documents = ['01身份证', '02护照', '03港澳通行证', '04台湾通行证', '05外国人永久居留证'];
    expect(listed).toEqual([
      ['B3:B1048576', ['法人及非法人组织', '自然人', '个体工商户']],
      ['J3:J1048576', documents],
      ['L3:L1048576', documents],
      ['P3:P1048576', ['01普通', '02特许', '03认可', '04核准', '05登记', '06其他']],
      ['Y3:Y1048576', ['1有效', '2无效']],
    ]);
  });

  it.each(TEMPLATE_LAYOUTS)('A19.2 %s untouched has no row, no fault and nothing to tell', async (layout) => {
    for (const language of ['en', 'zh'] as const)
      expect(await readFile(await made(layout, language), layout as Layout)).toEqual({
        taken: [],
        contents: [],
        faults: [],
        warned: [],
        messages: [],
      });
  });

  it('A19.2 filled in is taken: a company, and a person with what the lists offer', async () => {
    const row = {
      CF_XDR_MC: '哈尔滨示例冰雪设备有限公司',
      CF_XDR_LB: '法人及非法人组织',
      CF_XDR_SHXYM: '91239999MA1ABC019L',
      CF_WSH: '例〔2026〕1号',
      CF_CFLB: '没收违法所得、没收非法财物',
      CF_NR_FK: '0.2',
      CF_JDRQ: '2026/9/1',
    };
    const person = {
      ...row,
      CF_XDR_MC: '示例人',
      CF_XDR_LB: '自然人',
      CF_XDR_SHXYM: '',
      CF_XDR_ZJLX: '外国人永久居留证',
      CF_XDR_ZJHM: 'E1234567',
      CF_WSH: '例〔2026〕2号',
      CF_CFLB: '罚款',
    };
    const file = await filled(await made('double-publicity-penalty'), [{ ...row, CF_CFLB: '罚款' }, person]);
    expect(await readFile(file)).toMatchObject({
      taken: ['3 例〔2026〕1号 2026-09-01', '4 例〔2026〕2号 2026-09-01'],
      faults: [],
      warned: [],
    });
  });

  it('A19.2 a file that is there is not overwritten', async () => {
    const file = join(folder, 'mine.xlsx');
    writeFileSync(file, 'mine');
    await expect(writeTemplate('registration', 'zh', file)).rejects.toThrow(/已存在/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('A19.2 of records, or of no layout, say what to do', async () => {
    const file = join(folder, 'none.xlsx');
    const told = await writeTemplate('records', 'en', file).catch((error: Error) => error.message);
    const line = String(told).split('\n')[1] ?? '';
    expect(Object.keys(JSON.parse(line))).toEqual(['item', 'subject', 'subjectName', 'occurredOn', 'content']);
    await expect(writeTemplate('penalty', 'en', file)).rejects.toThrow(/double-publicity-penalty/);
    expect(existsSync(file)).toBe(false);
  });
});
