/** What an import leaves beside its file: rejected rows to be mended and sent again, and what was put right without being asked. */
import { once } from 'node:events';
import { createWriteStream, rmSync, statSync, truncateSync, type WriteStream } from 'node:fs';
import { ADDED } from './headers.ts';
import type { FileRow } from './rows.ts';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

/** So that a spreadsheet takes it for UTF-8. */
const MARK = '\ufeff';

/** A file that begins with its first line and can be taken up where it was left. */
class Lines {
  readonly path: string;
  #stream: WriteStream | undefined;
  #bytes: number;
  #count: number;

  constructor(path: string, left: Left | undefined) {
    this.path = path;
    this.#bytes = left?.bytes ?? 0;
    this.#count = left?.count ?? 0;
    if (this.#bytes === 0) rmSync(path, { force: true });
    // What was written behind the point where the import goes on will be written again.
    else truncateSync(path, this.#bytes);
  }

  get left(): Left {
    return { bytes: this.#bytes, count: this.#count };
  }

  async add(first: () => string, text: string): Promise<void> {
    const line = this.#bytes === 0 ? first() + text : text;
    this.#stream ??= createWriteStream(this.path, { flags: 'a' });
    this.#count += 1;
    this.#bytes += Buffer.byteLength(line);
    if (!this.#stream.write(line)) await once(this.#stream, 'drain');
  }

  /** Hands over what was added to the system, so that it outlives this process. */
  async flush(): Promise<void> {
    const stream = this.#stream;
    if (stream === undefined) return;
    this.#stream = undefined;
    stream.end();
    await once(stream, 'finish');
  }
}

/** How much of a file stands. */
export interface Left {
  readonly bytes: number;
  readonly count: number;
}

/** Whether a file still holds what was left in it: it may have been taken away meanwhile, or written anew. */
export const holds = (path: string, { bytes }: Left): boolean =>
  bytes === 0 || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= bytes;

/** A rejected line with its reason; one that is no JSON object comes back as text. */
function rejectedLine(row: FileRow, code: string, reason: string): string {
  const added = { line: row.line, code, reason };
  const text = row.raw[0] ?? '';
  try {
    const sent: unknown = JSON.parse(text);
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return JSON.stringify({ ...sent, ...added });
  } catch {
    // The reason says that it is not JSON.
  }
  return JSON.stringify({ ...added, record: text });
}

/** Rejected rows in the layout that they came in, the reason added: they can be mended and sent again. */
export class Rejects {
  readonly #lines: Lines;
  readonly #table: boolean;
  #header: readonly string[] = [];

  constructor(path: string, table: boolean, left?: Left) {
    this.#lines = new Lines(path, left);
    this.#table = table;
  }

  header(columns: readonly string[]): void {
    this.#header = columns;
  }

  async add(row: FileRow, code: string, message: string): Promise<void> {
    const own = (_cell: string, at: number): boolean => !ADDED.includes(this.#header[at] ?? '');
    await this.#lines.add(
      () => (this.#table ? MARK + csvLine([...this.#header.filter(own), ...ADDED]) : ''),
      this.#table
        ? csvLine([...row.raw.filter(own), String(row.line), code, message])
        : `${rejectedLine(row, code, message)}\n`,
    );
  }

  get left(): Left {
    return this.#lines.left;
  }

  flush(): Promise<void> {
    return this.#lines.flush();
  }
}

/** What was put right: line, code and what it was. */
export class Warnings {
  readonly #lines: Lines;

  constructor(path: string, left?: Left) {
    this.#lines = new Lines(path, left);
  }

  add(line: number, code: string, message: string): Promise<void> {
    return this.#lines.add(() => MARK + csvLine(['line', 'code', 'message']), csvLine([String(line), code, message]));
  }

  get left(): Left {
    return this.#lines.left;
  }

  flush(): Promise<void> {
    return this.#lines.flush();
  }
}
