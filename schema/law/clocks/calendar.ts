/**
 * Dates and working days in Asia/Shanghai, as calendar dates `YYYY-MM-DD` whatever the machine's zone. Working days follow the
 * yearly arrangement of the State Council; outside the years that are held a count is provisional and says so.
 */
import y2019 from './data/holiday-cn-2019.json' with { type: 'json' };
import y2020 from './data/holiday-cn-2020.json' with { type: 'json' };
import y2021 from './data/holiday-cn-2021.json' with { type: 'json' };
import y2022 from './data/holiday-cn-2022.json' with { type: 'json' };
import y2023 from './data/holiday-cn-2023.json' with { type: 'json' };
import y2024 from './data/holiday-cn-2024.json' with { type: 'json' };
import y2025 from './data/holiday-cn-2025.json' with { type: 'json' };
import y2026 from './data/holiday-cn-2026.json' with { type: 'json' };

/** A year of the arrangement: days off and worked weekends. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

export interface Calendar {
  readonly years: ReadonlySet<number>;
  /** Date to whether it is a day off, where the arrangement says something else than the week does. */
  readonly exceptions: ReadonlyMap<string, boolean>;
}

/** A calendar of the years given; a year without days is not covered. */
export const createCalendar = (years: readonly HolidayYear[]): Calendar => ({
  years: new Set(years.filter((year) => year.days.length > 0).map((year) => year.year)),
  exceptions: new Map(years.flatMap((year) => year.days.map(({ date, isOffDay }) => [date, isOffDay] as const))),
});

/** The arrangements that ship: 2019 to 2026. */
export const SHIPPED: readonly HolidayYear[] = [y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026];
export const CALENDAR: Calendar = createCalendar(SHIPPED);

/**
 * The arrangements that ship and further years; a year given again replaces what was held, with its word on the December before.
 * Where two arrangements speak of one day, that of the later year holds.
 */
export function calendarWith(years: readonly HolidayYear[]): Calendar {
  if (years.length === 0) return CALENDAR;
  const given = new Set(years.map(({ year }) => year));
  return createCalendar(
    [...SHIPPED.filter(({ year }) => !given.has(year)), ...years].sort((one, other) => one.year - other.year),
  );
}

const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const instantOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Whether the text is a date that exists, from year 1000 to 9999. */
export const isDate = (text: string): boolean => {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = instantOf(text);
  return !Number.isNaN(instant) && dateOf(instant) === text;
};

/** The date in Asia/Shanghai at an instant. The zone has had no other offset since 1991. */
export const todayIn = (instant: Date): string => dateOf(instant.getTime() + SHANGHAI_OFFSET_MS);

export const addDays = (date: string, days: number): string => dateOf(instantOf(date) + days * DAY_MS);

/** Months later, at the end of the month where the day does not exist there. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return dateOf(first.getTime());
}

/** Saturday or Sunday, whatever an arrangement says. */
export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(instantOf(date)).getUTCDay());

/** Whether a date is a working day; undefined in a year whose arrangement is not held. */
export function isWorkingDay(date: string, calendar: Calendar = CALENDAR): boolean | undefined {
  const off = calendar.exceptions.get(date);
  if (off !== undefined) return !off;
  return calendar.years.has(Number(date.slice(0, 4))) ? !isWeekend(date) : undefined;
}

/** When a number of working days is over. */
export interface Due {
  readonly date: string;
  /** The count reached a year whose arrangement is not held: the date may change when it is. */
  readonly provisional: boolean;
  /** As few calendar days as any stretch of the years held has taken: weekends that are worked bring a date forward. */
  readonly earliest: string;
  /** As many as any stretch of the years held has taken (Spring Festival of 2020). */
  readonly latest: string;
}

/** The first working day after a date; undefined where the arrangement of its year is not held. */
function nextWorkingDay(date: string, calendar: Calendar): string | undefined {
  let day = addDays(date, 1);
  for (let working = isWorkingDay(day, calendar); working !== true; working = isWorkingDay(day, calendar)) {
    if (working === undefined) return undefined;
    day = addDays(day, 1);
  }
  return day;
}

interface Span {
  readonly least: number;
  readonly most: number;
}

