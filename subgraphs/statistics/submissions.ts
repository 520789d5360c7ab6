/**
 * Counts batches as units deliver them (Article 21): when, of which item, and which rows came back for their form. Not what is in them: whether a record
 * or a subject is held, and what becomes of it, moves none of these numbers (Article 23).
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';

export interface Batch {
  readonly item: string;
  /** Rows that came back before anything was read from the database, by the code of their first fault. */
  readonly returned: Readonly<Record<string, number>>;
}

export const batchOf = (item: string, rejected: readonly { readonly code: string }[]): Batch => ({
  item,
  returned: Object.fromEntries(
    [...Map.groupBy(rejected, ({ code }) => code)].map(([code, rows]) => [code, rows.length]),
  ),
});

/** Notes batches in the transaction that stores them. */
export async function noteBatches(
  em: EntityManager,
  unit: string,
  today: string,
  batches: readonly Batch[],
): Promise<void> {
  if (batches.length === 0) return;
  const rows = batches.map((batch) => ({ id: randomUUID(), ...batch }));
  await sql`insert into control.submission (id, unit, item, received_on, returned)
    select (b->>'id')::uuid, ${unit}, b->>'item', ${today}::date, b->'returned'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) b`.execute(em.getKysely());
}
