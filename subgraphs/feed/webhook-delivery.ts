/** Webhook deliveries in the database: which calls are due, and their results (Article 39). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Session } from '../database/session.ts';
import type { Platform } from '../request/context.ts';
import { feedCursor } from './cursor.ts';

/** One call to make. */
export interface Call {
  readonly id: string;
  readonly unit: string;
  readonly url: string;
  readonly secret: string;
  readonly attempts: number;
  /** Says that the feed has something new, up to which cursor, and how much. It has no record content. */
  readonly body: string;
}

export interface CallResult {
  readonly id: string;
  readonly attempts: number;
  /** Null where the receiver accepted the call. */
  readonly error: string | null;
}

const CALLS_AT_ONCE = 50;
/** A call that was claimed and has no result after this long is made again. */
const LEASE_SECONDS = 60;
const ATTEMPTS_MAX = 10;
const LONGEST_WAIT_MINUTES = 360;

/** Minutes until the next attempt: 1, 2, 4 … up to six hours. */
export const waitMinutes = (attempts: number): number => Math.min(2 ** (attempts - 1), LONGEST_WAIT_MINUTES);

const session = (platform: Platform): Session => ({
  role: 'OPERATOR',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: todayIn(platform.now()),
});

interface Claimed {
  readonly id: string;
  readonly unit: string;
  readonly number: number;
  readonly count: number;
  readonly attempts: number;
  readonly url: string;
  readonly sealed: Buffer;
  readonly keyId: string;
}

/** Claims the calls that are due. Each is claimed by one server, and no transaction stays open during the calls. */
export async function takeUpCalls(platform: Platform): Promise<Call[]> {
  const now = platform.now();
  const at = now.toISOString();
  const lease = new Date(now.getTime() + LEASE_SECONDS * 1000).toISOString();
  const claimed = await platform.database.write(session(platform), 'webhooks', async (em) => {
    const db = em.getKysely();
    await sql`insert into ledger.delivery (id, unit, number, attempts, next_at, state, created_at)
      select gen_random_uuid(), w.unit, f.last, 0, ${at}::timestamptz, 'PENDING', ${at}::timestamptz
      from ledger.webhook w join ledger.feed f on f.recipient = w.unit
      where w.ended_at is null
        and f.last > coalesce((select max(d.number) from ledger.delivery d where d.unit = w.unit), 0)
      on conflict (unit) where state = 'PENDING' do nothing`.execute(db);
    // The attempt covers what is new since the last one. It then has a new id, because a receiver that accepted the last one would take it for a
    // replay.
    const { rows } = await sql<Claimed>`update ledger.delivery d set next_at = ${lease}::timestamptz, number = f.last,
        id = case when f.last > d.number then gen_random_uuid() else d.id end
      from ledger.webhook w, ledger.feed f
      where d.id in (select due.id from ledger.delivery due join ledger.webhook w on w.unit = due.unit and w.ended_at is null
          where due.state = 'PENDING' and due.next_at <= ${at}::timestamptz order by due.next_at limit ${CALLS_AT_ONCE} for update of due skip locked)
        and w.unit = d.unit and f.recipient = d.unit
      returning d.id, d.unit, d.number::float8 as number, d.attempts, w.url, w.sealed, w.key_id as "keyId",
        (select count(*)::int from ledger.change c where c.recipient = d.unit and c.number <= d.number and not (c.purpose is not null and c.void)
          and c.number > coalesce((select max(o.number) from ledger.delivery o where o.unit = d.unit and o.state = 'DELIVERED'), 0)) as count`.execute(
      db,
    );
    return rows;
  });
  return claimed.map((row) => ({
    id: row.id,
    unit: row.unit,
    url: row.url,
    secret: String(platform.secrets.unseal(row, `webhook ${row.unit}`)),
    attempts: row.attempts + 1,
    body: JSON.stringify({
      unit: row.unit,
      cursor: feedCursor(platform.secrets, row.unit, row.number),
      count: row.count,
    }),
  }));
}

/** Stores results: delivered, to be tried again, or dead after too many attempts. */
export async function settleCalls(platform: Platform, results: readonly CallResult[]): Promise<void> {
  const now = platform.now();
  const rows = results.map(({ id, attempts, error }) => ({
    id,
    attempts,
    error,
    state: error === null ? 'DELIVERED' : attempts >= ATTEMPTS_MAX ? 'DEAD' : 'PENDING',
    next: new Date(now.getTime() + waitMinutes(attempts) * 60_000).toISOString(),
  }));
  await platform.database.write(session(platform), 'webhooks', async (em) => {
    await sql`update ledger.delivery d set attempts = (r->>'attempts')::int, state = r->>'state', last_error = r->>'error',
        next_at = (r->>'next')::timestamptz,
        finished_at = case when r->>'state' = 'PENDING' then null else ${now.toISOString()}::timestamptz end
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r where d.id = (r->>'id')::uuid and d.state = 'PENDING'`.execute(
      em.getKysely(),
    );
  });
}

/** A random secret for a receiver. It is shown once. */
export const freshWebhookSecret = (): string =>
  `whs_${randomUUID().replaceAll('-', '')}${randomUUID().replaceAll('-', '')}`;
