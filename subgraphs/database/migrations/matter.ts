/** Answers to permit desks (Articles 43 and 44): the same case is given the same answer while nothing changed, written with the ledger. */

const OVERTAKEN_LOCK = `hashtext('credit-gateway corrections')`;

/** An answer that another one of the same case overtook is refused like one that a correction overtook: asked again, the desk is given that one. */
const RECORD = `create or replace function ledger.record(entries jsonb) returns void language plpgsql set search_path = pg_catalog as $$
  declare
    answers jsonb;
    written int;
  begin
    perform pg_advisory_xact_lock_shared(${OVERTAKEN_LOCK});
    if ledger.overtaken(entries) then raise exception using errcode = 'CR001', message = 'OVERTAKEN'; end if;
    perform ledger.write_entries(entries);
    select jsonb_agg(a || jsonb_build_object('subject', e->>'subject', 'unit', e->>'unit', 'disclosure', e->>'id')) into answers
      from jsonb_array_elements(entries) e, jsonb_array_elements(e->'answers') a;
    if answers is null then return; end if;
    insert into ledger.matter_answer (id, unit, case_mark, matter, subject_id, number, digest, answered_at, supersedes, disclosure_id)
      select (a->>'id')::uuid, a->>'unit', decode(a->>'caseMark', 'hex'), a->>'matter', (a->>'subject')::uuid, (a->>'number')::int,
        decode(a->>'digest', 'hex'), (a->>'answeredAt')::timestamptz, (a->>'supersedes')::uuid, (a->>'disclosure')::uuid
      from jsonb_array_elements(answers) a on conflict do nothing;
    get diagnostics written = row_count;
    if written < jsonb_array_length(answers) then raise exception using errcode = 'CR001', message = 'OVERTAKEN'; end if;
  end $$`;

export const MATTER: readonly string[] = [
  `create or replace function control.standing() returns jsonb language plpgsql stable security definer parallel safe
    set search_path = pg_catalog as $$ begin return jsonb_build_object(
       'version', (select v.value::text from control.version v where v.id = 1),
       'agreements', case when control.caller_role() = 'PARTY' then
         (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'items', a.items, 'purposes', a.purposes)
            order by a.concluded_at, a.id), '[]')
          from control.agreement a where a.party = control.caller_unit() and control.agreement_in_force(a)) else '[]' end,
       'duties', case when control.caller_role() = 'DEPARTMENT' then
         (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'matter', d.matter, 'items', d.items, 'identified', d.identified,
            'activity', d.activity) order by d.registered_at, d.id), '[]')
          from control.duty d where d.department = control.caller_unit() and d.ended_at is null) else '[]' end); end $$`,
  `create table ledger.matter_answer (id uuid not null, unit text not null, case_mark bytea not null, matter text not null,
    subject_id uuid not null, number int not null, digest bytea not null, answered_at timestamptz not null, supersedes uuid null,
    disclosure_id uuid not null, primary key (id))`,
  `create unique index matter_answer_once on ledger.matter_answer (unit, case_mark, matter, subject_id, number)`,
  `alter table ledger.matter_answer enable row level security`,
  `alter table ledger.matter_answer force row level security`,
  `create policy a0 on ledger.matter_answer for select to credit_department using (unit = (select control.caller_unit()))`,
  `create policy a1 on ledger.matter_answer for insert to credit_ledger with check (unit = (select control.caller_unit()))`,
  `grant usage on schema ledger to credit_department`,
  `grant select on ledger.matter_answer to credit_department`,
  `grant insert on ledger.matter_answer to credit_ledger`,
  RECORD,
];
