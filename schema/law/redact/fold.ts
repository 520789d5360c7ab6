/**
 * Step 1. A text as it is compared: half width, simplified where names need it, one blank, one dash, one dot, nothing invisible. Every unit knows where
 * it stands in the original, because what is not masked comes out as it came.
 */
import { SIMPLIFIED } from './words/traditional.ts';

export interface Folded {
  readonly original: string;
  /** Folded, with blanks: every kind is one space, a line break stays one. */
  readonly text: string;
  /** The same units with Chinese numerals as digits. */
  readonly digits: string;
  /** Where each unit begins and ends in the original. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const NUMERALS: ReadonlyMap<string, string> = new Map(
  ['〇零○', '一壹幺弌', '二贰两弍', '三叁弎', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((all, value) =>
    [...all].map((numeral) => [numeral, String(value)] as const),
  ),
);

export const numeralsAsDigits = (text: string): string =>
  text.replace(
    /[〇零○一壹幺弌二贰两弍三叁弎四肆五伍六陆七柒八捌九玖]/gu,
    (numeral) => NUMERALS.get(numeral) ?? numeral,
  );

const INVISIBLE = /^[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]$/u;
const BLANK = /^[\p{Z}\u2800]$/u;
/** Numbers in circles begin the entries of a list; beside each other or a digit they are digits. */
const CIRCLED = /^[\u2460-\u24ff\u2776-\u2793]$/u;
const CIRCLED_DIGIT = /[\u2460-\u2468\u24ea\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]/u;
const TAG = /<\/?[A-Za-z][^<>]{0,60}>|&nbsp;?|&#160;?/y;
const DASH = /^[\p{Pd}\u2212\u2043\u2500\u2501\u30fc\uff70\u02d7]$/u;
const DOT = /^[·•‧・･∙⋅․ꞏ᛫●▪◦⸱⦁]$/u;

/** Digits of other scripts stand in rows of ten (Unicode, general category Nd). */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function foldOne(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85) return '\n';
  if (code === 0x09 || BLANK.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (DASH.test(character)) return '-';
  if (DOT.test(character)) return '·';
  // A number in a circle begins an entry of a list.
  if (CIRCLED.test(character)) return ';';
  // A syllable of Hangul stays one character.
  if (code >= 0xac00 && code <= 0xd7a3) return SIMPLIFIED.get(character) ?? character;
  if (/^\p{Nd}$/u.test(character)) return digitOf(character);
  const plain = character.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return [...plain].map((part) => SIMPLIFIED.get(part) ?? (/\s/u.test(part) ? ' ' : part)).join('');
}

/** What was masked before has nothing more to hide: no rule sees digits in it. */
const MASKED =
  /(?<![0-9])[0-9]{2}\*{16}(?!\*)|(?<![0-9])1[0-9]{2}\*{8}(?!\*)|(?<![0-9*])[0-9A-Za-z]?\*{8}(?![0-9*])|(?<![0-9*])\*{4}(?![0-9*])|\*{16}(?![0-9])/gu;
const withoutMasks = (digits: string): string =>
  digits.includes('*') ? digits.replace(MASKED, (mask) => '\u2217'.repeat(mask.length)) : digits;

/** Letters that a scan takes for digits, inside of long numbers. */
const likeDigits = (digits: string): string =>
  !/[lIoO]/.test(digits)
    ? digits
    : digits.replace(/(?<=\d{3} ?)[lIoO](?=\d{3})/gu, (letter) => (letter === 'l' || letter === 'I' ? '1' : '0'));

const isCircledDigit = (original: string, index: number): boolean =>
  CIRCLED_DIGIT.test(original.charAt(index)) &&
  [original.charAt(index - 1), original.charAt(index + 1)].some(
    (beside) => CIRCLED_DIGIT.test(beside) || /[0-9]/.test(beside),
  );

function circledDigit(character: string): string {
  const digit = /[0-9]/.exec(character.normalize('NFKD'))?.[0];
  if (digit !== undefined) return digit;
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x24ff) return '0';
  return String((code >= 0x278a ? code - 0x278a : code >= 0x2780 ? code - 0x2780 : code - 0x2776) + 1);
}

/** What one character becomes, kept for the characters that texts have. */
const REMEMBERED = new Map<string, string>();

function remembered(character: string): string {
  const known = REMEMBERED.get(character);
  if (known !== undefined) return known;
  const folded = foldOne(character);
  if (REMEMBERED.size < 20_000) REMEMBERED.set(character, folded);
  return folded;
}

