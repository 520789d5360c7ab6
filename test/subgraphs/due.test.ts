/** Jobs that time starts, and the years of working days that come as files. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED } from '../../schema/law/clocks/calendar.ts';
import { differences, needless, parseHolidayFile } from '../../schema/law/clocks/calendar-file.ts';
import { loadYear } from '../../subgraphs/clocks/load-year.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { openRequestAs } from '../../subgraphs/request/internal-request.ts';
import { snapshotReader } from '../../subgraphs/request/snapshot.ts';
import { BANK_A, databases, MARKET_REGULATION, MEI, OPERATOR, onEachDatabase, openWorld, type World } from '../kit.ts';
import { asKnownTo } from '../own-ids.ts';
import { Y2027 } from './arranged-year.ts';

describe('a year of working days as a file', () => {
  it('is taken when it is whole', () => {
    const parsed = parseHolidayFile(Y2027);
    expect(parsed.ok && [parsed.file.year, parsed.file.days.length, parsed.file.source]).toEqual([
      2027,
      9,
      'https://example.invalid/2027',
    ]);
  });

  it('is taken as the State Council published it, a weekday that is worked among them', () => {
    for (const year of SHIPPED) {
      const parsed = parseHolidayFile({ papers: ['x'], ...year });
      expect(parsed.ok && differences(parsed.file, year)).toEqual([]);
    }
    expect(SHIPPED.flatMap(needless).map(({ en }) => en)).toEqual([
      '2020-02-03 is a weekday and said to be worked, as it is anyway',
    ]);
  });

  it('is refused with every fault and its place', () => {
    const faults = (value: unknown): readonly string[] => {
      const parsed = parseHolidayFile(value);
      return parsed.ok ? [] : parsed.faults.map(({ en }) => en);
    };
    expect(faults(null)).toEqual(['The file is not an object { year, papers, days }.']);
    expect(faults({ ...Y2027, year: '2027' })).toEqual(['year is not a whole number from 2000 to 2999.']);
    expect(faults({ ...Y2027, papers: [], days: [] })).toEqual([
      'papers names no publication: nothing that was not published takes effect (Article 7).',
      'days is empty: the arrangement of 2027 has not been published yet.',
    ]);
    expect(
      faults({
        ...Y2027,
        days: [
          'x',
          { date: '2027-02-30', isOffDay: true },
          { date: '2028-01-01', isOffDay: true },
          { date: '2027-01-01', isOffDay: 'yes' },
          { date: '2027-01-02', isOffDay: true },
          { date: '2027-01-02', isOffDay: true },
        ],
      }),
    ).toEqual([
      'days[0] is not an object { name, date, isOffDay }.',
      'days[1] has no date of the form YYYY-MM-DD.',
      'days[2] is 2028-01-01, which is no day of 2027.',
      'days[3] (2027-01-01) does not say isOffDay: true or false.',
      'days[5] (2027-01-02) stands there twice.',
    ]);
    expect(faults({ ...Y2027, days: [{ date: '2027-05-01', isOffDay: true }] })).toEqual([
      'days does not hold 2027-01-01, which is always a day off.',
    ]);
  });
});

onEachDatabase('a year that is loaded', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
    world.setNow('2026-12-31T10:00:00+08:00');
  });
  afterAll(() => world.close());

  const LOAN = { purpose: 'LOAN_ORIGINATION' };
  const deadline = async () => {
    const { data } = await world.ask(
      OPERATOR,
      '{ deadlines { nodes { kind startedOn dueOn provisional earliest latest } } }',
    );
    return data.deadlines.nodes.find((node: { kind: string }) => node.kind === 'correction.act');
  };

  it('A39.4 makes provisional deadlines firm, says how many, and is not changed in silence', async () => {
    const RECORDS =
      'query ($id: SubjectIdentifierInput!) { subject(identifier: $id) { records(first: 200) { nodes { id item { code } } } } }';
    const { data } = await world.ask(BANK_A, RECORDS, { id: MEI }, LOAN);
    const { id } = data.subject.records.nodes.find(
      ({ item }: { item: { code: string } }) => item.code === 'PENALTY-GENERAL',
    );
    await world.ask(
      MARKET_REGULATION,
      'mutation ($input: CorrectRecordInput!) { correctRecord(input: $input) { id } }',
      {
        input: {
          record: asKnownTo(world, MARKET_REGULATION, BANK_A, id),
          reason: '金额有误',
          content: { fineYuan: '1.00' },
        },
      },
    );
    // Three working days from Thursday 31 December 2026; the first day of 2027 is not arranged yet.
    expect(await deadline()).toMatchObject({ dueOn: '2027-01-05', provisional: true, earliest: '2027-01-03' });
    const { requestAs, platform } = world.server;
    const parsed = parseHolidayFile(Y2027);
    if (!parsed.ok) throw new Error('The file of the test is refused.');
    // The recipient's period and the provider's own, which was met on the day.
    expect(await loadYear(requestAs, parsed.file, false, platform.now)).toEqual({
      outcome: 'LOADED',
      changed: 2,
      firm: 2,
    });
    expect(await deadline()).toMatchObject({
      dueOn: '2027-01-06',
      provisional: false,
      earliest: '2027-01-06',
      latest: '2027-01-06',
    });
    expect(await loadYear(requestAs, parsed.file, false, platform.now)).toEqual({ outcome: 'UNCHANGED' });
    const other = { ...parsed.file, days: parsed.file.days.filter(({ date }) => date !== '2027-01-03') };
    const longer = { ...other, days: [...other.days, { date: '2027-01-04', isOffDay: true }] };
    expect(await loadYear(requestAs, longer, false, platform.now)).toEqual({
      outcome: 'DIFFERS',
      differences: [
        {
          en: '2027-01-03: a day off until now, as the week has it in the file',
          zh: '2027-01-03：原为休息，文件中为按周计算',
        },
        {
          en: '2027-01-04: as the week has it until now, a day off in the file',
          zh: '2027-01-04：原为按周计算，文件中为休息',
        },
      ],
    });
    expect(await deadline()).toMatchObject({ dueOn: '2027-01-06' });
    expect(await loadYear(requestAs, longer, true, platform.now)).toEqual({ outcome: 'LOADED', changed: 2, firm: 0 });
    expect(await deadline()).toMatchObject({ dueOn: '2027-01-07', provisional: false });
    // What starts from now on is reckoned with it.
    const shipped = { year: 2026, source: 'x', days: [{ date: '2026-01-01', isOffDay: true }] };
    expect((await loadYear(requestAs, shipped, false, platform.now)).outcome).toBe('DIFFERS');
  });
});

describe.runIf(databases().includes('postgresql'))('two servers on one database', () => {
  it('A37.2 do what is due once', async () => {
    const world = await openWorld('postgresql', { environment: { DUE_EVERY_MS: '86400000' } });
    const { platform } = world.server;
    const other = await openDatabase({
      entities: ENTITIES,
      url: world.ownerUrl,
      loginPassword: 'another-server-of-the-same-password',
    });
    // The login password is the newest server's: both handles work on, the pool of the first being connected.
    const now = () => new Date('2029-12-31T10:00:00+08:00');
    const elsewhere = openRequestAs({ ...platform, database: other, now }, snapshotReader());
    const here = openRequestAs({ ...platform, now }, snapshotReader());
    const runs = await Promise.all([
      runDue(here, now),
      runDue(elsewhere, now),
      runDue(here, now),
      runDue(elsewhere, now),
    ]);
    const counts = runs.map((run) => run?.expired ?? 0).filter((count) => count > 0);
    expect(counts).toHaveLength(1);
    expect((await runDue(elsewhere, now))?.expired).toBe(0);
    await other.close();
    await world.close();
  });
});
