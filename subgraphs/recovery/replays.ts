/** How each kind of end is said again over a database that was restored from before it. Each may be said twice. */
import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Kind, Replay } from './entry.ts';
import { answerVerification, closeComplaint, closeObjection, closeRestoration } from './replay-objections.ts';
import { correctContent, correctRecord, endDisplay, endOf, verifyPledge } from './replay-records.ts';

/** Stands where a reason of before would: it is not in the journal, because it may name somebody. */
export const REASON = '数据库恢复后按终止日志重新执行';

/** One statement, from the payload as `p`. */
const stated =
  (statement: (p: RawBuilder<unknown>) => RawBuilder<unknown>): Replay =>
  ({ db }, payload) =>
    statement(sql`${JSON.stringify(payload)}::jsonb`).execute(db);

/** Tables of editions, into which rows of the journal may be put back. */
const EDITIONS = [
  'control.item',
  'control.purpose',
  'control.purpose_cap',
  'control.display_period',
  'control.restoration_exclusion',
  'sanctions.measure',
  'sanctions.standard',
];

const replayEdition: Replay = async ({ db }, { table, row }) => {
  if (!EDITIONS.includes(String(table)))
    throw new Error(`The journal names the table ${String(table)}, of which there are no editions.`);
  const name = sql.table(String(table));
  await sql`insert into ${name} select * from jsonb_populate_record(null::${name}, ${JSON.stringify(row)}::jsonb)
    on conflict do nothing`.execute(db);
};

const replayAgreement: Replay = async ({ db }, { id, state, endedAt, by }, { at }) => {
  const { rows } = await sql<{
    from: string;
  }>`select state as "from" from control.agreement where id = ${id}::uuid for update`.execute(db);
  const from = rows[0]?.from;
  if (from === undefined || from === state) return;
  await sql`update control.agreement set state = ${state}, ended_at = ${endedAt}::timestamptz,
      end_reason = case when ${endedAt}::timestamptz is null then null else ${REASON} end where id = ${id}::uuid`.execute(
    db,
  );
  await sql`insert into control.agreement_event (id, agreement_id, at, from_state, to_state, reason, unit)
    values (${randomUUID()}::uuid, ${id}::uuid, ${at}::timestamptz, ${from}, ${state}, ${REASON}, ${by ?? ''})`.execute(
    db,
  );
};

/** A unit that is not held is held as ended: its code is not given to another. */
const replayUnit: Replay = async ({ db }, payload) => {
  await sql`insert into control.unit select * from jsonb_populate_record(null::control.unit, ${JSON.stringify(payload)}::jsonb)
    on conflict (code) do nothing`.execute(db);
  await sql`update control.unit set ended_on = ${payload.ended_on}::date, end_reason = ${REASON}
    where code = ${payload.code} and ended_on is distinct from ${payload.ended_on}::date`.execute(db);
};

const replayWatch: Replay = ({ db, subjectsOf }, { unit, subjectId, purpose, endedAt }) =>
  sql`update ledger.watch set ended_at = ${endedAt}::timestamptz where unit = ${unit} and purpose = ${purpose}
    and subject_id = any (${subjectsOf(String(subjectId))}::uuid[])`.execute(db);

const replayChoice: Replay = ({ db, subjectsOf }, { subjectId, usesPledges, at }) =>
  sql`insert into public_credit.pledge_choice as c (subject_id, uses_pledges, chosen_at)
    select s, ${usesPledges}::boolean, ${at}::timestamptz from unnest(${subjectsOf(String(subjectId))}::uuid[]) s
    on conflict (subject_id) do update set uses_pledges = excluded.uses_pledges, chosen_at = excluded.chosen_at
      where c.chosen_at <= excluded.chosen_at`.execute(db);

/** Its reason was lost. A lock that was lifted is lifted. */
const replayLock: Replay = async ({ db, subjectsOf }, { subjectId, id, lockedAt, unlockedAt }) => {
  await sql`insert into rights.sharing_lock (subject_id, id, locked_at)
    select s, ${id}::uuid, ${lockedAt}::timestamptz from unnest(${subjectsOf(String(subjectId))}::uuid[]) s on conflict do nothing`.execute(
    db,
  );
  if (unlockedAt !== null)
    await sql`update rights.sharing_lock set unlocked_at = ${unlockedAt}::timestamptz where id = ${id}::uuid and unlocked_at is null`.execute(
      db,
    );
};

/** Under the subject as it is held now. A row that is entered already by the end itself may stand twice. */
const replayFallen: Replay = ({ db }, payload) =>
  sql`insert into rights.fallen select * from jsonb_populate_record(null::rights.fallen, ${JSON.stringify(payload)}::jsonb)
    on conflict (id) do nothing`.execute(db);

