/**
 * Pairs of worlds that differ in one withheld thing: whoever may not know it is answered alike in both, to the byte. In `npm run proof`, because it
 * takes a minute: every kind of thing is withheld several times. On the database of a production; `npm run fuzz` draws for both. Longer: `npm run fuzz -- --only worlds --runs 10000`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../kit.ts';
import { LONG, TIMEOUT } from './budget.ts';
import { WITHHELD } from './two-worlds/drawn.ts';
import { TwoWorlds } from './two-worlds/pairs.ts';
import { compareWorlds } from './two-worlds/property.ts';

const PAIRS = 120;
/** No test asserts seconds: what takes a minute on an idle machine may take five on a busy one. */
const PATIENCE = 600_000;

describe.each(LONG ? databases() : databases().slice(-1))(
  'two worlds that differ in one withheld thing (%s)',
  (kind) => {
    let two: TwoWorlds;
    beforeAll(async () => {
      two = await TwoWorlds.open(kind);
    });
    afterAll(() => two.close());

    it('A23.5 are asked by every root field', () => {
      expect(two.questions.roots.filter((field) => !two.questions.asked.includes(field))).toEqual([]);
    });

    it(
      'A22.1 A23.3 A23.5 A24.3 A36.1 are one to everybody from whom it is withheld',
      async () => {
        const compared = await compareWorlds(kind, two, PAIRS);
        const things = new Set(compared.map(({ thing }) => thing));
        expect(Object.keys(WITHHELD).filter((thing) => !things.has(thing))).toEqual([]);
      },
      TIMEOUT + PATIENCE,
    );
  },
);
