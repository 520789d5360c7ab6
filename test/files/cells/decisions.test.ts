/** What rows of decisions say: each kind with what is right, what is told, and what comes back. */
import { describe, expect, it } from 'vitest';
import { documentKey } from '../../../schema/law/records/document-number.ts';
import { PENALTY, readRow } from '../read.ts';

const PERMIT = {
  XK_XDR_MC: '哈尔滨示例冰雪设备有限公司',
  XK_XDR_LB: '法人及非法人组织',
  XK_XDR_SHXYM: '91239999MA1ABC019L',
  XK_WSH: '例许〔2026〕1号',
  XK_XKLB: '01',
  XK_JDRQ: '2026/9/1',
  XK_YXQZI: '2029/8/31',
  XK_ZT: '',
};

const penalty = (change: Readonly<Record<string, string>> = {}) => readRow({ ...PENALTY, ...change });
const permit = (change: Readonly<Record<string, string>> = {}) =>
  readRow({ ...PERMIT, ...change }, 'double-publicity-permit');

describe('A19.2 one document in several spellings', () => {
  const usual = '哈市监罚〔2026〕12-3号';
  it.each([
    '哈市监罚[2026]12-3号',
    '哈市监罚(2026)12-3号',
    '哈市监罚（2026）12-3号',
    '哈市监罚【2026】12-3号',
    '哈市监罚［２０２６］１２－３号',
    '哈市监罚〔2026〕 12-3 号',
    '哈市监罚〔2026〕12\u200b-3号',
    '\ufeff哈市监罚〔2026〕12—3号',
    '哈市监罚\u3000〔2026〕\u00a012‐3号',
    '哈市监罚{2026}12–3号',
  ])('%s is the usual one', (written) => expect(documentKey(written)).toBe(usual));

  it('the usual spelling is its own key', () => expect(documentKey(usual)).toBe(usual));

  it.each(['哈市监罚〔2026〕123号', '哈市监罚〔2025〕12-3号', '哈市监罚字〔2026〕12-3号', '哈市监罚〔2026〕012-3号'])(
    '%s is another document',
    (written) => expect(documentKey(written)).not.toBe(usual),
  );
});

describe('A19.2 dates', () => {
  it.each([
    ['2026-09-01 10:30:00', 'TIME_LEFT_OUT', '2026-09-01'],
    ['2026/9/1 8:05', 'TIME_LEFT_OUT', '2026-09-01'],
    ['2026-09-01T00:00:00', null, '2026-09-01'],
    ['2026-09-01T00:00:00.000', null, '2026-09-01'],
    ['20260901000000', null, '2026-09-01'],
    ['20260901103000', 'TIME_LEFT_OUT', '2026-09-01'],
    ['2026年9月1日 10时30分', 'TIME_LEFT_OUT', '2026-09-01'],
    // Sixteen o'clock of the day before, as told by a program, is midnight in China.
    ['2026-08-31T16:00:00.000Z', 'TIME_LEFT_OUT', '2026-09-01'],
    ['2026-08-31T15:59:59Z', 'TIME_LEFT_OUT', '2026-08-31'],
    ['2026-09-01T00:00:00+08:00', 'TIME_LEFT_OUT', '2026-09-01'],
    ['2026.9.1', null, '2026-09-01'],
  ])('%s', async (written, told, date) => {
    const { record, faults, warned } = await penalty({ CF_JDRQ: written });
    expect([record?.occurredOn, faults, warned]).toEqual([date, [], told === null ? [] : [`${told} CF_JDRQ`]]);
  });

  it.each(['2026/2/30', '26/9/1', '9/1/2026', '46266', '上周', '2026-09-01 25:00', '长期'])(
    '%s is none',
    async (written) => expect((await penalty({ CF_JDRQ: written })).faults).toEqual(['DATE CF_JDRQ']),
  );

  it.each(['无', '/', '—', 'NULL'])('%s says nothing: the date of a decision is needed', async (written) => {
    expect((await penalty({ CF_JDRQ: written })).faults).toEqual(['CELL_EMPTY CF_JDRQ']);
  });

  it.each(['长期', '长期有效', '永久', '2099/12/31', '9999-12-31', ''])('%s is no end', async (written) => {
    const { record, faults } = await permit({ XK_YXQZI: written });
    expect([faults, record?.content.validUntil]).toEqual([[], undefined]);
  });

  it('another end is one', async () => {
    expect((await permit()).record?.content.validUntil).toBe('2029-08-31');
  });
});

