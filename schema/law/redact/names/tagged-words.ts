/** The words of the tagger by the units of the text. */
import type { Word } from '../reading/tagger.ts';

/** Where words begin. */
export interface WordStarts {
  get(at: number): Word | undefined;
  has(at: number): boolean;
}

/** The word that each unit belongs to. */
export class Words implements WordStarts {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly #of: Word[];

  constructor(text: string, words: readonly Word[]) {
    this.start = new Int32Array(text.length + 1);
    this.end = new Int32Array(text.length + 1);
    this.#of = new Array(text.length);
    let at = 0;
    for (const word of words) {
      const end = at + word.word.length;
      for (let unit = at; unit < end; unit += 1) {
        this.start[unit] = at;
        this.end[unit] = end;
        this.#of[unit] = word;
      }
      at = end;
    }
    this.start[text.length] = text.length;
    this.end[text.length] = text.length;
  }

  get(at: number): Word | undefined {
    return this.start[at] === at ? this.#of[at] : undefined;
  }

  has(at: number): boolean {
    return this.get(at) !== undefined;
  }

  tag(unit: number): string {
    return this.#of[unit]?.tag ?? '';
  }

  begins(unit: number): boolean {
    return this.start[unit] === unit;
  }

  /** Tagged as a name, or not known to the dictionary. */
  isNamed(unit: number): boolean {
    const tag = this.tag(unit);
    return tag === 'x' || tag.startsWith('nr');
  }

  /** Whether it is made of the end of one word and the beginning of another: 未付/强制. */
  straddles(start: number, end: number): boolean {
    const from = this.start[start] ?? start;
    const to = this.end[end - 1] ?? end;
    return from < start && to > end && !this.isNamed(start) && !this.isNamed(end - 1);
  }

  /** Whether a longer word of the dictionary holds a part of a text. */
  isPart(start: number, end: number): boolean {
    const from = this.start[start] ?? start;
    const to = this.end[start] ?? end;
    if (from > start || to < end || to - from <= end - start) return false;
    return !this.isNamed(start) || '桥路街湖山河镇村乡县市湾'.includes(this.#of[start]?.word.at(-1) ?? ' ');
  }
}
