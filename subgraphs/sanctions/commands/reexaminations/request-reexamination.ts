/** A listed subject requests re-examination (Article 35 §2). The clock of three working days starts. */
import { sql } from 'kysely';
import { conflict, notFound } from '../../../../schema/errors.ts';
import { dueOf, startClock } from '../../../../schema/law/clocks/clocks.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { reexaminationMessages } from '../../../../schema/messages/acts/designations.ts';
import { reexaminationAsked } from '../../../clocks/kinds/reexamination.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { ReexaminationRow } from '../../rows.ts';
import { checkId, isTwice, said } from '../checks.ts';

export async function requestReexamination(
  context: Context,
  input: { readonly designation: string; readonly reasons: string },
): Promise<ReexaminationRow> {
  const designation = checkId(input.designation, 'designation');
  const reasons = said('reasons', input.reasons, '35');
  const { today } = context.request;
  const { calendar } = context.snapshot.directory;
  const { secrets } = context.platform;
  const self = context.caller.subject?.id;
  if (self === undefined) throw notFound('designation');
  const due = dueOf(startClock('A35.2', 'reexamination.decide', today), today, calendar);
  const id = newId();
  try {
    await context.request.write('designate', async (em) => {
      const { rows } = await sql<{ unit: string }>`select designating_unit as unit from sanctions.designation
        where id = ${designation}::uuid and subject_id = ${self}::uuid and display = 'DISPLAYED' and displayed_until >= ${today}::date`.execute(
        em.getKysely(),
      );
      const unit = rows[0]?.unit;
      if (unit === undefined) throw notFound('designation');
      await withKnown(em, secrets, [{ subjectId: self, known: NOTHING_SAID }], async (known) => {
        knownIn(known, self).learn({ reasons });
        await sql`insert into sanctions.reexamination (subject_id, id, designation_id, unit, status, requested_on, decide_by, provisional)
          values (${self}::uuid, ${id}::uuid, ${designation}::uuid, ${unit}, 'PENDING', ${today}::date, ${due.date}::date,
            ${due.provisional})`.execute(em.getKysely());
        await storeTexts(em, secrets, [
          { subjectId: self, place: 'REEXAMINATION', id, texts: { reasons, decision: null } },
        ]);
      });
      await reexaminationAsked(em, { calendar, today }, { id, unit, subjectId: self });
    });
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw conflict('PENDING', reexaminationMessages.pending);
  }
  context.snapshot = await context.request.snapshot();
  return {
    id,
    self: true,
    designation,
    status: 'PENDING',
    requestedOn: today,
    decideBy: due.date,
    provisional: due.provisional,
    reasons: null,
    decidedOn: null,
  };
}
