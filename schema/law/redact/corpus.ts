/** A corpus of texts held against the function: what leaks of each kind, and what is masked too much. See test/cases/README.md for its form. */
import { type Columns, knownOf } from './known.ts';
import type { Tagger } from './reading/tagger.ts';
import { redactorOf } from './redact.ts';

export interface CorpusText {
  readonly id: string;
  readonly kind: string;
  readonly about: 'PERSON' | 'COMPANY' | 'SOLE_TRADER';
  readonly known: Columns;
  readonly text: string;
  readonly secrets: readonly string[];
  readonly keep: readonly string[];
}

export interface Judged {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly seen: string;
  readonly withheld: boolean;
  /** Secrets that can be read, plainly or folded. */
  readonly leaks: readonly string[];
  /** What had to stay and is gone; of an ordinary text the whole text, where it is changed. */
  readonly lost: readonly string[];
}

/** Another blank, dot or dash is no mask. */
export const foldedForComparison = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}.·•・‧∙⋅。]/gu, '');

export function judge(one: CorpusText, tagger: Tagger): Judged {
  const { text: seen, withheld } = redactorOf(knownOf(one.about, one.known), tagger)(one.text);
  const folded = foldedForComparison(seen);
  const ordinary = one.secrets.length === 0;
  return {
    id: one.id,
    kind: one.kind,
    text: one.text,
    seen,
    withheld,
    leaks: one.secrets.filter((secret) => seen.includes(secret) || folded.includes(foldedForComparison(secret))),
    lost: ordinary && seen !== one.text ? [one.text] : one.keep.filter((kept) => !seen.includes(kept)),
  };
}

export interface Tally {
  readonly texts: number;
  readonly leaking: number;
  readonly overMasked: number;
  readonly withheld: number;
}

/** Counts by kind. */
export function tally(judged: readonly Judged[]): Readonly<Record<string, Tally>> {
  const kinds: Record<string, Tally> = {};
  for (const { kind, leaks, lost, withheld } of judged) {
    const before = kinds[kind] ?? { texts: 0, leaking: 0, overMasked: 0, withheld: 0 };
    kinds[kind] = {
      texts: before.texts + 1,
      leaking: before.leaking + (leaks.length > 0 ? 1 : 0),
      overMasked: before.overMasked + (lost.length > 0 ? 1 : 0),
      withheld: before.withheld + (withheld ? 1 : 0),
    };
  }
  return kinds;
}
