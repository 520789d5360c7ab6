/**
 * Texts that were found clean are not looked at again where nothing that is known could stand in them: kinds of penalties, laws and numbers of documents
 * come by the million, and each costs a tenth of a millisecond.
 */
import { personsIn } from '../../../schema/law/desensitize/name.ts';
import type { KnownValue, TextForm } from '../../../schema/law/redact/facts.ts';
import { fold } from '../../../schema/law/redact/fold.ts';

const MOST = 50_000;
const LONGEST = 200;

const clean = new Set<string>();

/**
 * 测罚〔2026〕18号: of such numbers only the digits differ, and too few are together to be a person's. A year tells that they are a document's; numerals
 * beside them, or a word for a birth, could make more of them.
 */
const DOCUMENT =
  /^(?:(?![〇零○一二三四五六七八九十幺两壹贰叁肆伍陆柒捌玖生])[\p{Script=Han}A-Z]){0,16}[〔[（(](?:19|20)\d{2}[〕\])）](?:(?![〇零○一二三四五六七八九十幺两壹贰叁肆伍陆柒捌玖生])\p{Script=Han}){0,8}\d{1,6}号?$/u;

/** One key for all texts that are alike. */
export function cleanKey(text: string, form: TextForm, isAboutPerson: boolean): string {
  const shape = form === 'NUMBER' && DOCUMENT.test(text) ? text.replace(/\d/gu, '0') : text;
  return `${form}${isAboutPerson ? '+' : '-'}${shape}`;
}

export const isClean = (text: string, form: TextForm, isAboutPerson: boolean): boolean =>
  clean.has(cleanKey(text, form, isAboutPerson));

export function rememberClean(text: string, form: TextForm, isAboutPerson: boolean): void {
  if (text.length > LONGEST) return;
  if (clean.size >= MOST) clean.clear();
  clean.add(cleanKey(text, form, isAboutPerson));
}

const NUMERALS = /[0-9０-９〇零一二三四五六七八九十幺两壹贰叁肆伍陆柒捌玖]/gu;
/** The fewest numerals by which a birth is told, or what else has some: 1985年冬月廿日. */
const FEWEST_NUMERALS = 4;
/** What a date has beside its numerals; without it, it is eight digits. */
const OF_DATE = /[年./-]/u;
const FEWEST_TOGETHER = 8;
/** Texts of which each numeral stands for itself: a sign of another script may fold to several. */
const ORDINARY = /^[\x20-\x7e\u4e00-\u9fff〇、。，；：（）《》〔〕【】“”]*$/u;

const numeralsIn = (text: string): number => text.match(NUMERALS)?.length ?? 0;

/** Signs by which a text may hold something of what is known. It says yes too often and never no too often. */
export class Signs {
  readonly #characters = new Set<string>();
  #hasLatin = false;
  /** The fewest numerals of a text that holds one of the numbers that are known. */
  #fewest = Number.POSITIVE_INFINITY;
  #hasBirths = false;

  constructor(values: readonly KnownValue[]) {
    for (const { kind, value } of values)
      if (kind === 'NAME' || kind === 'ADDRESS') this.#name(value);
      else if (kind === 'BIRTH_DATE') this.#hasBirths = true;
      // A number is found where all of it stands.
      else this.#fewest = Math.min(this.#fewest, Math.max(FEWEST_NUMERALS, numeralsIn(fold(value).digits)));
  }

  /** A name may stand in parts, and an address from any part on: each of its characters is a sign. */
  #name(value: string): void {
    for (const part of [value, ...personsIn(value)])
      for (const character of `${part.normalize('NFKC')}${fold(part).text}`)
        if (/\p{Script=Han}/u.test(character)) this.#characters.add(character);
        else if (/\p{L}/u.test(character)) this.#hasLatin = true;
        else if (/\p{N}/u.test(character)) this.#fewest = FEWEST_NUMERALS;
  }

  /** Whether a number or a birth may stand in it. */
  #mayHoldNumber(text: string): boolean {
    if (this.#fewest === Number.POSITIVE_INFINITY && !this.#hasBirths) return false;
    const numerals = numeralsIn(text);
    if (numerals < FEWEST_NUMERALS) return false;
    if (numerals >= this.#fewest || !ORDINARY.test(text)) return true;
    return this.#hasBirths && (numerals >= FEWEST_TOGETHER || OF_DATE.test(text));
  }

  mayStandIn(text: string): boolean {
    if (this.#mayHoldNumber(text)) return true;
    if (this.#hasLatin && /[^\P{L}\p{Script=Han}]/u.test(text)) return true;
    if (this.#characters.size === 0) return false;
    let seen = 0;
    for (const character of text) if (this.#characters.has(character)) seen += 1;
    return seen >= 2;
  }
}
