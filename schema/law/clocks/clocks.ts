/**
 * Clocks of the statutory periods: one engine for every one of them. A clock is dates alone; how it stands is reckoned from them, from the
 * dated number of its term and from the working days known, so that a year that is loaded later makes it firm.
 */

import { type Term, type TermKey, termOn } from '../articles/terms.ts';
import { addDays, addMonths, addWorkingDays, CALENDAR, type Calendar, type Due } from './calendar.ts';

/** Time that does not count, such as an examination or a test (Article 39 §3): days from `from` up to, not with, `until`. */
export interface Pause {
  readonly from: string;
  /** Null while it lasts. */
  readonly until: string | null;
  readonly reason: string;
}

export interface Clock {
  /** Id of the obligation, such as A39.2. */
  readonly obligation: string;
  /** The term that says how long. */
  readonly kind: TermKey;
  /** Day of receipt; it does not count. */
  readonly startedOn: string;
  /** In order, none overlapping another; only the last one may last. */
  readonly pauses: readonly Pause[];
  readonly metOn: string | null;
  /** The day that an order set, where the term has no figure of its own. */
  readonly setFor?: string | null | undefined;
}

export const CLOCK_STATES = ['OPEN', 'MET', 'LATE', 'OVERDUE'] as const;
/** Open and in time; met in time; met after it was due; open and past due. */
export type ClockState = (typeof CLOCK_STATES)[number];

/** A fault of how a clock is used: the message says what is not possible. */
export class ClockFault extends Error {}

/** Begins to run. Throws ClockFault where no number was in force on the day. */
export function startClock(obligation: string, kind: TermKey, startedOn: string, setFor: string | null = null): Clock {
  const term = termOn(kind, startedOn);
  if (term === undefined) throw new ClockFault(`No law set ${kind} on ${startedOn}.`);
  if ((term.unit === 'SET') !== (setFor !== null))
    throw new ClockFault(`${kind} runs up to a day that an order sets, others do not.`);
  return { obligation, kind, startedOn, pauses: [], metOn: null, setFor };
}

const lasting = (clock: Clock): Pause | undefined => clock.pauses.find((pause) => pause.until === null);

/** Stops counting from a day on. Throws ClockFault for a clock that is met, paused already, or paused before its start or last pause. */
export function pauseClock(clock: Clock, from: string, reason: string): Clock {
  if (clock.metOn !== null) throw new ClockFault(`The clock was met on ${clock.metOn}.`);
  if (lasting(clock) !== undefined) throw new ClockFault('The clock is paused already.');
  const earliest = clock.pauses.at(-1)?.until ?? clock.startedOn;
  if (from < earliest) throw new ClockFault(`A pause cannot begin on ${from}, before ${earliest}.`);
  return { ...clock, pauses: [...clock.pauses, { from, until: null, reason }] };
}

/** Counts on from a day. Throws ClockFault for a clock that is not paused, or a day before the pause began. */
export function resumeClock(clock: Clock, until: string): Clock {
  const pause = lasting(clock);
  if (pause === undefined) throw new ClockFault('The clock is not paused.');
  if (until < pause.from) throw new ClockFault(`The pause began on ${pause.from}; it cannot end on ${until}.`);
  return { ...clock, pauses: clock.pauses.map((one) => (one === pause ? { ...one, until } : one)) };
}

/** What had to be done was done. Throws ClockFault the second time, and for a day before the start. */
export function meetClock(clock: Clock, on: string): Clock {
  if (clock.metOn !== null) throw new ClockFault(`The clock was met on ${clock.metOn} already.`);
  if (on < clock.startedOn) throw new ClockFault(`The clock began on ${clock.startedOn}; it cannot be met on ${on}.`);
  return { ...clock, metOn: on };
}

function termOf(clock: Clock): Term {
  const term = termOn(clock.kind, clock.startedOn);
  if (term === undefined) throw new ClockFault(`No law set ${clock.kind} on ${clock.startedOn}.`);
  return term;
}

/** Up to, not with, which day a pause that lasts is reckoned: it ends for good on the day that the clock is met. */
const openEnd = ({ metOn }: Clock, today: string): string =>
  addDays(metOn !== null && metOn < today ? metOn : today, 1);

/**
 * When it is due, with both readings where the working days are not known yet. While a pause lasts, every day up to today is left
 * out: the date moves on with the days.
 */
export function dueOf(clock: Clock, today: string, calendar: Calendar = CALENDAR): Due {
  const term = termOf(clock);
  const gaps = clock.pauses.map(({ from, until }) => ({ from, until: until ?? openEnd(clock, today) }));
  if (term.unit === 'WORKING_DAYS') return addWorkingDays(clock.startedOn, term.value, { calendar, gaps });
  const end =
    clock.setFor ??
    (term.unit === 'MONTHS' ? addMonths(clock.startedOn, term.value) : addDays(clock.startedOn, term.value));
  const paused = gaps.reduce((sum, { from, until }) => sum + daysFrom(from, until), 0);
  const date = addDays(end, paused);
  return { date, provisional: false, earliest: date, latest: date };
}

function daysFrom(from: string, until: string): number {
  let days = 0;
  for (let day = from; day < until; day = addDays(day, 1)) days += 1;
  return days;
}

/** How it stands on a day. A clock that is due today is still in time; one that is paused is never overdue. */
export function stateOf(clock: Clock, due: string, today: string): ClockState {
  if (clock.metOn !== null) return clock.metOn <= due ? 'MET' : 'LATE';
  return due < today && lasting(clock) === undefined ? 'OVERDUE' : 'OPEN';
}
