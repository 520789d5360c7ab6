/** The head of a report (subject, number, time, recipient, purpose, case), the same on the page and in the PDF. */
import { nameIn, type Report } from './report.ts';
import { WORDS } from './wording.ts';

const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** Formats an instant in the province's time zone. */
const instant = (at: string): string => `${FORMAT.format(new Date(at))} (UTC+08:00)`;

function report({ language, subject, recipient, purpose, case: reference, issuedAt, jti }: Report) {
  const rows: (readonly [string, string | null | undefined])[] = [
    [WORDS.subject[language], subject.name],
    [WORDS.identifier[language], subject.identifier?.value],
    [WORDS.number[language], jti],
    [WORDS.issued[language], instant(issuedAt)],
    [WORDS.madeFor[language], recipient.unit === null ? WORDS.self[language] : nameIn(recipient.unit, language)],
    [WORDS.purpose[language], purpose],
    [WORDS.caseReference[language], reference],
  ];
  return rows.filter((row): row is readonly [string, string] => row[1] != null);
}

export const headOf = { instant, report };
