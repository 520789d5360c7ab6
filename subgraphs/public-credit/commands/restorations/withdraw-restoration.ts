/** The subject takes its application back (Article 40): nobody has to decide it any more. A trigger meets its clock. */
import { sql } from 'kysely';
import { conflict, notFoundAs } from '../../../../schema/errors.ts';
import { restorationMessages } from '../../../../schema/messages/acts/rights/restorations.ts';
import type { Context } from '../../../request/context.ts';
import { isId } from '../../../request/subjects/representations.ts';
import type { RestorationRow } from '../../../rights/restorations/rows.ts';
import { retried } from '../../intake/retry.ts';
import { readAfter } from './application.ts';

export async function withdrawRestoration(context: Context, id: string): Promise<RestorationRow> {
  const self = context.caller.subject?.id;
  if (self === undefined || !isId(id)) throw notFoundAs(restorationMessages.noneOfYours);
  await retried(() =>
    context.request.write('rights', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{ status: string }>`select status from rights.restoration
        where id = ${id}::uuid and subject_id = ${self}::uuid for update`.execute(db);
      const [found] = rows;
      if (found === undefined) throw notFoundAs(restorationMessages.noneOfYours);
      if (found.status !== 'PENDING') throw conflict('CLOSED', restorationMessages.closed);
      await sql`update rights.restoration set status = 'WITHDRAWN' where id = ${id}::uuid and subject_id = ${self}::uuid`.execute(
        db,
      );
    }),
  );
  return readAfter(context, id);
}
