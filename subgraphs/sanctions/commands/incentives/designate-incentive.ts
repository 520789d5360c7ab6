/** Designates a target for incentives, under a published standard (Article 25). */
import { sql } from 'kysely';
import { addMonths } from '../../../../schema/law/clocks/calendar.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { identify } from '../../../request/subjects/identify.ts';
import { storeSubjectRows } from '../../../request/subjects/subject-rows.ts';
import { UNLABELLED } from '../../../rights/claims/label.ts';
import { standardFor } from '../../queries/lists.ts';
import type { IncentiveRow } from '../../rows.ts';
import { checkMonths, named, said } from '../checks.ts';
import { statedName, storeStatements } from '../listed-subjects.ts';
import { knownOfEach } from '../said-of.ts';

export interface DesignateIncentiveInput {
  readonly subject: Parameters<typeof identify>[1];
  readonly subjectName?: string | null | undefined;
  readonly list: string;
  readonly decisionNumber: string;
  readonly basisDocument: string;
  readonly months?: number | null | undefined;
}

export async function designateIncentive(context: Context, input: DesignateIncentiveInput): Promise<IncentiveRow> {
  const { list, standard } = await standardFor(context, input.list, 'INCENTIVE');
  const subject = named(context, input);
  const months = checkMonths(input.months, standard, '25');
  const { today } = context.request;
  const until = months === null ? null : addMonths(today, months);
  const id = newId();
  const texts = {
    decisionNumber: said('decisionNumber', input.decisionNumber, '25'),
    basisDocument: said('basisDocument', input.basisDocument, '25'),
  };
  const { secrets, now } = context.platform;
  await context.request.write('designate', async (em) => {
    await storeSubjectRows(em, now(), [subject]);
    await withKnown(em, secrets, knownOfEach([subject]), async (known) => {
      knownIn(known, subject.id).learn(texts);
      await storeStatements(em, secrets, [{ id, item: list.item, subject }]);
      await sql`insert into sanctions.incentive (subject_id, id, personal, list, item, designated_on, displayed_until, display,
          designating_unit, standard_edition, stated_name)
        values (${subject.id}::uuid, ${id}::uuid, ${subject.personal}, ${list.code}, ${list.item}, ${today}::date, ${until}::date,
          -- What its subject asked not to be displayed stays so where the unit enters it once more; the unit is told the same either way (Article 37).
          case when exists (select from sanctions.incentive h where h.subject_id = ${subject.id}::uuid and h.list = ${list.code}
            and h.designating_unit = ${context.caller.unit} and h.display = 'HIDDEN' and (h.displayed_until is null or h.displayed_until >= ${today}::date))
            then 'HIDDEN' else 'DISPLAYED' end,
          ${context.caller.unit}, ${standard.edition}, ${statedName(subject)})`.execute(em.getKysely());
      await storeTexts(em, secrets, [{ subjectId: subject.id, place: 'INCENTIVE', id, texts }]);
    });
  });
  context.snapshot = await context.request.snapshot();
  return {
    id,
    subjectId: subject.id,
    personal: subject.personal,
    self: false,
    ...UNLABELLED,
    list,
    item: list.item,
    designatedOn: today,
    until,
    designatingUnit: context.caller.unit ?? '',
    displayed: true,
  };
}
