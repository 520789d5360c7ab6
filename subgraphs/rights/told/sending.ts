/** What waits to be sent through channels of subjects: taken up by one process, sent by it, and its result stored (Article 35). */
import { sql } from 'kysely';
import { todayIn } from '../../../schema/law/clocks/calendar.ts';
import type { Session } from '../../database/session.ts';
import { ATTEMPTS_MAX, waitMinutes } from '../../feed/webhook-delivery.ts';
import type { Platform } from '../../request/context.ts';
import { tellSubjects } from '../tell-subjects.ts';
import { type Place, placeOf, type SendingKind, sealPlace } from './channel.ts';

/** One thing to send: the code of a channel that is not confirmed, else that there is something new. */
export interface Sending {
  readonly id: string;
  readonly subjectId: string;
  readonly kind: SendingKind;
  readonly language: 'en' | 'zh';
  /** Null where it cannot be opened. */
  readonly place: Place | null;
  /** The newest message, by an id that tells nothing; null of a code. */
  readonly reference: string | null;
  readonly newestAt: string | null;
  readonly chosenAt: string;
  readonly attempts: number;
}

/**
 * `SENT`, or why not. `LATER`: it may be taken another time. `REFUSED`: the address takes nothing, and the channel ends. `OURS`: our own mail server
 * does not take it, which is no fault of an address.
 */
export type Outcome = 'SENT' | 'LATER' | 'REFUSED' | 'OURS';

const AT_ONCE = 50;
const PASSED_AT_ONCE = 1_000;
/** What was taken up and has no result after this long is sent again: a process was killed. Longer than a round takes. */
const LEASE_MINUTES = 15;
/** A fault of our own is tried again within the hour, however often it failed. */
const OURS_WAIT_MINUTES = 60;

const session = (platform: Platform): Session => ({
  role: 'OPERATOR',
  unit: null,
  purpose: null,
  caseReference: null,
  subjectId: null,
  today: todayIn(platform.now()),
});

/**
 * When a channel is told of a message: in the hour after it, at a minute that is the channel's own whatever happened, and an hour after the last time at
 * least. So who watches a mailbox does not learn who looked just now.
 */
const slot = (messageAt: string) => sql`greatest(date_trunc('hour', ${sql.raw(messageAt)}) + interval '1 hour'
  + make_interval(mins => ((hashtext(c.id::text)::bigint & 2147483647) % 60)::int), c.told_at + interval '1 hour')`;

/** Messages that wait are passed on to channels that want them; the others are looked at once too. */
async function passOn(platform: Platform): Promise<void> {
  const at = platform.now().toISOString();
  for (let taken = PASSED_AT_ONCE; taken === PASSED_AT_ONCE; )
    taken = await platform.database.write(session(platform), 'webhooks', async (em) => {
      const { rows } = await sql<{ count: number }>`with taken as (
          update rights.message m set passed_at = ${at}::timestamptz from (select w.subject_id, w.id from rights.message w
            where w.passed_at is null order by w.at limit ${PASSED_AT_ONCE} for update skip locked) w
          where m.subject_id = w.subject_id and m.id = w.id returning m.subject_id, m.id, m.kind, m.at
        ), newest as (
          select distinct on (t.subject_id) t.subject_id, t.id, t.at from taken t join rights.channel c on c.subject_id = t.subject_id
            and c.confirmed_at is not null and c.ended_at is null and t.kind = any (c.kinds)
          order by t.subject_id, t.at desc, t.id desc
        ), waiting as (
          update rights.channel c set newest = n.id, newest_at = n.at, next_at = coalesce(c.next_at, ${slot('n.at')})
          from newest n where c.subject_id = n.subject_id
        )
        select count(*)::int as count from taken`.execute(em.getKysely());
      return rows[0]?.count ?? 0;
    });
}

interface Claimed extends Omit<Sending, 'place'> {
  readonly sealed: Buffer;
  readonly keyId: string;
}

/** Takes up what is due. Each is taken up by one process, and no transaction stays open while it is sent. */
export async function takeUpSendings(platform: Platform): Promise<Sending[]> {
  await passOn(platform);
  const now = platform.now();
  const lease = new Date(now.getTime() + LEASE_MINUTES * 60_000).toISOString();
  const claimed = await platform.database.write(session(platform), 'webhooks', async (em) => {
    const { rows } =
      await sql<Claimed>`update rights.channel c set next_at = ${lease}::timestamptz, attempts = c.attempts + 1
      from (select d.id from rights.channel d where d.next_at <= ${now.toISOString()}::timestamptz and d.ended_at is null
        order by d.next_at limit ${AT_ONCE} for update skip locked) d
      where c.id = d.id
      returning c.id, c.subject_id as "subjectId", c.kind, c.language, c.sealed, c.key_id as "keyId", c.attempts,
        case when c.confirmed_at is not null then c.newest end as reference, c.newest_at::text as "newestAt",
        c.chosen_at::text as "chosenAt"`.execute(em.getKysely());
    return rows;
  });
  return claimed.map(({ sealed, keyId, ...row }) => ({
    ...row,
    place: placeOf(platform.secrets, { id: row.id, sealed, keyId }),
  }));
}

/** Stores a result. A channel that was chosen anew meanwhile is another. */
export async function settleSending(
  platform: Platform,
  sending: Sending,
  outcome: Outcome,
): Promise<'ENDED' | Outcome> {
  const now = platform.now();
  const at = now.toISOString();
  const ends = outcome === 'REFUSED' || (outcome === 'LATER' && sending.attempts >= ATTEMPTS_MAX);
  const wait =
    outcome === 'OURS' ? Math.min(waitMinutes(sending.attempts), OURS_WAIT_MINUTES) : waitMinutes(sending.attempts);
  const next = new Date(now.getTime() + wait * 60_000).toISOString();
  const { id, chosenAt, newestAt, subjectId } = sending;
  return platform.database.write(session(platform), 'webhooks', async (em) => {
    const db = em.getKysely();
    const own = sql`c.id = ${id}::uuid and c.chosen_at = ${chosenAt}::timestamptz and c.ended_at is null`;
    if (outcome === 'SENT')
      await sql`update rights.channel c set attempts = 0, told_at = case when ${sending.reference}::text is null then c.told_at else ${at}::timestamptz end,
          next_at = case when c.newest_at > coalesce(${newestAt}::timestamptz, '-infinity') then greatest(${slot('c.newest_at')}, ${at}::timestamptz + interval '1 hour') end
        where ${own}`.execute(db);
    else if (!ends) await sql`update rights.channel c set next_at = ${next}::timestamptz where ${own}`.execute(db);
    else {
      const { sealed, keyId } = sealPlace(platform.secrets, id, null);
      const { rows } =
        await sql`update rights.channel c set ended_at = ${at}::timestamptz, ended_by = ${outcome}, next_at = null,
        sealed = ${sealed}, key_id = ${keyId} where ${own} returning c.id`.execute(db);
      await sql`select set_config('credit.moment', ${at}, true)`.execute(db);
      if (rows.length > 0)
        await tellSubjects(em, [{ kind: 'CHANNEL_ENDED', subject: subjectId, said: { channel: sending.kind } }]);
      return 'ENDED';
    }
    return outcome;
  });
}
