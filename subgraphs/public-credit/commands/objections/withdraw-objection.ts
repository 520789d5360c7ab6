/** The subject takes its objection back (Article 39): nobody has to decide it any more, and its label goes at once, by triggers. */
import { sql } from 'kysely';
import { conflict, notFound } from '../../../../schema/errors.ts';
import { objectionMessages } from '../../../../schema/messages/acts/rights/objections.ts';
import { objectionClosed } from '../../../clocks/kinds/objection.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { ObjectionRow } from '../../../rights/claims/objection-rows.ts';
import { retried } from '../../intake/retry.ts';
import { readObjection } from '../../queries/rights/objections.ts';

export async function withdrawObjection(context: Context, id: string): Promise<ObjectionRow> {
  const self = context.caller.subject?.id;
  if (self === undefined || !isId(id)) throw notFound('objection');
  const { today } = context.request;
  await retried(() =>
    context.request.write('rights', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{ status: string }>`select status from rights.objection
        where id = ${id}::uuid and subject_id = ${self}::uuid for update`.execute(db);
      const [found] = rows;
      if (found === undefined) throw notFound('objection');
      if (found.status !== 'OPEN') throw conflict('OBJECTION_CLOSED', objectionMessages.closed);
      await sql`update rights.objection set status = 'WITHDRAWN' where id = ${id}::uuid and subject_id = ${self}::uuid`.execute(
        db,
      );
      await objectionClosed(em, today, id);
    }),
  );
  context.snapshot = await context.request.snapshot();
  const row = await readObjection(context, id);
  if (row === null) throw new Error('The objection that was withdrawn is not there.');
  return row;
}
