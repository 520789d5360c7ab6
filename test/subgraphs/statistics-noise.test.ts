/** The noise against the distribution that it should have, reckoned apart; and the number for the privacy that follows from it. */
import { describe, expect, it } from 'vitest';
import {
  EPSILON_OF_RELEASE,
  EPSILON_OF_YEAR,
  GREATEST_CONTRIBUTION,
  GROUPINGS,
  marginOf,
  noiseScale,
} from '../../schema/law/statistics/statistics.ts';
import { halfWidth, noise, type Source, toldFrom } from '../../subgraphs/statistics/noise.ts';
import { SCALES, WIDTHS } from './statistics-scales.ts';
import { seeded, still } from './statistics-sources.ts';

/** The discrete Laplace distribution as textbooks have it. */
const probability = (scale: number, x: number): number => Math.tanh(1 / (2 * scale)) * Math.exp(-Math.abs(x) / scale);

/** Probability of at least `from`, summed up. */
const upwards = (scale: number, from: number): number => {
  let sum = 0;
  for (let x = from; x < from + 60 * scale; x += 1) sum += probability(scale, x);
  return sum;
};

class Wanted extends Error {
  readonly below: number;
  constructor(below: number) {
    super();
    this.below = below;
  }
}

/** Follows every way that the draws can go, down to ways of a probability of 10^-5. */
function everyWay(scale: number): { found: Map<number, number>; lost: number } {
  const found = new Map<number, number>();
  let lost = 0;
  const ways: { draws: number[]; weight: number }[] = [{ draws: [], weight: 1 }];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const { draws, weight } = way;
    let at = 0;
    const source: Source = (below) => {
      const drawn = draws[at];
      at += 1;
      if (drawn === undefined) throw new Wanted(below);
      return drawn;
    };
    try {
      const x = noise(scale, source);
      found.set(x, (found.get(x) ?? 0) + weight);
    } catch (wanted) {
      if (!(wanted instanceof Wanted)) throw wanted;
      if (weight < 1e-5) lost += weight;
      else
        for (let drawn = 0; drawn < wanted.below; drawn += 1)
          ways.push({ draws: [...draws, drawn], weight: weight / wanted.below });
    }
  }
  return { found, lost };
}

describe('the noise', () => {
  it.each([1, 2])('A23.5 has exactly its distribution, whichever way the draws go (scale %i)', (scale) => {
    const { found, lost } = everyWay(scale);
    expect(lost).toBeLessThan(0.15);
    // What was not followed to its end may belong to any number, and nothing of it is taken away from one.
    for (const [x, sure] of found) {
      expect(sure).toBeLessThanOrEqual(probability(scale, x) + 1e-12);
      expect(sure + lost).toBeGreaterThanOrEqual(probability(scale, x) - 1e-12);
      expect(found.get(-x)).toBeCloseTo(sure, 12);
    }
    expect([0, 1, 2, 3].every((x) => found.has(x) && found.has(-x))).toBe(true);
  });

  it.each([24, 36, 72, 144])('A23.5 follows it in many draws, by chi-square (scale %i)', (scale) => {
    const source = seeded(scale);
    const draws = 60_000;
    const seen = new Map<number, number>();
    for (let drawn = 0; drawn < draws; drawn += 1) {
      const x = noise(scale, source);
      seen.set(x, (seen.get(x) ?? 0) + 1);
    }
    let square = 0;
    let cells = 0;
    for (let x = -3 * scale; x <= 3 * scale; x += 1) {
      const expected = draws * probability(scale, x);
      square += ((seen.get(x) ?? 0) - expected) ** 2 / expected;
      cells += 1;
    }
    const outside = draws * 2 * upwards(scale, 3 * scale + 1);
    const beyond = [...seen].reduce((sum, [x, times]) => (Math.abs(x) > 3 * scale ? sum + times : sum), 0);
    square += (beyond - outside) ** 2 / outside;
    // Of as many degrees of freedom as there are cells; four standard deviations to either side.
    expect(Math.abs(square - cells)).toBeLessThan(4 * Math.sqrt(2 * cells));
  });

  it('A23.5 is drawn from whole numbers below whole numbers, and takes them from no other source', () => {
    const asked: number[] = [];
    const source = seeded(3);
    noise(24, (below) => {
      asked.push(below);
      return source(below);
    });
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((below) => !Number.isInteger(below) || below < 1)).toEqual([]);
    const drawn = still();
    expect([24, 36, 72, 144].map((scale) => noise(scale, drawn))).toEqual([0, 0, 0, 0]);
  });
});

describe('the number', () => {
  it('A23.5 A17.1 a subject costs a release ε 1 at most, whatever its entries are, and a year ε 4', () => {
    expect(Object.fromEntries(GROUPINGS.map((one) => [marginOf(one.table, one.keys), noiseScale(one)]))).toEqual(
      SCALES,
    );
    // In the shares of the dearest scale: each scale divides 144, so that sums are of whole numbers.
    const cost = (margins: readonly string[]) =>
      margins.reduce((sum, margin) => sum + (GREATEST_CONTRIBUTION * 144) / (SCALES[margin] ?? Number.NaN), 0) / 144;
    const of = (table: RegExp, without = '-') =>
      Object.keys(SCALES).filter((margin) => table.test(margin) && !margin.includes(without));
    const besides = cost(of(/^(DISCLOSURES|PERIODS):/));
    // Three designations, three penalties, three other records, three incentives; and with each three disclosures and three periods.
    const entries = /^[^:]*$/;
    const kinds = [
      cost([...of(entries), ...of(/^LISTED:/)]),
      cost([...of(entries, 'DESIGNATING_UNIT'), ...of(/^PENALTIES:/)]),
      cost(of(entries, 'DESIGNATING_UNIT')),
      cost(of(entries)),
    ].map((own) => own + besides);
    expect(kinds.map((own) => Math.round(own * 48))).toEqual([48, 48, 36, 43]);
    expect(Math.max(...kinds)).toBeCloseTo(1, 12);
    expect([EPSILON_OF_RELEASE, EPSILON_OF_YEAR]).toEqual([1_000, 4_000]);
  });

  it('A23.5 the width of the error is the smallest that holds 95 of 100', () => {
    for (const scale of new Set(GROUPINGS.map(noiseScale))) {
      const half = halfWidth(scale);
      expect(1 - 2 * upwards(scale, half + 1)).toBeGreaterThanOrEqual(0.95 - 1e-9);
      expect(1 - 2 * upwards(scale, half)).toBeLessThan(0.95);
    }
    for (const [scale, [half]] of Object.entries(WIDTHS)) expect(halfWidth(Number(scale))).toBe(half);
  });

  it('A23.5 adversarial 62: a group of nine subjects is told once in a million releases at most', () => {
    for (const scale of new Set(GROUPINGS.map(noiseScale))) {
      const most = 9 * GREATEST_CONTRIBUTION;
      expect(upwards(scale, toldFrom(scale) - most)).toBeLessThanOrEqual(1e-6);
      // And it withholds no more than that asks for: figures go by fives.
      expect(upwards(scale, toldFrom(scale) - 5 - most)).toBeGreaterThan(1e-6);
    }
    for (const [scale, [, told]] of Object.entries(WIDTHS)) expect(toldFrom(Number(scale))).toBe(told);
  });
});
