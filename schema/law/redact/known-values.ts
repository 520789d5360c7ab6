/** Step 2. What is known beside the text, prepared once, and found wherever it stands, however it is written. */
import { desensitize } from '../desensitize/desensitize.ts';
import type { Known, KnownValue } from './facts.ts';
import { type Bare, bareOf, type Folded, fold, numeralsAsDigits } from './fold.ts';
import { namesIn } from './known.ts';
import type { Masks } from './masks.ts';
import { isChance } from './names/chance.ts';
import type { Words } from './names/tagged-words.ts';

interface Sought {
  readonly kind: KnownValue['kind'];
  /** Folded and bare. */
  readonly bare: string;
  /** As the column holds it; its mask stands in the text. */
  readonly as: string;
  /** A Latin name stands by itself, and is no part of another word. */
  readonly alone: boolean;
  /** A short name stays where it is a part of a longer word: 高峰 in 早高峰期. */
  readonly short: boolean;
}

/** What stays, and the personal names in it that do not. */
interface Open {
  readonly bare: string;
  readonly names: readonly Sought[];
}

export interface Prepared {
  readonly names: readonly Sought[];
  readonly numbers: readonly Sought[];
  readonly open: readonly Open[];
  readonly births: readonly string[];
  /** Nothing but a person is known. */
  readonly isAboutPerson: boolean;
  /** Names of one surname and two characters, of which the given name may stand alone. */
  readonly threeCharacters: readonly string[];
}

const bareText = (value: string): string => bareOf(fold(value).text).text;

