/** What is known of one subject, and the function for its texts, which learns from them (Article 23). */
import type { Known, KnownValue, Redacted, TextForm } from '../../../schema/law/redact/facts.ts';
import { isAboutPerson } from '../../../schema/law/redact/known-values.ts';
import { REDACTION_VERSION, redactorOf, WITHHELD_TEXT } from '../../../schema/law/redact/redact.ts';
import { JIEBA } from '../../texts/jieba.ts';
import { staysOpen } from '../named-beside.ts';
import { type Redact, textFormOf } from '../open-form.ts';
import { isCleanAhead, keyOfKnown, type Reading, readAhead } from './ahead.ts';
import { isClean, rememberClean, Signs } from './clean-texts.ts';

/** Most values that were found in texts and are kept. What columns say is always kept. */
const FOUND_MAX = 1_000;
/** Texts of a subject that are remembered. */
const SEEN_MAX = 100;
/** So often at most are texts read until they tell nothing more. */
const MOST_READINGS = 4;

export interface Kept {
  readonly personal: readonly KnownValue[];
  readonly found: readonly KnownValue[];
  /** Names and seats of organizations, which stay. */
  readonly open: readonly string[];
}

const keyOf = ({ kind, value }: KnownValue): string => `${kind}\n${value}`;
const byKey = (values: readonly KnownValue[]) => new Map(values.map((value) => [keyOf(value), value]));

interface Made {
  readonly known: Known;
  /** Key of what is known; made where it is asked for. */
  key: string | undefined;
  readonly redact: Redact;
  readonly signs: Signs;
  /** The function is stricter with texts about a person. */
  readonly isAboutPerson: boolean;
  /** Texts that were redacted while as much was known: each is looked at several times. */
  readonly seen: Map<string, Redacted>;
}

/** What is known of one subject. */
export class SubjectKnown {
  /** Version that all texts of the subject were made by. */
  redaction: number;
  readonly #personal: Map<string, KnownValue>;
  readonly #found: Map<string, KnownValue>;
  readonly #open: Set<string>;
  readonly #isHeld: boolean;
  #function: Made | undefined;
  #hasGrown = false;
  /** Whether more is known of persons, and not only of what stays. */
  #hasLearned = false;
  #formed = 0;
  #grewAfterFirst = false;

  readonly #onRead: ((reading: Reading) => void) | undefined;

  /** Why what is known cannot be opened. Then every text of the subject is withheld, until it can. */
  readonly closed: Error | undefined;

  /** `isHeld`: whether the subject had texts before this transaction. `onRead` hears of each text that is read, and not only remembered. */
  constructor(
    redaction: number,
    kept: Kept,
    isHeld: boolean,
    { closed, onRead }: { readonly closed?: Error; readonly onRead?: (reading: Reading) => void } = {},
  ) {
    this.redaction = redaction;
    this.closed = closed;
    this.#onRead = onRead;
    this.#personal = byKey(kept.personal);
    this.#found = byKey(kept.found);
    this.#open = new Set(kept.open);
    this.#isHeld = isHeld;
  }

  add({ personal, open }: Known): void {
    for (const value of personal) this.#keep(this.#personal, value);
    for (const name of open)
      if (!this.#open.has(name)) {
        this.#open.add(name);
        this.#function = undefined;
        this.#hasGrown = true;
      }
  }

  /** Takes over what is known of another subject that turned out to be this one. */
  take(other: SubjectKnown): void {
    this.add({ personal: other.kept.personal, open: [] });
    for (const value of other.kept.found) this.#keep(this.#found, value);
  }