/** What a unit becomes where that is one unit whatever stands beside it; 0 where it is not, or is not known yet. */
const ALONE = new Uint16Array(0x1_0000);
const NOT_ALONE = new Uint8Array(0x1_0000);

function aloneOf(code: number): number {
  const character = String.fromCharCode(code);
  const folded = code > 0x20 && code < 0x7f ? character : remembered(character);
  const isAlone =
    folded.length === 1 && folded !== ';' && code !== 0x3c && code !== 0x26 && !(code >= 0xd800 && code <= 0xdfff);
  if (isAlone || character === ';' || character === '；') ALONE[code] = folded.charCodeAt(0);
  else NOT_ALONE[code] = 1;
  return ALONE[code] ?? 0;
}

/** Places of units where each stands for one: 0, 1, 2 …, of which every text has a part. */
let places = Int32Array.from({ length: 1_024 }, (_, index) => index);

/** Most texts: each unit becomes one unit. Undefined for others. */
function foldedOneByOne(original: string): Folded | undefined {
  const { length } = original;
  let text = '';
  let done = 0;
  for (let index = 0; index < length; index += 1) {
    const code = original.charCodeAt(index);
    let folded = ALONE[code] ?? 0;
    if (folded === 0 && NOT_ALONE[code] === 0) folded = aloneOf(code);
    if (folded === 0) return undefined;
    if (folded === code) continue;
    text += original.slice(done, index) + String.fromCharCode(folded);
    done = index + 1;
  }
  text = done === 0 ? original : text + original.slice(done);
  if (length >= places.length) places = Int32Array.from({ length: length * 2 }, (_, index) => index);
  return {
    original,
    text,
    digits: withoutMasks(likeDigits(numeralsAsDigits(text))),
    from: places.subarray(0, length),
    to: places.subarray(1, length + 1),
  };
}

export function fold(original: string): Folded {
  const plain = foldedOneByOne(original);
  if (plain !== undefined) return plain;
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  for (let index = 0; index < original.length; ) {
    const code = original.charCodeAt(index);
    const pair = code >= 0xd800 && code <= 0xdbff && index + 1 < original.length;
    const character = pair ? original.slice(index, index + 2) : original.charAt(index);
    let folded = code > 0x20 && code < 0x7f ? character : remembered(character);
    let end = index + character.length;
    if (code === 0x3c || code === 0x26) {
      // A tag of hypertext, or its blank, stands for a blank.
      TAG.lastIndex = index;
      if (TAG.test(original)) {
        folded = ' ';
        end = TAG.lastIndex;
      }
    } else if (folded === ';' && isCircledDigit(original, index)) folded = circledDigit(character);
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(index);
      to.push(end);
    }
    text += folded;
    index = end;
  }
  return {
    original,
    text,
    digits: withoutMasks(likeDigits(numeralsAsDigits(text))),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
  };
}

/** A form without what spelling adds: no blanks, dashes, dots, brackets, small letters. `at` says where its units stand in the folded text. */
export interface Bare {
  readonly text: string;
  readonly at: Int32Array;
}

const ADDED = new Set(' \n-·.。()[]<>{}（）_');

/** What a unit becomes without what spelling adds; 0 where it is dropped, or not known yet. */
const SMALL = new Uint16Array(0x1_0000);
const DROPPED = new Uint8Array(0x1_0000);

function smallOf(code: number): number {
  const unit = String.fromCharCode(code);
  if (ADDED.has(unit)) DROPPED[code] = 1;
  else {
    // Some capitals have two small letters.
    const small = unit.toLowerCase();
    SMALL[code] = small.length === 1 ? small.charCodeAt(0) : code;
  }
  return SMALL[code] ?? 0;
}

export function bareOf(text: string): Bare {
  const at = new Int32Array(text.length);
  let bare = '';
  let count = 0;
  let done = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    let small = SMALL[code] ?? 0;
    if (small === 0 && DROPPED[code] === 0) small = smallOf(code);
    if (small !== 0) {
      at[count] = index;
      count += 1;
    }
    if (small === code) continue;
    bare += text.slice(done, index) + (small === 0 ? '' : String.fromCharCode(small));
    done = index + 1;
  }
  return { text: done === 0 ? text : bare + text.slice(done), at: at.subarray(0, count) };
}
