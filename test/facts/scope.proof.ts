/**
 * All facts on the scope in TypeScript, those that contradict themselves included, and on the elements that an edition tightens. Some seconds.
 */
import { expect, it } from 'vitest';
import { OPENNESS } from '../../schema/law/facts.ts';
import { BOOLEANS, COMBINATIONS, factsAt, inWords, numberOf, partsOf } from './combinations.ts';
import { lawful } from './law-by-articles.ts';
import { elementOpen, narrowerThan, throughScopeInTypeScript } from './scope-wall.ts';

it('A22.1 A23.1 A23.2 A23.3 A23.5 A24.3 A37.2 the scope in TypeScript lets through what the law opens, of all combinations', () => {
  const differ: string[] = [];
  for (let number = 0; number < COMBINATIONS; number += 1) {
    const open = lawful(factsAt(number)) === 'allow';
    if (throughScopeInTypeScript(number) !== open) differ.push(inWords(number));
  }
  expect(differ).toEqual([]);
});

/**
 * The facts in which an element is not what a row of its openness would be: a party that a person authorized sees the row without that, because anyone
 * may, and so no authorization is looked up for it, charged or named in the ledger. The element stays closed: the stricter answer.
 */
const STRICTER = ['personal', 'published', 'purposeStated', 'inForce', 'purposeAgreed', 'itemAgreed', 'authorized'];

it('A23.3 A24.3 an element that is narrower than its item is decided as a row of its openness, but for one combination of facts', () => {
  const wider: string[] = [];
  const stricter: number[] = [];
  let tried = 0;
  for (let number = 0; number < COMBINATIONS; number += 1) {
    const facts = factsAt(number);
    if (facts.relation === 'SELF' || lawful(facts) !== 'allow') continue;
    for (const openness of narrowerThan(facts.item.openness)) {
      tried += 1;
      const law = lawful(factsAt(numberOf({ ...partsOf(number), openness: OPENNESS.indexOf(openness) }))) === 'allow';
      const open = elementOpen(number, openness);
      if (open && !law) wider.push(`${inWords(number)} ${openness}`);
      if (!open && law) {
        stricter.push(number);
        expect([facts.role, facts.item.openness, openness]).toEqual(['PARTY', 'UNCONDITIONAL', 'AGREEMENT']);
        const held = BOOLEANS.filter((_, bit) => (partsOf(number).bits & (1 << bit)) !== 0);
        expect(STRICTER.filter((name) => !held.some((one) => one === name))).toEqual([]);
      }
    }
  }
  expect(tried).toBeGreaterThan(20_000);
  expect(wider).toEqual([]);
  // Three ways of sharing; four booleans are free.
  expect(stricter.length).toBe(3 * 2 ** (BOOLEANS.length - STRICTER.length));
});
