/** What rows of decisions say: each kind with what is right, what is told, and what comes back. */
import { describe, expect, it } from 'vitest';
import { documentKey } from '../../schema/law/records/document-number.ts';
import { finesIn } from '../../subgraphs/public-credit/import/forms/fine-in-text.ts';
import { classOf } from '../../subgraphs/public-credit/import/forms/penalty-display-class.ts';
import { kindsIn } from '../../subgraphs/public-credit/import/forms/penalty-kinds.ts';
import { readRow } from './read.ts';

const PENALTY = {
  CF_XDR_MC: '哈尔滨示例冰雪设备有限公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: '91239999MA1ABC019L',
  CF_WSH: '例〔2026〕1号',
  CF_SY: '未按规定明码标价',
  CF_CFLB: '罚款',
  CF_NR: '罚款2000元',
  CF_NR_FK: '0.2',
  CF_NR_WFFF: '',
  CF_NR_ZKDX: '',
  CF_JDRQ: '2026/9/1',
  CF_YXQ: '',
  CF_GSJZQ: '',
  CF_CFJG: '示例局',
};
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

describe('A37.2 amounts and what the text says', () => {
  it.each([
    ['0.2', '罚款2000元', '2000.00'],
    ['0.2', '处以人民币2,000.00元罚款', '2000.00'],
    ['0.2', '罚款人民币贰仟元整', '2000.00'],
    ['0.2', '罚款两千元', '2000.00'],
    ['0.2', '罚款0.2万元', '2000.00'],
    ['1.5', '并处罚款一万五千元', '15000.00'],
    ['0.3', '没收违法所得500元；罚款1000元；罚款2000元', '3000.00'],
    ['0.2', '责令改正', '2000.00'],
    ['0.30000000000000004', '罚款3000元', '3000.00'],
  ])('%s with “%s” is right', async (amount, text, yuan) => {
    const { record, faults, warned } = await penalty({ CF_NR_FK: amount, CF_NR: text });
    expect([record?.content.fineYuan, faults, warned]).toEqual([yuan, [], []]);
  });

  it.each([
    ['2000', '罚款2000元'],
    ['2000', '处以2000元罚款'],
    ['2000', '罚款人民币贰仟元整'],
    ['2000', '罚款贰仟圆'],
    ['15000', '罚款1.5万元'],
    ['2000', ''],
    ['0.00002', '罚款2000元'],
  ])('%s with “%s” is in the wrong unit, and comes back', async (amount, text) => {
    // Where the content is silent, the facts say what was set.
    const change = text === '' ? { CF_NR: '', CF_SY: '未明码标价，罚款2000元' } : { CF_NR: text };
    const { faults } = await penalty({ CF_NR_FK: amount, ...change });
    expect(faults).toEqual(['AMOUNT_UNIT_WRONG CF_NR_FK']);
  });

  it.each([
    ['0.5', '罚款2000元'],
    ['', '罚款2000元'],
  ])('%s with “%s” is another amount, and told', async (amount, text) => {
    const { faults, warned } = await penalty({ CF_NR_FK: amount, CF_NR: text });
    expect([faults, warned]).toEqual([[], ['AMOUNT_DIFFERS CF_NR_FK']]);
  });

  it('other sums of the facts are no fine', async () => {
    const { faults, warned } = await penalty({ CF_NR: '', CF_SY: '货值金额2000元，违法所得300元', CF_NR_FK: '0.5' });
    expect([faults, warned]).toEqual([[], []]);
  });

  it.each([
    ['2000元', '2000.00'],
    ['0.2万元', '2000.00'],
    ['0.2万', '2000.00'],
    ['2，000元', undefined],
  ])('%s says its unit, which is told', async (amount, yuan) => {
    const { record, warned, faults } = await penalty({ CF_NR_FK: amount });
    if (yuan === undefined) expect(warned.concat(faults)).toContain('AMOUNT_UNIT CF_NR_FK');
    else expect([record?.content.fineYuan, warned]).toEqual([yuan, ['AMOUNT_UNIT CF_NR_FK']]);
  });

  it.each([
    ['罚款2000元', [200_000n]],
    ['警告', []],
    ['没收违法所得3000元，罚款壹拾万元整', [10_000_000n]],
    ['罚款一百二十万零五百元', [120_050_000n]],
    ['罚款（大写）伍万元（小写）50000元', [5_000_000n, 5_000_000n]],
    ['处以罚款，金额为人民币2000元', [200_000n]],
    ['警告，并处罚款2,000元', [200_000n]],
    ['货值金额2000元，处罚款500元', [50_000n]],
    ['罚款十五万元', [15_000_000n]],
  ])('a text sets: %s', (text, fen) => expect(finesIn(text)).toEqual(fen));
});

