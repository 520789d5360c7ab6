/** Digits of a text in groups: what is one number to the reader, however it is set apart. One walk over the text. */

export interface Group {
  readonly start: number;
  readonly end: number;
}

/** Groups that small separators join. */
export interface Cluster {
  readonly groups: readonly Group[];
  readonly start: number;
  readonly end: number;
  /** Its digits, letters X and stars alone, and where each stands. */
  readonly digits: string;
  readonly at: readonly number[];
  /** Few Chinese numerals and nothing else: a number only behind a word. */
  readonly weak: boolean;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What may stand between two groups of one number: blanks, dashes, dots, at most three of them. */
const SEPARATOR = new Set(' \n-.·_/()');

const separates = (unit: string, next: string): boolean => SEPARATOR.has(unit) && (unit !== ',' || next !== ' ');

/** 239999,19900101,6917: parts of a citizen number in columns. */
const isCommaWithin = (text: string, before: Group, index: number): boolean =>
  text.charAt(index) === ',' && [6, 8].includes(before.end - before.start) && /[0-9]/.test(text.charAt(index + 1));

const LEAST_NUMERALS = 4;
const SURE_NUMERALS = 7;
const LEAST_IN_GROUP = 2;

function groupsOf(text: string, digits: string): Group[] {
  const groups: Group[] = [];
  for (let index = 0; index < digits.length; ) {
    const code = digits.charCodeAt(index);
    if (!isDigit(code) && code !== 42) {
      index += 1;
      continue;
    }
    const start = index;
    let numerals = 0;
    let plain = false;
    while (index < digits.length && (isDigit(digits.charCodeAt(index)) || digits.charCodeAt(index) === 42)) {
      if (digits.charAt(index) === text.charAt(index)) plain = true;
      else numerals += 1;
      index += 1;
    }
    // The check character of a citizen number.
    if (
      plain &&
      /[xX]/.test(digits.charAt(index)) &&
      !/[A-Za-z0-9]/.test(digits.charAt(index + 1)) &&
      index - start > 2
    )
      index += 1;
    else if (plain && index - start === 17 && /[xX]/.test(digits.charAt(index))) index += 1;
    if (plain || numerals >= LEAST_IN_GROUP) groups.push({ start, end: index });
  }
  return groups;
}

export function clustersOf(text: string, digits: string): Cluster[] {
  if (!/[0-9*]/.test(digits)) return [];
  const clusters: Cluster[] = [];
  let groups: Group[] = [];
  const close = (): void => {
    const [first] = groups;
    const last = groups.at(-1);
    if (first !== undefined && last !== undefined) {
      const at: number[] = [];
      let joined = '';
      for (const { start, end } of groups) {
        joined += digits.slice(start, end).toUpperCase();
        for (let index = start; index < end; index += 1) at.push(index);
      }
      // Numerals alone are a number only where there are many: 二三 is none.
      const plain = groups.some(({ start, end }) => /[0-9*]/.test(text.slice(start, end)));
      if (plain || joined.length >= LEAST_NUMERALS)
        clusters.push({
          weak: !plain && joined.length < SURE_NUMERALS,
          groups,
          start: first.start,
          end: last.end,
          digits: joined,
          at,
        });
    }
    groups = [];
  };
  for (const group of groupsOf(text, digits)) {
    const before = groups.at(-1);
    if (before !== undefined) {
      const gap = group.start - before.end;
      let joins = gap <= 3;
      // Stars behind a bracket belong to no date before it.
      if (text.charAt(group.start) === '*' && /[()]/u.test(text.slice(before.end, group.start))) joins = false;
      for (let index = before.end; joins && index < group.start; index += 1)
        joins = separates(text.charAt(index), text.charAt(index + 1)) || isCommaWithin(text, before, index);
      if (!joins) close();
    }
    groups.push(group);
  }
  close();
  return clusters;
}
