/**
 * The README is true: its example query gives the answer shown, and the files that it and DECISIONS.md name exist. README.zh.md says the same: the same
 * commands, links, names and figures, so that what is changed in one of them alone fails.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedWorld, type World } from './kit.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const chinese = readFileSync(join(import.meta.dirname, '../README.zh.md'), 'utf8');
let world: World;
beforeAll(async () => {
  world = await sharedWorld('pglite');
});

it("the README's first query gets the README's answer", async () => {
  const body = /-d '(\{"query".*\})'/.exec(readme)?.[1] ?? '';
  const shown = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { status, ...answer } = await world.ask(null, JSON.parse(body).query);
  expect(status).toBe(200);
  expect(answer).toEqual(JSON.parse(shown));
});

it('every file that the README links to is there', () => {
  for (const [, link] of `${readme}${chinese}`.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g))
    expect(() => readFileSync(join(import.meta.dirname, '..', link ?? '')), link).not.toThrow();
});

it('everything that DECISIONS.md says is written by hand is there', () => {
  const decisions = readFileSync(join(import.meta.dirname, '../DECISIONS.md'), 'utf8');
  const paths = [...decisions.matchAll(/`((?:schema|subgraphs|gateway|test)\/[^`]*)`/g)].map(([, path]) => path ?? '');
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !existsSync(join(import.meta.dirname, '..', path)))).toEqual([]);
});

describe('README.zh.md says what README.md says', () => {
  const BLOCK = /```[\s\S]*?```/g;
  /** Outside of blocks of code. */
  const prose = (text: string): string => text.replace(BLOCK, '');
  const all = (pattern: RegExp) => (text: string) =>
    [...prose(text).matchAll(pattern)].map(([whole, part]) => part ?? whole);
  const sorted = (texts: readonly string[]): string[] => [...texts].sort();

  it('every block of code is the same, word for word', () => {
    expect(chinese.match(BLOCK)).toEqual(readme.match(BLOCK));
    expect(readme.match(BLOCK)?.length).toBeGreaterThan(5);
  });

  it('every command, header and field that is named, and every link', () => {
    expect(sorted(all(/`([^`]+)`/g)(chinese))).toEqual(sorted(all(/`([^`]+)`/g)(readme)));
    // Each leads to the other.
    const links = (text: string, other: string) =>
      sorted(all(/(?:\]\(|<)((?:https?:\/\/)?[\w./:#-]+)[)>]/g)(text).filter((link) => link !== other));
    expect(links(chinese, 'README.md')).toEqual(links(readme, 'README.zh.md'));
    expect([readme.includes('](README.zh.md)'), chinese.includes('](README.md)')]).toEqual([true, true]);
  });

  it('as many headings of each level, and in each table as many rows, its commands in the same order', () => {
    const levels = (text: string) => all(/^#+ /gm)(text);
    expect(levels(chinese)).toEqual(levels(readme));
    const rows = (text: string) =>
      prose(text)
        .split('\n')
        .map((line) => (line.startsWith('|') ? line.split(/(?<!\\)\|/).length : 0));
    const tables = (text: string) =>
      rows(text)
        .join(' ')
        .split(/(?:\b0 ?)+/)
        .filter((one) => one !== '');
    expect(tables(chinese)).toEqual(tables(readme));
    const commands = (text: string) => all(/^\| `([^`]+)`/gm)(text);
    expect(commands(chinese)).toEqual(commands(readme));
  });

  it('the same figures', () => {
    const figures = (text: string) =>
      sorted(
        prose(text)
          .replace(/`[^`]*`|\]\([^)]*\)|<[^>]*>/g, '')
          .match(/\d+/g) ?? [],
      );
    expect(figures(chinese)).toEqual(figures(readme));
  });

  it('every paragraph is Chinese', () => {
    for (const paragraph of prose(chinese)
      .split(/\n\n+/)
      .filter((one) => /\p{L}/u.test(one)))
      expect(paragraph).toMatch(/\p{Script=Han}/u);
  });
});
