/** What the session is and may see, as functions of the database: the row policies decide from these and from nothing else. */

/** A function of the session, run with the rights of the owner and a fixed search path. */
const definer = (signature: string, returns: string, body: string): string =>
  `create function control.${signature} returns ${returns} language sql stable security definer parallel safe
  set search_path = pg_catalog as $$ ${body} $$`;

const setting = (name: string): string => `nullif(current_setting('credit.${name}', true), '')`;

export const FUNCTIONS: readonly string[] = [
  definer('caller_role()', 'text', `select coalesce(${setting('role')}, 'PUBLIC')`),
  definer('caller_unit()', 'text', `select ${setting('unit')}`),
  definer('caller_purpose()', 'text', `select ${setting('purpose')}`),
  definer('caller_case()', 'text', `select ${setting('case')}`),
  definer('caller_subject()', 'uuid', `select ${setting('subject')}::uuid`),
  definer('today()', 'date', `select ${setting('today')}::date`),
  definer(
    'items_in_force()',
    'table (code text, openness text, sharing text)',
    `select distinct on (i.code) i.code, i.openness, i.sharing from control.item i
       where i.published_on <= control.today() and i.effective_from <= control.today()
         and (i.effective_until is null or i.effective_until >= control.today())
       order by i.code, i.effective_from desc, i.edition desc`,
  ),
  definer(
    'duties()',
    'setof control.duty',
    `select d.* from control.duty d join control.purpose p on p.activity = d.activity
       where control.caller_role() = 'DEPARTMENT' and control.caller_case() is not null
         and d.department = control.caller_unit() and p.code = control.caller_purpose()`,
  ),
  definer(
    'items_open()',
    'text[]',
    `select coalesce(array_agg(code), '{}') from control.items_in_force() where openness = 'UNCONDITIONAL'
       and case control.caller_role()
         when 'ANALYST' then false
         when 'PARTY' then control.caller_purpose() is not null
         when 'DEPARTMENT' then exists (select from control.duties())
         else true end`,
  ),
  definer(
    'items_agreed()',
    'text[]',
    `select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.agreement a on i.code = any (a.items)
       where i.openness = 'AGREEMENT' and control.caller_role() = 'PARTY' and a.party = control.caller_unit()
         and a.ended_at is null and control.today() between a.valid_from and a.valid_until
         and control.caller_purpose() = any (a.purposes)`,
  ),
  definer(
    'items_duty()',
    'text[]',
    `select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.duties() d on i.code = any (d.items) where i.sharing <> 'NOT_SHARED'`,
  ),
  definer(
    'items_identified()',
    'text[]',
    `select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.duties() d on i.code = any (d.items) where i.sharing = 'SHARED_IDENTIFIED' and d.identified`,
  ),
  definer(
    'authorizes(subject uuid, item text)',
    'boolean',
    `select exists (select from control.authorization_grant g
       where g.subject_id = subject and g.party = control.caller_unit() and control.caller_role() = 'PARTY'
         and g.revoked_at is null and control.today() between g.valid_from and g.valid_until
         and (g.maximum_uses is null or g.uses < g.maximum_uses)
         and control.caller_purpose() = any (g.purposes) and (item is null or item = any (g.items)))`,
  ),
  // What the directory needs to know of the caller, in one round trip with the beginning of the transaction.
  definer(
    'standing()',
    'jsonb',
    `select jsonb_build_object(
       'version', (select value::text from control.version where id = 1),
       'agreements', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'items', a.items, 'purposes', a.purposes)), '[]')
          from control.agreement a where control.caller_role() = 'PARTY' and a.party = control.caller_unit()
            and a.ended_at is null and control.today() between a.valid_from and a.valid_until),
       'duties', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'items', d.items, 'identified', d.identified,
            'activity', d.activity)), '[]')
          from control.duty d where control.caller_role() = 'DEPARTMENT' and d.department = control.caller_unit()))`,
  ),
];
