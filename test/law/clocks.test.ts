import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  CALENDAR,
  type Calendar,
  calendarWith,
  isWorkingDay,
  SHIPPED,
} from '../../schema/law/clocks/calendar.ts';
import {
  ClockFault,
  dueOf,
  lengthenClock,
  meetClock,
  pauseClock,
  resumeClock,
  startClock,
  stateOf,
} from '../../schema/law/clocks/clocks.ts';

const TODAY = '2026-11-20';

describe('clocks', () => {
  it('A38.1 A39.4 an error is corrected, and a correction acted on, in three working days from the day of receipt', () => {
    // Friday 20 November 2026: Monday 23, Tuesday 24, Wednesday 25.
    for (const kind of ['error.correct', 'correction.act', 'objection.decide', 'reexamination.decide'] as const) {
      const clock = startClock('A39.4', kind, TODAY);
      expect(dueOf(clock, TODAY).date).toBe('2026-11-25');
      expect(stateOf(clock, '2026-11-25', '2026-11-25')).toBe('OPEN');
      expect(stateOf(clock, '2026-11-25', '2026-11-26')).toBe('OVERDUE');
      expect(stateOf(meetClock(clock, '2026-11-25'), '2026-11-25', '2027-01-01')).toBe('MET');
      expect(stateOf(meetClock(clock, '2026-11-26'), '2026-11-25', '2026-11-26')).toBe('LATE');
    }
  });

  it('A38.2 a basis that falls is told in two working days and amended in one', () => {
    expect(dueOf(startClock('A38.2', 'basis.tell', TODAY), TODAY).date).toBe('2026-11-24');
    expect(dueOf(startClock('A38.2', 'basis.amend', TODAY), TODAY).date).toBe('2026-11-23');
  });

  it('A39.2 time for an examination does not count', () => {
    const clock = startClock('A39.2', 'objection.decide', TODAY);
    const paused = pauseClock(clock, '2026-11-24', '检测');
    // Only Monday 23 has counted; while the laboratory works the date moves on.
    expect(dueOf(paused, '2026-11-24').date).toBe('2026-11-26');
    expect(dueOf(paused, '2026-12-01').date).toBe('2026-12-03');
    expect(stateOf(paused, '2026-11-25', '2026-12-01')).toBe('OPEN');
    const resumed = resumeClock(paused, '2026-12-02');
    // Wednesday 2 and Thursday 3 December are the second and third working day.
    expect(dueOf(resumed, '2027-06-01').date).toBe('2026-12-03');
    expect(() => pauseClock(paused, '2026-11-25', '检测')).toThrow(ClockFault);
    expect(() => pauseClock(resumed, '2026-12-01', '检测')).toThrow(ClockFault);
    expect(() => resumeClock(clock, TODAY)).toThrow(ClockFault);
    expect(() => resumeClock(paused, '2026-11-23')).toThrow(ClockFault);
    expect(() => meetClock(meetClock(clock, TODAY), TODAY)).toThrow(ClockFault);
    expect(() => meetClock(clock, '2026-11-19')).toThrow(ClockFault);
    expect(() => pauseClock(meetClock(clock, TODAY), TODAY, '检测')).toThrow(ClockFault);
  });

  it('A46.1 a pledge is verified within two months, a pause in days added', () => {
    const clock = startClock('A46.1', 'pledge.verify', '2026-12-31');
    expect(dueOf(clock, TODAY)).toMatchObject({ date: '2027-02-28', provisional: false });
    const resumed = resumeClock(pauseClock(clock, '2027-01-04', '鉴定'), '2027-01-14');
    expect(dueOf(resumed, '2027-05-01').date).toBe('2027-03-10');
  });

  it('A39.2 time that does not count does not count in a year that is not known either', () => {
    const clock = startClock('A39.2', 'objection.decide', '2026-12-30');
    const resumed = resumeClock(pauseClock(clock, '2027-01-04', '检测'), '2027-01-11');
    // Thursday 31 December, Friday 1 January by the week, then Monday 11 January. At best 1 and 2 January are worked; at worst
    // nothing before the pause is, and the two days behind it take as long as 23 January to 4 February 2020 did: twelve days.
    expect(dueOf(resumed, '2027-02-01')).toEqual({
      date: '2027-01-11',
      provisional: true,
      earliest: '2027-01-02',
      latest: '2027-01-22',
    });
    // All of what is unknown lies in the pause: what is left is counted in a year that came.
    const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ date, isOffDay: true }));
    expect(dueOf(resumed, '2027-02-01', calendarWith([{ year: 2027, days }])).date).toBe('2027-01-12');
  });

  it('A39.2 a pause that was never ended is over when the clock is met', () => {
    const met = meetClock(
      pauseClock(startClock('A39.2', 'objection.decide', TODAY), '2026-11-24', '检测'),
      '2026-12-01',
    );
    expect(dueOf(met, '2026-12-01').date).toBe('2026-12-03');
    expect(dueOf(met, '2027-06-01').date).toBe('2026-12-03');
    expect(stateOf(met, '2026-12-03', '2027-06-01')).toBe('MET');
  });

  it('A39.2 a pause that is still to come takes no day, and moves no reading', () => {
    const clock = startClock('A39.2', 'complaint.answer', '2027-08-04');
    const paused = pauseClock(clock, '2027-08-28', '检测');
    expect(dueOf(paused, '2027-08-05')).toEqual(dueOf(clock, '2027-08-05'));
    const met = meetClock(paused, '2027-08-06');
    expect(dueOf(met, '2027-10-01')).toEqual(dueOf(clock, '2027-10-01'));
  });

  it('A39.2 with help it is seven working days in all from the same start, and what did not count still does not', () => {
    const clock = startClock('A39.2', 'objection.decide', TODAY);
    const help = lengthenClock(clock, 'objection.decide-with-help');
    // Monday 23 November to Friday 27 are five, Monday 30 and Tuesday 1 December the other two.
    expect(dueOf(help, TODAY).date).toBe('2026-12-01');
    expect(help).toEqual({ ...clock, kind: 'objection.decide-with-help' });
    const paused = resumeClock(pauseClock(clock, '2026-11-24', '检测'), '2026-12-02');
    // Monday 23 November, then Wednesday 2 December to Wednesday 9: 2, 3, 4, 7, 8, 9.
    expect(dueOf(lengthenClock(paused, 'objection.decide-with-help'), '2027-01-01').date).toBe('2026-12-09');
    // Nothing becomes shorter, or of another measure, or runs on after it was met.
    for (const kind of ['objection.decide', 'objection.help', 'pledge.verify', 'pledge.correct'] as const)
      expect(() => lengthenClock(clock, kind)).toThrow(ClockFault);
    expect(() => lengthenClock(help, 'objection.decide')).toThrow(ClockFault);
    expect(() => lengthenClock(meetClock(clock, TODAY), 'objection.decide-with-help')).toThrow(ClockFault);
  });

  it('A39.2 nothing runs before the law that sets it', () => {
    expect(() => startClock('A39.2', 'objection.decide', '2022-06-30')).toThrow(ClockFault);
    expect(dueOf(startClock('A39.2', 'objection.decide', '2022-07-01'), TODAY).date).toBe('2022-07-06');
  });

  it('a year that is loaded makes a provisional date firm', () => {
    const clock = startClock('A39.2', 'objection.decide', '2026-12-31');
    expect(dueOf(clock, TODAY)).toMatchObject({ date: '2027-01-05', provisional: true });
    // A year as it might be arranged: New Year until Sunday 3 January.
    const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ date, isOffDay: true }));
    expect(dueOf(clock, TODAY, calendarWith([{ year: 2027, days }]))).toEqual({
      date: '2027-01-06',
      provisional: false,
      earliest: '2027-01-06',
      latest: '2027-01-06',
    });
  });
});

