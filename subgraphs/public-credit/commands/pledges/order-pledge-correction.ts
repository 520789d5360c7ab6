/** Orders correction of a pledge that was not kept (Article 46). */
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { pledgeMessages } from '../../../../schema/messages/acts/pledges.ts';
import { pledgeOrdered } from '../../../clocks/kinds/pledge.ts';
import type { Context } from '../../../request/context.ts';
import { isId, mayName } from '../../../request/subjects/representations.ts';
import { readCheck } from '../../queries/pledge-checks.ts';
import type { PledgeCheckRow } from '../../rows.ts';

interface Found {
  readonly subjectId: string;
  readonly personal: boolean;
  readonly unit: string;
  readonly outcome: string | null;
  readonly correctBy: string | null;
}

/** The mutation: orders the subject to perform within a period (Article 46). */
export async function orderPledgeCorrection(
  context: Context,
  input: { readonly id: string; readonly correctBy: string },
): Promise<PledgeCheckRow> {
  const { today } = context.request;
  const { id, correctBy } = input;
  if (!isId(id)) throw notFound('pledge');
  if (!isDate(correctBy) || correctBy <= today) throw badInput('DATE', inputMessages.correctBy, '46');
  const { calendar } = context.snapshot.directory;
  const row = await context.request.write('intake', async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<Found>`
      select subject_id as "subjectId", public_credit.about_person(subject_id) as personal, unit, outcome, correct_by as "correctBy" from public_credit.pledge_check
      where record_id = ${id}::uuid for update`.execute(db);
    const [found] = rows;
    if (found === undefined || !mayName(context, id, found)) throw notFound('pledge');
    if (found.outcome !== null || found.correctBy !== null)
      throw conflict('PLEDGE_ORDER', found.outcome === null ? pledgeMessages.ordered : pledgeMessages.verified);
    await sql`update public_credit.pledge_check set ordered_on = ${today}::date, correct_by = ${correctBy}::date
      where record_id = ${id}::uuid`.execute(db);
    await pledgeOrdered(em, { calendar, today }, { id, unit: found.unit, subjectId: found.subjectId }, correctBy);
    return readCheck(em, context.snapshot.directory, id);
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
