/** Takes in the rows of a batch: those about one decision in the file's order, whatever their items. */

import { documentKey } from '../../../schema/law/records/document-number.ts';
import type { ReadBatch } from '../../redaction/readings/pool.ts';
import type { Platform } from '../../request/context.ts';
import type { Batch } from '../../statistics/submissions.ts';
import {
  type CheckedDelivery,
  checkDelivery,
  type Later,
  settingOf,
  storeDelivery,
} from '../commands/deliveries/submission.ts';
import { itemFault } from '../commands/item-fault.ts';
import { type CheckSetting, checkRecord, type Delivered, type Rejection } from '../intake/check.ts';
import { type Fault, Refused } from '../intake/refused.ts';
import type { NamedRecord } from '../intake/same-record.ts';
import type { Ahead } from '../intake/store.ts';
import { type CellFault, type CellWarning, RowFault } from './columns/faults.ts';
import type { Fields } from './forms/fields.ts';
import { type LaterRows, Unread } from './later-rows.ts';
import { LAYOUT_OF, type Layout } from './layouts.ts';
import type { ImportOrder } from './order.ts';
import type { FileRow } from './read/rows.ts';
import type { Sums } from './resume.ts';
import type { TextsAhead } from './texts-ahead.ts';

type Readable = FileRow & { readonly outcome: Exclude<FileRow['outcome'], RowFault> };
const isReadable = (row: FileRow): row is Readable => !(row.outcome instanceof RowFault);

/** Key of the decision that a row is about; null where the row names none. */
const decisionOf = ({ record }: Delivered): string | null =>
  record.basisDocument == null ? null : `${record.subject.value} ${documentKey(record.basisDocument)}`;

/**
 * Rows that are stored in one transaction, in the file's order. Rows about one decision may have two items: then the later one is stored after the
 * earlier, because the last row is the decision's present state.
 */
function together(rows: readonly Readable[]): (readonly Readable[])[] {
  const parts: Readable[][] = [];
  let items = new Map<string, string>();
  for (const row of rows) {
    const { item } = row.outcome;
    const decision = decisionOf(row.outcome);
    if (parts.length === 0 || (decision !== null && (items.get(decision) ?? item) !== item)) {
      parts.push([]);
      items = new Map();
    }
    if (decision !== null) items.set(decision, item);
    parts.at(-1)?.push(row);
  }
  return parts;
}

/** Returns a function that finds the last row about a record's decision, where that row is under another item. */
function laterOf(rows: readonly Readable[]): Later {
  const last = new Map(rows.map(({ outcome }) => [decisionOf(outcome), outcome]));
  const own = new Map(rows.map(({ outcome }) => [outcome.record, outcome]));
  return (record) => {
    const outcome = own.get(record);
    const decision = outcome === undefined ? null : decisionOf(outcome);
    const later = decision === null ? undefined : last.get(decision);
    return later?.item === outcome?.item ? undefined : later;
  };
}

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

type Unreadable = readonly (readonly [row: FileRow, faults: readonly CellFault[]])[];

/** What is wrong with rows that cannot be read, with what else is wrong in them. */
function unreadableOf(setting: CheckSetting, fields: Fields, rows: readonly FileRow[]): Unreadable {
  return rows.flatMap((row) => {
    if (!(row.outcome instanceof RowFault)) return [];
    const { faults, delivered } = row.outcome;
    const further = delivered === undefined ? [] : furtherFaults(setting, delivered);
    return [[row, [...faults, ...atCells(row, fields, further, faults)]]];
  });
}

/** Why nothing of an item is taken from the unit; undefined where it may deliver it. */
function barredFrom(setting: CheckSetting, item: string): Fault | undefined {
  const barred = itemFault(setting, item, setting.unit);
  return barred && { code: barred.reason, message: barred.said.message };
}

function furtherFaults(setting: CheckSetting, { item, record }: Delivered): readonly Fault[] {
  const barred = barredFrom(setting, item);
  if (barred !== undefined) return [barred];
  const checked = checkRecord(setting, item, 0, record);
  return 'faults' in checked ? checked.faults : [];
}

/** Rows that are stored in one transaction. */
interface Part {
  readonly rows: readonly Readable[];
  readonly later: Later;
  /** Lines of the rows of the whole batch. */
  readonly lineOf: ReadonlyMap<Delivered, number>;
  /** What they were checked against. */
  readonly setting: CheckSetting;
  readonly checked: CheckedDelivery;
}

/** A batch as far as it needs no row of the database. */
export interface Checked {
  readonly parts: readonly Part[];
  readonly unreadable: Unreadable;
  /** Its texts, which are being read. */
  readonly texts?: ReadBatch | undefined;
}

