/** Imports a file for a providing unit, in batches. Importing the same file again changes nothing. */
import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import { lockForProcess } from '../../database/process-lock.ts';
import { isUnadmitted } from '../../request/admission.ts';
import { prepareBatch, takePart } from './batches/batch.ts';
import { LaterRows } from './batches/later-rows.ts';
import { RowFault } from './columns/cells.ts';
import { FileFault } from './columns/headers.ts';
import type { ImportOrder } from './order.ts';
import { holds, Rejects, Warnings } from './outcome-files.ts';
import { type FileRow, fileRows } from './read/rows.ts';
import { bookmarkOf, type Sums } from './resume.ts';

export interface ImportSummary extends Readonly<Sums> {
  readonly rejected: number;
  /** Path of the file with rejected rows and their reasons; null where no row was rejected. */
  readonly rejectedFile: string | null;
  /** Number of warnings by code. */
  readonly warnings: Readonly<Record<string, number>>;
  readonly warningsFile: string | null;
  /** Rows that an interrupted import had done before. */
  readonly resumedAt: number;
}

/**
 * Rows of one batch. Between batches the import can be stopped, and resumed later. A server is asked less often by large ones. The embedded database has
 * one connection: nobody else is answered while a batch is stored.
 */
const BATCH = { postgresql: 2_000, pglite: 500 } as const;
/** Rows that are read at a stretch. Between them the process attends to the batch that is being stored. */
const STRETCH = 16;
/** Characters of one batch: five hundred of the longest lines would fill half a gigabyte. */
const BATCH_LENGTH = 4_000_000;

type Warning = readonly [line: number, code: string, message: string];

/** Rows that were read, with what was warned of while they were. */
interface Batch {
  readonly rows: readonly FileRow[];
  readonly warnings: readonly Warning[];
  readonly share: number;
}

/** Error codes of the file system that whoever runs the import can do something about. */
const OF_FILES = /^(?:ERR_FS_EISDIR|E(?:ACCES|PERM|ROFS|NOSPC|DQUOT|NAMETOOLONG|ISDIR|LOOP|IO))$/;

/** Explains an error of the file system: a file that cannot be read, or a folder that cannot be written. */
function inWords(error: unknown, file: string): unknown {
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (!OF_FILES.test(code)) return error;
  if (path === file) return new Error(`The file ${file} cannot be read (${code}). Check who may read it.`);
  return new Error(
    `${path ?? 'A file beside it'} cannot be written (${code}). Rejected rows, warnings and the place of the import stand beside the file: make room there, or copy it into a folder that can be written.`,
  );
}

/** Runs the import. Throws FileFault for a file of another layout. Batches that were stored before stay, and are unchanged in the next import. */
export async function importFile(order: ImportOrder): Promise<ImportSummary> {
  const beside = order.beside ?? order.file;
  try {
    const found = statSync(order.file);
    if (!found.isFile()) throw new FileFault('This is no file but a folder or a device. Name a file.');
    const taken = (pid: number): Error =>
      new FileFault(`Process ${pid} imports this file already. Wait until it is done, or stop it.`);
    // Two imports of one file would overwrite each other's rejected rows.
    const release = lockForProcess(`${beside}.lock`, taken);
    try {
      const most = BATCH[await checkUnit(order)];
      return await importHeld(order, beside, Math.max(1, found.size), most);
    } finally {
      release();
    }
  } catch (error) {
    throw inWords(error, order.file);
  }
}

/** A unit that is not registered, has ended or provides nothing is refused at once, not row by row. Returns the kind of the database. */
async function checkUnit({ open }: ImportOrder): Promise<keyof typeof BATCH> {
  const request = open();
  try {
    await request.snapshot();
    return request.platform.database.kind;
  } catch (error) {
    if (!isUnadmitted(error)) throw error;
    const { message, extensions } = error as GraphQLError;
    throw new FileFault(`${message} ${extensions.help}`);
  } finally {
    await request.abandon();
  }
}

