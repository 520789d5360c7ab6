/**
 * What a certificate of restoration says (信用修复证明, Article 40), the same on the page and in the PDF: who was restored from which decision, by whom and when.
 * Nothing of what the decision said.
 */
import { nameIn, type Report } from './report.ts';
import { CERTIFICATE } from './wording.ts';

export interface CertificateTexts {
  /** The sentence that certifies. */
  readonly sentence: string;
  readonly pairs: readonly (readonly [label: string, value: string])[];
  /** What it means, and what it does not. */
  readonly meaning: string;
}

/** Undefined for a report that certifies nothing. */
export function certificateTexts({ restoration, language, subject }: Report): CertificateTexts | undefined {
  if (restoration === undefined) return undefined;
  const { item, list, decidedOn, document, decidedBy, restoredOn, restoredBy, reference } = restoration;
  const of = list === null ? nameIn(item, language) : nameIn(list, language);
  const rows: (readonly [string, string | null])[] = [
    [CERTIFICATE[list === null ? 'item' : 'list'][language], of],
    [CERTIFICATE.document[language], document],
    [CERTIFICATE.decidedOn[language], decidedOn],
    [CERTIFICATE.decidedBy[language], nameIn(decidedBy, language)],
    [CERTIFICATE.restoredOn[language], restoredOn],
    [CERTIFICATE.restoredBy[language], nameIn(restoredBy, language)],
    [CERTIFICATE.reference[language], reference],
  ];
  return {
    sentence: CERTIFICATE.sentence[language]
      .replace('{name}', () => subject.name ?? '')
      .replace('{body}', () => nameIn(restoredBy, language))
      .replace('{on}', restoredOn)
      .replace('{of}', () => of),
    pairs: rows.filter((row): row is readonly [string, string] => row[1] !== null),
    meaning: CERTIFICATE.meaning[language],
  };
}
