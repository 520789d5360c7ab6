/** The page of headers holds every header that the code reads, each once. Those that are sent: `statuses.proof.ts`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { READ } from '../../gateway/docs/pages/headers.ts';

it('every header that the code reads stands on the page, once', () => {
  const root = join(import.meta.dirname, '../..');
  const source = globSync('gateway/{http,identity,message,traces}/**/*.ts', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  const names = [
    ...source.matchAll(/(?<!\/)\bheaders(?:Distinct)?(?:\.(\w+)|\[\s*'([\w-]+)')/g),
    ...source.matchAll(/\bone\(headers, '([\w-]+)'\)/g),
    ...source.matchAll(/const \{ (\w+) \} = message\.headers/g),
  ].map(([, first, second]) => (first ?? second ?? '').toLowerCase());
  const told = READ.map(({ name }) => name.toLowerCase());
  expect(new Set(told).size).toBe(told.length);
  expect(names.length).toBeGreaterThan(10);
  expect([...new Set(names)].filter((name) => !told.includes(name) && !['allow'].includes(name))).toEqual([]);
  // Headers that are refused where they are sent twice stand in a list of their own.
  const [, twice = ''] = /SAID_ONCE = \[([^\]]*)\]/.exec(source) ?? [];
  for (const [, name = ''] of twice.matchAll(/'([\w-]+)'/g)) expect(told).toContain(name);
});
