/** Purposes as a published list with caps (Articles 36 (1), 52), and duties that end (Article 22). */

const definer = (signature: string, returns: string, body: string): string =>
  `create or replace function control.${signature} returns ${returns} language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin ${body} end $$`;

const READERS =
  'credit_public, credit_subject, credit_party, credit_department, credit_provider, credit_collector, credit_operator, credit_analyst, credit_authority';

export const PURPOSES: readonly string[] = [
  `alter table control.purpose add column service text null`,
  `update control.purpose set service = code`,
  `alter table control.purpose alter column service set not null`,
  `alter table control.purpose add column needs text[] null`,
  `create table control.purpose_cap (id uuid not null, purpose text not null, item text null, party text null, maximum_months int not null,
    maximum_uses int null, effective_from date not null, published_on date not null, publication_reference text not null,
    article text not null, primary key (id))`,
  `create trigger touched after insert or update or delete on control.purpose_cap
    for each statement execute function control.touch()`,
  `grant select on control.purpose_cap to ${READERS}, credit_control`,
  // A rule is published and never changed: the next one replaces it from its day on.
  `grant insert on control.purpose_cap to credit_control`,
  `alter table control.duty add column ended_at timestamptz null`,
  `alter table control.duty add column end_reason text null`,
  `grant update (ended_at, end_reason) on control.duty to credit_control`,
  definer(
    'duties()',
    'setof control.duty',
    `if control.caller_role() <> 'DEPARTMENT' or control.caller_case() is null then return; end if;
     return query select d.* from control.duty d join control.purpose p on p.activity = d.activity
       where d.department = control.caller_unit() and d.ended_at is null and p.code = control.caller_purpose();`,
  ),
  definer(
    'standing()',
    'jsonb',
    `return jsonb_build_object(
       'version', (select v.value::text from control.version v where v.id = 1),
       'agreements', case when control.caller_role() = 'PARTY' then
         (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'items', a.items, 'purposes', a.purposes)
            order by a.concluded_at, a.id), '[]')
          from control.agreement a where a.party = control.caller_unit() and control.agreement_in_force(a)) else '[]' end,
       'duties', case when control.caller_role() = 'DEPARTMENT' then
         (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'items', d.items, 'identified', d.identified,
            'activity', d.activity) order by d.registered_at, d.id), '[]')
          from control.duty d where d.department = control.caller_unit() and d.ended_at is null) else '[]' end);`,
  ),
];
