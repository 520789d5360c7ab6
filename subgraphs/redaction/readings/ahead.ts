/**
 * What was read ahead of its transaction. The function for texts is pure: with the same known beside it, a text comes out the same wherever it is read.
 * What is not found here is read where it is needed.
 */
import type { Known, KnownValue, Redacted, TextForm } from '../../../schema/law/redact/facts.ts';
import { cleanKey } from './clean-texts.ts';

/** A text with what was known beside it, and what came out. */
export interface Reading {
  readonly known: Known;
  readonly isAboutPerson: boolean;
  readonly text: string;
  readonly form: TextForm;
  readonly redacted: Redacted;
  /** Whether it says nothing of anybody, and names nothing that stays open. */
  readonly isClean: boolean;
}

/** Texts of one subject as a transaction reads them: of each row the document that it rests on, and what it tells. */
export interface Telling {
  readonly known: readonly Known[];
  readonly rows: readonly (readonly (readonly [text: string, form: TextForm])[])[];
}

/** What a worker answers of some texts. */
export interface Answer {
  readonly clean: readonly string[];
  readonly exact: readonly (readonly [key: string, redacted: Redacted])[];
}

/** What is known, as a key: the function is the same where it is. */
export const keyOfKnown = ({ personal, open }: Known): string =>
  JSON.stringify([personal.map(({ kind, value }: KnownValue) => `${kind} ${value}`), open]);

const exactKey = (known: string, text: string, form: TextForm): string => `${form}${known}${text}`;

/** What is told of readings: of those of nobody that were clean no more than that. */
export function answerOf(readings: readonly Reading[]): Answer {
  const clean = new Set<string>();
  const exact = new Map<string, Redacted>();
  for (const { known, isAboutPerson, text, form, redacted, isClean } of readings) {
    if (isClean) clean.add(cleanKey(text, form, isAboutPerson));
    // Where somebody is known, a text that names nobody may still look as if it did.
    if (!isClean || known.personal.length > 0) exact.set(exactKey(keyOfKnown(known), text, form), redacted);
  }
  return { clean: [...clean], exact: [...exact] };
}

/** What was read for one batch. */
export class Shelf {
  readonly #clean = new Set<string>();
  readonly #exact = new Map<string, Redacted>();

  put({ clean, exact }: Answer): void {
    for (const key of clean) this.#clean.add(key);
    for (const [key, redacted] of exact) this.#exact.set(key, redacted);
  }

  get size(): number {
    return this.#clean.size + this.#exact.size;
  }

  exact(key: string): Redacted | undefined {
    return this.#exact.get(key);
  }

  isClean(key: string): boolean {
    return this.#clean.has(key);
  }
}

/** Of the batches that are under way. */
const shelves = new Set<Shelf>();

/** Texts that were found read. */
let taken = 0;
export const takenAhead = (): number => taken;

export function openShelf(): Shelf {
  const shelf = new Shelf();
  shelves.add(shelf);
  return shelf;
}

export const closeShelf = (shelf: Shelf): void => void shelves.delete(shelf);

/** What came out of a text with exactly this known beside it. `known` is its key, which is made only where something was read. */
export function readAhead(known: () => string, text: string, form: TextForm): Redacted | undefined {
  if (shelves.size === 0) return undefined;
  const key = exactKey(known(), text, form);
  for (const shelf of shelves) {
    const found = shelf.exact(key);
    if (found === undefined) continue;
    taken += 1;
    return found;
  }
  return undefined;
}

/** Whether a text was found clean. It may be taken for clean where nothing that is known can stand in it. */
export function isCleanAhead(text: string, form: TextForm, isAboutPerson: boolean): boolean {
  if (shelves.size === 0) return false;
  const key = cleanKey(text, form, isAboutPerson);
  for (const shelf of shelves)
    if (shelf.isClean(key)) {
      taken += 1;
      return true;
    }
  return false;
}
