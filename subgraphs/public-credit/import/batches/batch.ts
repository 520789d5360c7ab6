/** Groups rows of a file into batches: by item, but in file order where rows are about the same decision. */

import { type CheckedDelivery, checkDelivery, type Later, takeIn } from '../../commands/submission.ts';
import type { Delivered } from '../../intake/check.ts';
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
 * Rows grouped by item. Rows about one decision may have two items: then they keep the order of the file, because the last row is the decision's
 * present state.
 */
function byItem(rows: readonly Readable[]): (readonly [item: string, rows: readonly Readable[]])[] {
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

/** Rows of one item that are stored in one transaction. */
interface Part {
  readonly item: string;
  readonly rows: readonly Readable[];
  readonly later: Later;
  /** Lines of the rows of the whole batch. */
  readonly lineOf: ReadonlyMap<Delivered, number>;
  readonly ready: CheckedDelivery | undefined;
}

/** Checks a batch while the one before is stored: what is checked needs no row of the database. */
export async function prepareBatch(
  { open, unit }: Pick<ImportOrder, 'open' | 'unit'>,
  rows: readonly FileRow[],
): Promise<readonly Part[]> {
  const readable = rows.filter(isReadable);
  const later = laterOf(readable);
  const lineOf = new Map(readable.map(({ outcome, line }) => [outcome, line]));
  const parts: Part[] = [];
  const request = open();
  try {
    const { directory } = await request.snapshot();
    // The embedded database has one connection: a snapshot that is open lets nothing be stored.
    await request.abandon();
    for (const [item, rows] of byItem(readable)) {
      const records = rows.map(({ outcome }) => outcome.record);
      // A refusal of the whole item is told where it would be stored.
      const ready = await checkDelivery(request, directory, unit, item, records, { later }).catch(() => undefined);
      parts.push({ item, rows, later, lineOf, ready });
    }
    return parts;
  } finally {
    await request.abandon();
  }
}

/** Where the outcome of rows goes. */
export interface Outcome {
  readonly rejects: Rejects;
  readonly sums: Sums;
  readonly warn: (line: number, code: WarningCode, message: string) => Promise<void>;
}

/** Stores the rows of one item, and adds up its counts. */
export async function takePart(
  order: Pick<ImportOrder, 'open' | 'unit' | 'trial'>,
  part: Part,
  behind: LaterRows,
  { rejects, sums, warn }: Outcome,
): Promise<void> {
  const { item, rows, later, ready } = part;
  const records = rows.map((row) => row.outcome.record);
  const ahead: Ahead = { laterThan: (record) => behind.behind(rows[record.row]?.line ?? 0, record) };
  const request = order.open();
  try {
    const result = await takeIn(request, order.unit, item, records, {
      trial: order.trial === true,
      later,
      ready,
      ahead,
    });
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
    if (error instanceof Unread) {
      await request.abandon();
      await behind.read();
      return takePart(order, part, behind, { rejects, sums, warn });
    }
    const refused = refusalOf(error);
    if (refused === undefined) throw error;
    for (const row of rows) await rejects.add(row, refused.code, refused.message);
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
