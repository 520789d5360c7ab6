import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANALYST, onDatabaseOfStep, openWorld, TODAY, type World } from '../kit.ts';
import { plausible, restOf, standardErrors } from './statistics-attack.ts';
import { type Entry, entriesOf, GROUPINGS, type Group, groupsOf, type Key, nameOf } from './statistics-census.ts';

const ASK = `query Statistics($groupBy: [StatisticsKey!]!, $filter: StatisticsFilter) {
  statistics(groupBy: $groupBy, filter: $filter) { threshold rows { keys count suppressed } } }`;

interface Row {
  readonly keys: readonly string[];
  readonly count: number | null;
  readonly suppressed: boolean;
}

const FILTERS = {
  REGION: 'region',
  ITEM: 'item',
  NATURE: 'nature',
  MONTH: 'month',
  INDUSTRY: 'industry',
  DESIGNATING_UNIT: 'designatingUnit',
} as const;

describe('the attacker', () => {
  it('A23.5 finds what it should: without noise it would know a group, with it a large one is near', () => {
    const sizes = restOf(300, [200]);
    const likely = sizes.indexOf(Math.max(...sizes));
    expect(Math.abs(likely - 100)).toBeLessThan(3);
    expect(sizes.slice(75, 126).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0.95);
    const [whole] = standardErrors([new Set([0, 1]), new Set([0])], [new Set([1])], 1_000);
    // Two figures, each with a variance of a little less than 34.
    expect(whole).toBeCloseTo(Math.sqrt(2 * 33.9), 0);
  });
});

