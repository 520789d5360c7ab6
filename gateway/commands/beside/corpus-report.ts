/** What the function makes of a file of texts (test/cases/README.md describes its form), as lines to print. */
import { z } from 'zod';
import { type CorpusText, type Judged, judge, tally } from '../../../schema/law/redact/corpus.ts';
import { JIEBA } from '../../../subgraphs/texts/jieba.ts';
import type { CorpusTexts } from '../texts/redact.ts';

const column = z.string().nullable();
const TEXT = z.object({
  id: z.string(),
  kind: z.string(),
  about: z.enum(['PERSON', 'COMPANY', 'SOLE_TRADER']),
  known: z.object({
    subjectName: column,
    address: column,
    phone: column,
    representative: column,
    representativeId: column,
    birthDate: column,
  }),
  text: z.string(),
  secrets: z.array(z.string()),
  keep: z.array(z.string()),
});

function textOf(line: string, place: string, texts: CorpusTexts): CorpusText {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new Error(texts.noObject(place));
  }
  const { data, error } = TEXT.safeParse(parsed);
  if (data !== undefined) return data;
  const [issue] = error.issues;
  throw new Error(texts.notRight(place, issue?.path.join('.') || undefined, String(issue?.message)));
}

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, place) => (place === 0 ? String(cell).padEnd(10) : String(cell).padStart(9))).join(' ');

const toldOf = ({ id, kind, withheld, leaks, lost, text, seen }: Judged, texts: CorpusTexts): string[] => [
  '',
  `${id} ${kind}${withheld ? texts.withheld : ''}`,
  ...(leaks.length === 0 ? [] : [`  ${texts.leaks}${leaks.join(' | ')}`]),
  ...(lost.length === 0 ? [] : [`  ${texts.masksAway}${lost.join(' | ')}`]),
  `  ${texts.text}${text}`,
  `  ${texts.seen}${seen}`,
];

/** `isClean`: nothing leaks, and no ordinary text is changed. `file` stands in errors. */
export function corpusReport(
  content: string,
  file: string,
  words: CorpusTexts,
): { readonly lines: string[]; readonly isClean: boolean } {
  const texts = content
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [textOf(line, words.place(file, at + 1), words)]));
  if (texts.length === 0) throw new Error(words.empty(file));
  const began = performance.now();
  const judged = texts.map((text) => judge(text, JIEBA));
  const each = (performance.now() - began) / texts.length;
  const kinds = Object.entries(tally(judged)).map(([kind, { texts: count, leaking, overMasked, withheld }]) =>
    row([kind, count, leaking, overMasked, withheld]),
  );
  const wrong = judged.filter(({ leaks, lost }) => leaks.length > 0 || lost.length > 0);
  const lines = [
    row(words.columns),
    ...kinds,
    ...wrong.flatMap((one) => toldOf(one, words)),
    '',
    words.sum(texts.length, judged.filter(({ leaks }) => leaks.length > 0).length, each.toFixed(2)),
  ];
  const isClean = judged.every(
    ({ leaks, lost }, at) => leaks.length === 0 && (texts[at]?.secrets.length !== 0 || lost.length === 0),
  );
  return { lines, isClean };
}
