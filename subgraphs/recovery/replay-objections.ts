/** Replays of what ended with objections: whoever decided or verified sees nothing more of what was in question (Article 39). Texts were lost. */
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
