/** An objection whose pause lies across the end of the year: provisional until the arrangement of the year is loaded, then firm (Article 39). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseHolidayFile } from '../../schema/law/clocks/calendar-file.ts';
import { lengthenClock, pauseClocks, resumeClocks, startClocks } from '../../subgraphs/clocks/clocks.ts';
import { loadYear } from '../../subgraphs/clocks/load-year.ts';
import { runDue } from '../../subgraphs/clocks/run-due.ts';
import { OPERATOR, onDatabaseOfStep, openWorld, type World } from '../kit.ts';

/** New Year until Sunday; Thursday 7 January off, and Saturday 9 January worked for it. Invented. */
const ARRANGED = parseHolidayFile({
  year: 2027,
  papers: ['https://example.invalid/2027'],
  days: [
    ...['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-07'].map((date) => ({ date, isOffDay: true })),
    { date: '2027-01-09', isOffDay: false },
  ],
});

onDatabaseOfStep('A39.2 an objection across the end of the year', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { environment: { DUE_EVERY_MS: '86400000' } });
  });
  afterAll(() => world.close());

  type Em = Parameters<typeof startClocks>[0];
  type Years = Parameters<typeof startClocks>[1];
  const on = async (day: string, work: (em: Em, years: Years, today: string) => Promise<unknown>): Promise<void> => {
    world.setNow(`${day}T10:00:00+08:00`);
    const request = world.server.requestAs({ role: 'OPERATOR' });
    try {
      const { calendar } = (await request.snapshot()).directory;
      await request.write('control', (em) => work(em, calendar, request.today));
    } finally {
      await request.abandon();
    }
  };
  const told = async () => {
    const { data } = await world.ask(
      OPERATOR,
      '{ deadlines(first: 9) { nodes { reference dueOn provisional earliest latest lateByWorkingDays } } }',
    );
    return Object.fromEntries(
      data.deadlines.nodes.map(({ reference, ...rest }: { reference: string }) => [reference, rest]),
    );
  };
  const firm = (dueOn: string) => ({
    dueOn,
    provisional: false,
    earliest: dueOn,
    latest: dueOn,
    lateByWorkingDays: null,
  });

  it('is provisional with its readings, and firm with the file; what is paused still and what is helped too', async () => {
    const all = ['resumed', 'helped', 'paused'];
    await on('2026-12-29', (em, years, today) =>
      startClocks(
        em,
        years,
        today,
        all.map((reference) => ({
          obligation: 'A39.2',
          kind: 'objection.decide',
          unit: 'HLJ-AMR',
          subjectId: null,
          reference,
          startedOn: today,
        })),
      ),
    );
    const named = (reference: string) => ({ kind: 'objection.decide', reference }) as const;
    await on('2026-12-31', async (em, years, today) => {
      for (const reference of all)
        await pauseClocks(em, years, today, named(reference), { from: today, reason: 'APPRAISAL' });
    });
    await on('2027-01-06', async (em, years, today) => {
      for (const reference of ['resumed', 'helped']) await resumeClocks(em, years, today, named(reference), today);
      await lengthenClock(em, years, today, named('helped'), 'objection.decide-with-help');
    });
    const { requestAs, platform } = world.server;
    await runDue(requestAs, platform.now);
    const before = await told();
    // Wednesday 30 December counted; by the week alone then the 6th and the 7th; with help five more: 8, 11, 12, 13 and, after 30, 6, 7, the seventh.
    expect(before.resumed).toMatchObject({ dueOn: '2027-01-07', provisional: true, lateByWorkingDays: null });
    expect(before.helped).toMatchObject({ dueOn: '2027-01-13', provisional: true });
    // Paused up to today, the 6th: the 7th and the 8th.
    expect(before.paused).toMatchObject({ dueOn: '2027-01-08', provisional: true });
    for (const { dueOn, earliest, latest } of Object.values<{ dueOn: string; earliest: string; latest: string }>(
      before,
    )) {
      expect(earliest <= dueOn && dueOn <= latest).toBe(true);
      expect(earliest < latest).toBe(true);
    }
    if (!ARRANGED.ok) throw new Error('The arrangement is no file.');
    expect(await loadYear(requestAs, ARRANGED.file, false, platform.now)).toEqual({
      outcome: 'LOADED',
      changed: 3,
      firm: 3,
    });
    // The 6th and Friday 8; with help 6, 8, Saturday 9, 11, 12 and 13 beside 30 December; of the paused one Friday 8 and Saturday 9.
    expect(await told()).toEqual({
      resumed: firm('2027-01-08'),
      helped: firm('2027-01-13'),
      paused: firm('2027-01-09'),
    });
    for (const [reference, { earliest, latest }] of Object.entries<{ earliest: string; latest: string }>(before)) {
      const { dueOn } = (await told())[reference];
      expect(earliest <= dueOn && dueOn <= latest).toBe(true);
    }
    world.setNow('2027-01-12T10:00:00+08:00');
    // Saturday 9, Monday 11 and Tuesday 12 are worked.
    expect((await told()).resumed).toMatchObject({ lateByWorkingDays: 3 });
  });
});
