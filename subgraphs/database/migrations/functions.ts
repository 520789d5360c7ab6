/** What the session is and may see, as functions of the database: the row policies decide from these and from nothing else. */

/**
 * A word of the session. Parsed as it is created, so that no search path can turn it, and small enough that the planner writes it
 * into the statement instead of calling it.
 */
const word = (name: string, returns: string, value: string): string =>
  `create function control.${name}() returns ${returns} language sql stable parallel safe return ${value}`;

const setting = (name: string): string => `nullif(pg_catalog.current_setting('credit.${name}', true), '')`;

/**
 * A decision from the control tables, run with the rights of the owner and a fixed search path. In PL/pgSQL, which keeps its plans
 * for the session: every statement of a reader asks three of these.
 */
const definer = (signature: string, returns: string, body: string): string =>
  `create function control.${signature} returns ${returns} language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin ${body} end $$`;

const AGREEMENT_IN_FORCE = `a.party = control.caller_unit() and a.ended_at is null
  and (select control.today()) between a.valid_from and a.valid_until`;

export const FUNCTIONS: readonly string[] = [
  word('caller_role', 'text', `coalesce(${setting('role')}, 'PUBLIC')`),
  word('caller_unit', 'text', setting('unit')),
  word('caller_purpose', 'text', setting('purpose')),
  word('caller_case', 'text', setting('case')),
  word('caller_subject', 'uuid', `${setting('subject')}::uuid`),
  word('today', 'date', `${setting('today')}::date`),
  definer(
    'items_in_force()',
    'table (code text, openness text, sharing text)',
    `return query select distinct on (i.code) i.code, i.openness, i.sharing from control.item i
       where i.published_on <= (select control.today()) and i.effective_from <= (select control.today())
         and (i.effective_until is null or i.effective_until >= (select control.today()))
       order by i.code, i.effective_from desc, i.edition desc;`,
  ),
  definer(
    'duties()',
    'setof control.duty',
    `if control.caller_role() <> 'DEPARTMENT' or control.caller_case() is null then return; end if;
     return query select d.* from control.duty d join control.purpose p on p.activity = d.activity
       where d.department = control.caller_unit() and p.code = control.caller_purpose();`,
  ),
  definer(
    'items_open()',
    'text[]',
    `if not (case control.caller_role()
         when 'ANALYST' then false
         when 'PARTY' then control.caller_purpose() is not null
         when 'DEPARTMENT' then exists (select from control.duties())
         else true end) then return '{}'; end if;
     return (select coalesce(array_agg(i.code), '{}') from control.items_in_force() i where i.openness = 'UNCONDITIONAL');`,
  ),
  definer(
    'items_agreed()',
    'text[]',
    `if control.caller_role() <> 'PARTY' then return '{}'; end if;
     return (select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.agreement a on i.code = any (a.items)
       where i.openness = 'AGREEMENT' and ${AGREEMENT_IN_FORCE} and control.caller_purpose() = any (a.purposes));`,
  ),
  definer(
    'items_duty()',
    'text[]',
    `if control.caller_role() <> 'DEPARTMENT' then return '{}'; end if;
     return (select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.duties() d on i.code = any (d.items) where i.sharing <> 'NOT_SHARED');`,
  ),
  definer(
    'items_identified()',
    'text[]',
    `if control.caller_role() <> 'DEPARTMENT' then return '{}'; end if;
     return (select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.duties() d on i.code = any (d.items) where i.sharing = 'SHARED_IDENTIFIED' and d.identified);`,
  ),
  definer(
    'authorizes(subject uuid, item text)',
    'boolean',
    `if control.caller_role() <> 'PARTY' then return false; end if;
     return exists (select from control.authorization_grant g
       where g.subject_id = subject and g.party = control.caller_unit()
         and g.revoked_at is null and control.today() between g.valid_from and g.valid_until
         and (g.maximum_uses is null or g.uses < g.maximum_uses)
         and control.caller_purpose() = any (g.purposes) and (item is null or item = any (g.items)));`,
  ),
  // What the directory needs to know of the caller, in one round trip with the beginning of the transaction.
  definer(
    'standing()',
    'jsonb',
    `return jsonb_build_object(
       'version', (select v.value::text from control.version v where v.id = 1),
       'agreements', case when control.caller_role() = 'PARTY' then
         (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'items', a.items, 'purposes', a.purposes)), '[]')
          from control.agreement a where ${AGREEMENT_IN_FORCE}) else '[]' end,
       'duties', case when control.caller_role() = 'DEPARTMENT' then
         (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'items', d.items, 'identified', d.identified,
            'activity', d.activity)), '[]')
          from control.duty d where d.department = control.caller_unit()) else '[]' end);`,
  ),
];
