/** Rows of text with separators (RFC 4180), whatever ends its lines. */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseWhole } from 'csv-parse/sync';
import { FileFault } from '../columns/faults.ts';
import { fitOf, type Naming } from '../columns/headers.ts';
import { LINE_MAX, type TextSource, textOf } from './source.ts';
import type { RawRow } from './table.ts';

/** Faults by the parser's code. The texts must not contain cell values. */
const FAULTS: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'a quotation mark opens there and is not closed to the end of the file',
    '此处的引号直到文件末尾都没有闭合',
  ],
  CSV_MAX_RECORD_SIZE: [
    `a row from there on is longer than ${LINE_MAX} characters; a quotation mark may be open`,
    `此处之后有一行超过${LINE_MAX}个字符，可能有引号未闭合`,
  ],
};

export const SEPARATORS = [',', '\t', ';', '|', '，', '；'] as const;

const OPTIONS = {
  bom: true,
  relax_column_count: true,
  // A quotation mark within an unquoted cell is part of the text.
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: LINE_MAX,
  // The parser would take the first end of line for all of them.
  record_delimiter: ['\r\n', '\n', '\r'],
};

/** Characters among which the names of the columns are looked for. */
const HEAD_MAX = 64_000;

const linesOf = (head: string, delimiter: string): string[][] => {
  try {
    return parseWhole(head, { ...OPTIONS, delimiter, to: 10 });
  } catch {
    return [];
  }
};

/** What separates the cells of a text: commas, unless another sign gives the names of the columns. */
export function separatorOf(head: string, naming: Naming): string {
  // A line that is cut is no line; one that is cut within quotes does not name columns.
  const whole = head.slice(0, HEAD_MAX);
  const fits = (delimiter: string): boolean =>
    linesOf(whole, delimiter).some((line) => line.length > 1 && fitOf(naming, line).missing.length === 0);
  return SEPARATORS.find(fits) ?? ',';
}

/** The parser counts an end of line of two signs twice where it stands in quotes. */
const endsOfTwo = (cells: readonly string[]): number => {
  let count = 0;
  for (const text of cells) if (text.includes('\r\n')) count += text.split('\r\n').length - 1;
  return count;
};

export async function* csvRows(
  file: string,
  source: TextSource,
  delimiter: string,
  onBytes: (count: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<RawRow> {
  const parser = parse({ ...OPTIONS, delimiter, info: true });
  // Errors of source and parser are thrown by the loop below.
  pipeline(Readable.from(textOf(file, source, onBytes, signal), { objectMode: false }), parser, () => undefined);
  let line = 1;
  let twice = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line, cells: record };
      twice += endsOfTwo(record);
      line = info.lines - twice + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, lines } = error as CsvError & { readonly lines?: number };
    // Rows that were parsed together with the fault are not delivered, so that the parser's line is used. An unclosed quote is found only at the end
    // of the file, so that the line where it opened is used.
    const at = code === 'CSV_QUOTE_NOT_CLOSED' ? line : Math.max(line, (lines ?? line) - twice);
    const [en, zh] = FAULTS[code] ?? ['it cannot be read', '无法读取'];
    throw new FileFault({
      en: `The file stops being CSV at line ${at}: ${en}.`,
      zh: `文件从第${at}行起不是有效的CSV：${zh}。请检查该行的引号和分隔符。`,
    });
  }
}
