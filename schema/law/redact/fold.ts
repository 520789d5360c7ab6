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
  if (code >= 0x2460 && code <= 0x24ff) return ';';
  // A syllable of Hangul stays one character.
  if (code >= 0xac00 && code <= 0xd7a3) return character;
  if (/^\p{Nd}$/u.test(character)) return digitOf(character);
  const plain = character.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return [...plain].map((part) => SIMPLIFIED.get(part) ?? (/\s/u.test(part) ? ' ' : part)).join('');
}

/** Letters that a scan takes for digits, inside of long numbers. */
const likeDigits = (digits: string): string =>
  digits.replace(/(?<=\d{3} ?)[lIoO](?=\d{3})/gu, (letter) => (letter === 'l' || letter === 'I' ? '1' : '0'));

/** What one character becomes, kept for the characters that texts have. */
const REMEMBERED = new Map<string, string>();

function remembered(character: string): string {
  const known = REMEMBERED.get(character);
  if (known !== undefined) return known;
  const folded = foldOne(character);
  if (REMEMBERED.size < 20_000) REMEMBERED.set(character, folded);
  return folded;
}

export function fold(original: string): Folded {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  for (let index = 0; index < original.length; ) {
    const code = original.charCodeAt(index);
    const pair = code >= 0xd800 && code <= 0xdbff && index + 1 < original.length;
    const character = pair ? original.slice(index, index + 2) : original.charAt(index);
    const folded = code > 0x20 && code < 0x7f ? character : remembered(character);
    const end = index + character.length;
    for (let unit = 0; unit < folded.length; unit += 1) {
      from.push(index);
      to.push(end);
    }
    text += folded;
    index = end;
  }
  return { original, text, digits: likeDigits(numeralsAsDigits(text)), from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** A form without what spelling adds: no blanks, dashes, dots, brackets, small letters. `at` says where its units stand in the folded text. */
export interface Bare {
  readonly text: string;
  readonly at: Int32Array;
}

const ADDED = new Set(' \n-·.。()[]<>{}（）_');

export function bareOf(text: string): Bare {
  const at: number[] = [];
  let bare = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charAt(index);
    if (ADDED.has(unit)) continue;
    // Some capitals have two small letters.
    const small = unit.toLowerCase();
    bare += small.length === 1 ? small : unit;
    at.push(index);
  }
  return { text: bare, at: Int32Array.from(at) };
}
