/** PUBLIC_URL, without which production does not start, stood in no list of settings. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

it('every setting that is read is told in the table of settings', () => {
  const settings = [...read('gateway/settings/environment.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
    ([, name]) => name,
  );
  expect(settings.length).toBeGreaterThan(20);
  const [, table] = read('gateway/OPERATING.md').split('## Settings');
  const told = [...(table?.split('## Tokens')[0] ?? '').matchAll(/^\| (.*?) +\|/gm)].flatMap(([, names]) =>
    [...(names ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  );
  expect(settings.filter((name) => !told.includes(name))).toEqual([]);
});
