/** Asks another unit to verify what is in question (Article 39): it has two working days, and the decision seven in all. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, repeated } from '../../../../schema/errors.ts';
import { hasEnded } from '../../../../schema/law/asking/unit-roles.ts';
import type { UnitKind } from '../../../../schema/law/facts.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { decidingMessages } from '../../../../schema/messages/acts/rights/deciding.ts';
import { helpAsked } from '../../../clocks/kinds/objection.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { VerificationRow } from '../../../rights/claims/objection-rows.ts';
import { after, holdOpen, inHand, verificationOf, written } from './in-hand.ts';

export interface HelpInput {
  readonly objection: string;
  readonly of: string;
  readonly question: string;
}

/** Kinds of units whose roles may answer, and that may be shown what is in question. */
const MAY_VERIFY: ReadonlySet<UnitKind> = new Set(['PROVIDER', 'DEPARTMENT', 'COLLECTOR', 'OPERATOR']);

function checkHelper({ caller, request, snapshot }: Context, of: string): void {
  const unit = snapshot.directory.units.get(of);
  if (unit === undefined) throw badInput('UNIT', decidingMessages.helperUnknown, '39');
  if (of === caller.unit) throw badInput('UNIT', decidingMessages.helperSelf, '39');
  if (hasEnded(unit, request.today)) throw badInput('UNIT', decidingMessages.helperEnded(repeated(of)), '39');
  if (!unit.kinds.some((kind) => MAY_VERIFY.has(kind)))
    throw badInput('UNIT', decidingMessages.helperKind(repeated(of)), '39');
}

/** Whether the days for the decision are over: then it is late, with help or without. */
async function isOver(em: EntityManager, objection: string, today: string): Promise<boolean> {
  const { rows } =
    await sql`select from control.clock where kind = 'objection.decide' and reference = ${objection} and due_on < ${today}::date`.execute(
      em.getKysely(),
    );
  return rows.length > 0;
}

/** The clock is lengthened once, within its days: who asks a second unit, or asks late, has no more time for it. */
export async function askForVerification(context: Context, input: HelpInput): Promise<VerificationRow> {
  const { platform, request } = context;
  const { secrets } = platform;
  const { calendar } = context.snapshot.directory;
  const { id: objection, subjectId, unit } = await inHand(context, input.objection);
  const question = written('question', input.question);
  checkHelper(context, input.of);
  const id = newId();
  await request.write('rights', async (em) => {
    const db = em.getKysely();
    await holdOpen(em, objection);
    const { rows } =
      await sql`select from rights.verification where objection_id = ${objection}::uuid and unit = ${input.of}
      and answered_on is null`.execute(db);
    if (rows.length > 0) throw conflict('ASKED_ALREADY', decidingMessages.askedAlready);
    await withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
      const one = knownIn(known, subjectId);
      one.learn({ question });
      await storeTexts(em, secrets, [{ subjectId, place: 'VERIFICATION', id, texts: { question } }]);
      await sql`insert into rights.verification (subject_id, id, objection_id, asked_by, unit, asked_on, question, redaction)
        values (${subjectId}::uuid, ${id}::uuid, ${objection}::uuid, ${unit}, ${input.of}, ${request.today}::date, ${one.redact(question).text},
          ${REDACTION_VERSION})`.execute(db);
    });
    const over = await isOver(em, objection, request.today);
    await helpAsked(em, { calendar, today: request.today }, objection, { id, unit: input.of, subjectId }, over);
  });
  await after(context, objection);
  return verificationOf(context, objection, id);
}
