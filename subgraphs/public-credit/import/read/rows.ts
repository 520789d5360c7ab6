/** Streams the rows of a file, so that the file is never whole in memory. */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { redactAlone } from '../../../texts/alone.ts';
import type { Delivered } from '../../intake/check.ts';
import { type CellFault, type CellWarning, RowFault } from '../columns/faults.ts';
import { asSent, isReturned } from '../columns/formula-cells.ts';
import { ADDED, COLUMNS_MAX, codesOf, FileFault } from '../columns/headers.ts';
import type { WarningCode } from '../columns/warnings.ts';
import { LAYOUT_OF, type Layout, type TableLayout } from '../layouts.ts';
import { LINE_MAX, type Source, sourceOf, textOf } from './source.ts';
import { openSheet } from './workbook.ts';

/** One row of a file: the record in it, or the fault. `raw` is written to the file of rejected rows. */
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
}

const attempt = (read: () => Delivered): Delivered | RowFault => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowFault) return error;
    throw error;
  }
};

/** A row of a table before its cells are interpreted. */
interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: RowFault;
}

/** Faults of CSV by the parser's code. The texts must not contain cell values. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens there and is not closed to the end of the file',
  CSV_MAX_RECORD_SIZE: `a row from there on is longer than ${LINE_MAX} characters; a quotation mark may be open`,
};

async function* csvRows(
  file: string,
  source: Extract<Source, { form: 'text' }>,
  { onBytes, signal }: Hearing,
): AsyncGenerator<RawRow> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    // A quotation mark within an unquoted cell is part of the text.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LINE_MAX,
    info: true,
  });
  // Errors of source and parser are thrown by the loop below.
  pipeline(Readable.from(textOf(file, source, onBytes, signal), { objectMode: false }), parser, () => undefined);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line, cells: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, lines } = error as CsvError & { readonly lines?: number };
    // Rows that were parsed together with the fault are not delivered, so that the parser's line is used. An unclosed quote is found only at the end
    // of the file, so that the line where it opened is used.
    const at = code === 'CSV_QUOTE_NOT_CLOSED' ? line : Math.max(line, lines ?? line);
    throw new FileFault(`The file stops being CSV at line ${at}: ${FAULTS[code] ?? 'it cannot be read'}.`);
  }
}

const warnOld = (tell: (w: CellWarning) => void) => (line: number, code: WarningCode, en: string) =>
  tell({ line, code, message: { en, zh: en } });

async function* sheetRows(file: string, { onBytes, onWarning, signal }: Hearing): AsyncGenerator<RawRow> {
  const { ignored, rows } = await openSheet(file, onBytes, signal);
  if (ignored.length > 0)
    warnOld(onWarning)(
      0,
      'SHEETS_IGNORED',
      `The workbook has further sheets, which are not read: ${ignored
        .map((name) => redactAlone(name))
        .join(', ')
        .slice(0, 200)}.`,
    );
  let width = 0;
  for await (const { line, cells, rounded, errors } of rows) {
    if (width === 0) width = cells.length;
    // A workbook does not store empty cells at the end of a row.
    const whole = cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells;
    const fault = faultOfCells(rounded, errors);
    yield fault === undefined ? { line, cells: whole } : { line, cells: whole, fault };
  }
}

/** Faults that come from the workbook: rounded numbers and error values. */
function faultOfCells(rounded: readonly string[], errors: readonly string[]): RowFault | undefined {
  if (rounded.length > 0)
    return new RowFault([
      {
        code: 'NUMBER_ROUNDED',
        message: {
          en: `${rounded.join(', ')} holds a number of more than 15 digits, which the workbook has rounded: write it anew in a cell that is formatted as text.`,
          zh: `${rounded.join(', ')} holds a number of more than 15 digits, which the workbook has rounded: write it anew in a cell that is formatted as text.`,
        },
      },
    ]);
  return errors.length === 0
    ? undefined
    : new RowFault([
        {
          code: 'CELL_ERROR',
          message: {
            en: `${errors.join(', ')} holds an error value: write what it should say.`,
            zh: `${errors.join(', ')} holds an error value: write what it should say.`,
          },
        },
      ]);
}

