/** Ends a department's duty (Article 22). */
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { conflict, notFoundAs } from '../../../../schema/errors.ts';
import { dutyMessages } from '../../../../schema/messages/acts/catalog.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { DutyEntity } from '../../entities.ts';
import type { DutyRow } from '../../rows.ts';
import { checkReason } from '../checks.ts';

const unknown = () => notFoundAs(dutyMessages.unknown);

/** Stores that a duty has ended. Throws CONFLICT where it had already. */
export async function storeDutyEnd(em: EntityManager, id: string, reason: string, at: Date): Promise<DutyRow> {
  const duty = await em.findOne(DutyEntity, { id: String(id) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (duty === null) throw unknown();
  if (duty.endedAt) throw conflict('ENDED', dutyMessages.ended);
  duty.endedAt = at;
  duty.endReason = reason;
  await em.flush();
  return {
    ...duty,
    activity: duty.activity as DutyRow['activity'],
    endedAt: duty.endedAt,
    endReason: duty.endReason,
  };
}

/** The next request of the department already finds it ended. */
export async function endDuty(context: Context, id: string, reason: string): Promise<DutyRow> {
  const checkedReason = checkReason(reason, '22');
  if (!isId(id)) throw unknown();
  const row = await context.request.write('control', (em) =>
    storeDutyEnd(em, id, checkedReason, context.platform.now()),
  );
  context.snapshot = await context.request.snapshot();
  return row;
}
