/** A subject locks what is held of it against use by agreement (Articles 23 (2), 24 and 36): to parties it is as if nothing were there. */
import { sql } from 'kysely';
import { badInput, conflict, forbidden } from '../../../../schema/errors.ts';
import { isSeenText } from '../../../../schema/law/records/seen-text.ts';
import { hidingMessages } from '../../../../schema/messages/acts/rights/hiding.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { type LockRow, ownLock } from '../../queries/rights/lock.ts';

/** Characters, as people count them. */
const REASON_MAX = 500;

/** Null where it states none. It is kept for its subject alone. */
function checkedReason(sent: string | null | undefined): string | null {
  const reason = sent?.trim() ?? '';
  if (!isSeenText(reason)) throw badInput('UNSEEN', hidingMessages.unseen, '36');
  const { length } = [...reason];
  if (length > REASON_MAX) throw badInput('TOO_LONG', hidingMessages.tooLong(length, REASON_MAX), '36');
  return reason === '' ? null : reason;
}

export async function lockSharing(context: Context, sent: string | null | undefined): Promise<LockRow | null> {
  const { request, platform, caller } = context;
  const self = caller.subject?.id;
  if (self === undefined) throw forbidden('ROLE', '36');
  const reason = checkedReason(sent);
  const id = newId();
  await request.write('rights', async (em) => {
    const { rows } = await sql`insert into rights.sharing_lock (subject_id, id, locked_at)
      values (${self}::uuid, ${id}::uuid, ${platform.now().toISOString()}::timestamptz)
      on conflict (subject_id) where unlocked_at is null do nothing returning id`.execute(em.getKysely());
    if (rows.length === 0) throw conflict('LOCKED', hidingMessages.locked);
    if (reason !== null)
      await storeTexts(em, platform.secrets, [{ subjectId: self, place: 'LOCK', id, texts: { reason } }]);
  });
  context.snapshot = await request.snapshot();
  return ownLock(context, self);
}
