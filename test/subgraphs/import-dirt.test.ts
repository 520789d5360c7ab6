/** Dirt as it is met in files of permits and penalties: each kind put right and told, or sent back with its own code; no row is lost (Article 19). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProviderFile, type Layout } from '../../subgraphs/import.ts';
import { MEI, sharedWorld, subject, type World } from '../kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'credit-dirt-'));
let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite', 'deliveries');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A clean row of each form: what a test says of it replaces it, null leaves the column out. */
const PENALTY = {
  CF_XDR_MC: '哈尔滨示例冰雪设备有限公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: '91239999MA1ABC019L',
  CF_XDR_GSZC: '',
  CF_XDR_ZZJG: '',
  CF_XDR_ZJLX: '',
  CF_XDR_ZJHM: '',
  CF_FRDB: '欧阳立',
  CF_FR_ZJHM: '',
  CF_WSH: '尘〔2026〕1号',
  CF_WFXW: '未按规定明码标价',
  CF_SY: '事实',
  CF_YJ: '依据',
  CF_CFLB: '罚款',
  CF_NR: '罚款',
  CF_NR_FK: '0.2',
  CF_JDRQ: '2026/9/1',
  CF_GSJZQ: '',
  CF_CFJG: '示例局',
  CF_CFJGDM: '',
};
const PENALTY_2016 = {
  CF_WSH: '尘〔2026〕2016号',
  CF_CFMC: '未按规定明码标价案',
  CF_CFLB1: '1',
  CF_CFLB2: '2',
  CF_SY: '事实',
  CF_YJ: '依据',
  CF_XDR_MC: '哈尔滨示例冰雪设备有限公司',
  CF_XDR_SHXYM: '91239999MA1ABC019L',
  CF_XDR_ZDM: 'MA1ABC019',
  CF_XDR_GSDJ: '',
  CF_XDR_SWDJ: '',
  CF_XDR_SFZ: '',
  CF_FR: '欧阳立',
  CF_JG: '罚款二千元',
  CF_JDRQ: '2026/9/1',
  CF_XZJG: '示例局',
  CF_ZT: '0',
  DFBM: '230100',
  SJC: '2026/9/2',
};
const PERMIT_2016 = {
  XK_WSH: '尘许〔2026〕2016号',
  XK_XMMC: '食品经营许可',
  XK_SPLB: '普通',
  XK_NR: '热食类食品制售',
  XK_XDR: '哈尔滨示例冰雪设备有限公司',
  XK_XDR_SHXYM: '91239999MA1ABC019L',
  XK_XDR_ZDM: '',
  XK_XDR_GSDJ: '',
  XK_XDR_SWDJ: '',
  XK_XDR_SFZ: '',
  XK_FR: '欧阳立',
  XK_JDRQ: '2026/9/1',
  XK_JZQ: '2099/12/31',
  XK_XZJG: '示例局',
  XK_ZT: '0',
  DFBM: '230100',
  SJC: '2026/9/2',
};

type Cells = Readonly<Record<string, string>>;
let files = 0;

async function bring(rows: readonly Cells[], layout: Layout = 'double-publicity-penalty', unit = 'HLJ-AMR') {
  const header = Object.keys(rows[0] ?? {});
  files += 1;
  const file = join(folder, `${files}.csv`);
  const text = rows.map((row) => header.map((name) => `"${row[name] ?? ''}"`).join(',')).join('\n');
  writeFileSync(file, `${header.join(',')}\n${text}\n`);
  const summary = await importProviderFile({
    file,
    layout,
    unit,
    open: () => world.server.requestAs({ role: 'PROVIDER', unit }),
  });
  const linesOf = (path: string | null): string[] =>
    path === null ? [] : readFileSync(path, 'utf8').trim().split('\n').slice(1);
  return {
    ...summary,
    // Line and code of each, the message behind them.
    rejections: linesOf(summary.rejectedFile).map((line) => /,(\d+,[A-Z_]+),/.exec(line)?.[1]),
    told: linesOf(summary.warningsFile).map((line) => line.split(',').slice(0, 2).join(',')),
  };
}

const shown = async (number: string) => {
  const query = `{ me { records(first: 200) { nodes { version
    ... on AdministrativePenalty { documentNumber fineYuan penaltyKinds authority { code } conduct displayedUntil decidedOn: occurredOn }
    ... on AdministrativePermit { permit: documentNumber documentName permitKinds validUntil } } } } }`;
  const { data } = await world.ask(subject({ type: 'USCC', value: PENALTY.CF_XDR_SHXYM }), query);
  return data.me.records.nodes.find(
    (node: { documentNumber?: string; permit?: string }) => (node.documentNumber ?? node.permit) === number,
  );
};

