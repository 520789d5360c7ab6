/** Decides an objection (Articles 39, 41 and 51): one transaction holds the decision and everything that follows from it. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import type { NextRemedy } from '../../../../schema/law/matter/objections.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { decidingMessages } from '../../../../schema/messages/acts/rights/deciding.ts';
import { objectionClosed } from '../../../clocks/kinds/objection.ts';
import type { DatabaseRole } from '../../../database/roles.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { readTexts, storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import type { ObjectionRow } from '../../../rights/claims/objection-rows.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import { retried } from '../../intake/retry.ts';
import { assessmentMethods } from '../../queries/assessment-methods.ts';
import type { MethodRow } from '../../rows.ts';
import { after, holdOpen, type InHand, inHand, written } from './in-hand.ts';
import { storeMissing } from './missing-record.ts';
import { carryOut, mayBeCorrected } from './upheld.ts';

export interface DecisionInput {
  readonly objection: string;
  readonly upheld: boolean;
  readonly reasons: string;
  readonly correction?: unknown;
  readonly nextRemedy?: NextRemedy | null | undefined;
}

/** One transaction runs under one role: that which writes what is in question. */
const ROLE_OF: Readonly<Record<NonNullable<InHand['heldIn']>, DatabaseRole>> = {
  'public_credit.record': 'intake',
  'sanctions.designation': 'designate',
  'sanctions.incentive': 'designate',
  'non_public_credit.record': 'collect',
};

function remedyOf({ upheld, nextRemedy }: DecisionInput, { about }: InHand): NextRemedy | null {
  if (!upheld) return nextRemedy ?? (about === 'NON_PUBLIC' ? 'COMPLAINT' : 'RECONSIDERATION');
  if (nextRemedy != null) throw badInput('REMEDY', decidingMessages.remedyOfUpheld, '41');
  return null;
}

function checkCorrection({ upheld, correction }: DecisionInput, found: InHand): void {
  if (correction == null) return;
  if (!upheld) throw badInput('CORRECTION', decidingMessages.correctionOfRefused, '39');
  if (!mayBeCorrected(found)) throw badInput('CORRECTION', decidingMessages.noCorrection, '39');
}

/** The decision as others read it. It is sealed whole beside the reasons of the objection. */
function storeDecision(
  em: EntityManager,
  { platform }: Context,
  { id, subjectId }: InHand,
  decision: string,
): Promise<string> {
  const { secrets } = platform;
  return withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
    const one = knownIn(known, subjectId);
    one.learn({ decision });
    const texts = await readTexts(em, secrets, { subjectId, place: 'OBJECTION', id });
    await storeTexts(em, secrets, [{ subjectId, place: 'OBJECTION', id, texts: { ...texts, decision } }]);
    return one.redact(decision).text;
  });
}

async function decided(
  em: EntityManager,
  context: Context,
  found: InHand,
  input: DecisionInput,
  methods: readonly MethodRow[],
): Promise<void> {
  const { id, subjectId, rowId, unit } = found;
  const { upheld } = input;
  const { today } = context.request;
  const reasons = written('reasons', input.reasons);
  const remedy = remedyOf(input, found);
  const db = em.getKysely();
  await holdOpen(em, id);
  // The row policies let the row in question through, whose unit may have ended.
  await sql`select set_config('credit.objection', ${id}, true)`.execute(db);
  if (upheld) await carryOut(em, context, found, { correction: input.correction, reasons, methods });
  if (upheld && found.about === 'OMISSION') await storeMissing(em, context, found, input.correction);
  const decision = await storeDecision(em, context, found, reasons);
  const status = upheld ? 'UPHELD' : 'REFUSED';
  const { rows } =
    await sql`update rights.objection set status = ${status}, decided_on = ${today}::date, next_remedy = ${remedy}, decision = ${decision},
      recipients = coalesce(${upheld ? sql`rights.told_of(row_id)` : null}, 0), redaction = least(redaction, ${REDACTION_VERSION})
    where id = ${id}::uuid and status = 'OPEN' returning id`.execute(db);
  // The subject withdrew it meanwhile: nothing of this is done.
  if (rows.length === 0) throw conflict('OBJECTION_CLOSED', decidingMessages.closed);
  await objectionClosed(em, today, id);
  await tellSubjects(em, [
    { kind: 'DECIDED', subject: subjectId, record: rowId, objection: id, said: { unit, status } },
  ]);
}

export async function decideObjection(context: Context, input: DecisionInput): Promise<ObjectionRow> {
  const found = await inHand(context, input.objection);
  written('reasons', input.reasons);
  remedyOf(input, found);
  checkCorrection(input, found);
  const role = found.heldIn === null ? 'intake' : ROLE_OF[found.heldIn];
  const methods = found.heldIn === 'public_credit.record' ? await assessmentMethods(context) : [];
  await retried(() => context.request.write(role, (em) => decided(em, context, found, input, methods)));
  return after(context, found.id);
}
