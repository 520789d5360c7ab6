/** Replays of what ended with objections and complaints: whoever decided or verified sees nothing more of what was in question (Articles 39 and 41). Texts were lost. */
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
