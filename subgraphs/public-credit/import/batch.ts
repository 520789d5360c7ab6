/** Groups rows of a file into batches: by item, but in file order where rows are about the same decision. */

import { documentKey } from '../../../schema/law/records/document-number.ts';
import { itemFault, settingOf, takeIn } from '../commands/submission.ts';
import { type CheckSetting, checkRecord, type Delivered, type RecordInput } from '../intake/check.ts';
import type { Fault } from '../intake/refused.ts';
import { type CellFault, RowFault } from './columns/faults.ts';
import type { Fields } from './forms/fields.ts';
import { LAYOUT_OF, type Layout } from './layouts.ts';
import type { ImportOrder } from './order.ts';
import type { FileRow } from './read/rows.ts';
import type { Sums } from './resume.ts';

type Readable = FileRow & { readonly outcome: Exclude<FileRow['outcome'], RowFault> };
export const isReadable = (row: FileRow): row is Readable => !(row.outcome instanceof RowFault);

/** Key of the decision that a row is about; null where the row names none. */
const decisionOf = ({ record }: Delivered): string | null =>
  record.basisDocument == null ? null : `${record.subject.value} ${documentKey(record.basisDocument)}`;

/**
 * Rows grouped by item. Rows about one decision may have two items: then they keep the order of the file, because the last row is the decision's
 * present state.
 */
export function byItem(rows: readonly Readable[]): (readonly [item: string, rows: readonly Readable[]])[] {
  const parts: Map<string, Readable[]>[] = [];
  let items = new Map<string, string>();
  for (const row of rows) {
    const { item } = row.outcome;
    const decision = decisionOf(row.outcome);
    if (parts.length === 0 || (decision !== null && (items.get(decision) ?? item) !== item)) {
      parts.push(new Map());
      items = new Map();
    }
    if (decision !== null) items.set(decision, item);
    const part = parts.at(-1);
    const list = part?.get(item);
    if (list === undefined) part?.set(item, [row]);
    else list.push(row);
  }
  return parts.flatMap((part) => [...part]);
}

type Later = (record: RecordInput) => Delivered | undefined;

/** Returns a function that finds the last row about a record's decision, where that row is under another item. */
export function laterOf(rows: readonly Readable[]): Later {
  const last = new Map(rows.map(({ outcome }) => [decisionOf(outcome), outcome]));
  const own = new Map(rows.map(({ outcome }) => [outcome.record, outcome]));
  return (record) => {
    const outcome = own.get(record);
    const decision = outcome === undefined ? null : decisionOf(outcome);
    const later = decision === null ? undefined : last.get(decision);
    return later?.item === outcome?.item ? undefined : later;
  };
}

/** Tells that a row comes back. */
type Reject = (row: FileRow, faults: readonly CellFault[]) => void;

/** The cell that a field of the record was read from. */
function columnOf({ raw, codes = [] }: FileRow, fields: Fields, field: string | undefined): number | undefined {
  const places = (fields[field ?? ''] ?? []).map((code) => codes.indexOf(code)).filter((at) => at >= 0);
  return places.find((at) => (raw[at] ?? '').trim() !== '') ?? places[0];
}

/** Faults of a record, told at their cells. One that follows from what is wrong with its cells already is not told again. */
function atCells(row: FileRow, fields: Fields, faults: readonly Fault[], told: readonly CellFault[] = []): CellFault[] {
  const wrong = new Set(told.map(({ column }) => column));
  return faults.flatMap(({ code, message, field }) => {
    const columns = (fields[field ?? ''] ?? []).map((name) => row.codes?.indexOf(name) ?? -1);
    if (columns.some((column) => wrong.has(column))) return [];
    return [{ code, message, column: columnOf(row, fields, field) }];
  });
}

const fieldsOf = (layout: Layout): Fields => {
  const definition = LAYOUT_OF[layout];
  return definition.form === 'table' ? definition.fields : {};
};

/** Tells of rows that cannot be read, with what else is wrong in them. */
export async function tellUnreadable(
  order: Pick<ImportOrder, 'open' | 'unit' | 'layout'>,
  rows: readonly FileRow[],
  reject: Reject,
): Promise<void> {
  const wrong = rows.flatMap((row) => (row.outcome instanceof RowFault ? [{ row, ...partsOf(row.outcome) }] : []));
  if (wrong.length === 0) return;
  const fields = fieldsOf(order.layout);
  const request = order.open();
  try {
    const setting = await settingOf(request, order.unit);
    for (const { row, faults, delivered } of wrong) {
      const further = delivered === undefined ? [] : furtherFaults(setting, delivered);
      reject(row, [...faults, ...atCells(row, fields, further, faults)]);
    }
  } finally {
    await request.abandon();
  }
}

const partsOf = ({ faults, delivered }: RowFault) => ({ faults, delivered });

function furtherFaults(setting: CheckSetting, { item, record }: Delivered): readonly Fault[] {
  const barred = itemFault(setting, item, setting.unit);
  if (barred !== undefined) return [{ code: barred.reason, message: barred.message }];
  const checked = checkRecord(setting, item, 0, record);
  return 'faults' in checked ? checked.faults : [];
}

/** Stores a batch of one item, and adds up its counts. */
export async function takeBatch(
  order: Pick<ImportOrder, 'open' | 'unit' | 'trial' | 'layout'>,
  item: string,
  rows: readonly Readable[],
  later: Later,
  reject: Reject,
  sums: Sums,
) {
  const records = rows.map((row) => row.outcome.record);
  const fields = fieldsOf(order.layout);
  const request = order.open();
  try {
    // A whole batch is refused where its item is not published, or another unit provides it.
    const { directory } = await request.snapshot();
    const barred = itemFault(directory, item, order.unit);
    if (barred !== undefined) {
      for (const row of rows) reject(row, [{ code: barred.reason, message: barred.message }]);
      return;
    }
    const result = await takeIn(request, order.unit, item, records, { trial: order.trial === true, later });
    sums.accepted += result.accepted;
    sums.unchanged += result.unchanged;
    sums.corrected += result.corrected;
    sums.late += result.late;
    for (const { row, faults } of result.rejected) {
      const rejected = rows[row];
      if (rejected !== undefined) reject(rejected, atCells(rejected, fields, faults));
    }
  } finally {
    await request.abandon();
  }
}
