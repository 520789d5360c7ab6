/** Texts of an objection: whole for its subject, in their open form for who decides (Articles 23 and 39). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput } from '../../../../schema/errors.ts';
import { isSeenText, saysTheSame } from '../../../../schema/law/records/seen-text.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { objectionMessages } from '../../../../schema/messages/acts/rights/objections.ts';
import type { Secrets } from '../../../keys/secrets.ts';
import type { SubjectKnown } from '../../../redaction/known-values.ts';
import { readTexts, storeTexts } from '../../../redaction/whole-texts.ts';

const REASONS_MAX = 4_000;

/** What stands in the way of raising it is said by its own error. */
export function checkedReasons(sent: string): string {
  const reasons = sent.normalize('NFC').trim();
  if (!isSeenText(reasons)) throw badInput('TEXT_UNSEEN', objectionMessages.unseen, '39');
  if (reasons === '' || reasons.length > REASONS_MAX)
    throw badInput('REASONS', objectionMessages.reasons(REASONS_MAX), '39');
  return reasons;
}

interface Reasons {
  readonly subjectId: string;
  readonly id: string;
  readonly reasons: string;
  /** The subject's number, for an omission: nothing else may be held that says it, and the missing record is stored by it. */
  readonly whom?: { readonly identifierType: string; readonly identifier: string };
}

/** Seals the reasons and returns their open form. What they tell of a person stands in no other text of the subject from then on. */
export async function sealReasons(
  em: EntityManager,
  secrets: Secrets,
  known: SubjectKnown,
  { subjectId, id, reasons, whom }: Reasons,
): Promise<{ readonly reasons: string; readonly redaction: number }> {
  known.settle(() => known.redact(reasons));
  await storeTexts(em, secrets, [{ subjectId, place: 'OBJECTION', id, texts: { reasons, decision: null, ...whom } }]);
  return { reasons: known.redact(reasons).text, redaction: REDACTION_VERSION };
}

/** Whether one of these objections of the subject gave the same reasons. */
export async function gaveReasons(
  em: EntityManager,
  secrets: Secrets,
  subjectId: string,
  objections: readonly string[],
  reasons: string,
): Promise<boolean> {
  for (const id of objections) {
    const whole = await readTexts(em, secrets, { subjectId, place: 'OBJECTION', id });
    if (saysTheSame(whole.reasons ?? '', reasons)) return true;
  }
  return false;
}

export interface ToStore {
  readonly id: string;
  readonly subjectId: string;
  readonly personal: boolean;
  readonly about: string;
  readonly heldIn: string | null;
  readonly rowId: string | null;
  readonly item: string | null;
  readonly statement: string | null;
  readonly unit: string;
  readonly raisedOn: string;
  readonly raisedAt: Date;
  readonly reasons: string;
  readonly redaction: number;
}

export async function insertObjection(em: EntityManager, row: ToStore): Promise<void> {
  await sql`insert into rights.objection (subject_id, id, personal, about, held_in, row_id, item, statement, unit, raised_on, raised_at, labelled_on,
      status, reasons, redaction)
    values (${row.subjectId}::uuid, ${row.id}::uuid, ${row.personal}, ${row.about}, ${row.heldIn}, ${row.rowId}::uuid, ${row.item}, ${row.statement},
      ${row.unit}, ${row.raisedOn}::date, ${row.raisedAt.toISOString()}::timestamptz, ${row.rowId === null ? null : row.raisedOn}::date, 'OPEN',
      ${row.reasons}, ${row.redaction})`.execute(em.getKysely());
}