const hasLetters = (value: string): boolean => /^[\p{Script=Latin}\p{Script=Cyrillic} ,.'’-]+$/u.test(value);

/** The orders in which a name of several parts is written. */
function orders(parts: readonly string[]): string[] {
  if (parts.length < 2) return [...parts];
  const all = [parts, parts.toReversed()];
  for (let first = 1; first < parts.length; first += 1) all.push([...parts.slice(first), ...parts.slice(0, first)]);
  return [...new Set(all.map((order) => order.join('')))];
}

function soughtNames(value: string): Sought[] {
  return namesIn(value).flatMap((name) => {
    // Where the cell holds this name alone, its mask is the one of the column.
    const inColumn = bareText(value) === bareText(name) ? value.trim() : name;
    const one = { kind: 'NAME', as: inColumn } as const;
    const folded = fold(name).text;
    if (hasLetters(folded)) {
      const parts = folded.split(/[ ,.'’-]+/u).filter((part) => part !== '');
      const long = parts.filter((part) => part.length >= 4 && parts.length > 1);
      return [...orders(parts), ...long].map((part) => ({
        ...one,
        bare: part.toLowerCase(),
        alone: true,
        short: false,
      }));
    }
    const bare = bareText(name);
    const parts = folded.split(/[·. ]/u).filter((part) => [...part].length >= 3);
    const whole = { ...one, bare, alone: false, short: [...bare].length <= 3 };
    return parts.length > 1 || (parts.length === 1 && /[·.]/u.test(folded))
      ? [whole, ...parts.map((part) => ({ ...one, bare: bareText(part), alone: false, short: true }))]
      : [whole];
  });
}

/** From the road on, and the road with the first number of the house. */
function specificParts(address: string): string[] {
  const masked = desensitize('ADDRESS', address) ?? '';
  const folded = fold(address).text.replace(/[ \n]/gu, '');
  let shown = 0;
  while (shown < masked.length && masked.charAt(shown) !== '*' && masked.charAt(shown) === folded.charAt(shown))
    shown += 1;
  const specific = folded.slice(shown).replace(/^[\p{Script=Han}]{1,6}?(?:区|县|市|旗)(?=[\p{Script=Han}]{2,})/u, '');
  const road = /^[^0-9]{2,16}?[0-9一二三四五六七八九十百]{1,5}/u.exec(specific)?.[0];
  return [folded, folded.slice(shown), specific, ...(road === undefined ? [] : [road])].filter(
    (part) => part.length >= 4,
  );
}

/** A company with its own legal person is called as it is called. The name of another trade may be the trader's own. */
const LEGAL_PERSON = /(?:公司|集团|合作社|联合社|企业|银行|学校|学院|大学|医院|委员会|协会)$/u;

/** A personal value goes before what is open: who was held as a company and is a person, and a trader's own name within the trade name. */
function openOf(bare: string, names: readonly Sought[], numbers: readonly Sought[]): Open[] {
  if (bare.length < 2 || [...names, ...numbers].some((sought) => sought.bare === bare)) return [];
  if (LEGAL_PERSON.test(bare)) return [{ bare, names: [] }];
  return [{ bare, names: names.filter((sought) => bare.includes(sought.bare)) }];
}

/** Whether nothing but a person is known, so that the function is stricter. A name that is masked already is sought nowhere. */
export const isAboutPerson = ({ personal, open }: Known): boolean =>
  open.length === 0 &&
  personal.some(({ kind, value }) => kind === 'NAME' && !value.includes('*') && soughtNames(value).length > 0);

export function prepare(known: Known): Prepared {
  const names: Sought[] = [];
  const numbers: Sought[] = [];
  const births: string[] = [];
  for (const { kind, value } of known.personal) {
    if (value.includes('*')) continue;
    if (kind === 'NAME') names.push(...soughtNames(value));
    else if (kind === 'BIRTH_DATE') births.push(value.slice(0, 10));
    else {
      const parts = kind === 'ADDRESS' ? specificParts(value) : [value];
      for (const part of parts) {
        const bare = numeralsAsDigits(bareText(part));
        if (bare.length >= (kind === 'ADDRESS' ? 4 : 5))
          numbers.push({ kind, bare, as: value, alone: false, short: false });
      }
    }
  }
  const longer = (left: Sought, right: Sought): number => right.bare.length - left.bare.length;
  return {
    names: names.sort(longer),
    numbers: numbers.sort(longer),
    open: known.open.map(bareText).flatMap((open) => openOf(open, names, numbers)),
    births,
    threeCharacters: names.flatMap(({ bare }) => (/^\p{Script=Han}{3}$/u.test(bare) ? [bare] : [])),
    isAboutPerson: known.open.length === 0 && names.length > 0,
  };
}

function eachAt(bare: Bare, sought: string, found: (start: number, end: number) => void): void {
  for (let at = bare.text.indexOf(sought); at >= 0; at = bare.text.indexOf(sought, at + 1))
    found(bare.at[at] ?? 0, (bare.at[at + sought.length - 1] ?? 0) + 1);
}

const isLetter = (unit: string): boolean => /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(unit);

/** What stays: names and seats of organizations. */
export function keepOpen(bare: Bare, { open }: Prepared, masks: Masks): void {
  for (const { bare: one, names } of open)
    for (let at = bare.text.indexOf(one); at >= 0; at = bare.text.indexOf(one, at + 1)) {
      const placeOf = (unit: number): number => bare.at[at + unit] ?? 0;
      const last = placeOf(one.length - 1) + 1;
      let done = 0;
      for (const { start, end, as } of within(one, names)) {
        if (start > done) masks.keep(placeOf(done), placeOf(start - 1) + 1);
        masks.add('NAME', placeOf(start), placeOf(end - 1) + 1, as);
        done = end;
      }
      if (done < one.length) masks.keep(placeOf(done), last);
    }
}

/** Where names stand in it, the longest first, in their order. */
function within(text: string, names: readonly Sought[]): { start: number; end: number; as: string }[] {
  const found: { start: number; end: number; as: string }[] = [];
  for (const { bare, as } of names)
    for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
      const end = at + bare.length;
      if (!found.some((other) => at < other.end && other.start < end)) found.push({ start: at, end, as });
    }
  return found.sort((left, right) => left.start - right.start);
}

/** Signs by which whoever delivers a text hides one character. */
const HIDING = /[*×xX某○]/u;

/** 李*明 and 李明× hide too little of who is known. */
function maskHalfHidden({ text }: Folded, name: string, masks: Masks): void {
  const [surname = '', first = '', last = ''] = name;
  for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
    const [second, third] = [text.charAt(at + 1), text.charAt(at + 2)];
    if ((HIDING.test(second) && third === last) || (second === first && HIDING.test(third)))
      masks.add('NAME', at, at + 3, name);
  }
}

export function maskKnown(folded: Folded, bare: Bare, prepared: Prepared, words: Words, masks: Masks): void {
  for (const { kind, bare: sought, as, alone, short } of prepared.names)
    eachAt(bare, sought, (start, end) => {
      if (alone && (isLetter(folded.text.charAt(start - 1)) || isLetter(folded.text.charAt(end)))) return;
      if (
        short &&
        (isChance(folded.text, start, end) ||
          words.isPart(start, end) ||
          words.straddles(start, end) ||
          folded.text.charAt(end) === '牌')
      )
        return;
      masks.add(kind, start, end, as);
    });
  if (HIDING.test(folded.text)) for (const name of prepared.threeCharacters) maskHalfHidden(folded, name, masks);
  if (prepared.numbers.length === 0) return;
  const digits: Bare = { text: numeralsAsDigits(bare.text), at: bare.at };
  for (const { kind, bare: sought, as } of prepared.numbers)
    eachAt(digits, sought, (start, end) => masks.add(kind, start, end, as));
}
