/**
 * Five plain questions of an analyst, over a province that is large enough to have answers: some ten thousand synthetic companies, which PostgreSQL makes
 * within seconds. Each answer is held against a count of the rows by other means, within the width that it declares.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseStatistics } from '../../subgraphs/statistics/statistics.ts';
import { ANALYST, databases, MARKET_REGULATION, OPERATOR, openWorld, type World } from '../kit.ts';
import { SAMPLE_ITEMS } from '../sample-province.ts';
import { entriesOf } from '../subgraphs/statistics-census.ts';
import { happenedOf, partsOf } from '../subgraphs/statistics-parts.ts';
import { seeded } from '../subgraphs/statistics-sources.ts';
import { LISTED, populate } from './analyst-province.ts';

const RELEASED = '2027-01-04';
const MONTHS = Array.from({ length: 12 }, (_none, index) => `2026-${String(index + 1).padStart(2, '0')}`);

interface Row {
  readonly keys: readonly string[];
  readonly labels: readonly { readonly en: string; readonly zh: string }[];
  readonly count: number;
  readonly error: number;
  readonly of: { readonly count: number | null; readonly error: number | null } | null;
}

describe.runIf(databases().includes('postgresql'))('five questions of an analyst', () => {
  let world: World;
  let truth: ReadonlyMap<string, number>;
  /** What the sample delivered. */
  let delivered: readonly { readonly unit: string; readonly item: string }[];

  const ask = async (query: string, variables: object = {}, holder: typeof ANALYST | typeof OPERATOR = ANALYST) => {
    const { data, errors } = await world.ask(holder, query, { ...variables });
    expect(errors).toBeUndefined();
    return data;
  };
  const told = async (given: string, of = ''): Promise<readonly Row[]> =>
    (
      await ask(
        `{ statistics(${given}, withoutSuppressed: true) { rows { keys labels { en zh } count error of${of} { count error } } } }`,
      )
    ).statistics.rows;
  /** Holds every figure that was told against the count of the rows, and says how many lie outside their width. */
  const judged = (
    margin: string,
    rows: readonly Row[],
    name: (keys: readonly string[]) => string = (keys) => keys.join('|'),
  ) => {
    for (const { keys, count, error } of rows) {
      const is = truth.get(`${margin} ${name(keys)}`) ?? 0;
      // Twice the 95 of 100 holds 99.75: none of these few lies outside.
      expect([margin, keys, Math.abs(count - is) <= 2 * error]).toEqual([margin, keys, true]);
    }
    return rows.filter(
      ({ keys, count, error }) => Math.abs(count - (truth.get(`${margin} ${name(keys)}`) ?? 0)) > error,
    ).length;
  };

  beforeAll(async () => {
    world = await openWorld('postgresql', { environment: { DUE_EVERY_MS: '86400000', RATE_UNIT: '1000000' } });
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    try {
      await populate(owner);
      ({ rows: delivered } = await owner.query('select distinct unit, item from control.submission'));
    } finally {
      await owner.end();
    }
    // One unit delivers each week, and says so where it has nothing; the others have gone silent since the sample.
    for (const day of ['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25', '2026-12-31']) {
      world.setNow(`${day}T10:00:00+08:00`);
      for (const { code } of SAMPLE_ITEMS.filter(
        (item) =>
          item.providingUnit === 'HLJ-AMR' && item.information === 'PUBLIC' && item.recordType !== 'AssessmentRecord',
      )) {
        const { errors } = await world.ask(
          MARKET_REGULATION,
          'mutation ($item: String!) { submitRecords(input: {item: $item, records: []}) { accepted } }',
          { item: code },
        );
        if (errors?.[0]?.extensions.reason !== 'NOT_PROVIDING_UNIT') expect([code, errors]).toEqual([code, undefined]);
      }
    }
    world.setNow(`${RELEASED}T10:00:00+08:00`);
    const { requestAs, platform } = world.server;
    expect(await releaseStatistics(requestAs, platform.now, seeded(5))).toMatchObject({ state: 'RELEASED' });
    const lines = [...partsOf(await entriesOf(world, RELEASED)), ...(await happenedOf(world, RELEASED))];
    truth = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  });
  afterAll(() => world.close());

  it('A22.1 A23.5 penalties by city and month in one industry: each cell with its width, in both languages, as a share of the industry', async () => {
    const rows = await told('table: PENALTIES, groupBy: [REGION, MONTH], filter: {industry: "F"}');
    expect(rows.map(({ keys }) => keys.join(' '))).toEqual([
      ...MONTHS.map((month) => `2301 ${month}`),
      ...MONTHS.map((month) => `2306 ${month}`),
    ]);
    expect(rows[0]?.labels).toEqual([
      { en: 'Harbin', zh: '哈尔滨市' },
      { en: 'January 2026', zh: '2026年1月' },
    ]);
    // Half of the 95 of 100 of a scale of 36, and what rounding and fitting moved.
    expect(rows.every(({ error }) => error >= 108)).toBe(true);
    expect(judged('PENALTIES:REGION+MONTH+INDUSTRY', rows, (keys) => [...keys, 'F'].join('|'))).toBeLessThanOrEqual(3);
    const [industry] = await told('table: PENALTIES, groupBy: [INDUSTRY], filter: {industry: "F"}');
    expect(rows[0]?.of).toEqual({ count: industry?.count, error: industry?.error });
    expect(industry?.count).toBeGreaterThan(15_000);
  });

  it('A22.1 A23.5 share of listed by ground: the denominator is a released count with a width of its own', async () => {
    const rows = await told('table: LISTED, groupBy: [GROUND]');
    expect(rows.map(({ keys }) => keys[0])).toEqual(LISTED.map(({ ground }) => ground).sort());
    expect(judged('LISTED:GROUND', rows)).toBe(0);
    const all = truth.get('LISTED: ') ?? 0;
    for (const { keys, count, error, of } of rows) {
      const share = count / (of?.count ?? Number.NaN);
      const is = (truth.get(`LISTED:GROUND ${keys[0]}`) ?? 0) / all;
      // Both counts may be wrong: the width of a share is that of its parts.
      const width = (error + share * (of?.error ?? 0)) / (of?.count ?? 1);
      expect(Math.abs(share - is)).toBeLessThanOrEqual(width);
    }
    expect(rows[0]?.labels[0]?.zh).toBe('严重破坏市场公平竞争秩序和社会正常秩序');
  });

  it('A22.1 A23.5 a trend of twelve months: figures of one release, comparable with each other', async () => {
    const rows = (await told('table: PENALTIES, groupBy: [MONTH]')).filter(({ keys }) =>
      MONTHS.includes(keys[0] ?? ''),
    );
    expect(rows.map(({ keys }) => keys[0])).toEqual(MONTHS);
    expect(judged('PENALTIES:MONTH', rows)).toBeLessThanOrEqual(2);
  });

  it('A22.1 A17.1 who delivers late: exact, by unit, and nobody is late who says that there is nothing', async () => {
    const QUESTION =
      '{ operationFigures(from: "2026-11", until: "2026-12") { units(limit: 200) { unit { code name } submissions daysLate itemsLate } months { month submissions unitsLate } } }';
    const { units, months } = (await ask(QUESTION)).operationFigures;
    const by = new Map<string, { submissions: number; daysLate: number; itemsLate: number }>(
      units.map((one: { unit: { code: string } }) => [one.unit.code, one]),
    );
    // 29 working days from Monday the 23rd of November to the 31st of December 2026, no holiday among them: a unit that went silent after the sample is
    // late with each of its items on those that the catalog does not give it.
    const late = (item: string): number =>
      Math.max(0, 29 - (SAMPLE_ITEMS.find(({ code }) => code === item)?.updateWithinWorkingDays ?? Number.NaN));
    for (const [unit, items] of Map.groupBy(delivered, (one) => one.unit))
      if (unit !== 'HLJ-AMR')
        expect([unit, by.get(unit)?.daysLate ?? 0]).toEqual([
          unit,
          items.reduce((sum, { item }) => sum + late(item), 0),
        ]);
    expect(by.get('HLJ-TAX')?.daysLate).toBeGreaterThan(0);
    // Weekly batches are in time: nothing of the unit is due sooner.
    expect(by.get('HLJ-AMR')?.daysLate).toBe(0);
    expect(units[0].daysLate).toBe(Math.max(...units.map(({ daysLate }: { daysLate: number }) => daysLate)));
    expect(months.map(({ month }: { month: string }) => month)).toEqual(['2026-11', '2026-12']);
    // The operator is told the same.
    expect((await ask(QUESTION, {}, OPERATOR)).operationFigures.units).toEqual(units);
  });

  it('A22.1 A23.5 disclosures by purpose of each bank: from the noisy table, a subject with at most three, as a share of the bank', async () => {
    const rows = await told('table: DISCLOSURES, groupBy: [RECIPIENT, PURPOSE]', '(by: [RECIPIENT])');
    expect(rows.map(({ keys }) => keys.join(' '))).toEqual([
      'BANK-A LOAN_ORIGINATION',
      'BANK-A POST_LOAN_MONITORING',
      'BANK-B LOAN_ORIGINATION',
    ]);
    expect(judged('DISCLOSURES:RECIPIENT+PURPOSE', rows)).toBe(0);
    const banks = await told('table: DISCLOSURES, groupBy: [RECIPIENT]');
    expect(judged('DISCLOSURES:RECIPIENT', banks)).toBe(0);
    expect(rows.map(({ of }) => of?.count)).toEqual([banks[0]?.count, banks[0]?.count, banks[1]?.count]);
    const [month] = await told(
      'table: DISCLOSURES, groupBy: [MONTH], filter: {recipient: "BANK-A", purpose: "LOAN_ORIGINATION"}',
    );
    expect(month?.keys).toEqual(['2026-12']);
  });

  it('A17.1 all five, however often they are asked, spent the ε of one release', async () => {
    const { privacy } = (await ask('{ statistics(groupBy: []) { privacy { year epsilonOfRelease spent left } } }'))
      .statistics;
    expect(privacy).toEqual({ year: 2027, epsilonOfRelease: 1, spent: 1, left: 3 });
  });
});
