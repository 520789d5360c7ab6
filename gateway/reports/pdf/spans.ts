/**
 * Cuts a text into runs of one font and one language, in one pass from its beginning to its end: nothing is looked at twice, however the text is made.
 * A character that no font holds is shown as its code point `[U+…]`, never as an empty box.
 */
import type { Language } from '../templates.ts';

/** A piece of a text in one font and one language. */
export interface Run {
  readonly text: string;
  readonly language: Language;
  /** Place of its font in the list of fonts. */
  readonly face: number;
}

/** Place of the first font that holds a character; undefined where none does. */
export type FaceOf = (point: number) => number | undefined;

interface Piece {
  text: string;
  readonly face: number;
}

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;
const DIGIT = /\p{Nd}/u;
/** Controls and separators of lines, which no font draws. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** Adds a piece behind others, to the last one where it has the same font. */
function add(pieces: Piece[], { text, face }: Piece): void {
  const last = pieces.at(-1);
  if (last?.face === face) last.text += text;
  else pieces.push({ text, face });
}

/** Collects runs. What has no language of its own is told with what stands around it, or with the language of the whole. */
class Runs {
  readonly runs: { text: string; language: Language; face: number }[] = [];
  private readonly base: Language;
  private current: Language;
  private waiting: Piece[] = [];

  constructor(base: Language) {
    this.base = base;
    this.current = base;
  }

  private put(pieces: readonly Piece[], language: Language): void {
    for (const { text, face } of pieces) {
      const last = this.runs.at(-1);
      if (last?.face === face && last.language === language) last.text += text;
      else this.runs.push({ text, language, face });
    }
  }

  neutral(pieces: readonly Piece[]): void {
    for (const piece of pieces) add(this.waiting, piece);
  }

  spoken(pieces: readonly Piece[], language: Language): void {
    this.put(this.waiting, language === this.current ? language : this.base);
    this.waiting = [];
    this.put(pieces, language);
    this.current = language;
  }

  end(): readonly Run[] {
    this.put(this.waiting, this.base);
    return this.runs;
  }
}

/** The runs of a text, and whether every character of it is shown as itself. `base` is the language of the whole document. */
export function runsOf(
  text: string,
  base: Language,
  faceOf: FaceOf,
): { readonly runs: readonly Run[]; readonly whole: boolean } {
  const collected = new Runs(base);
  let whole = true;
  /** Letters and digits that stand together. With a digit among them it is a number, such as a credit code, and no word. */
  let word: Piece[] = [];
  let letters = 0;
  let isNumber = false;
  /** Blanks side by side are one, as on a page: each would be a word of its own, and pdfkit looks at all words before it. */
  let afterBlank = false;
  const endWord = (): void => {
    if (letters > 1 && !isNumber) collected.spoken(word, 'en');
    else collected.neutral(word);
    word = [];
    letters = 0;
    isNumber = false;
  };
  for (const character of text.normalize('NFC')) {
    const point = character.codePointAt(0) ?? 0;
    const isControl = CONTROL.test(character);
    const face = isControl ? 0 : faceOf(point);
    if (face === undefined) whole = false;
    const shown = isControl ? ' ' : face === undefined ? `[U+${point.toString(16).toUpperCase()}]` : character;
    if (shown === ' ' && afterBlank) continue;
    afterBlank = shown === ' ';
    const piece: Piece = { text: shown, face: face ?? 0 };
    if (LATIN.test(character) || DIGIT.test(character)) {
      add(word, piece);
      if (DIGIT.test(character)) isNumber = true;
      else letters += 1;
      continue;
    }
    endWord();
    if (HAN.test(character)) collected.spoken([piece], 'zh');
    else collected.neutral([piece]);
  }
  endWord();
  return { runs: collected.end(), whole };
}

/** Every character of texts, as it is sought in the fonts. */
export function pointsOf(texts: Iterable<string>): ReadonlySet<number> {
  const points = new Set<number>();
  for (const text of texts)
    for (const character of text.normalize('NFC'))
      if (!CONTROL.test(character)) points.add(character.codePointAt(0) ?? 0);
  return points;
}
