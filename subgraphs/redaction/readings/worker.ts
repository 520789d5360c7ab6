/** A worker thread that reads texts ahead of the transactions that need them. It asks nothing and keeps no subject. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerOf, type Reading, type Telling } from './ahead.ts';
import { nothingKnown } from './subject-known.ts';

/** Reads the texts of a subject as a transaction does that holds nothing of it before. */
function readTelling({ known, rows }: Telling, readings: Reading[]): void {
  const one = nothingKnown((reading) => void readings.push(reading));
  for (const said of known) one.add(said);
  for (const texts of rows)
    one.settle(() => {
      for (const [text, form] of texts) one.redact(text, form);
    });
}

/** Number of the first batch that is still waited for. */
const first = workerData as Int32Array;

interface Asked {
  readonly id: number;
  readonly batch: number;
  readonly tellings: string;
}

/** What is asked and answered goes as JSON, which takes a fraction of the time that copies of objects do. */
parentPort?.on('message', ({ id, batch, tellings }: Asked) => {
  if (batch < Atomics.load(first, 0)) return parentPort?.postMessage({ id, answer: null });
  const readings: Reading[] = [];
  for (const telling of JSON.parse(tellings) as readonly Telling[]) readTelling(telling, readings);
  return parentPort?.postMessage({ id, answer: JSON.stringify(answerOf(readings)) });
});
