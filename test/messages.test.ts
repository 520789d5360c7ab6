/** What callers and operators are told: every sentence in English and Chinese, with the same values and the same articles. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OWN } from './message-values.ts';

const root = join(import.meta.dirname, '..');

/** Stands for any value: a text, a number, a list of one, a sentence in both languages. Where it stands in a sentence, it is found again. */
class Marker extends Array<string> {
  readonly en: string;
  readonly zh: string;
  readonly number: number;
  constructor(place: number) {
    super();
    this.push(`X${place}X`);
    this.en = `X${place}X`;
    this.zh = `汉X${place}X`;
    this.number = 7_000 + place;
  }
  [Symbol.toPrimitive](hint: string): string | number {
    return hint === 'number' ? this.number : this.en;
  }
  /** `map` and its like give plain lists. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

type Pair = readonly [place: string, en: string, zh: string];

const argumentsFor = (place: string): readonly (readonly unknown[])[] =>
  Object.entries(OWN).find(([name]) => place.endsWith(name))?.[1] ?? [
    Array.from({ length: 8 }, (_none, place) => new Marker(place + 1)),
  ];

/** Every pair of sentences in two values of the same form. Functions are called with markers. */
function pairsOf(place: string, en: unknown, zh: unknown): Pair[] {
  if (typeof en === 'function' && typeof zh === 'function')
    return argumentsFor(place).flatMap((given, at) =>
      pairsOf(
        `${place}(${at})`,
        (en as (...all: unknown[]) => unknown)(...given),
        (zh as (...all: unknown[]) => unknown)(...given),
      ),
    );
  // A fault in English that stands for itself beside its sentence in Chinese.
  if (en instanceof Marker && typeof zh === 'string') return [[place, en.en, zh]];
  if (typeof en === 'string' && typeof zh === 'string') return [[place, en, zh]];
  if (typeof en !== 'object' || typeof zh !== 'object' || en === null || zh === null)
    throw new Error(`${place} is not told in both languages.`);
  if ('en' in en && 'zh' in en) return pairsOf(place, en.en, en.zh);
  expect(Object.keys(zh), place).toEqual(Object.keys(en));
  return Object.entries(en).flatMap(([key, inner]) =>
    pairsOf(`${place}.${key}`, inner, (zh as Record<string, unknown>)[key]),
  );
}

const modules = async (pattern: string): Promise<(readonly [string, Record<string, unknown>])[]> =>
  Promise.all(
    globSync(pattern, { cwd: root })
      .sort()
      .map(async (file) => [file, (await import(join(root, file))) as Record<string, unknown>] as const),
  );

/** Numbers of articles as the Regulations write them. */
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const articleIn = (number: number): string =>
  `第${number < 10 ? '' : `${number < 20 ? '' : DIGITS[Math.floor(number / 10)]}十`}${DIGITS[number % 10]}条`;

/** Numbers behind “Article” and “Articles”. */
const articlesOf = (text: string): number[] =>
  [...text.matchAll(/\bArticles? (\d+)(?:(?:,? and|,| or) (\d+))?/g)].flatMap(([, one, other]) =>
    [one, other].filter((found) => found !== undefined).map(Number),
  );

/** Words of Apollo's protocol, by which clients know what to send next: the same in every language. What to do says their help. */
const OF_PROTOCOL = ['PersistedQueryNotFound', 'PersistedQueryNotSupported'];

function check(pairs: readonly Pair[]): void {
  for (const [place, en, zh] of pairs) {
    // What stands between values, such as a colon or an arrow, has no words.
    const hasWords = !OF_PROTOCOL.includes(en) && /\p{L}/u.test(en.replaceAll(/X\d+X/g, ''));
    expect([place, en.length > 0, !hasWords || /\p{Script=Han}/u.test(zh)]).toEqual([place, true, true]);
    expect(`${en}${zh}`, place).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
    const marks = en.match(/X\d+X|\b700\d\b/g) ?? [];
    expect([place, [...new Set(marks)].filter((mark) => !zh.includes(mark))]).toEqual([place, []]);
    const articles = articlesOf(en).map(articleIn);
    expect([place, articles.filter((article) => !zh.includes(article))]).toEqual([place, []]);
  }
}

describe('the catalogue of messages', () => {
  it('says everything in English and Chinese, with the same values and articles', async () => {
    const files = await modules('schema/messages/**/*.ts');
    const pairs = files.flatMap(([file, exported]) =>
      Object.entries(exported)
        .filter(([, entries]) => typeof entries === 'object')
        .flatMap(([name, entries]) => pairsOf(`${file}:${name}`, entries, entries)),
    );
    expect(pairs.length).toBeGreaterThan(400);
    check(pairs);
  });

  it('commands say everything in both, from the help to the summary', async () => {
    const files = await modules('gateway/commands/texts/**/*.ts');
    expect(files.length).toBeGreaterThanOrEqual(7);
    for (const [file, exported] of files)
      for (const entries of Object.values(exported).filter((one) => typeof one === 'object'))
        check(pairsOf(file, entries, entries));
  });

  it('every command takes --lang, in one way', () => {
    const scripts = (
      JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    ).scripts;
    const commands = Object.values(scripts).flatMap(
      (line) => / (gateway\/commands\/[\w-]+\.ts)$/.exec(line)?.[1] ?? [],
    );
    const met = commands.filter((file) => !file.endsWith('/print.ts'));
    expect(met.length).toBeGreaterThanOrEqual(7);
    expect(met.filter((file) => !/\bcommand\(TEXTS, /.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('no error for a caller is made without it', () => {
    const makers = globSync('{schema,subgraphs,gateway}/**/*.ts', { cwd: root }).filter(
      // What others copy stands beside.
      (file) => !file.includes('/deploy/') && /new GraphQLError\(/.test(readFileSync(join(root, file), 'utf8')),
    );
    // `schema/errors.ts` makes them; the others pass on what a subgraph said, in a process of its own or for a report, and what is masked.
    const passing = ['gateway/federation/network/remote.ts', 'gateway/reports/make.ts', 'subgraphs/subgraph.ts'];
    expect(makers.sort()).toEqual([...passing, 'schema/errors.ts'].sort());
  });
});
