/**
 * Which rows of a file are followed by another one about the same record. Two rows that contradict one another, more than a batch apart, would otherwise
 * correct the record there and back at every import (Articles 36 and 38). The file is read once more for it, and only where a row would correct what is held.
 */
import { hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { settingOf } from '../commands/deliveries/submission.ts';
import { itemFault } from '../commands/item-fault.ts';
import { type CheckedRecord, checkRecord } from '../intake/check.ts';
import { recordOfRow } from '../intake/same-record.ts';
import { FileFault, RowFault } from './columns/faults.ts';
import type { ImportOrder } from './order.ts';
import { fileRows } from './read/rows.ts';

/** 32 MB. Of ten million records one in thirty meets the bit of another one, and is then kept by its number like one that comes twice. */
const BITS = 2 ** 28;
const STRETCH = 16;

/** Thrown inside a transaction that would correct what is held: the file is read to its end, and the transaction runs again. */
export class Unread extends Error {}

/** A place among the bits, and a number of 53 bits. */
function numbersOf(record: CheckedRecord): { readonly bit: number; readonly number: number } {
  const bytes = hash('sha256', recordOfRow(record), 'buffer');
  return { bit: bytes.readUInt32BE(8) % BITS, number: bytes.readUIntBE(0, 6) * 32 + (bytes.readUInt8(6) >> 3) };
}

export class LaterRows {
  readonly #order: ImportOrder;
  /** Last lines of what comes twice, by its number. */
  #last: Map<number, number> | undefined;

  constructor(order: ImportOrder) {
    this.#order = order;
  }

  /** The last line about the record of a row, where it stands behind the row. */
  behind(line: number, record: CheckedRecord): number | undefined {
    if (this.#last === undefined) throw new Unread('The file was not read to its end.');
    const last = this.#last.get(numbersOf(record).number) ?? line;
    return last > line ? last : undefined;
  }

  /** Reads the file. A row that would come back rejected follows nobody. */
  async read(): Promise<void> {
    const { file, layout, unit, signal, open } = this.#order;
    const request = open();
    const setting = await settingOf(request, unit).finally(() => request.abandon());
    const delivered = new Map<string, boolean>();
    const bits = new Uint8Array(BITS / 8);
    const last = new Map<number, number>();
    let seen = 0;
    try {
      for await (const { line, outcome } of fileRows(file, layout, {
        onBytes: () => undefined,
        onWarning: () => undefined,
        signal,
        today: request.today,
      })) {
        seen += 1;
        if (seen % STRETCH === 0) await setImmediate();
        if (outcome instanceof RowFault) continue;
        const { item, record } = outcome;
        const mayBe = delivered.get(item) ?? itemFault(setting, item, unit) === undefined;
        delivered.set(item, mayBe);
        const checked = mayBe ? checkRecord(setting, item, 0, record) : undefined;
        if (checked === undefined || 'code' in checked) continue;
        const { bit, number } = numbersOf(checked);
        const mask = 1 << (bit % 8);
        const byte = bits[bit >> 3] ?? 0;
        if ((byte & mask) !== 0) last.set(number, line);
        else bits[bit >> 3] = byte | mask;
      }
    } catch (error) {
      // Where the file breaks off, the import tells it, after the rows before.
      if (!(error instanceof FileFault)) throw error;
    }
    this.#last = last;
  }
}
