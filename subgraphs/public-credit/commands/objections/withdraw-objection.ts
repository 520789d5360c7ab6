/** The subject takes its objection back (Article 39): nobody has to decide it any more, and its label goes at once, by triggers. */
import { sql } from 'kysely';
import { conflict, notFound } from '../../../../schema/errors.ts';
import { objectionMessages } from '../../../../schema/messages/acts/rights/objections.ts';
import { meetClocks } from '../../../clocks/clocks.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { ObjectionRow } from '../../../rights/objection-rows.ts';
import { retried } from '../../intake/retry.ts';
import { readObjection } from '../../queries/objections/reads.ts';

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
      await meetClocks(em, 'objection.decide', id, today);
      await meetClocks(em, 'objection.decide-with-help', id, today);
      // Whoever was asked to verify need not answer any more.
      const asked = await sql<{ id: string }>`select id from rights.verification
        where objection_id = ${id}::uuid and subject_id = ${self}::uuid and answered_on is null`.execute(db);
      for (const verification of asked.rows) await meetClocks(em, 'objection.help', verification.id, today);
    }),
  );
  context.snapshot = await context.request.snapshot();
  const row = await readObjection(context, id);
  if (row === null) throw new Error('The objection that was withdrawn is not there.');
  return row;
}
