/**
 * What is open to a caller, decided again in one statement each: every read asks these before its first row, and a function within a
 * function costs as much as the read.
 */

const definer = (signature: string, body: string): string =>
  `create or replace function control.${signature} returns text[] language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ declare today constant date := control.today(); begin ${body} end $$`;

const begun = (alias: string): string => `${alias}.published_on <= today and ${alias}.effective_from <= today`;

/**
 * Of the editions of an item the newest that has begun counts, and none where that one ended: what it replaced does not come back
 * (Articles 7 and 18).
 */
const EDITION_IN_FORCE = `${begun('i')} and (i.effective_until is null or i.effective_until >= today)
  and not exists (select from control.item n
    where n.code = i.code and (n.effective_from, n.edition) > (i.effective_from, i.edition) and ${begun('n')})`;

export const IN_FORCE: readonly string[] = [
  definer(
    'items_open()',
    `if not (case control.caller_role()
         when 'ANALYST' then false
         when 'PARTY' then control.caller_purpose() is not null
         when 'DEPARTMENT' then exists (select from control.duties())
         else true end) then return '{}'; end if;
     return array(select i.code from control.item i where i.openness = 'UNCONDITIONAL' and ${EDITION_IN_FORCE});`,
  ),
  definer(
    'items_agreed()',
    `if control.caller_role() <> 'PARTY' then return '{}'; end if;
     return array(select i.code from control.item i where i.openness = 'AGREEMENT' and ${EDITION_IN_FORCE}
       and exists (select from control.agreement a where i.code = any (a.items) and a.party = control.caller_unit()
         and control.agreement_in_force(a) and control.caller_purpose() = any (a.purposes)));`,
  ),
];
