/** The operator decides on restoration (Article 40): one transaction holds the decision and all that ends by it. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFoundAs } from '../../../../schema/errors.ts';
import { addDays, isDate } from '../../../../schema/law/clocks/calendar.ts';
import { unmetConditions } from '../../../../schema/law/matter/restoration.ts';
import { writtenText } from '../../../../schema/law/records/seen-text.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { restorationMessages } from '../../../../schema/messages/acts/rights/restorations.ts';
import { knownIn, type SubjectKnown } from '../../../redaction/known-values.ts';
import { readTexts, storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { fall } from '../../../rights/falls.ts';
import { readRestorable, restorableOf } from '../../../rights/restorations/restorable.ts';
import type { RestorationRow } from '../../../rights/restorations/rows.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import { retried } from '../../intake/retry.ts';
import { readRestoration } from '../../queries/rights/restorations.ts';
import type { DecideRestorationInput } from '../../types.generated.ts';
import { readAfter } from './application.ts';

const REASONS_MAX = 4_000;

function checkedReasons(sent: string): string {
  const reasons = writtenText(sent, REASONS_MAX);
  if (reasons === undefined) throw badInput('REASON', restorationMessages.reasons(REASONS_MAX), '40');
  return reasons;
}

/** First day on which it may be applied for again; null where it is granted. */
function checkedAgain({ granted, againFrom }: DecideRestorationInput, today: string): string | null {
  if (granted) {
    if (againFrom != null) throw badInput('AGAIN_FROM', restorationMessages.againOfGranted, '40');
    return null;
  }
  const day = againFrom ?? addDays(today, 1);
  if (!isDate(day) || day <= today) throw badInput('DATE', restorationMessages.againDay, '40');
  return day;
}

const decidedAlready = () => conflict('CLOSED', restorationMessages.decided);

/** Decisions take turns, and the row policies let the row in question through. Throws CONFLICT where it waits no more. */
async function takeInHand(em: EntityManager, id: string): Promise<void> {
  const db = em.getKysely();
  const { rows } = await sql<{
    status: string;
  }>`select status from rights.restoration where id = ${id}::uuid for update`.execute(db);
  if (rows[0]?.status !== 'PENDING') throw decidedAlready();
  await sql`select set_config('credit.objection', ${id}, true)`.execute(db);
}

/** Ends the display, where the conditions hold today still: a law may exclude it since, a correction may have made another thing of it. */
async function restore(em: EntityManager, context: Context, found: RestorationRow): Promise<void> {
  const { subjectId, recordId, heldIn } = found;
  const row = await readRestorable(em, subjectId, recordId);
  if (row === undefined) throw decidedAlready();
  const stated = {
    corrected: found.corrected === true,
    dutiesPerformed: found.dutiesPerformed === true,
    pledged: true,
  };
  const thing = restorableOf(context.snapshot.directory, row, null);
  const unmet = unmetConditions(thing, stated, context.request.today);
  if (unmet.length > 0) throw conflict('UNMET', restorationMessages.unmet(unmet, row.excludedBy));
  if ((await fall(em, context, { heldIn, id: recordId, cause: 'RESTORED' })) === null) throw decidedAlready();
}

async function decided(
  em: EntityManager,
  context: Context,
  found: RestorationRow,
  known: SubjectKnown,
  {
    granted,
    reasons,
    againFrom,
  }: { readonly granted: boolean; readonly reasons: string; readonly againFrom: string | null },
): Promise<void> {
  const { id, subjectId, recordId, itemCode } = found;
  const { today } = context.request;
  const unit = context.caller.unit ?? '';
  const { secrets } = context.platform;
  await takeInHand(em, id);
  if (granted) await restore(em, context, found);
  known.learn({ reasons });
  const place = { subjectId, place: 'RESTORATION', id } as const;
  await storeTexts(em, secrets, [{ ...place, texts: { ...(await readTexts(em, secrets, place)), reasons } }]);
  await sql`update rights.restoration set status = ${granted ? 'GRANTED' : 'REFUSED'}, decided_on = ${today}::date, decided_by = ${unit},
      reasons = ${known.redact(reasons).text}, again_from = ${againFrom}::date, redaction = least(redaction, ${REDACTION_VERSION})
    where id = ${id}::uuid`.execute(em.getKysely());
  // That it was restored is told by triggers, to whoever left the list with it too.
  if (againFrom !== null)
    await tellSubjects(em, [
      {
        kind: 'RESTORATION_REFUSED',
        subject: subjectId,
        record: recordId,
        said: { unit, item: itemCode, until: againFrom },
      },
    ]);
}

export async function decideRestoration(context: Context, input: DecideRestorationInput): Promise<RestorationRow> {
  const found = await readRestoration(context, input.id);
  if (found === null) throw notFoundAs(restorationMessages.noApplication);
  if (found.status !== 'PENDING') throw decidedAlready();
  const { granted } = input;
  const decision = {
    granted,
    reasons: checkedReasons(input.reasons),
    againFrom: checkedAgain(input, context.request.today),
  };
  const { secrets } = context.platform;
  const { subjectId } = found;
  // One transaction runs under one role: that which writes what is in question.
  const role = found.heldIn === 'sanctions.designation' ? 'designate' : 'intake';
  await retried(() =>
    context.request.write(role, (em) =>
      withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], (known) =>
        decided(em, context, found, knownIn(known, subjectId), decision),
      ),
    ),
  );
  return readAfter(context, found.id);
}
