/** Small valid tables of each import layout, and the same tables with wrong cells, rows and columns. */
import fc from 'fast-check';
import type { Layout } from '../../subgraphs/import.ts';
import { COMPANY, LISTED, MEI } from '../kit.ts';

export interface Sheet {
  readonly layout: Layout;
  /** The first row names the columns. In the layout `records` there is no such row, and each row is one cell with a line of JSON. */
  readonly rows: readonly (readonly string[])[];
}

const penalty = (document: string, name: string, code: string, fine: string, date: string): string[] => [
  name,
  '法人及非法人组织',
  code,
  '',
  '',
  document,
  '未按规定明码标价',
  '罚款',
  '罚款',
  fine,
  date,
  '示例局',
];

const person = (document: string): string[] => [
  '张小梅',
  '自然人',
  '',
  '01',
  MEI.value,
  document,
  '占道经营',
  '警告',
  '警告',
  '',
  '2026/9/1',
  '示例局',
];

const record = (document: string, subject: object, more: object): string[] => [
  JSON.stringify({
    item: 'PENALTY-GENERAL',
    subject,
    subjectName: '哈尔滨示例冰雪设备有限公司',
    occurredOn: '2026-09-01',
    basisDocument: document,
    content: { documentNumber: document, facts: '事实', penaltyKinds: ['罚款'], fineYuan: '10.00' },
    ...more,
  }),
];

export const SHEETS: readonly Sheet[] = [
  {
    layout: 'double-publicity-penalty',
    rows: [
      'CF_XDR_MC,CF_XDR_LB,CF_XDR_SHXYM,CF_XDR_ZJLX,CF_XDR_ZJHM,CF_WSH,CF_WFXW,CF_CFLB,CF_NR,CF_NR_FK,CF_JDRQ,CF_CFJG'.split(
        ',',
      ),
      penalty('糊〔2026〕1号', '哈尔滨示例冰雪设备有限公司', COMPANY.value, '0.2', '2026/9/1'),
      penalty('糊〔2026〕2号', '大庆示例松江建筑工程有限公司', LISTED.value, '1,234.5', '20260902'),
      penalty('糊〔2026〕3号', '大庆示例松江建筑工程有限公司', LISTED.value, '200', '2026-09-02'),
      person('糊〔2026〕4号'),
    ],
  },
  {
    layout: 'double-publicity-permit',
    rows: [
      '行政相对人名称,行政相对人类别,统一社会信用代码,行政许可决定文书号,许可类别,许可内容,许可决定日期,有效期至,许可机关'.split(
        ',',
      ),
      [
        '哈尔滨示例冰雪设备有限公司',
        '法人及非法人组织',
        COMPANY.value,
        '糊许〔2026〕1号',
        '普通',
        '销售',
        '2026/9/1',
        '2099/12/31',
        '示例局',
      ],
      [
        '哈尔滨示例冰雪设备有限公司',
        '法人及非法人组织',
        COMPANY.value,
        '糊许〔2026〕2号',
        '01',
        '销售',
        '2026年9月1日',
        '2027/1/1',
        '示例局',
      ],
    ],
  },
  {
    layout: 'registration',
    rows: [
      ['name', 'uscc', 'reg_date', 'type', 'capital', 'scope'],
      ['龙江示例㐂𠮷', '91239999MA9AAA012A', '2020/1/5', '有限责任公司', '50万人民币', '餐饮服务；"食品"销售'],
      ['龙江示例二', '91239999MA9AAA0205', '2021-02-28', '', '-', '咨询,服务'],
    ],
  },
  {
    layout: 'records',
    rows: [
      record('糊记〔2026〕1号', COMPANY, {}),
      record('糊记〔2026〕2号', LISTED, { item: 'PENALTY-SERIOUS' }),
      record('糊记〔2026〕3号', MEI, { subjectName: '张小梅', consent: '书面同意（示例）' }),
    ],
  },
];

