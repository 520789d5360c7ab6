/** A column whose name was not known took the name in it away from the scan of texts: it then stood readable in the facts. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CALENDAR } from '../../../schema/law/clocks/calendar.ts';
import { importProviderFile } from '../../../subgraphs/import.ts';
import { type CellWarning, RowFault } from '../../../subgraphs/public-credit/import/columns/faults.ts';
import type { Layout } from '../../../subgraphs/public-credit/import/layouts.ts';
import { fileRows } from '../../../subgraphs/public-credit/import/read/rows.ts';
import { checkRecord, type RecordInput } from '../../../subgraphs/public-credit/intake/check.ts';
import { sharedWorld, type World } from '../../kit.ts';
import { SAMPLE_EDITIONS } from '../../sample-province.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-said-beside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Cells = Readonly<Record<string, string>>;
const PENALTY: Cells = {
  CF_XDR_MC: '旁说示例有限公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: '91239999MB7008291T',
  CF_WSH: '旁〔2026〕1号',
  CF_CFLB: '罚款',
  CF_SY: '林测试授意员工销售。',
  CF_JDRQ: '2026/9/1',
};
const PERMIT: Cells = {
  XK_XDR_MC: '旁说示例有限公司',
  XK_XDR_LB: '法人及非法人组织',
  XK_XDR_SHXYM: '91239999MB7008291T',
  XK_WSH: '旁许〔2026〕1号',
  XK_XKLB: '普通',
  XK_JDRQ: '2026/9/1',
};
const PERSON: Cells = {
  ...PENALTY,
  CF_XDR_LB: '自然人',
  CF_XDR_SHXYM: '',
  CF_XDR_ZJLX: '01',
  CF_XDR_ZJHM: '239999199003070016',
};

let files = 0;
const put = (text: string): string => {
  files += 1;
  const file = join(folder, `${files}.csv`);
  writeFileSync(file, text);
  return file;
};
const csv = (row: Cells): string => `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;

/** The records of a file, and what is warned of. */
async function read(text: string, layout: Layout) {
  const warned: string[] = [];
  const records: RecordInput[] = [];
  const onWarning = ({ code, message }: CellWarning) => warned.push(`${code} ${message.en}`);
  for await (const { line, outcome } of fileRows(put(text), layout, { onBytes: () => undefined, onWarning })) {
    if (layout !== 'records' && line === 0) continue;
    if (outcome instanceof RowFault) throw outcome;
    records.push(outcome.record);
  }
  return { record: records[0], warned };
}

const representative = (record: RecordInput | undefined) =>
  (record?.content as { legalRepresentativeName?: string } | undefined)?.legalRepresentativeName;

describe('A23.4 case 29: the representative under other names of the column', () => {
  it.each([
    ...['FRDB', 'FDDB', 'fddb', 'FDDBR', 'FR', 'FR_XM', 'FZR'].flatMap((name) => [`CF_${name}`, `XK_${name}`]),
    ...['法定代表人', '法定代表人姓名', '法人代表', '负责人', '法定代表人（负责人）', '法人姓名', '主要负责人'],
  ])('%s', async (name) => {
    const forms = [
      ['CF', 'double-publicity-penalty', PENALTY],
      ['XK', 'double-publicity-permit', PERMIT],
    ] as const;
    for (const [prefix, layout, row] of forms) {
      if (/^(?:CF|XK)/.test(name) && !name.startsWith(prefix)) continue;
      const { record, warned } = await read(csv({ ...row, [name]: '林测试' }), layout);
      expect([representative(record), record?.alsoSaid, warned]).toEqual(['林测试', [], []]);
    }
  });

  it.each([
    ['CF_FRDB', '负责人'],
    ['负责人', 'CF_FRDB'],
    ['CF_FDDB', '负责人'],
  ])('%s stands before %s, which is no representative then, and not lost', async (first, second) => {
    const { record, warned } = await read(
      csv({ ...PENALTY, [first]: '林测试', [second]: '赵测试' }),
      'double-publicity-penalty',
    );
    const expected = first === '负责人' ? ['赵测试', ['林测试']] : ['林测试', ['赵测试']];
    expect([representative(record), record?.alsoSaid]).toEqual(expected);
    expect(warned).toHaveLength(1);
  });
});

