/** The current versions of records that are held already. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';

export interface Head {
  readonly subjectId: string;
  readonly id: string;
  readonly version: number;
  readonly item: string;
  readonly naturalKey: string;
  readonly contentHash: string;
  readonly display: string;
  readonly displayedUntil: string | null;
}

/** By subject and natural key. */
export async function readHeads(
  em: EntityManager,
  keys: readonly { subjectId: string; key: string }[],
): Promise<Map<string, Head>> {
  // A lateral join for each subject. With a plain join the planner reads the whole table, as long as a growing database has no statistics.
  const { rows } =
    await sql<Head>`select r.subject_id as "subjectId", r.id, r.version, r.item, encode(r.natural_key, 'hex') as "naturalKey",
      encode(r.content_hash, 'hex') as "contentHash", r.display,
      to_char(r.displayed_until, 'YYYY-MM-DD') as "displayedUntil"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("subjectId" uuid, key text)
      cross join lateral (select * from public_credit.record held where held.subject_id = k."subjectId"
        and held.natural_key = decode(k.key, 'hex') and held.current offset 0) r`.execute(em.getKysely());
  return new Map(rows.map((head) => [`${head.subjectId}/${head.naturalKey}`, head]));
}
