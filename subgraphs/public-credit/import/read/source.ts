/** Recognizes a file by its bytes, not by its name: text in UTF-8 or GB18030, gzipped or not, or a workbook. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileFault } from '../columns/headers.ts';

export type Encoding = 'utf-8' | 'gb18030';

export type Source =
  | { readonly form: 'workbook' }
  | { readonly form: 'text'; readonly encoding: Encoding; readonly packed: boolean };

/** Most bytes of a line. */
export const LINE_MAX = 1_000_000;

const starts = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

const isPacked = (head: Uint8Array): boolean => starts(head, 0x1f, 0x8b);

/** Bytes of a file, unzipped. `onBytes` is called with the number of bytes read from the file itself. */
export function bytesOf(file: string, packed: boolean, onBytes: (count: number) => void = () => undefined): Readable {
  const raw = createReadStream(file);
  raw.on('data', (chunk) => onBytes(chunk.length));
  if (!packed) return raw;
  const unpacked = createGunzip();
  raw.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => raw.destroy());
  return raw.pipe(unpacked);
}

async function headOf(file: string, packed: boolean): Promise<Uint8Array> {
  const stream = bytesOf(file, packed);
  try {
    for await (const chunk of stream) return chunk as Buffer;
    return new Uint8Array();
  } finally {
    stream.destroy();
  }
}

const unpacking = (error: unknown): never => {
  const code = (error as { code?: string }).code ?? '';
  if (code.startsWith('Z_'))
    throw new FileFault(
      'The file is packed with gzip and cannot be unpacked whole: it was cut or altered. Send it again.',
    );
  throw error;
};

/** Refuses other kinds of files by their first bytes, with what to do about each. */
function refuseOthers(head: Uint8Array): void {
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0))
    throw new FileFault(
      'This is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx without a password, or as CSV.',
    );
  if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff))
    throw new FileFault('The file is text in UTF-16. Save it as CSV in UTF-8.');
  if (isPacked(head)) throw new FileFault('The file is packed twice. Unpack it once.');
}

/** Reads a text without keeping it. Whether it is valid in an encoding; throws where a line is too long. */
async function scan(file: string, packed: boolean, encoding: Encoding, signal?: AbortSignal): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let length = 0;
  for await (const chunk of bytesOf(file, packed) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    if (chunk.includes(0)) throw new FileFault(`The file is binary: line ${line} holds a zero byte. Send CSV or XLSX.`);
    for (let from = 0; from < chunk.length; ) {
      const end = chunk.indexOf(0x0a, from);
      length += (end === -1 ? chunk.length : end) - from;
      if (length > LINE_MAX)
        throw new FileFault(
          `Line ${line} is longer than ${LINE_MAX} bytes. This is no exchange file; check where its lines end.`,
        );
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
    if (head.length === 0) throw new FileFault('The file is empty.');
    refuseOthers(head);
    if (starts(head, 0x50, 0x4b, 0x03, 0x04)) {
      if (packed) throw new FileFault('A workbook is packed in itself. Send the .xlsx without gzip.');
      return { form: 'workbook' };
    }
    if (await scan(file, packed, 'utf-8', signal)) return { form: 'text', encoding: 'utf-8', packed };
    // The byte order mark of UTF-8 is valid GB18030 too. A damaged UTF-8 file would be stored with wrong characters.
    const marked = starts(head, 0xef, 0xbb, 0xbf);
    if (!marked && (await scan(file, packed, 'gb18030', signal))) return { form: 'text', encoding: 'gb18030', packed };
    const odd = `line ${await firstOdd(file, packed, 'utf-8', signal)} holds what is no character of UTF-8`;
    throw new FileFault(
      marked
        ? `The file says that it is UTF-8, and ${odd}. Mend that line, or save the file anew as CSV in UTF-8.`
        : `The file is neither text in UTF-8 nor in GB18030: ${odd}. Save it as CSV in UTF-8.`,
    );
  } catch (error) {
    return unpacking(error);
  }
}

/** Text of a file as a stream, without byte order mark. */
export async function* textOf(
  file: string,
  { encoding, packed }: Extract<Source, { form: 'text' }>,
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
