-- What "$backup" reads: every table, and every row past row level security. It has no other right, and no function is its to execute. A table that
-- is added gets its line here, and a policy where it has row level security: the test over the catalogs finds the one that has none.

grant connect on database "$database" to "$backup";

grant usage on schema control to "$backup";
grant usage on schema public_credit to "$backup";
grant usage on schema non_public_credit to "$backup";
grant usage on schema sanctions to "$backup";
grant usage on schema ledger to "$backup";
grant usage on schema statistics to "$backup";

-- How far the database was brought: a restored one goes on from there.
grant select on public.migration, public.access to "$backup";

grant select on control.agreement, control.agreement_event, control.assessment_method, control.authorization_grant, control.calendar_year,
  control.clock, control.display_period, control.duty, control.gap, control.item, control.journal, control.journal_number_seq, control.key_mark, control.process,
  control.proof, control.province_run, control.purpose,
  control.purpose_cap, control.rate, control.refusal_count, control.submission, control.unit, control.unsafe_redaction, control.version
  to "$backup";
create policy backup on control.agreement for select to "$backup" using (true);
create policy backup on control.agreement_event for select to "$backup" using (true);
create policy backup on control.assessment_method for select to "$backup" using (true);
create policy backup on control.authorization_grant for select to "$backup" using (true);
create policy backup on control.clock for select to "$backup" using (true);
create policy backup on control.duty for select to "$backup" using (true);
create policy backup on control.gap for select to "$backup" using (true);
create policy backup on control.proof for select to "$backup" using (true);
create policy backup on control.province_run for select to "$backup" using (true);
create policy backup on control.purpose for select to "$backup" using (true);
create policy backup on control.rate for select to "$backup" using (true);
create policy backup on control.unit for select to "$backup" using (true);

grant select on public_credit.correction, public_credit.display_event, public_credit.known_values, public_credit.pledge_check,
  public_credit.pledge_choice, public_credit.record, public_credit.record_form, public_credit.record_whole, public_credit.statement_whole,
  public_credit.subject, public_credit.subject_alias, public_credit.text_whole
  to "$backup";
create policy backup on public_credit.correction for select to "$backup" using (true);
create policy backup on public_credit.display_event for select to "$backup" using (true);
create policy backup on public_credit.known_values for select to "$backup" using (true);
create policy backup on public_credit.pledge_check for select to "$backup" using (true);
create policy backup on public_credit.pledge_choice for select to "$backup" using (true);
create policy backup on public_credit.record for select to "$backup" using (true);
create policy backup on public_credit.record_form for select to "$backup" using (true);
create policy backup on public_credit.record_whole for select to "$backup" using (true);
create policy backup on public_credit.statement_whole for select to "$backup" using (true);
create policy backup on public_credit.subject for select to "$backup" using (true);
create policy backup on public_credit.subject_alias for select to "$backup" using (true);
create policy backup on public_credit.text_whole for select to "$backup" using (true);

grant select on non_public_credit.record, non_public_credit.record_whole to "$backup";
create policy backup on non_public_credit.record for select to "$backup" using (true);
create policy backup on non_public_credit.record_whole for select to "$backup" using (true);

grant select on sanctions.decision, sanctions.designation, sanctions.incentive, sanctions.list, sanctions.measure, sanctions.organ_notice,
  sanctions.reexamination, sanctions.removal, sanctions.standard, sanctions.waiver
  to "$backup";
create policy backup on sanctions.decision for select to "$backup" using (true);
create policy backup on sanctions.designation for select to "$backup" using (true);
create policy backup on sanctions.incentive for select to "$backup" using (true);
create policy backup on sanctions.organ_notice for select to "$backup" using (true);
create policy backup on sanctions.reexamination for select to "$backup" using (true);
create policy backup on sanctions.removal for select to "$backup" using (true);
create policy backup on sanctions.waiver for select to "$backup" using (true);

grant select on ledger.change, ledger.checkpoint, ledger.delivery, ledger.disclosure, ledger.feed, ledger.leaf, ledger.matter_answer,
  ledger.node, ledger.padding, ledger.pending, ledger.quota, ledger.quota_subject, ledger.report, ledger.report_record, ledger.watch,
  ledger.webhook
  to "$backup";
create policy backup on ledger.change for select to "$backup" using (true);
create policy backup on ledger.delivery for select to "$backup" using (true);
create policy backup on ledger.disclosure for select to "$backup" using (true);
create policy backup on ledger.feed for select to "$backup" using (true);
create policy backup on ledger.leaf for select to "$backup" using (true);
create policy backup on ledger.matter_answer for select to "$backup" using (true);
create policy backup on ledger.padding for select to "$backup" using (true);
create policy backup on ledger.quota for select to "$backup" using (true);
create policy backup on ledger.quota_subject for select to "$backup" using (true);
create policy backup on ledger.report for select to "$backup" using (true);
create policy backup on ledger.report_record for select to "$backup" using (true);
create policy backup on ledger.watch for select to "$backup" using (true);
create policy backup on ledger.webhook for select to "$backup" using (true);

grant select on statistics.cell, statistics.figure, statistics.release to "$backup";
create policy backup on statistics.cell for select to "$backup" using (true);
create policy backup on statistics.figure for select to "$backup" using (true);
create policy backup on statistics.release for select to "$backup" using (true);
