/**
 * Statutory periods against a program in another language that shares no code: every day of 2019 to 2027 as a start, under every figure of the law, and what
 * may be done to a clock in any order. A proof, for it needs Python.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TERMS, type TermKey } from '../../schema/law/articles/terms.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  CALENDAR,
  type Calendar,
  calendarWith,
  type HolidayYear,
  todayIn,
} from '../../schema/law/clocks/calendar.ts';
import {
  type Clock,
  ClockFault,
  dueOf,
  lengthenClock,
  meetClock,
  pauseClock,
  resumeClock,
  startClock,
} from '../../schema/law/clocks/clocks.ts';

const DATA = join(import.meta.dirname, '../../schema/law/clocks/data');
const missing = spawnSync('python3', ['-c', 'import zoneinfo; zoneinfo.ZoneInfo("Asia/Shanghai")']).status !== 0;

/** What Python answers, case by case. */
function byPython<Answer>(cases: readonly object[], years: readonly HolidayYear[] = []): Answer[] {
  const { status, stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, 'clocks.py')], {
    input: JSON.stringify({ folder: DATA, years, cases }),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A year as it might be arranged, with worked weekends and two long holidays. */
const LOADED: HolidayYear = {
  year: 2027,
  days: [
    ...[
      '01-01',
      '01-02',
      '01-03',
      '02-05',
      '02-06',
      '02-07',
      '02-08',
      '02-09',
      '02-10',
      '02-11',
      '05-03',
      '10-01',
      '10-04',
      '10-05',
      '10-06',
      '10-07',
    ].map((day) => ({ date: `2027-${day}`, isOffDay: true })),
    ...['01-30', '02-20', '09-26', '10-09'].map((day) => ({ date: `2027-${day}`, isOffDay: false })),
  ],
};
const CALENDARS: readonly (readonly [string, Calendar, readonly HolidayYear[]])[] = [
  ['the years that are held', CALENDAR, []],
  ['2027 as it may be loaded', calendarWith([LOADED]), [LOADED]],
];

const starts: string[] = [];
for (let day = '2019-01-01'; day <= '2027-12-31'; day = addDays(day, 1)) starts.push(day);

/** Figures that are periods; each measure and length once. */
const figures = [
  ...new Map(
    TERMS.filter(({ unit }) => ['WORKING_DAYS', 'MONTHS', 'DAYS'].includes(unit)).map((term) => [
      `${term.unit} ${term.value}`,
      term,
    ]),
  ).values(),
];

/** The decision of an objection, which help makes longer, and a period of months, which nothing does. */
const LIVED: readonly {
  readonly kind: TermKey;
  readonly longer: TermKey;
  readonly values: readonly number[];
  readonly unit: string;
}[] = [
  { kind: 'objection.decide', longer: 'objection.decide-with-help', values: [3, 7], unit: 'WORKING_DAYS' },
  { kind: 'objection.label', longer: 'complaint.answer', values: [1, 20], unit: 'WORKING_DAYS' },
];
const WHAT = ['pause', 'resume', 'lengthen', 'meet'] as const;

/** A start since the Regulations are in force, and what is done to the clock on days around it, in any order. */
const life = fc.record({
  start: fc.constantFrom(...starts.filter((day) => day >= '2022-07-01')),
  which: fc.constantFrom(...LIVED),
  acts: fc.array(
    fc.tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('pause', 'resume') },
        { weight: 1, arbitrary: fc.constantFrom(...WHAT) },
      ),
      fc.integer({ min: -2, max: 24 }),
    ),
    { maxLength: 8 },
  ),
  today: fc.integer({ min: 0, max: 40 }),
});

function act(clock: Clock, what: (typeof WHAT)[number] | string, day: string, longer: TermKey): Clock {
  if (what === 'pause') return pauseClock(clock, day, 'TESTING');
  if (what === 'resume') return resumeClock(clock, day);
  return what === 'lengthen' ? lengthenClock(clock, longer) : meetClock(clock, day);
}

