/** Reads the published lists and measures in the words of a province file. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { HeldProvince } from '../../province/held.ts';

type Held = Pick<HeldProvince, 'lists' | 'measures'>;

const publication = sql`json_build_object('reference', publication_reference, 'publishedOn', published_on)`;

export async function heldLists(em: EntityManager): Promise<Held> {
  const db = em.getKysely();
  const lists = await sql<{ entry: Held['lists'][number] }>`select row_to_json(r) as entry from (
    select l.code, l.name, l.name_en as "nameEn", l.kind, l.item, ${publication} as publication,
      (select coalesce(json_agg(row_to_json(s)), '[]') from (
        select edition, citation, grounds, designating_units as "designatingUnits", maximum_months as "maximumMonths", restoration_months as "restorationMonths",
          removal_conditions as "removalConditions", remedies, effective_from as "effectiveFrom", ${publication} as publication
        from sanctions.standard where list = l.code) s) as standards
    from sanctions.list l) r`.execute(db);
  const measures = await sql<{ entry: Held['measures'][number] }>`select row_to_json(r) as entry from (
    select code, edition, name, name_en as "nameEn", kind, scope, source, legal_basis as "legalBasis", grounds, lists, activities,
      maximum_months as "maximumMonths", maximum_extent as "maximumExtent", effective_from as "effectiveFrom",
      effective_until as "effectiveUntil", ${publication} as publication
    from sanctions.measure) r`.execute(db);
  return { lists: lists.rows.map(({ entry }) => entry), measures: measures.rows.map(({ entry }) => entry) };
}
