/** Bytes of a file, unzipped where it is packed. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export const starts = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

export const isPacked = (head: Uint8Array): boolean => starts(head, 0x1f, 0x8b);

/** Whether a file is a zip, as workbooks are. */
export const isZip = (head: Uint8Array): boolean => starts(head, 0x50, 0x4b, 0x03, 0x04);

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

/** The first bytes of a file, at least as many as asked for where it has them. */
export async function headOf(file: string, packed: boolean, least = 1): Promise<Buffer> {
  const stream = bytesOf(file, packed);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= least) break;
    }
    return Buffer.concat(chunks);
  } finally {
    stream.destroy();
  }
}

/** Some bytes within a file. */
export async function bytesAt(file: string, from: number, length: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