describe.skipIf(missing)('Python (skipped without python3 and its zone Asia/Shanghai)', () => {
  it.each(CALENDARS)(
    'A38.1 A38.2 A39.2 A39.4 every start under every figure ends on the same day: %s',
    (_name, calendar, years) => {
      expect(figures.length).toBeGreaterThan(6);
      const cases = figures.flatMap(({ unit, value }) => starts.map((start) => ({ start, unit, value, today: start })));
      const found = byPython<[string, boolean]>(cases, years);
      const wrong = cases.filter(({ start, unit, value }, at) => {
        const due =
          unit === 'WORKING_DAYS'
            ? addWorkingDays(start, value, { calendar })
            : {
                date: unit === 'MONTHS' ? addMonths(start, value) : addDays(start, value),
                provisional: false,
                earliest: '',
                latest: '9',
              };
        const [date, provisional] = found[at] ?? [];
        const bounded = due.earliest <= due.date && due.date <= due.latest;
        return due.date !== date || due.provisional !== provisional || !bounded;
      });
      expect(found).toHaveLength(cases.length);
      expect(wrong).toEqual([]);
    },
  );

  it.each(CALENDARS)(
    'A39.2 whatever is done to a clock, in any order: what is refused, and when it is due: %s',
    (_name, calendar, years) => {
      const lives = fc.sample(life, { seed: 39, numRuns: 6_000 }).map(({ start, which, acts, today }) => ({
        start,
        which,
        today: addDays(start, today),
        acts: acts.map(([what, days]) => [what, addDays(start, days)] as const),
      }));
      const cases = lives.map(({ which: { unit, values }, ...rest }) => ({ ...rest, unit, values }));
      const found = byPython<[boolean[], [string, boolean]]>(cases, years);
      const outside: unknown[] = [];
      let [refused, provisional, lengthened] = [0, 0, 0];
      for (const [at, { start, which, acts, today }] of lives.entries()) {
        let clock = startClock('A39.2', which.kind, start);
        const allowed = acts.map(([what, day]) => {
          try {
            clock = act(clock, what, day, which.longer);
            return true;
          } catch (error) {
            if (!(error instanceof ClockFault)) throw error;
            refused += 1;
            return false;
          }
        });
        const due = dueOf(clock, today, calendar);
        expect([at, allowed, [due.date, due.provisional]]).toEqual([at, ...(found[at] ?? [])]);
        const bounded = due.earliest <= due.date && due.date <= due.latest;
        if (!bounded) outside.push([clock, due]);
        if (due.provisional) provisional += 1;
        else expect([due.earliest, due.latest]).toEqual([due.date, due.date]);
        if (clock.kind !== which.kind) lengthened += 1;
      }
      expect(outside).toEqual([]);
      // All of it happened, and often: where 2027 is loaded only what reaches 2028 is provisional.
      expect(refused).toBeGreaterThan(2_000);
      expect(lengthened).toBeGreaterThan(500);
      expect(provisional).toBeGreaterThan(years.length === 0 ? 500 : 5);
    },
  );

  it('a day begins in Shanghai, whatever the zone of the machine', () => {
    const instants = fc
      .sample(
        fc.date({ min: new Date('2019-01-01T00:00:00Z'), max: new Date('2027-12-31T23:59:59Z'), noInvalidDate: true }),
        {
          seed: 8,
          numRuns: 2_000,
        },
      )
      .flatMap((at) => [
        at,
        new Date(`${at.toISOString().slice(0, 10)}T15:59:59.999Z`),
        new Date(`${at.toISOString().slice(0, 10)}T16:00:00Z`),
      ]);
    const found = byPython<string>(instants.map((at) => ({ instant: at.toISOString().replace('Z', '+00:00') })));
    expect(instants.map(todayIn)).toEqual(found);
  });
});