describe('A23.4 what a row says beside its record', () => {
  it('is what stands in columns that the form does not have, without what says nothing, and once', async () => {
    const { record, warned } = await read(
      csv({
        ...PENALTY,
        联系人: ' 王五 ',
        联系电话: '13800138000',
        经办人: '王五',
        住址: '花园街1号',
        其他: '无',
        空: '/',
      }),
      'double-publicity-penalty',
    );
    expect(record?.alsoSaid).toEqual(['王五', '13800138000', '花园街1号']);
    expect(warned.join('\n')).not.toMatch(/王五|13800138000|花园街/);
  });

  it.each([
    ['the document of somebody in the row of a company', { CF_XDR_ZJHM: 'E12345678' }, ['E12345678']],
    ['the citizen number of 2016', { CF_XDR_SFZ: '239999199003070016' }, ['239999199003070016']],
    ['a remark', { BZ: '赵六代收' }, ['赵六代收']],
    [
      'the tax number of a sole trader',
      { CF_XDR_LB: '个体工商户', CF_XDR_SWDJ: '23999919900307001601' },
      ['23999919900307001601'],
    ],
    ['no old code of a company', { CF_XDR_GSZC: '230100100000001' }, []],
  ])('%s', async (_what, cells, said) => {
    const { record } = await read(csv({ ...PENALTY, ...cells }), 'double-publicity-penalty');
    expect(record?.alsoSaid).toEqual(said);
  });

  it('of a person, of a registration, of a line of JSON', async () => {
    expect((await read(csv({ ...PERSON, 曾用名: '张小美' }), 'double-publicity-penalty')).record?.alsoSaid).toContain(
      '张小美',
    );
    const registration = { name: '旁说示例', uscc: '91239999MB7008291T', reg_date: '2020-01-01', 法定代表人: '林测试' };
    expect((await read(csv(registration), 'registration')).record?.alsoSaid).toEqual(['林测试']);
    const line = {
      item: 'PENALTY-GENERAL',
      subject: { type: 'USCC', value: '91239999MB7008291T' },
      subjectName: '旁说示例有限公司',
      occurredOn: '2026-09-01',
      consent: '同意',
      content: { facts: '事实' },
      contact: '王五',
      others: [{ name: '深' }, '赵六', 13800138000],
      note: null,
    };
    expect((await read(JSON.stringify(line), 'records')).record?.alsoSaid).toEqual(['王五', '赵六', '13800138000']);
  });

  it('is nothing of the columns that a file of rejected rows adds', async () => {
    const { record } = await read(
      csv({ line: '2', code: 'DATE', reason: '张三', ...PENALTY }),
      'double-publicity-penalty',
    );
    expect(record?.alsoSaid).toEqual([]);
  });

  it('goes through the check as it is, and is empty where nothing was said', () => {
    const item = SAMPLE_EDITIONS.find(({ code }) => code === 'PENALTY-GENERAL');
    if (item === undefined) throw new Error('The sample has no PENALTY-GENERAL.');
    const setting = {
      today: '2026-11-20',
      unit: item.providingUnit,
      editions: [item],
      displayEditions: [],
      calendar: CALENDAR,
      units: new Map(),
      unassignedRegions: 'allow',
    } as const;
    const record: RecordInput = {
      subject: { type: 'USCC', value: '91239999MB7008291T' },
      subjectName: '旁说示例有限公司',
      occurredOn: '2026-09-01',
      basisDocument: '旁〔2026〕1号',
      content: { documentNumber: '旁〔2026〕1号' },
    };
    expect(checkRecord(setting, item.code, 0, { ...record, alsoSaid: ['王五'] })).toMatchObject({ alsoSaid: ['王五'] });
    expect(checkRecord(setting, item.code, 0, record)).toMatchObject({ alsoSaid: [] });
  });
});

describe('what is said beside is no content', () => {
  let world: World;
  beforeAll(async () => {
    world = await sharedWorld('pglite', 'deliveries');
  });
  const bring = async (row: Cells) => {
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    const summary = await importProviderFile({
      file: put(csv(row)),
      layout: 'double-publicity-penalty',
      unit: 'HLJ-AMR',
      open,
    });
    const warnings = summary.warningsFile === null ? '' : readFileSync(summary.warningsFile, 'utf8');
    return { summary, warnings };
  };

  it('A36.2 A23.4 the same record with another word beside it is unchanged, and the word is in no answer or warning', async () => {
    const first = await bring({ ...PENALTY, 联系人: '甲乙丙丁' });
    expect(first.summary).toMatchObject({ accepted: 1, rejected: 0 });
    const second = await bring({ ...PENALTY, 联系人: '戊己庚辛', BZ: '壬癸' });
    expect(second.summary).toMatchObject({ accepted: 0, unchanged: 1, corrected: 0, rejected: 0 });
    expect(first.warnings + second.warnings).not.toMatch(/甲乙丙丁|戊己庚辛|壬癸/);
    const { data } = await world.ask(
      null,
      `{ subject(identifier: { type: USCC, value: "${PENALTY.CF_XDR_SHXYM}" }) { name records(first: 200) { nodes {
        version ... on AdministrativePenalty { documentNumber facts legalRepresentative { name } } } } } }`,
    );
    expect(JSON.stringify(data)).toContain('旁〔2026〕1号');
    expect(JSON.stringify(data)).not.toMatch(/甲乙丙丁|戊己庚辛|壬癸/);
  });
});
