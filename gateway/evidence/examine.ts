/** Files are looked into one after the other, each in a thread of its own with bounded memory and time: the process goes on answering. */
import { Worker } from 'node:worker_threads';
import { badInput, unavailable } from '../../schema/errors.ts';
import { evidenceMessages, FILE_FAULTS, type FileFault } from '../../schema/messages/door/evidence.ts';
import { beginsAs, type Kind } from './kinds.ts';
import type { LookedInto } from './worker.ts';

/** Memory of a thread in MB. Bytes of files and pictures lie beside it, and are bounded by what is read of them. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };
/** Milliseconds for one file. The largest that are meant take two seconds. */
const TIME_MS = 8_000;
/** Files that are at work or wait for their turn, of all callers and of one: each holds its bytes, and nobody holds up the others. */
const WAITING_MAX = 8;
const OF_ONE_MAX = 2;

const faulty = (fault: FileFault) => badInput(`FILE_${fault}`, FILE_FAULTS[fault], '39');

/** Runs one thread. `file`: what it runs. */
function inThread(kind: Kind, bytes: Uint8Array, timeMs: number): Promise<LookedInto> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { kind, bytes },
    resourceLimits: LIMITS,
    env: {},
    // What a library says of a file goes nowhere.
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<LookedInto>();
  const timer = setTimeout(() => resolve({ fault: 'TOO_LONG' }), timeMs);
  worker.on('message', resolve);
  // Out of memory, or a fault of a library over this file.
  worker.on('error', (error: NodeJS.ErrnoException) =>
    resolve({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'TOO_MUCH' : 'BROKEN' }),
  );
  worker.on('exit', () => resolve({ fault: 'BROKEN' }));
  return promise.finally(() => {
    clearTimeout(timer);
    return worker.terminate();
  });
}

let turn: Promise<unknown> = Promise.resolve();
const waiting: string[] = [];

/** What is kept of a file of a caller. Throws BAD_USER_INPUT that says what is wrong with it, and UNAVAILABLE where too many wait. */
export async function examine(
  kind: Kind,
  bytes: Uint8Array,
  caller: string,
  timeMs: number = TIME_MS,
): Promise<Uint8Array> {
  if (!beginsAs(kind, bytes)) throw faulty('OTHER_KIND');
  if (waiting.length >= WAITING_MAX || waiting.filter((one) => one === caller).length >= OF_ONE_MAX)
    throw unavailable(evidenceMessages.busy);
  waiting.push(caller);
  try {
    const looked = turn.then(() => inThread(kind, bytes, timeMs));
    turn = looked.catch(() => undefined);
    const found = await looked;
    if ('fault' in found) throw faulty(found.fault);
    return found.kept;
  } finally {
    waiting.splice(waiting.indexOf(caller), 1);
  }
}
