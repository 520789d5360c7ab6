/** Imports a file for a providing unit: row by row, in batches, the same again changing nothing. */

import { once } from 'node:events';
import { createWriteStream, rmSync, statSync, type WriteStream } from 'node:fs';
import type { ClientRequest } from '../../request.ts';
import { takeIn } from '../submit.ts';
import { RowFault } from './cells.ts';
import type { Layout } from './layouts.ts';
import { type FileRow, fileRows } from './rows.ts';

export interface ImportSummary {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly corrected: number;
  readonly rejected: number;
  readonly late: number;
  /** File of the rejected rows with the reason of each; null if there are none. */
  readonly rejectedFile: string | null;
}

export interface ImportProgress {
  readonly rows: number;
  /** Share of the file that has been read, 0 to 1. */
  readonly share: number;
}

export interface ImportOrder {
  readonly file: string;
  readonly layout: Layout;
  readonly unit: string;
  /** A request of the unit, for one batch. */
  readonly open: () => ClientRequest;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Where rejected rows go; beside the file by default. */
  readonly rejectedFile?: string;
}

const BATCH = 500;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What is added to a rejected row; a file of rejected rows that is sent again has it already. */
const ADDED: readonly string[] = ['line', 'code', 'reason'];

/** A rejected line with its reason; one that is no JSON object comes back as text. */
function rejectedLine(row: FileRow, code: string, reason: string): string {
  const added = { line: row.line, code, reason };
  const text = (row.raw[0] ?? '').replace(/^\ufeff/, '');
  try {
    const sent: unknown = JSON.parse(text);
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return JSON.stringify({ ...sent, ...added });
  } catch {
    // The reason says that it is not JSON.
  }
  return JSON.stringify({ ...added, record: text });
}

/** Rejected rows in the layout that they came in, the reason added: they can be mended and sent again. */
function rejectedRows(path: string, csv: boolean) {
  let stream: WriteStream | undefined;
  let header: readonly string[] = [];
  const own = (_cell: string, at: number): boolean => !ADDED.includes(header[at] ?? '');
  let count = 0;
  return {
    header: (columns: readonly string[]): void => {
      header = columns;
    },
    count: (): number => count,
    add: async (row: FileRow, code: string, message: string): Promise<void> => {
      count += 1;
      if (stream === undefined) {
        stream = createWriteStream(path, 'utf8');
        if (csv) stream.write(`${[...header.filter(own), ...ADDED].map(quoted).join(',')}\n`);
      }
      const text = csv
        ? [...row.raw.filter(own), String(row.line), code, message].map(quoted).join(',')
        : rejectedLine(row, code, message);
      if (!stream.write(`${text}\n`)) await once(stream, 'drain');
    },
    close: async (): Promise<void> => {
      if (stream === undefined) return;
      stream.end();
      await once(stream, 'finish');
    },
  };
}

/** Imports. Throws FileFault for a file that is not of the layout; what was stored before stays and is found unchanged next time. */
export async function importFile(order: ImportOrder): Promise<ImportSummary> {
  const csv = order.layout !== 'records';
  const rejectedPath = order.rejectedFile ?? `${order.file}.rejected.${csv ? 'csv' : 'ndjson'}`;
  rmSync(rejectedPath, { force: true });
  const rejects = rejectedRows(rejectedPath, csv);
  const size = Math.max(1, statSync(order.file).size);
  const sums = { rows: 0, accepted: 0, unchanged: 0, corrected: 0, late: 0 };
  const waiting = new Map<string, FileRow[]>();
  let bytes = 0;

  const flush = async (item: string): Promise<void> => {
    const rows = waiting.get(item) ?? [];
    waiting.delete(item);
    const records = rows.map((row) => (row.outcome as Exclude<FileRow['outcome'], RowFault>).record);
    const request = order.open();
    try {
      const result = await takeIn(request, order.unit, item, records);
      sums.accepted += result.accepted;
      sums.unchanged += result.unchanged;
      sums.corrected += result.corrected;
      sums.late += result.late;
      for (const { row, code, message } of result.rejected) {
        const rejected = rows[row];
        if (rejected !== undefined) await rejects.add(rejected, code, message);
      }
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) throw error;
      for (const row of rows) await rejects.add(row, refused.code, refused.message);
    } finally {
      await request.abandon();
    }
    order.onProgress?.({ rows: sums.rows, share: Math.min(1, bytes / size) });
  };

  for await (const row of fileRows(order.file, order.layout, (count) => {
    bytes += count;
  })) {
    if (row.line === 0) {
      rejects.header(row.raw);
      continue;
    }
    sums.rows += 1;
    if (row.outcome instanceof RowFault) {
      await rejects.add(row, row.outcome.code, row.outcome.message);
      continue;
    }
    const { item } = row.outcome;
    const batch = waiting.get(item) ?? [];
    waiting.set(item, batch);
    batch.push(row);
    if (batch.length >= BATCH) await flush(item);
  }
  for (const item of [...waiting.keys()]) await flush(item);
  await rejects.close();
  return { ...sums, rejected: rejects.count(), rejectedFile: rejects.count() === 0 ? null : rejectedPath };
}

/** A whole batch can be refused: its item is not published, or another unit provides it. */
function refusalOf(error: unknown): { code: string; message: string } | undefined {
  const extensions = (error as { extensions?: { code?: string; reason?: string } }).extensions;
  if (extensions?.code === 'BAD_USER_INPUT')
    return { code: extensions.reason ?? 'ITEM', message: (error as Error).message };
  if (extensions?.code === 'FORBIDDEN')
    return {
      code: 'NOT_PROVIDING_UNIT',
      message: 'The catalog names another unit as the provider of this item (Article 21).',
    };
  return undefined;
}
