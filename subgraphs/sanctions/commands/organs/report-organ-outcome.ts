/** Reports the outcome of a notice or an order about a listed organ (Article 32). */
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../../schema/errors.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { organMessages } from '../../../../schema/messages/acts/designations.ts';
import { organReported } from '../../../clocks/kinds/organ.ts';
import { redactorFor } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { mayName } from '../../../request/subjects/representations.ts';
import type { OrganNoticeRow } from '../../rows.ts';
import { checkId, said } from '../checks.ts';

const COLUMNS =
  sql.raw(`id, public_credit.about_person(subject_id) as personal, designation_id as designation, kind, unit, designating_unit as "designatingUnit",
  to_char(told_on, 'YYYY-MM-DD') as "toldOn", to_char(correct_by, 'YYYY-MM-DD') as "correctBy", outcome, corrected`);

/** The notified unit, or the unit that ordered correction, reports the outcome. Uncorrected conduct leads to a public pledge (Article 32 §1). */
export async function reportOrganOutcome(
  context: Context,
  input: { readonly id: string; readonly outcome: string; readonly corrected?: boolean | null | undefined },
): Promise<OrganNoticeRow> {
  const id = checkId(input.id, 'notice');
  const outcome = said('outcome', input.outcome, '32');
  const { today } = context.request;
  const { secrets } = context.platform;
  const row = await context.request.write('designate', async (em) => {
    const db = em.getKysely();
    const { rows: about } = await sql<{
      subjectId: string;
    }>`select subject_id as "subjectId" from sanctions.organ_notice
      where id = ${id}::uuid and unit = ${context.caller.unit}`.execute(db);
    if (about[0] === undefined) throw notFound('notice');
    const { subjectId } = about[0];
    return withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
      const { rows } = await sql<OrganNoticeRow>`select ${COLUMNS} from sanctions.organ_notice
        where id = ${id}::uuid and unit = ${context.caller.unit} for update`.execute(db);
      const [found] = rows;
      if (found === undefined || !mayName(context, id, found)) throw notFound('notice');
      if (found.outcome !== null) throw conflict('REPORTED', organMessages.reported);
      if ((found.kind === 'CORRECTION') !== (input.corrected != null))
        throw badInput(
          'CORRECTED',
          found.kind === 'CORRECTION' ? organMessages.correctedMissing : organMessages.correctedOfOrder,
          '32',
        );
      await storeTexts(em, secrets, [{ subjectId, place: 'ORGAN_NOTICE', id, texts: { outcome } }]);
      // The other units that were notified read it.
      const form = redactorFor(known, subjectId)(outcome).text;
      await sql`update sanctions.organ_notice set outcome = ${form}, redaction = ${REDACTION_VERSION}, corrected = ${input.corrected ?? null},
          reported_on = ${today}::date
        where id = ${id}::uuid`.execute(db);
      await organReported(em, today, id);
      return { ...found, outcome: form, corrected: input.corrected ?? null };
    });
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
