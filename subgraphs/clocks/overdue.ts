/** Clocks that ran out: noted once, so that whoever oversees them is told. */
import { sql } from 'kysely';
import type { Occasion } from './occasion.ts';

/** Gives how many were found overdue for the first time. */
export async function noteOverdue({ em, today, at }: Occasion): Promise<number> {
  const { rows } = await sql`update control.clock set noticed_overdue_at = ${at}::timestamptz
    where met_on is null and noticed_overdue_at is null and due_on < ${today}::date
      and not exists (select from jsonb_array_elements(pauses) p where p->>'until' is null) returning id`.execute(
    em.getKysely(),
  );
  return rows.length;
}
