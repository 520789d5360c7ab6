/**
 * All releases of a year against an attacker who knows everything but whether one subject is held: what it gains is reckoned exactly, and measured over
 * thousands of years that the code draws. Drawing them takes seconds.
 */
import { describe, expect, it } from 'vitest';
import type { Nature } from '../../schema/law/facts.ts';
import type { Domain } from '../../subgraphs/statistics/domain.ts';
import { type Cells, noisy, told } from '../../subgraphs/statistics/release.ts';
import { advantage, evidence, evidenceOfYear, scaleOf, separation } from './statistics-attack.ts';
import { GROUPINGS, type Key, nameOf } from './statistics-census.ts';
import { seeded } from './statistics-sources.ts';

type Entry = Readonly<Record<Key, string>>;

const NATURES = new Map<string, Nature>([
  ['P', 'UNTRUSTWORTHY'],
  ['R', 'NEUTRAL'],
  ['S', 'TRUSTWORTHY'],
]);

const entry = (item: string, month: string, unit: string): Entry => ({
  REGION: '2301',
  ITEM: item,
  NATURE: NATURES.get(item) ?? '',
  MONTH: month,
  INDUSTRY: 'C',
  DESIGNATING_UNIT: unit,
});

/** Three entries of one subject: as different as they can be, as alike as they can be, and one alone. */
const SUBJECTS: Readonly<Record<string, readonly Entry[]>> = {
  'three different': [entry('P', '2026-09', 'TAX'), entry('R', '2026-10', 'COURT'), entry('S', '2026-11', 'WAGE')],
  'three alike': [entry('P', '2026-09', 'TAX'), entry('P', '2026-09', 'TAX'), entry('P', '2026-09', 'TAX')],
  'one alone': [entry('P', '2026-09', 'TAX')],
};

const domainOf = (entries: readonly Entry[]): Domain => {
  const values = (key: Key) => [...new Set(entries.map((one) => one[key]))];
  return {
    REGION: values('REGION'),
    ITEM: values('ITEM'),
    NATURE: values('NATURE') as Nature[],
    MONTH: values('MONTH'),
    INDUSTRY: values('INDUSTRY'),
    DESIGNATING_UNIT: values('DESIGNATING_UNIT'),
  };
};

/** Every group that the subject would be in. */
const groupsOf = (entries: readonly Entry[]) =>
  GROUPINGS.flatMap((keys) =>
    [...Map.groupBy(entries, (one) => nameOf(keys.map((key) => one[key])))].map(([key, own]) => ({
      margin: keys.join('+'),
      key,
      entries: own.length,
      scale: scaleOf(keys),
    })),
  );

/** Others hold so many in every group, and the subject its own, or nothing. */
const counts = (entries: readonly Entry[], others: number, held: boolean): Cells =>
  new Map(
    [...Map.groupBy(groupsOf(entries), ({ margin }) => margin)].map(([margin, groups]) => [
      margin,
      new Map(groups.map((group) => [group.key, others + (held ? group.entries : 0)])),
    ]),
  );

const RELEASES = 4;
const YEARS = 3_000;

describe.each(Object.entries(SUBJECTS))('all releases of a year, a subject of %s', (_name, entries) => {
  const groups = groupsOf(entries);
  const held = evidenceOfYear(groups, RELEASES, true);
  const not = evidenceOfYear(groups, RELEASES, false);
  const best = advantage(held, not);

  it('A23.5 A17.1 nothing that can come out is likelier with the subject than without by more than e^ε of the year', () => {
    const most = Math.max(...held.keys());
    // An entry costs at most a third of ε 1 a release: 96 ninety-sixths of four releases for three.
    expect(most).toBe((entries.length / 3) * 96 * RELEASES);
    expect(Math.min(...held.keys())).toBe(-most);
    // Evidence weighs what it says: e^ε bounds are met with equality, and nowhere exceeded.
    for (const [weight, p] of held) {
      const ratio = Math.exp(weight / 96);
      expect(p).toBeLessThanOrEqual((not.get(weight) ?? 0) * ratio * (1 + 1e-6) + 1e-12);
      expect(p).toBeGreaterThanOrEqual((not.get(weight) ?? 0) * ratio * (1 - 1e-6) - 1e-12);
    }
    expect([...held.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    // What ε 4 allows, and what is there.
    expect(best).toBeLessThanOrEqual(Math.tanh((entries.length / 3) * 2));
    expect(best).toBeGreaterThan(0.03);
  });

  it('A23.5 adversarial 62: who sees every noisy figure guesses in drawn years no better than that', () => {
    const domain = domainOf(entries);
    const years = (isHeld: boolean, seed: number): number[] => {
      const source = seeded(seed);
      const truth = counts(entries, 50, isHeld);
      return Array.from({ length: YEARS }, () => {
        let weight = 0;
        for (let release = 0; release < RELEASES; release += 1) {
          const cells = noisy(domain, truth, source);
          for (const group of groups)
            weight += evidence((cells.get(group.margin)?.get(group.key) ?? 0) - 50, group.entries, group.scale);
        }
        return weight;
      });
    };
    const [with_, without] = [years(true, 11), years(false, 12)];
    const says = (weights: readonly number[]) => weights.filter((weight) => weight > 0).length / YEARS;
    const noiseOfMeasure = Math.sqrt(0.5 / YEARS);
    expect(Math.abs(says(with_) - says(without) - best)).toBeLessThan(4 * noiseOfMeasure);
    expect(separation(with_, without)).toBeLessThan(best + 4 * noiseOfMeasure);
    expect(Math.max(...with_, ...without)).toBeLessThanOrEqual(96 * RELEASES);
  });

  it('A23.5 adversarial 62: who asks every question of every release guesses no better either, near and above what is told', () => {
    const domain = domainOf(entries);
    const source = seeded(13);
    const some = 700;
    for (const others of [1_250, 5_000]) {
      const years = (isHeld: boolean): number[] => {
        const truth = counts(entries, others, isHeld);
        return Array.from({ length: some }, () => {
          let sum = 0;
          for (let release = 0; release < RELEASES; release += 1)
            for (const { margin, key, count } of told(noisy(domain, truth, source), NATURES)) {
              const group = groups.find((one) => one.margin === margin && one.key === key);
              sum += group === undefined ? 0 : (group.entries * (count - others)) / group.scale ** 2;
            }
          return sum;
        });
      };
      expect(separation(years(true), years(false))).toBeLessThan(best + 4 * Math.sqrt(0.5 / some));
    }
  });
});

describe('the measure', () => {
  it('A23.5 would find a release without noise, and one whose noise is too small', () => {
    const entries = SUBJECTS['three different'] ?? [];
    const groups = groupsOf(entries).map((group) => ({ ...group, scale: group.scale / 24 }));
    const [held, not] = [evidenceOfYear(groups, 1, true), evidenceOfYear(groups, 1, false)];
    expect(advantage(held, not)).toBeGreaterThan(0.8);
    expect(separation([3, 3, 4], [0, 1, 2])).toBe(1);
    expect(separation([1, 2, 3], [1, 2, 3])).toBe(0);
  });
});
