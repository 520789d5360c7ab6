/** Reads cells of exchange files. Each function returns the value of a cell, or throws a RowFault with what is wrong. */
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { halfWidth } from '../../../../schema/law/records/identifiers.ts';

/** A fault of one row. The row is written to the file of rejected rows, with the code and the reason. */
export class RowFault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Cells of a row by column code, whatever name the file has for the column. */
export interface Row {
  readonly cells: Readonly<Record<string, string>>;
  /** Cells of columns that the layout does not have. */
  readonly unknown: readonly string[];
  /** Warns the provider of something that was read although it is not written as the form asks. */
  readonly warn: (code: WarningCode, message: string) => void;
}

/** What is corrected while reading, with a warning. */
export const WARNINGS = {
  FULL_WIDTH: 'full-width digits, letters or spaces are read as half-width ones',
  LOWER_CASE: 'letters of a number are read as capitals',
  AMOUNT_SEPARATORS: 'thousands separators of an amount are left out',
  CODES_SWAPPED: 'the registration number and the organization code stand in each other’s columns',
  PERSON_CODE: 'a natural person’s document stands in the column of the uniform social credit code',
  PLACEHOLDER_CODE: 'a placeholder stands where the code of an authority belongs; it is left out',
  COLUMN_UNKNOWN: 'a column that the form does not have is left out',
  ROW_OVERTAKEN:
    'a later row of the file says something else of the same record; that row counts, and this one is left out',
  SHEETS_IGNORED: 'only the first sheet of a workbook is read',
} as const;
export type WarningCode = keyof typeof WARNINGS;

/** Text of a cell; null where it is empty. */
export const cell = ({ cells }: Row, column: string): string | null => {
  const text = cells[column]?.normalize('NFC').trim() ?? '';
  return text === '' ? null : text;
};

/** Text of a cell with a number, date or code, in half-width characters. */
export function plain(row: Row, column: string, title: string): string | null {
  const text = cell(row, column);
  if (text === null) return null;
  const half = halfWidth(text).trim();
  if (half !== text) row.warn('FULL_WIDTH', `${column} (${title}) is written with full-width characters.`);
  return half === '' ? null : half;
}

/** An identification number, in capitals. */
export function numberCell(row: Row, column: string, title: string): string | null {
  const text = plain(row, column, title);
  const upper = text?.toUpperCase() ?? null;
  if (upper !== text) row.warn('LOWER_CASE', `${column} (${title}) is written with small letters.`);
  return upper;
}

export function needed(row: Row, column: string, title: string): string {
  const text = cell(row, column);
  if (text === null) throw new RowFault('CELL_EMPTY', `${column} (${title}) is empty.`);
  return text;
}

/** Dates as 2026/1/5, 20260105, 2026-01-05 or 2026年1月5日, with or without 0:00 after it; null where the cell is empty. */
export function dateCell(row: Row, column: string, title: string): string | null {
  const text = plain(row, column, title)?.replace(/[ T]0?0:00(:00(\.0+)?)?$/, '') ?? null;
  if (text === null) return null;
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  const date = parts === null ? '' : `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
  if (!isDate(date)) throw new RowFault('DATE', `${column} (${title}) is no date: write 2026/01/05.`);
  return date;
}

/** The exchange form writes 2099/12/31 where there is no end. */
export const endCell = (row: Row, column: string, title: string): string | null => {
  const date = dateCell(row, column, title);
  return date === '2099-12-31' ? null : date;
};

/** An amount in ten thousand yuan with up to six decimals, as yuan: exact to the fen, never through a floating number. */
export function yuanCell(row: Row, column: string, title: string): string | null {
  const written = plain(row, column, title);
  if (written === null) return null;
  // Separators count only before groups of three digits; a comma elsewhere is a fault.
  const text = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(written) ? written.replaceAll(',', '') : written;
  if (text !== written) row.warn('AMOUNT_SEPARATORS', `${column} (${title}) is written with thousands separators.`);
  const parts = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text);
  if (parts === null)
    throw new RowFault('AMOUNT', `${column} (${title}) is no amount in 万元 with at most six decimals.`);
  const fen = BigInt(`${parts[1]}${(parts[2] ?? '').padEnd(6, '0')}`);
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}

/** The code of an authority. Placeholders such as 000000 are left out. */
export function authorityCell(row: Row, column: string, title: string): string | null {
  const text = numberCell(row, column, title);
  if (text === null || !/^(.)\1*.?$/u.test(text)) return text;
  row.warn('PLACEHOLDER_CODE', `${column} (${title}) holds a placeholder.`);
  return null;
}