/** Faults of a row as a whole. */
function faultOf({ cells, fault }: RawRow, width: number): RowFault | undefined {
  if (fault !== undefined) return fault;
  if (cells.length !== width)
    return new RowFault([
      {
        code: 'COLUMNS',
        message: {
          en: `The row has ${cells.length} cells where the first line has ${width}.`,
          zh: `The row has ${cells.length} cells where the first line has ${width}.`,
        },
      },
    ]);
  const formula = cells.findIndex((text) => text.trimStart().startsWith('='));
  return formula === -1
    ? undefined
    : new RowFault([
        {
          code: 'FORMULA',
          message: {
            en: `Cell ${formula + 1} begins with "=", as a formula does: write what it comes to.`,
            zh: `Cell ${formula + 1} begins with "=", as a formula does: write what it comes to.`,
          },
        },
      ]);
}

async function* tableRows(
  layout: Layout,
  { naming, read }: TableLayout,
  rows: AsyncGenerator<RawRow>,
  hearing: Hearing,
) {
  let header: readonly string[] | undefined;
  let codes: readonly (string | null)[] = [];
  let returned = false;
  for await (const given of rows) {
    if (header === undefined) returned = isReturned(given.cells.map((name) => name.trim()));
    const row = returned ? { ...given, cells: asSent(given.cells) } : given;
    if (header === undefined) {
      header = row.cells.map((name) => name.trim());
      codes = codesOf(layout, naming, header, (code, message) => warnOld(hearing.onWarning)(row.line, code, message));
      yield { line: 0, raw: header, codes, outcome: new RowFault([]) };
      continue;
    }
    if (row.cells.length > COLUMNS_MAX)
      throw new FileFault(
        `Line ${row.line} has ${row.cells.length} cells. Check the separators: the file stops being a table there.`,
      );
    const cells = (): Record<string, string> =>
      Object.fromEntries(codes.flatMap((code, index) => (code === null ? [] : [[code, row.cells[index] ?? '']])));
    const unknown = row.cells.filter((_text, index) => codes[index] === null && !ADDED.includes(header?.[index] ?? ''));
    const faults: CellFault[] = [];
    const at = (column?: string) => (column === undefined ? -1 : codes.indexOf(column));
    const place = (column?: string) => (at(column) < 0 ? {} : { column: at(column) });
    const delivered = (): Delivered | RowFault => {
      const record = read({
        cells: cells(),
        unknown,
        warn: (code, message, column) => hearing.onWarning({ line: row.line, code, message, ...place(column) }),
        fault: (code, message, column) => faults.push({ code, message, ...place(column) }),
      });
      faults.sort((left, right) => (left.column ?? 1e9) - (right.column ?? 1e9));
      return faults.length > 0 ? new RowFault(faults, record) : record;
    };
    yield {
      line: row.line,
      raw: row.cells,
      codes,
      outcome: faultOf(row, header.length) ?? delivered(),
    };
  }
  if (header === undefined) throw new FileFault('The file is empty.');
}

async function* lines(
  file: string,
  source: Extract<Source, { form: 'text' }>,
  { onBytes, signal }: Hearing,
): AsyncGenerator<string> {
  let rest = '';
  for await (const text of textOf(file, source, onBytes, signal)) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  yield rest;
}

async function* lineRows(read: (line: string) => Delivered, texts: AsyncGenerator<string>): AsyncGenerator<FileRow> {
  let line = 0;
  for await (const text of texts) {
    line += 1;
    if (text.trim() !== '') yield { line, raw: [text.replace(/\r$/, '')], outcome: attempt(() => read(text)) };
  }
}

/** Rows of a file. The first row of a table is its header, with line 0. Throws FileFault for a file of another layout. */
export async function* fileRows(file: string, layout: Layout, hearing: Hearing): AsyncGenerator<FileRow> {
  const definition = LAYOUT_OF[layout];
  const source = await sourceOf(file, hearing.signal);
  if (definition.form === 'ndjson') {
    if (source.form === 'workbook')
      throw new FileFault(`The layout ${layout} is lines of JSON, and this is a workbook.`);
    yield* lineRows(definition.read, lines(file, source, hearing));
  } else
    yield* tableRows(
      layout,
      definition,
      source.form === 'workbook' ? sheetRows(file, hearing) : csvRows(file, source, hearing),
      hearing,
    );
}
