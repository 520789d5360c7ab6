/** Streams the rows of a file, so that the file is never whole in memory. */
import { redactAlone } from '../../../texts/alone.ts';
import type { Delivered } from '../../intake/check.ts';
import { type CellFault, type CellWarning, FileFault, RowFault } from '../columns/faults.ts';
import { asSent } from '../columns/formula-cells.ts';
import { ADDED, COLUMNS_MAX, columnsInYuan, isRowNumber, unknownColumns } from '../columns/headers.ts';
import { LAYOUT_OF, type Layout, type TableLayout } from '../layouts.ts';
import { csvRows, separatorOf } from './csv.ts';
import { jsonRows } from './json-lines.ts';
import { lookAt } from './row-faults.ts';
import { headTextOf, sourceOf, type TextSource } from './source.ts';
import { type Header, type RawRow, startOf } from './table.ts';
import { openSheet } from './workbook.ts';

/** One row of a file: the record in it, or everything that is wrong with it. `raw` is written to the file of rejected rows. */
export interface FileRow {
  /** Line of the file where the row begins, from 1; 0 for the header of a table. */
  readonly line: number;
  readonly raw: readonly string[];
  readonly outcome: Delivered | RowFault;
  /** Code of each column of a table; null for those that the layout does not have. */
  readonly codes?: readonly (string | null)[] | undefined;
}

export interface Hearing {
  /** Called with the number of bytes read from the file. */
  readonly onBytes: (count: number) => void;
  /** Called for each warning. */
  readonly onWarning: (warning: CellWarning) => void;
  /** Stops reading, even while no row is found for a long time. */
  readonly signal?: AbortSignal | undefined;
  /** Day of the import: what has expired by then is no longer in force. */
  readonly today?: string | undefined;
}

const listed = (names: readonly string[]): string =>
  names
    .map((name) => redactAlone(name))
    .join(', ')
    .slice(0, 200);

async function* sheetRows(file: string, { onBytes, onWarning, signal }: Hearing): AsyncGenerator<RawRow> {
  const { ignored, hidden, isTemplate, rows } = await openSheet(file, onBytes, signal);
  if (hidden.length > 0)
    onWarning({
      line: 0,
      code: 'SHEET_HIDDEN',
      message: {
        en: `Hidden sheets of the workbook are not read: ${listed(hidden)}.`,
        zh: `工作簿中的隐藏工作表未读取：${listed(hidden)}。`,
      },
    });
  if (ignored.length > 0)
    onWarning({
      line: 0,
      code: 'SHEETS_IGNORED',
      message: {
        en: `The workbook has further sheets, which are not read: ${listed(ignored)}.`,
        zh: `工作簿中的其他工作表未读取：${listed(ignored)}。如需报送，请另存为单独的文件。`,
      },
    });
  // The second line of a template is its codes, as everybody knows who sends it.
  for await (const row of rows) yield isTemplate && row.line <= 2 ? { ...row, isOfTemplate: true } : row;
}

/** Whether a text holds a sign that is seen. */
const SEEN = /[^\s\p{Cf}\u3164\u2800]/u;
const isFilled = (text: string): boolean => text !== '' && SEEN.test(text);

/** Cells as wide as the header: what is left out at the end of a row is empty. Null where a filled cell stands further right. */
function asWide(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) return cells;
  if (cells.length < width) return [...cells, ...Array<string>(width - cells.length).fill('')];
  return cells.slice(width).some(isFilled) ? null : cells.slice(0, width);
}

function tooWide(row: RawRow, header: Header): RowFault {
  const width = header.names.length;
  const { length } = row.cells;
  return new RowFault([
    {
      code: 'COLUMNS',
      message: {
        en: `The row has ${length} cells where the line with the names of the columns has ${width}.`,
        zh: `本行有${length}个单元格，而列名行有${width}个。请检查分隔符，或删除表格右侧的内容。`,
      },
    },
  ]);
}

const HIDDEN: CellFault = {
  code: 'ROW_HIDDEN',
  message: {
    en: 'The row is hidden or filtered out, so that whoever sends it may not have seen it: show it and send it again, or delete it.',
    zh: '该行被隐藏或筛选，报送人可能未曾看到：需报送的请取消隐藏后重新报送，不需报送的请删除。',
  },
};

/** A row that its provider does not see comes back, with what else is wrong with it. */
const unseen = (outcome: Delivered | RowFault): RowFault =>
  outcome instanceof RowFault
    ? new RowFault([...outcome.faults, HIDDEN], outcome.delivered)
    : new RowFault([HIDDEN], outcome);

const inOrder = ({ column: left = Number.MAX_SAFE_INTEGER }: CellFault, { column: right }: CellFault): number =>
  left - (right ?? Number.MAX_SAFE_INTEGER);

