/** Answers what the calling unit was asked to verify (Article 39). Late is possible and told by its period; afterwards it sees the record no more. */
import { sql } from 'kysely';
import { conflict, notFoundAs } from '../../../../schema/errors.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { decidingMessages } from '../../../../schema/messages/acts/rights/deciding.ts';
import { helpAnswered } from '../../../clocks/kinds/objection.ts';
import type { Statement } from '../../../database/database.ts';
import { knownIn } from '../../../redaction/known-values.ts';
import { readTexts, storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { isId, mayName } from '../../../request/subjects/representations.ts';
import type { VerificationRow } from '../../../rights/claims/objection-rows.ts';
import { after, holdOpen, verificationOf, written } from './in-hand.ts';

export interface AnswerInput {
  readonly id: string;
  readonly confirms: boolean;
  readonly answer: string;
}

interface Asked {
  readonly subjectId: string;
  readonly personal: boolean;
  readonly objection: string;
  readonly answeredOn: string | null;
}

/** Only of the unit that was asked: who asked reads it too, and answers nothing. */
const ASKED: Statement = {
  name: 'verification-asked',
  text: `select v.subject_id as "subjectId", public_credit.about_person(v.subject_id) as personal, v.objection_id as objection,
      v.answered_on as "answeredOn" from rights.verification v where v.id = $1::uuid and v.unit = $2`,
};

export async function answerVerification(context: Context, input: AnswerInput): Promise<VerificationRow> {
  const { platform, request } = context;
  const { secrets } = platform;
  const { id, confirms } = input;
  const [asked] = isId(id) ? await context.query<Asked>(ASKED, [id, context.caller.unit]) : [];
  if (asked === undefined || !mayName(context, id, asked)) throw notFoundAs(decidingMessages.noVerification);
  if (asked.answeredOn !== null) throw conflict('ANSWERED', decidingMessages.answered);
  const answer = written('answer', input.answer);
  const { subjectId, objection } = asked;
  await request.write('rights', async (em) => {
    await holdOpen(em, objection);
    const open = await withKnown(em, secrets, [{ subjectId, known: NOTHING_SAID }], async (known) => {
      const one = knownIn(known, subjectId);
      one.learn({ answer });
      const texts = await readTexts(em, secrets, { subjectId, place: 'VERIFICATION', id });
      await storeTexts(em, secrets, [{ subjectId, place: 'VERIFICATION', id, texts: { ...texts, answer } }]);
      return one.redact(answer).text;
    });
    const { rows } =
      await sql`update rights.verification set answered_on = ${request.today}::date, confirms = ${confirms}, answer = ${open},
        redaction = least(redaction, ${REDACTION_VERSION}) where id = ${id}::uuid and answered_on is null returning id`.execute(
        em.getKysely(),
      );
    if (rows.length === 0) throw conflict('ANSWERED', decidingMessages.answered);
    await helpAnswered(em, request.today, id);
  });
  await after(context, objection);
  return verificationOf(context, objection, id);
}
