/** A new version of a record of non-public credit information (Article 39): what its collector says instead. Whoever was shown the one before is told. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { NOTHING_SAID } from '../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import { redactorFor } from '../redaction/known-values.ts';
import { withKnown } from '../redaction/with-known.ts';
import type { Context } from '../request/context.ts';
import { newId } from '../request/request.ts';

interface Held {
  readonly subjectId: string;
  readonly version: number;
  readonly content: string | null;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

/** Stores it, whole sealed and in its open form. False where it says what is held already, or nothing is held. */
export async function storeContent(
  em: EntityManager,
  { platform }: Context,
  id: string,
  content: string,
): Promise<boolean> {
  const { secrets } = platform;
  const db = em.getKysely();
  const { rows } =
    await sql<Held>`select r.subject_id as "subjectId", r.version, r.content, w.sealed, w.key_id as "keyId"
    from non_public_credit.record r left join non_public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
    where r.id = ${id}::uuid and r.current`.execute(db);
  const [held] = rows;
  if (held === undefined) return false;
  const { subjectId, sealed, keyId } = held;
  const where = { place: 'non_public_credit.record_whole', id };
  const before = sealed === null ? held.content : secrets.unsealToChange({ sealed, keyId: keyId ?? '' }, id, where);
  if (before === content) return false;
  await withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
    const redact = redactorFor(known, subjectId);
    // What the version before says of persons stays masked in the new one, also where it was wrong (Article 23).
    if (before !== null) redact(String(before));
    const open = redact(content).text;
    const whole = secrets.seal(content, id);
    await sql`update non_public_credit.record set current = false where id = ${id}::uuid and current`.execute(db);
    await sql`insert into non_public_credit.record (subject_id, id, version, current, personal, item, category, collector, occurred_on, displayed_until,
        display, content, received_at, submission_id, redaction, objection_raised_on, objection_decide_by)
      select r.subject_id, r.id, r.version + 1, true, r.personal, r.item, r.category, r.collector, r.occurred_on, r.displayed_until, r.display, ${open},
        ${platform.now().toISOString()}::timestamptz, ${newId()}::uuid, ${REDACTION_VERSION}, r.objection_raised_on, r.objection_decide_by
      from non_public_credit.record r where r.id = ${id}::uuid and r.version = ${held.version}`.execute(db);
    await sql`insert into non_public_credit.record_whole (subject_id, id, version, sealed, key_id)
      values (${subjectId}::uuid, ${id}::uuid, ${held.version + 1}, ${whole.sealed}, ${whole.keyId})`.execute(db);
  });
  return true;
}
