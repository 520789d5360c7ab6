-- Row policies on tables about subjects: which role reads and writes which rows. They bind the owner of the tables too.

alter table public_credit.subject enable row level security, force row level security;
-- A subject is what its visible rows say: where the session may read none of them it does not exist, whatever kind of subject it is (Articles 23 and
-- 36). One function looks for such a row, as the row policies of those tables would; the keys find it, so that no row that is withheld is walked over. Within
-- this policy each of those tables, part by part, had its own policies set up at every statement, which took longer than to look.
create policy shown on public_credit.subject for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority"
  using (id = (select control.caller_subject())
    or public_credit.is_shown(id, personal));
create policy intake on public_credit.subject for all to "$intake" using (true) with check (true);
create policy listed on public_credit.subject for insert to "$designate", "$collect" with check (true);
create policy notifier on public_credit.subject for select to "$notifier" using (true);
create policy census on public_credit.subject for select to "$census" using (true);

alter table public_credit.statement_whole enable row level security, force row level security;
create policy own on public_credit.statement_whole for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy department on public_credit.statement_whole for select to "$department"
  using (item = any ((select control.items_identified())::text[]));
create policy intake on public_credit.statement_whole for all to "$intake" using (true) with check (true);
create policy designate on public_credit.statement_whole for insert to "$designate" with check (true);
-- A unit that submits an entry again compares the name with the one of its own entry.
create policy designated on public_credit.statement_whole for select to "$designate"
  using (exists (select from sanctions.designation d where d.subject_id = statement_whole.subject_id and d.id = statement_whole.record_id
    and d.designating_unit = (select control.caller_unit())));

alter table public_credit.record enable row level security, force row level security;
-- Which rows about a subject the session may read. Each table with such rows has the same condition.
create policy shown on public_credit.record for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority"
  using (
    record.display <> 'ARCHIVED' and (record.displayed_until is null or record.displayed_until >= (select control.today()))
    and (
      record.subject_id = (select control.caller_subject())
      or (record.display = 'DISPLAYED' and (
        record.item = any ((select control.items_open())::text[])
        or record.item = any ((select control.items_duty())::text[])
        or (record.item = any ((select control.items_agreed())::text[])
          and (not record.personal or control.authorizes(record.subject_id, record.item)) and not rights.is_locked(record.subject_id))))));
create policy intake on public_credit.record for all to "$intake"
  using (providing_unit = (select control.caller_unit()))
  with check (providing_unit = (select control.caller_unit()) and source_unit = (select control.caller_unit()));
create policy due on public_credit.record for all to "$due" using (true) with check (display = 'ARCHIVED');
-- Where a basis document is revoked, its own unit's records are taken down at once. Records of other units are the operator's to take down (Article
-- 38).
create policy amend on public_credit.record for all to "$amend"
  using (control.caller_role() = 'OPERATOR' or providing_unit = (select control.caller_unit()));
-- The exact versions that the opened ledger entry names, also when they are no longer displayed (Articles 35 and 36 (3)): for the subject alone. The
-- operator and the authority read of an entry what they could ask for themselves.
create policy shown_then on public_credit.record for select to "$subject"
  using ((select nullif(current_setting('credit.disclosure', true), '')) is not null
    and control.was_shown(record.subject_id, record.id, record.version));
create policy notifier on public_credit.record for select to "$notifier" using (true);
create policy census on public_credit.record for select to "$census" using (true);

alter table public_credit.record_whole enable row level security, force row level security;
create policy own on public_credit.record_whole for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy department on public_credit.record_whole for select to "$department"
  using (item = any ((select control.items_identified())::text[]));
create policy intake on public_credit.record_whole for all to "$intake" using (true) with check (true);

alter table public_credit.display_event enable row level security, force row level security;
create policy own on public_credit.display_event for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy intake on public_credit.display_event for all to "$intake" using (true) with check (true);
create policy due on public_credit.display_event for insert to "$due" with check (true);
create policy amend on public_credit.display_event for insert to "$amend" with check (true);

alter table public_credit.correction enable row level security, force row level security;
create policy intake on public_credit.correction for all to "$intake"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));

alter table public_credit.pledge_check enable row level security, force row level security;
create policy intake on public_credit.pledge_check for all to "$intake"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));
create policy units on public_credit.pledge_check for select to "$provider", "$department", "$operator"
  using (unit = (select control.caller_unit()));
create policy own on public_credit.pledge_check for select to "$subject" using (subject_id = (select control.caller_subject()));

alter table public_credit.pledge_choice enable row level security, force row level security;
create policy intake on public_credit.pledge_choice for all to "$intake"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()));
create policy own on public_credit.pledge_choice for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy notifier on public_credit.pledge_choice for select to "$notifier" using (true);

alter table non_public_credit.record enable row level security, force row level security;
create policy shown on non_public_credit.record for select to "$subject", "$party"
  using (
    record.display <> 'ARCHIVED' and (record.displayed_until is null or record.displayed_until >= (select control.today()))
    and (
      record.subject_id = (select control.caller_subject())
      or (record.display = 'DISPLAYED' and (
        record.item = any ((select control.items_open())::text[])
        or record.item = any ((select control.items_duty())::text[])
        or (record.item = any ((select control.items_agreed())::text[])
          and (not record.personal or control.authorizes(record.subject_id, record.item)) and not rights.is_locked(record.subject_id))))));
create policy collect on non_public_credit.record for all to "$collect"
  using (collector = (select control.caller_unit()))
  with check (collector = (select control.caller_unit()));
