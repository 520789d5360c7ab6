/** Rejected rows in their own layout, with line, code and reason added: a provider corrects them and sends the file again. */
import { rmSync } from 'node:fs';
import type { Language } from '../../../../schema/localized.ts';
import type { CellFault } from '../columns/faults.ts';
import { harmless } from '../columns/formula-cells.ts';
import { ADDED } from '../columns/headers.ts';
import type { FileRow } from '../read/rows.ts';
import { csvLine, type Left, Lines, MARK } from './lines.ts';
import { RETURNED_PART, removeReturned, returnedRow, writeReturned } from './returned-workbook.ts';
import { inOrder, reasonOf } from './sentences.ts';

/** What kind of file came: rejected rows come back as the same. */
export type Kind = 'csv' | 'ndjson' | 'workbook';

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

export class Rejects {
  /** The file that is written while the import runs. */
  readonly path: string;
  readonly #beside: string;
  readonly #lines: Lines;
  readonly #kind: Kind;
  readonly #language: Language;
  #header: readonly string[] = [];

  constructor(beside: string, kind: Kind, language: Language, left?: Left) {
    this.path = Rejects.pathOf(beside, kind);
    if (left === undefined && kind === 'workbook') removeReturned(beside);
    this.#beside = beside;
    this.#lines = new Lines(this.path, left);
    this.#kind = kind;
    this.#language = language;
  }

  static pathOf(beside: string, kind: Kind): string {
    return `${beside}.${kind === 'workbook' ? RETURNED_PART : `rejected.${kind}`}`;
  }

  header(columns: readonly string[]): void {
    this.#header = columns;
  }

  /** `code` is that of the first fault; the reason tells all of them. */
  async add(row: FileRow, found: readonly CellFault[]): Promise<void> {
    const faults = inOrder(found);
    await this.#lines.add(
      () => (this.#kind === 'csv' ? MARK + csvLine([...this.#header.filter(this.#own).map(harmless), ...ADDED]) : ''),
      this.#lineOf(row, faults),
    );
  }

  #own = (_cell: string, at: number): boolean => !ADDED.includes(this.#header[at] ?? '');

  #lineOf(row: FileRow, faults: readonly CellFault[]): string {
    if (this.#kind === 'ndjson') return `${rejectedLine(row, faults, this.#language)}\n`;
    if (this.#kind === 'workbook') return `${returnedRow(row, faults, this.#header, this.#language)}\n`;
    const added = [String(row.line), faults[0]?.code ?? '', reasonOf(row, faults, this.#language)];
    return csvLine([...row.raw.filter(this.#own).map(harmless), ...added]);
  }

  get left(): Left {
    return this.#lines.left;
  }

  flush(): Promise<void> {
    return this.#lines.flush();
  }

  /** Makes what goes back, and names its files. What was written while the import ran stays until `close`. */
  async finish(): Promise<readonly string[]> {
    const { count } = this.left;
    if (count === 0) return [];
    return this.#kind === 'workbook' ? writeReturned(this.#beside, this.path, count, this.#header) : [this.path];
  }

  close(): void {
    if (this.#kind === 'workbook') rmSync(this.path, { force: true });
  }
}
