/** A default that is taken from a required argument makes it needed: whoever left it out is refused from then on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { breaksBetween } from '../../released/breaks.ts';

it.each([
  ['an argument', 'type Query { a(b: Int! = 1): Int }', 'Query.a.b'],
  ['an input', 'type Query { a(i: I): Int } input I { h: Int! = 1 }', 'I.h'],
])('A23.5 of %s is a breaking change', async (_what, before, place) => {
  expect(await breaksBetween(before, before.replace(' = 1', ''))).toEqual([expect.stringContaining(place)]);
});

it('A23.5 so are those of the schema of today', async () => {
  const api = readFileSync(join(import.meta.dirname, '../../../schema/api.graphql'), 'utf8');
  const changed = api.replace('table: StatisticsTable! = ENTRIES', 'table: StatisticsTable!');
  expect(changed).not.toBe(api);
  expect(await breaksBetween(api, changed)).not.toEqual([]);
});
