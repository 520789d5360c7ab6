/** The current versions of records that are held already. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { NamedRecord } from './same-record.ts';

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

export type Keyed = Omit<NamedRecord, 'before' | 'unfolded'>;

/**
 * Finds a penalty that is stored under another display class. A decision is one record: if the amount of the fine is corrected, its class changes,
 * and with it the item.
 */
async function underHeldKeys(
  em: EntityManager,
  unit: string,
  named: readonly NamedRecord[],
): Promise<readonly NamedRecord[]> {
  const decisions = named.flatMap(({ record, subjectId, mark, unfoldedMark }, row) =>
    mark === null ? [] : [{ row, subjectId, document: record.basisDocument, mark, unfolded: unfoldedMark }],
  );
  if (decisions.length === 0) return named;
  // A lateral join for each subject, as below. A row of before has no mark yet.
  const { rows } = await sql<{ row: number; key: string }>`select d.row, encode(held.key, 'hex') as key
    from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as d (row int, "subjectId" uuid, document text, mark text, unfolded text)
      cross join lateral (select r.natural_key as key from public_credit.record r
        where r.subject_id = d."subjectId" and r.current and r.type = 'AdministrativePenalty' and r.providing_unit = ${unit}
          and (r.basis_mark in (decode(d.mark, 'hex'), decode(d.unfolded, 'hex')) or r.basis_mark is null and r.basis_document = d.document) offset 0) held`.execute(
    em.getKysely(),
  );
  const held = Map.groupBy(rows, ({ row }) => row);
  return named.map((one, row) => {
    const keys = held.get(row)?.map(({ key }) => key) ?? [];
    return keys[0] === undefined ||
      [one.key, one.before, one.unfolded].some((key) => key !== null && keys.includes(key))
      ? one
      : { ...one, key: keys[0], before: keys[0], unfolded: null };
  });
}

/** The current versions, by subject and natural key, and the records under the keys that they are held under. */
export async function readHeads(
  em: EntityManager,
  unit: string,
  sent: readonly NamedRecord[],
): Promise<{ readonly heads: Map<string, Head>; readonly keyed: readonly Keyed[] }> {
  const named = await underHeldKeys(em, unit, sent);
  const keys = named.map(({ subjectId, key, before, unfolded }) => ({ subjectId, key, before, unfolded }));
  // A lateral join for each subject. With a plain join the planner reads the whole table, as long as a growing database has no statistics.
  const { rows } =
    await sql<Head>`select r.subject_id as "subjectId", r.id, r.version, r.item, encode(r.natural_key, 'hex') as "naturalKey",
      encode(r.content_hash, 'hex') as "contentHash", r.display,
      to_char(r.displayed_until, 'YYYY-MM-DD') as "displayedUntil"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("subjectId" uuid, key text, before text, unfolded text)
      cross join lateral (select * from public_credit.record held where held.subject_id = k."subjectId"
        and held.natural_key in (decode(k.key, 'hex'), decode(k.before, 'hex'), decode(k.unfolded, 'hex')) and held.current offset 0) r`.execute(
      em.getKysely(),
    );
  const heads = new Map(rows.map((head) => [`${head.subjectId}/${head.naturalKey}`, head]));
  const keyed = named.map(({ before, unfolded, key, ...one }) => ({
    ...one,
    key: [before, unfolded].find((held) => held !== null && heads.has(`${one.subjectId}/${held}`)) ?? key,
  }));
  return { heads, keyed };
}
