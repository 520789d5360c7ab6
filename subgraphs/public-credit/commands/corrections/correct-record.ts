/** Corrections by the provider (Article 38): a new version, and a notice to every recipient of the record (Article 39). */
import type { EntityManager } from '@mikro-orm/sql';
import { badInput, notFound } from '../../../../schema/errors.ts';
import { isDate } from '../../../../schema/law/clocks/calendar.ts';
import { inputMessages } from '../../../../schema/messages/acts/inputs.ts';
import { errorCorrected } from '../../../clocks/kinds/error.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { RecordInput } from '../../intake/check.ts';
import type { Correction } from '../../intake/check-correction.ts';
import { retried } from '../../intake/retry.ts';
import { enterCorrected } from '../fallen/becoming.ts';
import { type Moved, moveRecord } from '../fallen/wrong-subject.ts';
import { type Amended, amendRecord, checkNotVerified } from './amendment.ts';

export interface CorrectionInput extends Correction {
  readonly record: string;
  readonly reason: string;
  readonly foundOn?: string | null | undefined;
  /** Whom the record concerns, where that is another subject. */
  readonly subject?: RecordInput['subject'] | null | undefined;
}

const REASON_MAX = 500;

function checkReason(reason: string): void {
  if (reason.trim() === '' || reason.length > REASON_MAX)
    throw badInput('REASON', inputMessages.whatWasWrong(REASON_MAX), '38');
}

function checkFound(foundOn: string, today: string): void {
  if (!isDate(foundOn) || foundOn > today) throw badInput('DATE', inputMessages.dayOfFinding, '38');
}

async function amend(em: EntityManager, context: Context, input: CorrectionInput, foundOn: string): Promise<Amended> {
  await checkNotVerified(em, context, input);
  const amended = await amendRecord(em, context, { ...input, foundOn });
  await enterCorrected(em, context.platform.secrets, amended);
  return amended;
}

/** The mutation: the calling unit corrects one of its own records. */
export async function correctRecord(context: Context, input: CorrectionInput): Promise<Moved> {
  const { request } = context;
  const { calendar } = context.snapshot.directory;
  const foundOn = input.foundOn ?? request.today;
  checkReason(input.reason);
  checkFound(foundOn, request.today);
  if (!isId(input.record)) throw notFound('record');
  const { subject } = input;
  const work = async (em: EntityManager): Promise<Moved> => {
    const amended =
      subject == null ? await amend(em, context, input, foundOn) : await moveRecord(em, context, { ...input, subject });
    await errorCorrected(
      em,
      { calendar, today: request.today },
      {
        record: input.record,
        // Where the record moved, its id has no version any more.
        version: subject == null ? amended.version : null,
        unit: context.caller.unit ?? '',
        subjectId: amended.subjectId,
        foundOn,
      },
    );
    return amended;
  };
  const result = await retried(() => request.write('intake', work));
  context.snapshot = await request.snapshot();
  return result;
}
