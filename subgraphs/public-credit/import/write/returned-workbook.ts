/**
 * Rejected rows of a workbook as a workbook. While the import runs they are kept as lines of JSON, which can be continued after an interruption; at its end
 * they are read as often as the workbook has parts, so that they are never whole in memory.
 */
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Language } from '../../../../schema/localized.ts';
import type { CellFault } from '../columns/faults.ts';
import { literal } from '../columns/formula-cells.ts';
import { ADDED } from '../columns/headers.ts';
import type { FileRow } from '../read/rows.ts';
import { inOrder, reasonOf } from './sentences.ts';
import { type Note, type WrittenRow, writeWorkbook } from './workbook.ts';

export const RETURNED_PART = 'rejected.part';

/** Rows of one workbook: programs become slow with more comments, and a sheet ends at 1,048,576 rows. */
const ROWS_MAX = 50_000;

/** FILE.rejected.xlsx, FILE.rejected.2.xlsx and so on. */
const pathOf = (beside: string, number: number): string => `${beside}.rejected${number === 1 ? '' : `.${number}`}.xlsx`;

/** Removes the workbooks of an earlier import. */
export function removeReturned(beside: string): void {
  for (let number = 1; existsSync(pathOf(beside, number)); number += 1) rmSync(pathOf(beside, number));
}

/** A row as it goes back, its notes by place. */
interface Returned {
  readonly cells: readonly string[];
  readonly notes: readonly Note[];
}

/** What is wrong with each cell; what is wrong with the row stands at its code. */
function notesOf(faults: readonly CellFault[], placeOf: (column: number) => number, code: number, language: Language) {
  const notes = new Map<number, string[]>();
  for (const fault of faults) {
    const at = fault.column === undefined ? code : placeOf(fault.column);
    notes.set(at, [...(notes.get(at) ?? []), `${fault.code} – ${fault.message[language]}`]);
  }
  return [...notes].sort(([left], [right]) => left - right).map(([at, texts]) => ({ at, text: texts.join('\n') }));
}

/** A row as a line of JSON. Cells beyond the header stand behind what is added. */
export function returnedRow(row: FileRow, found: readonly CellFault[], header: readonly string[], language: Language) {
  const faults = inOrder(found);
  const own = header.flatMap((name, at) => (ADDED.includes(name) ? [] : [at]));
  const placeOf = (column: number): number => {
    const at = own.indexOf(column);
    return at === -1 ? own.length + 1 : at;
  };
  const cells = [
    ...own.map((at) => literal(row.raw[at] ?? '')),
    String(row.line),
    faults[0]?.code ?? '',
    reasonOf(row, faults, language),
    ...row.raw.slice(header.length).map(literal),
  ];
  const returned: Returned = { cells, notes: notesOf(faults, placeOf, own.length + 1, language) };
  // These two end a line for whoever reads lines, and JSON leaves them as they are.
  return JSON.stringify(returned).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

async function* linesOf(path: string, start: number): AsyncGenerator<string> {
  const stream = createReadStream(path, { start });
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } finally {
    stream.destroy();
  }
}

function widthsOf(header: readonly string[]): readonly number[] {
  const wide = (name: string): number => Math.min(40, Math.max(12, [...name].length * 2));
  return [...header.map(wide), 8, 24, 80];
}

/** Writes the workbooks, and returns their paths. */
export async function writeReturned(beside: string, part: string, count: number, header: readonly string[]) {
  const names = header.filter((name) => !ADDED.includes(name));
  const paths: string[] = [];
  let start = 0;
  for (let done = 0; done < count; done += ROWS_MAX) {
    const path = pathOf(beside, paths.length + 1);
    const from = start;
    let end = from;
    const rows = async function* (): AsyncGenerator<WrittenRow> {
      yield { cells: [...names.map(literal), ...ADDED], look: 'head' };
      let left = Math.min(ROWS_MAX, count - done);
      end = from;
      for await (const line of linesOf(part, from)) {
        if (left === 0) break;
        left -= 1;
        end += Buffer.byteLength(line) + 1;
        const { cells, notes } = JSON.parse(line) as Returned;
        yield { cells, notes };
      }
    };
    await writeWorkbook(path, [{ name: 'rejected', widths: widthsOf(names), rows, frozen: 1, hasNotes: true }]);
    start = end;
    paths.push(path);
  }
  return paths;
}
