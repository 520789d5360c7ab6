/** Reads a file with the working days of a year, in the form of the holiday-cn data. It is strict, because one wrong day moves deadlines. */
import { addDays, type HolidayYear, isDate, isWeekend } from './calendar.ts';

export interface HolidayFile extends HolidayYear {
  /** URLs of the State Council's notices, which the file names under `papers`. */
  readonly source: string;
}

export type ParsedFile =
  | { readonly ok: true; readonly file: HolidayFile }
  | { readonly ok: false; readonly faults: readonly string[] };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a year's file may hold the date: days of its New Year holiday may lie in the December before. */
const belongs = (date: string, year: number): boolean =>
  date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);

function dayFault(day: unknown, year: number, seen: Set<string>): string | undefined {
  if (!isObject(day)) return 'is not an object { name, date, isOffDay }';
  const { date, isOffDay } = day;
  if (typeof date !== 'string' || !isDate(date)) return 'has no date of the form YYYY-MM-DD';
  if (!belongs(date, year)) return `is ${date}, which is no day of ${year}`;
  if (typeof isOffDay !== 'boolean') return `(${date}) does not say isOffDay: true or false`;
  if (seen.has(date)) return `(${date}) stands there twice`;
  seen.add(date);
  return undefined;
}

/** Checks the parsed JSON. Reports all faults together, each with its place. */
export function parseHolidayFile(value: unknown): ParsedFile {
  if (!isObject(value)) return { ok: false, faults: ['The file is not an object { year, papers, days }.'] };
  const { year, papers, days } = value;
  const faults: string[] = [];
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2999)
    return { ok: false, faults: ['year is not a whole number from 2000 to 2999.'] };
  if (
    !Array.isArray(papers) ||
    papers.length === 0 ||
    !papers.every((paper) => typeof paper === 'string' && paper !== '')
  )
    faults.push('papers names no publication: nothing that was not published takes effect (Article 7).');
  if (!Array.isArray(days) || days.length === 0)
    faults.push(`days is empty: the arrangement of ${year} has not been published yet.`);
  else {
    const seen = new Set<string>();
    days.forEach((day, index) => {
      const fault = dayFault(day, year, seen);
      if (fault !== undefined) faults.push(`days[${index}] ${fault}.`);
    });
    if (faults.length === 0 && !seen.has(`${year}-01-01`))
      faults.push(`days does not hold ${year}-01-01, which is always a day off.`);
  }
  if (faults.length > 0) return { ok: false, faults };
  const list = (days as { date: string; isOffDay: boolean }[])
    .map(({ date, isOffDay }) => ({ date, isOffDay }))
    .sort((left, right) => (left.date < right.date ? -1 : 1));
  return { ok: true, file: { year, days: list, source: (papers as string[]).join(' ') } };
}

/**
 * Days of a file that are needless: weekdays marked as worked, as they are anyway. Mostly the date of a worked weekend is mistyped. This is
 * a warning and no fault, since the arrangement of 2020 had such a day (3 February, after the Spring Festival was prolonged).
 */
export const needless = ({ days }: HolidayYear): string[] =>
  days
    .filter(({ date, isOffDay }) => !isOffDay && !isWeekend(date))
    .map(({ date }) => `${date} is a weekday and said to be worked, as it is anyway`);

/** The days on which two arrangements of a year differ, a line each. */
export function differences(one: HolidayYear, other: HolidayYear): string[] {
  const word = (off: boolean | undefined): string =>
    off === undefined ? 'as the week has it' : off ? 'a day off' : 'worked';
  const left = new Map(one.days.map(({ date, isOffDay }) => [date, isOffDay]));
  const right = new Map(other.days.map(({ date, isOffDay }) => [date, isOffDay]));
  const found: string[] = [];
  for (let date = `${one.year - 1}-12-01`; date <= `${one.year}-12-31`; date = addDays(date, 1))
    if (left.get(date) !== right.get(date))
      found.push(`${date}: ${word(left.get(date))} until now, ${word(right.get(date))} in the file`);
  return found;
}
