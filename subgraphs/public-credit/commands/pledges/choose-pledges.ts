/** The subject's choice for or against the pledge system (Article 45). */
import { sql } from 'kysely';
import { forbidden } from '../../../../schema/errors.ts';
import type { Context } from '../../../request/context.ts';

/** The mutation: the subject chooses whether it uses pledges. The choice is voluntary, and only the subject can read it (Article 45). */
export async function choosePledges(context: Context, usesPledges: boolean): Promise<boolean> {
  const { caller, request, platform } = context;
  const subjectId = caller.subject?.id;
  if (subjectId === undefined) throw forbidden('ROLE', '45');
  await request.write('intake', (em) =>
    sql`insert into public_credit.pledge_choice (subject_id, uses_pledges, chosen_at)
      values (${subjectId}::uuid, ${usesPledges}, ${platform.now().toISOString()}::timestamptz)
      on conflict (subject_id) do update set uses_pledges = excluded.uses_pledges, chosen_at = excluded.chosen_at`.execute(
      em.getKysely(),
    ),
  );
  context.snapshot = await request.snapshot();
  return usesPledges;
}
