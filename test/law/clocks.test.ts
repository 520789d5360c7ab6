import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  CALENDAR,
  type Calendar,
  extendCalendar,
  isWorkingDay,
} from '../../schema/law/calendar.ts';
import { ClockFault, dueOf, meetClock, pauseClock, resumeClock, startClock, stateOf } from '../../schema/law/clocks.ts';

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

  it('A39.2 nothing runs before the law that sets it', () => {
    expect(() => startClock('A39.2', 'objection.decide', '2022-06-30')).toThrow(ClockFault);
    expect(dueOf(startClock('A39.2', 'objection.decide', '2022-07-01'), TODAY).date).toBe('2022-07-06');
  });

  it('a year that is loaded makes a provisional date firm', () => {
    const clock = startClock('A39.2', 'objection.decide', '2026-12-31');
    expect(dueOf(clock, TODAY)).toMatchObject({ date: '2027-01-05', provisional: true });
    // A year as it might be arranged: New Year until Sunday 3 January.
    const days = ['2027-01-01', '2027-01-02', '2027-01-03'].map((date) => ({ date, isOffDay: true }));
    expect(dueOf(clock, TODAY, extendCalendar(CALENDAR, [{ year: 2027, days }]))).toEqual({
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

  it('hold the true date, whatever year is taken away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CALENDAR.years),
        fc.integer({ min: -30, max: 330 }),
        fc.integer({ min: 1, max: 20 }),
        (year, offset, count) => {
          const start = addDays(`${year}-01-01`, offset);
          const truth = addWorkingDays(start, count);
          fc.pre(!truth.provisional);
          const due = addWorkingDays(start, count, { calendar: calendars.get(year) as Calendar });
          if (!due.provisional) expect(due.date).toBe(truth.date);
          expect(due.earliest <= truth.date && truth.date <= due.latest).toBe(true);
          expect(due.earliest <= due.date && due.date <= due.latest).toBe(true);
        },
      ),
      { numRuns: 300 },
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
