/**
 * A recipient acts on a notice of a change in three working days (Article 39 §4). The trigger that writes the notice starts the clock (`ledger.start_clocks` of
 * `database/access/feed.sql`), so that no way of writing can forget one; the acknowledgement meets it.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';

/** `changes`: ids of the notices that the unit acknowledged. */
export async function noticesActedOn(
  em: EntityManager,
  today: string,
  unit: string,
  changes: readonly string[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`update control.clock set met_on = ${today}::date
    where kind = 'correction.act' and unit = ${unit} and met_on is null
      and reference in (select jsonb_array_elements_text(${JSON.stringify(changes)}::jsonb))`.execute(em.getKysely());
}
