/** Files that an import writes beside the imported file: rejected rows, to be corrected and sent again, and warnings. */
import { constants, lstatSync, rmSync, truncateSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import type { Language } from '../../../schema/law/localized.ts';
import { type CellFault, type CellWarning, cellName } from './columns/faults.ts';
import { harmless } from './columns/formula-cells.ts';
import { ADDED } from './columns/headers.ts';
import { titleOf } from './columns/titles.ts';
import type { FileRow } from './read/rows.ts';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

/** Byte order mark: spreadsheets then read the file as UTF-8. */
const MARK = '\ufeff';

/** Characters that are buffered before they are written. */
const WAITING_MAX = 1_000_000;

/** Appends to the file itself, never through a symbolic link. */
const AT_END = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);

/** A file of lines that begins with a header and can be continued after an interruption. */
class Lines {
  readonly path: string;
  #waiting: string[] = [];
  #length = 0;
  #bytes: number;
  #count: number;

  constructor(path: string, left: Left | undefined) {
    this.path = path;
    this.#bytes = left?.bytes ?? 0;
    this.#count = left?.count ?? 0;
    if (this.#bytes === 0) rmSync(path, { force: true });
    // Lines after this point will be written again.
    else truncateSync(path, this.#bytes);
  }

  get left(): Left {
    return { bytes: this.#bytes, count: this.#count };
  }

  async add(first: () => string, text: string): Promise<void> {
    const line = this.#bytes === 0 ? first() + text : text;
    this.#count += 1;
    this.#bytes += Buffer.byteLength(line);
    this.#waiting.push(line);
    this.#length += line.length;
    if (this.#length > WAITING_MAX) await this.flush();
  }

  /** Writes buffered lines to the file system, so that they outlive this process. */
  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const text = this.#waiting.join('');
    this.#waiting = [];
    this.#length = 0;
    await appendFile(this.path, text, { flag: AT_END });
  }
}

/** Size and number of lines of a file. */
export interface Left {
  readonly bytes: number;
  readonly count: number;
}

/** Whether a file still has its lines: it may have been deleted or replaced meanwhile. */
export function holds(path: string, { bytes }: Left): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return bytes === 0 || (found?.isFile() === true && found.size >= bytes);
}

const inOrder = (faults: readonly CellFault[]): readonly CellFault[] =>
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
function reasonOf(row: FileRow, faults: readonly CellFault[], language: Language): string {
  if (faults.length === 1 && faults[0] !== undefined) return sentenceOf(row, faults[0], language);
  return faults.map((fault) => `${fault.code} – ${sentenceOf(row, fault, language)}`).join(' ');
}

/** A rejected line with its reasons. A line that is no JSON object comes back as text. */
function rejectedLine(row: FileRow, faults: readonly CellFault[], language: Language): string {
  const added = {
    line: row.line,
    code: faults[0]?.code,
    reason: reasonOf(row, faults, language),
    ...(faults.length > 1 ? { faults: faults.map(({ code, message }) => ({ code, reason: message[language] })) } : {}),
  };
  const text = row.raw[0] ?? '';
  try {
    const sent: unknown = JSON.parse(text);
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return JSON.stringify({ ...sent, ...added });
  } catch {
    // Not JSON: the line goes back as text, and its reason says so.
  }
  return JSON.stringify({ ...added, record: text });
}

/** Writes rejected rows in their own layout, with line, code and reason added: a provider can correct them and send the file again. */
export class Rejects {
  readonly #lines: Lines;
  readonly #table: boolean;
  readonly #language: Language;
  #header: readonly string[] = [];

  constructor(path: string, table: boolean, language: Language, left?: Left) {
    this.#lines = new Lines(path, left);
    this.#table = table;
    this.#language = language;
  }

  header(columns: readonly string[]): void {
    this.#header = columns;
  }

  /** `code` is that of the first fault; the reason tells all of them. */
  async add(row: FileRow, found: readonly CellFault[]): Promise<void> {
    const faults = inOrder(found);
    const own = (_cell: string, at: number): boolean => !ADDED.includes(this.#header[at] ?? '');
    await this.#lines.add(
      () => (this.#table ? MARK + csvLine([...this.#header.filter(own).map(harmless), ...ADDED]) : ''),
      this.#table
        ? csvLine([
            ...row.raw.filter(own).map(harmless),
            String(row.line),
            faults[0]?.code ?? '',
            reasonOf(row, faults, this.#language),
          ])
        : `${rejectedLine(row, faults, this.#language)}\n`,
    );
  }

  get left(): Left {
    return this.#lines.left;
  }

  flush(): Promise<void> {
    return this.#lines.flush();
  }
}

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
