/** How the figures of tables fit into one another, over cells that chance makes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Nature } from '../../schema/law/facts.ts';
import type { Domain } from '../../subgraphs/statistics/domain.ts';
import { type Cells, told } from '../../subgraphs/statistics/release.ts';
import { nameOf } from './statistics-census.ts';
import { SCALES } from './statistics-scales.ts';
import { seeded } from './statistics-sources.ts';

const ITEMS = new Map<string, Nature>([
  ['P', 'UNTRUSTWORTHY'],
  ['R', 'NEUTRAL'],
]);
const MONTH = ['2026-10', '2026-11'];
const DOMAIN: Domain = {
  ENTRIES: {
    REGION: ['2301', '2302', '11'],
    ITEM: [...ITEMS.keys()],
    NATURE: ['TRUSTWORTHY', 'UNTRUSTWORTHY', 'NEUTRAL'],
    MONTH,
    INDUSTRY: ['C', 'F', '-'],
    DESIGNATING_UNIT: ['COURT', 'TAX'],
    UNIT_KIND: ['PROVIDER', 'DEPARTMENT'],
  },
  PENALTIES: { REGION: ['2301', '2302'], MONTH, INDUSTRY: ['C', 'F', '-'] },
  LISTED: { LIST: ['A', 'B'], GROUND: ['G', 'H', 'I'] },
  DISCLOSURES: { MONTH, RECIPIENT: ['BANK-A'], PURPOSE: ['LOAN', 'WATCH'] },
  PERIODS: { MONTH, PERIOD: ['objection.decide'], OUTCOME: ['MET', 'BREACHED'] },
};

it('A23.5 what is drawn of other tables fits into its wholes too: withheld where they are, and no more than all entries where those are told', () => {
  const names = (margin: string): string[] => {
    const [table = '', keys = ''] = margin.includes(':') ? margin.split(':') : ['ENTRIES', margin];
    const values = DOMAIN[table as keyof Domain] as Readonly<Record<string, readonly string[]>>;
    return keys
      .split('+')
      .filter((key) => key !== '')
      .reduce<string[][]>(
        (heads, key) => heads.flatMap((head) => (values[key] ?? []).map((one) => [...head, one])),
        [[]],
      )
      .map(nameOf);
  };
  /** Which groupings contain which, and at which places of the finer one's values theirs stand. */
  const inTable: readonly (readonly [part: string, whole: string, places: readonly number[], strict: boolean])[] = [
    ['PENALTIES:REGION', 'PENALTIES:', [], true],
    ['PENALTIES:REGION+MONTH+INDUSTRY', 'PENALTIES:REGION', [0], true],
    ['PENALTIES:REGION+MONTH+INDUSTRY', 'PENALTIES:MONTH', [1], true],
    ['PENALTIES:REGION+MONTH+INDUSTRY', 'PENALTIES:INDUSTRY', [2], true],
    ['PENALTIES:REGION+MONTH+INDUSTRY', 'REGION+MONTH', [0, 1], false],
    ['PENALTIES:MONTH', 'MONTH', [0], false],
    ['LISTED:GROUND', 'LISTED:', [], true],
    ['LISTED:', '', [], false],
    ['DISCLOSURES:RECIPIENT+PURPOSE', 'DISCLOSURES:RECIPIENT', [0], true],
    ['DISCLOSURES:MONTH+RECIPIENT+PURPOSE', 'DISCLOSURES:RECIPIENT+PURPOSE', [1, 2], true],
    ['PERIODS:MONTH+PERIOD+OUTCOME', 'PERIODS:PERIOD+OUTCOME', [1, 2], true],
  ];
  const margins = Object.keys(SCALES);
  let judged = 0;
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.nat({ max: 9_000 }), { minLength: 40, maxLength: 40 }), (seed, sizes) => {
      const draw = seeded(seed);
      const cells: Cells = new Map(
        margins.map((margin) => [margin, new Map(names(margin).map((name) => [name, sizes[draw(40)] ?? 0]))]),
      );
      const figures = new Map<string, number>(
        told(cells, ITEMS).map((figure) => [`${figure.margin} ${figure.key}`, figure.count]),
      );
      for (const [part, whole, places, strict] of inTable) {
        const sums = new Map<string, number>();
        for (const name of names(part)) {
          const figure = figures.get(`${part} ${name}`);
          const values = name.split('|');
          const of = `${whole} ${nameOf(places.map((place) => values[place] ?? ''))}`;
          if (figure !== undefined) sums.set(of, (sums.get(of) ?? 0) + figure);
        }
        for (const [of, sum] of sums) {
          const limit = figures.get(of);
          if (strict) expect([of, limit]).toEqual([of, expect.any(Number)]);
          if (limit !== undefined) expect(sum).toBeLessThanOrEqual(limit);
          judged += 1;
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(judged).toBeGreaterThan(300);
});