async function importHeld(order: ImportOrder, beside: string, size: number, most: number): Promise<ImportSummary> {
  const table = order.layout !== 'records';
  const rejectedFile = `${beside}.rejected.${table ? 'csv' : 'ndjson'}`;
  const warningsFile = `${beside}.warnings.csv`;
  const bookmark = bookmarkOf(order.file, beside, order.layout, order.unit);
  // A trial overwrites the files that an interrupted import would continue, so that import must start from the beginning.
  if (order.trial === true) bookmark.remove();
  const kept = order.trial === true ? undefined : bookmark.position;
  const from =
    kept !== undefined && holds(rejectedFile, kept.rejected) && holds(warningsFile, kept.warnings) ? kept : undefined;
  const rejects = new Rejects(rejectedFile, table, from?.rejected);
  const warnings = new Warnings(warningsFile, from?.warnings);
  const warned: Record<string, number> = { ...from?.warned };
  const sums: Sums = { rows: 0, accepted: 0, unchanged: 0, corrected: 0, late: 0, ...from?.sums };
  const resumedAt = sums.rows;
  let newWarnings: Warning[] = [];
  let waiting: FileRow[] = [];
  let length = 0;
  let bytes = 0;

  const behind = new LaterRows(order);
  const warn = async (...[line, code, message]: Warning): Promise<void> => {
    warned[code] = (warned[code] ?? 0) + 1;
    await warnings.add(line, code, message);
  };
  /** Stores a batch. One at a time, in the file's order. */
  const settle = async ({ rows, warnings: given, share }: Batch, parts: Awaited<ReturnType<typeof prepareBatch>>) => {
    for (const warning of given) await warn(...warning);
    for (const row of rows)
      if (row.outcome instanceof RowFault) await rejects.add(row, row.outcome.code, row.outcome.message);
    for (const part of parts) await takePart(order, part, behind, { rejects, sums, warn });
    sums.rows += rows.length;
    await Promise.all([rejects.flush(), warnings.flush()]);
    if (order.trial !== true) bookmark.set({ sums, rejected: rejects.left, warnings: warnings.left, warned });
    order.onProgress?.({ rows: sums.rows, share });
  };
  let storing: Promise<void> = Promise.resolve();
  /** Hands over what was read: it is checked now, and stored once the batch before is. */
  const handOver = async (): Promise<void> => {
    const batch = { rows: waiting, warnings: newWarnings, share: Math.min(1, bytes / size) };
    waiting = [];
    newWarnings = [];
    length = 0;
    const parts = await prepareBatch(order, batch.rows);
    await storing;
    order.signal?.throwIfAborted();
    storing = settle(batch, parts);
    // Told by whoever waits for it.
    storing.catch(() => undefined);
  };

  let seen = 0;
  const hearing = {
    signal: order.signal,
    onBytes: (count: number) => {
      bytes += count;
    },
    onWarning: (line: number, code: string, message: string) => {
      // For rows that were done before, the earlier run has written the warnings.
      if (seen >= resumedAt) newWarnings.push([line, code, message]);
    },
  };
  try {
    for await (const row of fileRows(order.file, order.layout, hearing)) {
      if (table && row.line === 0) {
        rejects.header(row.raw);
        continue;
      }
      seen += 1;
      if (seen <= resumedAt) continue;
      waiting.push(row);
      length += row.raw.reduce((sum, text) => sum + text.length, 0);
      if (waiting.length % STRETCH === 0) await setImmediate();
      if (waiting.length >= most || length >= BATCH_LENGTH) await handOver();
    }
  } catch (error) {
    // Nothing is left at work. What was handed over before is stored.
    await storing.catch(() => undefined);
    // Rows that were read before the fault are still stored.
    if (error instanceof FileFault) {
      await handOver();
      await storing;
      bookmark.remove();
    }
    throw error;
  }
  await handOver();
  await storing;
  bookmark.remove();
  const rejected = rejects.left.count;
  return {
    ...sums,
    rejected,
    rejectedFile: rejected === 0 ? null : rejectedFile,
    warnings: warned,
    warningsFile: warnings.left.count === 0 ? null : warningsFile,
    resumedAt,
  };
}