onDatabaseOfStep('the statistics', (kind) => {
  let world: World;
  let entries: Entry[];
  /** Every published grouping: its rows by name, and the truth by name. */
  const asked = new Map<readonly Key[], { readonly rows: Map<string, Row>; readonly truth: Map<string, Group> }>();

  const rowsOf = async (groupBy: readonly Key[], filter?: object): Promise<Row[]> => {
    const { data, errors } = await world.ask(ANALYST, ASK, { groupBy, filter });
    expect(errors).toBeUndefined();
    expect(data.statistics.threshold).toBe(10);
    return data.statistics.rows;
  };

  beforeAll(async () => {
    world = await openWorld(kind);
    entries = await entriesOf(world, TODAY);
    for (const keys of GROUPINGS)
      asked.set(keys, {
        rows: new Map((await rowsOf(keys)).map((row) => [nameOf(row.keys), row])),
        truth: groupsOf(entries, keys),
      });
  });
  afterAll(() => world.close());

  const cells = () =>
    [...asked].flatMap(([keys, { rows, truth }]) =>
      [...rows].map(([name, row]) => ({ keys, name, row, group: truth.get(name) })),
    );

  it('A23.5 adversarial 62: tells groups of at least ten subjects near the truth, and no smaller one', () => {
    expect(entries.length).toBeGreaterThan(700);
    const told = cells().filter(({ row }) => !row.suppressed);
    const small = cells().filter(({ group }) => group === undefined || group.subjects < 10);
    expect(told.length).toBeGreaterThan(100);
    expect(small.length).toBeGreaterThan(1_000);
    expect(small.filter(({ row }) => row.count !== null || !row.suppressed)).toEqual([]);
    expect(told.filter(({ row }) => row.count === null || row.count % 5 !== 0 || row.count < 10)).toEqual([]);
    // The noise is four on average; of a hundred draws and more it cannot be far from that.
    const off = told.reduce((sum, { row, group }) => sum + Math.abs((row.count ?? 0) - (group?.entries ?? 0)), 0);
    expect(off / told.length).toBeGreaterThan(2);
    expect(off / told.length).toBeLessThan(7);
  });

  it('A23.5 lists every group of a grouping, whether anybody is in it or not', () => {
    for (const { rows, truth } of asked.values())
      expect([...truth.keys()].filter((name) => !rows.has(name))).toEqual([]);
    const of = (...keys: Key[]) => [
      ...(asked.get(GROUPINGS.find((one) => String(one) === String(keys)) ?? [])?.rows.keys() ?? []),
    ];
    expect(of('NATURE')).toEqual(['TRUSTWORTHY', 'UNTRUSTWORTHY', 'NEUTRAL']);
    expect(of('INDUSTRY').join('')).toBe('ABCDEFGHIJKLMNOPQRST-');
    // From the Regulations (Article 55) to the day, and what was before: 4 years and 5 months.
    expect(of('MONTH')).toHaveLength(54);
    expect(of('MONTH').at(-1)).toBe('2026-11');
    expect(of('REGION')).toHaveLength(49);
    expect(of('REGION', 'NATURE')).toHaveLength(49 * 3);
  });

  it('A23.5 adversarial 62: what is suppressed beside siblings that are told is nobody or ten as well: a complement is no smaller', () => {
    for (const [keys, { rows, truth }] of asked)
      for (const key of keys) {
        const place = keys.indexOf(key);
        const families = Map.groupBy([...truth], ([name]) =>
          nameOf(name.split('|').filter((_value, index) => index !== place)),
        );
        for (const [family, siblings] of families) {
          const untold = siblings.filter(([name]) => rows.get(name)?.suppressed !== false);
          if (untold.length === siblings.length) continue;
          const left = untold.reduce((sum, [, group]) => sum + group.subjects, 0);
          expect([keys, family, left === 0 || left >= 10]).toEqual([keys, family, true]);
        }
      }
    // Items of one nature make up the nature.
    const items = asked.get(GROUPINGS.find((one) => String(one) === 'ITEM') ?? []);
    for (const nature of ['TRUSTWORTHY', 'UNTRUSTWORTHY', 'NEUTRAL']) {
      const untold = [...(items?.truth ?? [])].filter(
        ([name, { members }]) => items?.rows.get(name)?.suppressed !== false && [...members][0]?.NATURE === nature,
      );
      expect(untold.reduce((sum, [, group]) => sum + group.subjects, 0)).toBeGreaterThanOrEqual(10);
    }
  });

  it('A23.5 adversarial 62: asked again, in another order or as a filter, a group has the same figure', async () => {
    const grouping = fc.constantFrom(...GROUPINGS);
    await fc.assert(
      fc.asyncProperty(grouping, fc.nat(), fc.boolean(), async (keys, at, both) => {
        const known = asked.get(keys)?.rows ?? new Map<string, Row>();
        expect(new Set((await rowsOf(keys)).map((row) => JSON.stringify(row)))).toEqual(
          new Set([...known.values()].map((row) => JSON.stringify(row))),
        );
        const turned = await rowsOf([...keys].reverse());
        for (const row of turned) expect(row.count).toBe(known.get(nameOf([...row.keys].reverse()))?.count);
        if (keys.length === 0) return;
        const told = [...known.values()];
        const row = told[at % told.length];
        const by = both ? keys : keys.slice(-1);
        const filter = Object.fromEntries(by.map((key) => [FILTERS[key], row?.keys[keys.indexOf(key)]]));
        const groupBy = keys.filter((key) => !by.includes(key));
        const found = (await rowsOf(groupBy, filter)).find(
          (one) => nameOf(one.keys) === nameOf(groupBy.map((key) => row?.keys[keys.indexOf(key)] ?? '')),
        );
        expect([found?.count, found?.suppressed]).toEqual([row?.count, row?.suppressed]);
        // A key that is asked for and filtered at once stays in the answer.
        expect(await rowsOf(keys, filter)).toContainEqual(row);
      }),
      { numRuns: 15 },
    );
  });

  it('A23.5 adversarial 62: no pair and no triple of answers tells the size of a group below the threshold', () => {
    const told = cells().filter(({ row }) => !row.suppressed);
    const inside = (part: Group | undefined, whole: Group | undefined): boolean =>
      part !== undefined &&
      whole !== undefined &&
      part !== whole &&
      [...part.members].every((entry) => whole.members.has(entry));
    const size = (members: readonly Entry[]): number => new Set(members.map(({ subject }) => subject)).size;
    let judged = 0;
    const judge = (whole: (typeof told)[number], parts: readonly (typeof told)[number][]): void => {
      const rest = [...(whole.group?.members ?? [])].filter(
        (entry) => !parts.some(({ group }) => group?.members.has(entry)),
      );
      if (size(rest) >= 10) return;
      judged += 1;
      const sizes = restOf(
        whole.row.count ?? 0,
        parts.map(({ row }) => row.count ?? 0),
      );
      const what = `${whole.keys} ${whole.name} less ${parts.map(({ keys, name }) => `${keys} ${name}`).join(' and ')}`;
      expect([what, Math.max(...sizes) < 0.5, plausible(sizes) >= 10]).toEqual([what, true, true]);
    };
    const nested = new Map(told.map((whole) => [whole, told.filter((part) => inside(part.group, whole.group))]));
    for (const [whole, parts] of nested) for (const part of parts) judge(whole, [part]);
    const pairs = judged;
    expect(pairs).toBeGreaterThan(20);
    const wholes = [...nested].filter(([, parts]) => parts.length > 1);
    fc.assert(
      fc.property(fc.constantFrom(...wholes), fc.nat(), fc.nat(), ([whole, parts], first, second) => {
        const one = parts[first % parts.length];
        const apart = parts.filter((other) =>
          [...(one?.group?.members ?? [])].every((entry) => other.group?.members.has(entry) === false),
        );
        const other = apart[second % Math.max(1, apart.length)];
        if (one !== undefined && other !== undefined) judge(whole, [one, other]);
      }),
      { numRuns: 2_000 },
    );
    expect(judged).toBeGreaterThan(pairs);
  });

  it('A23.5 least squares over everything that is told knows no suppressed group to within the threshold', () => {
    const boxes = new Map<string, number>();
    const boxOf = (entry: Entry): number => {
      const name = JSON.stringify({ ...entry, subject: '' });
      if (!boxes.has(name)) boxes.set(name, boxes.size);
      return boxes.get(name) ?? 0;
    };
    const sum = (group: Group): ReadonlySet<number> => new Set([...group.members].map(boxOf));
    const held = cells().flatMap(({ row, group }) => (group === undefined ? [] : [{ row, group }]));
    const told = held.filter(({ row }) => !row.suppressed).map(({ group }) => sum(group));
    const hidden = held.filter(({ row }) => row.suppressed).map(({ group }) => sum(group));
    const errors = standardErrors(told, hidden, 1_000);
    // An interval that holds the truth with 95 of 100 is 3.92 standard errors wide.
    expect(hidden.length).toBeGreaterThan(500);
    expect(3.92 * Math.min(...errors)).toBeGreaterThan(10);
    // The same attacker does know what is told: the bound is one of the data, not of the method.
    expect(Math.min(...standardErrors(told, told, 1_000))).toBeLessThan(6);
  });
});
