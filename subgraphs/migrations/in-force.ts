/**
 * What is open to a caller, decided again in one statement each: every read asks these before its first row, and a function within a
 * function costs as much as the read. They decide what they decided before.
 */

const definer = (signature: string, body: string): string =>
  `create or replace function control.${signature} returns text[] language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ declare today constant date := control.today(); begin ${body} end $$`;

const inForce = (alias: string): string =>
  `${alias}.published_on <= today and ${alias}.effective_from <= today and (${alias}.effective_until is null or ${alias}.effective_until >= today)`;

/** The edition in force of an item is the newest of those that are: an older one that was closer or wider does not count (Article 18). */
const EDITION_IN_FORCE = `${inForce('i')} and not exists (select from control.item n
  where n.code = i.code and (n.effective_from, n.edition) > (i.effective_from, i.edition) and ${inForce('n')})`;

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
