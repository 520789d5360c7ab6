/** A subject lifts its lock (Articles 23 (2), 24 and 36): what agreements and authorizations open is open again. */
import { sql } from 'kysely';
import { conflict, forbidden } from '../../../../schema/errors.ts';
import { hidingMessages } from '../../../../schema/messages/acts/rights/hiding.ts';
import type { Context } from '../../../request/context.ts';
import type { LockRow } from '../../queries/rights/lock.ts';

export async function unlockSharing(context: Context): Promise<LockRow> {
  const { request, platform, caller } = context;
  const self = caller.subject?.id;
  if (self === undefined) throw forbidden('ROLE', '36');
  await request.write('rights', async (em) => {
    const { rows } = await sql`update rights.sharing_lock set unlocked_at = ${platform.now().toISOString()}::timestamptz
      where subject_id = ${self}::uuid and unlocked_at is null returning id`.execute(em.getKysely());
    if (rows.length === 0) throw conflict('NOT_LOCKED', hidingMessages.notLocked);
  });
  context.snapshot = await request.snapshot();
  return { lockedSince: null, reason: null };
}
