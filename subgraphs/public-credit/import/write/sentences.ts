/** Sentences about rows and cells. */
import type { Language } from '../../../../schema/localized.ts';
import { type CellFault, cellName } from '../columns/faults.ts';
import { titleOf } from '../columns/titles.ts';
import type { FileRow } from '../read/rows.ts';

/** Faults in the order of their cells; those of the row as a whole stand last. */
export const inOrder = (faults: readonly CellFault[]): readonly CellFault[] =>
  [...faults].sort(({ column: left = Infinity }, { column: right = Infinity }) => (left === right ? 0 : left - right));

/** A sentence about a cell, with the name of the cell and of its column. */
export function sentenceOf({ line, codes }: Pick<FileRow, 'line' | 'codes'>, fault: CellFault, language: Language) {
  const said = fault.message[language];
  const code = fault.column === undefined ? null : codes?.[fault.column];
  const cell = fault.column === undefined ? '' : cellName(fault.column, line);
  const column = code == null || said.includes(code) ? '' : titleOf(code)[language];
  const place = [cell, column].filter((part) => part !== '').join(' ');
  return place === '' ? said : `${place}: ${said}`;
}

/** Everything that is wrong with a row, in the order of its cells. */
export function reasonOf(row: FileRow, faults: readonly CellFault[], language: Language): string {
  if (faults.length === 1 && faults[0] !== undefined) return sentenceOf(row, faults[0], language);
  return faults.map((fault) => `${fault.code} – ${sentenceOf(row, fault, language)}`).join(' ');
}
