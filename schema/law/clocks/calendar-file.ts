/** A year of working days as a file: the form of the holiday-cn data, checked strictly, because a wrong day moves every deadline. */
import { addDays, type HolidayYear, isDate, isWeekend } from './calendar.ts';

export interface HolidayFile extends HolidayYear {
  /** Where the arrangement was published: the papers that the file names. */
  readonly source: string;
}

export type ParsedFile =
  | { readonly ok: true; readonly file: HolidayFile }
  | { readonly ok: false; readonly faults: readonly string[] };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Days of New Year's weekend may lie in the December before. */
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

/** Reads the value of a JSON file. All faults are told together, each with its place. */
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
 * What a file says although the week says it by itself: a weekday that is worked. Mostly a worked weekend of another date. It is told
 * and not refused, since the arrangement of 2020 had such a day (3 February, after the festival was prolonged).
 */
export const needless = ({ days }: HolidayYear): string[] =>
  days
    .filter(({ date, isOffDay }) => !isOffDay && !isWeekend(date))
    .map(({ date }) => `${date} is a weekday and said to be worked, as it is anyway`);

/** What two arrangements of a year say differently, a line each. */
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
