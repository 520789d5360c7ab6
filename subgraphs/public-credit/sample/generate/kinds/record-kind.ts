/** What a kind of sample record is, and what several kinds share. */
import type { Random } from '../random.ts';
import type { Subject } from '../subject.ts';

interface Occasion {
  readonly random: Random;
  readonly subject: Subject;
  readonly occurredOn: string;
  readonly year: string;
  /** Four digits, unique among the records. */
  readonly serial: string;
}

export interface RecordKind {
  readonly item: string;
  readonly about: 'PERSONS' | 'COMPANIES' | 'EVERYBODY';
  /** Whether the item cites a law that requires display. Then a natural person's consent is not needed. */
  readonly displayRequired: boolean;
  /** How many records beside those of the cast, and between which days. */
  readonly count: number;
  readonly between: readonly [string, string];
  /** Drawn after all others, by chance of its own: a kind that is added later leaves the records of before as they were. */
  readonly ownRandom?: true;
  readonly write: (occasion: Occasion) => { basisDocument: string; content: Record<string, string> };
}

/** Trustworthy and neutral information has no display period; general untrustworthy information is displayed for a year at most. */
export const LASTING = ['2024-07-01', '2026-11-13'] as const;
export const LAST_YEAR = ['2025-12-01', '2026-11-13'] as const;
export const THREE_YEARS = ['2024-06-03', '2026-11-13'] as const;

/** A random amount in yuan between two whole sums, with cents. */
export function yuan(random: Random, from: number, to: number): string {
  return `${random.integer(from, to)}.${String(random.integer(0, 99)).padStart(2, '0')}`;
}

export const EVERYBODY = { about: 'EVERYBODY', displayRequired: false } as const;
export const COMPANIES = { about: 'COMPANIES', displayRequired: false } as const;
export const PERSONS = { about: 'PERSONS', displayRequired: false } as const;
