/** A party watches subjects (Article 6): for monitoring only, under an agreement, and for persons with their authorization. */
import { sql } from 'kysely';
import { forbidden } from '../../../../schema/errors.ts';
import { refusalMessages } from '../../../../schema/messages/refusals.ts';
import type { Statement } from '../../../database/database.ts';
import { MONITORING } from '../../../feed/shown.ts';
import type { Context } from '../../../request/context.ts';
import { checkSize, type Identifier, identified } from './watched-subjects.ts';

/** Of these subjects, the persons who authorized the calling party for its purpose, for any item. */
const AUTHORIZED: Statement = {
  name: 'watch-authorized',
  text: `select id from unnest($1::uuid[]) as asked (id) where control.authorizes(id, null)`,
};

/** Throws unless the caller's purpose is monitoring and an agreement in force covers it. */
function checkPurpose(context: Context): void {
  const { caller, snapshot } = context;
  if (caller.purpose === null) throw forbidden('PURPOSE_REQUIRED', '24');
  if (!snapshot.entitlements.agreementInForce) throw forbidden('NO_AGREEMENT', '23(2)');
  if (caller.purpose !== MONITORING)
    throw forbidden('PURPOSE_NOT_AGREED', '6', refusalMessages.monitoringAlone(MONITORING));
  if (!snapshot.entitlements.purposeAgreed) throw forbidden('PURPOSE_NOT_AGREED', '23(2)');
}

export async function watch(
  context: Context,
  subjects: readonly Identifier[],
): Promise<{ watched: number; refused: { index: number; reason: string }[] }> {
  checkSize(subjects);
  checkPurpose(context);
  const found = identified(context, subjects);
  const persons = found.flatMap((one) => ('id' in one && one.personal ? [one.id] : []));
  // Decided from authorizations alone, so that the answer does not tell whether data about the person is held (Article 23).
  const authorized = new Set(
    persons.length === 0 ? [] : (await context.query<{ id: string }>(AUTHORIZED, [persons])).map(({ id }) => id),
  );
  const refused: { index: number; reason: string }[] = [];
  const rows = new Map<string, { subject: string; personal: boolean }>();
  for (const [index, one] of found.entries()) {
    if (!('id' in one)) refused.push({ index, reason: one.reason });
    else if (one.personal && !authorized.has(one.id)) refused.push({ index, reason: 'AUTHORIZATION_REQUIRED' });
    else rows.set(one.id, { subject: one.id, personal: one.personal });
  }
  const at = context.platform.now().toISOString();
  if (rows.size > 0)
    await context.request.write('control', async (em) => {
      await sql`insert into ledger.watch as w (unit, subject_id, purpose, personal, watched_at)
        select ${context.caller.unit}, (row->>'subject')::uuid, ${MONITORING}, (row->>'personal')::boolean, ${at}::timestamptz
        from jsonb_array_elements(${JSON.stringify([...rows.values()])}::jsonb) row
        on conflict (unit, subject_id, purpose) do update set watched_at = excluded.watched_at, ended_at = null
          where w.ended_at is not null`.execute(em.getKysely());
    });
  context.snapshot = await context.request.snapshot();
  return { watched: rows.size, refused };
}
