/** What rows of penalties say of amounts, kinds and classes: each kind with what is right, what is told, and what comes back. */
import { describe, expect, it } from 'vitest';
import { sumsOf } from '../../../subgraphs/public-credit/import/forms/amounts-in-text.ts';
import { classOf } from '../../../subgraphs/public-credit/import/forms/penalty-display-class.ts';
import { kindsIn } from '../../../subgraphs/public-credit/import/forms/penalty-kinds.ts';
import { PENALTY, readRow } from '../read.ts';

const penalty = (change: Readonly<Record<string, string>> = {}) => readRow({ ...PENALTY, ...change });

describe('A37.2 amounts and what the text says', () => {
  it.each([
    ['0.2', '罚款2000元', '2000.00'],
    ['0.2', '处以人民币2,000.00元罚款', '2000.00'],
    ['0.2', '罚款人民币贰仟元整', '2000.00'],
    ['0.2', '罚款两千元', '2000.00'],
    ['0.2', '罚款0.2万元', '2000.00'],
    ['1.5', '并处罚款一万五千元', '15000.00'],
    ['0.3', '罚款1000元；罚款2000元', '3000.00'],
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
    ['2000', '罚款￥2000'],
    ['2000', '罚款2000'],
    ['50000', '罚款：50,000.00'],
  ])('%s with “%s” is in the wrong unit, and comes back', async (amount, text) => {
    // Where the content is silent, the facts say what was set.
    const change = text === '' ? { CF_NR: '', CF_SY: '未明码标价，罚款2000元' } : { CF_NR: text };
    const { faults } = await penalty({ CF_NR_FK: amount, ...change });
    expect(faults).toEqual(['AMOUNT_UNIT_WRONG CF_NR_FK']);
  });

  it.each([
    ['0.5', '罚款2000元'],
    ['', '罚款2000元'],
    // Fifty yuan or fifty 万元: nobody knows.
    ['50', '罚款50'],
  ])('%s with “%s” is another amount, and told', async (amount, text) => {
    const { faults, warned } = await penalty({ CF_NR_FK: amount, CF_NR: text });
    expect([faults, warned]).toEqual([[], ['AMOUNT_DIFFERS CF_NR_FK']]);
  });

  it.each([
    ['500', '没收违法所得500元', ['AMOUNT_UNIT_WRONG CF_NR_WFFF'], []],
    ['500', '没收违法所得500元并处罚款2000元', ['AMOUNT_UNIT_WRONG CF_NR_WFFF'], []],
    ['0.05', '没收违法所得500元并处罚款2000元', [], []],
    ['0.07', '没收违法所得500元，罚款2000元', [], ['AMOUNT_DIFFERS CF_NR_WFFF']],
    ['0.07', '没收违法所得500元、没收非法财物200元，罚款2000元', [], []],
  ])('what is confiscated is compared alike: %s with “%s”', async (amount, text, faults, warned) => {
    expect(await penalty({ CF_NR_WFFF: amount, CF_NR: text })).toMatchObject({ faults, warned });
  });

  it.each([
    ['100', ['AMOUNT_LARGE CF_NR_FK']],
    ['2000', ['AMOUNT_LARGE CF_NR_FK']],
    ['99', []],
    // No sum in yuan has decimals of 万元.
    ['1012.000001', []],
  ])('a very large amount that no text names is told: %s', async (amount, warned) => {
    expect(await penalty({ CF_NR_FK: amount, CF_NR: '' })).toMatchObject({ faults: [], warned });
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
    ['没收违法所得500元并处罚款2000元', [200_000n]],
    ['没收违法所得500元并处以2000元的罚款', [200_000n]],
    ['罚款十五万元', [15_000_000n]],
    ['罚款2万5千元', [2_500_000n]],
    ['罚款2仟元', [200_000n]],
    ['罚款20万', [20_000_000n]],
    ['罚款￥2000', [200_000n]],
    ['罚款人民币2000.50', [200_050n]],
    ['对单位罚款2000元对张某罚款1000元', [200_000n, 100_000n]],
    ['罚款2000元，每日按罚款数额的百分之三加处', [200_000n]],
  ])('a text sets: %s', (text, fen) => expect(sumsOf('FINE', text)).toEqual(fen));
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
    ['暂扣或者吊销许可证和执照', ['暂扣或者吊销许可证和执照']],
    ['没收违法所得、没收非法财物；罚款', ['没收违法所得、没收非法财物', '罚款']],
    ['法律、行政法规规定的其他行政处罚', ['法律、行政法规规定的其他行政处罚']],
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
    [['其他'], { text: '五年内不得从事食品生产经营活动' }, 'SERIOUS'],
    [['法律、行政法规规定的其他行政处罚'], { text: '终身禁业' }, 'SERIOUS'],
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

  it.each([
    ['警告', '警告，并处罚款2000元', '0'],
    ['警告', '警告，没收违法所得5000元', ''],
    ['警告', '警告，没收违法所得5000元', '0'],
  ])('a sum that only the content names makes %s general: %s', async (CF_CFLB, CF_NR, money) => {
    const { item } = await penalty({ CF_CFLB, CF_NR, CF_NR_FK: money, CF_NR_WFFF: money });
    expect(item).toBe('PENALTY-GENERAL');
  });

  it.each(['1', '01', '１', '1;2', '1.0'])('a kind that is a number comes back: %s', async (CF_CFLB) =>
    expect((await penalty({ CF_CFLB })).faults).toEqual(['KIND CF_CFLB']),
  );

  it.each([
    ['罚款2000元，吊销许可证', ['KIND_DOUBTFUL CF_CFLB']],
    ['罚款2000元，责令停产停业', ['KIND_DOUBTFUL CF_CFLB']],
    ['罚款2000元，逾期不改正的将吊销许可证', []],
    ['罚款2000元，免予吊销', []],
  ])('a graver measure that no kind names is told: %s', async (CF_NR, warned) =>
    expect(await penalty({ CF_NR })).toMatchObject({ item: 'PENALTY-GENERAL', warned }),
  );

  it('a fine that only the content names is none of a warning either', async () => {
    const { item, warned } = await penalty({ CF_CFLB: '警告', CF_NR: '警告，并处罚款2000元', CF_NR_FK: '' });
    expect([item, warned]).toEqual(['PENALTY-GENERAL', ['AMOUNT_DIFFERS CF_NR_FK']]);
  });
});
