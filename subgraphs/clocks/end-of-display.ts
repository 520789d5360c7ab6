/** Ends display periods (Article 37). What is past its last day is shown to nobody from midnight on: here it is archived, and its recipients are told. */
import { sql } from 'kysely';
import type { Occasion } from './occasion.ts';
import { type Progress, SLICE, type Slices } from './slices.ts';

const TABLES = [
  { table: 'public_credit.record', events: true, current: true },
  { table: 'non_public_credit.record', events: false, current: true },
  { table: 'sanctions.designation', events: false, current: false },
  { table: 'sanctions.incentive', events: false, current: false },
] as const;

/**
 * By place, and found by index: how much else is held costs nothing. A place is that of a row in its part, where a table is in parts. Rows that somebody is changing wait
 * for the next run.
 */
export const archive = (table: string, today: string, current: boolean) =>
  sql<{
    subject_id: string;
    id: string;
  }>`with ended as materialized (select tableoid as part, ctid as place from ${sql.raw(table)}
        where displayed_until < ${today}::date and display <> 'ARCHIVED' ${sql.raw(current ? 'and current' : '')}
        order by displayed_until limit ${SLICE} for update skip locked)
    update ${sql.raw(table)} r set display = 'ARCHIVED'
    where r.ctid = any (array(select place from ended)) and exists (select from ended e where e.part = r.tableoid and e.place = r.ctid)
      and r.display <> 'ARCHIVED' ${sql.raw(current ? 'and r.current' : '')}
    returning r.subject_id, r.id`;

async function endSlice(
  { em, today, at }: Occasion,
  { table, events, current }: (typeof TABLES)[number],
): Promise<number> {
  const db = em.getKysely();
  await sql`select set_config('credit.cause', 'EXPIRED', true)`.execute(db);
  const { rows } = await archive(table, today, current).execute(db);
  if (events && rows.length > 0)
    await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
      select gen_random_uuid(), (e->>'subject_id')::uuid, (e->>'id')::uuid, ${at}::timestamptz, 'ARCHIVED', 'EXPIRED'
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) e`.execute(db);
  return rows.length;
}

/** Archives what is past its display period. It never comes back. Undefined where another server has its turn from the beginning. */
export async function endDisplays(slices: Slices, onProgress: Progress = () => {}): Promise<number | undefined> {
  let count: number | undefined;
  for (const table of TABLES)
    for (let taken: number | undefined = SLICE; taken === SLICE; ) {
      taken = await slices((occasion) => endSlice(occasion, table));
      if (taken === undefined) return count;
      count = (count ?? 0) + taken;
      if (taken > 0) onProgress(count);
    }
  return count;
}