describe('A38.1 what no longer stands is not shown as valid', () => {
  it.each(['撤销', '已撤销', '撤回', '吊销', '已注销', '注销', '废止', '作废', '无效', '失效', '2', '２', '02'])(
    'a permit whose state is %s comes back',
    async (state) => expect((await permit({ XK_ZT: state })).faults).toEqual(['REVOKED XK_ZT']),
  );

  it.each(['有效', '正常', '1', '01', '0', '', '未撤销', '延续'])(
    'a permit whose state is “%s” stands',
    async (state) => expect((await permit({ XK_ZT: state })).faults).toEqual([]),
  );

  it.each([
    ['1', ['REVOKED XK_ZT']],
    ['01', ['REVOKED XK_ZT']],
    ['撤销', ['REVOKED XK_ZT']],
    ['0', []],
    ['正常', []],
  ])('in the form of 2016 the state %s', async (state, faults) => {
    const { XK_XDR_LB: _kind, XK_XKLB: _new, ...old } = PERMIT;
    const row = { ...old, XK_XMMC: '示例', XK_SPLB: '普通', DFBM: '239999', SJC: '2026/9/2', XK_ZT: state };
    expect((await readRow(row, 'double-publicity-permit')).faults).toEqual(faults);
  });

  it.each(['过期', '已到期', '有效期届满'])(
    '%s is taken where the last day is over, and comes back where none is told',
    async (state) => {
      expect((await permit({ XK_ZT: state, XK_YXQZI: '2026/9/20' })).faults).toEqual([]);
      expect((await permit({ XK_ZT: state, XK_YXQZI: '' })).faults).toEqual(['EXPIRED XK_ZT']);
      expect((await permit({ XK_ZT: state, XK_YXQZI: '2029/8/31' })).faults).toEqual(['EXPIRED XK_ZT']);
    },
  );

  it.each([
    '未撤销，已失效',
    '未撤销但已废止',
    '注 销',
    '撤銷',
    '廢止',
    '不再有效',
    '非有效',
    '已收回',
    '缴销',
    '2.0',
    '失效日期：2026年10月31日',
    '终止2025-01-01',
    '☑注销□有效',
  ])('a permit whose state is %s is not shown as valid', async (state) =>
    expect((await permit({ XK_ZT: state })).faults).toEqual(['REVOKED XK_ZT']),
  );

  it.each(['未撤销，已过期', '期满', '已期满'])('%s has expired', async (state) =>
    expect((await permit({ XK_ZT: state })).faults).toEqual(['EXPIRED XK_ZT']),
  );

  it.each([
    '有效（未注销）',
    '正常(未被吊销)',
    '撤销申请已驳回',
    '有效，无效期限制',
    '未到期',
    '尚未到期',
    '尚未注销',
    '有效，未逾期',
    '即将到期',
    '有效期终止2029-08-31',
    '有效，失效日期：2029年8月31日',
    '☑有效□注销',
    '1.0',
  ])('a permit whose state is %s stands', async (state) => {
    const { faults, warned } = await permit({ XK_ZT: state });
    expect([faults, warned.filter((told) => !told.startsWith('FULL_WIDTH'))]).toEqual([[], []]);
  });

  it.each(['暂停', '中止', '有异议', '其他', '3', '否'])('%s does not tell, which is told', async (state) =>
    expect(await permit({ XK_ZT: state })).toMatchObject({ faults: [], warned: ['STATE_DOUBTFUL XK_ZT'] }),
  );

  it('columns that a register adds do not change what the numbers of the form in force mean', async () => {
    const added = { SJC: '2026/9/2', DFBM: '239999' };
    expect((await permit({ XK_ZT: '2', ...added })).faults).toEqual(['REVOKED XK_ZT']);
    expect(await permit({ XK_ZT: '1', ...added })).toMatchObject({ faults: [], warned: [] });
  });

  it('a revoked penalty comes back in every layout', async () => {
    expect((await penalty({ CF_ZT: '已撤销' })).faults).toEqual(['REVOKED CF_ZT']);
  });

  it.each([
    ['注销', '注销'],
    ['吊销，未注销', '吊销，未注销'],
    ['', '存续'],
    ['在业', '在业'],
  ])('a registration says its state: %s', async (written, status) => {
    const row = {
      名称: '哈尔滨示例有限公司',
      统一社会信用代码: '91239999MA1ABC019L',
      成立日期: '2020/1/5',
      登记状态: written,
    };
    expect((await readRow(row, 'registration')).record?.content.status).toBe(status);
  });
});

describe('A19.2 codes as numbers, in full width, and by name', () => {
  it.each(['1', '01', '１', '０１', '普通'])('the kind of permit %s', async (code) =>
    expect((await permit({ XK_XKLB: code })).record?.content.permitKinds).toEqual(['普通']),
  );

  it.each(['1', '01', '０１', '身份证', '居民身份证'])('the type of document %s', async (code) => {
    const person = { CF_XDR_LB: '自然人', CF_XDR_SHXYM: '', CF_XDR_ZJHM: '239999198505050010' };
    const { record, faults } = await penalty({ ...person, CF_XDR_ZJLX: code });
    expect([faults, record?.subject.type]).toEqual([[], 'CITIZEN_ID']);
  });

  it.each([
    ['企业', []],
    ['法人及其他组织', []],
    ['个体户', []],
    ['公司法务部', ['SUBJECT_KIND CF_XDR_LB']],
  ])('the kind of subject %s', async (kind, faults) =>
    expect((await penalty({ CF_XDR_LB: kind })).faults).toEqual(faults),
  );
});

describe('A19.2 everything that is wrong with a row is told at once', () => {
  it('in the order of the file, one fault a cell', async () => {
    const { faults } = await penalty({
      CF_XDR_MC: '',
      CF_XDR_LB: '公司法务部',
      CF_CFLB: '',
      CF_NR_FK: '多',
      CF_JDRQ: '上周',
    });
    expect(faults).toEqual([
      'CELL_EMPTY CF_XDR_MC',
      'SUBJECT_KIND CF_XDR_LB',
      'CELL_EMPTY CF_CFLB',
      'AMOUNT CF_NR_FK',
      'DATE CF_JDRQ',
    ]);
  });
});
