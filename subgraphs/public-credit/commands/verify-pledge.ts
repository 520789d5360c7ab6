/** What becomes of a pledge (Article 46): an order to correct first, then what was found; and the choice against the system (Article 45). */
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../schema/errors.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { isUnkept, verificationFault } from '../../../schema/law/matter/pledges.ts';
import { meetClocks, startClocks } from '../../clocks/clocks.ts';
import type { Context } from '../../request/context.ts';
import { retried } from '../intake/retry.ts';
import { readCheck } from '../queries/pledge-checks.ts';
import type { PledgeCheckRow } from '../rows.ts';
import { amendRecord } from './amend.ts';
import { isId } from './correct-record.ts';

const TEXT_MAX = 4_000;

/** The mutation: the subject is ordered to make good within a period (Article 46). */
export async function orderPledgeCorrection(
  context: Context,
  input: { readonly id: string; readonly correctBy: string },
): Promise<PledgeCheckRow> {
  const { today } = context.request;
  const { id, correctBy } = input;
  if (!isId(id)) throw notFound('pledge');
  if (!isDate(correctBy) || correctBy <= today)
    throw badInput('DATE', 'correctBy is no day after today of the form YYYY-MM-DD.', 'Set a period.', '46');
  const { calendar } = context.snapshot.directory;
  const row = await context.request.write('intake', async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<{ subjectId: string; unit: string; outcome: string | null; correctBy: string | null }>`
      select subject_id as "subjectId", unit, outcome, correct_by as "correctBy" from public_credit.pledge_check
      where record_id = ${id}::uuid for update`.execute(db);
    const [found] = rows;
    if (found === undefined) throw notFound('pledge');
    if (found.outcome !== null || found.correctBy !== null)
      throw conflict(
        'PLEDGE_ORDER',
        found.outcome === null ? 'Correction was ordered already.' : 'The pledge was verified already.',
        'Look it up in pledgeChecks.',
      );
    await sql`update public_credit.pledge_check set ordered_on = ${today}::date, correct_by = ${correctBy}::date
      where record_id = ${id}::uuid`.execute(db);
    // Whoever orders correction has verified the pledge: what runs now is the period of the order.
    await meetClocks(em, 'pledge.verify', id, today);
    await startClocks(em, calendar, today, [
      {
        obligation: 'A46.1',
        kind: 'pledge.correct',
        unit: found.unit,
        subjectId: found.subjectId,
        reference: id,
        startedOn: today,
        setFor: correctBy,
      },
    ]);
    return readCheck(em, id);
  });
  context.snapshot = await context.request.snapshot();
  return row;
}

export interface VerificationInput {
  readonly id: string;
  readonly outcome: 'PERFORMED' | 'FAILED' | 'FALSE';
  readonly reasons: string;
  readonly document?: string | null | undefined;
}

const FAULTS = {
  NO_ORDER: {
    message: 'Correction within a set period was not ordered yet.',
    help: 'Use orderPledgeCorrection; a pledge fails only after that period.',
  },
  ORDER_RUNS: {
    message: 'The period that was set for correction still runs.',
    help: 'Verify again after its last day.',
  },
} as const;

function checkVerification({ id, outcome, reasons, document }: VerificationInput): void {
  if (!isId(id)) throw notFound('pledge');
  if (reasons.trim() === '' || reasons.length > TEXT_MAX)
    throw badInput('REASON', `reasons has 1 to ${TEXT_MAX} characters.`, 'Say what was found and how.', '46');
  if (isUnkept(outcome) && (document ?? '').trim() === '')
    throw badInput(
      'BASIS_REQUIRED',
      'That a pledge was not kept rests on an effective document: document is missing.',
      'Send the number of the decision.',
      '27',
    );
}

/** The mutation: what was found. Not kept, the record is untrustworthy from today, and whoever was shown the pledge is told. */
export async function verifyPledge(context: Context, input: VerificationInput): Promise<PledgeCheckRow> {
  checkVerification(input);
  const { id, outcome, reasons } = input;
  const { today } = context.request;
  const document = input.document?.trim() || null;
  const row = await retried(() =>
    context.request.write('intake', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{ outcome: string | null; correctBy: string | null }>`select outcome,
          to_char(correct_by, 'YYYY-MM-DD') as "correctBy" from public_credit.pledge_check where record_id = ${id}::uuid for update`.execute(
        db,
      );
      const [found] = rows;
      if (found === undefined) throw notFound('pledge');
      if (found.outcome !== null)
        throw conflict('PLEDGE_VERIFIED', 'The pledge was verified already.', 'Look it up in pledgeChecks.');
      const fault = verificationFault(outcome, found.correctBy, today);
      if (fault !== null) throw conflict(`PLEDGE_${fault}`, FAULTS[fault].message, FAULTS[fault].help);
      await amendRecord(em, context, {
        record: id,
        content: { performance: outcome },
        ...(document === null ? {} : { basisDocument: document }),
        reason: reasons.slice(0, 500),
        foundOn: today,
      });
      await sql`update public_credit.pledge_check set outcome = ${outcome}, reasons = ${reasons}, basis_document = ${document},
        verified_on = ${today}::date where record_id = ${id}::uuid`.execute(db);
      await meetClocks(em, 'pledge.verify', id, today);
      await meetClocks(em, 'pledge.correct', id, today);
      return readCheck(em, id);
    }),
  );
  context.snapshot = await context.request.snapshot();
  return row;
}

/** The mutation: the subject chooses whether pledges are for it; asked by nobody, kept for itself (Article 45). */
export async function choosePledges(context: Context, usesPledges: boolean): Promise<boolean> {
  const { caller, request, platform } = context;
  const subjectId = caller.subject?.id;
  if (subjectId === undefined) throw notFound('subject');
  await request.write('intake', (em) =>
    sql`insert into public_credit.pledge_choice (subject_id, uses_pledges, chosen_at)
      values (${subjectId}::uuid, ${usesPledges}, ${platform.now().toISOString()}::timestamptz)
      on conflict (subject_id) do update set uses_pledges = excluded.uses_pledges, chosen_at = excluded.chosen_at`.execute(
      em.getKysely(),
    ),
  );
  context.snapshot = await request.snapshot();
  return usesPledges;
}

const CHOICE = {
  name: 'pledge-choice',
  text: `select uses_pledges as "usesPledges" from public_credit.pledge_choice where subject_id = $1::uuid`,
};

/** Null where the subject has not chosen: then it decides with each application. */
export async function pledgeChoice(context: Context, subjectId: string): Promise<boolean | null> {
  const [row] = await context.query<{ usesPledges: boolean }>(CHOICE, [subjectId]);
  return row?.usesPledges ?? null;
}
