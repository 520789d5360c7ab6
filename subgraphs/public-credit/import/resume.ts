/** Where an import stands, kept beside its file after every batch: one that was stopped or killed goes on from there. */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Left } from './outcome-files.ts';

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

/** What tells one file from another without reading it whole: size, time, beginning and end. */
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
  /** Where the import of this file stood; undefined where it begins. */
  readonly position: Position | undefined;
  set(position: Position): void;
  remove(): void;
}

/** The bookmark of one file, layout and unit; one of another file or order is none. */
export function bookmarkOf(file: string, beside: string, layout: string, unit: string): Bookmark {
  const path = `${beside}.progress.json`;
  const mark = markOf(file, layout, unit);
  let position: Position | undefined;
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { mark: string; position: Position };
    if (kept.mark === mark) position = kept.position;
  } catch {
    // Absent, or cut while it was written: the import begins anew, and what is stored is found unchanged.
  }
  return {
    position,
    set: (next) => {
      // Never through a link that lies there: it would lead to another file.
      rmSync(`${path}.new`, { force: true });
      writeFileSync(`${path}.new`, JSON.stringify({ mark, position: next }), { flag: 'wx' });
      renameSync(`${path}.new`, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}
