/**
 * Documents that passed the limits were remembered with all their nodes, two thousand of them: anybody could fill 400 MB with them.
 * A proof, for it parses them all.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { limiter } from '../../../gateway/query/limits.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

/** As many fields as a document may have, under a name of its own. */
const large = (name: number): string =>
  `query Q${name} { subject { records { nodes { ${'name code id version '.repeat(230)} } } } }`;

it('A23.1 two thousand large documents leave less than 100 MB behind, and one that is asked again is not parsed again', () => {
  const check = limiter();
  const before = heap();
  for (let name = 0; name < 2_000; name += 1) check(large(name));
  expect((heap() - before) / 1_000_000).toBeLessThan(100);
  expect(check(large(1_999))).toBe(check(large(1_999)));
});
