-- Complaints (Article 41 §2): whose they are, who answers, and the collector that they are about. Nobody else learns that there is one.

alter table rights.complaint enable row level security, force row level security;
create policy own on rights.complaint for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy overseers on rights.complaint for select to "$operator", "$authority" using (true);
create policy collector on rights.complaint for select to "$collector" using (collector = (select control.caller_unit()));
create policy filed on rights.complaint for all to "$rights"
  using (subject_id = (select control.caller_subject()) or rights.answers(unit))
  with check (subject_id = (select control.caller_subject()) or rights.answers(unit));
create policy notifier on rights.complaint for select to "$notifier" using (true);
create policy joiner on rights.complaint for all to "$joiner" using (true) with check (true);
create policy redactor on rights.complaint for all to "$redactor" using (true) with check (true);
create policy recovery on rights.complaint for all to "$recovery" using (true) with check (true);
create policy backup on rights.complaint for select to "$backup" using (true);

-- Whether the caller answers what is before this unit: the unit itself, and where it has ended another department in charge.
create function rights.answers(unit text) returns boolean language sql stable
  return control.caller_role() = 'AUTHORITY' and (unit = control.caller_unit()
    or exists (select from control.unit u where u.code = unit and u.ended_on <= control.today()));
grant execute on function rights.answers(text) to "$rights", "$authority", "$subject", "$operator", "$collector";

grant select on rights.complaint to "$subject", "$collector", "$operator", "$authority", "$notifier", "$backup";
grant select, insert, update on rights.complaint to "$rights";
grant select, update (subject_id) on rights.complaint to "$joiner";
grant select, update (complaint, answer, redaction) on rights.complaint to "$redactor";
grant select (id, status, answered_on, answered_by), update (status, answered_on, answered_by) on rights.complaint to "$recovery";

create policy complaints on public_credit.text_whole for all to "$rights" using (place = 'COMPLAINT') with check (place = 'COMPLAINT');

-- By when it is answered, for the collector that it is about.
create policy complained_of on control.clock for select to "$collector"
  using (kind = 'complaint.answer' and exists (select from rights.complaint c
    where c.id::text = clock.reference and c.collector = (select control.caller_unit())));

-- Its evidence: that there is some, for who answers; the file, until it is answered or withdrawn.
create policy of_complaint on rights.evidence for select to "$authority"
  using (used_for = 'COMPLAINT' and exists (select from rights.complaint c where c.id = evidence.used_by and rights.answers(c.unit)));
create policy answering on rights.evidence_part for select to "$authority"
  using (exists (select from rights.evidence e join rights.complaint c on e.used_for = 'COMPLAINT' and c.id = e.used_by
    where e.id = evidence_part.id and c.status = 'OPEN' and rights.answers(c.unit)));
create trigger closes_evidence after update of status on rights.complaint for each row
  when (old.status = 'OPEN' and new.status <> 'OPEN') execute function rights.close_evidence('COMPLAINT');
