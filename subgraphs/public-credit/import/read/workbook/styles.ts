/** What each style of cells shows of numbers. */
import type { Entry } from 'yauzl';
import { FileFault } from '../../columns/faults.ts';
import { builtIn, formatOf, type NumberFormat } from './number-format.ts';
import { type Book, LISTED_MAX, read, TOO_MANY_LISTED } from './xml.ts';

export async function formatsOf(book: Book, entry: Entry | undefined): Promise<readonly NumberFormat[]> {
  const own = new Map<string, NumberFormat>();
  const styles: NumberFormat[] = [];
  let inCells = false;
  await read(book, entry, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') own.set(attributes.numFmtId ?? '', formatOf(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells)
        styles.push(own.get(attributes.numFmtId ?? '') ?? builtIn(Number(attributes.numFmtId)));
      if (styles.length > LISTED_MAX || own.size > LISTED_MAX) throw new FileFault(TOO_MANY_LISTED);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
