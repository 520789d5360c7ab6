/** Copies the embedded database: the running server does it, or this process where none runs. What the copy holds is read from the copy itself. */
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { dumpFolder, holdsEmbedded, openCopy } from '../../../subgraphs/database/embedded.ts';
import { dumpOfServer } from '../../process/dump-order.ts';
import { factsOf, isOurs } from '../facts.ts';
import { hashOfFile } from '../manifest.ts';
import { Refused } from '../refused.ts';
import { BACKUP as SAY } from '../sentences/backup.ts';
import type { Dumped, DumpSteps } from './dump-server.ts';
import { writeStream } from './write.ts';

export const COPY = 'database.tar';

/** A server that is stopped breaks off what it sends. */
function stopped(error: unknown): never {
  const { code = '' } = error as NodeJS.ErrnoException;
  throw /^(?:ECONNRESET|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/.test(code) ? new Refused(SAY.stopped, error) : error;
}

/** Writes the copy into the folder. Throws Refused. */
export async function dumpEmbedded(dataFolder: string, folder: string, steps: DumpSteps): Promise<Dumped> {
  if (!holdsEmbedded(dataFolder)) throw new Refused(SAY.noFolder(dataFolder));
  const path = join(folder, COPY);
  const ofServer = await dumpOfServer(dataFolder).catch(stopped);
  if (ofServer !== undefined) {
    const { bytes, content } = ofServer;
    const written = await writeStream(folder, COPY, content, (now) => steps.onBytes(now, bytes)).catch(stopped);
    if (written.bytes !== bytes) throw new Refused(SAY.stopped);
  } else {
    const copy = await dumpFolder(dataFolder);
    await writeStream(folder, COPY, Readable.fromWeb(copy.stream() as never), (bytes) =>
      steps.onBytes(bytes, copy.size),
    );
  }
  const file = await openAsBlob(path);
  steps.onCheck();
  const copy = await openCopy(file);
  try {
    if (!(await isOurs(copy))) throw new Refused(SAY.notOurs(dataFolder));
    const facts = await factsOf(copy);
    return { facts, program: null, files: [{ name: COPY, bytes: file.size, sha256: await hashOfFile(path) }] };
  } finally {
    await copy.close();
  }
}
