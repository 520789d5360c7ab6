/** Progress of an import, stored beside its file after each batch, so that an interrupted import resumes there. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Left } from './write/lines.ts';

export interface Sums {
  rows: number;
  accepted: number;
  unchanged: number;
  corrected: number;
  late: number;
}

export interface Position {
  readonly sums: Sums;
  readonly rejected: Left;
  readonly warnings: Left;
  /** How often each warning was given. */
  readonly warned: Readonly<Record<string, number>>;
}

const PIECE = 1_048_576;

/** Identifies a file without reading it whole: by size, modification time, first and last bytes. */
function markOf(file: string, ...order: readonly string[]): string {
  const handle = openSync(file, 'r');
  try {
    const { size, mtimeMs } = fstatSync(handle);
    const hash = createHash('sha256').update(JSON.stringify([size, mtimeMs, ...order]));
    for (const at of [0, Math.max(0, size - PIECE)]) {
      const piece = Buffer.alloc(Math.min(PIECE, size));
      readSync(handle, piece, 0, piece.length, at);
      hash.update(piece);
    }
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}

export interface Bookmark {
  /** Progress of an earlier import of this file; undefined where there is none. */
  readonly position: Position | undefined;
  set(position: Position): void;
  remove(): void;
}

/** The bookmark for one file, layout and unit. The stored progress of another file or order is ignored. */
export function bookmarkOf(file: string, beside: string, layout: string, unit: string): Bookmark {
  const path = `${beside}.progress.json`;
  const mark = markOf(file, layout, unit);
  let position: Position | undefined;
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { mark: string; position: Position };
    if (kept.mark === mark) position = kept.position;
  } catch {
    // Missing or incomplete: the import starts from the beginning, and stored rows are unchanged.
  }
  return {
    position,
    set: (next) => {
      // Removed first, so that it is not written through a symbolic link.
      rmSync(`${path}.new`, { force: true });
      writeFileSync(`${path}.new`, JSON.stringify({ mark, position: next }), { flag: 'wx' });
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}
