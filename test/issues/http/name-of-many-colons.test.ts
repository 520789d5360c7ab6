import { afterEach, expect, it, vi } from 'vitest';
import { parseJson } from '../../../gateway/message/json.ts';

const SIZE = 1_000_000;
const LONG = `"${'\\u0041'.repeat(SIZE / 12)}"`;

afterEach(() => {
  vi.restoreAllMocks();
});

/** A long text with escapes was read anew for every colon behind it: one megabyte of anybody held the server for a quarter of an hour. */
it.each([
  ['colons in a list', `{"query":[${LONG}${':'.repeat(SIZE / 2)}]}`],
  ['colons in objects', `{"query":[${LONG},${'{:},'.repeat(SIZE / 8)}]}`],
])('adversarial 17: %s behind a text that is written with escapes are refused at once', (_what, body) => {
  const read = vi.spyOn(JSON, 'parse');
  expect(() => parseJson(body, '{ … }')).toThrow('The body is not JSON.');
  // The long text once, as a name, and the body once: not the text for each of half a million colons.
  expect(read.mock.calls.length).toBeLessThanOrEqual(2);
});
