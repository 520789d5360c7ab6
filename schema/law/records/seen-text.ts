/**
 * Whether a text is what a reader sees of it. Control characters and characters of format have no glyph: they turn the order of others round, hide what
 * stands beside them, clear a terminal, or make two names look alike. Half a pair of surrogates is no character, and no database stores NUL.
 */

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** A text of one line. */
export const isSeenLine = (text: string): boolean => text.isWellFormed() && !UNSEEN.test(text);

/** Whether two texts say the same: blanks and the forms of characters apart. */
export const saysTheSame = (one: string, other: string): boolean => saidAs(one) === saidAs(other);
const saidAs = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** A text of several lines. */
export const isSeenText = (text: string): boolean => isSeenLine(text.replaceAll(/\r?\n/g, ''));

/** What was written, in one form of its characters (NFC) and without blanks around it; undefined where that is nothing, longer than `most`, or not seen. */
export function writtenText(sent: string, most: number): string | undefined {
  const text = sent.normalize('NFC').trim();
  return text === '' || text.length > most || !isSeenText(text) ? undefined : text;
}
