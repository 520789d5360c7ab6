/** What a release tells, by itself: over worlds that chance makes, with noise that the tests choose. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATURES, type Nature } from '../../schema/law/facts.ts';
import type { Domain } from '../../subgraphs/statistics/domain.ts';
import { type Cells, noisy, type Told, told } from '../../subgraphs/statistics/release.ts';
import { GROUPINGS, type Key, nameOf } from './statistics-census.ts';
import { seeded, still } from './statistics-sources.ts';

const ITEMS = new Map<string, Nature>([
  ['P', 'UNTRUSTWORTHY'],
  ['Q', 'UNTRUSTWORTHY'],
  ['R', 'NEUTRAL'],
  ['S', 'TRUSTWORTHY'],
]);

const VALUES = {
  REGION: ['2301', '2302', '11'],
  ITEM: [...ITEMS.keys()],
  NATURE: NATURES,
  MONTH: ['2026-10', '2026-11'],
  INDUSTRY: ['C', 'F', '-'],
  DESIGNATING_UNIT: ['COURT', 'TAX'],
  UNIT_KIND: ['PROVIDER', 'DEPARTMENT'],
} as const;
const DOMAIN: Domain = {
  ENTRIES: VALUES,
  PENALTIES: { REGION: ['2301', '2302'], MONTH: VALUES.MONTH, INDUSTRY: VALUES.INDUSTRY },
  LISTED: { LIST: ['A', 'B'], GROUND: ['G', 'H', 'I'] },
  DISCLOSURES: { MONTH: VALUES.MONTH, RECIPIENT: ['BANK-A'], PURPOSE: ['LOAN', 'WATCH'] },
  PERIODS: { MONTH: VALUES.MONTH, PERIOD: ['objection.decide'], OUTCOME: ['MET', 'BREACHED'] },
};

/** Entries that are alike: how many there are, and what they count under. */
interface Heap {
  readonly size: number;
  readonly values: Readonly<Record<Key, string | null>>;
}

const heap: fc.Arbitrary<Heap> = fc
  .record({
    size: fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 1_500 }), fc.nat({ max: 9_000 })),
    region: fc.constantFrom(...VALUES.REGION),
    item: fc.constantFrom(...VALUES.ITEM),
    month: fc.constantFrom(...VALUES.MONTH),
    industry: fc.constantFrom(...VALUES.INDUSTRY),
    unit: fc.constantFrom(null, null, ...VALUES.DESIGNATING_UNIT),
    kind: fc.constantFrom(...VALUES.UNIT_KIND),
  })
  .map(({ size, region, item, month, industry, unit, kind }) => ({
    size,
    values: {
      REGION: region,
      ITEM: item,
      NATURE: ITEMS.get(item) ?? null,
      MONTH: month,
      INDUSTRY: industry,
      DESIGNATING_UNIT: unit,
      UNIT_KIND: kind,
    },
  }));
const heaps = fc.array(heap, { maxLength: 30, size: 'max' });

const inside = (one: Heap, keys: readonly Key[], values: readonly string[]): boolean =>
  keys.every((key, place) => one.values[key] === values[place]);

const census = (all: readonly Heap[]): Cells =>
  new Map(
    GROUPINGS.map((keys) => {
      const counts = new Map<string, number>();
      for (const one of all) {
        const values = keys.map((key) => one.values[key]);
        if (values.includes(null)) continue;
        const name = nameOf(values.map(String));
        counts.set(name, (counts.get(name) ?? 0) + one.size);
      }
      return [keys.join('+'), counts];
    }),
  );

const figuresOf = (all: readonly Heap[], seed: number): Told[] => told(noisy(DOMAIN, census(all), seeded(seed)), ITEMS);
const keysOf = (margin: string): Key[] => (margin === '' ? [] : (margin.split('+') as Key[]));

/** What a group says of a key: its own value, or the nature of its item. */
const under = ({ margin, key }: Told, name: Key): string | undefined => {
  const keys = keysOf(margin);
  const values = key.split('|');
  const own = values[keys.indexOf(name)];
  if (keys.includes(name)) return own;
  return name === 'NATURE' && keys.includes('ITEM') ? ITEMS.get(values[keys.indexOf('ITEM')] ?? '') : undefined;
};