describe('A37.2 kinds and classes', () => {
  it.each([
    ['罚款', ['罚款']],
    ['警告;罚款', ['警告', '罚款']],
    ['警告、罚款、没收违法所得、没收非法财物', ['警告', '罚款', '没收违法所得、没收非法财物']],
    ['没收违法所得、没收非法财物', ['没收违法所得、没收非法财物']],
    ['没收违法所得,没收非法财物', ['没收违法所得,没收非法财物']],
    ['暂扣或者吊销许可证、暂扣或者吊销执照', ['暂扣或者吊销许可证、暂扣或者吊销执照']],
    ['暂扣或者吊销许可证、暂扣或者吊销执照；罚款', ['暂扣或者吊销许可证、暂扣或者吊销执照', '罚款']],
    ['暂扣或吊销许可证', ['暂扣或吊销许可证']],
    ['暂扣许可证件、降低资质等级、吊销许可证件', ['暂扣许可证件、降低资质等级、吊销许可证件']],
    ['罚款，没收违法所得', ['罚款', '没收违法所得']],
    ['警告、警告', ['警告']],
  ])('%s', (cell, kinds) => expect(kindsIn(cell)).toEqual(kinds));

  const imposed = { fineYuan: 0, confiscatedYuan: 0, text: '' };
  const EITHER = '暂扣或者吊销许可证、暂扣或者吊销执照';
  it.each([
    [['警告'], {}, 'MINOR'],
    [['警告', '通报批评'], {}, 'MINOR'],
    [['警告'], { fineYuan: 0.01 }, 'GENERAL'],
    [['警告'], { confiscatedYuan: 1 }, 'GENERAL'],
    [['警告', '罚款'], {}, 'GENERAL'],
    [['罚款'], { fineYuan: 999_999.99 }, 'GENERAL'],
    [['罚款'], { fineYuan: 1_000_000 }, 'SERIOUS'],
    [['警告'], { fineYuan: 1_000_000 }, 'SERIOUS'],
    [['吊销许可证'], {}, 'SERIOUS'],
    [['暂扣许可证'], {}, 'GENERAL'],
    [[EITHER], { text: '暂扣许可证一个月' }, 'GENERAL'],
    [[EITHER], { text: '吊销食品经营许可证' }, 'SERIOUS'],
    [[EITHER], { text: '暂扣许可证一个月，逾期不改正的依法吊销' }, 'GENERAL'],
    [['责令停产停业'], {}, 'SERIOUS'],
    [['限制开展生产经营活动、责令停产停业、责令关闭、限制从业'], { text: '限制开展生产经营活动' }, 'GENERAL'],
    [['限制开展生产经营活动、责令停产停业、责令关闭、限制从业'], { text: '责令关闭' }, 'SERIOUS'],
    [['其他'], { text: '吊销营业执照' }, 'SERIOUS'],
    [['其他'], { text: '不予吊销' }, 'GENERAL'],
    [['没收违法所得、没收非法财物'], {}, 'GENERAL'],
  ] as const)('%j %o is %s', (kinds, change, displayClass) =>
    expect(classOf({ kinds, ...imposed, ...change }).displayClass).toBe(displayClass),
  );

  it.each([
    ['', true],
    ['暂扣许可证一个月', false],
    ['吊销许可证', false],
    ['暂扣或者吊销许可证', true],
  ])('what a text leaves open is doubtful: “%s”', (text, isDoubtful) =>
    expect(classOf({ kinds: [EITHER], ...imposed, text }).isDoubtful).toBe(isDoubtful),
  );

  it('a fine beside a warning alone is told, and not minor', async () => {
    const { item, warned } = await penalty({ CF_CFLB: '警告' });
    expect([item, warned]).toEqual(['PENALTY-GENERAL', ['KIND_DOUBTFUL CF_CFLB']]);
  });

  it('a fine that only the content names is none of a warning either', async () => {
    const { item, warned } = await penalty({ CF_CFLB: '警告', CF_NR: '警告，并处罚款2000元', CF_NR_FK: '' });
    expect([item, warned]).toEqual(['PENALTY-GENERAL', ['AMOUNT_DIFFERS CF_NR_FK']]);
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
