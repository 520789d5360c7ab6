/** The README is true: its example query gives the answer shown, and the files that it and DECISIONS.md name exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { sharedWorld, type World } from './kit.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
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
  for (const [, link] of readme.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g))
    expect(() => readFileSync(join(import.meta.dirname, '..', link ?? '')), link).not.toThrow();
});

it('everything that DECISIONS.md says is written by hand is there', () => {
  const decisions = readFileSync(join(import.meta.dirname, '../DECISIONS.md'), 'utf8');
  const paths = [...decisions.matchAll(/`((?:schema|subgraphs|gateway|test)\/[^`]*)`/g)].map(([, path]) => path ?? '');
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !existsSync(join(import.meta.dirname, '..', path)))).toEqual([]);
});
