import { expect, it } from 'vitest';
import { LIMITS, limiter } from '../../../gateway/query/limits.ts';

const fields = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}: __typename`).join(' ');

/** Fields under the operation were counted as they were written: a fragment held any number of them as one. */
it.each([
  ['written out', (count: number) => `{ ${fields(count)} }`],
  ['in a fragment', (count: number) => `{ ...F } fragment F on Query { ${fields(count)} }`],
  ['inline', (count: number) => `{ ... on Query { ... { ${fields(count)} } } }`],
  [
    'in fragments of fragments',
    (count: number) => `{ ...F } fragment F on Query { ...G } fragment G on Query { ${fields(count)} }`,
  ],
])('root fields %s are limited', (_how, query) => {
  expect(() => limiter()(query(LIMITS.roots))).not.toThrow();
  expect(() => limiter()(query(LIMITS.roots + 1))).toThrow(`comes to ${LIMITS.roots + 1} roots`);
});
