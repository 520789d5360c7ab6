/** Ends a department's duty (Article 22). */
import { LockMode } from '@mikro-orm/core';
import { conflict, notFoundAs } from '../../../../schema/errors.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { DutyEntity } from '../../entities.ts';
import type { DutyRow } from '../../rows.ts';
import { checkReason } from '../checks.ts';

const unknown = () => notFoundAs('No duty has this id.', 'Send the id that registerDuty gave.');

/** The next request of the department already finds it ended. */
export async function endDuty(context: Context, id: string, reason: string): Promise<DutyRow> {
  const checkedReason = checkReason(reason, '22');
  if (!isId(id)) throw unknown();
  const row = await context.request.write('control', async (em) => {
    const duty = await em.findOne(DutyEntity, { id: String(id) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (duty === null) throw unknown();
    if (duty.endedAt) throw conflict('ENDED', 'The duty has ended already.', 'Nothing is left to do.');
    duty.endedAt = context.platform.now();
    duty.endReason = checkedReason;
    await em.flush();
    return { ...duty, activity: duty.activity as DutyRow['activity'], endedAt: duty.endedAt };
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
