/** What a release tells, by itself: over worlds that chance makes, with noise that the tests choose. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Nature } from '../../schema/law/facts.ts';
import type { Counted, Decided, Draw } from '../../subgraphs/statistics/disclosure-control.ts';
import { publishedCount, release } from '../../subgraphs/statistics/disclosure-control.ts';
import { standardErrors } from './statistics-attack.ts';

/** A subject of a small world, in one region and of one industry, with entries of some items. */
interface Someone {
  readonly region: string;
  readonly industry: string;
  readonly items: readonly string[];
}

const NATURES = new Map<string, Nature>([
  ['P', 'UNTRUSTWORTHY'],
  ['Q', 'UNTRUSTWORTHY'],
  ['R', 'NEUTRAL'],
]);

const someone: fc.Arbitrary<Someone> = fc.record({
  region: fc.constantFrom('23', '23', '23', '11'),
  industry: fc.constantFrom('C', 'F', '-'),
  items: fc.subarray(['P', 'Q', 'R'], { minLength: 1 }),
});
/** Around the threshold and well above it: chance alone would mostly make worlds of nobody. */
const population = fc.array(someone, { minLength: 10, maxLength: 150, size: 'max' });

const MARGINS: readonly (readonly ('REGION' | 'ITEM' | 'INDUSTRY')[])[] = [
  [],
  ['REGION'],
  ['ITEM'],
  ['INDUSTRY'],
  ['REGION', 'ITEM'],
  ['REGION', 'INDUSTRY'],
  ['ITEM', 'INDUSTRY'],
];

function census(people: readonly Someone[]): Counted[] {
  const entries = people.flatMap(({ region, industry, items }, subject) =>
    items.map((item) => ({ subject, REGION: region, ITEM: item, INDUSTRY: industry })),
  );
  return MARGINS.flatMap((keys) =>
    [...Map.groupBy(entries, (entry) => keys.map((key) => entry[key]).join('|'))].map(([key, inside]) => ({
      margin: keys.join('+'),
      key,
      subjects: new Set(inside.map(({ subject }) => subject)).size,
      entries: inside.length,
    })),
  );
}

/** Chance that can be repeated: a small generator from a seed. */
function chance(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 1) / 2 ** 32;
  };
}

const id = ({ margin, key }: Counted): string => `${margin}/${key}`;

/** Cells as they stand once a release is made. */
function standing(before: readonly Decided[], decided: readonly Decided[]): Decided[] {
  const cells = new Map([...before, ...decided].map((cell) => [id(cell), cell]));
  return [...cells.values()];
}

const figures = (cells: readonly Decided[]): Map<string, number> =>
  new Map(cells.flatMap((cell) => (cell.count === null ? [] : [[id(cell), cell.count]])));