  #keep(where: Map<string, KnownValue>, value: KnownValue): void {
    if (where.has(keyOf(value))) return;
    where.set(keyOf(value), value);
    this.#function = undefined;
    this.#hasGrown = true;
    this.#hasLearned = true;
    this.#grewAfterFirst ||= this.#formed > 0;
  }

  /** The function for its texts. What it finds is known from then on. */
  readonly redact: Redact = (text, form = 'TEXT') => {
    if (this.closed !== undefined) return { text: WITHHELD_TEXT, withheld: true, found: [] };
    this.#function ??= this.#made();
    const { known, signs, isAboutPerson, seen } = this.#function;
    if (isClean(text, form, isAboutPerson) && !signs.mayStandIn(text)) return { text, withheld: false, found: [] };
    const before = seen.get(form + text);
    if (before !== undefined) return before;
    const redacted = this.#read(this.#function, text, form);
    if (seen.size < SEEN_MAX) seen.set(form + text, redacted);
    const isNowClean = redacted.text === text && redacted.found.length === 0 && !this.#namesOpen(text);
    if (isNowClean) rememberClean(text, form, isAboutPerson);
    this.#onRead?.({ known, isAboutPerson, text, form, redacted, isClean: isNowClean });
    for (const value of redacted.found) if (!this.#personal.has(keyOf(value))) this.#find(value);
    return redacted;
  };

  /** What comes out of a text: as it was read ahead, if it was, else as it is read now. */
  #read(made: Made, text: string, form: TextForm): Redacted {
    const { known, redact, signs, isAboutPerson } = made;
    const keyOfIt = (): string => {
      made.key ??= keyOfKnown(known);
      return made.key;
    };
    if (isCleanAhead(text, form, isAboutPerson) && !signs.mayStandIn(text) && !this.#namesOpen(text))
      return { text, withheld: false, found: [] };
    return readAhead(keyOfIt, text, form) ?? redact(text, form);
  }

  #namesOpen(text: string): boolean {
    for (const name of this.#open) if (text.includes(name)) return true;
    return false;
  }

  /** What is found beyond what is kept is known until the transaction ends: it masks the texts that are formed in it. */
  #find(value: KnownValue): void {
    if (this.#found.size < FOUND_MAX) this.#keep(this.#found, value);
    else if (!this.#found.has(keyOf(value))) {
      this.#found.set(keyOf(value), value);
      this.#function = undefined;
    }
  }

  #made(): Made {
    const [said, told] = [[...this.#personal.values()], [...this.#found.values()]];
    const known = { personal: [...said, ...told], open: staysOpen([...this.#open], said, told) };
    const [redact, signs] = [redactorOf(known, JIEBA), new Signs(known.personal)];
    return { known, key: undefined, redact, signs, isAboutPerson: isAboutPerson(known), seen: new Map() };
  }

  get #size(): number {
    return this.#personal.size + this.#found.size;
  }

  /** Reads texts until they tell nothing more of persons: what the last one tells may stand in the first. */
  settle(read: () => void): void {
    for (let time = 0, before = -1; this.#size > before && time < MOST_READINGS; time += 1) {
      before = this.#size;
      read();
    }
  }

  /** Learns what texts tell of persons. */
  learn(texts: Readonly<Record<string, string | readonly string[] | null>>): void {
    this.settle(() => {
      for (const [name, text] of Object.entries(texts))
        for (const part of typeof text === 'string' ? [text] : (text ?? [])) this.redact(part, textFormOf(name));
    });
  }

  /** Counts a record whose form was made here. */
  formed(): void {
    this.#formed += 1;
  }

  /** Whether another row of the transaction, or an earlier one, may show what became known after it was formed. */
  get touchesOthers(): boolean {
    return this.#hasLearned && (this.#isHeld || (this.#formed > 1 && this.#grewAfterFirst));
  }

  get hasGrown(): boolean {
    return this.#hasGrown;
  }

  get kept(): Kept {
    const found = [...this.#found.values()].slice(0, FOUND_MAX);
    return { personal: [...this.#personal.values()], found, open: [...this.#open] };
  }
}

export const NOTHING: Kept = { personal: [], found: [], open: [] };

/** Of a subject that nothing is held of. */
export const nothingKnown = (onRead?: (reading: Reading) => void): SubjectKnown =>
  new SubjectKnown(REDACTION_VERSION, NOTHING, false, onRead === undefined ? {} : { onRead });
