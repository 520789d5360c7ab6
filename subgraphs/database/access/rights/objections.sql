-- Objections (Article 39): whose they are, who decides and who verifies, and what an open one opens.

grant usage on schema rights
  to "$subject", "$department", "$provider", "$collector", "$operator", "$authority", "$rights", "$intake", "$collect", "$designate", "$amend",
    "$due", "$control", "$notifier", "$joiner", "$backup";
grant usage on schema control, public_credit, non_public_credit, sanctions, ledger to "$rights";

alter table rights.objection enable row level security, force row level security;
create policy own on rights.objection for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy overseers on rights.objection for select to "$operator", "$authority" using (true);
-- A unit reads those that it decides, and those that it was asked to verify for.
create policy units on rights.objection for select to "$department", "$provider", "$collector"
  using (unit = (select control.caller_unit())
    or exists (select from rights.verification v where v.objection_id = objection.id and v.unit = (select control.caller_unit())));
create policy raised on rights.objection for all to "$rights"
  using (subject_id = (select control.caller_subject()) or unit = (select control.caller_unit())
    or exists (select from rights.verification v where v.objection_id = objection.id and v.unit = (select control.caller_unit())))
  with check (subject_id = (select control.caller_subject()) or unit = (select control.caller_unit()));
create policy decided on rights.objection for all to "$intake", "$collect", "$designate", "$amend"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));
create policy notifier on rights.objection for select to "$notifier" using (true);
create policy joiner on rights.objection for all to "$joiner" using (true) with check (true);
create policy backup on rights.objection for select to "$backup" using (true);

alter table rights.verification enable row level security, force row level security;
create policy own on rights.verification for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy overseers on rights.verification for select to "$operator", "$authority" using (true);
create policy units on rights.verification for select to "$department", "$provider", "$collector"
  using (unit = (select control.caller_unit()) or asked_by = (select control.caller_unit()));
create policy asked on rights.verification for all to "$rights"
  using (unit = (select control.caller_unit()) or asked_by = (select control.caller_unit()) or subject_id = (select control.caller_subject()))
  with check (unit = (select control.caller_unit()) or asked_by = (select control.caller_unit()));
create policy notifier on rights.verification for select to "$notifier" using (true);
create policy joiner on rights.verification for all to "$joiner" using (true) with check (true);
create policy backup on rights.verification for select to "$backup" using (true);

alter table rights.pause enable row level security, force row level security;
create policy paused on rights.pause for all to "$rights"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));
create policy units on rights.pause for select to "$department", "$provider", "$collector" using (unit = (select control.caller_unit()));
create policy own on rights.pause for select to "$subject"
  using (exists (select from control.clock c where c.id = pause.clock_id and c.subject_id = (select control.caller_subject())));
create policy overseers on rights.pause for select to "$operator", "$authority" using (true);
create policy backup on rights.pause for select to "$backup" using (true);

grant select on rights.objection, rights.verification to "$subject", "$department", "$provider", "$collector", "$operator", "$authority", "$notifier";
grant select on rights.pause to "$subject", "$department", "$provider", "$collector", "$operator", "$authority";
grant select, insert, update on rights.objection, rights.verification, rights.pause to "$rights";
grant select, update on rights.objection to "$intake", "$collect", "$designate", "$amend";
grant select, update (subject_id) on rights.objection, rights.verification to "$joiner";
grant select on rights.objection, rights.verification, rights.pause to "$backup";

-- What a command of "$rights" computes with, and the clocks that it starts, meets and pauses.
grant select on control.unit, control.item, control.purpose, control.calendar_year, control.version to "$rights";
create policy rights on control.unit for select to "$rights" using (true);
create policy rights on control.clock for all to "$rights" using (true) with check (true);
grant select, insert, update on control.clock to "$rights";
-- By when an objection is decided, for whoever was asked to verify.
create policy verifiers on control.clock for select to "$department", "$provider", "$collector"
  using (kind in ('objection.decide', 'objection.decide-with-help') and exists (select from rights.verification v
    where v.objection_id::text = clock.reference and v.unit = (select control.caller_unit())));
create policy rights on control.purpose for select to "$rights" using (true);
grant execute on function control.caller_role(), control.caller_unit(), control.caller_purpose(), control.caller_case(), control.caller_matter(),
  control.caller_subject(), control.acting_for(), control.today(), control.moment(), control.ended_units(text[]), public_credit.about_person(uuid) to "$rights";

-- What its subject objects to: own rows, displayed, hidden or fallen, without what they say.
create policy objected on public_credit.record for select to "$rights" using (subject_id = (select control.caller_subject()));
create policy objected on non_public_credit.record for select to "$rights" using (subject_id = (select control.caller_subject()));
create policy objected on sanctions.designation for select to "$rights" using (subject_id = (select control.caller_subject()));
create policy objected on sanctions.incentive for select to "$rights" using (subject_id = (select control.caller_subject()));
grant select (subject_id, id, current, item, type, providing_unit, display, displayed_until) on public_credit.record to "$rights";
grant select (subject_id, id, current, item, collector, display, displayed_until) on non_public_credit.record to "$rights";
grant select (subject_id, id, item, designating_unit, display, displayed_until) on sanctions.designation, sanctions.incentive to "$rights";

-- Its texts, and what it says of its subject: known like what a delivery says (Article 23).
create policy rights on public_credit.text_whole for all to "$rights"
  using (place in ('OBJECTION', 'VERIFICATION')) with check (place in ('OBJECTION', 'VERIFICATION'));
create policy rights on public_credit.known_values for all to "$rights" using (true) with check (true);
grant select, insert, update on public_credit.text_whole, public_credit.known_values to "$rights";
create policy redactor on rights.objection for all to "$redactor" using (true) with check (true);
create policy redactor on rights.verification for all to "$redactor" using (true) with check (true);
grant usage on schema rights to "$redactor";
grant select, update (reasons, decision, redaction) on rights.objection to "$redactor";
grant select, update (question, answer, redaction) on rights.verification to "$redactor";
