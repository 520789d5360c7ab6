/** What becomes of the figures as records come and go, as several servers release them, and when a year's ε is spent: worlds moved through years. */
import { sql } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statisticsJob } from '../../gateway/process/statistics-job.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { openRequestAs } from '../../subgraphs/request/internal-request.ts';
import { snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { releaseStatistics } from '../../subgraphs/statistics/statistics.ts';
import {
  ANALYST,
  COMPANY,
  databases,
  MARKET_REGULATION,
  onEachDatabase,
  openWorld,
  soonest,
  TODAY,
  type World,
} from '../kit.ts';
import { entriesOf, GROUPINGS, groupsOf, nameOf } from './statistics-census.ts';
import { happenedOf, partsOf } from './statistics-parts.ts';
import { seeded } from './statistics-sources.ts';
import { sessionOf } from './walls-questions.ts';

const ASK = `query ($groupBy: [StatisticsKey!]!, $filter: StatisticsFilter) {
  statistics(groupBy: $groupBy, filter: $filter) { asOf rows { keys count } } }`;

/** Everything that can be asked of entries, as `margin name` to figure. */
async function figures(world: World): Promise<Map<string, number | null>> {
  const all = new Map<string, number | null>();
  for (const groupBy of GROUPINGS) {
    const { data } = await world.ask(ANALYST, ASK, { groupBy });
    for (const { keys, count } of data.statistics.rows) all.set(`${groupBy.join('+')} ${nameOf(keys)}`, count);
  }
  return all;
}

const privacy = async (world: World) =>
  (await world.ask(ANALYST, '{ statistics(groupBy: []) { privacy { year epsilonOfYear spent left nextRelease } } }'))
    .data.statistics.privacy;

/** A company's number of Harbin (2301): check characters of GB 32100 and GB 11714. */
function harbin(sequence: number): string {
  const organization = `MA9${String(sequence).padStart(5, '0')}`;
  const inner = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (sum, weight, index) => sum + weight * Number.parseInt(organization.charAt(index), 36),
    0,
  );
  const body = `91230199${organization}${'0123456789X0'.charAt(11 - (inner % 11))}`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...body].reduce((total, char, index) => total + alphabet.indexOf(char) * (3 ** index % 31), 0);
  return body + alphabet.charAt((31 - (sum % 31)) % 31);
}

