/** Marks clocks that ran out, once each, so that a run can report the new ones. */
import { sql } from 'kysely';
import type { Occasion } from './occasion.ts';

/** Returns how many were found overdue for the first time. */
export async function noteOverdue({ em, today, at }: Occasion): Promise<number> {
  const { rows } = await sql`update control.clock set noticed_overdue_at = ${at}::timestamptz
    where met_on is null and noticed_overdue_at is null and due_on < ${today}::date
      and not exists (select from jsonb_array_elements(pauses) p where p->>'until' is null) returning id`.execute(
    em.getKysely(),
  );
  return rows.length;
}
