/** The statistics as an analyst asks for them, over the sample province: few figures, each with its width, and everything else suppressed. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { releaseStatistics } from '../../subgraphs/statistics/statistics.ts';
import { ANALYST, onDatabaseOfStep, openWorld, TODAY, type World } from '../kit.ts';
import { entriesOf, GROUPINGS, groupsOf, type Key, nameOf } from './statistics-census.ts';
import { SCALES, WIDTHS } from './statistics-scales.ts';
import { still } from './statistics-sources.ts';

const ASK = `query Statistics($groupBy: [StatisticsKey!]!, $filter: StatisticsFilter) {
  statistics(groupBy: $groupBy, filter: $filter) { asOf threshold roundedTo rows { keys count error suppressed }
    privacy { unit greatestContribution mechanism epsilonOfRelease year epsilonOfYear spent left nextRelease
      noiseScale noiseError confidence toldFrom } } }`;

interface Row {
  readonly keys: readonly string[];
  readonly count: number | null;
  readonly error: number | null;
  readonly suppressed: boolean;
}

interface Answer {
  readonly asOf: string;
  readonly threshold: number;
  readonly roundedTo: number;
  readonly privacy: object;
  readonly rows: readonly Row[];
}

const FILTERS = {
  REGION: 'region',
  ITEM: 'item',
  NATURE: 'nature',
  MONTH: 'month',
  INDUSTRY: 'industry',
  DESIGNATING_UNIT: 'designatingUnit',
  UNIT_KIND: 'unitKind',
} as const;

/** By keys of a grouping: scale of the noise, half of its 95 of 100, the least that is told. Reckoned apart. */
const widthOf = (keys: readonly Key[]): readonly [number, number, number] => {
  const scale = SCALES[keys.join('+')] ?? Number.NaN;
  return [scale, ...(WIDTHS[scale] ?? [Number.NaN, Number.NaN])];
};

