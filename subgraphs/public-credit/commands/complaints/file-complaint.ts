/** A subject complains of a unit that collects non-public credit information (Article 41 §2): it goes to the department in charge of where that unit is. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFoundAs, repeated } from '../../../../schema/errors.ts';
import { hasEnded } from '../../../../schema/law/asking/unit-roles.ts';
import { saysTheSame } from '../../../../schema/law/records/seen-text.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { complaintMessages } from '../../../../schema/messages/acts/rights/complaints.ts';
import { complaintFiled } from '../../../clocks/kinds/complaint.ts';
import { knownIn, type SubjectKnown } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { ComplaintRow } from '../../../rights/claims/complaints.ts';
import { useEvidence } from '../../../rights/evidence/evidence.ts';
import { retried } from '../../intake/retry.ts';
import { ownComplaint } from '../../queries/rights/complaints.ts';
import type { FileComplaintInput } from '../../types.generated.ts';
import { checkedText, textsOf } from './complaint-texts.ts';
import { inCharge, type Register } from './in-charge.ts';

/** Complaints of one unit that a subject files on one day: its collector reads each. */
const A_DAY = 3;

/** The collector and the department that answers. Throws BAD_USER_INPUT where the unit cannot be complained of. */
function concerned(register: Register, sent: string): { readonly collector: string; readonly unit: string } {
  const collector = register.units.get(sent.trim());
  if (collector === undefined) throw badInput('UNIT_UNKNOWN', complaintMessages.unknownUnit(repeated(sent)), '41');
  if (!collector.kinds.includes('COLLECTOR'))
    throw badInput('NO_COLLECTOR', complaintMessages.noCollector(collector), '41');
  const department = inCharge(register, collector);
  if (hasEnded(collector, register.today))
    throw badInput('UNIT_ENDED', complaintMessages.ended(collector, `${collector.endedOn}`, department), '41');
  if (department === undefined) throw badInput('NO_AUTHORITY', complaintMessages.nobodyInCharge(collector), '41');
  return { collector: collector.code, unit: department.code };
}

/** Throws CONFLICT where an open one says the same, or for too many on one day. Complaints of one subject take turns. */
async function checkBefore(
  em: EntityManager,
  context: Context,
  subjectId: string,
  collector: string,
  text: string,
): Promise<void> {
  const db = em.getKysely();
  await sql`select pg_advisory_xact_lock(hashtextextended(${`credit-gateway complaints ${subjectId}`}, 0))`.execute(db);
  const { rows } = await sql<{ id: string; status: string; today: boolean }>`select id, status,
      filed_on = ${context.request.today}::date as today from rights.complaint
    where subject_id = ${subjectId}::uuid and collector = ${collector}`.execute(db);
  for (const { id, status } of rows) {
    if (status !== 'OPEN') continue;
    const whole = await textsOf(em, context.platform.secrets, subjectId, id);
    if (saysTheSame(whole.text ?? '', text)) throw conflict('COMPLAINED', complaintMessages.open);
  }
  if (rows.filter(({ today }) => today).length >= A_DAY) throw conflict('TOO_OFTEN', complaintMessages.tooOften(A_DAY));
}

interface ToFile {
  readonly subjectId: string;
  readonly collector: string;
  readonly unit: string;
  readonly text: string;
  readonly evidence: readonly string[];
}

async function store(em: EntityManager, context: Context, known: SubjectKnown, filed: ToFile): Promise<string> {
  const { subjectId, collector, unit, text, evidence } = filed;
  const { platform, request } = context;
  const { today } = request;
  await checkBefore(em, context, subjectId, collector, text);
  const id = newId();
  known.settle(() => known.redact(text));
  await storeTexts(em, platform.secrets, [{ subjectId, place: 'COMPLAINT', id, texts: { text, answer: null } }]);
  await sql`insert into rights.complaint (subject_id, id, collector, unit, filed_on, filed_at, status, complaint, redaction)
    values (${subjectId}::uuid, ${id}::uuid, ${collector}, ${unit}, ${today}::date, ${platform.now().toISOString()}::timestamptz, 'OPEN',
      ${known.redact(text).text}, ${REDACTION_VERSION})`.execute(em.getKysely());
  await useEvidence(em, context, evidence, { usedFor: 'COMPLAINT', id, article: '41' });
  await complaintFiled(em, { calendar: context.snapshot.directory.calendar, today }, { id, unit, subjectId });
  return id;
}

export async function fileComplaint(context: Context, input: FileComplaintInput): Promise<ComplaintRow> {
  const subjectId = context.caller.subject?.id;
  if (subjectId === undefined) throw notFoundAs(complaintMessages.noneOfYours);
  const text = checkedText('text', input.text);
  const { collector, unit } = concerned(context.snapshot.directory, input.collector);
  const filed = { subjectId, collector, unit, text, evidence: input.evidence ?? [] };
  const id = await retried(() =>
    context.request.write('rights', (em) =>
      withKnown(em, context.platform.secrets, [{ subjectId, known: NOTHING_SAID }], (known) =>
        store(em, context, knownIn(known, subjectId), filed),
      ),
    ),
  );
  context.snapshot = await context.request.snapshot();
  return ownComplaint(context, subjectId, id);
}
