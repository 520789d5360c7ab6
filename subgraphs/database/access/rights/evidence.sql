-- Evidence (Articles 39 and 41): its uploader reads the file, and whoever decides what it was used for, while that is open; that there is some, whoever may read
-- the objection. What else takes evidence has its policies, and the trigger that closes it, in its own file.

grant usage on schema rights to "$reseal", "$due";

alter table rights.evidence enable row level security, force row level security;
create policy uploader on rights.evidence for select to "$subject", "$department", "$provider", "$collector", "$operator", "$authority"
  using (subject_id = (select control.caller_subject()) or unit = (select control.caller_unit()));
create policy of_objection on rights.evidence for select to "$subject", "$department", "$provider", "$collector", "$operator", "$authority"
  using (used_for = 'OBJECTION' and exists (select from rights.objection o where o.id = evidence.used_by));
create policy brought on rights.evidence for all to "$rights"
  using (subject_id = (select control.caller_subject()) or unit = (select control.caller_unit()))
  with check (subject_id = (select control.caller_subject()) or unit = (select control.caller_unit()));
-- What is used stays until the day from which its retention counts.
create policy ended on rights.evidence for select to "$due" using (true);
create policy over on rights.evidence for delete to "$due" using (used_by is null or closed_on is not null);
create policy notifier on rights.evidence for all to "$notifier" using (true) with check (true);
create policy joiner on rights.evidence for all to "$joiner" using (true) with check (true);
create policy backup on rights.evidence for select to "$backup" using (true);

alter table rights.evidence_part enable row level security, force row level security;
create policy uploader on rights.evidence_part for select to "$subject", "$department", "$provider", "$collector", "$operator", "$authority"
  using (exists (select from rights.evidence e where e.id = evidence_part.id
    and (e.subject_id = (select control.caller_subject()) or e.unit = (select control.caller_unit()))));
-- Who decides alone: not who is asked to verify, and nobody any more once it is decided.
create policy decider on rights.evidence_part for select to "$department", "$provider", "$collector", "$operator"
  using (exists (select from rights.evidence e join rights.objection o on e.used_for = 'OBJECTION' and o.id = e.used_by
    where e.id = evidence_part.id and o.status = 'OPEN' and o.unit = (select control.caller_unit())));
create policy brought on rights.evidence_part for insert to "$rights"
  with check (exists (select from rights.evidence e where e.id = evidence_part.id and e.used_by is null));
create policy ended on rights.evidence_part for select to "$due" using (true);
create policy over on rights.evidence_part for delete to "$due" using (not exists (select from rights.evidence e where e.id = evidence_part.id));
create policy reseal on rights.evidence_part for all to "$reseal" using (true) with check (true);
create policy backup on rights.evidence_part for select to "$backup" using (true);

-- The day from which its retention counts, however what used it comes to its end. The trigger says what that was.
create function rights.close_evidence() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update rights.evidence e set closed_on = control.today() where e.used_for = tg_argv[0] and e.used_by = new.id and e.closed_on is null;
  return null;
end $$;
alter function rights.close_evidence() owner to "$notifier";
create trigger closes_evidence after update of status on rights.objection for each row
  when (old.status = 'OPEN' and new.status <> 'OPEN') execute function rights.close_evidence('OBJECTION');

grant select on rights.evidence, rights.evidence_part to "$subject", "$department", "$provider", "$collector", "$operator", "$authority";
grant select, insert, update (used_for, used_by, used_at) on rights.evidence to "$rights";
grant insert on rights.evidence_part to "$rights";
grant select (id, used_by, uploaded_at, closed_on), delete on rights.evidence to "$due";
grant select (id), delete on rights.evidence_part to "$due";
grant select (id, used_for, used_by, closed_on), update (closed_on) on rights.evidence to "$notifier";
grant execute on function control.today() to "$notifier";
grant select, update (subject_id) on rights.evidence to "$joiner";
grant select (id, part, sealed, key_id), update (sealed, key_id) on rights.evidence_part to "$reseal";
grant select on rights.evidence, rights.evidence_part to "$backup";
