import { expect, it } from 'vitest';
import { withoutValue } from '../../../gateway/query/without-value.ts';

const LONG = 1_000_000;

/** A name of a megabyte was searched for numbers from each of its characters on: one question of anybody held the server for a quarter of an hour. */
it.each([
  ['a name', `Cannot query field "${'a'.repeat(LONG)}" on type "Query".`],
  ['a value of many beginnings', `Value "${' got invalid value'.repeat(LONG / 18)}" does not exist in "T" enum.`],
  ['a value of many faults', `Value "${'cannot represent '.repeat(LONG / 17)}" does not exist in "T" enum.`],
  ['quotes within quotes', `Value "${'\\"'.repeat(LONG / 2)}`],
  ['backslashes', `Value "${'\\'.repeat(LONG)}`],
])('adversarial 8: a message with %s as long as a body is without it at once', (_what, message) => {
  // A search from each character would still be at it when the test is given up.
  expect(withoutValue(message).length).toBeLessThan(200);
});

/** What stood between two names was taken for a value. */
it.each([
  ['Cannot query field "a" on type "Query".', 'Cannot query field "a" on type "Query".'],
  [
    'Unknown argument "last" on field "CreditSubject.records".',
    'Unknown argument "last" on field "CreditSubject.records".',
  ],
  [
    'Variable "$a" of type "Int!" used in position expecting type "[ID!]!".',
    'Variable "$a" of type "Int!" used in position expecting type "[ID!]!".',
  ],
  ['Value "张小梅" does not exist in "T" enum.', 'Value "…" does not exist in "T" enum.'],
  ['Value "a\\" 张小梅 \\"b" does not exist.', 'Value "…" does not exist.'],
  ['Syntax Error: Expected Name, found Int 239999199003070016.', 'Syntax Error: Expected Name, found Int ….'],
  [
    'Variable "$a" got invalid value { type: "X", value: "Zhang" } at "a.type"; Expected type "T".',
    'Variable "$a" got an invalid value at "a.type"; Expected type "T".',
  ],
  ['Int cannot represent non-integer value: "Zhang"', 'Int cannot represent non-integer value.'],
])('%s keeps its names and loses its values', (message, told) => {
  expect(withoutValue(message)).toBe(told);
});
