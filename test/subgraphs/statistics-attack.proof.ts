/**
 * All releases of a year against an attacker who knows everything but whether one subject is held: what it gains is reckoned exactly, and measured over
 * thousands of years that the code draws: every table, cube and margin together. Numbers of operation give it no evidence, because nothing that is held moves
 * them (`stories/operation-figures.proof.ts`, `fuzz/two-worlds/`). Drawing them takes seconds.
 */
import { describe, expect, it } from 'vitest';
import type { Nature } from '../../schema/law/facts.ts';
import type { Domain } from '../../subgraphs/statistics/domain.ts';
import { type Cells, noisy, told } from '../../subgraphs/statistics/release.ts';
import { advantage, evidence, evidenceOfYear, separation, UNIT } from './statistics-attack.ts';
import { nameOf } from './statistics-census.ts';
import { SCALES } from './statistics-scales.ts';
import { seeded } from './statistics-sources.ts';

const NATURES = new Map<string, Nature>([
  ['P', 'UNTRUSTWORTHY'],
  ['R', 'NEUTRAL'],
  ['S', 'TRUSTWORTHY'],
]);

/** What a subject counts with, by table and key. */
interface Counted {
  readonly table: 'ENTRIES' | 'PENALTIES' | 'LISTED' | 'DISCLOSURES' | 'PERIODS';
  readonly values: Readonly<Record<string, string>>;
}

/** A designation, which is an entry and stands among the listed. */
const listed = (item: string, month: string, unit: string, ground: string): Counted[] => [
  {
    table: 'ENTRIES',
    values: {
      REGION: '2301',
      ITEM: item,
      NATURE: NATURES.get(item) ?? '',
      MONTH: month,
      INDUSTRY: 'C',
      DESIGNATING_UNIT: unit,
      UNIT_KIND: 'PROVIDER',
    },
  },
  { table: 'LISTED', values: { LIST: item, GROUND: ground } },
];
const penalty = (month: string): Counted[] => [
  {
    table: 'ENTRIES',
    values: { REGION: '2301', ITEM: 'P', NATURE: 'UNTRUSTWORTHY', MONTH: month, INDUSTRY: 'C', UNIT_KIND: 'PROVIDER' },
  },
  { table: 'PENALTIES', values: { REGION: '2301', MONTH: month, INDUSTRY: 'C' } },
];
const look = (month: string, purpose: string): Counted => ({
  table: 'DISCLOSURES',
  values: { MONTH: month, RECIPIENT: 'BANK-A', PURPOSE: purpose },
});
const period = (month: string): Counted => ({
  table: 'PERIODS',
  values: { MONTH: month, PERIOD: 'objection.decide', OUTCOME: 'MET' },
});
const BESIDES = [
  ...[look('2026-09', 'LOAN'), look('2026-10', 'LOAN'), look('2026-11', 'WATCH')],
  ...[period('2026-09'), period('2026-10'), period('2026-11')],
];

/** Subjects that cost all that one may, and one that costs little: entries that are different, alike, and one alone; with what was shown and ran beside. */
const SUBJECTS: Readonly<Record<string, readonly Counted[]>> = {
  'three different designations, with disclosures and periods': [
    ...listed('P', '2026-09', 'TAX', 'G'),
    ...listed('R', '2026-10', 'COURT', 'H'),
    ...listed('S', '2026-11', 'WAGE', 'I'),
    ...BESIDES,
  ],
  'three penalties alike, with the same disclosure thrice': [
    ...[penalty('2026-09'), penalty('2026-09'), penalty('2026-09')].flat(),
    ...[look('2026-09', 'LOAN'), look('2026-09', 'LOAN'), look('2026-09', 'LOAN')],
    ...[period('2026-09'), period('2026-09'), period('2026-09')],
  ],
  'one designation alone': listed('P', '2026-09', 'TAX', 'G'),
};

/** Shares of 48 that each of them costs a release, reckoned by hand: an entry 35 and 5, a penalty 28 and 12, six for disclosures and two for periods. */
const SHARES: Readonly<Record<string, number>> = {
  'three different designations, with disclosures and periods': 48,
  'three penalties alike, with the same disclosure thrice': 48,
  'one designation alone': 40 / 3,
};

