/** Corrections by the provider (Article 38): a new version, and a notice to every recipient of the record (Article 39). */
import type { EntityManager } from '@mikro-orm/sql';
import { badInput, notFound } from '../../../schema/errors.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import { inputMessages } from '../../../schema/messages/acts/inputs.ts';
import { startClocks } from '../../clocks/clocks.ts';
import type { Context } from '../../request/context.ts';
import { isId } from '../../request/subjects/representations.ts';
import type { Correction } from '../intake/check-correction.ts';
import { retried } from '../intake/retry.ts';
import { type Amended, amendRecord, checkNotVerified } from './amendment.ts';

export interface CorrectionInput extends Correction {
  readonly record: string;
  readonly reason: string;
  readonly foundOn?: string | null | undefined;
}

const REASON_MAX = 500;

function checkReason(reason: string): void {
  if (reason.trim() === '' || reason.length > REASON_MAX)
    throw badInput('REASON', inputMessages.whatWasWrong(REASON_MAX), '38');
}

function checkFound(foundOn: string, today: string): void {
  if (!isDate(foundOn) || foundOn > today) throw badInput('DATE', inputMessages.dayOfFinding, '38');
}

/** The mutation: the calling unit corrects one of its own records. */
export async function correctRecord(context: Context, input: CorrectionInput): Promise<Amended> {
  const { request } = context;
  const { calendar } = context.snapshot.directory;
  const foundOn = input.foundOn ?? request.today;
  checkReason(input.reason);
  checkFound(foundOn, request.today);
  if (!isId(input.record)) throw notFound('record');
  const work = async (em: EntityManager): Promise<Amended> => {
    await checkNotVerified(em, context, input);
    const amended = await amendRecord(em, context, { ...input, foundOn });
    await startClocks(em, calendar, request.today, [
      {
        obligation: 'A38.1',
        kind: 'error.correct',
        unit: context.caller.unit ?? '',
        subjectId: amended.subjectId,
        reference: `${input.record}:${amended.version}`,
        startedOn: foundOn,
        metOn: request.today,
      },
    ]);
    return amended;
  };
  const result = await retried(() => request.write('intake', work));
  context.snapshot = await request.snapshot();
  return result;
}
