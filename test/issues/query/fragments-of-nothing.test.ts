import { expect, it } from 'vitest';
import { LIMITS, limiter } from '../../../gateway/query/limits.ts';

const doubling = (levels: number, leaf: string): string =>
  Array.from({ length: levels }, (_none, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)
    .concat(`{ ...F0 } fragment F${levels} on Query { ${leaf} }`)
    .join(' ');

/** Fragments that hold no field cost nothing, and were expanded all the same to count the cost: 40 of them held the server for good. */
it.each([
  ['name one that is not there', '...Nobody'],
  ['name one that is not there, inline', '... on Query { ...Nobody }'],
])('adversarial 4: fragments that double and in the end %s are refused before their cost is counted', (_how, leaf) => {
  expect(() => limiter()(doubling(40, leaf))).toThrow(`far too many fragments; the limit is ${LIMITS.fragments}`);
});

it('adversarial 7: fragments in a circle are refused before their cost is counted: each can be come to in very many ways', () => {
  const circles = Array.from({ length: 20 }, (_none, at) => {
    const before = Array.from({ length: at }, (_empty, one) => `...F${one}`).join(' ');
    return `fragment F${at} on Query { ${before} ${at < 19 ? `...F${at + 1}` : ''} }`;
  });
  expect(() => limiter()(`{ ...F0 ...F19 } ${circles.join(' ')}`)).toThrow('spreads itself');
});

it('the largest number of fragments is taken', () => {
  const spread = (count: number): string => `{ ${'...F '.repeat(count)} } fragment F on Query { __typename }`;
  expect(() => limiter()(spread(LIMITS.roots))).not.toThrow();
  const inline = (count: number): string => `{ ${'... { '.repeat(count)}__typename${' }'.repeat(count)} }`;
  expect(() => limiter()(inline(LIMITS.fragments))).not.toThrow();
  expect(() => limiter()(inline(LIMITS.fragments + 1))).toThrow(`comes to ${LIMITS.fragments + 1} fragments`);
});