type Order = Pick<ImportOrder, 'open' | 'unit' | 'trial' | 'layout'>;

/** Checks the rows by their items. Those of an item that the unit may not deliver come back, and the others do not suffer for it. */
async function checkPart(
  platform: Pick<Platform, 'secrets'>,
  setting: CheckSetting,
  rows: readonly Readable[],
  later: Later,
): Promise<CheckedDelivery> {
  const checked: NamedRecord[] = [];
  const rejected: Rejection[] = [];
  const batches: Batch[] = [];
  for (const [item, own] of Map.groupBy(rows.entries(), ([, { outcome }]) => outcome.item)) {
    const barred = barredFrom(setting, item);
    if (barred !== undefined) {
      const { code, message, faults } = new Refused([barred]);
      for (const [row] of own) rejected.push({ row, code, message, faults });
      continue;
    }
    const sent = own.map(([row, { outcome }]) => ({ row, record: outcome.record }));
    const delivery = await checkDelivery(platform, setting, item, sent, later);
    for (const one of delivery.checked) checked.push(one);
    for (const one of delivery.rejected) rejected.push(one);
    batches.push(...delivery.batches);
  }
  checked.sort((left, right) => left.record.row - right.record.row);
  return { checked, rejected, batches };
}

/** Checks a batch while the one before is stored: what is checked needs no row of the database. */
export async function checkBatch(
  { open, unit, layout }: Order,
  rows: readonly FileRow[],
  ahead: TextsAhead,
): Promise<Checked> {
  if (rows.length === 0) return { parts: [], unreadable: [] };
  const readable = rows.filter(isReadable);
  const later = laterOf(readable);
  const lineOf = new Map(readable.map(({ outcome, line }) => [outcome, line]));
  const request = open();
  // The embedded database has one connection: while a snapshot is open nothing is stored.
  const setting = await settingOf(request, unit).finally(() => request.abandon());
  const parts: Part[] = [];
  for (const own of together(readable)) {
    const checked = await checkPart(request.platform, setting, own, later);
    parts.push({ rows: own, later, lineOf, setting, checked });
  }
  const records = parts.flatMap(({ checked: { checked } }) => checked.map(({ record }) => record));
  const texts = ahead.read(rows.length, records);
  return { parts, unreadable: unreadableOf(setting, fieldsOf(layout), rows), texts };
}

/** Where the outcome of rows goes. */
interface Outcome {
  readonly reject: (row: FileRow, faults: readonly CellFault[]) => void;
  readonly sums: Sums;
  readonly warn: (warning: CellWarning) => Promise<void>;
}

/** Stores the rows of a part, and adds up its counts. */
export async function takePart(order: Order, part: Part, behind: LaterRows, outcome: Outcome): Promise<void> {
  const { rows, later, setting } = part;
  const { reject, sums, warn } = outcome;
  const ahead: Ahead = { laterThan: (record) => behind.behind(rows[record.row]?.line ?? 0, record) };
  const request = order.open();
  try {
    const now = await settingOf(request, order.unit);
    // The catalog may have changed meanwhile, or the day.
    const isCurrent =
      now.editions === setting.editions && now.calendar === setting.calendar && now.today === setting.today;
    const delivery = isCurrent ? part.checked : await checkPart(request.platform, now, rows, later);
    const result = await storeDelivery(request, order.unit, delivery, { trial: order.trial === true, ahead });
    sums.accepted += result.accepted;
    sums.unchanged += result.unchanged;
    sums.corrected += result.corrected;
    sums.late += result.late;
    const fields = fieldsOf(order.layout);
    for (const { row, faults } of result.rejected) {
      const rejected = rows[row];
      if (rejected !== undefined) reject(rejected, atCells(rejected, fields, faults));
    }
    for (const { row, by } of result.overtaken)
      await warn(overtaken(rows[row]?.line ?? 0, 'line' in by ? by.line : lineOfLast(part, by.row)));
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    await request.abandon();
    await behind.read();
    await takePart(order, part, behind, outcome);
  } finally {
    await request.abandon();
  }
}

/** Line of the last row of the batch about the record of a row, which may be under another item. */
function lineOfLast({ rows, later, lineOf }: Part, row: number): number {
  const last = rows[row]?.outcome;
  return (last === undefined ? undefined : lineOf.get(later(last.record) ?? last)) ?? rows[row]?.line ?? 0;
}

const overtaken = (line: number, by: number): CellWarning => ({
  line,
  code: 'ROW_OVERTAKEN',
  message: {
    en: `Line ${by} says something else of the same record: it counts, and this row is left out.`,
    zh: `第${by}行对同一记录另有说明，以该行为准，此行未采用。`,
  },
});
