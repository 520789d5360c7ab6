/** What becomes of the figures as records come and go, and as several servers release them. */
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  TODAY,
  type World,
} from '../kit.ts';
import { entriesOf, GROUPINGS, groupsOf, type Key, nameOf } from './statistics-census.ts';
import { sessionOf } from './walls-questions.ts';

const ASK = `query ($groupBy: [StatisticsKey!]!, $filter: StatisticsFilter) {
  statistics(groupBy: $groupBy, filter: $filter) { asOf rows { keys count } } }`;

/** Everything that can be asked, as `margin name` to figure. */
async function figures(world: World): Promise<Map<string, number | null>> {
  const all = new Map<string, number | null>();
  for (const groupBy of GROUPINGS) {
    const { data } = await world.ask(ANALYST, ASK, { groupBy });
    for (const { keys, count } of data.statistics.rows) all.set(`${groupBy.join('+')} ${nameOf(keys)}`, count);
  }
  return all;
}

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
      sql<{
        margin: string;
        key: string;
        subjects: number;
        entries: number;
      }>`select * from statistics.census()`.execute(em.getKysely()),
    );
    const found = rows.map(({ margin, key, subjects, entries }) => [margin, key, subjects, entries].join(' '));
    const truth = GROUPINGS.flatMap((keys) =>
      [...groupsOf(entries, keys)].map(([name, group]) =>
        [keys.join('+'), name, group.subjects, group.entries].join(' '),
      ),
    );
    expect(found.sort()).toEqual(truth.sort());
    return entries;
  };

  it('A23.5 A37.2 one record changes no figure, fifteen do, and what has fallen is counted no longer', async () => {
    const first = await figures(world);
    expect(await released(TODAY)).toBeUndefined();
    const entries = await recounted(TODAY);
    // A month in which the record brings no group to the edge of the threshold, where a step of its own would do it.
    const edge = (month: string): boolean =>
      GROUPINGS.some((keys) => {
        const own: Readonly<Record<Key, string | null>> = {
          REGION: '23',
          ITEM: 'PENALTY-GENERAL',
          NATURE: 'UNTRUSTWORTHY',
          MONTH: month,
          INDUSTRY: 'C',
          DESIGNATING_UNIT: null,
        };
        if (keys.some((key) => own[key] === null)) return false;
        const size = groupsOf(entries, keys).get(nameOf(keys.map((key) => own[key] ?? '')))?.subjects ?? 0;
        return size >= 9 && size < 15;
      });
    const month = ['2026-10', '2026-09', '2026-08', '2026-07', '2026-06'].find((one) => !edge(one));
    expect(month).toBeDefined();
    expect(await submit([penalty(COMPANY.value, '哈市监罚〔2026〕9001号', `${month}-15`)])).toMatchObject({
      accepted: 1,
    });
    expect((await released('2026-11-21'))?.asOf).toBe('2026-11-21');
    expect(await figures(world)).toEqual(first);
    // However many one subject brings: a cell counts ten of them.
    const crowd = Array.from({ length: 150 }, (_none, index) =>
      penalty(COMPANY.value, `哈市监罚〔2026〕92${index}号`, `${month}-15`, `哈市监罚〔2026〕92${index}号`),
    );
    expect(await submit(crowd)).toEqual({ accepted: 150, rejected: [] });
    await recounted('2026-11-21');
    await released('2026-11-22');
    expect(await figures(world)).toEqual(first);
    const many = Array.from({ length: 15 }, (_none, index) =>
      penalty(harbin(index), `哈市监罚〔2026〕91${index + 10}号`, '2026-11-18'),
    );
    expect(await submit(many)).toEqual({ accepted: 15, rejected: [] });
    expect(await figures(world)).toEqual(first);
    await released('2026-11-23');
    await recounted('2026-11-23');
    const second = await figures(world);
    expect([first.get('REGION 2301'), first.get('REGION+ITEM 2301|PENALTY-GENERAL')]).toEqual([null, null]);
    // Fifteen, by noise and rounding; a noise of sixty has a chance of one in millions.
    expect(second.get('REGION 2301')).toBeGreaterThanOrEqual(10);
    expect(second.get('REGION 2301')).toBeLessThan(75);
    expect(second.get('REGION+ITEM 2301|PENALTY-GENERAL')).not.toBeNull();
    const revoked = await world.ask(
      MARKET_REGULATION,
      'mutation ($input: RevokeBasisInput!) { revokeBasis(input: $input) { records { displayed } } }',
      { input: { basisDocument: '哈市监罚〔2026〕9100号' } },
    );
    expect(revoked.data.revokeBasis.records).toHaveLength(16);
    await released('2026-11-24');
    await recounted('2026-11-24');
    const third = await figures(world);
    expect([third.get('REGION 2301'), third.get('REGION+ITEM 2301|PENALTY-GENERAL')]).toEqual([null, null]);
  });
});

describe.runIf(databases().includes('postgresql'))('two servers on one database', () => {
  it('A23.5 release once a day and tell the same figures', async () => {
    const world = await openWorld('postgresql', { environment: { DUE_EVERY_MS: '86400000' } });
    const { platform } = world.server;
    const other = await openDatabase({
      entities: ENTITIES,
      url: world.ownerUrl,
      loginPassword: 'another-server-of-the-same-password',
    });
    const now = () => new Date('2026-11-21T10:00:00+08:00');
    const elsewhere = openRequestAs({ ...platform, database: other, now }, snapshotReader());
    const here = openRequestAs({ ...platform, now }, snapshotReader());
    const runs = await Promise.all(
      [here, elsewhere, here, elsewhere].map((requestAs) => releaseStatistics(requestAs, now)),
    );
    expect(runs.filter((run) => run !== undefined)).toHaveLength(1);
    expect(await releaseStatistics(elsewhere, now)).toBeUndefined();
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query(
      'select as_of::text, (select count(*)::int from statistics.cell) as cells from statistics.release order by as_of desc limit 1',
    );
    expect(rows).toEqual([{ as_of: '2026-11-21', cells: expect.any(Number) }]);
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
    expect(await releaseStatistics(world.server.requestAs, world.server.platform.now)).toMatchObject({ cells: 0 });
    expect((await world.ask(ANALYST, ASK, { groupBy: [] })).data.statistics).toEqual({
      asOf: TODAY,
      rows: [{ keys: [], count: null }],
    });
    await world.close();
  });
});
