/** Of the editions of an item the newest that has begun counts, and none where that one ended: what it replaced does not come back (Article 7). */
const newest = (columns: string): string => `select ${columns} from (
      select distinct on (i.code) i.code, i.effective_until, ${columns.replaceAll('n.', 'i.').replace('i.code, ', '')} from control.item i
        where i.published_on <= (select control.today()) and i.effective_from <= (select control.today())
        order by i.code, i.effective_from desc, i.edition desc) n
    where (n.effective_until is null or n.effective_until >= (select control.today()))`;

/** The part of the census that says which items are counted, as migration 0014 made it. */
const COUNTED_BEFORE = `select distinct on (i.code) i.code, i.nature from control.item i where i.information = 'PUBLIC'
        and i.published_on <= (select control.today()) and i.effective_from <= (select control.today())
        and (i.effective_until is null or i.effective_until >= (select control.today()))
      order by i.code, i.effective_from desc, i.edition desc`;

export const EDITIONS: readonly string[] = [
  `create or replace function control.items_in_force() returns table (code text, openness text, sharing text)
    language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
      return query ${newest('n.code, n.openness, n.sharing')};
    end $$`,
  `do $do$ declare census text := pg_get_functiondef('statistics.census()'::regprocedure); changed text; begin
    changed := replace(census, $old$${COUNTED_BEFORE}$old$, $new$select p.code, p.nature from (${newest('n.code, n.nature, n.information')}) p
      where p.information = 'PUBLIC'$new$);
    if changed = census then raise exception 'The census is not as it was made.'; end if;
    execute changed;
  end $do$`,
];