describe('readings beyond the years held', () => {
  const without = (year: number): Calendar => ({
    years: new Set([...CALENDAR.years].filter((held) => held !== year)),
    exceptions: new Map([...CALENDAR.exceptions].filter(([date]) => !date.startsWith(String(year)))),
  });
  const calendars = new Map([...CALENDAR.years].map((year) => [year, without(year)]));
  /** Counted without the year, and with no word of it in the evidence. */
  const blind = (year: number, start: string, count: number) => {
    const calendar = calendars.get(year) as Calendar;
    return addWorkingDays(start, count, { calendar, evidence: calendar });
  };

  it('hold the true date, whatever year is taken away, but for Spring Festival of 2020', () => {
    const missed = new Set<string>();
    for (const year of CALENDAR.years)
      for (let offset = -30; offset <= 365; offset += 1)
        // Each day with two of the four periods, in turns.
        for (const count of offset % 2 === 0 ? [1, 7] : [3, 20]) {
          const start = addDays(`${year}-01-01`, offset);
          const truth = addWorkingDays(start, count);
          if (truth.provisional) continue;
          const due = blind(year, start, count);
          if (!due.provisional) expect([year, start, count, due.date]).toEqual([year, start, count, truth.date]);
          if (due.earliest <= truth.date && truth.date <= due.latest) continue;
          missed.add(truth.date.slice(0, 7));
          // On 27 January 2020 the State Council prolonged the festival from the 30th to 2 February: three days, none foreseeable.
          expect(start <= '2020-01-23' && truth.date >= '2020-02-03' && truth.date <= addDays(due.latest, 3)).toBe(
            true,
          );
        }
    expect([...missed]).toEqual(['2020-02']);
  });

  it('hold the true date of a clock that is paused where nothing is known', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...[...CALENDAR.years].filter((year) => year !== 2020)),
        fc.integer({ min: -10, max: 300 }),
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.record({ after: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 9 }) }), {
          maxLength: 3,
        }),
        (year, offset, count, pauses) => {
          const start = addDays(`${year}-01-01`, offset);
          let last = start;
          const gaps = pauses.map(({ after, days }) => {
            const from = addDays(last, after);
            last = addDays(from, days);
            return { from, until: last };
          });
          // Counted day by day, with nothing of what is tested.
          let truth = start;
          for (let left = count; left > 0; ) {
            truth = addDays(truth, 1);
            const day = truth;
            const working = isWorkingDay(day);
            fc.pre(working !== undefined && !day.startsWith('2020-0'));
            if (working && !gaps.some(({ from, until }) => from <= day && day < until)) left -= 1;
          }
          expect(addWorkingDays(start, count, { gaps })).toMatchObject({ date: truth, provisional: false });
          const calendar = calendars.get(year) as Calendar;
          const due = addWorkingDays(start, count, { calendar, evidence: calendar, gaps });
          expect(due.earliest <= truth && truth <= due.latest).toBe(true);
          expect(due.earliest <= due.date && due.date <= due.latest).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are not wider than need be: a weekend that is worked can bring a date forward, a week of holidays put it off', () => {
    // Received on Thursday 31 December 2026: at best 1 and 2 January are worked, at worst a Spring Festival of ten days begins.
    const due = addWorkingDays('2026-12-31', 1);
    expect(due).toEqual({ date: '2027-01-01', provisional: true, earliest: '2027-01-01', latest: '2027-01-11' });
    // Thursday 23 January to Monday 3 February 2020 is the longest wait for a working day since 2019.
    expect([isWorkingDay('2020-01-23'), isWorkingDay('2020-02-03')]).toEqual([true, true]);
    expect(addWorkingDays('2020-01-23', 1).date).toBe('2020-02-03');
    const five = addWorkingDays('2026-12-31', 5);
    // Five days in a row without a weekend between are the least that five working days take.
    expect(five.earliest).toBe('2027-01-05');
  });
});

describe('years that come', () => {
  it('replace what was held, with their word on the December before', () => {
    // The arrangement of 2019 had Saturday 29 December 2018 worked and Monday 31 December off.
    expect([isWorkingDay('2018-12-29'), isWorkingDay('2018-12-31')]).toEqual([true, false]);
    const days = [{ date: '2019-01-01', isOffDay: true }];
    expect(isWorkingDay('2018-12-31', calendarWith([{ year: 2019, days }]))).toBeUndefined();
    // A new file of 2022 leaves alone what the arrangement of 2023 says of 31 December 2022.
    const y2022 = SHIPPED.find(({ year }) => year === 2022) as (typeof SHIPPED)[number];
    expect(calendarWith([y2022])).toEqual(CALENDAR);
    const y2023 = SHIPPED.find(({ year }) => year === 2023) as (typeof SHIPPED)[number];
    const worked = {
      ...y2023,
      days: y2023.days.map((day) => (day.date === '2022-12-31' ? { ...day, isOffDay: false } : day)),
    };
    expect(isWorkingDay('2022-12-31', calendarWith([worked, y2022]))).toBe(true);
    expect(isWorkingDay('2022-12-31')).toBe(false);
  });
});