describe('a release', () => {
  it('A23.5 every number can stand behind every figure: no bounds of any kind can be put around a group', () => {
    /** Draws that make this noise: the geometric part is the whole part of minus four times the logarithm. */
    const noise = (z: number): Draw => {
      const parts = [Math.max(0, z), Math.max(0, -z)];
      return () => Math.exp(-((parts.shift() ?? 0) + 0.5) / 4);
    };
    const number = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(
        number,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -60, max: 60 }),
        (entries, z, change) => {
          const other = Math.max(0, entries + change);
          expect(publishedCount(entries, noise(z))).toBe(publishedCount(other, noise(z + entries - other)));
        },
      ),
    );
    expect([13, 12, 3].map((entries) => publishedCount(entries, noise(0)))).toEqual([15, 10, 10]);
    expect(publishedCount(250, noise(7))).toBe(255);
  });

  it('A23.5 one subject that comes or goes between two releases changes no figure but where ten others did', () => {
    fc.assert(
      fc.property(population, someone, fc.nat(), fc.nat(), (people, comer, first, second) => {
        const before = standing([], release(census(people), [], NATURES, chance(first)));
        for (const next of [[...people, comer], people.slice(1)]) {
          const truth = new Map(census(next).map((cell) => [id(cell), cell]));
          const decided = release(census(next), before, NATURES, chance(second));
          const old = new Map(before.map((cell) => [id(cell), cell]));
          for (const cell of decided) {
            const last = old.get(id(cell));
            if (last === undefined) expect(cell.count).toBeNull();
            else {
              const change = Math.abs((truth.get(id(cell))?.subjects ?? 0) - last.subjects);
              const sibling = decided.some((other) => {
                const known = old.get(id(other));
                return known !== undefined && Math.abs(other.subjects - known.subjects) >= 10;
              });
              expect(change >= 10 || sibling).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('A23.5 released again with nothing changed, it decides nothing: repetition draws no second figure', () => {
    fc.assert(
      fc.property(population, fc.nat(), fc.nat(), (people, first, second) => {
        const cells = standing([], release(census(people), [], NATURES, chance(first)));
        const again = release(census(people), cells, NATURES, chance(second));
        expect(figures(standing(cells, again))).toEqual(figures(cells));
        expect(figures(standing([], release(census(people), [], NATURES, chance(first))))).toEqual(figures(cells));
      }),
    );
  });

  it('A23.5 crossing the threshold does not tell where: ten are sometimes told and sometimes not, nine never', () => {
    const ten = Array.from({ length: 10 }, (): Someone => ({ region: '23', industry: 'C', items: ['P'] }));
    const shown = (people: readonly Someone[]): number =>
      Array.from({ length: 400 }, (_none, seed) =>
        figures(release(census(people), [], NATURES, chance(seed * 7_919 + 1))).has('/'),
      ).filter(Boolean).length;
    expect(shown(ten.slice(1))).toBe(0);
    expect(shown([...ten, ...ten.slice(6)])).toBe(400);
    // One step of five: about 80 of 400.
    expect(shown(ten)).toBeGreaterThan(40);
    expect(shown(ten)).toBeLessThan(140);
  });

  it('A23.5 wherever a figure is told, the siblings that are untold are nobody or ten', () => {
    let judged = 0;
    fc.assert(
      fc.property(population, fc.nat(), (people, seed) => {
        const cells = release(census(people), [], NATURES, chance(seed));
        const truth = new Map(census(people).map((cell) => [id(cell), cell.subjects]));
        for (const keys of MARGINS)
          for (const [place, key] of keys.entries())
            for (const merge of key === 'ITEM' ? ['', 'UNTRUSTWORTHY', 'NEUTRAL'] : ['']) {
              const inside = cells
                .filter(({ margin }) => margin === keys.join('+'))
                .map((cell) => ({ cell, values: cell.key.split('|') }))
                .filter(({ values }) => merge === '' || NATURES.get(values[place] ?? '') === merge);
              for (const family of Map.groupBy(inside, ({ values }) => values.toSpliced(place, 1).join('|')).values()) {
                const untold = family.filter(({ cell }) => cell.count === null);
                if (untold.length === family.length) continue;
                judged += 1;
                const left = untold.reduce((sum, { cell }) => sum + (truth.get(id(cell)) ?? 0), 0);
                expect(left === 0 || left >= 10).toBe(true);
              }
            }
      }),
    );
    expect(judged).toBeGreaterThan(200);
  });

  it('A23.5 items of one nature protect each other, because together they make up a figure as well', () => {
    const item = (key: string, subjects: number): Counted => ({ margin: 'ITEM', key, subjects, entries: subjects });
    const cells = [item('P', 30), item('Q', 4), item('R', 6), item('S', 6), item('T', 6)];
    const shown = (natures: ReadonlyMap<string, Nature>): string[] => [
      ...figures(release(cells, [], natures, chance(1))).keys(),
    ];
    const neutral = ['R', 'S', 'T'].map((key) => [key, 'NEUTRAL'] as const);
    // Untold beside P: the 4 of its nature in one case, 22 in the other.
    expect(shown(new Map([...NATURES, ...neutral]))).toEqual([]);
    expect(shown(new Map([...NATURES.keys(), 'S', 'T'].map((key) => [key, 'NEUTRAL'])))).toEqual(['ITEM/P']);
  });

  it('A23.5 a sibling that has shrunk since it was told is not enough to hide behind', () => {
    const cell = (key: string, subjects: number): Counted => ({
      margin: 'REGION+ITEM',
      key,
      subjects,
      entries: subjects,
    });
    const before = [cell('23|P', 12), cell('11|P', 30)].map((one) => ({ ...one, step: 14, count: one.subjects }));
    const now = [cell('23|P', 5), cell('11|P', 30), cell('23|Q', 3), cell('23|R', 40)];
    // Of region 23 the 3 of Q need P, whose 5 need R; of item P the 5 of region 23 need region 11.
    const cells = standing(before, release(now, before, NATURES, chance(1)));
    expect(figures(before).size).toBe(2);
    expect([...figures(cells)]).toEqual([]);
  });

  it('A23.5 entries alone move a figure only when ten subjects or more brought them', () => {
    const cell = (subjects: number, entries: number): Counted => ({ margin: '', key: '', subjects, entries });
    const first = standing([], release([cell(50, 100)], [], NATURES, chance(1)));
    // One subject brings at most ten into a cell, so that a hundred are of ten and more.
    expect(release([cell(50, 199)], first, NATURES, chance(2))).toEqual([]);
    const [moved] = release([cell(50, 240)], first, NATURES, chance(2));
    expect([moved?.entries, (moved?.count ?? 0) > 170]).toEqual([240, true]);
  });

  it('A23.5 a group that shrinks is suppressed again, and one that grows is told anew', () => {
    const crowd = (size: number) =>
      Array.from({ length: size }, (): Someone => ({ region: '23', industry: 'C', items: ['P'] }));
    const first = standing([], release(census(crowd(60)), [], NATURES, chance(1)));
    expect(figures(first).size).toBe(MARGINS.length);
    const second = standing(first, release(census(crowd(75)), first, NATURES, chance(2)));
    expect(second.map(({ subjects }) => subjects)).toEqual(first.map(() => 75));
    const third = standing(second, release([], second, NATURES, chance(3)));
    expect(figures(third).size).toBe(0);
    const fourth = standing(third, release(census(crowd(60)), third, NATURES, chance(4)));
    expect(figures(fourth).size).toBe(MARGINS.length);
  });

  it('A23.5 least squares over a whole small world knows no suppressed group to within the threshold', () => {
    let judged = 0;
    fc.assert(
      fc.property(population, fc.nat(), (people, seed) => {
        const boxes = (cell: Counted): ReadonlySet<number> => {
          const keys = cell.margin === '' ? [] : cell.margin.split('+');
          const values = cell.key.split('|');
          const all = ['23', '11'].flatMap((REGION) =>
            ['P', 'Q', 'R'].flatMap((ITEM) => ['C', 'F', '-'].map((INDUSTRY) => ({ REGION, ITEM, INDUSTRY }))),
          );
          const inside = all.flatMap((box, index) =>
            keys.every((key, place) => box[key as 'REGION'] === values[place]) ? [index] : [],
          );
          return new Set(inside);
        };
        const cells = release(census(people), [], NATURES, chance(seed));
        const hidden = cells.filter(({ count }) => count === null).map(boxes);
        const errors = standardErrors(cells.filter(({ count }) => count !== null).map(boxes), hidden, 1_000);
        judged += errors.length;
        expect(3.92 * Math.min(100, ...errors)).toBeGreaterThan(10);
      }),
    );
    expect(judged).toBeGreaterThan(1_000);
  });
});
