/** Reads the XML of a workbook's parts as a stream (ECMA-376). */
import { SaxesParser } from 'saxes';
import type { Entry, ZipFile } from 'yauzl';
import type { Localized } from '../../../../../schema/law/localized.ts';
import { FileFault } from '../../columns/faults.ts';

/** Most bytes without an XML tag, and deepest nesting: the parser keeps in memory what is open. */
const OPEN_MAX = 1_000_000;
const DEPTH_MAX = 100;
/** Most sheets and cell formats; spreadsheets cannot make as many. */
export const LISTED_MAX = 100_000;
export const TOO_MANY_LISTED: Localized = {
  en: 'The workbook has more sheets or formats than a spreadsheet can make. Save it anew, or send it as CSV.',
  zh: '工作簿的工作表或单元格格式过多。请重新另存，或改报CSV文件。',
};

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Heard {
  readonly open?: (tag: Tag) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An open workbook. `signal` stops reading it. */
export interface Book {
  readonly zip: ZipFile;
  readonly signal: AbortSignal | undefined;
  /** The part of a name, equal without regard to case (ECMA-376 part 2, 6.2.2.3). */
  readonly part: (name: string) => Entry | undefined;
}

/** Reads a part of the workbook and calls `heard` for what it has. Yields after each chunk. */
export async function* parts(
  { zip, signal }: Book,
  entry: Entry,
  heard: Heard,
  onBytes: (count: number) => void = () => undefined,
) {
  const parser = new SaxesParser({ position: false });
  const refuse = (en: string, zh: string): never => {
    throw new FileFault({
      en: `The workbook is damaged: ${entry.fileName} ${en}. Save it anew.`,
      zh: `工作簿已损坏：${entry.fileName}${zh}。请重新另存后报送。`,
    });
  };
  let unmarked = 0;
  let depth = 0;
  parser.on('doctype', () => {
    throw new FileFault({
      en: 'The workbook holds a document type, which no workbook has. Save it anew.',
      zh: '工作簿含有文档类型声明，不是正常的工作簿。请重新另存后报送。',
    });
  });
  parser.on('error', () => refuse('is no XML', '不是有效的XML'));
  parser.on('opentag', ({ name, attributes }) => {
    unmarked = 0;
    depth += 1;
    if (depth > DEPTH_MAX) refuse(`is nested deeper than ${DEPTH_MAX} levels`, `嵌套超过${DEPTH_MAX}层`);
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
      if (unmarked > OPEN_MAX) refuse(`holds a text of more than ${OPEN_MAX} bytes`, `含有超过${OPEN_MAX}字节的文本`);
      yield;
    }
  } catch (error) {
    if (error instanceof FileFault || signal?.aborted === true) throw error;
    refuse('cannot be unpacked', '无法解压');
  }
  parser.close();
}

export async function read(book: Book, entry: Entry | undefined, heard: Heard): Promise<void> {
  if (entry !== undefined) for await (const _piece of parts(book, entry, heard));
}
