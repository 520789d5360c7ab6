/** Files of lines that can be continued after an interruption. */
import { constants, lstatSync, rmSync, truncateSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;

/** Byte order mark: spreadsheets then read the file as UTF-8. */
export const MARK = '\ufeff';

/** Characters that are buffered before they are written. */
const WAITING_MAX = 1_000_000;

/** Appends to the file itself, never through a symbolic link. */
const AT_END = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0);

/** A file of lines that begins with a header. */
export class Lines {
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
