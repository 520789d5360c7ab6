/** Ends display periods (Article 37). */
import { sql } from 'kysely';
import type { Occasion } from './occasion.ts';

/** Rows of one update. */
const BATCH = 5_000;

const TABLES = [
  { table: 'public_credit.record', events: true, current: true },
  { table: 'non_public_credit.record', events: false, current: true },
  { table: 'sanctions.designation', events: false, current: false },
  { table: 'sanctions.incentive', events: false, current: false },
] as const;

/** Archives what is past its display period. It never comes back. */
export async function expireDisplays({ em, today, at }: Occasion): Promise<number> {
  const db = em.getKysely();
  await sql`select set_config('credit.cause', 'EXPIRED', true)`.execute(db);
  let count = 0;
  for (const { table, events, current } of TABLES)
    for (let taken = BATCH; taken === BATCH; ) {
      const { rows } = await sql<{ subject_id: string; id: string }>`update ${sql.raw(table)} set display = 'ARCHIVED'
        where (subject_id, id) in (select subject_id, id from ${sql.raw(table)}
          where displayed_until < ${today}::date and display <> 'ARCHIVED' ${sql.raw(current ? 'and current' : '')} limit ${BATCH})
          ${sql.raw(current ? 'and current' : '')}
        returning subject_id, id`.execute(db);
      taken = rows.length;
      count += taken;
      if (events && taken > 0)
        await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
          select gen_random_uuid(), (e->>'subject_id')::uuid, (e->>'id')::uuid, ${at}::timestamptz, 'ARCHIVED', 'EXPIRED'
          from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) e`.execute(db);
    }
  return count;
}
