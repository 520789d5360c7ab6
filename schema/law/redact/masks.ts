/** What is hidden of a text, and the text without it. Masks are united, so that one more never shows more. */
import { desensitize } from '../desensitize/desensitize.ts';
import type { PersonalKind } from '../facts.ts';
import type { KnownValue } from './facts.ts';
import type { Folded } from './fold.ts';

const FOUND_NAME = 1;
const FOUND_VALUE = 2;
const KNOWN_NAME = 4;
const KNOWN_VALUE = 8;
const BY_RULE = FOUND_NAME | FOUND_VALUE;
const VALUE = FOUND_VALUE | KNOWN_VALUE;

interface Hidden {
  readonly start: number;
  readonly end: number;
  readonly stars: string;
}

const BLANK = /[ \n-]/u;

/** How much of the beginning of a value its mask shows; what sets its parts apart does not count. */
function shownOf(value: string, masked: string): number {
  let shown = 0;
  for (let at = 0, unit = 0; at < value.length; at += 1) {
    if (unit > 0 && BLANK.test(value.charAt(at)) && masked.charAt(unit) !== value.charAt(at)) continue;
    if (masked.charAt(unit) === '*' || masked.charAt(unit) !== value.charAt(at)) break;
    unit += 1;
    shown = at + 1;
  }
  return shown;
}

/** What stands before a home and is none. */
const HOME =
  /^(?:现住址|家庭住址|户籍地址|户籍所在地|居住地址|送达地址|联系地址|住址|地址|住所地?|户籍地?|现住|暂住|家住|居住于|居住在|住)[:：为在于]?/u;

export class Masks {
  readonly found: KnownValue[] = [];
  /** More than anybody writes was found of something, and not all of it was looked at. */
  isTooMuch = false;
  readonly #folded: Folded;
  readonly #hidden: Hidden[] = [];
  /** Units that some mask covers, its shown beginning included. */
  readonly #covered: Uint8Array;
  readonly #open: Uint8Array;
  #isCovered = false;
  readonly #isMaskedBefore: boolean;

  constructor(folded: Folded) {
    this.#folded = folded;
    this.#covered = new Uint8Array(folded.text.length + 1);
    this.#open = new Uint8Array(folded.text.length + 1);
    this.#isMaskedBefore = folded.text.includes('*') && /[\p{Script=Han}0-9A-Z]\*/u.test(folded.text);
  }

  /** Keeps a part open: nothing in it is masked. */
  keep(start: number, end: number): void {
    this.#open.fill(1, start, end);
  }

  /** Whether a rule covers all of it, or some of it. What is known beside the text is not asked, so that knowing more never finds less. */
  covers(start: number, end: number): boolean {
    for (let unit = start; unit < end; unit += 1) if (((this.#covered[unit] ?? 0) & BY_RULE) === 0) return false;
    return end > start;
  }

  touches(start: number, end: number): boolean {
    for (let unit = start; unit < end; unit += 1) if (((this.#covered[unit] ?? 0) & BY_RULE) !== 0) return true;
    return false;
  }

  /** Whether something personal stands there, known or found. */
  isPersonal(start: number, end: number): boolean {
    for (let unit = start; unit < end; unit += 1) if (this.#covered[unit] !== 0) return true;
    return false;
  }

  /** Whether the text has anything personal, known, found or masked before. */
  isAny(): boolean {
    return this.#isCovered || this.#isMaskedBefore;
  }

  /** Whether a number, birth, telephone or home stands there. */
  isValue(unit: number): boolean {
    return ((this.#covered[unit] ?? 0) & VALUE) !== 0;
  }

  isOpen(start: number, end: number): boolean {
    for (let unit = start; unit < end; unit += 1) if (this.#open[unit] === 1) return true;
    return false;
  }

  /** Masks a part of the folded text. `as`: the value of a column whose mask it gets. */
  add(kind: PersonalKind, first: number, end: number, as?: string): void {
    const { text, original, from, to } = this.#folded;
    // The word for a home is no part of it, and a division is found only behind it.
    const start = kind === 'ADDRESS' ? first + (HOME.exec(text.slice(first, end))?.[0].length ?? 0) : first;
    if (end <= start || this.isOpen(start, end)) return;
    const written = text.slice(start, end);
    // A name looks as in its column, if it begins as there: 张 三 is 张** in every text.
    const inColumn = as === undefined || kind !== 'NAME' ? undefined : (desensitize(kind, as) ?? undefined);
    const own = kind === 'BIRTH_DATE' ? '****' : (desensitize(kind, written.replace(/[ \n]/gu, '')) ?? '****');
    const masked = inColumn !== undefined && inColumn.charAt(0) === written.charAt(0) ? inColumn : own;
    const shown = shownOf(written, masked);
    const bit =
      as === undefined ? (kind === 'NAME' ? FOUND_NAME : FOUND_VALUE) : kind === 'NAME' ? KNOWN_NAME : KNOWN_VALUE;
    for (let unit = start; unit < end; unit += 1) this.#covered[unit] = (this.#covered[unit] ?? 0) | bit;
    this.#isCovered = true;
    if (shown >= end - start) return;
    this.#hidden.push({ start: start + shown, end, stars: masked.replace(/[^*]/gu, '') || '****' });
    if (as === undefined && kind !== 'BIRTH_DATE')
      this.found.push({ kind, value: original.slice(from[start], to[end - 1]) });
  }

  /** The original with stars in the place of what is hidden. */
  text(): string {
    const { original, from, to } = this.#folded;
    if (this.#hidden.length === 0) return original;
    const sorted = this.#hidden.toSorted((left, right) => left.start - right.start || right.end - left.end);
    let text = '';
    let done = 0;
    let open: { start: number; end: number; stars: string } | undefined;
    const close = (): void => {
      if (open === undefined) return;
      const start = Math.max(from[open.start] ?? 0, done);
      text += original.slice(done, start) + open.stars;
      done = Math.max(to[open.end - 1] ?? start, done);
      open = undefined;
    };
    for (const hidden of sorted) {
      if (open !== undefined && hidden.start < open.end) {
        // Two masks over each other are one. The longer one says how it looks, and nothing of what either hides is shown.
        if (hidden.end - hidden.start > open.end - open.start)
          open.stars = hidden.stars.replace(/[^*]/gu, '') || '****';
        open.end = Math.max(open.end, hidden.end);
      } else {
        close();
        open = { ...hidden };
      }
    }
    close();
    return text + original.slice(done);
  }
}
