/** Stores the result of verifying a pledge (Article 46). A pledge counts as not kept only after correction was ordered. */
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../../schema/errors.ts';
import { isUnkept, type PledgeOutcome, verificationFault } from '../../../../schema/law/matter/pledges.ts';
import { pledgeMessages, VERIFICATION_FAULTS } from '../../../../schema/messages/acts/pledges.ts';
import { pledgeVerified } from '../../../clocks/kinds/pledge.ts';
import type { Context } from '../../../request/context.ts';
import { isId, mayName } from '../../../request/subjects/representations.ts';
import { retried } from '../../intake/retry.ts';
import { readCheck } from '../../queries/pledge-checks.ts';
import type { PledgeCheckRow } from '../../rows.ts';
import { amendRecord } from '../corrections/amendment.ts';
import { storePledgeTexts, wholePledgeTexts } from './pledge-texts.ts';

const TEXT_MAX = 4_000;

export interface VerificationInput {
  readonly id: string;
  readonly outcome: PledgeOutcome;
  readonly reasons: string;
  readonly document?: string | null | undefined;
}

function checkVerification({ id, outcome, reasons, document }: VerificationInput): void {
  if (!isId(id)) throw notFound('pledge');
  if (reasons.trim() === '' || reasons.length > TEXT_MAX)
    throw badInput('REASON', pledgeMessages.reasons(TEXT_MAX), '46');
  if (isUnkept(outcome) && (document ?? '').trim() === '')
    throw badInput('BASIS_REQUIRED', pledgeMessages.basisRequired, '27');
}

/** The mutation: stores the result. A pledge that was not kept is an untrustworthy record from today, and recipients of the pledge are notified. */
export async function verifyPledge(context: Context, input: VerificationInput): Promise<PledgeCheckRow> {
  checkVerification(input);
  const { id, outcome, reasons } = input;
  const { today } = context.request;
  const { secrets } = context.platform;
  const document = input.document?.trim() || null;
  const row = await retried(() =>
    context.request.write('intake', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{
        outcome: string | null;
        correctBy: string | null;
        personal: boolean;
        subjectId: string;
      }>`select outcome, subject_id as "subjectId",
          public_credit.about_person(subject_id) as personal, to_char(correct_by, 'YYYY-MM-DD') as "correctBy" from public_credit.pledge_check where record_id = ${id}::uuid for update`.execute(
        db,
      );
      const [found] = rows;
      if (found === undefined || !mayName(context, id, found)) throw notFound('pledge');
      if (found.outcome !== null) throw conflict('PLEDGE_VERIFIED', pledgeMessages.verified);
      const fault = verificationFault(outcome, found.correctBy, today);
      if (fault !== null) throw conflict(`PLEDGE_${fault}`, VERIFICATION_FAULTS[fault]);
      await amendRecord(em, context, {
        record: id,
        content: { performance: outcome },
        ...(document === null ? {} : { basisDocument: document }),
        reason: reasons.slice(0, 500),
        foundOn: today,
      });
      const texts = { ...(await wholePledgeTexts(em, secrets, found.subjectId, id)), reasons, basisDocument: document };
      const open = await storePledgeTexts(em, secrets, found.subjectId, id, texts);
      await sql`update public_credit.pledge_check set outcome = ${outcome}, reasons = ${open.reasons}, basis_document = null, verified_on = ${today}::date where record_id = ${id}::uuid`.execute(
        db,
      );
      await pledgeVerified(em, today, id);
      return readCheck(em, context.snapshot.directory, id);
    }),
  );
  context.snapshot = await context.request.snapshot();
  return row;
}
