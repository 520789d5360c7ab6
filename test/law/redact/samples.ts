/** Texts and values for the properties: from the corpus, and made of what decisions are made of. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CorpusText } from '../../../schema/law/redact/corpus.ts';
import type { KnownValue } from '../../../schema/law/redact/facts.ts';

export const CORPUS: readonly CorpusText[] = readFileSync(new URL('../../cases/texts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): CorpusText => JSON.parse(line));

/** Persons that nobody is: region 239999, ranges of telephones that nobody was given. */
export const VALUES: readonly KnownValue[] = [
  { kind: 'NAME', value: '王建国' },
  { kind: 'NAME', value: '高峰' },
  { kind: 'NAME', value: '张 三' },
  { kind: 'NAME', value: '阿依古丽·买买提' },
  { kind: 'NAME', value: 'SMITH JOHN' },
  { kind: 'CITIZEN_ID', value: '239999198505050010' },
  { kind: 'PHONE', value: '15400018276' },
  { kind: 'DOCUMENT_NUMBER', value: 'E00017286' },
  { kind: 'ADDRESS', value: '黑龙江省哈尔滨市南岗区柏影街12号3单元501室' },
  { kind: 'BIRTH_DATE', value: '1985-05-05' },
];

const PIECES = [
  '当事人王建国',
  '王 建 国',
  '经查，高峰',
  '于早高峰期',
  '张三、李四',
  '（公民身份号码239999198505050010）',
  '239999 1985 0505 0010',
  '身份证号：',
  '电话15400018276',
  '154-0001-8276',
  '８６１５４０００１８２７６',
  '护照E00017286',
  '住哈尔滨市南岗区柏影街12号3单元501室',
  '柏影街12号',
  '，男，1985年5月5日出生，',
  '阿依古丽•买买提',
  'John Smith',
  '驾驶员和押运员',
  '罚款2000元',
  '依据《中华人民共和国食品安全法》第三十五条',
  '（2026）黑0110执1187号',
  '住宅小区3号楼',
  '于2026年8月3日驾驶',
  '无证经营。',
  '\u200b',
  '\u3000',
  '\n',
  '、',
  '，',
  '。',
  '𫖯',
  '**',
  '①',
  '<b>',
  'é',
] as const;

const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 });

/** Pieces run together in whatever order, as scans and careless hands do. */
export const text = pieces.map((some) => some.join(''));
/** Pieces between stops: where two values run together, one more that is known may be read as another kind. */
export const stopped = pieces.map((some) => some.join('，'));
export const anyText = fc.oneof(
  text,
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...CORPUS.map((one) => one.text)),
);
