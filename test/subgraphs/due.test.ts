/** Jobs that time starts, and the years of working days that come as files. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIPPED } from '../../schema/law/calendar.ts';
import { differences, needless, parseHolidayFile } from '../../schema/law/calendar-file.ts';
import { actor } from '../../subgraphs/act.ts';
import { loadYear } from '../../subgraphs/calendar.ts';
import { openDatabase } from '../../subgraphs/database/open.ts';
import { runDue } from '../../subgraphs/due.ts';
import { ENTITIES } from '../../subgraphs/entities.ts';
import { directoryReader } from '../../subgraphs/reading.ts';
import { BANK_A, databases, MARKET_REGULATION, MEI, OPERATOR, onEachDatabase, openWorld, type World } from '../kit.ts';

/** A year as it might be arranged; the real one is not published yet. */
const Y2027 = {
  year: 2027,
  papers: ['https://example.invalid/2027'],
  days: [
    ...['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ name: '元旦', date, isOffDay: true })),
    ...['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'].map((date) => ({
      name: '春节',
      date,
      isOffDay: true,
    })),
    { name: '春节', date: '2027-02-13', isOffDay: false },
  ],
};

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
    expect(SHIPPED.flatMap(needless)).toEqual(['2020-02-03 is a weekday and said to be worked, as it is anyway']);
  });

  it('is refused with every fault and its place', () => {
    const faults = (value: unknown): readonly string[] => {
      const parsed = parseHolidayFile(value);
      return parsed.ok ? [] : parsed.faults;
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
    world = await openWorld(kind, { now: '2026-12-31T10:00:00+08:00' });
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
        input: { record: id, reason: '金额有误', content: { fineYuan: '1.00' } },
      },
    );
    // Three working days from Thursday 31 December 2026; the first day of 2027 is not arranged yet.
    expect(await deadline()).toMatchObject({ dueOn: '2027-01-05', provisional: true, earliest: '2027-01-03' });
    const { act, house } = world.server;
    const parsed = parseHolidayFile(Y2027);
    if (!parsed.ok) throw new Error('The file of the test is refused.');
    // The recipient's period and the provider's own, which was met on the day.
    expect(await loadYear(act, parsed.file, false, house.now)).toEqual({ outcome: 'LOADED', changed: 2, firm: 2 });
    expect(await deadline()).toMatchObject({
      dueOn: '2027-01-06',
      provisional: false,
      earliest: '2027-01-06',
      latest: '2027-01-06',
    });
    expect(await loadYear(act, parsed.file, false, house.now)).toEqual({ outcome: 'UNCHANGED' });
    const other = { ...parsed.file, days: parsed.file.days.filter(({ date }) => date !== '2027-01-03') };
    const longer = { ...other, days: [...other.days, { date: '2027-01-04', isOffDay: true }] };
    expect(await loadYear(act, longer, false, house.now)).toEqual({
      outcome: 'DIFFERS',
      differences: [
        '2027-01-03: a day off until now, as the week has it in the file',
        '2027-01-04: as the week has it until now, a day off in the file',
      ],
    });
    expect(await deadline()).toMatchObject({ dueOn: '2027-01-06' });
    expect(await loadYear(act, longer, true, house.now)).toEqual({ outcome: 'LOADED', changed: 2, firm: 0 });
    expect(await deadline()).toMatchObject({ dueOn: '2027-01-07', provisional: false });
    // What starts from now on is reckoned with it.
    const shipped = { year: 2026, source: 'x', days: [{ date: '2026-01-01', isOffDay: true }] };
    expect((await loadYear(act, shipped, false, house.now)).outcome).toBe('DIFFERS');
  });
});

describe.runIf(databases().includes('postgresql'))('two servers on one database', () => {
  it('A37.2 do what is due once', async () => {
    const world = await openWorld('postgresql', { environment: { DUE_EVERY_MS: '86400000' } });
    const { house } = world.server;
    const other = await openDatabase({
      entities: ENTITIES,
      url: world.ownerUrl,
      loginPassword: 'another-server-of-the-same-password',
    });
    // The login password is the newest server's: both handles work on, the pool of the first being connected.
    const now = () => new Date('2029-12-31T10:00:00+08:00');
    const elsewhere = actor({ ...house, database: other, now }, directoryReader());
    const here = actor({ ...house, now }, directoryReader());
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

describe('the commands', () => {
  const root = join(import.meta.dirname, '../..');
  const run = (folder: string, script: string, ...args: string[]) =>
    spawnSync(process.execPath, [`gateway/${script}.ts`, ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: folder, SAMPLE: 'off', LOG_LEVEL: 'silent' },
    });

  it('npm run calendar and npm run due say what they did, and what is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'credit-due-'));
    try {
      const file = join(folder, '2027.json');
      expect(run(folder, 'calendar', file)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('cannot be read'),
      });
      writeFileSync(file, JSON.stringify({ ...Y2027, days: [] }));
      expect(run(folder, 'calendar', file)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('has not been published yet'),
      });
      writeFileSync(file, `\uFEFF${JSON.stringify(Y2027)}`);
      expect(run(folder, 'calendar', file)).toMatchObject({
        status: 0,
        stdout: '2027 is loaded from https://example.invalid/2027. 0 deadlines were reckoned anew, 0 are firm now.\n',
      });
      expect(run(folder, 'calendar', file).stdout).toBe('2027 is held as the file has it; nothing was changed.\n');
      const differing = { ...Y2027, days: [...Y2027.days, { date: '2027-03-03', isOffDay: false }] };
      writeFileSync(file, JSON.stringify(differing));
      const refused = run(folder, 'calendar', file);
      expect(refused.status).toBe(1);
      expect(refused.stderr).toContain('Look again: 2027-03-03 is a weekday and said to be worked, as it is anyway.');
      expect(refused.stderr).toContain('- 2027-03-03: as the week has it until now, worked in the file');
      // Whoever is refused gives the folder back.
      expect(existsSync(join(folder, 'lock'))).toBe(false);
      writeFileSync(join(folder, 'lock'), String(process.pid));
      for (const command of [run(folder, 'calendar', file), run(folder, 'due')])
        expect(command).toMatchObject({
          status: 1,
          stderr: expect.stringContaining(`in use by process ${process.pid}`),
        });
      rmSync(join(folder, 'lock'));
      expect(run(folder, 'due', '--date', '2030-01-01')).toMatchObject({
        status: 0,
        stdout: '0 display periods ended, 0 clocks ran out, 0 paused clocks moved on.\n',
      });
      expect(run(folder, 'due').stdout).toMatch(/moved on\.\nStatistics of \d{4}-\d\d-\d\d: 0 cells decided on\.\n$/);
      expect(run(folder, 'due').stdout).toMatch(/\nThe statistics of the day are released already\.\n$/);
      expect(run(folder, 'due', '--date', '1.1.2030')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('--date'),
      });
      for (const script of ['due', 'calendar', 'verify-proof'])
        expect(run(folder, script, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run') });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
