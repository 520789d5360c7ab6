/** FILE.warnings.csv: what a provider should look at. */
import type { Language } from '../../../../schema/localized.ts';
import { type CellWarning, cellName } from '../columns/faults.ts';
import { titleOf } from '../columns/titles.ts';
import type { FileRow } from '../read/rows.ts';
import { csvLine, type Left, Lines, MARK } from './lines.ts';

/** A warning with the codes of the columns of its file. */
export type Told = CellWarning & Pick<FileRow, 'codes'>;

/** Writes warnings: line, code, cell, column and message. */
export class Warnings {
  readonly #lines: Lines;
  readonly #language: Language;

  constructor(path: string, language: Language, left?: Left) {
    this.#lines = new Lines(path, left);
    this.#language = language;
  }

  add({ line, code, column, codes, message }: Told): Promise<void> {
    const title = column === undefined ? null : codes?.[column];
    return this.#lines.add(
      () => MARK + csvLine(['line', 'code', 'cell', 'column', 'message']),
      csvLine([
        String(line),
        code,
        column === undefined ? '' : cellName(column, line),
        title == null ? '' : titleOf(title)[this.#language],
        message[this.#language],
      ]),
    );
  }

  get left(): Left {
    return this.#lines.left;
  }

  flush(): Promise<void> {
    return this.#lines.flush();
  }
}
