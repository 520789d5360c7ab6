/**
 * Dates and working days in Asia/Shanghai, as calendar dates `YYYY-MM-DD` whatever the machine's time zone. Working days follow the yearly
 * holiday arrangement of the State Council. A count that reaches a year without a known arrangement is marked provisional.
 */
import y2019 from './data/holiday-cn-2019.json' with { type: 'json' };
import y2020 from './data/holiday-cn-2020.json' with { type: 'json' };
import y2021 from './data/holiday-cn-2021.json' with { type: 'json' };
import y2022 from './data/holiday-cn-2022.json' with { type: 'json' };
import y2023 from './data/holiday-cn-2023.json' with { type: 'json' };
import y2024 from './data/holiday-cn-2024.json' with { type: 'json' };
import y2025 from './data/holiday-cn-2025.json' with { type: 'json' };
import y2026 from './data/holiday-cn-2026.json' with { type: 'json' };

/** The arrangement of a year: days off and worked weekend days. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

export interface Calendar {
  readonly years: ReadonlySet<number>;
  /** Days on which the arrangement differs from the ordinary week: date to whether it is a day off. */
  readonly exceptions: ReadonlyMap<string, boolean>;
}

/** A calendar of the given years. A year without days counts as unknown. */
export const createCalendar = (years: readonly HolidayYear[]): Calendar => ({
  years: new Set(years.filter((year) => year.days.length > 0).map((year) => year.year)),
  exceptions: new Map(years.flatMap((year) => year.days.map(({ date, isOffDay }) => [date, isOffDay] as const))),
});

/** The arrangements that are part of the software: 2019 to 2026. */
export const SHIPPED: readonly HolidayYear[] = [y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026];
export const CALENDAR: Calendar = createCalendar(SHIPPED);

/**
 * The calendar of the shipped arrangements and the given years. A given year replaces the shipped one, including its days in the December
 * before. Where two arrangements name the same day, that of the later year holds.
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

const LONG_MONTHS = new Set([1, 3, 5, 7, 8, 10, 12]);

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return LONG_MONTHS.has(month) ? 31 : 30;
};

/** Whether the text is a date that exists, from year 1000 to 9999. */
export const isDate = (text: string): boolean => {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
};

/** The date in Asia/Shanghai at an instant. The zone has had no other offset since 1991. */
export const todayIn = (instant: Date): string => dateOf(instant.getTime() + SHANGHAI_OFFSET_MS);

export const addDays = (date: string, days: number): string => dateOf(instantOf(date) + days * DAY_MS);

/** Adds months. Where the day does not exist in that month, the result is its last day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return dateOf(first.getTime());
}

/** Whether the date is a Saturday or Sunday, even if an arrangement makes it a working day. */
export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(instantOf(date)).getUTCDay());

/** Whether a date is a working day. Undefined in a year without a known arrangement. */
export function isWorkingDay(date: string, calendar: Calendar = CALENDAR): boolean | undefined {
  const off = calendar.exceptions.get(date);
  if (off !== undefined) return !off;
  return calendar.years.has(Number(date.slice(0, 4))) ? !isWeekend(date) : undefined;
}

/** The end of a period of working days. */
export interface Due {
  readonly date: string;
  /** Whether the count reached a year without a known arrangement. The date may change when that year is loaded. */
  readonly provisional: boolean;
  /** The earliest possible date, by the fewest calendar days that so many working days took in known years (worked weekends shorten them). */
  readonly earliest: string;
  /** The latest possible date, by the most calendar days that they took in known years (Spring Festival of 2020). */
  readonly latest: string;
}

/** The first working day after a date. Undefined where the count reaches a year without a known arrangement. */
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

/** Cached spans, by calendar and count: computing one goes through every day of every known year. */
const SPANS = new WeakMap<Calendar, Map<number, Span>>();

const daysBetween = (from: string, to: string): number => (instantOf(to) - instantOf(from)) / DAY_MS;

/** The fewest and the most calendar days that `count` working days took, from any day of the known years. */
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
  // The count is longer than all known years: it is bounded by the sum of two halves.
  const span =
    most > 0
      ? { least, most }
      : addSpans(spanOf(Math.floor(count / 2), calendar), spanOf(Math.ceil(count / 2), calendar));
  known.set(count, span);
  return span;
}

const addSpans = (one: Span, other: Span): Span => ({ least: one.least + other.least, most: one.most + other.most });

/** Days that do not count, from `from` to the day before `until`. */
export interface Gap {
  readonly from: string;
  readonly until: string;
}

/**
 * The date on which `left` working days after `edge` end, if `take` says how many calendar days a count of working days takes. The days that
 * do not fit before a gap continue after it.
 */
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
  /** Further known years from which `earliest` and `latest` are estimated; the shipped arrangements where absent. */
  readonly evidence?: Calendar;
  /** Sorted, without overlaps. */
  readonly gaps?: readonly Gap[];
}

/**
 * The date on which `count` working days from `start` end. The day of receipt does not count unless `countDayOfReceipt` is set. The result
 * does not depend on the machine's time zone.
 *
 * Beyond the known years `date` counts Monday to Friday as working days, and `earliest` and `latest` bound how far the arrangement of that
 * year may move it. They are exact up to the last known day. After it they use the shortest and longest stretch of so many working days in
 * the years of `evidence` and of the calendar. Such bounds can fail: no other year foretold that the Spring Festival of 2020 would be
 * prolonged.
 */
export function addWorkingDays(start: string, count: number, options: Counting = {}): Due {
  const isPlain =
    options.countDayOfReceipt !== true && options.evidence === undefined && (options.gaps ?? []).length === 0;
  if (!isPlain) return counted(start, count, options);
  const calendar = options.calendar ?? CALENDAR;
  const held = ENDS.get(calendar);
  // Deliveries of years hold a few thousand days.
  const ends = held === undefined || held.size > ENDS_MAX ? new Map<string, Due>() : held;
  if (ends !== held) ENDS.set(calendar, ends);
  const key = `${start} ${count}`;
  const known = ends.get(key);
  if (known !== undefined) return known;
  const due = counted(start, count, options);
  ends.set(key, due);
  return due;
}

/** Ends that were counted, for each calendar: rows of a delivery ask for the same ones again and again. */
const ENDS = new WeakMap<Calendar, Map<string, Due>>();
const ENDS_MAX = 10_000;

function counted(start: string, count: number, options: Counting): Due {
  const { calendar = CALENDAR, gaps = [] } = options;
  const inGap = (day: string): boolean => gaps.some(({ from, until }) => from <= day && day < until);
  let date = start;
  let left = count;
  /** The last day before the first unknown one, and how many working days were left then. */
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
