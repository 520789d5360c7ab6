/**
 * Clocks of the statutory periods; one engine serves all of them. A clock stores dates only. Its due date and state are computed from them,
 * from the figure of its term and from the known working days. A provisional due date therefore becomes firm once its year is loaded.
 */

import type { ObligationId } from '../articles/obligations.ts';
import { type Term, type TermKey, termOn } from '../articles/terms.ts';
import { addDays, addMonths, addWorkingDays, CALENDAR, type Calendar, type Due, isWorkingDay } from './calendar.ts';

/** Time that does not count, such as an examination or a test (Article 39 §3): from `from` to the day before `until`. */
export interface Pause {
  readonly from: string;
  /** Null while it lasts. */
  readonly until: string | null;
  readonly reason: string;
}

export interface Clock {
  /** Id of the obligation, such as A39.2. */
  readonly obligation: ObligationId;
  /** Key of the term that sets its length. */
  readonly kind: TermKey;
  /** Day of receipt; it does not count. */
  readonly startedOn: string;
  /** Sorted, without overlaps. Only the last one may be open. */
  readonly pauses: readonly Pause[];
  readonly metOn: string | null;
  /** The last day by an administrative order, where the term has no figure of its own (`SET`). */
  readonly setFor?: string | null | undefined;
}

export const CLOCK_STATES = ['OPEN', 'MET', 'LATE', 'OVERDUE'] as const;
/** In this order: not met and in time; met in time; met after the due date; not met and past due. */
export type ClockState = (typeof CLOCK_STATES)[number];

/** A change that a clock does not allow. The message says why, `zh` the same in Chinese. */
export class ClockFault extends Error {
  readonly zh: string;
  constructor(message: string, zh: string) {
    super(message);
    this.zh = zh;
  }
}

const noLaw = (kind: TermKey, day: string): ClockFault =>
  new ClockFault(`No law set ${kind} on ${day}.`, `${day}没有法律规定期限${kind}。`);

/** Starts a clock. Throws ClockFault where no figure was in force on the day. */
export function startClock(
  obligation: ObligationId,
  kind: TermKey,
  startedOn: string,
  setFor: string | null = null,
): Clock {
  const term = termOn(kind, startedOn);
  if (term === undefined) throw noLaw(kind, startedOn);
  if ((term.unit === 'SET') !== (setFor !== null))
    throw new ClockFault(
      `${kind} runs up to a day that an order sets, others do not.`,
      `期限${kind}与其他期限不同，只有由命令规定截止日的期限才有截止日。`,
    );
  return { obligation, kind, startedOn, pauses: [], metOn: null, setFor };
}

const lasting = (clock: Clock): Pause | undefined => clock.pauses.find((pause) => pause.until === null);

/** Pauses a clock from a day on. Throws ClockFault where it is met or paused already, or the day lies before its start or last pause. */
export function pauseClock(clock: Clock, from: string, reason: string): Clock {
  if (clock.metOn !== null)
    throw new ClockFault(`The clock was met on ${clock.metOn}.`, `该期限已于${clock.metOn}办结。`);
  if (lasting(clock) !== undefined) throw new ClockFault('The clock is paused already.', '该期限已中止计算。');
  const earliest = clock.pauses.at(-1)?.until ?? clock.startedOn;
  if (from < earliest)
    throw new ClockFault(
      `A pause cannot begin on ${from}, before ${earliest}.`,
      `中止不能自${from}起，早于${earliest}。`,
    );
  return { ...clock, pauses: [...clock.pauses, { from, until: null, reason }] };
}

/** Resumes a clock on a day. Throws ClockFault where it is not paused, or the day lies before the pause. */
export function resumeClock(clock: Clock, until: string): Clock {
  const pause = lasting(clock);
  if (pause === undefined) throw new ClockFault('The clock is not paused.', '该期限没有中止计算。');
  if (until < pause.from)
    throw new ClockFault(
      `The pause began on ${pause.from}; it cannot end on ${until}.`,
      `中止自${pause.from}起，不能于${until}结束。`,
    );
  return { ...clock, pauses: clock.pauses.map((one) => (one === pause ? { ...one, until } : one)) };
}

/**
 * Gives a clock the longer term of another kind, in all from the same start: three working days become seven where others help (Article 39 §2). Pauses
 * stay. Throws ClockFault for a clock that was met, and for a term that is not longer.
 */
export function lengthenClock(clock: Clock, kind: TermKey): Clock {
  if (clock.metOn !== null)
    throw new ClockFault(`The clock was met on ${clock.metOn}.`, `该期限已于${clock.metOn}办结。`);
  const [before, after] = [termOf(clock), termOf({ ...clock, kind })];
  if (after.unit === 'SET' || after.unit !== before.unit || after.value <= before.value)
    throw new ClockFault(`${kind} is not longer than ${clock.kind}.`, `期限${kind}并不长于${clock.kind}。`);
  return { ...clock, kind };
}

/** Records that the obligation was met. Throws ClockFault where it was met before, or the day lies before the start. */
export function meetClock(clock: Clock, on: string): Clock {
  if (clock.metOn !== null)
    throw new ClockFault(`The clock was met on ${clock.metOn} already.`, `该期限已于${clock.metOn}办结。`);
  if (on < clock.startedOn)
    throw new ClockFault(
      `The clock began on ${clock.startedOn}; it cannot be met on ${on}.`,
      `该期限自${clock.startedOn}起算，不能于${on}办结。`,
    );
  return { ...clock, metOn: on };
}

function termOf(clock: Clock): Term {
  const term = termOn(clock.kind, clock.startedOn);
  if (term === undefined) throw noLaw(clock.kind, clock.startedOn);
  return term;
}

/** The day after the last day of an open pause, for the count: the pause runs to today, or to the day on which the clock was met. */
const openEnd = ({ metOn }: Clock, today: string): string =>
  addDays(metOn !== null && metOn < today ? metOn : today, 1);

/**
 * The due date, with its bounds where the working days are not known yet. During an open pause every day up to today is left out, so the due
 * date moves by one each day.
 */
export function dueOf(clock: Clock, today: string, calendar: Calendar = CALENDAR): Due {
  const term = termOf(clock);
  // A pause that begins behind today, or behind the day on which the clock was met, has not taken a day.
  const gaps = clock.pauses
    .map(({ from, until }) => ({ from, until: until ?? openEnd(clock, today) }))
    .filter(({ from, until }) => from < until);
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

/** The state of a clock on a day. On its due date it is still in time. While paused it is never overdue. */
export function stateOf(clock: Clock, due: string, today: string): ClockState {
  if (clock.metOn !== null) return clock.metOn <= due ? 'MET' : 'LATE';
  return due < today && lasting(clock) === undefined ? 'OVERDUE' : 'OPEN';
}

/**
 * By how many working days a clock is late: those after its last day in time, up to the day on which it was met, or up to today while it is not. Null where it is
 * not late, and where the working days are not known: a due date that may still move, or a year that was not loaded.
 */
export function workingDaysLate(
  { status, dueOn, provisional, metOn }: LateClock,
  today: string,
  calendar: Calendar = CALENDAR,
): number | null {
  if (provisional || (status !== 'LATE' && status !== 'OVERDUE')) return null;
  const until = metOn ?? today;
  let late = 0;
  for (let day = addDays(dueOn, 1); day <= until; day = addDays(day, 1)) {
    const working = isWorkingDay(day, calendar);
    if (working === undefined) return null;
    if (working) late += 1;
  }
  return late;
}

/** What is kept of a clock, with its state. */
interface LateClock {
  readonly status: ClockState;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly metOn: string | null;
}
