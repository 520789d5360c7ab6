/** States of an agreement, each change dated with its reason (Article 23 (2)): suspended and ended ones open nothing from that moment on. */

const definer = (signature: string, returns: string, body: string): string =>
  `create or replace function control.${signature} returns ${returns} language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin ${body} end $$`;

export const AGREEMENTS: readonly string[] = [
  `alter table control.agreement add column state text not null default 'IN_FORCE'`,
  `update control.agreement set state = 'ENDED' where ended_at is not null`,
  `alter table control.agreement alter column state drop default`,
  `create table control.agreement_event (id uuid not null, agreement_id uuid not null, at timestamptz not null, from_state text null,
    to_state text not null, reason text not null, unit text not null, primary key (id))`,
  `create index agreement_event_agreement_id_at_index on control.agreement_event (agreement_id, at)`,
  `create function control.agreement_in_force(a control.agreement) returns boolean language sql stable parallel safe
    return a.state = 'IN_FORCE' and a.ended_at is null and control.today() between a.valid_from and a.valid_until`,
  definer(
    'items_agreed()',
    'text[]',
    `if control.caller_role() <> 'PARTY' then return '{}'; end if;
     return (select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.agreement a on i.code = any (a.items)
       where i.openness = 'AGREEMENT' and a.party = control.caller_unit() and control.agreement_in_force(a)
         and control.caller_purpose() = any (a.purposes));`,
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
          from control.duty d where d.department = control.caller_unit()) else '[]' end);`,
  ),
  `alter table control.agreement_event enable row level security`,
  `create policy a0 on control.agreement_event for insert to credit_control with check (true)`,
  `create policy a1 on control.agreement_event for select to credit_control, credit_operator, credit_authority using (true)`,
  `create policy a2 on control.agreement_event for select to credit_party using (exists (select from control.agreement a
    where a.id = agreement_id and a.party = (select control.caller_unit())))`,
  // Append-only: what was decided when, and why, is never rewritten.
  `grant select, insert on control.agreement_event to credit_control`,
  `grant select on control.agreement_event, control.agreement to credit_operator, credit_authority, credit_party`,
  `grant update (state) on control.agreement to credit_control`,
  `create policy a0 on control.agreement for select to credit_operator, credit_authority using (true)`,
  `create policy a1 on control.agreement for select to credit_party using (party = (select control.caller_unit()))`,
];