/** Reads rows of a table by its layout. */
function readerOf({ naming, read }: TableLayout, header: Header, hearing: Hearing) {
  const look = lookAt(naming, header);
  const known = header.codes.flatMap((code, place) => (code === null ? [] : [[code, place] as const]));
  const others = header.codes.flatMap((code, place) =>
    code === null && !ADDED.includes(header.names[place] ?? '') ? [place] : [],
  );
  const placeOf = new Map(known);
  return (row: RawRow): Delivered | RowFault => {
    const { line, cells } = row;
    const faults: CellFault[] = [];
    // One fault a cell: what is found first is what has to be mended first.
    const fault = (one: CellFault): void => {
      if (one.column === undefined || !faults.some(({ column }) => column === one.column)) faults.push(one);
    };
    look(row, fault, (one) => hearing.onWarning({ line, ...one }));
    const given: Record<string, string> = {};
    for (const [code, place] of known) given[code] = cells[place] ?? '';
    const unknown: string[] = [];
    for (const place of others) {
      const text = cells[place] ?? '';
      if (!isRowNumber(header.names[place] ?? '', text)) unknown.push(text);
    }
    const at = (column: string | undefined) => (column === undefined ? undefined : placeOf.get(column));
    let delivered: Delivered | undefined;
    try {
      delivered = read({
        cells: given,
        unknown,
        today: hearing.today,
        warn: (code, message, column) => hearing.onWarning({ line, code, message, column: at(column) }),
        fault: (code, message, column) => fault({ code, message, column: at(column) }),
      });
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      error.faults.forEach(fault);
    }
    if (delivered !== undefined && faults.length === 0) return delivered;
    return new RowFault(faults.sort(inOrder), delivered);
  };
}

async function* tableRows(
  layout: Layout,
  definition: TableLayout,
  all: AsyncGenerator<RawRow>,
  hearing: Hearing,
): AsyncGenerator<FileRow> {
  const rows = filledRows(all);
  const { header, passed, first } = await startOf(layout, definition.naming, rows);
  for (const { line, message } of passed) hearing.onWarning({ line, code: 'TITLE_PASSED', message });
  for (const { column, message } of unknownColumns(layout, header, header.names))
    hearing.onWarning({ line: header.line, code: 'COLUMN_UNKNOWN', message, column });
  for (const { column, message } of columnsInYuan(header))
    hearing.onWarning({ line: header.line, code: 'AMOUNT_UNIT', message, column });
  const { codes } = header;
  yield { line: 0, raw: header.names, codes, outcome: new RowFault([]) };
  const read = readerOf(definition, header, hearing);
  const rowOf = (given: RawRow): FileRow => {
    const { line } = given;
    if (given.cells.length > COLUMNS_MAX && given.cells.slice(COLUMNS_MAX).some(isFilled))
      throw new FileFault({
        en: `Line ${line} has ${given.cells.length} cells. Check the separators: the file stops being a table there.`,
        zh: `第${line}行有${given.cells.length}个单元格，已不是表格。请检查分隔符。`,
      });
    const sent = header.returned ? asSent(given.cells) : given.cells;
    const cells = asWide(sent, header.names.length);
    const outcome = cells === null ? tooWide(given, header) : read({ ...given, cells });
    return { line, raw: cells ?? sent, codes, outcome: given.hidden === true ? unseen(outcome) : outcome };
  };
  if (first !== undefined) yield rowOf(first);
  for await (const given of rows) yield rowOf(given);
}

/** Rows of separators, blanks and empty cells are none. */
async function* filledRows(rows: AsyncGenerator<RawRow>): AsyncGenerator<RawRow> {
  for await (const row of rows) if (row.cells.some(isFilled)) yield row;
}

async function* textRows(file: string, source: TextSource, { naming }: TableLayout, hearing: Hearing) {
  const separator = separatorOf(await headTextOf(file, source), naming);
  if (separator !== ',') {
    const name = separator === '\t' ? 'tab' : separator;
    hearing.onWarning({
      line: 0,
      code: 'DELIMITER',
      message: {
        en: `The cells are separated by ${name}, and are read so. Separate them by commas.`,
        zh: `单元格以${separator === '\t' ? '制表符' : separator}分隔，已按此读取。请改用逗号分隔。`,
      },
    });
  }
  yield* csvRows(file, source, separator, hearing.onBytes, hearing.signal);
}

/** Rows of a file. The first row of a table is its header, with line 0. Throws FileFault for a file of another layout. */
export async function* fileRows(file: string, layout: Layout, hearing: Hearing): AsyncGenerator<FileRow> {
  const definition = LAYOUT_OF[layout];
  const source = await sourceOf(file, hearing.signal);
  if (definition.form === 'ndjson') {
    if (source.form === 'workbook')
      throw new FileFault({
        en: `The layout ${layout} is lines of JSON, and this is a workbook.`,
        zh: `${layout}格式为逐行JSON，而该文件是工作簿。请改用JSON文件，或选择其他格式。`,
      });
    yield* jsonRows(file, source, definition.read, hearing);
  } else
    yield* tableRows(
      layout,
      definition,
      source.form === 'workbook' ? sheetRows(file, hearing) : textRows(file, source, definition, hearing),
      hearing,
    );
}