const keysOf = (margin: string): string[] => (margin.split(':').at(-1) ?? '').split('+').filter((key) => key !== '');
const tableOf = (margin: string): string => (margin.includes(':') ? (margin.split(':')[0] ?? '') : 'ENTRIES');

const domainOf = (counted: readonly Counted[]): Domain => {
  const values = (table: string): Record<string, string[]> => {
    const own = counted.filter((one) => one.table === table);
    const keys = new Set(
      Object.keys(SCALES)
        .filter((margin) => tableOf(margin) === table)
        .flatMap(keysOf),
    );
    return Object.fromEntries([...keys].map((key) => [key, [...new Set(own.flatMap((one) => one.values[key] ?? []))]]));
  };
  return Object.fromEntries(
    ['ENTRIES', 'PENALTIES', 'LISTED', 'DISCLOSURES', 'PERIODS'].map((table) => [table, values(table)]),
  ) as unknown as Domain;
};

/** Every group that the subject would be in. */
const groupsOf = (counted: readonly Counted[]) =>
  Object.entries(SCALES).flatMap(([margin, scale]) => {
    const keys = keysOf(margin);
    const own = counted.filter(({ table, values }) => table === tableOf(margin) && keys.every((key) => key in values));
    return [...Map.groupBy(own, ({ values }) => nameOf(keys.map((key) => values[key] ?? '')))].map(([key, inside]) => ({
      margin,
      key,
      entries: inside.length,
      scale,
    }));
  });

/** Others hold so many in every group, and the subject its own, or nothing. */
const counts = (entries: readonly Counted[], others: number, held: boolean): Cells =>
  new Map(
    [...Map.groupBy(groupsOf(entries), ({ margin }) => margin)].map(([margin, groups]) => [
      margin,
      new Map(groups.map((group) => [group.key, others + (held ? group.entries : 0)])),
    ]),
  );

const RELEASES = 4;
const YEARS = 3_000;

describe.each(Object.entries(SUBJECTS))('all releases of a year, a subject of %s', (name, entries) => {
  const shares = SHARES[name] ?? Number.NaN;
  const groups = groupsOf(entries);
  const held = evidenceOfYear(groups, RELEASES, true);
  const not = evidenceOfYear(groups, RELEASES, false);
  const best = advantage(held, not);

  it('A23.5 A17.1 nothing that can come out is likelier with the subject than without by more than e^ε of the year', () => {
    const most = Math.max(...held.keys());
    // A share is a 48th of ε 1, which weighs 144: all tables together, over four releases.
    expect(most).toBe(shares * (UNIT / 48) * RELEASES);
    expect(Math.min(...held.keys())).toBe(-most);
    // Evidence weighs what it says: e^ε bounds are met with equality, and nowhere exceeded.
    for (const [weight, p] of held) {
      const ratio = Math.exp(weight / UNIT);
      expect(p).toBeLessThanOrEqual((not.get(weight) ?? 0) * ratio * (1 + 1e-6) + 1e-12);
      expect(p).toBeGreaterThanOrEqual((not.get(weight) ?? 0) * ratio * (1 - 1e-6) - 1e-12);
    }
    expect([...held.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    // What ε 4 allows, and what is there.
    expect(best).toBeLessThanOrEqual(Math.tanh((shares / 48) * 2));
    expect(best).toBeGreaterThan(0.02);
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
    expect(Math.max(...with_, ...without)).toBeLessThanOrEqual(UNIT * RELEASES);
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
    const entries = SUBJECTS['three different designations, with disclosures and periods'] ?? [];
    const groups = groupsOf(entries).map((group) => ({ ...group, scale: group.scale / 24 }));
    const [held, not] = [evidenceOfYear(groups, 1, true), evidenceOfYear(groups, 1, false)];
    expect(advantage(held, not)).toBeGreaterThan(0.8);
    expect(separation([3, 3, 4], [0, 1, 2])).toBe(1);
    expect(separation([1, 2, 3], [1, 2, 3])).toBe(0);
  });
});
