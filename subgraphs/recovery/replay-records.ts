/** Replays of what ended about a subject: displays, corrections, verified pledges. Versions are added and never changed (Article 36 (3)). */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Replay } from './entry.ts';

/** What a display ended by, as its history says it; and what its subject hid and let be shown again (Article 37 §1). */
const CHANGE_OF: Readonly<Record<string, string>> = { EXPIRED: 'EXPIRED', RESTORED: 'RESTORED' };
const OF_SUBJECT: readonly string[] = ['HIDDEN', 'DISPLAYED'];

/** The cause that notices to recipients tell (Article 39). */
const because = (cause: unknown) => sql`select set_config('credit.cause', ${String(cause ?? '')}, true)`;

interface Held {
  readonly subjectId: string;
  readonly id: string;
  readonly version: number;
  readonly display: string;
  /** Whether it stands for a record that was lost. */
  readonly stands?: boolean;
}

/**
 * A record that is not held was delivered and fell since the database was saved. A row without content takes its place: delivered again under the same
 * natural key, the record is its next version, and is displayed no more than this one. What nobody may see needs no content.
 */
const STANDS_FOR = sql`insert into public_credit.record (subject_id, id, version, current, personal, item, edition, type, nature, occurred_on,
    displayed_until, display, providing_unit, content, natural_key, content_hash, source_unit, submission_id, received_at, change, redaction)`;

export const endDisplay: Replay = async ({ db, subjectsOf }, p, { at }) => {
  await because(p.cause).execute(db);
  const subjects = subjectsOf(String(p.subjectId));
  const { rows } =
    await sql<Held>`select subject_id as "subjectId", id, version, display, length(content_hash) = 0 as stands from public_credit.record
    where subject_id = any (${subjects}::uuid[]) and current and (id = ${p.id}::uuid or natural_key = decode(${p.naturalKey}, 'hex'))`.execute(
      db,
    );
  if (rows.length === 0) {
    if (p.display === 'DISPLAYED') return;
    await sql`${STANDS_FOR} values (${p.subjectId}::uuid, ${p.id}::uuid, greatest(${p.version}::int, 1 + coalesce((select max(r.version)
          from public_credit.record r where r.subject_id = ${p.subjectId}::uuid and r.id = ${p.id}::uuid), 0)), true, ${p.personal}::boolean, ${p.item}, ${p.edition},
        ${p.type}, ${p.nature}, ${p.occurredOn}::date, ${p.displayedUntil}::date, 'ARCHIVED', ${p.providingUnit}, '{}', decode(${p.naturalKey}, 'hex'), '',
        ${p.sourceUnit}, ${p.submissionId}::uuid, ${p.receivedAt}::timestamptz, 'ADDED', ${p.redaction}::int)`.execute(
      db,
    );
    return;
  }
  // A row that only stands for what was lost says nothing that could be displayed.
  const again = p.display !== 'ARCHIVED';
  for (const held of rows.filter(({ display, stands }) => display !== p.display && !(again && stands))) {
    await sql`update public_credit.record set display = ${p.display} where subject_id = ${held.subjectId}::uuid and id = ${held.id}::uuid
      and version = ${held.version}`.execute(db);
    const change = OF_SUBJECT.includes(String(p.display)) ? p.display : (CHANGE_OF[String(p.cause)] ?? 'REVOKED');
    await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
      values (${randomUUID()}::uuid, ${held.subjectId}::uuid, ${held.id}::uuid, ${at}::timestamptz, ${p.display}, ${change})`.execute(
      db,
    );
  }
};

/** A designation, an incentive or a record of a collector. None that is not held can come back: delivered again, it is a new decision. */
export const endOf =
  (table: 'non_public_credit.record' | 'sanctions.designation' | 'sanctions.incentive'): Replay =>
  async ({ db, subjectsOf }, p) => {
    await because(p.cause).execute(db);
    await sql`update ${sql.table(table)} set display = ${p.display} where subject_id = any (${subjectsOf(String(p.subjectId))}::uuid[])
      and id = ${p.id}::uuid and display <> ${p.display} ${sql.raw(table === 'non_public_credit.record' ? 'and current' : '')}`.execute(
      db,
    );
  };

/**
 * A version that was found wrong is not the current one any more (Article 38). The right one was lost: its unit delivers it again, and is told so by its
 * own books alone, because the journal holds no content. One that had fallen already stays as it is, so that it is known again.
 */
export const correctRecord: Replay = async ({ db, subjectsOf, verified }, p) => {
  // A verification corrects its pledge, and tells itself what becomes of it.
  if (verified.has(String(p.id))) return;
  await because('CORRECTED').execute(db);
  await sql`update public_credit.record set current = false where subject_id = any (${subjectsOf(String(p.subjectId))}::uuid[])
    and id = ${p.id}::uuid and current and version < ${p.version}::int and display <> 'ARCHIVED'`.execute(db);
};

/** What a collector said wrong is not the current version any more, as of records. Its collector tells what is right again. */
export const correctContent: Replay = async ({ db, subjectsOf }, p) => {
  await because('CORRECTED').execute(db);
  await sql`update non_public_credit.record set current = false where subject_id = any (${subjectsOf(String(p.subjectId))}::uuid[])
    and id = ${p.id}::uuid and current and version < ${p.version}::int and display <> 'ARCHIVED'`.execute(db);
};

/** The outcome bars the next pledge (Article 46), so that it is in force again. Its reasons were lost. */
export const verifyPledge: Replay = async ({ db, subjectsOf }, p) => {
  const subjects = subjectsOf(String(p.subjectId));
  const { rows } = await sql`update public_credit.pledge_check set outcome = ${p.outcome}, verified_on = ${p.on}::date,
      ordered_on = ${p.orderedOn}::date, correct_by = ${p.correctBy}::date
    where subject_id = any (${subjects}::uuid[]) and record_id = ${p.id}::uuid and outcome is null returning record_id`.execute(
    db,
  );
  if (rows.length === 0) return;
  await because('CORRECTED').execute(db);
  const unkept = p.outcome === 'FAILED' || p.outcome === 'FALSE';
  const held = await sql<Held>`update public_credit.record set current = false
    where subject_id = any (${subjects}::uuid[]) and id = ${p.id}::uuid and current returning subject_id as "subjectId", id, version, display`.execute(
    db,
  );
  for (const { subjectId, id, version } of held.rows)
    await sql`insert into public_credit.record (subject_id, id, version, current, personal, item, edition, type, nature, occurred_on, displayed_until,
        display, providing_unit, basis_document, basis_mark, content, natural_key, content_hash, source_unit, submission_id, received_at, change,
        redaction, formed_at, stated_name, stated_address, stated_phone, objection_raised_on, objection_decide_by)
      select r.subject_id, r.id, r.version + 1, true, r.personal, r.item, r.edition, r.type, case when ${unkept} then 'UNTRUSTWORTHY' else r.nature end,
        r.occurred_on, r.displayed_until, r.display, r.providing_unit, r.basis_document, r.basis_mark,
        r.content || jsonb_build_object('performance', ${p.outcome}::text), r.natural_key, r.content_hash, r.source_unit, r.submission_id, r.received_at,
        'CORRECTED', r.redaction, r.formed_at, r.stated_name, r.stated_address, r.stated_phone, r.objection_raised_on, r.objection_decide_by
      from public_credit.record r where r.subject_id = ${subjectId}::uuid and r.id = ${id}::uuid and r.version = ${version}`.execute(
      db,
    );
};
