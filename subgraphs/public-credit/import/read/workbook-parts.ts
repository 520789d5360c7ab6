/** Parts of a workbook (ECMA-376): its sheets, the shared texts of its cells, and the styles that show dates. */
import { SaxesParser } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import { FileFault } from '../columns/headers.ts';

/** Most characters of all shared texts: cells refer to them in any order, so they are kept in memory. */
const TEXTS_MAX = 64_000_000;
/** Most shared texts: empty ones need memory too. */
const TEXTS_COUNT_MAX = 5_000_000;
const TOO_MANY = 'The texts of the workbook are too large to be read. Send it as CSV.';
/** Most bytes without an XML tag, and deepest nesting: the parser keeps in memory what is open. */
const OPEN_MAX = 1_000_000;
const DEPTH_MAX = 100;
/** Most sheets and cell formats; spreadsheets cannot make as many. */
const LISTED_MAX = 100_000;
const TOO_MANY_LISTED =
  'The workbook has more sheets or formats than a spreadsheet can make. Save it anew, or send it as CSV.';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Heard {
  readonly open?: (tag: Tag) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An open workbook. `signal` stops reading it. */
export interface Book {
  readonly zip: ZipFile;
  readonly signal: AbortSignal | undefined;
}

/** Reads a part of the workbook and calls `heard` for what it has. Yields after each chunk. */
export async function* parts(
  { zip, signal }: Book,
  entry: Entry,
  heard: Heard,
  onBytes: (count: number) => void = () => undefined,
) {
  const parser = new SaxesParser({ position: false });
  const refuse = (what: string): never => {
    throw new FileFault(`The workbook is damaged: ${entry.fileName} ${what}. Save it anew.`);
  };
  let unmarked = 0;
  let depth = 0;
  parser.on('doctype', () => {
    throw new FileFault('The workbook holds a document type, which no workbook has. Save it anew.');
  });
  parser.on('error', () => refuse('is no XML'));
  parser.on('opentag', ({ name, attributes }) => {
    unmarked = 0;
    depth += 1;
    if (depth > DEPTH_MAX) refuse(`is nested deeper than ${DEPTH_MAX} levels`);
    heard.open?.({ name: local(name), attributes: attributes as Tag['attributes'] });
  });
  parser.on('text', (text) => heard.text?.(text));
  parser.on('cdata', (text) => heard.text?.(text));
  parser.on('closetag', ({ name }) => {
    unmarked = 0;
    depth -= 1;
    heard.close?.(local(name));
  });
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      // Progress in bytes of the compressed part.
      onBytes((chunk.length * entry.compressedSize) / Math.max(1, entry.uncompressedSize));
      parser.write(decoder.decode(chunk, { stream: true }));
      unmarked += chunk.length;
      if (unmarked > OPEN_MAX) refuse(`holds a text of more than ${OPEN_MAX} bytes`);
      yield;
    }
  } catch (error) {
    if (error instanceof FileFault || signal?.aborted === true) throw error;
    refuse('cannot be unpacked');
  }
  parser.close();
}

async function read(book: Book, entry: Entry | undefined, heard: Heard): Promise<void> {
  if (entry !== undefined) for await (const _piece of parts(book, entry, heard));
}

interface Sheets {
  readonly names: readonly string[];
  readonly relation: string;
  readonly from1904: boolean;
}

export async function sheetsOf(book: Book, entry: Entry | undefined): Promise<Sheets> {
  const names: string[] = [];
  let relation = '';
  let from1904 = false;
  await read(book, entry, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      if (names.length === 0)
        relation = Object.entries(attributes).find(([key]) => local(key) === 'id' && key !== 'id')?.[1] ?? '';
      names.push(attributes.name ?? '');
      if (names.length > LISTED_MAX) throw new FileFault(TOO_MANY_LISTED);
    },
  });
  return { names, relation, from1904 };
}

export async function targetOf(book: Book, entry: Entry | undefined, relation: string): Promise<string> {
  let target = 'worksheets/sheet1.xml';
  await read(book, entry, {
    open: ({ name, attributes }) => {
      if (name === 'Relationship' && attributes.Id === relation) target = attributes.Target ?? target;
    },
  });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Replaces escapes of characters that XML cannot contain (ECMA-376, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export async function textsOf(book: Book, entry: Entry | undefined): Promise<readonly string[]> {
  const texts: string[] = [];
  let size = 0;
  let text = '';
  let inText = false;
  // Nesting of phonetic texts (rPh), which stand beside a text and are no part of it.
  let aloud = 0;
  await read(book, entry, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') aloud += 1;
      else if (name === 't') inText = aloud === 0;
    },
    text: (part) => {
      if (!inText) return;
      text += part;
      size += part.length;
      if (size > TEXTS_MAX) throw new FileFault(TOO_MANY);
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') aloud -= 1;
      else if (name === 'si') {
        if (texts.length >= TEXTS_COUNT_MAX) throw new FileFault(TOO_MANY);
        texts.push(unescaped(text));
      }
    },
  });
  return texts;
}

/** Built-in number formats that show dates (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a custom format shows a date. Quoted and bracketed parts are literal text. */
const isDateFormat = (code: string): boolean => /[ydYD]/.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** For each cell style, whether it shows numbers as dates. */
export async function dateStylesOf(book: Book, entry: Entry | undefined): Promise<readonly boolean[]> {
  const own = new Map<string, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await read(book, entry, {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') own.set(attributes.numFmtId ?? '', isDateFormat(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells)
        styles.push(own.get(attributes.numFmtId ?? '') ?? isBuiltInDate(Number(attributes.numFmtId)));
      if (styles.length > LISTED_MAX || own.size > LISTED_MAX) throw new FileFault(TOO_MANY_LISTED);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
