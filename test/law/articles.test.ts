/** The registers of articles and of dated numbers: complete, and true to the text of the Regulations. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARTICLES, articleOf } from '../../schema/law/articles/articles.ts';
import { OBLIGATIONS } from '../../schema/law/articles/obligations.ts';
import { TERMS, type Term, termOn } from '../../schema/law/articles/terms.ts';
import { RULES } from '../../schema/law/rules/rules.ts';

const root = new URL('../../', import.meta.url);
const translation = new URL('../shared/regulations/heilongjiang-social-credit-regulations.txt', root);

function published(): string | undefined {
  try {
    return readFileSync(translation, 'utf8');
  } catch {
    return undefined;
  }
}

describe('articles', () => {
  it('each once, in order, in words', () => {
    const numbers = ARTICLES.map(({ number }) => Number(number));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    for (const { term, asks } of ARTICLES) {
      expect(term).toMatch(/^[\p{Script=Han}、]+$/u);
      expect(asks).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('every article that a rule or an obligation names is in the register', () => {
    const named = [
      ...RULES.flatMap(({ articles }) => articles),
      ...OBLIGATIONS.flatMap(({ article }) => article.split(',')),
    ];
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((reference) => articleOf(reference) === undefined)).toEqual([]);
    expect(articleOf('99')).toBeUndefined();
    expect(articleOf('23 (2)')?.number).toBe('23');
  });

  it('so is every article that a refusal in the code cites', () => {
    const cited = globSync('{schema,subgraphs,gateway}/**/*.ts', { cwd: root }).flatMap((file) =>
      [
        ...readFileSync(new URL(file, root), 'utf8').matchAll(
          /article: '(\d[^']*)'|forbidden\('[A-Z_]+', '(\d[^']*)'\)/g,
        ),
      ].map((match) => match[1] ?? match[2] ?? ''),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((reference) => articleOf(reference) === undefined)).toEqual([]);
  });
});

describe('dated numbers', () => {
  it('are none before their date, and those of their date after it', () => {
    expect(termOn('complaint.answer', '2022-06-30')).toBeUndefined();
    expect(termOn('complaint.answer', '2022-07-01')?.value).toBe(20);
  });

  it('a number that changed holds from its own date on, whatever the order of the rows', () => {
    const later: Term = {
      key: 'complaint.answer',
      value: 15,
      unit: 'WORKING_DAYS',
      from: '2027-01-01',
      source: 'test',
    };
    for (const rows of [
      [later, ...TERMS],
      [...TERMS, later],
    ]) {
      expect(termOn('complaint.answer', '2026-12-31', rows)?.value).toBe(20);
      expect(termOn('complaint.answer', '2027-01-01', rows)?.value).toBe(15);
    }
    expect(() => termOn('complaint.answer', '2026-12-31', [])).toThrow('no term');
  });

  /** Figures and the words around them in the published translation. */
  const SAID = [
    ['platform.forward', 21, /within three work days of the information being aggregated/],
    ['error.correct', 38, /corrections within 3 working days of the discovery/],
    ['basis.tell', 38, /within two working days of the change to the basis/],
    ['basis.amend', 38, /revoke or modify the information within one working day/],
    ['objection.label', 39, /objection label within one working day/],
    ['objection.decide', 39, /decision on handling within three working days/],
    ['objection.decide-with-help', 39, /decision on handling shall be made within 7 working days/],
    ['objection.help', 39, /within 2 working days of receiving the notice/],
    ['correction.act', 39, /handle changes within 3 working days of receiving the corrected information/],
    ['reexamination.decide', 35, /within 3 working days of receiving the objection application/],
    ['complaint.answer', 41, /within 20 working days of receiving them/],
    ['pledge.verify', 46, /Within 2 months/],
    ['non-public.free-inquiries', 24, /two free annual inquiries/],
  ] as const;
  it.each(SAID)('%s is what Article %i says', (key, _number, words) => {
    const figures = { one: 1, two: 2, three: 3 } as Record<string, number>;
    const figure = /\b(one|two|three|\d+)\b/i.exec(words.source)?.[1] ?? '';
    expect(termOn(key, '2026-11-20')?.value).toBe(figures[figure.toLowerCase()] ?? Number(figure));
  });

  // Nobody may copy the translation: it is compared where it stands beside the project.
  const text = published();
  if (text !== undefined)
    it.each(SAID)('the words of %s stand in Article %i as it is published', (_key, number, words) => {
      const article = text.split(/\n(?=Article \d+:)/).find((one) => one.startsWith(`Article ${number}:`));
      expect(article).toMatch(words);
    });
});
