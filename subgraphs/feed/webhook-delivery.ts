/** Webhook deliveries in the database: which calls are due, and their results (Article 39). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { todayIn } from '../../schema/law/clocks/calendar.ts';
import type { Statement } from '../database/database.ts';
import type { Session } from '../database/session.ts';
import type { Platform } from '../request/context.ts';
import { feedCursor } from './cursor.ts';
import { newsOf } from './news-of-unit.ts';

/** One call to make. */
export interface Call {
  readonly id: string;
  readonly unit: string;
  readonly url: string;
  /** Null where it cannot be opened: the call is not made, and the unit registers the webhook again. */
  readonly secret: string | null;
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
export const ATTEMPTS_MAX = 10;
export const LONGEST_WAIT_MINUTES = 360;

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

/** A unit that may have to be called. */
interface Candidate {
  readonly unit: string;
  /** Number up to which the receiver accepted. */
  readonly delivered: string;
  /** Number up to which calls before were accepted or given up. */
  readonly settled: string;
  /** The call that waits. */
  readonly id: string | null;
  readonly number: string | null;
  readonly nextAt: string | null;
  readonly due: boolean;
}

/** Calls that are due, and units whose feed has numbers that no call covers yet. Whether it shows anything under these numbers is another question. */
const CANDIDATES: Statement = {
  name: 'webhook-candidates',
  text: `select w.unit, s.delivered::text as delivered, s.settled::text as settled, p.id, p.number::text as number, p.next_at::text as "nextAt",
      coalesce(p.next_at <= $1::timestamptz, false) as due
    from ledger.webhook w join ledger.feed f on f.recipient = w.unit
      left join ledger.delivery p on p.unit = w.unit and p.state = 'PENDING'
      cross join lateral (select coalesce(max(d.number) filter (where d.state = 'DELIVERED'), 0) as delivered,
        coalesce(max(d.number) filter (where d.state <> 'PENDING' and (p.id is null or d.number < p.number)), 0) as settled
        from ledger.delivery d where d.unit = w.unit) s
    where w.ended_at is null and case when p.id is null then f.last > s.settled else p.next_at <= $1::timestamptz or f.last > p.number end
    order by p.next_at nulls first, w.unit`,
};

/** What becomes of a unit's delivery. */
interface Step extends Candidate {
  readonly step: 'DROP' | 'START' | 'GO_ON';
  readonly fresh: string;
  readonly last: string | null;
  readonly count: number;
}

/**
 * Nothing to say any more: the delivery goes, as if there had been none. Something new, and nothing of what the delivery was for: it starts anew. Else it
 * goes on when it is due, under a new id if there is more to say, because a receiver that accepted the last attempt would take it for a replay.
 */
function stepOf(candidate: Candidate, numbers: readonly bigint[]): Step[] {
  const { id, number, settled, due } = candidate;
  const fresh = randomUUID();
  const next = numbers.find((one) => one > BigInt(settled));
  const last = numbers.at(-1);
  if (next === undefined || last === undefined)
    return id === null ? [] : [{ ...candidate, step: 'DROP', fresh, last: null, count: 0 }];
  const said = { fresh, last: String(last), count: numbers.length };
  if (id === null || number === null || next > BigInt(number)) return [{ ...candidate, step: 'START', ...said }];
  if (!due) return [];
  return [{ ...candidate, step: 'GO_ON', ...said, fresh: last > BigInt(number) ? fresh : id }];
}

interface Claimed {
  readonly id: string;
  readonly unit: string;
  readonly number: string;
  readonly count: number;
  readonly attempts: number;
  readonly url: string;
  readonly sealed: Buffer;
  readonly keyId: string;
}

function secretOf({ secrets }: Platform, row: Claimed): string | null {
  const secret = secrets.unsealToRead(row, `webhook ${row.unit}`, { place: 'ledger.webhook', id: row.unit });
  return secret === undefined ? null : String(secret);
}

/**
 * Claims the calls that are due. Each is claimed by one server, and no transaction stays open during the calls. What each feed shows is asked last, so
 * that no call says what was withdrawn before.
 */
export async function takeUpCalls(platform: Platform): Promise<Call[]> {
  const now = platform.now();
  const at = now.toISOString();
  const lease = new Date(now.getTime() + LEASE_SECONDS * 1000).toISOString();
  const candidates = await platform.database.execute<Candidate>(session(platform), 'webhooks', CANDIDATES, [at]);
  const steps: Step[] = [];
  for (const candidate of candidates) {
    if (steps.filter(({ step }) => step !== 'DROP').length === CALLS_AT_ONCE) break;
    steps.push(...stepOf(candidate, await newsOf(platform, candidate.unit, candidate.delivered)));
  }
  if (steps.length === 0) return [];
  const claimed = await platform.database.write(session(platform), 'webhooks', async (em) => {
    const db = em.getKysely();
    // One server after the other: the statements below see what the one before claimed. A delivery that is inserted, and settled while another server's
    // insert waits for it, stands in the way of that insert neither as a row that it sees nor as a key of the index.
    await sql`select pg_advisory_xact_lock(hashtext('credit-gateway webhooks'))`.execute(db);
    const planned = sql`jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as p (unit text, step text, id uuid, "nextAt" timestamptz, fresh uuid,
      last bigint, count int, delivered bigint)`;
    // Another server may have taken it up meanwhile: then nothing is left to drop, and its delivery stands in the way of another. So does one that
    // was accepted after the news were counted: the next round counts what is left.
    await sql`delete from ledger.delivery d using ${planned} where p.step <> 'GO_ON' and d.id = p.id and d.state = 'PENDING'
      and d.next_at = p."nextAt"`.execute(db);
    const { rows } = await sql<Claimed>`with started as (
        insert into ledger.delivery (id, unit, number, attempts, next_at, state, created_at)
        select p.fresh, p.unit, p.last, 0, ${lease}::timestamptz, 'PENDING', ${at}::timestamptz from ${planned}
        where p.step = 'START'
          and not exists (select from ledger.delivery d where d.unit = p.unit and case d.state when 'PENDING' then true
            when 'DELIVERED' then d.number > p.delivered else d.number >= p.last end)
        on conflict (unit) where state = 'PENDING' do nothing returning id, unit, number, attempts
      ), gone_on as (
        update ledger.delivery d set next_at = ${lease}::timestamptz, number = p.last, id = p.fresh from ${planned}
        where p.step = 'GO_ON' and d.id = p.id and d.state = 'PENDING' and d.next_at = p."nextAt"
        returning d.id, d.unit, d.number, d.attempts
      )
      select d.id, d.unit, d.number::text as number, d.attempts, p.count, w.url, w.sealed, w.key_id as "keyId"
      from (select * from started union all select * from gone_on) d join ${planned} on p.fresh = d.id
        join ledger.webhook w on w.unit = d.unit and w.ended_at is null`.execute(db);
    return rows;
  });
  return claimed.map((row) => ({
    id: row.id,
    unit: row.unit,
    url: row.url,
    secret: secretOf(platform, row),
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
