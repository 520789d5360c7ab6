/** The subject takes its complaint back (Article 41 §2): nobody has to answer it any more. */
import { sql } from 'kysely';
import { conflict, notFoundAs } from '../../../../schema/errors.ts';
import { complaintMessages } from '../../../../schema/messages/acts/rights/complaints.ts';
import { complaintClosed } from '../../../clocks/kinds/complaint.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { ComplaintRow } from '../../../rights/claims/complaints.ts';
import { retried } from '../../intake/retry.ts';
import { ownComplaint } from '../../queries/rights/complaints.ts';

export async function withdrawComplaint(context: Context, id: string): Promise<ComplaintRow> {
  const self = context.caller.subject?.id;
  if (self === undefined || !isId(id)) throw notFoundAs(complaintMessages.noneOfYours);
  await retried(() =>
    context.request.write('rights', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{ status: string }>`select status from rights.complaint
        where id = ${id}::uuid and subject_id = ${self}::uuid for update`.execute(db);
      const [found] = rows;
      if (found === undefined) throw notFoundAs(complaintMessages.noneOfYours);
      if (found.status !== 'OPEN') throw conflict('COMPLAINT_CLOSED', complaintMessages.closed);
      await sql`update rights.complaint set status = 'WITHDRAWN' where id = ${id}::uuid and subject_id = ${self}::uuid`.execute(
        db,
      );
      await complaintClosed(em, context.request.today, id);
    }),
  );
  context.snapshot = await context.request.snapshot();
  return ownComplaint(context, self, id);
}
