/**
 * Replays of what ended with objections, complaints and applications for restoration: whoever decided or verified sees nothing more of what was in question
 * (Articles 39 to 41). Texts were lost.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Replay, Replaying } from './entry.ts';

const meet = (
  { db }: Replaying,
  kinds: RawBuilder<unknown>,
  reference: RawBuilder<unknown>,
  on: unknown,
): Promise<unknown> =>
  sql`update control.clock set met_on = ${on}::date where kind in (${kinds}) and reference in (${reference}) and met_on is null`.execute(
    db,
  );

/** A trigger takes its label off. */
export const closeObjection: Replay = async (replaying, { id, status, decidedOn, nextRemedy, recipients, on }) => {
  await sql`update rights.objection set status = ${status}, decided_on = ${decidedOn}::date, next_remedy = ${nextRemedy}, recipients = ${recipients}::int
    where id = ${id}::uuid and status = 'OPEN'`.execute(replaying.db);
  await meet(replaying, sql`'objection.decide', 'objection.decide-with-help'`, sql`${id}`, on);
  await meet(
    replaying,
    sql`'objection.help'`,
    sql`select v.id::text from rights.verification v where v.objection_id = ${id}::uuid`,
    on,
  );
};

export const answerVerification: Replay = async (replaying, { id, on, confirms }) => {
  await sql`update rights.verification set answered_on = ${on}::date, confirms = ${confirms}::boolean
    where id = ${id}::uuid and answered_on is null`.execute(replaying.db);
  await meet(replaying, sql`'objection.help'`, sql`${id}`, on);
};

/** Who answered reads its evidence no more. What it said was lost: the department answers the subject again on paper. */
export const closeComplaint: Replay = async (replaying, { id, status, by, on }) => {
  await sql`update rights.complaint set status = ${status}, answered_by = ${by}, answered_on = case when ${status} = 'ANSWERED' then ${on}::date end
    where id = ${id}::uuid and status = 'OPEN'`.execute(replaying.db);
  await meet(replaying, sql`'complaint.answer'`, sql`${id}`, on);
};

/** One that is not held is held again, so that its subject has its certificate: without what it said. That its row ended was said before it. */
export const closeRestoration: Replay = async ({ db, subjectsOf }, { on: _on, ...row }) => {
  const subjects = subjectsOf(String(row.subject_id));
  const closed = sql`update rights.restoration set status = ${row.status}, decided_on = ${row.decided_on}::date, decided_by = ${row.decided_by},
      again_from = ${row.again_from}::date where id = ${row.id}::uuid and status in ('PENDING', 'LAPSED') returning id`;
  const { rows } = await closed.execute(db);
  if (rows.length > 0) return;
  const whole = JSON.stringify({ ...row, pledge: '', reasons: null });
  await sql`insert into rights.restoration select * from jsonb_populate_record(null::rights.restoration, ${whole}::jsonb) t
    where not exists (select from rights.restoration k where k.id = ${row.id}::uuid or k.row_id = ${row.row_id}::uuid and k.status in ('PENDING', 'GRANTED')
      and t.status = 'GRANTED' and k.subject_id = any (${subjects}::uuid[]))`.execute(db);
};
