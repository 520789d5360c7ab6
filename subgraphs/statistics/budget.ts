/**
 * What privacy was spent in a year, and whether another release may be made. Every release is counted in full: what one tells of a subject adds to
 * what the others told. ε in thousandths. The year is the calendar year in Asia/Shanghai, and a quarter of it has one release.
 */
import { EPSILON_OF_RELEASE } from '../../schema/law/statistics/statistics.ts';
import type { Localized } from '../../schema/localized.ts';

/** A release that was made. */
export interface Spent {
  readonly asOf: string;
  readonly epsilon: number;
}

export interface Budget {
  readonly year: number;
  /** ε of the year, as it is set. */
  readonly ofYear: number;
  /** ε of the releases made in it. */
  readonly spent: number;
  /** ε that is left, never below zero. */
  readonly left: number;
  readonly state: 'DUE' | 'NOT_DUE' | 'SPENT';
  /** The first day on which a release may be made; null where what is set allows none in any year. */
  readonly nextRelease: string | null;
}

/** Quarters are numbered through all years. */
const quarterOf = (date: string): number =>
  Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
const firstDayOf = (quarter: number): string =>
  `${Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 1).padStart(2, '0')}-01`;

/** The budget on a day, from every release of that day's year and later. */
export function budgetOn(today: string, releases: readonly Spent[], ofYear: number): Budget {
  const yearOf = (date: string): number => Number(date.slice(0, 4));
  const spentIn = (year: number): number =>
    releases.filter(({ asOf }) => yearOf(asOf) === year).reduce((sum, { epsilon }) => sum + epsilon, 0);
  const affords = (year: number): boolean => spentIn(year) + EPSILON_OF_RELEASE <= ofYear;
  const year = yearOf(today);
  const spent = spentIn(year);
  const newest = Math.max(0, ...releases.map(({ asOf }) => quarterOf(asOf)));
  const released = newest >= quarterOf(today);
  const state = !affords(year) ? 'SPENT' : released ? 'NOT_DUE' : 'DUE';
  const next = released ? newest + 1 : quarterOf(today) + 1;
  // Of this year and the next, one can afford it or none ever can.
  const later = [0, 1, 2, 3, 4].map((more) => firstDayOf(next + more)).find((day) => affords(yearOf(day)));
  return {
    year,
    ofYear,
    spent,
    left: Math.max(0, ofYear - spent),
    state,
    nextRelease: state === 'DUE' ? today : (later ?? null),
  };
}

/** Why no release is made, and when the next one is. */
export function reasonOf({ year, ofYear, spent, state, nextRelease }: Budget): Localized {
  const next =
    nextRelease === null
      ? { en: 'STATISTICS_EPSILON allows no release in any year.', zh: '按STATISTICS_EPSILON，任何年份都不能发布。' }
      : { en: `The next release may be made on ${nextRelease}.`, zh: `下一次可于${nextRelease}发布。` };
  if (state !== 'SPENT')
    return {
      en: `The statistics of this quarter are released already. ${next.en}`,
      zh: `本季度的统计结果已发布。${next.zh}`,
    };
  const [all, used, needed] = [ofYear / 1_000, spent / 1_000, EPSILON_OF_RELEASE / 1_000];
  return {
    en: `No statistics are released: of the privacy budget of ${year}, ε ${all}, ${used} is spent, and a release needs ${needed}. ${next.en}`,
    zh: `不发布统计结果：${year}年的隐私预算ε为${all}，已使用${used}，每次发布需要${needed}。${next.zh}`,
  };
}
