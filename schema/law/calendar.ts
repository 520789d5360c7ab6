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

/** The arrangements of 2019 to 2026. */
export const CALENDAR: Calendar = createCalendar([y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026]);

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

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(instantOf(date)).getUTCDay());

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
  /** No arrangement can bring the date before this, if it moves weekends only as every one so far. */
  readonly earliest: string;
  /** With the most days off that an arrangement so far has given in a row. */
  readonly latest: string;
}

/** Longest run of days off beyond plain weekends in the arrangements so far (Spring Festival with National Day). */
const LONGEST_BREAK_DAYS = 11;

/**
 * The day on which `count` working days from `start` are over. The day of receipt does not count unless asked for; the order is
 * that of the calendar, and the result never depends on the machine's zone.
 */
export function addWorkingDays(
  start: string,
  count: number,
  options: { readonly countDayOfReceipt?: boolean; readonly calendar?: Calendar } = {},
): Due {
  const calendar = options.calendar ?? CALENDAR;
  let date = start;
  let left = count;
  let provisional = false;
  if (options.countDayOfReceipt === true && count > 0) date = addDays(date, -1);
  while (left > 0) {
    date = addDays(date, 1);
    const working = isWorkingDay(date, calendar);
    if (working === undefined) provisional = true;
    if (working ?? !isWeekend(date)) left -= 1;
  }
  return { date, provisional, earliest: date, latest: provisional ? addDays(date, LONGEST_BREAK_DAYS) : date };
}
