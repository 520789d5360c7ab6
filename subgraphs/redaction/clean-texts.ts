/**
 * Texts that were found clean are not looked at again where nothing that is known could stand in them: kinds of penalties, laws and numbers of documents
 * come by the million, and each costs a tenth of a millisecond.
 */
import { personsIn } from '../../schema/law/desensitize/name.ts';
import type { KnownValue, TextForm } from '../../schema/law/redact/facts.ts';
import { fold } from '../../schema/law/redact/fold.ts';

const MOST = 50_000;
const LONGEST = 200;

const clean = new Set<string>();

/** 测罚〔2026〕18号: of such numbers only the digits differ, and too few are together to be a person's. */
const DOCUMENT = /^[\p{Script=Han}A-Z]{0,16}[〔[（(]\d{4}[〕\])）][\p{Script=Han}]{0,8}\d{1,6}号?$/u;

function keyOf(text: string, form: TextForm, isAboutPerson: boolean): string {
  const shape = form === 'NUMBER' && DOCUMENT.test(text) ? text.replace(/\d/gu, '0') : text;
  return `${form}${isAboutPerson ? '+' : '-'}${shape}`;
}

export const isClean = (text: string, form: TextForm, isAboutPerson: boolean): boolean =>
  clean.has(keyOf(text, form, isAboutPerson));

export function rememberClean(text: string, form: TextForm, isAboutPerson: boolean): void {
  if (text.length > LONGEST) return;
  if (clean.size >= MOST) clean.clear();
  clean.add(keyOf(text, form, isAboutPerson));
}

const NUMERALS = /[0-9０-９〇零一二三四五六七八九十幺两壹贰叁肆伍陆柒捌玖]/gu;
/** The fewest digits by which a known number is told: the last four of it. */
const FEWEST_DIGITS = 4;

/** Signs by which a text may hold something of what is known. It says yes too often and never no too often. */
export class Signs {
  readonly #characters = new Set<string>();
  #hasLatin = false;
  #hasNumbers = false;

  constructor(values: readonly KnownValue[]) {
    for (const { kind, value } of values)
      if (kind === 'NAME' || kind === 'ADDRESS') this.#name(value);
      else this.#hasNumbers = true;
  }

  /** A name may stand in parts, and an address from any part on: each of its characters is a sign. */
  #name(value: string): void {
    for (const part of [value, ...personsIn(value)])
      for (const character of `${part.normalize('NFKC')}${fold(part).text}`)
        if (/\p{Script=Han}/u.test(character)) this.#characters.add(character);
        else if (/\p{L}/u.test(character)) this.#hasLatin = true;
        else if (/\p{N}/u.test(character)) this.#hasNumbers = true;
  }

  mayStandIn(text: string): boolean {
    if (this.#hasNumbers && (text.match(NUMERALS)?.length ?? 0) >= FEWEST_DIGITS) return true;
    if (this.#hasLatin && /[^\P{L}\p{Script=Han}]/u.test(text)) return true;
    let seen = 0;
    for (const character of text) if (this.#characters.has(character)) seen += 1;
    return seen >= 2;
  }
}
