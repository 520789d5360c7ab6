/** A cursor that is refused with CURSOR is left, and the feed is read from its beginning (gateway/kit/cases/README.md, feeds: RESTART). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CLIENTS, folder, runAgainst } from './fake.ts';

it('A39.1 after the cursor key was replaced, the Python client still learns what is corrected', async () => {
  const state = join(folder, 'feed.json');
  writeFileSync(state, JSON.stringify({ cursor: 'of the key before', seen: [] }));
  const node = {
    cursor: 'c1',
    kind: 'CORRECTED',
    item: { code: 'ARREARS-TAX' },
    recordId: 'r',
    version: 2,
    at: '2026-11-27T00:00:00.000Z',
    actBy: null,
  };
  const answer = (body: string): object =>
    JSON.parse(body).variables.after === null
      ? { data: { changes: { nodes: [node], pageInfo: { endCursor: 'c1', hasNextPage: false } } } }
      : {
          data: { changes: null },
          errors: [
            {
              message: 'no',
              extensions: { code: 'BAD_USER_INPUT', reason: 'CURSOR', help: 'or start again without one.' },
            },
          ],
        };
  const { out } = await runAgainst((response, body) => response.end(JSON.stringify(answer(body))), CLIENTS.python, [
    'feed',
    state,
  ]);
  expect(out).toContain('CORRECTED ARREARS-TAX version 2');
  expect(JSON.parse(readFileSync(state, 'utf8')).cursor).toBe('c1');
});
