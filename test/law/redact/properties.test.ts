import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Known } from '../../../schema/law/redact/facts.ts';
import { fold } from '../../../schema/law/redact/fold.ts';
import { knownOf } from '../../../schema/law/redact/known.ts';
import { redactorOf, WITHHELD_TEXT } from '../../../schema/law/redact/redact.ts';
import { JIEBA } from '../../../subgraphs/texts/jieba.ts';
import { cpuTime } from '../../cpu-time.ts';
import { anyText, CORPUS, stopped, text, VALUES } from './samples.ts';

const someKnown = fc.subarray([...VALUES]).map((personal): Known => ({ personal, open: [] }));

describe('a folded text', () => {
  it('A23.4 knows of every unit where it stands in the original, in its order', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const folded = fold(original);
        expect([folded.digits.length, folded.from.length, folded.to.length]).toEqual(
          Array.from({ length: 3 }, () => folded.text.length),
        );
        for (let unit = 0; unit < folded.text.length; unit += 1) {
          expect(folded.to[unit]).toBeGreaterThan(folded.from[unit] ?? 0);
          if (unit > 0) expect(folded.from[unit]).toBeGreaterThanOrEqual(folded.from[unit - 1] ?? 0);
        }
      }),
    );
  });
});

/** Whether the one text is the other with stars, and at most the shown beginning of a mask, in the place of parts. */
function isMasked(seen: string, original: string): boolean {
  let at = 0;
  for (const part of seen.split(/\*+/u)) {
    const found = original.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

describe('the function', () => {
  it('A23.4 leaves what is not masked byte for byte, in its order', () => {
    fc.assert(
      fc.property(anyText, someKnown, (original, known) => {
        const { text: seen, withheld } = redactorOf(
          { ...known, personal: known.personal.filter(({ kind }) => kind !== 'NAME') },
          JIEBA,
        )(original);
        expect(withheld ? seen === WITHHELD_TEXT : isMasked(seen, original)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('A23.4 changes nothing a second time, and withholds nothing that it masked', () => {
    for (const one of CORPUS) {
      const redact = redactorOf(knownOf(one.about, one.known), JIEBA);
      const once = redact(one.text).text;
      expect([one.id, redact(once).text]).toEqual([one.id, once]);
    }
    fc.assert(
      fc.property(text, someKnown, (original, known) => {
        const redact = redactorOf(known, JIEBA);
        const once = redact(original).text;
        expect(redact(once).text).toBe(once);
      }),
      { numRuns: 80 },
    );
  });

  it('A23.4 shows no more where more is known', () => {
    fc.assert(
      fc.property(stopped, fc.subarray([...VALUES]), fc.subarray([...VALUES]), (original, some, others) => {
        const more = [...new Set([...some, ...others])];
        const less = redactorOf({ personal: some, open: [] }, JIEBA)(original).text;
        const seen = redactorOf({ personal: more, open: [] }, JIEBA)(original).text;
        if (less === WITHHELD_TEXT) expect(seen).toBe(WITHHELD_TEXT);
        const shown = (form: string): number => [...form].filter((character) => character !== '*').length;
        expect(seen === WITHHELD_TEXT || shown(seen) <= shown(less)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('A23.4 masks what it found under every later form', () => {
    for (const one of CORPUS) {
      const known = knownOf(one.about, one.known);
      const { text: seen, found } = redactorOf(known, JIEBA)(one.text);
      const later = redactorOf({ ...known, personal: [...known.personal, ...found] }, JIEBA)(one.text).text;
      for (const secret of one.secrets) expect([one.id, later]).not.toEqual([one.id, expect.stringContaining(secret)]);
      if (one.secrets.length === 0) expect(later).toBe(seen);
    }
  });

  it('leaves a withheld text withheld', () => {
    expect(redactorOf({ personal: [], open: [] }, JIEBA)(WITHHELD_TEXT)).toMatchObject({
      text: WITHHELD_TEXT,
      withheld: true,
    });
  });

  it.each([
    ['digits', '0123456789'],
    ['one digit', '1'],
    ['homes', '住'],
    ['surnames', '王李张刘欧阳'],
    ['dots', '·'],
    ['dotted names', '买·提'],
    ['combining marks', '\u0301'],
    ['stars', '*'],
    ['roads', '街路村屯'],
    ['dates', '1985年5月'],
    ['brackets', '（('],
    ['blanks', ' \u3000'],
    ['words before names', '当事人'],
    ['Latin', 'Ab '],
    ['numerals', '一二三'],
    ['labels', '号码编号'],
    ['tags', '<b'],
    ['organizations', '公司'],
    ['lists', '王五、'],
  ])('adversarial 5: four times as many %s take about four times as long', async (_what, piece) => {
    const redact = redactorOf({ personal: VALUES, open: ['某公司'] }, JIEBA);
    const some = piece.repeat(5_000 / piece.length);
    const many = piece.repeat(20_000 / piece.length);
    const short = await cpuTime(() => redact(some));
    const long = await cpuTime(() => redact(many));
    // Sixteen times would be the square. A floor keeps what is nearly nothing from being compared.
    expect(long / Math.max(short, 5)).toBeLessThan(12);
  });
});
