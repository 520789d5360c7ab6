/**
 * What an analyst may ask of releases past and present, what is refused with which sentence, and how much a question can make. Releases of two years in a
 * world of their own; some thousand requests.
 */
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROWS_MAX } from '../../subgraphs/public-credit/queries/statistics/statistics.ts';
import { releaseStatistics } from '../../subgraphs/statistics/statistics.ts';
import { ANALYST, openWorld, soonest, TODAY, type World } from '../kit.ts';
import { sessionOf } from '../subgraphs/walls-questions.ts';

const ASK = `query ($groupBy: [StatisticsKey!]!, $filter: StatisticsFilter, $table: StatisticsTable! = ENTRIES, $asOf: Date, $withoutSuppressed: Boolean! = false,
    $limit: Int, $offset: Int! = 0) {
  statistics(groupBy: $groupBy, filter: $filter, table: $table, asOf: $asOf, withoutSuppressed: $withoutSuppressed, limit: $limit, offset: $offset) {
    asOf rows { keys count error suppressed } privacy { noiseScale noiseError toldFrom epsilonOfRelease spent } } }`;

const MONTHS =
  'query ($from: String!, $until: String!) { operationFigures(from: $from, until: $until) { months { month } } }';

interface CsvOf {
  readonly keys: readonly string[];
  readonly labels: readonly { readonly en: string; readonly zh: string }[];
  readonly count: number | null;
  readonly error: number | null;
  readonly suppressed: boolean;
}

