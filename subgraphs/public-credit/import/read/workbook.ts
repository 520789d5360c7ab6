/** Rows of the first sheet of a workbook (ECMA-376, .xlsx) as a stream: the sheet is never in memory whole. */
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { COLUMNS_MAX, FileFault } from '../columns/headers.ts';
import { LINE_MAX } from './source.ts';
import {
  type Book,
  dateStylesOf,
  type Heard,
  parts,
  sheetsOf,
  targetOf,
  textsOf,
  unescaped,
} from './workbook-parts.ts';

export interface SheetRow {
  /** Number of the row in the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** References of cells whose number has more digits than a workbook keeps. */
  readonly rounded: readonly string[];
  /** Cells that hold an error value, such as #REF!. */
  readonly errors: readonly string[];
}

export interface Sheet {
  /** Names of the sheets that are not read. */
  readonly ignored: readonly string[];
  readonly rows: AsyncGenerator<SheetRow>;
}

const DAY_MS = 86_400_000;

/** Date of a serial number. The count from 1900 has a 29 February 1900, which did not exist. */
function dayOf(serial: number, from1904: boolean): string {
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(first + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}

/** Column index of a cell reference such as AB12. */
const columnOf = (reference: string): number =>
  [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface Setting {
  readonly texts: readonly string[];
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

/** Most characters that spreadsheets accept in a cell. */
const CELL_MAX = 32_767;

/** Digits of a number that a workbook keeps exactly. */
const DIGITS = 15;

async function* sheetRows(book: Book, entry: Entry, setting: Setting, onBytes: (count: number) => void) {
  let ready: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let rounded: string[] = [];
  let errors: string[] = [];
  let at = { column: -1, reference: '', type: '', style: 0 };
  let value = '';
  let inValue = false;
  let aloud = 0;
  let length = 0;

  const checkLength = (text: string): void => {
    if (text.length > CELL_MAX)
      throw new FileFault(
        `The cell ${at.reference} holds more than ${CELL_MAX} characters, which no spreadsheet takes. Shorten it.`,
      );
  };
  const cellText = (): string => {
    if (value === '') return '';
    if (at.type === 's') {
      const text = setting.texts[Number(value)];
      if (text === undefined)
        throw new FileFault(
          `The cell ${at.reference} names a text that is missing: the workbook is damaged. Save it anew.`,
        );
      // A shared text is checked at each cell, because it may be repeated in all of them.
      checkLength(text);
      return text;
    }
    if (at.type === 'e') errors.push(at.reference);
    if (at.type === 'inlineStr' || at.type === 'str') return unescaped(value);
    if (at.type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (at.type !== '' && at.type !== 'n') return value;
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value;
    if (setting.dates[at.style] === true && number >= 1 && number < 3_000_000) return dayOf(number, setting.from1904);
    if (Math.abs(number) >= 10 ** DIGITS) rounded.push(at.reference);
    return String(number);
  };
  const heard: Heard = {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r);
        length = 0;
        cells = [];
        rounded = [];
        errors = [];
      } else if (name === 'c') {
        const reference = attributes.r ?? '';
        const column = reference === '' ? at.column + 1 : columnOf(reference);
        if (column >= COLUMNS_MAX)
          throw new FileFault(
            `Row ${line} has a cell in column ${column + 1}. This is no exchange file; delete what stands beside the table.`,
          );
        at = { column, reference, type: attributes.t ?? '', style: Number(attributes.s ?? 0) };
        value = '';
      } else if (name === 'f')
        throw new FileFault(
          `The cell ${at.reference} holds a formula. Copy the sheet and paste values only, so that it says what is meant.`,
        );
      else if (name === 'rPh') aloud += 1;
      else if (name === 'v' || name === 't') inValue = aloud === 0;
    },
    text: (part) => {
      if (inValue) value += part;
      checkLength(value);
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'rPh') aloud -= 1;
      else if (name === 'c') {
        while (cells.length < at.column) cells.push('');
        const text = cellText();
        length += text.length;
        if (length > LINE_MAX) throw new FileFault(`Row ${line} holds more than ${LINE_MAX} characters.`);
        cells[at.column] = text;
      } else if (name === 'row') {
        at = { ...at, column: -1 };
        if (cells.some((text) => text.trim() !== '')) ready.push({ line, cells, rounded, errors });
      }
    },
  };
  for await (const _piece of parts(book, entry, heard, onBytes)) {
    yield* ready;
    ready = [];
  }
  yield* ready;
}

/** Opens the first sheet. Throws FileFault where the file is no readable workbook. */
export async function openSheet(file: string, onBytes: (count: number) => void, signal?: AbortSignal): Promise<Sheet> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await openPromise(file, { autoClose: false, lazyEntries: true });
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch {
    throw new FileFault(
      'The file is no workbook that can be opened: it is damaged, or packed with something else inside.',
    );
  }
  const book = { zip, signal };
  try {
    const { names, relation, from1904 } = await sheetsOf(book, entries.get('xl/workbook.xml'));
    const entry = entries.get(await targetOf(book, entries.get('xl/_rels/workbook.xml.rels'), relation));
    if (names.length === 0 || entry === undefined)
      throw new FileFault('The file is packed, but no workbook. Send CSV or XLSX.');
    const texts = await textsOf(book, entries.get('xl/sharedStrings.xml'));
    const dates = await dateStylesOf(book, entries.get('xl/styles.xml'));
    const rows = async function* (): AsyncGenerator<SheetRow> {
      try {
        yield* sheetRows(book, entry, { texts, dates, from1904 }, onBytes);
      } finally {
        zip.close();
      }
    };
    return { ignored: names.slice(1), rows: rows() };
  } catch (error) {
    zip.close();
    throw error;
  }
}