describe('put right and told', () => {
  it.each<[code: string, change: Cells, then: Record<string, unknown>]>([
    ['FULL_WIDTH', { CF_XDR_SHXYM: '９１２３９９９９ＭＡ１ＡＢＣ０１９Ｌ' }, {}],
    ['FULL_WIDTH', { CF_JDRQ: '２０２６／９／１' }, { decidedOn: '2026-09-01' }],
    ['FULL_WIDTH', { CF_NR_FK: '０．２' }, { fineYuan: '2000.00' }],
    ['LOWER_CASE', { CF_XDR_SHXYM: '91239999ma1abc019l' }, {}],
    ['AMOUNT_SEPARATORS', { CF_NR_FK: '1,012.000001' }, { fineYuan: '10120000.01' }],
    ['CODES_SWAPPED', { CF_XDR_GSZC: 'MA1ABC01-9', CF_XDR_ZZJG: '230100100000001' }, {}],
    ['PLACEHOLDER_CODE', { CF_CFJGDM: '00000000000000000X' }, { authority: { code: null } }],
    ['COLUMN_UNKNOWN', { 自家备注: '无' }, {}],
  ])('%s %o', async (code, change, then) => {
    const number = `尘〔2026〕净${files}号`;
    const found = await bring([{ ...PENALTY, CF_WSH: number, ...change }]);
    expect([found.accepted, found.rejections, Object.keys(found.warnings)]).toEqual([1, [], [code]]);
    expect(found.told).toEqual([`${code === 'COLUMN_UNKNOWN' ? 1 : 2},${code}`]);
    expect(await shown(number)).toMatchObject(then);
  });

  it('PERSON_CODE: the document of a natural person in the column of organizations, alone or twice', async () => {
    const person = { ...PENALTY, CF_XDR_MC: '张小梅', CF_XDR_LB: '自然人', CF_XDR_ZJLX: '01', CF_FRDB: '' };
    const found = await bring([
      { ...person, CF_WSH: '尘〔2026〕甲号', CF_XDR_SHXYM: MEI.value, CF_XDR_ZJHM: '' },
      { ...person, CF_WSH: '尘〔2026〕乙号', CF_XDR_SHXYM: MEI.value, CF_XDR_ZJHM: MEI.value },
    ]);
    expect([found.accepted, found.rejections, found.told]).toEqual([2, [], ['2,PERSON_CODE', '3,PERSON_CODE']]);
  });

  it.each(['2026/9/1', '20260901', '2026-09-01', '2026-9-1', '2026年9月1日', '2026/9/1 0:00'])(
    'a date as %s',
    async (date) => {
      const number = `尘〔2026〕日${files}号`;
      expect(await bring([{ ...PENALTY, CF_WSH: number, CF_JDRQ: date }])).toMatchObject({ accepted: 1, warnings: {} });
      expect(await shown(number)).toMatchObject({ decidedOn: '2026-09-01' });
    },
  );

  it('the form of 2016: its columns, its numbers of kinds, no kind of subject; 2099/12/31 is no end', async () => {
    expect(await bring([PENALTY_2016])).toMatchObject({ accepted: 1, warnings: {} });
    expect(await shown(PENALTY_2016.CF_WSH)).toMatchObject({
      penaltyKinds: ['罚款', '没收违法所得、没收非法财物'],
      conduct: '未按规定明码标价案',
    });
    expect(await bring([PERMIT_2016], 'double-publicity-permit')).toMatchObject({ accepted: 1, warnings: {} });
    expect(await shown(PERMIT_2016.XK_WSH)).toMatchObject({
      documentName: '食品经营许可',
      permitKinds: ['普通'],
      validUntil: null,
    });
  });

  it('spellings of the representative’s number: XK_FR_SFZH, CF_FR_SFZH', async () => {
    const { CF_FR_ZJHM: _own, ...rest } = PENALTY;
    const number = `尘〔2026〕拼号`;
    expect(await bring([{ ...rest, CF_WSH: number, CF_FR_SFZH: '23999919780630057X' }])).toMatchObject({
      rejected: 0,
      warnings: {},
    });
    const query =
      '{ me { records(first: 200) { nodes { ... on AdministrativePenalty { documentNumber legalRepresentative { idNumber } } } } } }';
    const { data } = await world.ask(subject({ type: 'USCC', value: PENALTY.CF_XDR_SHXYM }), query);
    const found = data.me.records.nodes.find((node: { documentNumber?: string }) => node.documentNumber === number);
    expect(found.legalRepresentative.idNumber).not.toBeNull();
  });
});

