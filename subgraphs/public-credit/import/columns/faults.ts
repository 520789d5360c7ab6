/** What is wrong with a file, a row or a cell, in each language. */
import type { Language, Localized } from '../../../../schema/law/localized.ts';
import type { Delivered } from '../../intake/check.ts';

/** A file that cannot be read as one of its layout at all: nothing further of it is taken. */
export class FileFault extends Error {
  readonly localized: Localized;
  constructor(message: Localized, language: Language = 'en') {
    super(message[language]);
    this.localized = message;
  }

  /** The same fault, told in a language. */
  in(language: Language): FileFault {
    return new FileFault(this.localized, language);
  }
}

/** What is wrong with one cell, or with the row where no column is named. A message never repeats the cell. */
export interface CellFault {
  readonly code: string;
  readonly message: Localized;
  /** Place of the column in the file, from 0. */
  readonly column?: number | undefined;
}

/** A row that comes back, with everything that is wrong with it in the order of the file. */
export class RowFault extends Error {
  readonly faults: readonly CellFault[];
  /** What could be read of it all the same: what else is wrong is told at once. */
  readonly delivered: Delivered | undefined;
  constructor(faults: readonly CellFault[], delivered?: Delivered) {
    super(faults[0]?.code ?? 'ROW');
    this.faults = faults;
    this.delivered = delivered;
  }
}

/** Something that was understood although it is not written as the form asks, or that the provider should look at. */
export interface CellWarning extends CellFault {
  /** Line of the file, from 1; 0 for the file as a whole. */
  readonly line: number;
}

/** Letters of a column, as spreadsheets show them. */
export const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : letterOf(Math.floor(place / 26) - 1) + String.fromCharCode(65 + (place % 26));

/** Name of a cell, such as AB12. */
export const cellName = (column: number, line: number): string => `${letterOf(column)}${line}`;
