/** A thread that looks into one file and ends. What the file does to it, it does to nothing else. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FileFault } from '../../schema/messages/door/evidence.ts';
import { FaultyFile } from './file-fault.ts';
import type { Kind } from './kinds.ts';

/** What is kept of the file, or what is wrong with it. */
export type LookedInto = { readonly kept: Uint8Array } | { readonly fault: FileFault };

const { kind, bytes } = workerData as { readonly kind: Kind; readonly bytes: Uint8Array };

/** Each library is loaded where it is needed: the thread lives for one file. */
async function lookInto(file: Buffer): Promise<Uint8Array> {
  if (kind === 'PDF') {
    const { lookIntoPdf } = await import('./pdf/look.ts');
    await lookIntoPdf(file);
    return file;
  }
  const { pictureAnew } = await import('./image.ts');
  return pictureAnew(kind, file);
}

try {
  const kept = await lookInto(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  parentPort?.postMessage({ kept } satisfies LookedInto);
} catch (error) {
  if (!(error instanceof FaultyFile)) throw error;
  parentPort?.postMessage({ fault: error.fault } satisfies LookedInto);
}
