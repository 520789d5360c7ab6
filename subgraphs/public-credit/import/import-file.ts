/** Imports a file for a providing unit, in batches. Importing the same file again changes nothing. */
import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { lockForProcess } from '../../database/process-lock.ts';
import { type Checked, checkBatch, takePart } from './batch.ts';
import { type CellFault, type CellWarning, FileFault } from './columns/faults.ts';
import { LaterRows } from './later-rows.ts';
import type { ImportOrder } from './order.ts';
import { headOf, isZip } from './read/bytes.ts';
import { type FileRow, fileRows } from './read/rows.ts';
import { bookmarkOf, type Sums } from './resume.ts';
import { TextsAhead } from './texts-ahead.ts';
import { unitRefused } from './unit-refused.ts';
import { holds } from './write/lines.ts';
import { type Kind, Rejects } from './write/rejects.ts';
import { type Told, Warnings } from './write/warnings-file.ts';

export interface ImportSummary extends Readonly<Sums> {
  readonly rejected: number;
  /** Path of the file with rejected rows and their reasons; null where no row was rejected. */
  readonly rejectedFile: string | null;
  /** That file and those behind it: so many rows of a workbook come back as several. */
  readonly rejectedFiles: readonly string[];
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

/** Rows that were read, with what was warned of while they were. */
interface Batch {
  readonly rows: readonly FileRow[];
  readonly warnings: readonly Told[];
  readonly share: number;
}

/** Error codes of the file system that whoever runs the import can do something about. */
const OF_FILES = /^(?:ERR_FS_EISDIR|E(?:ACCES|PERM|ROFS|NOSPC|DQUOT|NAMETOOLONG|ISDIR|LOOP|IO))$/;

/** Explains an error of the file system: a file that cannot be read, or a folder that cannot be written. */
function inWords(error: unknown, file: string): unknown {
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (!OF_FILES.test(code)) return error;
  if (path === file)
    return new FileFault({
      en: `The file ${file} cannot be read (${code}). Check who may read it.`,
      zh: `文件${file}无法读取（${code}）。请检查读取权限。`,
    });
  return new FileFault({
    en: `${path ?? 'A file beside it'} cannot be written (${code}). Rejected rows, warnings and the place of the import stand beside the file: make room there, or copy it into a folder that can be written.`,
    zh: `${path ?? '旁边的文件'}无法写入（${code}）。退回行、提示和导入进度写在文件旁边：请腾出空间，或将文件复制到可写的文件夹。`,
  });
}

/** Runs the import. Throws FileFault for a file of another layout. Batches that were stored before stay, and are unchanged in the next import. */
export async function importFile(order: ImportOrder): Promise<ImportSummary> {
  const beside = order.beside ?? order.file;
  try {
    const found = statSync(order.file);
    if (!found.isFile())
      throw new FileFault({
        en: 'This is no file but a folder or a device. Name a file.',
        zh: '这不是文件，而是文件夹或设备。请指定文件。',
      });
    const taken = (pid: number): Error =>
      new FileFault({
        en: `Process ${pid} imports this file already. Wait until it is done, or stop it.`,
        zh: `进程${pid}正在导入此文件。请等它完成，或将其停止。`,
      });
    // Two imports of one file would overwrite each other's rejected rows.
    const release = lockForProcess(`${beside}.lock`, taken);
    try {
      return await importHeld(order, beside, Math.max(1, found.size), await settingOf(order));
    } finally {
      release();
    }
  } catch (error) {
    const told = inWords(error, order.file);
    throw told instanceof FileFault ? told.in(order.language ?? 'en') : told;
  }
}

interface Setting {
  /** Rows of a batch. */
  readonly most: number;
  /** Day on which the rows are checked. */
  readonly today: string;
}

/** A unit that is not registered, has ended or provides nothing is refused at once, not row by row. */
async function settingOf(order: ImportOrder): Promise<Setting> {
  const request = order.open();
  try {
    await request.snapshot();
    return { most: BATCH[request.platform.database.kind], today: request.today };
  } catch (error) {
    throw unitRefused(error) ?? error;
  } finally {
    await request.abandon();
  }
}

const kindOf = async (file: string): Promise<Kind> => (isZip(await headOf(file, false)) ? 'workbook' : 'csv');

async function importHeld(
  order: ImportOrder,
  beside: string,
  size: number,
  { most, today }: Setting,
): Promise<ImportSummary> {
  const table = order.layout !== 'records';
  const language = order.language ?? 'en';
  const kind = table ? await kindOf(order.file) : 'ndjson';
  const warningsFile = `${beside}.warnings.csv`;
  const bookmark = bookmarkOf(order.file, beside, order.layout, order.unit);
  // A trial overwrites the files that an interrupted import would continue, so that import must start from the beginning.
  if (order.trial === true) bookmark.remove();
  const kept = order.trial === true ? undefined : bookmark.position;
  const from =
    kept !== undefined && holds(Rejects.pathOf(beside, kind), kept.rejected) && holds(warningsFile, kept.warnings)
      ? kept
      : undefined;
  const rejects = new Rejects(beside, kind, language, from?.rejected);
  const warnings = new Warnings(warningsFile, language, from?.warnings);
  const warned: Record<string, number> = { ...from?.warned };
  const sums: Sums = { rows: 0, accepted: 0, unchanged: 0, corrected: 0, late: 0, ...from?.sums };
  const resumedAt = sums.rows;
  let newWarnings: Told[] = [];
  let waiting: FileRow[] = [];
  let length = 0;
  let bytes = 0;

  const behind = new LaterRows(order);
  const ahead = new TextsAhead(order.threads);
  const warn = async (warning: Told): Promise<void> => {
    warned[warning.code] = (warned[warning.code] ?? 0) + 1;
    await warnings.add(warning);
  };
  /** Stores a batch. One at a time, in the file's order. */
  const settle = async ({ rows, warnings: given, share }: Batch, { parts, unreadable }: Checked): Promise<void> => {
    order.signal?.throwIfAborted();
    for (const warning of given) await warn(warning);
    const back = new Map<FileRow, readonly CellFault[]>(unreadable);
    const reject = (row: FileRow, faults: readonly CellFault[]): void => void back.set(row, faults);
    for (const part of parts) await takePart(order, part, behind, { reject, sums, warn });
    // In the order of the file, whatever was found first.
    for (const row of rows) {
      const faults = back.get(row);
      if (faults !== undefined) await rejects.add(row, faults);
    }
    sums.rows += rows.length;
    await Promise.all([rejects.flush(), warnings.flush()]);
    if (order.trial !== true) bookmark.set({ sums, rejected: rejects.left, warnings: warnings.left, warned });
    order.onProgress?.({ rows: sums.rows, share });
  };
  let storing: Promise<void> = Promise.resolve();
  let next: (() => Promise<void>) | undefined;
  /** Hands over what was read: it is checked now, and stored while the rows behind it are read. Until then there is time to read its texts. */
  const handOver = async (): Promise<void> => {
    const batch = { rows: waiting, warnings: newWarnings, share: Math.min(1, bytes / size) };
    waiting = [];
    newWarnings = [];
    length = 0;
    const checked = await checkBatch(order, batch.rows, ahead);
    await storing;
    storing = next?.() ?? storing;
    // Told by whoever waits for it.
    storing.catch(() => undefined);
    next = () => ahead.during(checked.texts, () => settle(batch, checked));
  };
  const finish = async (): Promise<void> => {
    await handOver();
    await storing;
    storing = next?.() ?? storing;
    next = undefined;
    await storing;
  };

  const end = async (): Promise<readonly string[]> => {
    const files = await rejects.finish();
    bookmark.remove();
    rejects.close();
    return files;
  };

  let seen = 0;
  let codes: FileRow['codes'];
  const hearing = {
    signal: order.signal,
    today,
    onBytes: (count: number) => {
      bytes += count;
    },
    onWarning: (warning: CellWarning) => {
      // For rows that were done before, the earlier run has written the warnings.
      if (seen >= resumedAt) newWarnings.push({ ...warning, codes });
    },
  };
  try {
    for await (const row of fileRows(order.file, order.layout, hearing)) {
      if (table && row.line === 0) {
        rejects.header(row.raw);
        codes = row.codes;
        continue;
      }
      seen += 1;
      if (seen <= resumedAt) continue;
      waiting.push(row);
      length += row.raw.reduce((sum, text) => sum + text.length, 0);
      if (waiting.length % STRETCH === 0) await setImmediate();
      if (waiting.length >= most || length >= BATCH_LENGTH) await handOver();
    }
    await finish();
  } catch (error) {
    // Nothing is left at work. What was handed over before is stored.
    await storing.catch(() => undefined);
    // Rows that were read before the fault are still stored.
    if (error instanceof FileFault) {
      await finish();
      await end();
    }
    throw error;
  } finally {
    await ahead.close();
  }
  const rejectedFiles = await end();
  const rejected = rejects.left.count;
  return {
    ...sums,
    rejected,
    rejectedFile: rejectedFiles[0] ?? null,
    rejectedFiles,
    warnings: warned,
    warningsFile: warnings.left.count === 0 ? null : warningsFile,
    resumedAt,
  };
}