onDatabaseOfStep('the statistics', (kind) => {
  let world: World;
  const answers = new Map<readonly Key[], Answer>();
  const asked = new Map<string, Map<string, Row>>();

  const told = async (groupBy: readonly Key[], filter?: object): Promise<Answer> => {
    const { data, errors } = await world.ask(ANALYST, ASK, { groupBy, filter });
    expect(errors).toBeUndefined();
    return data.statistics;
  };
  const rowsOf = async (groupBy: readonly Key[], filter?: object) => (await told(groupBy, filter)).rows;
  const byName = (rows: readonly Row[]) => new Map(rows.map((row) => [nameOf(row.keys), row]));

  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    for (const keys of GROUPINGS) answers.set(keys, await told(keys));
    for (const [keys, { rows }] of answers) asked.set(keys.join('+'), byName(rows));
  });
  afterAll(() => world.close());

  it('A23.5 lists every group of a grouping, whether anybody is in it or not', async () => {
    const entries = await entriesOf(world, TODAY);
    for (const keys of GROUPINGS)
      expect([...groupsOf(entries, keys).keys()].filter((name) => !asked.get(keys.join('+'))?.has(name))).toEqual([]);
    const of = (keys: string) => [...(asked.get(keys)?.keys() ?? [])];
    expect(of('NATURE')).toEqual(['TRUSTWORTHY', 'UNTRUSTWORTHY', 'NEUTRAL']);
    expect(of('INDUSTRY').join('')).toBe('ABCDEFGHIJKLMNOPQRST-');
    // From the Regulations (Article 55) to the day, and what was before: 4 years and 5 months.
    expect(of('MONTH')).toHaveLength(54);
    expect(of('MONTH').at(-1)).toBe('2026-11');
    expect(of('REGION')).toHaveLength(49);
    expect(of('REGION+NATURE')).toHaveLength(49 * 3);
  });

  it('A17.1 A23.5 says what privacy it gives, what the year has left, and how wide the error of every figure is', () => {
    for (const [keys, { privacy, asOf, threshold, roundedTo, rows }] of answers) {
      const [noiseScale, noiseError, toldFrom] = widthOf(keys);
      expect([asOf, threshold, roundedTo]).toEqual([TODAY, 10, 5]);
      expect(privacy).toEqual({
        unit: 'one credit subject with everything held about it',
        greatestContribution: 3,
        mechanism: expect.stringContaining('ε-differential privacy'),
        epsilonOfRelease: 1,
        year: 2026,
        epsilonOfYear: 4,
        spent: 1,
        left: 3,
        nextRelease: '2027-01-01',
        noiseScale,
        noiseError,
        confidence: 0.95,
        toldFrom,
      });
      for (const { count, error, suppressed } of rows) {
        expect([count === null, error === null]).toEqual([suppressed, suppressed]);
        if (count === null) continue;
        expect([count % 5, count >= toldFrom, (error ?? 0) >= noiseError]).toEqual([0, true, true]);
      }
    }
  });

  it('A23.5 adversarial 62: of the few hundred subjects of the sample hardly anything is told, and no small group', () => {
    const all = [...asked].flatMap(([keys, rows]) => [...rows.values()].map((row) => ({ keys, row })));
    expect(all.length).toBeGreaterThan(13_000);
    const shown = all.filter(({ row }) => !row.suppressed).map(({ keys }) => keys);
    // The 560 of the province are told but for a chance of one in ten thousand; of two keys nothing reaches what is told.
    expect(shown).toContain('');
    expect(shown.length).toBeLessThan(10);
    expect(shown.filter((keys) => keys.includes('+'))).toEqual([]);
  });

  it('A23.5 adversarial 62: asked again, in another order or as a filter, a group has the same figure', async () => {
    const groupings = fc.constantFrom(...GROUPINGS);
    await fc.assert(
      fc.asyncProperty(groupings, fc.nat(), fc.boolean(), async (keys, at, both) => {
        const known = asked.get(keys.join('+')) ?? new Map<string, Row>();
        expect(await rowsOf(keys)).toEqual([...known.values()]);
        const turned = await rowsOf([...keys].reverse());
        for (const row of turned) expect(row.count).toBe(known.get(nameOf([...row.keys].reverse()))?.count);
        if (keys.length === 0) return;
        const rows = [...known.values()];
        // One that is told, where there is one: most are not.
        const row = at % 2 === 0 ? (rows.find(({ count }) => count !== null) ?? rows[0]) : rows[at % rows.length];
        const by = both ? keys : keys.slice(-1);
        const filter = Object.fromEntries(by.map((key) => [FILTERS[key], row?.keys[keys.indexOf(key)]]));
        const groupBy = keys.filter((key) => !by.includes(key));
        const found = (await rowsOf(groupBy, filter)).find(
          (one) => nameOf(one.keys) === nameOf(groupBy.map((key) => row?.keys[keys.indexOf(key)] ?? '')),
        );
        expect({ ...found, keys: row?.keys }).toEqual(row);
        // A key that is asked for and filtered at once stays in the answer.
        expect(await rowsOf(keys, filter)).toContainEqual(row);
      }),
      { numRuns: 15 },
    );
  });

  it('A23.5 without noise the figures would be those of the census: nothing else is put in between', async () => {
    const day = '2027-01-04';
    world.setNow(`${day}T10:00:00+08:00`);
    const { platform, requestAs } = world.server;
    expect(await releaseStatistics(requestAs, platform.now, still())).toMatchObject({ state: 'RELEASED' });
    const entries = await entriesOf(world, day);
    for (const keys of GROUPINGS) {
      const [, , least] = widthOf(keys);
      const truth = groupsOf(entries, keys);
      const figures = [...byName(await rowsOf(keys))].flatMap(([name, { count }]) =>
        count === null ? [] : [[name, count]],
      );
      const expected = [...truth].flatMap(([name, group]) =>
        group.entries < least ? [] : [[name, 5 * Math.round(group.entries / 5)]],
      );
      expect([keys, figures]).toEqual([keys, expected]);
    }
    // Of the year that has begun one release is spent.
    expect((await told([])).privacy).toMatchObject({ year: 2027, spent: 1, left: 3, nextRelease: '2027-04-01' });
  });
});
