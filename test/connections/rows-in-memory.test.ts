/** Pages of rows that are in memory: keys of any length, and rows that went after their cursor was given. */
import { expect, it } from 'vitest';
import { freshSecrets, openSecrets } from '../../subgraphs/keys/secrets.ts';
import type { Context } from '../../subgraphs/request/context.ts';
import { type PageArguments, pageOfRows } from '../../subgraphs/request/paging.ts';

/** What a page needs of a request. */
const context = {
  platform: { secrets: openSecrets(freshSecrets()) },
  caller: { role: 'PUBLIC', unit: null, subject: null, purpose: null },
} as unknown as Context;
const pageOf = (rows: readonly string[], args: PageArguments) => pageOfRows(context, 'rows', args, rows, (key) => key);

// Codes of 64 characters beside names in Chinese, quotation marks and control characters, which JSON writes longer; some differ at their end alone.
const KEYS = [
  'A',
  'b'.repeat(64),
  `${'c'.repeat(200)}1`,
  `${'c'.repeat(200)}2`,
  '"'.repeat(64),
  '\n'.repeat(60),
  '信用'.repeat(60),
].sort();

it('A23.5 each row is found again by its cursor, and cursors of all keys have one length', () => {
  const whole = pageOf(KEYS, {});
  const cursors = whole.edges().map(({ cursor }) => cursor());
  expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
  for (const [place, cursor] of cursors.entries()) {
    expect(pageOf(KEYS, { after: cursor }).nodes).toEqual(KEYS.slice(place + 1));
    expect(pageOf(KEYS, { first: 200, before: cursor }).nodes).toEqual(KEYS.slice(0, place));
    expect(pageOf(KEYS, { last: 1, before: cursor }).nodes).toEqual(KEYS.slice(Math.max(0, place - 1), place));
  }
});

it('a row that went leaves its place to the cursor: nothing is read twice, and nothing is passed over', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'];
  const [, , cursor] = pageOf(rows, {})
    .edges()
    .map((edge) => edge.cursor());
  const left = ['a', 'b', 'bb', 'd', 'e'];
  const after = pageOf(left, { first: 1, after: cursor });
  expect([after.nodes, after.pageInfo.hasPreviousPage, after.pageInfo.hasNextPage]).toEqual([['d'], true, true]);
  const before = pageOf(left, { last: 1, before: cursor });
  expect([before.nodes, before.pageInfo.hasPreviousPage, before.pageInfo.hasNextPage]).toEqual([['bb'], true, true]);
  // The same row on both sides leaves nothing between, and says that there is something on either side.
  expect(pageOf(left, { after: cursor, before: cursor })).toMatchObject({
    nodes: [],
    pageInfo: { hasNextPage: true, hasPreviousPage: true },
  });
  // What is sealed is asked for: a cursor costs nothing where it is not selected, and is the same for an edge and for the page.
  const page = pageOf(rows, { first: 2 });
  expect([page.pageInfo.startCursor(), page.pageInfo.endCursor()]).toEqual(page.edges().map((edge) => edge.cursor()));
});
