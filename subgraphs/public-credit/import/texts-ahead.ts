/** Has the texts of a batch read by worker threads while the batches before are stored. What they do not answer is read where it is needed. */
import { takenAhead } from '../../redaction/readings/ahead.ts';
import { type ReadBatch, ReadingPool, tellingsOf, threadsToSpare } from '../../redaction/readings/pool.ts';
import type { CheckedRecord } from '../intake/check.ts';
import { formedOf } from '../intake/formed.ts';

/** Rows before the threads are started: each costs 90 MB and half a second of a core. */
const SHORT_FILE = 4_000;
/** So long a batch waits for its texts, in milliseconds. The file is read on meanwhile. */
const PATIENCE = 100;
/** Where less than one text in so many was asked for, the rows change nothing: then only one batch in as many is read ahead. */
const SELDOM = 8;

export class TextsAhead {
  readonly #threads: number;
  /** Rows until the threads are started. */
  #rest: number;
  #pool: ReadingPool | undefined;
  #unread = 0;
  #isSeldom = false;

  constructor(threads: number | undefined) {
    this.#threads = threads ?? threadsToSpare();
    this.#rest = threads === undefined ? SHORT_FILE : 0;
  }

  read(rows: number, records: readonly CheckedRecord[]): ReadBatch | undefined {
    this.#rest -= rows;
    if (this.#threads < 1 || this.#rest > 0) return undefined;
    if (this.#isSeldom && this.#unread < SELDOM) {
      this.#unread += 1;
      return undefined;
    }
    this.#unread = 0;
    this.#pool ??= new ReadingPool(this.#threads);
    const said = records.map((record) => ({
      subject: `${record.subject.type} ${record.subject.value}`,
      formed: formedOf(record),
      basisDocument: record.basisDocument,
    }));
    return this.#pool.read(tellingsOf(said));
  }

  /** Stores a batch with what was read of it. */
  async during(batch: ReadBatch | undefined, store: () => Promise<void>): Promise<void> {
    if (batch === undefined) return store();
    const before = takenAhead();
    try {
      await this.#pool?.ready(batch, PATIENCE);
      await store();
    } finally {
      this.#isSeldom = (takenAhead() - before) * SELDOM < batch.shelf.size;
      this.#pool?.end(batch);
    }
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }
}
