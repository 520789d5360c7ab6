/** Protects cells of rejected rows: providers open the file in a spreadsheet, correct it, and send it again. */
import { ADDED } from './headers.ts';

/** Characters that make a spreadsheet read a cell as a formula, in half and full width. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** Prefixes an apostrophe where a spreadsheet would run the cell as a formula, so that it stays text. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A cell of text of a workbook needs no apostrophe: one is added only where `asSent` would take one away. */
export const literal = (text: string): string => (text.startsWith("'") ? harmless(text) : text);

/** Whether a first line is that of a file of rejected rows. */
export const isReturned = (header: readonly string[]): boolean => ADDED.every((name) => header.includes(name));

/** Cells of such a row without the apostrophes that `harmless` added. */
export const asSent = (cells: readonly string[]): readonly string[] =>
  cells.map((text) => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text));
