/** Statements that fail cost the embedded database nothing that is not given back: before, it answered nothing more after some 1,700 of them. A proof: it takes seconds. */
import { PGlite } from '@electric-sql/pglite';
import { expect, it } from 'vitest';

it('five thousand errors later the embedded database answers as before', async () => {
  const database = await PGlite.create('memory://');
  const codes = new Set<unknown>();
  for (let turn = 0; turn < 5_000; turn += 1)
    await database.query('select 1 / $1::int', [0]).catch((error: { code?: unknown }) => codes.add(error.code));
  // division_by_zero, and never statement_too_complex.
  expect([...codes]).toEqual(['22012']);
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await database.close();
});
