/** What the webhook of a unit has to say: what its feed shows since the last call that was accepted. */
import { randomUUID } from 'node:crypto';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Statement } from '../database/database.ts';
import { isUnadmitted } from '../request/admission.ts';
import type { Context, Platform } from '../request/context.ts';
import { type SnapshotReader, snapshotReader } from '../request/snapshot.ts';
import { type FeedReader, MONITORING, readerOf, shownAfter } from './shown.ts';

/** Notices that one call announces; what is beyond goes with the next. */
const ANNOUNCED_MAX = 10_000;

/** Numbers of the notices that the feed shows after a number, in order. */
const numbersAfter = async (reader: FeedReader, after: string): Promise<readonly bigint[]> =>
  (await shownAfter(reader, after, ANNOUNCED_MAX)).map(({ number }) => BigInt(number));

/** One for each server: it remembers the catalog. */
const readers = new WeakMap<Platform, SnapshotReader>();

/**
 * What a unit's feed shows, for a job that has no request of the unit: it is read as the unit itself would read it. A unit that is no party any more is
 * told of corrections all the same (Article 39).
 */
export async function newsOf(platform: Platform, unit: string, delivered: string): Promise<readonly bigint[]> {
  const today = todayIn(platform.now());
  const caller = { role: 'PARTY', unit, purpose: null, caseReference: null, subject: null } as const;
  const snapshots = readers.get(platform) ?? snapshotReader();
  readers.set(platform, snapshots);
  const transaction = await platform.database.read({ ...caller, subjectId: null, today });
  try {
    const monitors = await snapshots
      .read(transaction, { ...caller, channel: 'WEB', requestId: randomUUID() }, today)
      .then((snapshot) => snapshot.under(MONITORING))
      .catch((error: unknown) => {
        if (isUnadmitted(error)) return undefined;
        throw error;
      });
    return await numbersAfter({ unit, purpose: null, today, transaction, monitors }, delivered);
  } finally {
    await transaction.close();
  }
}

export interface Standing {
  /** Number up to which the receiver accepted. */
  readonly delivered: string;
  readonly state: 'PENDING' | 'DEAD';
  readonly id: string;
  /** Numbers that it was made for: after `before`, up to `number`. */
  readonly before: string;
  readonly number: string;
}

const WAITING: Statement = {
  name: 'webhook-waiting',
  text: `select l.number::text as delivered, d.state, d.id, d.number::text as number,
      coalesce((select max(o.number) from ledger.delivery o where o.unit = $1 and o.number < d.number), 0)::text as before
    from (select coalesce(max(o.number), 0) as number from ledger.delivery o where o.unit = $1 and o.state = 'DELIVERED') l
      join ledger.delivery d on d.unit = $1 and d.state in ('PENDING', 'DEAD') and d.number > l.number order by d.number`,
};

/** The unit's own deliveries that were not accepted and still have something to say. The others are as if they had never been. */
export async function waitingDeliveries(context: Context): Promise<readonly Standing[]> {
  const rows = await context.query<Standing>(WAITING, [context.caller.unit]);
  const [row] = rows;
  if (row === undefined) return [];
  const numbers = await numbersAfter(readerOf(context), row.delivered);
  return rows.filter(({ before, number }) => numbers.some((one) => one > BigInt(before) && one <= BigInt(number)));
}