create policy due on non_public_credit.record for all to "$due" using (true) with check (display = 'ARCHIVED');
create policy shown_then on non_public_credit.record for select to "$subject"
  using ((select nullif(current_setting('credit.disclosure', true), '')) is not null
    and control.was_shown(record.subject_id, record.id, record.version));
create policy notifier on non_public_credit.record for select to "$notifier" using (true);

alter table non_public_credit.record_whole enable row level security, force row level security;
create policy own on non_public_credit.record_whole for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy collect on non_public_credit.record_whole for all to "$collect" using (true) with check (true);

alter table sanctions.designation enable row level security, force row level security;
create policy shown on sanctions.designation for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority"
  using (
    designation.display <> 'ARCHIVED' and (designation.displayed_until is null or designation.displayed_until >= (select control.today()))
    and (
      designation.subject_id = (select control.caller_subject())
      or (designation.display = 'DISPLAYED' and (
        designation.item = any ((select control.items_open())::text[])
        or designation.item = any ((select control.items_duty())::text[])
        or (designation.item = any ((select control.items_agreed())::text[])
          and (not designation.personal or control.authorizes(designation.subject_id, designation.item)) and not rights.is_locked(designation.subject_id))))));
create policy designated on sanctions.designation for all to "$designate"
  using (designating_unit = (select control.caller_unit()))
  with check (designating_unit = (select control.caller_unit()));
create policy due on sanctions.designation for all to "$due" using (true) with check (display = 'ARCHIVED');
create policy amend on sanctions.designation for all to "$amend"
  using (control.caller_role() = 'OPERATOR' or designating_unit = (select control.caller_unit()));
create policy shown_then on sanctions.designation for select to "$subject"
  using ((select nullif(current_setting('credit.disclosure', true), '')) is not null
    and control.was_shown(designation.subject_id, designation.id, 1));
create policy notifier on sanctions.designation for select to "$notifier" using (true);
-- A subject names its own designation when it requests re-examination. The command reads which unit designated it.
create policy own on sanctions.designation for select to "$designate" using (subject_id = (select control.caller_subject()));
-- The department in charge orders correction of state organs that other units designated, and of no other subject (Article 32).
create policy noticed on sanctions.designation for select to "$designate"
  using (control.caller_role() = 'AUTHORITY'
    and exists (select from sanctions.organ_notice o where o.subject_id = designation.subject_id and o.designation_id = designation.id));
-- A designation made on account of another ends when that one ends (Article 33).
create policy released on sanctions.designation for update to "$notifier" using (true) with check (display = 'ARCHIVED');
create policy census on sanctions.designation for select to "$census" using (true);

alter table sanctions.incentive enable row level security, force row level security;
create policy shown on sanctions.incentive for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority"
  using (
    incentive.display <> 'ARCHIVED' and (incentive.displayed_until is null or incentive.displayed_until >= (select control.today()))
    and (
      incentive.subject_id = (select control.caller_subject())
      or (incentive.display = 'DISPLAYED' and (
        incentive.item = any ((select control.items_open())::text[])
        or incentive.item = any ((select control.items_duty())::text[])
        or (incentive.item = any ((select control.items_agreed())::text[])
          and (not incentive.personal or control.authorizes(incentive.subject_id, incentive.item)) and not rights.is_locked(incentive.subject_id))))));
create policy designate on sanctions.incentive for all to "$designate"
  using (designating_unit = (select control.caller_unit()))
  with check (designating_unit = (select control.caller_unit()));
create policy due on sanctions.incentive for all to "$due" using (true) with check (display = 'ARCHIVED');
create policy shown_then on sanctions.incentive for select to "$subject"
  using ((select nullif(current_setting('credit.disclosure', true), '')) is not null
    and control.was_shown(incentive.subject_id, incentive.id, 1));
create policy census on sanctions.incentive for select to "$census" using (true);
create policy notifier on sanctions.incentive for select to "$notifier" using (true);

alter table sanctions.decision enable row level security, force row level security;
create policy own on sanctions.decision for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy designate on sanctions.decision for all to "$designate" using (true) with check (true);

alter table sanctions.removal enable row level security, force row level security;
create policy designate on sanctions.removal for all to "$designate"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));

alter table sanctions.waiver enable row level security, force row level security;
create policy designate on sanctions.waiver for all to "$designate"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));
create policy own on sanctions.waiver for select to "$subject" using (subject_id = (select control.caller_subject()));

alter table sanctions.reexamination enable row level security, force row level security;
create policy own on sanctions.reexamination for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy requested on sanctions.reexamination for insert to "$designate" with check (subject_id = (select control.caller_subject()));
create policy designate on sanctions.reexamination for select to "$designate"
  using (unit = (select control.caller_unit()) or subject_id = (select control.caller_subject()));
create policy decided on sanctions.reexamination for update to "$designate"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));

alter table sanctions.organ_notice enable row level security, force row level security;
create policy readers on sanctions.organ_notice for select to "$provider", "$department", "$authority"
  using (unit = (select control.caller_unit()) or designating_unit = (select control.caller_unit()) or control.caller_role() = 'AUTHORITY');
create policy designate on sanctions.organ_notice for all to "$designate"
  using (unit = (select control.caller_unit()) or designating_unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()) or designating_unit = (select control.caller_unit()));
create policy overseers on sanctions.organ_notice for select to "$designate" using (control.caller_role() = 'AUTHORITY');
