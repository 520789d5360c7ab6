/** When two spellings of a number are one decision that fell (Articles 36 to 40), by spellings that are generated and by numbers that are not one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fallenNumber, fallenText } from '../../schema/law/records/fallen-number.ts';

/** A number as GB/T 9704 has it: letters of the authority, year, serial. */
const AUTHORITIES = ['哈市监罚', '黑环罚', '齐税稽罚', '哈卫医罚', '佳城管罚决', '大庆应急罚', '黑交执罚', 'HLJ-AMR'];
const number = fc.record({
  authority: fc.constantFrom(...AUTHORITIES),
  year: fc.integer({ min: 2015, max: 2026 }),
  serial: fc.integer({ min: 1, max: 29_999 }),
  part: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
});
type Number = typeof number extends fc.Arbitrary<infer Value> ? Value : never;

const usual = ({ authority, year, serial, part }: Number): string =>
  `${authority}〔${year}〕${serial}号${part === undefined ? '' : `之${part}`}`;

const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
const positional = (digits: string, zero: string): string =>
  [...digits].map((digit) => `${zero}一二三四五六七八九`[Number(digit)]).join('');
/** 10203 as 一万 is not written in serials: they are spelled digit by digit above 9999. */
function counted(value: number): string {
  if (value > 9999) return positional(String(value), '〇');
  const digits = String(value).padStart(4, '0');
  const said = [...digits]
    .map((digit, place) => (digit === '0' ? '零' : `${positional(digit, '零')}${['千', '百', '十', ''][place]}`))
    .join('');
  return said.replace(/零+/gu, '零').replace(/^零|零$/gu, '');
}

/** How bureaus, spreadsheets and whoever tries write it. */
const WAYS: readonly ((text: string, of: Number) => string)[] = [
  (text) => text,
  (text) => wide(text),
  (text) => text.replace('〔', '（').replace('〕', '）'),
  (text) => text.replace('〔', '[').replace('〕', ']'),
  (text) => text.replace('〔', '【').replace('〕', '】'),
  (text) => text.replace('〕', '〕第'),
  (text) => [...text].join(' '),
  (text) => [...text].join('\u200b'),
  (text, { serial }) => text.replace(`〕${serial}号`, `〕${String(serial).padStart(6, '0')}号`),
  (text, { year }) => text.replace(String(year), positional(String(year), '〇')),
  (text, { year }) => text.replace(String(year), positional(String(year), '○')),
  (text, { serial }) => text.replace(`〕${serial}号`, `〕${counted(serial)}号`),
  (text) => text.replace('号', '號').replace('罚', '罰'),
  (text) => text.replace('〔', '-').replace('〕', '-'),
  (text) => text.toLowerCase(),
  (text) => text.replace('罚〔', '罚字〔'),
  (text) => text.normalize('NFD'),
  (text) => `${text} `,
  (text) => text.replace(/^(\p{Script=Han})(?=\p{Script=Han})/u, '$1·'),
  (text) => `行政处罚决定书${text}`,
];

describe('the number of what fell', () => {
  it('A36.2 adversarial 100: every spelling of a number has its key, two of them one upon the other too', () => {
    fc.assert(
      fc.property(number, fc.nat(WAYS.length - 1), fc.nat(WAYS.length - 1), (one, first, second) => {
        const way = WAYS[first]?.(usual(one), one) ?? '';
        const both = WAYS[second]?.(way, one) ?? '';
        const expected = fallenNumber(usual(one));
        expect([way, fallenNumber(way).key]).toEqual([way, expected.key]);
        expect([both, fallenNumber(both).key]).toEqual([both, expected.key]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('A36.2 two different numbers never have one key, however each is written', () => {
    fc.assert(
      fc.property(number, number, fc.nat(WAYS.length - 1), fc.nat(WAYS.length - 1), (one, other, first, second) => {
        fc.pre(usual(one) !== usual(other));
        expect(fallenNumber(WAYS[first]?.(usual(one), one) ?? '').key).not.toBe(
          fallenNumber(WAYS[second]?.(usual(other), other) ?? '').key,
        );
      }),
      { numRuns: 3_000 },
    );
    // Neighbours: a digit more, a digit apart, a part, another year, a number of ten.
    const near = [
      '〔2026〕1号',
      '〔2026〕11号',
      '〔2026〕10号',
      '〔2026〕1号之1',
      '〔2026〕1-2号',
      '〔2025〕1号',
      '〔2026〕21号',
      '〔2026〕12号',
      '〔2026〕101号',
    ];
    expect(new Set(near.map((end) => fallenNumber(`哈市监罚${end}`).key)).size).toBe(near.length);
  });

  it('A36.2 letters of other alphabets that look alike, and O, I and l for digits, are what they are taken for', () => {
    expect(fallenNumber('НLJ-AMR〔2O26〕l号').key).toBe(fallenNumber('HLJ-AMR〔2026〕1号').key);
    expect(fallenNumber('哈市监罚〔٢٠٢٦〕١号').key).toBe(fallenNumber('哈市监罚〔2026〕1号').key);
    expect(fallenNumber('OLIVE〔2026〕1号').key).not.toBe(fallenNumber('0LIVE〔2026〕1号').key.replace('OLIVE', ''));
  });

  it('A36.2 a number tells its authority by its letters, and a bare one does not', () => {
    expect(fallenNumber('哈市监罚〔2026〕1号').namesAuthority).toBe(true);
    for (const bare of ['〔2026〕1号', '2026-1', '第1号', '处罚决定书〔2026〕1号'])
      expect([bare, fallenNumber(bare).namesAuthority]).toEqual([bare, false]);
    expect(fallenText('哈尔滨市 市场监督管理局（本级）')).toBe(fallenText('哈尔滨市市场监督管理局本级'));
  });
});