/** Spans by count, for each calendar that was asked: made once, since every stretch of every year is looked at. */
const SPANS = new WeakMap<Calendar, Map<number, Span>>();

const daysBetween = (from: string, to: string): number => (instantOf(to) - instantOf(from)) / DAY_MS;

/** Calendar days that `count` working days have taken, at least and at most, from any day of the years held. */
function spanOf(count: number, calendar: Calendar): Span {
  const known = SPANS.get(calendar) ?? new Map<number, Span>();
  SPANS.set(calendar, known);
  const found = known.get(count);
  if (found !== undefined) return found;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const year of calendar.years)
    for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
      let date: string | undefined = addDays(day, -1);
      const start = date;
      for (let left = count; left > 0 && date !== undefined; left -= 1) date = nextWorkingDay(date, calendar);
      if (date === undefined) continue;
      least = Math.min(least, daysBetween(start, date));
      most = Math.max(most, daysBetween(start, date));
    }
  // Longer than all that is held: two stretches bound one.
  const span =
    most > 0
      ? { least, most }
      : addSpans(spanOf(Math.floor(count / 2), calendar), spanOf(Math.ceil(count / 2), calendar));
  known.set(count, span);
  return span;
}

const addSpans = (one: Span, other: Span): Span => ({ least: one.least + other.least, most: one.most + other.most });

/** Days that do not count, from `from` up to, not with, `until`. */
export interface Gap {
  readonly from: string;
  readonly until: string;
}

/** The day on which `left` working days after `edge` are over if a count takes `take` calendar days: what is left after each gap goes on behind it. */
function reading(edge: string, left: number, gaps: readonly Gap[], take: (count: number) => number): string {
  let from = edge;
  let rest = left;
  for (const gap of gaps) {
    if (gap.until <= addDays(from, 1)) continue;
    const room = Math.max(0, daysBetween(from, gap.from) - 1);
    if (take(rest) <= room) break;
    let counted = 0;
    while (take(counted + 1) <= room) counted += 1;
    rest -= counted;
    from = addDays(gap.until, -1);
  }
  return addDays(from, take(rest));
}

interface Counting {
  readonly countDayOfReceipt?: boolean;
  readonly calendar?: Calendar;
  /** Years that the readings rest on beside those of the calendar; the arrangements that ship when absent. */
  readonly evidence?: Calendar;
  /** In order, none overlapping another. */
  readonly gaps?: readonly Gap[];
}

/**
 * The day on which `count` working days from `start` are over. The day of receipt does not count unless asked for; the result never
 * depends on the machine's zone. Where the count leaves the years held, `date` goes on by the week, and the two readings say how
 * far an arrangement like any so far can move it: exact up to the last day held, then bounded by every stretch of the years of
 * `evidence` and of the calendar. That is experience and no proof: from the other years nobody could have told that Spring Festival
 * of 2020 would be prolonged.
 */
export function addWorkingDays(start: string, count: number, options: Counting = {}): Due {
  const { calendar = CALENDAR, gaps = [] } = options;
  const inGap = (day: string): boolean => gaps.some(({ from, until }) => from <= day && day < until);
  let date = start;
  let left = count;
  /** The last day before the first one that is not known, and what was left to count then. */
  let edge: { readonly date: string; readonly left: number } | undefined;
  if (options.countDayOfReceipt === true && count > 0) date = addDays(date, -1);
  while (left > 0) {
    const day = addDays(date, 1);
    const working = inGap(day) ? false : isWorkingDay(day, calendar);
    if (working === undefined) edge ??= { date, left };
    date = day;
    if (working ?? !isWeekend(day)) left -= 1;
  }
  if (edge === undefined) return { date, provisional: false, earliest: date, latest: date };
  const evidence = [...new Set([options.evidence ?? CALENDAR, calendar])].filter(({ years }) => years.size > 0);
  const least = (days: number): number => Math.min(...evidence.map((years) => spanOf(days, years).least));
  const most = (days: number): number => Math.max(...evidence.map((years) => spanOf(days, years).most));
  return {
    date,
    provisional: true,
    earliest: reading(edge.date, edge.left, gaps, least),
    latest: reading(edge.date, edge.left, gaps, most),
  };
}
