/** Cells of rejected rows: a provider opens them in a spreadsheet, mends them there, and sends them again. */
import { ADDED } from './headers.ts';

/** With what a spreadsheet takes a cell for a formula, in half and full width. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A cell as it goes back: an apostrophe makes it text, so that what somebody wrote into it computes and calls nothing there. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Whether a first line is that of rejected rows. */
export const isReturned = (header: readonly string[]): boolean => ADDED.every((name) => header.includes(name));

/** Cells of a returned row as they were before they went back. */
export const asSent = (cells: readonly string[]): readonly string[] =>
  cells.map((text) => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text));
