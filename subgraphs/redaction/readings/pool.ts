/**
 * Worker threads that read the texts of the next batches while one is stored. They only save time: whatever they do not answer, because they are behind
 * or ended, is read by the transaction itself.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { TextForm } from '../../../schema/law/redact/facts.ts';
import { type Formed, isText, knownOf, textFormOf } from '../open-form.ts';
import { type Answer, closeShelf, openShelf, type Shelf, type Telling } from './ahead.ts';
import { isClean } from './clean-texts.ts';

/** More than these are not kept busy by one file. */
const MOST_THREADS = 4;
/** Subjects whose texts are sent at once. */
const CHUNK = 64;
/** Chunks that a thread has before it at most: one that hangs is not sent more. */
const MOST_AT_WORK = 200;

/** Memory of a thread in MB, the dictionary apart. It keeps nothing but words and clean texts. */
const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** Threads that a machine has to spare: one core stays for whoever stores. */
export const threadsToSpare = (): number => Math.min(MOST_THREADS, availableParallelism() - 1);

/** The texts of one batch that are being read. */
export class ReadBatch {
  readonly number: number;
  readonly shelf: Shelf = openShelf();
  #left = 0;
  #whenDone: (() => void) | undefined;

  constructor(number: number) {
    this.number = number;
  }

  sent(): void {
    this.#left += 1;
  }

  done(answer: Answer | undefined): void {
    if (answer !== undefined) this.shelf.put(answer);
    this.#left -= 1;
    if (this.#left === 0) this.#whenDone?.();
  }

  /** Waits until all texts are read, and no longer than so many milliseconds. */
  async ready(milliseconds: number): Promise<void> {
    if (this.#left === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#whenDone = resolve;
      timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(timer);
  }
}

interface Member {
  readonly worker: Worker;
  /** Batches of the chunks that it has before it, by their numbers. */
  readonly atWork: Map<number, ReadBatch>;
}

/** A row of a delivery with its subject. */
interface Told {
  readonly subject: string;
  readonly formed: Formed;
  readonly basisDocument: string | null;
}

/** Its texts, in the order in which they are read; those apart that are known to be clean whoever the subject is. */
function textsOf({ formed: { item, content }, basisDocument }: Told, isNobody: boolean): Telling['rows'][number] {
  const texts: (readonly [string, TextForm])[] = basisDocument === null ? [] : [[basisDocument, 'NUMBER']];
  for (const [name, value] of Object.entries(content))
    if (isText(item, name))
      for (const text of typeof value === 'string' ? [value] : value) texts.push([text, textFormOf(name)]);
  return isNobody ? texts.filter(([text, form]) => !isClean(text, form, false)) : texts;
}

/** The texts of rows, by subject: what one row tells is known of the others. */
export function tellingsOf(told: readonly Told[]): Telling[] {
  return [...Map.groupBy(told, ({ subject }) => subject).values()].flatMap((own) => {
    const known = own.map(({ formed }) => knownOf(formed));
    const isNobody = known.every(({ personal, open }) => personal.length === 0 && open.length > 0);
    const rows = own.map((one) => textsOf(one, isNobody)).filter((texts) => texts.length > 0);
    return rows.length === 0 ? [] : [{ known, rows }];
  });
}

export class ReadingPool {
  readonly #members = new Set<Member>();
  readonly #open = new Set<ReadBatch>();
  /** Number of the first batch that is still waited for: threads read it before each chunk, and pass over those of before. */
  readonly #first = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #chunks = 0;
  #batches = 0;

  /** `file`: what the threads run. */
  constructor(threads: number, file: URL = new URL('./worker.ts', import.meta.url)) {
    for (let count = 0; count < threads; count += 1) this.#hire(file);
  }

  #hire(file: URL): void {
    const member: Member = {
      worker: new Worker(file, { workerData: this.#first, resourceLimits: LIMITS }),
      atWork: new Map(),
    };
    this.#members.add(member);
    const { worker } = member;
    // Nothing waits for a thread: a process ends without it.
    worker.unref();
    worker.on('message', ({ id, answer }: { readonly id: number; readonly answer: string | null }) => {
      const batch = member.atWork.get(id);
      member.atWork.delete(id);
      // An answer that comes too late is not opened.
      batch?.done(answer !== null && this.#open.has(batch) ? JSON.parse(answer) : undefined);
    });
    worker.on('error', () => this.#lose(member));
    worker.on('exit', () => this.#lose(member));
  }

  /** A thread that ended is not missed: what it had before it is read where it is needed. */
  #lose(member: Member): void {
    this.#members.delete(member);
    for (const batch of member.atWork.values()) batch.done(undefined);
    member.atWork.clear();
  }

  /** Sends texts to be read. While a batch is formed nothing can be sent, so that all of them go at once. */
  read(tellings: readonly Telling[]): ReadBatch {
    this.#batches += 1;
    const batch = new ReadBatch(this.#batches);
    this.#open.add(batch);
    for (let at = 0; at < tellings.length; at += CHUNK) {
      const [member] = [...this.#members].sort((left, right) => left.atWork.size - right.atWork.size);
      if (member === undefined || member.atWork.size >= MOST_AT_WORK) break;
      this.#chunks += 1;
      batch.sent();
      member.atWork.set(this.#chunks, batch);
      const chunk = JSON.stringify(tellings.slice(at, at + CHUNK));
      member.worker.postMessage({ id: this.#chunks, batch: batch.number, tellings: chunk });
    }
    return batch;
  }

  /** Waits for the texts of a batch, and no longer than so many milliseconds. What is not read by then is left. */
  async ready(batch: ReadBatch, milliseconds: number): Promise<void> {
    await batch.ready(milliseconds);
    Atomics.store(this.#first, 0, batch.number + 1);
  }

  /** What was read for a batch is forgotten. */
  end(batch: ReadBatch): void {
    closeShelf(batch.shelf);
    this.#open.delete(batch);
  }

  async close(): Promise<void> {
    for (const batch of this.#open) this.end(batch);
    await Promise.all([...this.#members].map(({ worker }) => worker.terminate()));
  }
}
