/** Rows of a file as a stream: a file is never in memory whole. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { RowFault } from './cells.ts';
import type { Delivered } from './double-publicity.ts';
import { LAYOUT_OF, type Layout } from './layouts.ts';

/** A file that cannot be read as its layout at all. */
export class FileFault extends Error {}

/** One row of a file: what it delivers, or why not; `raw` is what goes back to the provider. */
export interface FileRow {
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
  readonly raw: readonly string[];
  readonly outcome: Delivered | RowFault;
}

const RECORD_MAX = 1_000_000;

const attempt = (read: () => Delivered): Delivered | RowFault => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowFault) return error;
    throw error;
  }
};

/** The header of a CSV file; throws FileFault where it is not of the layout. */
function checkHeader(layout: Layout, header: readonly string[]): void {
  const definition = LAYOUT_OF[layout];
  if (definition.form !== 'csv') return;
  const missing = definition.required.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new FileFault(
      `The file is not of the layout ${layout}: its first line lacks ${missing.join(', ')}. Send the codes as headers.`,
    );
  const twice = header.filter((column, index) => column !== '' && header.indexOf(column) !== index);
  if (twice.length > 0) throw new FileFault(`The first line names ${twice.join(', ')} twice. Name each column once.`);
}

async function* csvRows(file: string, layout: Layout, onBytes: (count: number) => void): AsyncGenerator<FileRow> {
  const definition = LAYOUT_OF[layout];
  if (definition.form !== 'csv') return;
  const source = createReadStream(file);
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_MAX,
    info: true,
  });
  source.on('data', (chunk) => onBytes(chunk.length));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let header: readonly string[] | undefined;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (header === undefined) {
        header = record.map((name) => name.trim());
        checkHeader(layout, header);
        line = info.lines + 1;
        yield { line: 0, raw: header, outcome: new RowFault('HEADER', '') };
        continue;
      }
      const names = header;
      const at = line;
      line = info.lines + 1;
      const outcome =
        record.length === names.length
          ? attempt(() => definition.read(Object.fromEntries(names.map((name, index) => [name, record[index] ?? '']))))
          : new RowFault('COLUMNS', `The row has ${record.length} cells where the first line has ${names.length}.`);
      yield { line: at, raw: record, outcome };
    }
  } catch (error) {
    if (error instanceof FileFault) throw error;
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('CSV_'))
      throw new FileFault(`The file stops being CSV at line ${line}: ${(error as Error).message}`);
    throw error;
  }
  if (header === undefined) throw new FileFault('The file is empty.');
}

async function* lineRows(file: string, layout: Layout, onBytes: (count: number) => void): AsyncGenerator<FileRow> {
  const definition = LAYOUT_OF[layout];
  if (definition.form !== 'ndjson') return;
  const source = createReadStream(file, 'utf8');
  source.on('data', (chunk) => onBytes(Buffer.byteLength(chunk)));
  const failed = new Promise<never>((_resolve, reject) => source.on('error', reject));
  failed.catch(() => undefined);
  let number = 0;
  for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() !== '')
      yield { line: number, raw: [line], outcome: attempt(() => definition.read(line.replace(/^\ufeff/, ''))) };
  }
  if (source.errored) await failed;
}

/** The rows of a file; the first of a CSV file is its header, with line 0. */
export const fileRows = (file: string, layout: Layout, onBytes: (count: number) => void): AsyncGenerator<FileRow> =>
  LAYOUT_OF[layout].form === 'csv' ? csvRows(file, layout, onBytes) : lineRows(file, layout, onBytes);
