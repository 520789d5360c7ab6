/** Orders correction of a listed state organ (Article 32). */
import { sql } from 'kysely';
import { badInput, conflict, notFoundAs } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { organMessages } from '../../../../schema/messages/acts/designations.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { organOrdered } from '../../../clocks/kinds/organ.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { isId, mayName } from '../../../request/subjects/representations.ts';
import type { OrganNoticeRow } from '../../rows.ts';
import { isTwice } from '../checks.ts';

const unknown = () => notFoundAs(organMessages.noDesignation);

/** The department in charge orders correction within a period that it sets (Article 32 §1). The designating unit's clock starts. */
export async function orderOrganCorrection(
  context: Context,
  input: { readonly designation: string; readonly correctBy: string },
): Promise<OrganNoticeRow> {
  const { designation } = input;
  if (!isId(designation)) throw unknown();
  const { today } = context.request;
  if (!isDate(input.correctBy) || input.correctBy <= today) throw badInput('DATE', inputMessages.correctBy, '32');
  const { calendar } = context.snapshot.directory;
  const id = newId();
  const unit = context.caller.unit ?? '';
  try {
    const row = await context.request.write('designate', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{
        subjectId: string;
        personal: boolean;
        designatingUnit: string;
      }>`select subject_id as "subjectId", personal,
          designating_unit as "designatingUnit" from sanctions.designation
        where id = ${designation}::uuid and display = 'DISPLAYED'`.execute(db);
      const [found] = rows;
      if (found === undefined || !mayName(context, designation, found)) throw unknown();
      await sql`insert into sanctions.organ_notice (subject_id, id, designation_id, kind, unit, designating_unit, told_on, correct_by)
        values (${found.subjectId}::uuid, ${id}::uuid, ${designation}::uuid, 'CORRECTION', ${unit}, ${found.designatingUnit},
          ${today}::date, ${input.correctBy}::date)`.execute(db);
      await organOrdered(
        em,
        { calendar, today },
        { id, unit: found.designatingUnit, subjectId: found.subjectId, correctBy: input.correctBy },
      );
      return found;
    });
    context.snapshot = await context.request.snapshot();
    return {
      id,
      personal: row.personal,
      designation,
      kind: 'CORRECTION',
      unit,
      designatingUnit: row.designatingUnit,
      toldOn: today,
      correctBy: input.correctBy,
      outcome: null,
      corrected: null,
    };
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw conflict('ORDERED', organMessages.ordered);
  }
}