export const REPLAYS: Readonly<Record<Kind, Replay>> = {
  AUTHORIZATION_REVOKED: stated(
    (p) => sql`update control.authorization_grant set revoked_at = (${p}->>'at')::timestamptz
      where id = (${p}->>'id')::uuid and revoked_at is null`,
  ),
  AUTHORIZATION_SPENT: stated(
    (p) =>
      sql`update control.authorization_grant set uses = maximum_uses where id = (${p}->>'id')::uuid and uses < maximum_uses`,
  ),
  AGREEMENT_STATE: replayAgreement,
  DUTY_ENDED: stated(
    (p) => sql`update control.duty set ended_at = (${p}->>'at')::timestamptz, end_reason = ${REASON}
      where id = (${p}->>'id')::uuid and ended_at is null`,
  ),
  UNIT_ENDED: replayUnit,
  UNIT_KINDS: stated(
    (
      p,
    ) => sql`update control.unit u set kinds = n.kinds, kind = n.kind from jsonb_populate_record(null::control.unit, ${p}) n
      where u.code = n.code and not u.kinds <@ n.kinds`,
  ),
  ITEM_ENDED: stated(
    (
      p,
    ) => sql`update control.item set effective_until = (${p}->>'until')::date where code = ${p}->>'code' and edition = ${p}->>'edition'
      and effective_until is distinct from (${p}->>'until')::date`,
  ),
  EDITION_PUBLISHED: replayEdition,
  WATCH: replayWatch,
  // One that was registered again since the end is another.
  WEBHOOK_ENDED: stated(
    (p) => sql`update ledger.webhook set ended_at = (${p}->>'at')::timestamptz
      where unit = ${p}->>'unit' and registered_at <= (${p}->>'registeredAt')::timestamptz and ended_at is null`,
  ),
  CHANNEL_ENDED: stated(
    (p) => sql`update rights.channel set ended_at = (${p}->>'at')::timestamptz, ended_by = 'RESTORED', next_at = null
      where id = (${p}->>'id')::uuid and chosen_at <= (${p}->>'chosenAt')::timestamptz and ended_at is null`,
  ),
  RECORD_DISPLAY: endDisplay,
  RECORD_CORRECTED: correctRecord,
  FELL: replayFallen,
  NON_PUBLIC_DISPLAY: endOf('non_public_credit.record'),
  NON_PUBLIC_CORRECTED: correctContent,
  DESIGNATION_DISPLAY: endOf('sanctions.designation'),
  INCENTIVE_DISPLAY: endOf('sanctions.incentive'),
  REPORT_SUPERSEDED: stated(
    (p) =>
      sql`update ledger.report set superseded_at = (${p}->>'at')::timestamptz where id = (${p}->>'id')::uuid and superseded_at is null`,
  ),
  SHARING_LOCK: replayLock,
  STATEMENT_WITHDRAWN: stated(
    (p) =>
      sql`update rights.own_statement set ended_at = (${p}->>'at')::timestamptz where id = (${p}->>'id')::uuid and ended_at is null`,
  ),
  TEXTS_UNSAFE: stated(
    (p) => sql`insert into control.unsafe_redaction (version, reason, declared_at)
      values ((${p}->>'version')::int, ${REASON}, (${p}->>'at')::timestamptz) on conflict do nothing`,
  ),
  // Each start joins whoever is held under two numbers: here it is only known who (Replaying.subjectsOf).
  SUBJECTS_JOINED: async () => undefined,
  PLEDGE_CHOICE: replayChoice,
  PLEDGE_VERIFIED: verifyPledge,
  OBJECTION_CLOSED: closeObjection,
  VERIFICATION_ANSWERED: answerVerification,
  COMPLAINT_CLOSED: closeComplaint,
  RESTORATION_CLOSED: closeRestoration,
  // Of a mandate that was given after the backup nothing is held.
  MANDATE_ENDED: stated(
    (
      p,
    ) => sql`update rights.mandate set ended_on = (${p}->>'on')::date, ended_at = (${p}->>'at')::timestamptz, ended_by = ${p}->>'by'
      where id = (${p}->>'id')::uuid and ended_at is null`,
  ),
  ENTRY_ERASED: stated(
    (
      p,
    ) => sql`update ledger.disclosure set subject_id = null, unit = null, purpose = null, case_reference = null, items = '{}',
      records = '[]', bases = '[]', salt = null, mandate = null, agent = null, erased_at = (${p}->>'at')::timestamptz, erasure_reason = ${REASON}
      where id = (${p}->>'id')::uuid and erased_at is null`,
  ),
  // Checkpoints are looked at by gap.ts.
  CHECKPOINT: async () => undefined,
  // One that nobody acknowledged is found again where it is one (gap.ts): it may be of a copy that was restored to try it.
  GAP: stated(
    (
      p,
    ) => sql`insert into control.gap select * from jsonb_populate_record(null::control.gap, ${p}) g where g.acknowledged_at is not null
      on conflict (id) do update set acknowledged_at = excluded.acknowledged_at, acknowledged_by = excluded.acknowledged_by, reason = excluded.reason`,
  ),
};
