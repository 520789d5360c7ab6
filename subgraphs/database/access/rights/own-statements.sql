-- What a subject states beside a row about it (Article 35): whoever may see the row reads its open form, the subject reads it whole, and a row that was replaced or withdrawn
-- is the subject's history alone.

alter table rights.own_statement enable row level security, force row level security;
create policy own on rights.own_statement for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy beside_record on rights.own_statement for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority"
  using (ended_at is null and held_in = 'public_credit.record' and exists (select from public_credit.record r
    where r.subject_id = own_statement.subject_id and r.id = own_statement.row_id and r.current));
create policy beside_designation on rights.own_statement for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority"
  using (ended_at is null and held_in = 'sanctions.designation' and exists (select from sanctions.designation d
    where d.subject_id = own_statement.subject_id and d.id = own_statement.row_id));
create policy beside_incentive on rights.own_statement for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority"
  using (ended_at is null and held_in = 'sanctions.incentive' and exists (select from sanctions.incentive i
    where i.subject_id = own_statement.subject_id and i.id = own_statement.row_id));
create policy beside_non_public on rights.own_statement for select to "$subject", "$party"
  using (ended_at is null and held_in = 'non_public_credit.record' and exists (select from non_public_credit.record r
    where r.subject_id = own_statement.subject_id and r.id = own_statement.row_id and r.current));
create policy states on rights.own_statement for all to "$rights"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()));
create policy redactor on rights.own_statement for all to "$redactor" using (true) with check (true);
create policy joiner on rights.own_statement for all to "$joiner" using (true) with check (true);
create policy recovery on rights.own_statement for all to "$recovery" using (true) with check (true);
create policy backup on rights.own_statement for select to "$backup" using (true);

grant usage on schema rights to "$public", "$party", "$redactor", "$recovery";
grant select on rights.own_statement
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority", "$backup";
grant select, insert, update (ended_at) on rights.own_statement to "$rights";
grant select, update (text, redaction, masked) on rights.own_statement to "$redactor";
grant select, update (subject_id, personal) on rights.own_statement to "$joiner";
grant select (id, subject_id, row_id, ended_at), update (ended_at) on rights.own_statement to "$recovery";

-- Its whole text lies sealed for the subject, and what it tells of persons stands in no other text.
create policy own_statements on public_credit.text_whole for all to "$rights"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()) and place = 'OWN_STATEMENT');
create policy own_statements on public_credit.known_values for all to "$rights"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()));
grant select, insert, update on public_credit.text_whole, public_credit.known_values to "$rights";
grant execute on function public_credit.texts_of(uuid[]), public_credit.keep_forms(jsonb), public_credit.rows_to_redact(uuid),
  public_credit.texts_to_redact(uuid) to "$rights";

-- A report says what stood beside a row on its day: one with another statement, or without it, is superseded. What a subject reads of itself is whole, so that a
-- form made anew changes nothing in it.
create function ledger.void_by_statement() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update ledger.report p set superseded_at = control.moment() where p.superseded_at is null
    and p.id in (select x.report_id from ledger.report_record x where x.record_id = new.row_id)
    and (tg_argv[0] <> 'FORM' or p.role <> 'SUBJECT');
  return null;
end $$;
alter function ledger.void_by_statement() owner to "$notifier";
create trigger voids_reports after insert on rights.own_statement for each row
  when (new.ended_at is null) execute function ledger.void_by_statement('STATED');
create trigger voids_reports_ended after update of ended_at on rights.own_statement for each row
  when (old.ended_at is null and new.ended_at is not null) execute function ledger.void_by_statement('ENDED');
create trigger voids_reports_formed after update of text on rights.own_statement for each row
  when (new.ended_at is null and old.text <> new.text) execute function ledger.void_by_statement('FORM');
-- A subgraph in a process of its own reads these alone of what a subject said whole (migrate/logins/needs.ts).
create policy own_said on public_credit.text_whole for select to "$subject"
  using (place = 'OWN_STATEMENT' and subject_id = (select control.caller_subject()));