onEachDatabase('figures over time', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  const SUBMIT =
    'mutation ($input: SubmitRecordsInput!) { submitRecords(input: $input) { accepted rejected { message } } }';
  const submit = async (records: readonly object[]) =>
    (await world.ask(MARKET_REGULATION, SUBMIT, { input: { item: 'PENALTY-GENERAL', records } })).data.submitRecords;
  const penalty = (uscc: string, number: string, occurredOn: string, basisDocument = '哈市监罚〔2026〕9100号') => ({
    subject: { type: 'USCC', value: uscc },
    subjectName: '哈尔滨示例有限公司',
    occurredOn,
    basisDocument,
    content: { documentNumber: number, fineYuan: '100.00' },
  });
  const released = async (day: string) => {
    world.setNow(`${day}T10:00:00+08:00`);
    return releaseStatistics(world.server.requestAs, world.server.platform.now);
  };

  /** Holds the census of the database against the recount. */
  const recounted = async (today: string) => {
    const entries = await entriesOf(world, today);
    const session = { ...sessionOf(world, { holder: ANALYST, headers: {} }), today };
    const { rows } = await world.server.platform.database.write(session, 'statistics', (em) =>
      sql<{ margin: string; key: string; entries: number }>`select * from statistics.census()`.execute(em.getKysely()),
    );
    const found = rows.map(({ margin, key, entries: number }) => [margin, key, number].join(' '));
    const truth = GROUPINGS.flatMap((keys) =>
      [...groupsOf(entries, keys)].map(([name, group]) => [keys.join('+'), name, group.entries].join(' ')),
    ).concat(partsOf(entries), await happenedOf(world, today));
    expect(found.sort()).toEqual(truth.sort());
    return new Map(truth.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  };

  it('A23.5 A37.2 no delivery moves a figure before the quarter has ended, and then a crowd does and one subject hardly', async () => {
    const first = await figures(world);
    expect(await released('2026-12-31')).toMatchObject({
      state: 'NOT_DUE',
      said: { en: 'The statistics of this quarter are released already. The next release may be made on 2027-01-01.' },
    });
    // However many one subject brings: it counts with three of all it has.
    const before = await recounted('2026-12-31');
    const crowd = Array.from({ length: 150 }, (_none, index) =>
      penalty(COMPANY.value, `哈市监罚〔2026〕92${index}号`, '2026-11-15', `哈市监罚〔2026〕92${index}号`),
    );
    expect(await submit(crowd)).toEqual({ accepted: 150, rejected: [] });
    const after = await recounted('2026-12-31');
    expect(after.get(' ')).toBe(before.get(' '));
    const many = Array.from({ length: 15 }, (_none, index) =>
      penalty(harbin(index), `哈市监罚〔2026〕91${index + 10}号`, '2026-11-18'),
    );
    expect(await submit(many)).toEqual({ accepted: 15, rejected: [] });
    expect((await recounted('2026-12-31')).get(' ')).toBe((before.get(' ') ?? 0) + 15);
    expect(await figures(world)).toEqual(first);
    expect(await released('2027-01-01')).toMatchObject({
      state: 'RELEASED',
      said: {
        en: expect.stringMatching(/^Statistics of 2027-01-01: \d+ figures told\. ε 1 of 4 is spent for 2027\.$/),
      },
    });
    const revoked = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { displayed } } }',
      { input: { basisDocument: '哈市监罚〔2026〕9100号' } },
    );
    expect(revoked.data.revokeBasis.records).toHaveLength(15);
    const fallen = await recounted('2027-01-01');
    expect(fallen.get('REGION+ITEM 2301|PENALTY-GENERAL')).toBeUndefined();
  });

  it('A17.1 A23.5 a release that fails half way spends nothing and shows nothing, and the next one is whole', async () => {
    world.setNow('2027-04-01T10:00:00+08:00');
    const { requestAs, platform } = world.server;
    const before = await figures(world);
    const chance = seeded(5);
    let draws = 0;
    const breaking = (below: number): number => {
      draws += 1;
      if (draws > 20_000) throw new Error('no more chance');
      return chance(below);
    };
    await expect(releaseStatistics(requestAs, platform.now, breaking)).rejects.toThrow('no more chance');
    // The same where it fails after everything was written: the day is not one of the database's.
    await expect(releaseStatistics(requestAs, () => new Date(Number.NaN))).rejects.toThrow();
    expect(await figures(world)).toEqual(before);
    expect((await privacy(world)).spent).toBe(1);
    expect(await releaseStatistics(requestAs, platform.now)).toMatchObject({ state: 'RELEASED' });
    expect(await privacy(world)).toMatchObject({ year: 2027, spent: 2, left: 2, nextRelease: '2027-07-01' });
  });
});

