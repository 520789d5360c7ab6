/** Reads a file with the working days of a year, in the form of the holiday-cn data. It is strict, because one wrong day moves deadlines. */
import { addDays, type HolidayYear, isDate, isWeekend } from './calendar.ts';

export interface HolidayFile extends HolidayYear {
  /** URLs of the State Council's notices, which the file names under `papers`. */
  readonly source: string;
}

/** A sentence, or a part of one, in English and Chinese. */
type Told = Readonly<Record<'en' | 'zh', string>>;

export type ParsedFile =
  | { readonly ok: true; readonly file: HolidayFile }
  | { readonly ok: false; readonly faults: readonly Told[] };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a year's file may hold the date: days of its New Year holiday may lie in the December before. */
const belongs = (date: string, year: number): boolean =>
  date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);

function dayFault(day: unknown, year: number, seen: Set<string>): Told | undefined {
  if (!isObject(day))
    return { en: 'is not an object { name, date, isOffDay }', zh: '不是对象{ name, date, isOffDay }' };
  const { date, isOffDay } = day;
  if (typeof date !== 'string' || !isDate(date))
    return { en: 'has no date of the form YYYY-MM-DD', zh: '没有形如YYYY-MM-DD的日期' };
  if (!belongs(date, year)) return { en: `is ${date}, which is no day of ${year}`, zh: `为${date}，不属于${year}年` };
  if (typeof isOffDay !== 'boolean')
    return { en: `(${date}) does not say isOffDay: true or false`, zh: `（${date}）没有写明isOffDay为true或者false` };
  if (seen.has(date)) return { en: `(${date}) stands there twice`, zh: `（${date}）重复` };
  seen.add(date);
  return undefined;
}

/** Checks the parsed JSON. Reports all faults together, each with its place. */
export function parseHolidayFile(value: unknown): ParsedFile {
  if (!isObject(value))
    return {
      ok: false,
      faults: [{ en: 'The file is not an object { year, papers, days }.', zh: '文件不是对象{ year, papers, days }。' }],
    };
  const { year, papers, days } = value;
  const faults: Told[] = [];
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2999)
    return {
      ok: false,
      faults: [{ en: 'year is not a whole number from 2000 to 2999.', zh: 'year不是2000至2999的整数。' }],
    };
  if (
    !Array.isArray(papers) ||
    papers.length === 0 ||
    !papers.every((paper) => typeof paper === 'string' && paper !== '')
  )
    faults.push({
      en: 'papers names no publication: nothing that was not published takes effect (Article 7).',
      zh: 'papers没有写明公布文件：未经公布的不发生效力（第七条）。',
    });
  if (!Array.isArray(days) || days.length === 0)
    faults.push({
      en: `days is empty: the arrangement of ${year} has not been published yet.`,
      zh: `days为空：${year}年的安排尚未公布。`,
    });
  else {
    const seen = new Set<string>();
    days.forEach((day, index) => {
      const fault = dayFault(day, year, seen);
      if (fault !== undefined) faults.push({ en: `days[${index}] ${fault.en}.`, zh: `days[${index}]${fault.zh}。` });
    });
    if (faults.length === 0 && !seen.has(`${year}-01-01`))
      faults.push({
        en: `days does not hold ${year}-01-01, which is always a day off.`,
        zh: `days没有写明${year}-01-01，该日总是休息日。`,
      });
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
export const needless = ({ days }: HolidayYear): Told[] =>
  days
    .filter(({ date, isOffDay }) => !isOffDay && !isWeekend(date))
    .map(({ date }) => ({
      en: `${date} is a weekday and said to be worked, as it is anyway`,
      zh: `${date}本为平日，却写为工作日`,
    }));

/** The days on which two arrangements of a year differ, a line each. */
export function differences(one: HolidayYear, other: HolidayYear): Told[] {
  const word = (off: boolean | undefined): Told => {
    if (off === undefined) return { en: 'as the week has it', zh: '按周计算' };
    return off ? { en: 'a day off', zh: '休息' } : { en: 'worked', zh: '工作' };
  };
  const left = new Map(one.days.map(({ date, isOffDay }) => [date, isOffDay]));
  const right = new Map(other.days.map(({ date, isOffDay }) => [date, isOffDay]));
  const found: Told[] = [];
  for (let date = `${one.year - 1}-12-01`; date <= `${one.year}-12-31`; date = addDays(date, 1)) {
    if (left.get(date) !== right.get(date)) {
      const [before, after] = [word(left.get(date)), word(right.get(date))];
      found.push({
        en: `${date}: ${before.en} until now, ${after.en} in the file`,
        zh: `${date}：原为${before.zh}，文件中为${after.zh}`,
      });
    }
  }
  return found;
}
