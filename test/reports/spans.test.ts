/** Runs of one font and one language, and the lines that they are broken into: in one pass, however a text is made. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../gateway/reports/pdf/lines.ts';
import { runsOf } from '../../gateway/reports/pdf/spans.ts';
import { cpuTime } from '../cpu-time.ts';

/** The first font holds the basic plane, the second the planes above it; neither holds what is private. */
const faceOf = (point: number): number | undefined =>
  point >= 0xe000 && point < 0xf900 ? undefined : point > 0xffff ? 1 : 0;

const told = (text: string, base: 'zh' | 'en' = 'zh') =>
  runsOf(text, base, faceOf).runs.map(({ text, language, face }) => [text, language, face]);

describe('the runs of a text', () => {
  it('A36.3 the language of a word is told, and what has none is told with the words around it or with the whole', () => {
    expect(told('经查，Sample Bank (Harbin) 有限公司')).toEqual([
      ['经查，', 'zh', 0],
      ['Sample Bank (Harbin', 'en', 0],
      [') 有限公司', 'zh', 0],
    ]);
    expect(told('Issued by 示例银行、示例局, 2026', 'en')).toEqual([
      ['Issued by ', 'en', 0],
      ['示例银行、示例局', 'zh', 0],
      [', 2026', 'en', 0],
    ]);
    expect(told('', 'en')).toEqual([]);
    expect(told('…', 'en')).toEqual([['…', 'en', 0]]);
  });

  it('A36.3 a number is no word: credit codes, ids and single letters are told with what stands around them', () => {
    for (const text of ['代码91239999MA1ABC019L。', '编号6f9619ff-8b86-d011-b42d-00cf4fc964ff', '附件A'])
      expect(told(text)).toEqual([[text, 'zh', 0]]);
  });

  it('A36.3 each character is drawn by the first font that holds it; what none holds is a code point, and that is told', () => {
    expect(told('张𠮷𪛖梅')).toEqual([
      ['张', 'zh', 0],
      ['𠮷𪛖', 'zh', 1],
      ['梅', 'zh', 0],
    ]);
    expect(runsOf('张\u{e000}', 'zh', faceOf)).toEqual({
      runs: [{ text: '张[U+E000]', language: 'zh', face: 0 }],
      whole: false,
    });
    expect(runsOf('张𠮷', 'zh', faceOf).whole).toBe(true);
  });

  it('A36.3 what cannot be drawn is a blank, and nothing else is lost or doubled', () => {
    const text = '甲\u0000乙\u2028丙 A1 b-c，D。\tEe\u0301F';
    const shown = runsOf(text, 'zh', faceOf)
      .runs.map((run) => run.text)
      .join('');
    expect(shown).toBe('甲 乙 丙 A1 b-c，D。 E\u00e9F');
  });
});

/** A letter is as wide as it is long, so that widths can be counted. */
const measure = (text: string): number => [...text].length;
const lines = (text: string, width: number) =>
  linesOf(runsOf(text, 'zh', faceOf).runs, width, measure).map((line) =>
    line.map((fragment) => fragment.text).join(''),
  );

describe('the lines of a text', () => {
  it('A36.3 no comma begins a line (Unicode Annex 14), also where the character before it comes from another font', () => {
    expect(lines('甲乙丙𠮷，丁戊', 4)).toEqual(['甲乙丙', '𠮷，丁戊']);
    expect(lines('Sample Bank of Harbin', 12)).toEqual(['Sample Bank ', 'of Harbin']);
  });

  it('A36.3 a word longer than a line is cut, and every character is there once', () => {
    const long = 'x'.repeat(25);
    expect(lines(`甲 ${long} 乙`, 10)).toEqual(['甲 ', 'x'.repeat(10), 'x'.repeat(10), 'xxxxx 乙']);
    for (const text of ['', '甲', ' ', `${'甲'.repeat(37)} ${'a'.repeat(31)}𠮷`]) {
      expect(lines(text, 7).join('')).toBe(text);
      for (const line of lines(text, 7)) expect(line.trimEnd().length <= 8).toBe(true);
    }
  });
});

describe('a text of a hundred thousand characters', () => {
  const SHAPES: readonly (readonly [what: string, make: (length: number) => string])[] = [
    ['without a place to break', (length) => 'a'.repeat(length)],
    ['of letters and digits in turn', (length) => 'a1'.repeat(length / 2)],
    ['of blanks', (length) => ' '.repeat(length)],
    ['of brackets', (length) => '（'.repeat(length)],
    ['of two languages in turn', (length) => '甲ab '.repeat(length / 4)],
    ['of two fonts in turn', (length) => '甲𠮷'.repeat(length / 2)],
    ['of combining marks', (length) => `e${'\u0301'.repeat(length)}`],
    ['of what no font holds', (length) => '\u{e000}'.repeat(length)],
  ];

  it.each(SHAPES)(
    'A36.3 %s takes four times as long as a quarter of it, and not sixteen times',
    async (_what, make) => {
      const cost = (length: number) => {
        const text = make(length);
        return cpuTime(() => linesOf(runsOf(text, 'zh', faceOf).runs, 60, measure));
      };
      const [quarter, whole] = [await cost(25_000), await cost(100_000)];
      // A quadratic pass takes sixteen times as long; a millisecond is added for what the clock cannot tell.
      expect(whole).toBeLessThan(8 * (quarter + 1));
    },
  );
});
