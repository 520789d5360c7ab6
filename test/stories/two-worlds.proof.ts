/** A few pairs of worlds that differ in one withheld thing, on the embedded database. `test/fuzz/worlds.proof.ts` compares a hundred and more on PostgreSQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TwoWorlds } from '../fuzz/two-worlds/pairs.ts';
import { compareWorlds } from '../fuzz/two-worlds/property.ts';

describe('two worlds that differ in one withheld thing', () => {
  let two: TwoWorlds;
  beforeAll(async () => {
    two = await TwoWorlds.open('pglite');
  });
  afterAll(() => two.close());

  it('A23.5 A36.1 are asked by every root field, and are one to whoever may not know it', async () => {
    expect(two.questions.roots.filter((field) => !two.questions.asked.includes(field))).toEqual([]);
    expect(await compareWorlds('pglite', two, 4)).toHaveLength(4);
  });
});
