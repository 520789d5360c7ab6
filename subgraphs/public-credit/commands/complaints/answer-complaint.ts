/** The department in charge answers a complaint in writing (Article 41 §2), once. Late, it is answered all the same, and the clock says that it was late. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFoundAs } from '../../../../schema/errors.ts';
import { hasEnded } from '../../../../schema/law/asking/unit-roles.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { complaintMessages } from '../../../../schema/messages/acts/rights/complaints.ts';
import { complaintClosed } from '../../../clocks/kinds/complaint.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { ComplaintRow } from '../../../rights/claims/complaints.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import { retried } from '../../intake/retry.ts';
import { readComplaint } from '../../queries/rights/complaints.ts';
import type { AnswerComplaintInput } from '../../types.generated.ts';
import { checkedText, textsOf } from './complaint-texts.ts';
import { inCharge } from './in-charge.ts';

/** The unit that answers today: the one that it was filed with, and where that has ended the one that is in charge now. */
function answeringToday({ snapshot: { directory } }: Context, { unit, collector }: ComplaintRow): string {
  const filedWith = directory.units.get(unit);
  if (filedWith !== undefined && !hasEnded(filedWith, directory.today)) return unit;
  const region = directory.units.get(collector)?.region ?? null;
  return inCharge(directory, { code: collector, region })?.code ?? unit;
}

async function store(em: EntityManager, context: Context, row: ComplaintRow, answer: string): Promise<void> {
  const { id, subjectId } = row;
  const { platform, request, caller } = context;
  const open = await withKnown(em, platform.secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
    const one = knownIn(known, subjectId);
    one.learn({ answer });
    const texts = await textsOf(em, platform.secrets, subjectId, id);
    await storeTexts(em, platform.secrets, [{ subjectId, place: 'COMPLAINT', id, texts: { ...texts, answer } }]);
    return one.redact(answer).text;
  });
  const { rows } =
    await sql`update rights.complaint set status = 'ANSWERED', answer = ${open}, answered_on = ${request.today}::date,
      answered_by = ${caller.unit}, redaction = least(redaction, ${REDACTION_VERSION})
    where id = ${id}::uuid and status = 'OPEN' returning id`.execute(em.getKysely());
  // Withdrawn or answered meanwhile: nothing of this is done.
  if (rows.length === 0) throw conflict('COMPLAINT_CLOSED', complaintMessages.closed);
  await complaintClosed(em, request.today, id);
  await tellSubjects(em, [{ kind: 'COMPLAINT_ANSWERED', subject: subjectId, said: { unit: caller.unit } }]);
}

export async function answerComplaint(context: Context, input: AnswerComplaintInput): Promise<ComplaintRow> {
  const answer = checkedText('answer', input.answer);
  const row = isId(input.id) ? await readComplaint(context, input.id) : null;
  if (row === null) throw notFoundAs(complaintMessages.none);
  const unit = answeringToday(context, row);
  if (unit !== context.caller.unit) throw badInput('WRONG_UNIT', complaintMessages.otherUnit(unit), '41');
  if (row.status !== 'OPEN') throw conflict('COMPLAINT_CLOSED', complaintMessages.closed);
  await retried(() => context.request.write('rights', (em) => store(em, context, row, answer)));
  context.snapshot = await context.request.snapshot();
  const answered = await readComplaint(context, input.id);
  if (answered === null) throw new Error('The complaint that was answered cannot be read.');
  return answered;
}