/** Wrong contents of cells. U+0000 is not among them: the tests that change bytes try it. */
const CELLS = [
  ...[
    '',
    ' ',
    '\u3000',
    '=1+1',
    ' =1+1',
    '+1',
    '@a',
    '\t',
    '"',
    '""',
    'a"b',
    'a,b',
    'a;b',
    "'",
    '\\',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ufffe',
  ],
  ...[
    '2026/13/1',
    '2026/2/30',
    '9999/12/31',
    '0000/0/0',
    '2027/1/1',
    '43835',
    '2026/9/1 00:00:00',
    '１',
    '２０２６/９/１',
  ],
  ...['-1', '1e999', 'NaN', '999999999999.999999', '0.0000001', '1,2', '1'.repeat(40), '101', '100'],
  ...[
    '__proto__',
    'constructor',
    '{"$ne":null}',
    '[]',
    'null',
    "' or 1=1 --",
    '<script>',
    '{{1}}',
    '%s',
    '../../x',
    'N/A',
  ],
  ...[
    'x'.repeat(30_000),
    '𠮷'.repeat(400),
    '法人',
    '自然人',
    '个体工商户',
    '吊销许可证件',
    '警告',
    '警告;罚款',
    '患有疾病',
  ],
  ...[
    COMPANY.value,
    COMPANY.value.toLowerCase(),
    '91239999MA1ABC019X',
    MEI.value,
    '糊〔2026〕1号',
    '糊许〔2026〕1号',
    'line',
    'code',
    'reason',
    'CF_XDR_MC',
  ],
];

const cells = fc.oneof(
  fc.constantFrom(...CELLS),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n\0]/g, '')),
);

/** A line of JSON with one wrong value, or with one name added or changed. */
const lines = (line: string): fc.Arbitrary<string> => {
  const right = JSON.parse(line) as Record<string, unknown>;
  const names = [...Object.keys(right), 'simplifiedProcedure', 'subjectAddress', '__proto__', 'submissionId'];
  const values = fc.oneof(cells, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(COMPANY, MEI, right.content));
  return fc
    .tuple(fc.constantFrom(...names), values, fc.constantFrom('top', 'content', 'subject'))
    .map(([name, value, where]) => {
      const part = where === 'top' ? right : (right[where] as Record<string, unknown>);
      const known = Object.keys(part);
      const changed = { ...part, [where === 'top' ? name : (known[name.length % known.length] ?? name)]: value };
      return JSON.stringify(where === 'top' ? changed : { ...right, [where]: changed });
    });
};

/** A valid sheet with some cells, rows and columns changed. */
export const nearlySheets: fc.Arbitrary<Sheet> = fc.constantFrom(...SHEETS).chain(({ layout, rows }) => {
  const slip = fc
    .tuple(
      fc.nat(rows.length - 1),
      fc.nat(40),
      cells,
      fc.constantFrom('cell', 'cell', 'cell', 'again', 'changed again', 'put', 'drop', 'lose'),
    )
    .chain(([row, column, cell, how]) => {
      const line = layout === 'records' ? lines(rows[row]?.[0] ?? '{}') : fc.constant(cell);
      return line.map((value) => ({ row, column, value, how }));
    });
  return fc.array(slip, { maxLength: 5 }).map((slips) => {
    const changed = rows.map((row) => [...row]);
    for (const { row, column, value, how } of slips) {
      const old = changed[row];
      if (old === undefined) continue;
      const at = column % Math.max(1, old.length);
      const next = old.with(Math.min(at, old.length - 1), value);
      if (how === 'cell') changed[row] = next;
      else if (how === 'put' && layout !== 'records') old.splice(at, 0, value);
      else if (how === 'drop' && layout !== 'records') old.splice(at, 1);
      else if (how === 'lose' && row > 0 && changed.length > 2) changed.splice(row, 1);
      else if (row > 0) changed.push(how === 'again' ? [...old] : next);
    }
    return { layout, rows: changed };
  });
});
