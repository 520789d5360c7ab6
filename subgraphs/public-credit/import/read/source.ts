/** Recognizes a file by its bytes, not by its name: text in UTF-8 or GB18030, gzipped or not, or a workbook. */
import { FileFault } from '../columns/faults.ts';
import { bytesOf, headOf, isPacked, isZip, starts } from './bytes.ts';
import { refuseOthers } from './other-kinds.ts';

export type Encoding = 'utf-8' | 'gb18030';

export interface TextSource {
  readonly form: 'text';
  readonly encoding: Encoding;
  readonly packed: boolean;
}
export type Source = { readonly form: 'workbook' } | TextSource;

/** Most bytes of a line. */
export const LINE_MAX = 1_000_000;

const unpacking = (error: unknown): never => {
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('Z_'))
    throw new FileFault({
      en: 'The file is packed with gzip and cannot be unpacked whole: it was cut or altered. Send it again.',
      zh: '该gzip文件无法完整解压，可能被截断或改动。请重新报送。',
    });
  throw error;
};

const binary = (line: number): FileFault =>
  new FileFault({
    en: `The file is binary: line ${line} holds a zero byte. Send CSV or XLSX.`,
    zh: `该文件是二进制文件：第${line}行含有零字节。请报送CSV或XLSX文件。`,
  });

/** Places of the ends of lines in a chunk, a line feed or a carriage return alone. Each byte is looked at once. */
function endsIn(chunk: Buffer): (from: number) => number {
  const next = [0x0a, 0x0d].map((sign) => {
    let at = -2;
    return (from: number): number => {
      if (at !== -1 && at < from) at = chunk.indexOf(sign, from);
      return at;
    };
  });
  return (from) => {
    const found = next.map((find) => find(from)).filter((at) => at !== -1);
    if (found.length === 0) return -1;
    const end = Math.min(...found);
    // Two signs end one line.
    return chunk[end] === 0x0d && chunk[end + 1] === 0x0a ? end + 1 : end;
  };
}

/** Reads a text without keeping it. Whether it is valid in an encoding; throws where a line is too long. */
async function scan(file: string, packed: boolean, encoding: Encoding, signal?: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let length = 0;
  for await (const chunk of bytesOf(file, packed) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    if (chunk.includes(0)) throw binary(line);
    const ends = endsIn(chunk);
    for (let from = 0; from < chunk.length; ) {
      const end = ends(from);
      length += (end === -1 ? chunk.length : end) - from;
      if (length > LINE_MAX)
        throw new FileFault({
          en: `Line ${line} is longer than ${LINE_MAX} bytes. This is no exchange file; check where its lines end.`,
          zh: `第${line}行超过${LINE_MAX}字节，不是报送文件。请检查换行符。`,
        });
      if (end === -1) break;
      line += 1;
      length = 0;
      from = end + 1;
    }
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      return false;
    }
  }
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The first line that is not valid in an encoding. In neither encoding is the byte of a line feed part of another character. */
async function firstOdd(file: string, packed: boolean, encoding: Encoding, signal?: AbortSignal): Promise<number> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 0;
  let rest: Buffer[] = [];
  for await (const chunk of bytesOf(file, packed) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      line += 1;
      try {
        decoder.decode(Buffer.concat([...rest, chunk.subarray(from, end)]));
      } catch {
        return line;
      }
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  }
  return line + 1;
}

/** Recognizes a file. Throws FileFault where it cannot be read as a table at all. */
export async function sourceOf(file: string, signal?: AbortSignal): Promise<Source> {
  const packed = isPacked(await headOf(file, false));
  try {
    const head = await headOf(file, packed);
    if (head.length === 0) throw new FileFault({ en: 'The file is empty.', zh: '文件为空，请检查后重新报送。' });
    await refuseOthers(file, head, packed);
    if (isZip(head)) {
      if (packed)
        throw new FileFault({
          en: 'A workbook is packed in itself. Send the .xlsx without gzip.',
          zh: '工作簿本身已压缩，请直接报送.xlsx，无需再用gzip压缩。',
        });
      return { form: 'workbook' };
    }
    if (await scan(file, packed, 'utf-8', signal)) return { form: 'text', encoding: 'utf-8', packed };
    // The byte order mark of UTF-8 is valid GB18030 too. A damaged UTF-8 file would be stored with wrong characters.
    const marked = starts(head, 0xef, 0xbb, 0xbf);
    if (!marked && (await scan(file, packed, 'gb18030', signal))) return { form: 'text', encoding: 'gb18030', packed };
    const line = await firstOdd(file, packed, 'utf-8', signal);
    const odd = `line ${line} holds what is no character of UTF-8`;
    throw new FileFault(
      marked
        ? {
            en: `The file says that it is UTF-8, and ${odd}. Mend that line, or save the file anew as CSV in UTF-8.`,
            zh: `文件标明为UTF-8编码，但第${line}行有无效字符。请更正该行，或另存为UTF-8编码的CSV。`,
          }
        : {
            en: `The file is neither text in UTF-8 nor in GB18030: ${odd}. Save it as CSV in UTF-8.`,
            zh: `文件既不是UTF-8也不是GB18030编码：第${line}行有无效字符。请另存为UTF-8编码的CSV。`,
          },
    );
  } catch (error) {
    return unpacking(error);
  }
}

/** Text of a file as a stream, without byte order mark. */
export async function* textOf(
  file: string,
  { encoding, packed }: TextSource,
  onBytes: (count: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of bytesOf(file, packed, onBytes) as AsyncIterable<Buffer>) {
      signal?.throwIfAborted();
      const text = decoder.decode(chunk, { stream: true });
      if (text !== '') yield text;
    }
  } catch (error) {
    unpacking(error);
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The beginning of a text. */
export async function headTextOf(file: string, { encoding, packed }: TextSource): Promise<string> {
  const head = await headOf(file, packed, 64_000);
  return new TextDecoder(encoding).decode(head, { stream: true });
}
