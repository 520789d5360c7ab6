/** Takes in the rows of a batch: those about one decision in the file's order, whatever their items. */

import type { ClientRequest } from '../../../request/context.ts';
import type { Directory } from '../../../request/directory.ts';
import { type CheckedDelivery, checkDelivery, type Later, storeDelivery } from '../../commands/submission.ts';
import type { Delivered, Rejection } from '../../intake/check.ts';
import type { NamedRecord } from '../../intake/named-record.ts';
import type { Ahead } from '../../intake/store.ts';
import { RowFault, type WarningCode } from '../columns/cells.ts';
import type { ImportOrder } from '../order.ts';
import type { Rejects } from '../outcome-files.ts';
import type { FileRow } from '../read/rows.ts';
import type { Sums } from '../resume.ts';
import { type LaterRows, Unread } from './later-rows.ts';

type Readable = FileRow & { readonly outcome: Exclude<FileRow['outcome'], RowFault> };
const isReadable = (row: FileRow): row is Readable => !(row.outcome instanceof RowFault);

/** Key of the decision that a row is about; null where the row names none. */
const decisionOf = ({ record }: Delivered): string | null =>
  record.basisDocument == null ? null : `${record.subject.value} ${record.basisDocument}`;

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

/** Rows that are stored in one transaction. */
interface Part {
  readonly rows: readonly Readable[];
  readonly later: Later;
  /** Lines of the rows of the whole batch. */
  readonly lineOf: ReadonlyMap<Delivered, number>;
  readonly checked: CheckedDelivery;
}

type Order = Pick<ImportOrder, 'open' | 'unit' | 'trial'>;

/** Checks the rows by their items. Those of an item that the unit may not deliver come back, and the others do not suffer for it. */
async function checkPart(
  request: ClientRequest,
  directory: Directory,
  unit: string,
  rows: readonly Readable[],
  later: Later,
): Promise<CheckedDelivery> {
  const byItem = Map.groupBy(rows.entries(), ([, { outcome }]) => outcome.item);
  const checked: NamedRecord[] = [];
  const rejected: Rejection[] = [];
  for (const [item, own] of byItem) {
    const sent = own.map(([row, { outcome }]) => ({ row, record: outcome.record }));
    try {
      const delivery = await checkDelivery(request, directory, unit, item, sent, { later });
      for (const one of delivery.checked) checked.push(one);
      for (const one of delivery.rejected) rejected.push(one);
    } catch (error) {
      const refused = refusalOf(error);
      if (refused === undefined) throw error;
      for (const { row } of sent) rejected.push({ row, ...refused });
    }
  }
  checked.sort((left, right) => left.record.row - right.record.row);
  return { directory, today: request.today, checked, rejected };
}

/** Checks a batch while the one before is stored: what is checked needs no row of the database. */
export async function prepareBatch({ open, unit }: Order, rows: readonly FileRow[]): Promise<readonly Part[]> {
  const readable = rows.filter(isReadable);
  if (readable.length === 0) return [];
  const later = laterOf(readable);
  const lineOf = new Map(readable.map(({ outcome, line }) => [outcome, line]));
  const parts: Part[] = [];
  const request = open();
  // The embedded database has one connection: while a snapshot is open nothing is stored.
  const { directory } = await request.snapshot().finally(() => request.abandon());
  for (const rows of together(readable))
    parts.push({ rows, later, lineOf, checked: await checkPart(request, directory, unit, rows, later) });
  return parts;
}

/** Where the outcome of rows goes. */
interface Outcome {
  readonly rejects: Rejects;
  readonly sums: Sums;
  readonly warn: (line: number, code: WarningCode, message: string) => Promise<void>;
}

/** Stores the rows of a part, and adds up its counts. */
export async function takePart(order: Order, part: Part, behind: LaterRows, outcome: Outcome): Promise<void> {
  const { rows, later, checked } = part;
  const { rejects, sums, warn } = outcome;
  const trial = order.trial === true;
  const ahead: Ahead = { laterThan: (record) => behind.behind(rows[record.row]?.line ?? 0, record) };
  const request = order.open();
  try {
    const { directory } = await request.snapshot();
    const isCurrent = checked.directory === directory && checked.today === request.today;
    const delivery = isCurrent ? checked : await checkPart(request, directory, order.unit, rows, later);
    const result = await storeDelivery(request, order.unit, delivery, { trial, ahead });
    sums.accepted += result.accepted;
    sums.unchanged += result.unchanged;
    sums.corrected += result.corrected;
    sums.late += result.late;
    for (const { row, code, message } of result.rejected) {
      const rejected = rows[row];
      if (rejected !== undefined) await rejects.add(rejected, code, message);
    }
    for (const { row, by } of result.overtaken)
      await warn(
        rows[row]?.line ?? 0,
        'ROW_OVERTAKEN',
        `${'line' in by ? `Line ${by.line}` : nameLater(part, by.row)} says something else of the same record: it counts, and this row is left out.`,
      );
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    await request.abandon();
    await behind.read();
    await takePart(order, part, behind, outcome);
  } finally {
    await request.abandon();
  }
}

/** The last row of the batch about the record of a row, which may be under another item. */
function nameLater({ rows, later, lineOf }: Part, row: number): string {
  const last = rows[row]?.outcome;
  const line = last === undefined ? undefined : lineOf.get(later(last.record) ?? last);
  return line === undefined ? 'A later line' : `Line ${line}`;
}

/** A whole batch is refused where its item is not published, or another unit provides it. */
function refusalOf(error: unknown): { code: string; message: string } | undefined {
  const extensions = (error as { extensions?: { code?: string; reason?: string } }).extensions;
  if (extensions?.code === 'BAD_USER_INPUT')
    return { code: extensions.reason ?? 'ITEM', message: (error as Error).message };
  if (extensions?.reason === 'NOT_PROVIDING_UNIT')
    return { code: extensions.reason, message: `${(error as Error).message.replace(/\.$/, '')} (Article 21).` };
  return undefined;
}
