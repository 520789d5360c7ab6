/** Rows of a file of one JSON object a line. */
import type { Delivered } from '../../intake/check.ts';
import { RowFault } from '../columns/faults.ts';
import { type TextSource, textOf } from './source.ts';

async function* linesOf(
  file: string,
  source: TextSource,
  onBytes: (count: number) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  let rest = '';
  for await (const text of textOf(file, source, onBytes, signal)) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  yield rest;
}

/** Rows of a file, each with its line as it was sent. */
export async function* jsonRows(
  file: string,
  source: TextSource,
  read: (line: string) => Delivered,
  { onBytes, signal }: { readonly onBytes: (count: number) => void; readonly signal?: AbortSignal | undefined },
) {
  const attempt = (text: string): Delivered | RowFault => {
    try {
      return read(text);
    } catch (error) {
      if (error instanceof RowFault) return error;
      throw error;
    }
  };
  let line = 0;
  for await (const text of linesOf(file, source, onBytes, signal)) {
    line += 1;
    if (text.trim() !== '') yield { line, raw: [text.replace(/\r$/, '')], outcome: attempt(text) };
  }
}