describe('a release', () => {
  it('A23.5 every group of the domain gets noise of its own, whether anybody is in it or not', () => {
    const cells = noisy(DOMAIN, new Map(), seeded(1));
    // 1, 17 and two kinds of unit; of two keys each of the 15 pairs of six keys but item with nature.
    const sizes = [3, 4, 3, 2, 3, 2];
    const pairs = sizes.flatMap((one, index) => sizes.slice(index + 1).map((other) => one * other));
    const entries = 1 + 17 + 2 + pairs.reduce((sum, one) => sum + one, 0) - 4 * 3;
    // Penalties: the whole, each of three keys, all three. Lists; a party with two purposes, in two months; a period with two outcomes, in two months.
    const all = entries + (1 + 2 + 2 + 3 + 12) + (1 + 2 + 3) + (1 + 2 + 4) + (2 + 4);
    const figures = [...cells.values()].flatMap((groups) => [...groups.values()]);
    expect(figures).toHaveLength(all);
    // An eightieth and less of the noise is zero.
    expect(figures.filter((figure) => figure !== 0).length).toBeGreaterThan(all - 10);
    expect(new Set(figures).size).toBeGreaterThan(all / 2);
  });

  it('A23.5 counts outside the published lists are left out, so that no name of a group tells of anybody', () => {
    const cells = noisy(DOMAIN, new Map([['REGION', new Map([['9999', 50_000]])]]), still());
    expect([...(cells.get('REGION') ?? [])]).toEqual([
      ['2301', 0],
      ['2302', 0],
      ['11', 0],
    ]);
  });

  it('A23.5 parts never exceed their whole, in every grouping, alone and together', () => {
    let judged = 0;
    fc.assert(
      fc.property(heaps, fc.nat(), (all, seed) => {
        const figures = figuresOf(all, seed);
        const sums = new Map<string, number>();
        for (const part of figures)
          for (const keys of GROUPINGS) {
            const own = keysOf(part.margin);
            if (keys.join('+') === part.margin || keys.length > own.length) continue;
            const values = keys.map((key) => under(part, key));
            if (values.includes(undefined)) continue;
            const whole = figures.find(
              ({ margin, key }) => margin === keys.join('+') && key === nameOf(values.map(String)),
            );
            // Where a part is told, every whole is; alone and with all its siblings it is no more.
            expect(whole).toBeDefined();
            const family = `${part.margin} of ${whole?.margin} ${whole?.key}`;
            sums.set(family, (sums.get(family) ?? 0) + part.count);
            expect(sums.get(family)).toBeLessThanOrEqual(whole?.count ?? 0);
            judged += 1;
          }
      }),
      { numRuns: 150 },
    );
    expect(judged).toBeGreaterThan(5_000);
  });

  it('A23.5 without noise a figure is the true one, rounded; where every part is told nothing is moved', () => {
    const one = (size: number, item: string, region: string): Heap => ({
      size,
      values: {
        REGION: region,
        ITEM: item,
        NATURE: ITEMS.get(item) ?? null,
        MONTH: '2026-11',
        INDUSTRY: 'C',
        DESIGNATING_UNIT: null,
        UNIT_KIND: 'PROVIDER',
      },
    });
    const all = [one(4_000, 'P', '2301'), one(2_001, 'R', '11'), one(300, 'S', '11')];
    const figures = told(noisy(DOMAIN, census(all), still()), ITEMS);
    const of = (margin: string) =>
      figures.filter((figure) => figure.margin === margin).map(({ key, count, error }) => [key, count, error]);
    expect(of('')).toEqual([['', 6_300, 73]]);
    // 300 are fewer than a nature tells.
    expect(of('NATURE')).toEqual([
      ['UNTRUSTWORTHY', 4_000, 108],
      ['NEUTRAL', 2_000, 109],
    ]);
    expect(of('REGION+ITEM')).toEqual([
      ['2301|P', 4_000, 431],
      ['11|R', 2_000, 432],
    ]);
    expect(of('DESIGNATING_UNIT')).toEqual([]);
  });

  it('A23.5 parts that were drawn too large are lowered alike, and each says by how much it may be wrong', () => {
    const cells: Cells = new Map([
      ['', new Map([['', 3_000]])],
      [
        'REGION',
        new Map([
          ['2301', 2_000],
          ['2302', 1_400],
          ['11', 1_000],
        ]),
      ],
    ]);
    // 1400 too many: of the 1000, 470 would have to go, and 530 is less than a region tells. Of the other two, 200 each.
    expect(told(cells, ITEMS)).toEqual([
      { margin: '', key: '', count: 3_000, error: 72 },
      { margin: 'REGION', key: '2301', count: 1_800, error: 216 + 200 },
      { margin: 'REGION', key: '2302', count: 1_200, error: 216 + 200 },
    ]);
  });

  it('A23.5 the truth lies within the error in 95 of 100 groups, after rounding and fitting too', () => {
    const sure = fc.sample(fc.array(heap, { minLength: 12, maxLength: 12 }), { numRuns: 40, seed: 7 });
    let groups = 0;
    let missed = 0;
    for (const [seed, all] of sure.entries()) {
      const truth = census(all);
      const drawn = noisy(DOMAIN, truth, seeded(seed + 100));
      const figures = told(drawn, ITEMS);
      for (const { margin, key, count, error } of figures)
        if (Math.abs(count - (truth.get(margin)?.get(key) ?? 0)) > error) missed += 1;
      groups += figures.length;
    }
    expect(groups).toBeGreaterThan(1_500);
    // Five in a hundred, and four standard deviations of so many.
    expect(missed / groups).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / groups));
    expect(missed / groups).toBeGreaterThan(0.01);
  });

  it('A23.5 adversarial 62: a group of nine is told in no release of thousands', () => {
    const nine: Heap = {
      size: 27,
      values: {
        REGION: '2301',
        ITEM: 'P',
        NATURE: 'UNTRUSTWORTHY',
        MONTH: '2026-11',
        INDUSTRY: 'C',
        DESIGNATING_UNIT: 'TAX',
        UNIT_KIND: 'PROVIDER',
      },
    };
    const around = fc.sample(heaps, { numRuns: 1, seed: 3 })[0] ?? [];
    const rest = around.filter((one) => !inside(one, ['REGION'], ['2301']));
    for (let seed = 0; seed < 400; seed += 1) {
      const small = figuresOf([...rest, nine], seed).filter((figure) => under(figure, 'REGION') === '2301');
      expect(small).toEqual([]);
    }
  });
});
