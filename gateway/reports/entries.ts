/** What a report says of one record or designation, the same on the page and in the PDF. */
import { headOf } from './head.ts';
import { nameIn, type ReportEntry } from './report.ts';
import type { Language } from './templates.ts';
import { labelOf, WORDS, wordOf } from './wording.ts';

export interface EntryTexts {
  readonly heading: string;
  /** Added to the heading while an objection is open; empty where none is. */
  readonly mark: string;
  readonly pairs: readonly (readonly [label: string, value: string])[];
  /** Date, source, and for the subject when it was received. */
  readonly from: string;
}

export function entryTexts(entry: ReportEntry, language: Language): EntryTexts {
  return {
    heading: nameIn(entry.list ?? entry.item, language),
    mark: entry.objected ? `（${WORDS.objected[language]}）` : '',
    pairs: [
      ...Object.entries(entry.values).map(
        ([field, value]) => [labelOf(field, language), wordOf(field, value, language)] as const,
      ),
      ...(entry.ownStatement === undefined ? [] : [[WORDS.ownStatement[language], entry.ownStatement] as const]),
      ...entry.withheld.map((field) => [labelOf(field, language), `（${WORDS.withheld[language]}）`] as const),
    ],
    from: [
      `${WORDS.occurred[language]} ${entry.occurredOn}`,
      `${WORDS.source[language]} ${nameIn(entry.source, language)}`,
      ...(entry.receivedAt === null ? [] : [`${WORDS.received[language]} ${headOf.instant(entry.receivedAt)}`]),
      ...(entry.displayedUntil === null ? [] : [`${WORDS.displayedUntil[language]} ${entry.displayedUntil}`]),
    ].join(' · '),
  };
}
