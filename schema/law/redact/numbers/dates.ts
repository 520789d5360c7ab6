/** Dates of a text, in whatever numerals, and which of them are births. */

import type { Folded } from '../fold.ts';
import type { Masks } from '../masks.ts';
import { matchesOf, ruleOf } from '../reading/matches.ts';

export interface DateFound {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  /** Undefined where only the year stands. */
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const NUMBER = '[0-9十廿卅初正冬腊元]';
/** On the text with numerals as digits. Ten and its like are left in it. */
const DATE = ruleOf(
  new RegExp(
    `(?<![0-9*]|[0-9A-Za-z*][./]|[A-Za-z*]-)((?:1[89]|20)?[0-9]{2}) ?(?:(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?年|(?<=[0-9]{4} ?)[./-]) ?(?:农历|阴历|旧历|公历|阳历|阴|农)?(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?)?(?: ?(${NUMBER}{1,3}) ?(?:月份?|[./-](?=${NUMBER})|(?<=[./-]${NUMBER}{1,2})(?![0-9]|[./-][0-9]))(?: ?(初?[0-9十廿卅]{1,3})(?: ?[日号]|(?![0-9元.])|(?<=[./-]${NUMBER}{1,2})))?)?`,
    'gu',
  ),
  /[年./-]/,
);
/** 12/06/1985. */
/** 73.10.1生. */
const SHORT_YEAR = ruleOf(/(?<![0-9*./-])([0-9]{2})[./-][0-9]{1,2}[./-][0-9]{1,2}(?=生|出生)/gu, /[0-9][./-]/);
const DAY_FIRST = ruleOf(
  /(?<![0-9*./-])[0-9]{1,2}[./-][0-9]{1,2}[./-]((?:19|20)[0-9]{2})(?![0-9*./-])/gu,
  /[0-9][./-]/,
);
/** Every digit apart. */
const APART = ruleOf(
  /(?<![0-9])([12] ?[0-9] ?[0-9] ?[0-9]) ?年 ?(?:[01] ?)?[0-9] ?月 ?(?:[0-3] ?)?[0-9] ?[日号]/gu,
  /年/,
);
const TOGETHER = ruleOf(
  /(?<![0-9A-Za-z])((?:1[89]|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9*])/gu,
  /[0-9]{8}/,
);

function numberOf(written: string | undefined): number | undefined {
  if (written === undefined || written === '') return undefined;
  if (/^[0-9]+$/.test(written)) return Number(written);
  if (written === '正' || written === '元') return 1;
  if (written === '冬') return 11;
  if (written === '腊') return 12;
  const plain = written.replace('初', '').replace('廿', '2十').replace('卅', '3十');
  const [tens, ones] = plain.split('十');
  if (ones === undefined) return Number(tens) || undefined;
  return (tens === '' ? 1 : Number(tens)) * 10 + (ones === '' ? 0 : Number(ones));
}

/** 05-Jun-1984, June 5, 1984. */
const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const ENGLISH = ruleOf(
  new RegExp(
    `(?:\\d{1,2}[ -](?:${MONTHS})[a-z]{0,6}[ ,-]{1,2}|(?:${MONTHS})[a-z]{0,6} \\d{1,2}, ?)((?:19|20)\\d{2})`,
    'gu',
  ),
  /[A-Z][a-z]{2}/,
);

export function datesOf({ digits }: Folded): DateFound[] {
  const dates: DateFound[] = [];
  for (const pattern of [DATE, TOGETHER])
    for (const match of matchesOf(digits, pattern)) {
      const [whole, year, month, day] = match;
      const end = match.index + whole.trimEnd().length;
      if ((numberOf(month) ?? 1) > 12 || (numberOf(day) ?? 1) > 31 || /^0+$/.test(month ?? '')) continue;
      dates.push({
        start: match.index,
        end,
        year: Number(year),
        month: numberOf(month),
        day: numberOf(day),
      });
    }
  for (const match of matchesOf(digits, ENGLISH))
    dates.push({
      start: match.index,
      end: match.index + match[0].length,
      year: Number(match[1]),
      month: undefined,
      day: undefined,
    });
  for (const pattern of [DAY_FIRST, APART, SHORT_YEAR])
    for (const match of matchesOf(digits, pattern))
      dates.push({
        start: match.index,
        end: match.index + match[0].length,
        year: Number((match[1] ?? '').replaceAll(' ', '')),
        month: 0,
        day: 0,
      });
  return dates.sort((left, right) => left.start - right.start);
}

const BORN_BEFORE =
  /(?:出生(?:日期码?|年月日?|时间|于|在|年份|地点)?|生年(?:月日?)?|(?<!发|产|滋|派|衍)生于|降生于|诞生于|生育日|出生日|生日|生辰|诞辰|DOB|dob|[Bb]orn(?: on| in)?)[ :：为是系(（|\]】="“]{0,4}(?:(?:农历|阴历|公历|阳历)|日期|本人|当是|应?为)?$/u;
const BORN_AFTER =
  /^ ?[日号]?(?:[0-9]{1,2} ?[时点:](?:[0-9]{1,2}分?)?)?[)）]? ?(?:\(?(?:农历|阴历|公历|阳历|旧历)\)?)? ?(?:出生|生于|降生|诞生|诞辰|生人|生辰|生日|\(?属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|周岁生日|生(?=[，,。；;、）)（( \n|/]|$))/u;
const SEX_BEFORE =
  /(?:^|[，,、；; |/(（：:])(?:男|女)(?:性)?[，,、；; |/]{1,3}(?:[^，,、；; ]{1,5}族[，,、；; |/]{1,3})?$/u;
/** In a list: 2013.5.6 女. */
const SEX_AFTER = /^[ ,、/|]{1,3}[男女]性?(?=[ ,、/|;。)\n]|$)/u;
/** Nobody who was fined for an act was born after this; a child labourer was, and then 生 says so. */
const LATEST_BIRTH = 2012;

/** Animals are born too. */
const ANIMAL = /(?:犊|仔|羔|雏|驹|幼崽|畜)[\p{Script=Han}]{0,4}$/u;

function isBirth({ text }: Folded, date: DateFound): boolean {
  if (ANIMAL.test(text.slice(Math.max(0, date.start - 8), date.start))) return false;
  const before = text.slice(Math.max(0, date.start - 24), date.start);
  if (BORN_BEFORE.test(before)) return true;
  if (BORN_AFTER.test(text.slice(date.end, date.end + 16))) return true;
  if (SEX_AFTER.test(text.slice(date.end, date.end + 6))) return true;
  const year = date.year < 100 ? date.year + 1900 : date.year;
  return year <= LATEST_BIRTH && SEX_BEFORE.test(before);
}

const isoOf = ({ year, month, day }: DateFound): string | undefined =>
  year > 999 && month !== undefined && month > 0 && day !== undefined && day > 0
    ? [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
    : undefined;

const isKnown = (date: DateFound, births: readonly string[]): boolean => {
  const iso = isoOf(date);
  return iso !== undefined && births.includes(iso);
};

/** A year alone: 1985年生, 生于1985. */
const YEAR_BORN = ruleOf(
  /(?<![0-9])(?:(?:1[89]|20)[0-9]{2}|[0-9]{2})年?(?=(?:出生|生于|生人|生(?=[，,。；;、）)（( \n]|$)))/gu,
  /生/,
);
const BIRTH_LABEL = ruleOf(
  /(?:出生日期码?|出生年月日?|出生年份?|(?<![发产先后学])生年(?:月日?)?|出生时间|出生于|(?<!发|产|滋|派|衍)生于|生日|生辰)[ :：为是系(（|]{0,4}([0-9][0-9 ./-]{1,12}[0-9])/gu,
  /生/,
);

/** Whatever stands of dates behind a word for a birth or before one: 民国三十七年腊月十九, 1984.III.09. */
const PART =
  '[0-9一二三四五六七八九十〇零廿卅初正冬腊元闰年月日号时农历阴阳公民国昭和康德甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥IVX./ -]';
const TOLD_BEHIND = ruleOf(
  new RegExp(
    `(?:出生(?:日期|年月日?|时间)?|(?<![发产滋派衍])生于|降生于|生日|生辰|诞辰)[\\]】)]?[ :为是系于在"“]{0,3}(?=[0-9一二三四五六七八九十民昭康甲乙丙丁戊己庚辛壬癸农阴公])(${PART}{3,26})`,
    'gu',
  ),
  /[生诞]/,
);
const TOLD_BEFORE = ruleOf(
  new RegExp(`(?<![0-9])((?:民国|昭和|康德)?[0-9]{2,4}${PART}{3,20})(?=出生|生人|生(?=[,，。;)(\n|/]|$))`, 'gu'),
  /生/,
);
const ERA = ruleOf(
  new RegExp(`((?:民国|昭和|康德|光绪|宣统)${PART}{2,20}?)(?=出生|生人|生(?=[,。;)(\\n|/ ]|$))`, 'gu'),
  /生/,
);
/** 出生日期有误，应为1968. */
const CORRECTED = ruleOf(/出生[^。;；0-9]{0,14}(?:为|系|是)((?:19|20)[0-9]{2})(?![0-9])/gu, /生/);

/** Masks every birth; gives them back, because a name stands beside them. */
export function maskBirths(folded: Folded, dates: readonly DateFound[], births: readonly string[], masks: Masks): void {
  for (const date of dates)
    if (isBirth(folded, date)) {
      masks.add('BIRTH_DATE', date.start, date.end);
      const iso = isoOf(date);
      if (iso !== undefined && !births.includes(iso)) masks.found.push({ kind: 'BIRTH_DATE', value: iso });
    } else if (isKnown(date, births)) masks.add('BIRTH_DATE', date.start, date.end);
  for (const match of matchesOf(folded.digits, YEAR_BORN))
    masks.add('BIRTH_DATE', match.index, match.index + match[0].length);
  for (const pattern of [TOLD_BEHIND, TOLD_BEFORE, ERA, CORRECTED])
    for (const match of matchesOf(folded[pattern === TOLD_BEFORE ? 'digits' : 'text'], pattern)) {
      const value = (match[1] ?? '').trimEnd();
      const start = match.index + match[0].indexOf(match[1] ?? '');
      if (
        /[0-9年月]/u.test(value) &&
        !masks.touches(start, start + 2) &&
        !ANIMAL.test(folded.text.slice(Math.max(0, start - 8), start))
      )
        masks.add('BIRTH_DATE', start, start + value.length);
    }
  for (const match of matchesOf(folded.digits, BIRTH_LABEL)) {
    const value = match[1] ?? '';
    const start = match.index + match[0].length - value.length;
    masks.add('BIRTH_DATE', start, start + value.length);
  }
}

const LIFE = /(?:逝者|死者|亡者|享年|终年|殁年|生卒)[^。;]*[(（]$/u;

/** In a row of a table a date of long ago beside a number of a person is the birth: 栾某 1969.08 2399…. */
export function maskBirthsBeside({ text }: Folded, dates: readonly DateFound[], masks: Masks): void {
  let lastEnd = -1;
  for (const { start, end, year, month } of dates) {
    // 出生年月（2024.05、2024-11-30）: the next of a list.
    if (start - lastEnd === 1 && /[、/]/u.test(text.charAt(lastEnd))) masks.add('BIRTH_DATE', start, end);
    if (masks.covers(start, end)) lastEnd = end;
    if (year < 1900 || masks.touches(start, end)) continue;
    const gap = /^[ \n|/,，、;；)）+]{1,4}/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
    const back = /[ \n|/,，、;；(（]{1,4}$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
    const after =
      /^[-~至起]/u.test(text.slice(end, end + 1)) || /^[ ,]?[\p{Script=Han}]{2}/u.test(text.slice(end, end + 3));
    const beside =
      year <= LATEST_BIRTH &&
      ((gap > 0 && masks.isValue(end + gap)) || (back > 0 && !after && masks.isValue(start - back - 1)));
    // A whole date of long ago that stands alone behind a name.
    const alone =
      month !== undefined &&
      back > 0 &&
      masks.isPersonal(start - back - 1, start - back) &&
      (year <= LATEST_BIRTH ? /^[,，。)） /;；\n|]|^$|^-{1,2}(?:[),]|$)/u : /^ 0:00:00/u).test(
        text.slice(end, end + 8),
      );
    // 逝者某某（1950年5月至2026年4月）.
    const lived =
      year <= LATEST_BIRTH &&
      LIFE.test(text.slice(Math.max(0, start - 24), start)) &&
      /^[至到-]/u.test(text.slice(end, end + 1));
    if (beside || alone || lived) {
      masks.add('BIRTH_DATE', start, end);
      lastEnd = end;
    }
  }
}
