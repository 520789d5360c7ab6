/** What makes the redaction quick changes nothing of it: a rule is not searched where its sign is missing, and words are tagged as the library tags them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { CorpusText } from '../../../schema/law/redact/corpus.ts';
import { fold } from '../../../schema/law/redact/fold.ts';
import { allRules, matchesOf } from '../../../schema/law/redact/reading/matches.ts';
import '../../../schema/law/redact/redact.ts';
import { JIEBA, tagByLibrary } from '../../../subgraphs/texts/jieba.ts';

const TEXTS = ['texts', 'texts-blind', 'texts-ordinary', 'texts-spellings'].flatMap((name) =>
  readFileSync(new URL(`../../cases/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): string => (JSON.parse(line) as CorpusText).text),
);

/** What stands in no text of the corpus, and is what a rule looks for. */
const ALSO = [
  '李某，1985年生，生于85年。生辰：民国三十七年腊月十九出生。出生有误，应为1968。12/06/1985，73.10.1生，June 5, 1984，1 9 8 5 年 3 月 1 日',
  '诞辰1985年3月、生年1985-3、光绪三十年生',
  '退役军人证 北字第00017263号，军官证：南字第1726381号，户口簿证号：黑字第2026号，E12345678，A123456(3)，1234567(1)，ABC123456789012',
  '黑A12345、黑AABCDE，AA-BB-CC-DD-EE-FF，K12+300，12:30:00，900-041-49，5000(万元)，SC12345678901，8481.80，(12)号，GB/T 19001-2016，GB 2760-2014',
  '微信号panghy_7274，a.b@example.com，Address NanGang District, Xuefu Road 74, Apt 5-601',
  '姓名：王五 曾用名安安，Name: Wang，“宋佳宁印”，王某泉，马 超 群/张/三，欧阳 静，卓 娅反映，自称“竺可”，人称“宝哥”，“黑三”即他，老乔头，“张百万”者',
  '石磊和王强，当事人さくら，김철수，阿依努尔·吐尔逊，“大眼儿”（侯永和），技师小翠、阿龙，胜利村滕百川18420元',
  '住处（学府路旁），3号楼2单元1102室，2单元501，道里委3组，国际A3-501，位于学府路5号的住宅，系抚远市黑鱼泡村村民，户址、宿于、落户于',
  '前三位169，后四位1234，尾号改为1234，123***，、12345',
];

it('A23.4 where the sign of a rule is missing, the rule finds nothing', () => {
  const rules = allRules().filter(({ sign }) => sign !== undefined);
  expect(rules.length).toBeGreaterThan(50);
  const wrong: string[] = [];
  const found = new Set<number>();
  for (const original of [...TEXTS, ...ALSO, ...(TEXTS.join('').match(/.{1,12}/gu) ?? [])])
    for (const text of new Set([original, fold(original).text, fold(original).digits]))
      for (const { id, pattern, sign } of rules) {
        const isThere = [...text.matchAll(pattern)].length > 0;
        if (isThere) found.add(id);
        if (isThere && sign?.pattern.test(text) !== true) wrong.push(`${pattern.source.slice(0, 40)}: ${text}`);
      }
  expect(wrong).toEqual([]);
  // A rule that nothing here is found by would not be tried.
  expect(rules.filter(({ id }) => !found.has(id)).map(({ pattern }) => pattern.source.slice(0, 60))).toEqual([]);
});

it('A23.4 what a rule finds is what it finds by itself, the second time too', () => {
  for (let time = 0; time < 2; time += 1)
    for (const text of TEXTS.slice(0, 60))
      for (const rule of allRules())
        expect(matchesOf(text, rule).map(({ index, 0: match }) => [index, match])).toEqual(
          [...text.matchAll(rule.pattern)].map(({ index, 0: match }) => [index, match]),
        );
});

it('A23.4 words are tagged as the library tags them, also those that were seen before', () => {
  const numbers = Array.from({ length: 4_000 }, (_, number) => `${number}件，${number * 7_919}元`);
  for (let time = 0; time < 2; time += 1)
    for (const text of [...TEXTS, ...numbers])
      if (JSON.stringify(JIEBA.tag(text)) !== JSON.stringify(tagByLibrary(text)))
        expect(JIEBA.tag(text)).toEqual(tagByLibrary(text));
});
