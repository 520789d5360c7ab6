/** Evidence that nothing used is gone after a day, and what was used after the retention that the operator's setting says (Articles 39 and 41). */
import { sql } from 'kysely';
import type { Occasion } from './occasion.ts';

/** Files of one statement: each has up to some hundred parts. */
const BATCH = 50;
/** Files of one run, which holds a lock: the next run is soon. */
const RUN = 2_000;

/** Returns how many files were deleted. */
export async function deleteEvidence({ em, today, at }: Occasion, months: number): Promise<number> {
  let count = 0;
  for (let taken = BATCH; taken === BATCH && count < RUN; count += taken) {
    const { rows } = await sql<{ id: string }>`delete from rights.evidence where id in (select id from rights.evidence
        where (used_by is null and uploaded_at <= ${at}::timestamptz - interval '1 day')
          or (closed_on is not null and (closed_on + make_interval(months => ${months}::int))::date < ${today}::date)
        limit ${BATCH}) returning id`.execute(em.getKysely());
    taken = rows.length;
    if (taken > 0)
      await sql`delete from rights.evidence_part where id in (select jsonb_array_elements_text(${JSON.stringify(rows.map(({ id }) => id))}::jsonb)::uuid)`.execute(
        em.getKysely(),
      );
  }
  return count;
}
