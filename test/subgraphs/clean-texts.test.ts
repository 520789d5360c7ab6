/** Texts that were found clean are remembered: what comes out is the same as without (Article 23). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CorpusText } from '../../schema/law/redact/corpus.ts';
import { knownOf } from '../../schema/law/redact/known.ts';
import { redactorOf } from '../../schema/law/redact/redact.ts';
import { nothingKnown } from '../../subgraphs/redaction/known-values.ts';
import { JIEBA } from '../../subgraphs/texts/jieba.ts';

const CASES = ['texts', 'texts-ordinary', 'texts-spellings'].flatMap((name) =>
  readFileSync(new URL(`../cases/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): CorpusText => JSON.parse(line)),
);

const through = (known: ReturnType<typeof knownOf>, text: string, form: 'TEXT' | 'NUMBER' = 'TEXT'): string => {
  const one = nothingKnown();
  one.add(known);
  return one.redact(text, form).text;
};

describe('what was found clean', () => {
  it('A23.4 is remembered for nobody whom the text may name: each text with what is known beside it, twice', () => {
    for (let time = 0; time < 2; time += 1)
      for (const { id, about, known, text } of CASES) {
        const columns = knownOf(about, known);
        expect([id, through(columns, text)]).toEqual([id, redactorOf(columns, JIEBA)(text).text]);
      }
  });

  it('A23.4 a word of every day is masked as soon as it is somebody’s name, a number as soon as it is somebody’s', () => {
    const nothing = { personal: [], open: [] };
    const texts = ['夜间施工影响周边安宁。', '抽检样品编号为AB-2004-77。', '货物存放于东宁一号院内。'];
    const clean = texts.map((text) => through(nothing, text));
    expect(clean.map((text, at) => text === texts[at])).toContain(true);
    const known = {
      personal: [
        { kind: 'NAME', value: '安 宁' },
        { kind: 'DOCUMENT_NUMBER', value: 'ab2004 77' },
        { kind: 'ADDRESS', value: '黑龙江省东宁市东宁一号院' },
      ],
      open: [],
    } as const;
    for (const text of texts) expect(through(known, text)).toBe(redactorOf(known, JIEBA)(text).text);
    expect(through(known, texts[0] ?? '')).toBe('夜间施工影响周边安**。');
  });

  it('A23.4 of numbers of documents only those are alike in which nothing can be a person’s', () => {
    const nothing = { personal: [], open: [] };
    expect(through(nothing, '测罚〔2026〕18号', 'NUMBER')).toBe('测罚〔2026〕18号');
    expect(through(nothing, '测罚〔2026〕99号', 'NUMBER')).toBe('测罚〔2026〕99号');
    const phone = { personal: [{ kind: 'PHONE', value: '0451-202699' }], open: [] } as const;
    for (const text of ['测罚〔2026〕99号', '0451202699'])
      expect(through(phone, text, 'NUMBER')).toBe(redactorOf(phone, JIEBA)(text, 'NUMBER').text);
  });

  it('A23.4 what stands in brackets is a year of a document only where it is one: 0451 is the area of a telephone', () => {
    const nothing = { personal: [], open: [] };
    expect(through(nothing, '测罚（2026）589453号', 'NUMBER')).toBe('测罚（2026）589453号');
    expect(through(nothing, '测罚（0451）589453号', 'NUMBER')).toBe('测罚（********号');
  });

  it('A23.4 texts of persons whose name is masked already are not those of persons who are known', () => {
    const text = '送达地点为平房区锻锤街9-2-403。';
    const masked = { personal: [{ kind: 'NAME', value: '王**' }], open: [] } as const;
    const told = { personal: [{ kind: 'NAME', value: '赵志强' }], open: [] } as const;
    for (const known of [masked, told, masked]) expect(through(known, text)).toBe(redactorOf(known, JIEBA)(text).text);
    expect(through(told, text)).not.toBe(through(masked, text));
  });
});
