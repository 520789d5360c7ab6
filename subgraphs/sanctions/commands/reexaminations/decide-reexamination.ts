/** The designating unit decides on a re-examination within three working days (Article 35 §2). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { conflict, notFound } from '../../../../schema/errors.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { reexaminationMessages } from '../../../../schema/messages/acts/designations.ts';
import { reexaminationDecided } from '../../../clocks/kinds/reexamination.ts';
import { knownIn, type SubjectKnown } from '../../../redaction/known-values.ts';
import { readTexts, storeTexts, type WholeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { mayName } from '../../../request/subjects/representations.ts';
import type { ReexaminationRow } from '../../rows.ts';
import { checkId, said } from '../checks.ts';
import { takeOff } from '../removal.ts';

interface Kept extends Omit<ReexaminationRow, 'status' | 'reasons' | 'decidedOn'> {
  readonly status: ReexaminationRow['status'];
  /** Of a request from before requests were sealed. */
  readonly plain: string | null;
}

/** Whose it is. The row is not locked: what is known of its subject is held first. */
async function subjectOf(em: EntityManager, context: Context, id: string): Promise<string> {
  const { rows } = await sql<{ subjectId: string }>`select subject_id as "subjectId" from sanctions.reexamination
    where id = ${id}::uuid and unit = ${context.caller.unit}`.execute(em.getKysely());
  if (rows[0] === undefined) throw notFound('re-examination');
  return rows[0].subjectId;
}

async function pending(em: EntityManager, context: Context, id: string): Promise<Kept> {
  const { rows } =
    await sql<Kept>`select id, public_credit.about_person(subject_id) as personal, designation_id as designation, status, to_char(requested_on, 'YYYY-MM-DD') as "requestedOn",
      to_char(decide_by, 'YYYY-MM-DD') as "decideBy", provisional, reasons as plain from sanctions.reexamination
    where id = ${id}::uuid and unit = ${context.caller.unit} for update`.execute(em.getKysely());
  const [row] = rows;
  if (row === undefined || !mayName(context, id, row)) throw notFound('re-examination');
  if (row.status !== 'PENDING') throw conflict('DECIDED', reexaminationMessages.decided);
  return row;
}

/** Where the request is upheld, the designation and its measures end at once. Either way the clock is met. */
export async function decideReexamination(
  context: Context,
  input: { readonly id: string; readonly upheld: boolean; readonly reasons: string },
): Promise<ReexaminationRow> {
  const id = checkId(input.id, 're-examination');
  const reasons = said('reasons', input.reasons, '35');
  const { today } = context.request;
  const status = input.upheld ? 'UPHELD' : 'REFUSED';
  const { secrets } = context.platform;
  const row = await context.request.write('designate', async (em) => {
    const subjectId = await subjectOf(em, context, id);
    return withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
      const { plain, ...found } = await pending(em, context, id);
      const place: Omit<WholeTexts, 'texts'> = { subjectId, place: 'REEXAMINATION', id };
      const texts = { reasons: plain, ...(await readTexts(em, secrets, place)), decision: reasons };
      await storeTexts(em, secrets, [{ ...place, texts }]);
      await sql`update sanctions.reexamination set status = ${status}, decided_on = ${today}::date
        where id = ${id}::uuid and unit = ${context.caller.unit}`.execute(em.getKysely());
      await reexaminationDecided(em, today, id);
      knownIn(known, subjectId).learn({ reasons });
      if (input.upheld) await release(em, context, { designation: found.designation, reason: reasons }, known);
      return { ...found, reasons: knownIn(known, subjectId).redact(reasons).text };
    });
  });
  context.snapshot = await context.request.snapshot();
  return { ...row, status, decidedOn: today };
}

/** The designation may have ended meanwhile. Then there is nothing to remove. */
async function release(
  em: EntityManager,
  context: Context,
  { designation, reason }: { readonly designation: string; readonly reason: string },
  known: ReadonlyMap<string, SubjectKnown>,
): Promise<void> {
  const { rows } =
    await sql`select from sanctions.designation where id = ${designation}::uuid and display = 'DISPLAYED'`.execute(
      em.getKysely(),
    );
  if (rows.length > 0) await takeOff(em, context, { table: 'designation', id: designation, reason }, known);
}