describe('what an analyst asks', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(soonest(), { environment: { DUE_EVERY_MS: '86400000', RATE_UNIT: '1000000' } });
  });
  afterAll(() => world.close());

  const ask = (variables: object, query = ASK) => world.ask(ANALYST, query, { ...variables });
  const told = async (variables: object) => {
    const { data, errors } = await ask(variables);
    expect(errors).toBeUndefined();
    return data.statistics;
  };
  const refused = async (variables: object, query = ASK) => {
    const { data, errors } = await ask(variables, query);
    const [error] = errors ?? [];
    expect(data?.statistics ?? null).toBeNull();
    // At its place, with what to do; and nothing that was sent stands in it.
    expect([error?.path?.[0], (error?.extensions.help ?? '').length > 0]).toEqual(['statistics', true]);
    return [
      error?.extensions.code,
      error?.extensions.reason,
      error?.message ?? '',
      error?.extensions.help ?? '',
    ] as const;
  };
  const release = async (day: string) => {
    world.setNow(`${day}T10:00:00+08:00`);
    const { requestAs, platform } = world.server;
    expect(await releaseStatistics(requestAs, platform.now)).toMatchObject({ state: 'RELEASED' });
  };

  it('A22.1 A23.5 a cube that is not offered is refused with those that are, whatever the table', async () => {
    for (const [variables, help] of [
      [{ groupBy: ['REGION', 'ITEM', 'MONTH'] }, 'At most two different keys of REGION, ITEM'],
      [
        { table: 'PENALTIES', groupBy: ['REGION', 'MONTH'] },
        '[], [REGION], [MONTH], [INDUSTRY], [REGION, MONTH, INDUSTRY]',
      ],
      [{ table: 'LISTED', groupBy: ['GROUND', 'LIST'] }, '[], [LIST], [GROUND]'],
      [{ table: 'DISCLOSURES', groupBy: [] }, '[RECIPIENT], [RECIPIENT, PURPOSE], [MONTH, RECIPIENT, PURPOSE]'],
      [{ table: 'PERIODS', groupBy: ['MONTH', 'PERIOD'] }, '[PERIOD, OUTCOME], [MONTH, PERIOD, OUTCOME]'],
      [{ table: 'LISTED', groupBy: ['GROUND'], filter: { region: '2301' } }, '[], [LIST], [GROUND]'],
    ] as const) {
      const [code, reason, , said] = await refused(variables);
      expect([code, reason, said]).toEqual(['BAD_USER_INPUT', 'GROUPING', expect.stringContaining(help)]);
    }
    // Thousands of keys are counted and not repeated.
    const [, reason, message, help] = await refused({ groupBy: Array.from({ length: 5_000 }, () => 'REGION') });
    expect([reason, message.length + help.length < 300]).toEqual(['GROUPING', true]);
    const Q = '{ statistics(table: LISTED, groupBy: [GROUND]) { rows { of(by: [LIST]) { count } } } }';
    const part = (await ask({}, Q)).errors?.[0];
    expect([part?.extensions.reason, part?.path?.slice(0, 2)]).toEqual(['GROUPING', ['statistics', 'rows']]);
  });

  it('A22.1 a day, a page and a value that cannot be meant get a sentence each', async () => {
    for (const [variables, reason, words] of [
      [{ groupBy: [], asOf: '9999-01-01' }, 'DATE', 'asOf is no day up to today'],
      [{ groupBy: [], asOf: '2026-02-30' }, 'DATE', 'asOf is no day up to today'],
      [{ groupBy: [], asOf: 'yesterday' }, 'DATE', 'asOf is no day up to today'],
      [{ groupBy: [], asOf: '2026-11-19' }, 'DATE', 'Nothing had been released by that day.'],
      [{ groupBy: [], limit: 0 }, 'PAGE_SIZE', 'limit is not between 1 and 4000.'],
      [{ groupBy: [], limit: -1 }, 'PAGE_SIZE', 'limit is not between 1 and 4000.'],
      [{ groupBy: [], limit: 4_001 }, 'PAGE_SIZE', 'limit is not between 1 and 4000.'],
      [{ groupBy: [], offset: -1 }, 'PAGE_SIZE', 'offset is below zero.'],
      [{ groupBy: ['REGION'], filter: { month: '2026-13' } }, 'FILTER', 'The filter on MONTH names no value'],
      [{ table: 'PENALTIES', groupBy: [], filter: { region: '11' } }, 'FILTER', 'The filter on REGION names no value'],
      [
        { table: 'DISCLOSURES', groupBy: ['PURPOSE'], filter: { recipient: 'NOBODY' } },
        'FILTER',
        'The filter on RECIPIENT',
      ],
    ] as const) {
      const [code, why, message, help] = await refused(variables);
      expect([code, why, message]).toEqual(['BAD_USER_INPUT', reason, expect.stringContaining(words)]);
      expect(`${message} ${help}`).not.toMatch(/9999|02-30|yesterday|2026-13|NOBODY/);
    }
    const [, , , help] = await refused({ groupBy: [], asOf: '2025-01-01' });
    expect(help).toBe(`The first release is of ${TODAY}: send that day or a later one.`);
  });

  it('A22.1 months that cannot be meant get a sentence each', async () => {
    for (const [from, until, words] of [
      ['2026-11', '2026-10', 'from is later than until.'],
      ['2026-13', '2026-11', 'from is no month of the form YYYY-MM.'],
      ['2026-11', 'now', 'until is no month of the form YYYY-MM.'],
      ['2026-11', '9999-01', 'until is no month of the form YYYY-MM.'],
      ['2026-11', '2026-12', 'until lies in the future.'],
      ['2024-11', '2026-11', 'from and until are more than 24 months.'],
    ] as const) {
      const { data, errors } = await world.ask(ANALYST, MONTHS, { from, until });
      expect([data, errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual([
        { operationFigures: null },
        'BAD_USER_INPUT',
        words,
      ]);
    }
    const { data: longest } = await world.ask(ANALYST, MONTHS, { from: '2024-12', until: '2026-11' });
    expect(longest.operationFigures.months).toHaveLength(24);
    const page = await world.ask(
      ANALYST,
      '{ operationFigures(from: "2026-11", until: "2026-11") { units(limit: 0) { submissions } } }',
    );
    expect(page.errors?.[0]?.message).toBe('limit is not between 1 and 200.');
  });

  it('A23.5 rows are limited for every grouping and for all aliases of a request together, and only what is asked for is made', async () => {
    // 14 prefectures, 54 months, 21 sections: 15 876 groups.
    const cube = { table: 'PENALTIES', groupBy: ['REGION', 'MONTH', 'INDUSTRY'] };
    const [code, reason, message] = await refused(cube);
    expect([code, reason, message]).toEqual(['TOO_COSTLY', 'ROWS', 'The request would make more than 4000 rows.']);
    expect((await told({ ...cube, limit: 200 })).rows).toHaveLength(200);
    expect((await told({ ...cube, offset: 15_870 })).rows).toHaveLength(6);
    expect((await told({ ...cube, offset: 20_000 })).rows).toHaveLength(0);
    expect((await told({ ...cube, filter: { industry: 'F' } })).rows).toHaveLength(14 * 54);
    expect((await told({ ...cube, withoutSuppressed: true })).rows.length).toBeLessThan(10);
    expect(await told({ ...cube, limit: ROWS_MAX })).toMatchObject({ rows: { length: ROWS_MAX } });
    // Pages put together are the whole, in one order.
    const whole = (await told({ groupBy: ['MONTH', 'REGION'] })).rows;
    const pages = [];
    for (let offset = 0; offset < whole.length; offset += 1_000)
      pages.push(...(await told({ groupBy: ['MONTH', 'REGION'], limit: 1_000, offset })).rows);
    expect(pages).toEqual(whole);
    const twice = (first: string, second: string) =>
      `{ a: statistics(groupBy: [REGION, MONTH], limit: ${first}) { rows { count } } b: statistics(groupBy: [MONTH, REGION], limit: ${second}) { rows { count } } }`;
    const both = await ask({}, twice('2000', '2000'));
    expect([both.errors, both.data.a.rows.length, both.data.b.rows.length]).toEqual([undefined, 2_000, 2_000]);
    const over = await ask({}, twice('2000', '2001'));
    const lengths = [over.data.a?.rows.length ?? 0, over.data.b?.rows.length ?? 0];
    expect(over.errors?.map(({ extensions }) => extensions.reason)).toEqual(['ROWS']);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(ROWS_MAX);
    // With everything that a row can tell one question of the largest grouping is let through, and two are not.
    const all = 'rows { keys labels { en zh } count error suppressed of { count error } } csv';
    const one = await ask({}, `{ statistics(groupBy: [REGION, MONTH]) { ${all} } }`);
    expect([one.errors, one.data.statistics.rows.length]).toEqual([undefined, 49 * 54]);
    const two = await ask(
      {},
      `{ a: statistics(groupBy: [REGION, MONTH]) { ${all} } b: statistics(groupBy: []) { ${all} } }`,
    );
    expect(two.errors?.[0]?.extensions).toMatchObject({ code: 'TOO_COSTLY', reason: 'COST' });
    // A hundred aliases of one row each cost a hundred questions: they are refused before anything is read.
    const many = Array.from({ length: 100 }, (_none, at) => `a${at}: statistics(groupBy: []) { rows { count } }`);
    expect((await ask({}, `{ ${many.join(' ')} }`)).errors?.[0]?.extensions.code).toBe('TOO_COSTLY');
  });

  it('A22.1 the file has the rows of the answer', async () => {
    const { data } = await ask(
      {},
      '{ statistics(groupBy: [INDUSTRY]) { rows { keys labels { en zh } count error suppressed } csv } }',
    );
    const { rows, csv } = data.statistics;
    const [head, ...lines] = parse(csv, { bom: true }) as string[][];
    expect(head?.slice(0, 3)).toEqual(['INDUSTRY', 'INDUSTRY（中文）', 'INDUSTRY (English)']);
    expect(lines).toEqual(
      rows.map(({ keys, labels, count, error, suppressed }: CsvOf) => [
        ...[keys[0] === '-' ? "'-" : keys[0], labels[0]?.zh, labels[0]?.en],
        ...[String(count ?? ''), String(error ?? ''), String(suppressed)],
      ]),
    );
  });

  it('A23.5 A17.1 each day has what was released then, with the widths that it was released with', async () => {
    const first = await told({ groupBy: [] });
    await release('2027-01-04');
    const second = await told({ groupBy: [] });
    expect([first.asOf, second.asOf]).toEqual([TODAY, '2027-01-04']);
    expect((await told({ groupBy: [], asOf: TODAY })).rows).toEqual(first.rows);
    expect((await told({ groupBy: [], asOf: '2027-01-03' })).asOf).toBe(TODAY);
    expect((await told({ groupBy: [], asOf: '2027-01-04' })).rows).toEqual(second.rows);
    // A server of the release before makes one: it keeps no parameters, and the newest figures alone.
    world.setNow('2027-04-02T10:00:00+08:00');
    await world.server.platform.database.write(
      { ...sessionOf(world, { holder: ANALYST, headers: {} }), today: '2027-04-02' },
      'statistics',
      async (em) => {
        const db = em.getKysely();
        await sql`insert into statistics.release (as_of, released_at, epsilon_thousandths) values ('2027-04-02', now(), 1000)`.execute(
          db,
        );
        await sql`delete from statistics.cell`.execute(db);
        await sql`insert into statistics.cell (margin, key, count, error) values ('', '', 555, 74), ('REGION', '2301', 700, 150)`.execute(
          db,
        );
      },
    );
    const old = await told({ groupBy: [] });
    expect(old).toEqual({
      asOf: '2027-04-02',
      rows: [{ keys: [], count: 555, error: 74, suppressed: false }],
      privacy: { noiseScale: 24, noiseError: 72, toldFrom: 345, epsilonOfRelease: 1, spent: 2 },
    });
    const regions = await told({ groupBy: ['REGION'], withoutSuppressed: true });
    expect([regions.rows, regions.privacy.noiseScale]).toEqual([
      [{ keys: ['2301'], count: 700, error: 150, suppressed: false }],
      48,
    ]);
    const [code, reason, message] = await refused({ table: 'PENALTIES', groupBy: [] });
    expect([code, reason, message]).toEqual([
      'BAD_USER_INPUT',
      'GROUPING',
      'The release of 2027-04-02 has no such counts.',
    ]);
    // The next one of this release takes its figures over, and both stay.
    await release('2027-07-01');
    expect((await told({ groupBy: [], asOf: '2027-06-30' })).rows).toEqual(old.rows);
    expect((await told({ groupBy: ['REGION'], asOf: '2027-05-01' })).privacy).toMatchObject({
      noiseScale: 48,
      noiseError: 144,
    });
    expect((await told({ groupBy: ['REGION'] })).privacy).toMatchObject({ noiseScale: 72, noiseError: 216, spent: 3 });
    expect((await told({ groupBy: [], asOf: TODAY })).rows).toEqual(first.rows);
  });

  it('A17.1 A23.5 a budget that is spent has no further release, and what was released is still told', async () => {
    await release('2027-10-01');
    const { requestAs, platform } = world.server;
    world.setNow('2027-12-31T10:00:00+08:00');
    expect(await releaseStatistics(requestAs, platform.now)).toMatchObject({ state: 'SPENT' });
    expect((await told({ groupBy: [] })).privacy.spent).toBe(4);
    expect((await told({ groupBy: [] })).asOf).toBe('2027-10-01');
  });
});
