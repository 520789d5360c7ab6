/** Writes files of a backup: mode 0600, hashed as they are written, on the disk before they are named. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Manifest } from '../manifest.ts';

type WrittenFile = Manifest['files'][number];

/** Writes a stream to a new file of the folder. `onBytes` is told how many there are by now. */
export async function writeStream(
  folder: string,
  name: string,
  content: Readable,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform: (part: Buffer, _encoding, done) => {
      hash.update(part);
      bytes += part.length;
      onBytes(bytes);
      done(null, part);
    },
  });
  const file = createWriteStream(join(folder, name), { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(content, counted, file);
  return { name, bytes, sha256: hash.digest('hex') };
}

export const writeText = (folder: string, name: string, text: string): Promise<WrittenFile> =>
  writeStream(folder, name, Readable.from([Buffer.from(text)]));