describe('a budget that is lower', () => {
  it('A17.1 A23.5 what is spent stops releases until the next year, and is said', async () => {
    const world = await openWorld(soonest(), {
      environment: { DUE_EVERY_MS: '86400000', STATISTICS_EPSILON: '2' },
      // After the day on which the sample ends an agreement: an end takes effect when it is written.
      now: '2027-02-01T10:00:00+08:00',
    });
    const { requestAs, platform } = world.server;
    const on = async (day: string) => {
      world.setNow(`${day}T10:00:00+08:00`);
      return releaseStatistics(requestAs, platform.now);
    };
    expect(await privacy(world)).toMatchObject({ year: 2027, epsilonOfYear: 2, spent: 1, left: 1 });
    expect((await on('2027-04-01')).state).toBe('RELEASED');
    const last = await figures(world);
    for (const day of ['2027-07-01', '2027-10-01', '2027-12-31'])
      expect(await on(day).then(({ state, said }) => [state, said.en])).toEqual([
        'SPENT',
        'No statistics are released: of the privacy budget of 2027, ε 2, 2 is spent, and a release needs 1. The next release may be made on 2028-01-01.',
      ]);
    expect(await figures(world)).toEqual(last);
    expect(await privacy(world)).toMatchObject({ spent: 2, left: 0, nextRelease: '2028-01-01' });
    // Said once, though the job runs every minute; and it is no failure.
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const job = statisticsJob(requestAs, platform.now, log);
    for (let run = 0; run < 3; run += 1) await job();
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 40, job: 'statistics', msg: expect.stringContaining('ε 2, 2 is spent') }),
    ]);
    world.setNow('2028-01-01T00:30:00+08:00');
    expect(await job()).toMatchObject({ state: 'RELEASED' });
    // 16:30 of the day before in UTC: the year is that of Shanghai.
    expect(await privacy(world)).toMatchObject({ year: 2028, spent: 1, left: 1, nextRelease: '2028-04-01' });
    await world.close();
  });
});

describe.runIf(databases().includes('postgresql'))('two servers on one database', () => {
  it('A23.5 release once a quarter and tell the same figures', async () => {
    const world = await openWorld('postgresql', { environment: { DUE_EVERY_MS: '86400000' } });
    const { platform } = world.server;
    const other = await openDatabase({
      entities: ENTITIES,
      url: world.ownerUrl,
      loginPassword: 'another-server-of-the-same-password',
    });
    const now = () => new Date('2027-01-02T10:00:00+08:00');
    const elsewhere = openRequestAs({ ...platform, database: other, now }, snapshotReader());
    const here = openRequestAs({ ...platform, now }, snapshotReader());
    const runs = await Promise.all(
      [here, elsewhere, here, elsewhere].map((requestAs) => releaseStatistics(requestAs, now)),
    );
    expect(runs.filter(({ state }) => state === 'RELEASED')).toHaveLength(1);
    expect((await releaseStatistics(elsewhere, now)).state).toBe('NOT_DUE');
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query(
      `select as_of::text, epsilon_thousandths as epsilon, (select count(*)::int from statistics.figure f where f.as_of = r.as_of and f.margin !~ ':') as cells
        from statistics.release r order by as_of desc limit 1`,
    );
    expect(rows).toEqual([{ as_of: '2027-01-02', epsilon: 1_000, cells: expect.any(Number) }]);
    // A server whose clock or setting is wrong: the database has the last word.
    await expect(
      owner.query(
        `insert into statistics.release (as_of, released_at, epsilon_thousandths) values ('2027-03-31', now(), 1000)`,
      ),
    ).rejects.toThrow('release_of_quarter');
    world.setNow('2027-01-02T10:00:00+08:00');
    expect([...(await figures(world)).values()].filter((count) => count !== null)).toHaveLength(rows[0].cells);
    await owner.end();
    await other.close();
    await world.close();
  });

  it('A23.5 a platform that has released nothing says so instead of telling that there is nothing', async () => {
    const world = await openWorld('postgresql', { sample: false, environment: { DUE_EVERY_MS: '86400000' } });
    await world.server
      .requestAs({ role: 'AUTHORITY' })
      .write('control', (em) =>
        em.execute(
          `insert into control.unit (code, name, name_en, kind, level) values ('HLJ-CREDIT', '机构', 'Work body', 'OPERATOR', 'PROVINCE')`,
        ),
      );
    const { data, errors } = await world.ask(ANALYST, ASK, { groupBy: [] });
    expect([data, errors?.[0]?.extensions.code]).toEqual([{ statistics: null }, 'UNAVAILABLE']);
    expect(await releaseStatistics(world.server.requestAs, world.server.platform.now)).toMatchObject({
      state: 'RELEASED',
    });
    expect((await world.ask(ANALYST, ASK, { groupBy: [] })).data.statistics).toEqual({
      asOf: TODAY,
      rows: [{ keys: [], count: null }],
    });
    await world.close();
  });
});
