/** The head of a report (subject, number, time, recipient, purpose, case), the same on the page and in the PDF. */
import { nameIn, type Report } from './report.ts';
import { identifierLabel, WORDS, wordOf } from './wording.ts';

const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Formats an instant in the province's time zone. */
const instant = (at: string): string => `${FORMAT.format(new Date(at))} (UTC+08:00)`;

function report(report: Report) {
  const { language, subject, recipient, purpose, purposeNamed, case: reference, issuedAt, jti } = report;
  const rows: (readonly [string, string | null | undefined])[] = [
    [WORDS.subject[language], subject.name],
    [identifierLabel(subject.identifier?.type ?? '', language), subject.identifier?.value],
    [WORDS.kind[language], subject.kind === null ? null : wordOf('kind', subject.kind, language)],
    [WORDS.number[language], jti],
    [WORDS.issued[language], instant(issuedAt)],
    [WORDS.madeFor[language], recipient.unit === null ? WORDS.self[language] : nameIn(recipient.unit, language)],
    [WORDS.purpose[language], purposeNamed == null ? purpose : nameIn(purposeNamed, language)],
    [WORDS.caseReference[language], reference],
  ];
  return rows.filter((row): row is readonly [string, string] => row[1] != null);
}

export const headOf = { instant, report };
