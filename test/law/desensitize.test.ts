import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desensitize, desensitizeText } from '../../schema/law/desensitize/desensitize.ts';
import { PERSONAL_KINDS } from '../../schema/law/facts.ts';
import { cpuTime } from '../cpu-time.ts';

const ADDRESS = '黑龙江省哈尔滨市南岗区花园街1号2单元';

describe('masks', () => {
  // The table of the contract.
  it.each([
    ['NAME', '张小梅', '张**'],
    ['NAME', '张三', '张*'],
    ['NAME', '欧阳立德', '欧阳**'],
    ['NAME', '欧阳立', '欧阳*'],
    ['NAME', '欧阳', '欧*'],
    ['NAME', '张', '*'],
    ['NAME', '𠮷田', '𠮷*'],
    ['NAME', '阿依古丽·买买提', '阿**'],
    ['NAME', 'John Smith', 'J**'],
    ['BIRTH_DATE', '1990-03-07', null],
    ['CITIZEN_ID', '239999199003070016', '23****************'],
    ['CITIZEN_ID', '110105491231002', '11****************'],
    ['DOCUMENT_NUMBER', 'E12345678', 'E********'],
    ['DOCUMENT_NUMBER', 'E', '********'],
    ['ADDRESS', ADDRESS, '黑龙江省哈尔滨市南岗区****'],
    ['ADDRESS', '北京市海淀区中关村大街1号', '北京市海淀区****'],
    ['ADDRESS', '花园街1号', '****'],
    ['PHONE', '13800138000', '138********'],
    ['PHONE', '0451-82345678', '********'],
  ] as const)('A23.4 adversarial 57: %s %s is seen as %s', (kind, value, seen) => {
    expect(desensitize(kind, value)).toBe(seen);
  });

  it('A23.4 nothing stays nothing', () => {
    for (const kind of PERSONAL_KINDS)
      for (const nothing of [null, undefined, '', '  ']) expect(desensitize(kind, nothing)).toBeNull();
  });

  const han = fc.string({
    unit: fc.constantFrom(...'王李张欧阳司马𠮷䶮梅建国·Ab1省市区县街号路'),
    minLength: 1,
    maxLength: 24,
  });
  const anything = fc
    .oneof(han, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }))
    .filter((text) => text.trim() !== '' && !text.includes('*'));

  it('A23.4 adversarial 57: a mask never equals the value, and a second mask changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERSONAL_KINDS), anything, (kind, value) => {
        const seen = desensitize(kind, value);
        expect(seen).not.toBe(value);
        if (seen !== null) expect(desensitize(kind, seen)).toBe(seen);
      }),
      { numRuns: 5_000 },
    );
  });

  it('A23.4 of numbers no more is left than their allowed beginning, whatever their length', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X'), minLength: 1, maxLength: 20 }), (value) => {
        expect(desensitize('CITIZEN_ID', value)).toMatch(/^(\d\d|\*\*)\*{16}$/);
        expect(desensitize('PHONE', value)).toMatch(/^(1\d\d)?\*{8}$/);
        expect(desensitize('DOCUMENT_NUMBER', value)).toMatch(/^.?\*{8}$/);
      }),
    );
  });
});

describe('free text', () => {
  it.each([
    ['当事人张小梅，身份证239999199003070016。', ['张小梅', '239999', '0016'], ['张小梅']],
    ['联系电话13800138000或１３８００１３８０００', ['13800138000', '８００１'], []],
    ['电话 138-0013-8000、0451-82345678', ['0013', '82345678'], []],
    [`住${ADDRESS}的`, ['花园街', '2单元'], []],
    ['出生日期：1990年3月7日；1985年11月23日出生', ['3月7日', '11月23日'], []],
    ['护照E12345678', ['12345678'], []],
    ['旧证110105491231002', ['491231'], []],
    ['接到王建国（手机13912345678）反映', ['王建国', '建国', '12345678'], []],
    ['证人李梅（身份证号239999199003070016）称', ['李梅'], []],
    ['编号A239999199003070016B', ['199003', '0016'], []],
    ['证件２３９９９９１９９００３０７００１６', ['１９９０', '００１６'], []],
  ] as const)('A23.4 %s', (text, secrets, names) => {
    const seen = desensitizeText(text, names);
    for (const secret of secrets) expect(seen).not.toContain(secret);
  });

  it('A23.4 what is nothing personal stays as it is', () => {
    for (const text of [
      '哈市监罚〔2026〕0012号',
      '统一社会信用代码91239999MA1ABC019L',
      // A real credit code that consists of digits only.
      '代码913205817986042831',
      '罚款人民币34900.00元，占12.5%',
      '自2026年2月19日起在未取得食品经营许可证的情况下从事食品经营活动',
      '依据《中华人民共和国食品安全法》第一百二十二条第一款',
      '哈尔滨示例冰雪设备有限公司（住所未变更）',
    ])
      expect(desensitizeText(text)).toBe(text);
  });

  it('A23.4 takes time in proportion to the text, whatever it is made of', async () => {
    for (const piece of ['1', '省市区县', '张（', '黑龙江省哈尔滨市', '出生', '0-', '中'.repeat(7)]) {
      const time = (size: number): Promise<number> => {
        const text = piece.repeat(Math.ceil(size / piece.length));
        return cpuTime(() => desensitizeText(text));
      };
      const ratio = async (): Promise<number> => (await time(64_000)) / Math.max(0.5, await time(4_000));
      // Sixteen times the text; quadratic work would take 256 times as long. A collection of garbage falls on one of the two, not on each of three.
      const ratios = [await ratio(), await ratio(), await ratio()];
      expect(Math.min(...ratios), piece).toBeLessThan(90);
    }
  });
});