describe('sent back with its code', () => {
  it.each<[code: string, change: Cells]>([
    ['CELL_EMPTY', { CF_JDRQ: '' }],
    ['CELL_EMPTY', { CF_XDR_LB: '' }],
    ['CELL_EMPTY', { CF_XDR_SHXYM: '' }],
    ['DATE', { CF_JDRQ: '2026/2/30' }],
    ['DATE', { CF_JDRQ: '上周' }],
    ['AMOUNT', { CF_NR_FK: '1,2' }],
    ['AMOUNT', { CF_NR_FK: '0.2000001' }],
    ['AMOUNT', { CF_NR_FK: '2千' }],
    ['USCC_MISSING', { CF_XDR_SHXYM: '', CF_XDR_GSZC: '230100100000001' }],
    ['CODE_CONFLICT', { CF_XDR_ZZJG: 'MA2ABC029' }],
    ['SUBJECT_KIND', { CF_XDR_LB: '公司' }],
    ['SUBJECT_CONFLICT', { CF_XDR_LB: '自然人', CF_XDR_ZJLX: '01', CF_XDR_ZJHM: MEI.value }],
    ['DOCUMENT_TYPE', { CF_XDR_LB: '自然人', CF_XDR_ZJLX: '9', CF_XDR_ZJHM: MEI.value }],
    ['IDENTIFIER_CHECK_DIGIT', { CF_XDR_SHXYM: '91239999MA1ABC019X' }],
    ['IDENTIFIER_CONFUSABLE', { CF_XDR_SHXYM: '91239999MА1ABC019L' }],
    ['IDENTIFIER_ZERO_WIDTH', { CF_XDR_SHXYM: '91239999MA1A\u200bBC019L' }],
    ['FORMULA', { CF_SY: '=HYPERLINK(1)' }],
  ])('%s %o', async (code, change) => {
    const found = await bring([
      { ...PENALTY, CF_WSH: '尘〔2026〕退号', ...change },
      { ...PENALTY, CF_WSH: `尘〔2026〕留${files}号` },
    ]);
    expect([found.rows, found.accepted, found.rejections]).toEqual([2, 1, [`2,${code}`]]);
  });

  it('REVOKED: the form of 2016 says that a decision stands no more', async () => {
    expect((await bring([{ ...PENALTY_2016, CF_WSH: '尘〔2026〕撤号', CF_ZT: '1' }])).rejections).toEqual([
      '2,REVOKED',
    ]);
  });
});

describe('sent twice', () => {
  it('A36.2 the same decision twice in one file is one record; the third time changed it is its second version', async () => {
    const row = { ...PENALTY, CF_WSH: '尘〔2026〕双号' };
    expect(await bring([row, row, { ...row, CF_NR_FK: '0.3' }])).toMatchObject({
      rows: 3,
      accepted: 1,
      unchanged: 1,
      corrected: 1,
      rejected: 0,
    });
    expect(await shown(row.CF_WSH)).toMatchObject({ version: 2, fineYuan: '3000.00' });
  });

  it('a dry run checks as an import does, and stores nothing', async () => {
    const row = { ...PENALTY, CF_WSH: '尘〔2026〕试号' };
    const file = join(folder, 'dry.csv');
    writeFileSync(
      file,
      `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n${Object.values({ ...row, CF_JDRQ: '无' }).join(',')}\n`,
    );
    const order = { file, layout: 'double-publicity-penalty', unit: 'HLJ-AMR' } as const;
    const open = () => world.server.requestAs({ role: 'PROVIDER', unit: 'HLJ-AMR' });
    const dry = await importProviderFile({ ...order, open, trial: true });
    expect(dry).toMatchObject({ rows: 2, accepted: 1, rejected: 1 });
    expect(await shown(row.CF_WSH)).toBeUndefined();
    const real = await importProviderFile({ ...order, open });
    expect(real).toEqual(dry);
    expect(await shown(row.CF_WSH)).toMatchObject({ version: 1 });
  });
});
