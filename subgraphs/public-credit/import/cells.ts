/** Cells of exchange files: what a cell says, or why it says nothing. */
import { isDate } from '../../../schema/law/calendar.ts';

/** A fault of one row: told with its code, and the row comes back in the file of rejected rows. */
export class RowFault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Row = Readonly<Record<string, string>>;

/** Text of a cell, null where it is empty. */
export const cell = (row: Row, column: string): string | null => {
  const text = row[column]?.normalize('NFC').trim() ?? '';
  return text === '' ? null : text;
};

export function needed(row: Row, column: string, title: string): string {
  const text = cell(row, column);
  if (text === null) throw new RowFault('CELL_EMPTY', `${column} (${title}) is empty.`);
  return text;
}

/** Dates as 2026/1/5, 20260105 or 2026-01-05; null where the cell is empty. */
export function dateCell(row: Row, column: string, title: string): string | null {
  const text = cell(row, column);
  if (text === null) return null;
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
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
  const text = cell(row, column)?.replaceAll(',', '');
  if (text === undefined) return null;
  const parts = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text);
  if (parts === null)
    throw new RowFault('AMOUNT', `${column} (${title}) is no amount in 万元 with at most six decimals.`);
  const micro = BigInt(`${parts[1]}${(parts[2] ?? '').padEnd(6, '0')}`);
  return `${micro / 100n}.${String(micro % 100n).padStart(2, '0')}`;
}
