-- Row policies of the control plane, the ledger, the feeds and the statistics. Control tables that functions of the owner read for every caller do
-- not bind the owner; all other tables do. Tables about no subject (items, units, lists, measures, the hash tree) have no policies.

alter table control.agreement enable row level security;
create policy control on control.agreement for all to "$control" using (true) with check (true);
create policy overseers on control.agreement for select to "$operator", "$authority" using (true);
create policy party on control.agreement for select to "$party" using (party = (select control.caller_unit()));
create policy ledger on control.agreement for select to "$ledger" using (party = control.caller_unit());
create policy notifier on control.agreement for select to "$notifier" using (true);

alter table control.agreement_event enable row level security;
-- Append-only: events of an agreement, with their dates and reasons, are never rewritten.
create policy written on control.agreement_event for insert to "$control" with check (true);
create policy overseers on control.agreement_event for select to "$control", "$operator", "$authority" using (true);
create policy party on control.agreement_event for select to "$party"
  using (exists (select from control.agreement a where a.id = agreement_id and a.party = (select control.caller_unit())));

alter table control.assessment_method enable row level security;
create policy readers on control.assessment_method for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$intake"
  using (true);
create policy published on control.assessment_method for insert to "$intake" with check (control.caller_role() = 'AUTHORITY');

alter table control.authorization_grant enable row level security;
create policy own on control.authorization_grant for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy control on control.authorization_grant for all to "$control"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()));
create policy ledger on control.authorization_grant for all to "$ledger"
  using (party = control.caller_unit())
  with check (party = control.caller_unit());
create policy notifier on control.authorization_grant for select to "$notifier" using (true);

alter table control.unit enable row level security;
create policy readers on control.unit for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$intake", "$collect",
    "$designate", "$control"
  using (true);
-- Units are registered by who keeps the platform, and ended by the authority. Who keeps it is made by the authority alone.
create policy registered on control.unit for insert to "$control"
  with check (control.caller_role() = 'AUTHORITY' or control.caller_role() = 'OPERATOR' and not kinds && '{OPERATOR,AUTHORITY}');
create policy ended on control.unit for update to "$control"
  using (control.caller_role() = 'AUTHORITY')
  with check (control.caller_role() = 'AUTHORITY');

-- The operator mends what a province file says of a unit that it serves. It ends none, and makes none a keeper.
create policy described on control.unit for update to "$control"
  using (control.caller_role() = 'OPERATOR' and ended_on is null and not kinds && '{OPERATOR,AUTHORITY}')
  with check (control.caller_role() = 'OPERATOR' and ended_on is null and not kinds && '{OPERATOR,AUTHORITY}');

-- Purposes are the authority's to publish (Articles 7 and 52).
alter table control.purpose enable row level security;
create policy readers on control.purpose for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$intake", "$collect",
    "$designate", "$control"
  using (true);
create policy published on control.purpose for insert to "$control" with check (control.caller_role() = 'AUTHORITY');

alter table control.clock enable row level security;
create policy overseers on control.clock for select to "$operator", "$authority" using (true);
create policy units on control.clock for select to "$party", "$department", "$provider", "$collector"
  using (unit = (select control.caller_unit()));
create policy own on control.clock for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy writers on control.clock for all to "$control", "$due", "$intake" using (true) with check (true);
create policy notifier on control.clock for all to "$notifier" using (true) with check (true);
create policy amend on control.clock for all to "$amend" using (true) with check (true);
create policy designate on control.clock for all to "$designate" using (true) with check (true);
-- Those of lists alone (Articles 32 and 35): for a subgraph that decides on no objection.
create policy listed on control.clock for all to "$designate"
  using (kind in ('reexamination.decide', 'organ.correct', 'held.decide')) with check (kind in ('reexamination.decide', 'organ.correct', 'held.decide'));

alter table control.duty enable row level security;
create policy control on control.duty for all to "$control" using (true) with check (true);
create policy overseers on control.duty for select to "$operator", "$authority" using (true);
create policy department on control.duty for select to "$department" using (department = (select control.caller_unit()));

alter table control.proof enable row level security, force row level security;
create policy admission on control.proof for select to "$admission" using (true);
create policy kept on control.proof for insert to "$admission" with check (true);
-- A proof that was used, and a nonce that was seen, can be forgotten when it is refused by its age, and no sooner: else it could be used again.
create policy over on control.proof for delete to "$admission" using (until < now());

alter table control.province_run enable row level security, force row level security;
create policy written on control.province_run for insert to "$control" with check (control.caller_role() in ('OPERATOR', 'AUTHORITY'));
create policy overseers on control.province_run for select to "$operator", "$authority" using (true);

alter table control.rate enable row level security, force row level security;
create policy admission on control.rate for select to "$admission" using (true);
create policy counted on control.rate for insert to "$admission" with check (true);
create policy counted_on on control.rate for update to "$admission" using (true) with check (true);
create policy over on control.rate for delete to "$admission" using (expire < extract(epoch from clock_timestamp()) * 1000);

alter table ledger.disclosure enable row level security, force row level security;
create policy written on ledger.disclosure for insert to "$ledger" with check (true);
-- Entries about what turned out to be the same subject are its own too; they keep the id that their leaf was made with.
-- A question of several parts does not read its own: they stand when it has been answered.
create policy own on ledger.disclosure for select to "$subject"
  using ((subject_id = (select control.caller_subject())
      or subject_id in (select a.alias_id from public_credit.subject_alias a where a.subject_id = (select control.caller_subject())))
    and request_id is distinct from (select nullif(current_setting('credit.question', true), ''))::uuid);
-- A unit reads who in it asked what (Article 17): by columns that hold neither what proves an entry nor what was shown.
create policy units on ledger.disclosure for select to "$party", "$department", "$provider", "$collector"
  using (unit = (select control.caller_unit()) and request_id is distinct from (select nullif(current_setting('credit.question', true), ''))::uuid);
create policy overseers on ledger.disclosure for select to "$operator", "$authority" using (request_id is distinct from (select nullif(current_setting('credit.question', true), ''))::uuid);
-- The one entry that is opened (credit.disclosure), by its id: for subgraphs that show again what was disclosed and list no entries.
create policy own_opened on ledger.disclosure for select to "$subject"
  using (id = (select nullif(current_setting('credit.disclosure', true), ''))::uuid and (subject_id = (select control.caller_subject())
      or subject_id in (select a.alias_id from public_credit.subject_alias a where a.subject_id = (select control.caller_subject())))
    and request_id is distinct from (select nullif(current_setting('credit.question', true), ''))::uuid);
create policy opened on ledger.disclosure for select to "$operator", "$authority"
  using (id = (select nullif(current_setting('credit.disclosure', true), ''))::uuid
    and request_id is distinct from (select nullif(current_setting('credit.question', true), ''))::uuid);
create policy keepers on ledger.disclosure for select to "$sequencer", "$control" using (true);
-- The sequencer may only add a missing commitment to an entry.
create policy sequencer on ledger.disclosure for update to "$sequencer" using (commitment is null) with check (true);
-- An erasure removes the content of an entry and keeps its leaf (Article 17: the tree stays whole).
create policy erasure on ledger.disclosure for update to "$control"
  using (erased_at is null)
  with check (erased_at is not null and salt is null);
create policy notifier on ledger.disclosure for select to "$notifier" using (true);

-- Leaves of the entries that the caller may read. Those of the others would say how many there are.
alter table ledger.leaf enable row level security, force row level security;
create policy own on ledger.leaf for select to "$subject" using (exists (select from ledger.disclosure d where d.id = entry_id));
create policy overseers on ledger.leaf for select to "$operator", "$authority" using (true);
create policy sequencer on ledger.leaf for insert to "$sequencer" with check (true);

alter table ledger.padding enable row level security, force row level security;
create policy overseers on ledger.padding for select to "$operator", "$authority" using (true);
create policy sequencer on ledger.padding for insert to "$sequencer" with check (true);

alter table ledger.quota enable row level security, force row level security;
create policy ledger on ledger.quota for all to "$ledger" using (true) with check (true);

alter table ledger.quota_subject enable row level security, force row level security;
create policy ledger on ledger.quota_subject for all to "$ledger" using (true) with check (true);
create policy party on ledger.quota for select to "$party"
  using (agreement_id in (select a.id from control.agreement a where a.party = (select control.caller_unit())));
create policy party on ledger.quota_subject for select to "$party"
  using (agreement_id in (select a.id from control.agreement a where a.party = (select control.caller_unit())));

alter table ledger.matter_answer enable row level security, force row level security;
create policy department on ledger.matter_answer for select to "$department" using (unit = (select control.caller_unit()));
create policy ledger_reads on ledger.matter_answer for select to "$ledger" using (unit = (select control.caller_unit()));
create policy ledger on ledger.matter_answer for insert to "$ledger" with check (unit = (select control.caller_unit()));

alter table ledger.feed enable row level security, force row level security;
create policy notifier on ledger.feed for all to "$notifier" using (true) with check (true);
create policy webhooks on ledger.feed for select to "$webhooks" using (true);

alter table ledger.change enable row level security, force row level security;
create policy notifier on ledger.change for all to "$notifier" using (true) with check (true);
create policy recipients on ledger.change for select to "$party", "$department", "$provider", "$collector", "$authority"
  using (recipient = (select control.caller_unit()));
create policy control on ledger.change for all to "$control"
  using (recipient = (select control.caller_unit()))
  with check (recipient = (select control.caller_unit()));
create policy own on ledger.change for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy operator on ledger.change for select to "$operator" using (true);

alter table ledger.watch enable row level security, force row level security;
create policy notifier on ledger.watch for select to "$notifier" using (true);
create policy party on ledger.watch for select to "$party" using (unit = (select control.caller_unit()));
create policy control on ledger.watch for all to "$control"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));
-- The authority ends what a unit that ends held.
create policy unit_ends on ledger.watch for select to "$control" using (control.caller_role() = 'AUTHORITY');
create policy unit_ended on ledger.watch for update to "$control" using (control.caller_role() = 'AUTHORITY');

alter table ledger.webhook enable row level security, force row level security;
create policy webhooks on ledger.webhook for select to "$webhooks" using (true);
create policy recipients on ledger.webhook for select to "$party", "$department", "$provider", "$collector"
  using (unit = (select control.caller_unit()));
-- Whether webhooks answer is for who runs the platform and who oversees it.
create policy overseers on ledger.webhook for select to "$operator", "$authority" using (true);
create policy control on ledger.webhook for all to "$control"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));
-- The authority ends what a unit that ends held.
create policy unit_ends on ledger.webhook for select to "$control" using (control.caller_role() = 'AUTHORITY');
create policy unit_ended on ledger.webhook for update to "$control" using (control.caller_role() = 'AUTHORITY');

alter table ledger.delivery enable row level security, force row level security;
create policy webhooks on ledger.delivery for all to "$webhooks" using (true) with check (true);
create policy recipients on ledger.delivery for select to "$party", "$department", "$provider", "$collector"
  using (unit = (select control.caller_unit()));
create policy overseers on ledger.delivery for select to "$operator", "$authority" using (true);
create policy control on ledger.delivery for all to "$control"
  using (unit = (select control.caller_unit()))
  with check (unit = (select control.caller_unit()));
-- The authority ends what a unit that ends held.
create policy unit_ends on ledger.delivery for select to "$control" using (control.caller_role() = 'AUTHORITY');
create policy unit_ended on ledger.delivery for delete to "$control" using (control.caller_role() = 'AUTHORITY');

alter table ledger.report enable row level security, force row level security;
create policy notifier on ledger.report for all to "$notifier" using (true) with check (true);
-- Only the caller that a report was made for reads it, and a party nothing that it holds by agreement while its subject has a lock.
create policy holder on ledger.report for select to "$subject", "$party", "$department"
  using (role = control.caller_role() and case when role = 'SUBJECT' then subject_id = (select control.caller_subject())
    else unit = (select control.caller_unit()) end and not (rights.is_locked(subject_id) and rights.by_agreement(items)));
create policy issued on ledger.report for insert to "$report"
  with check (role = control.caller_role() and case when role = 'SUBJECT' then subject_id = (select control.caller_subject())
    else unit = (select control.caller_unit()) end);

alter table ledger.report_record enable row level security, force row level security;
create policy notifier on ledger.report_record for all to "$notifier" using (true) with check (true);
create policy issued on ledger.report_record for insert to "$report" with check (true);
create policy holder on ledger.report_record for select to "$subject", "$party", "$department"
  using (exists (select from ledger.report r where r.id = report_id));

alter table statistics.release enable row level security, force row level security;
create policy statistics on statistics.release for all to "$statistics" using (true) with check (true);
create policy analyst on statistics.release for select to "$analyst" using (true);

alter table statistics.cell enable row level security, force row level security;
create policy statistics on statistics.cell for all to "$statistics" using (true) with check (true);
create policy analyst on statistics.cell for select to "$analyst" using (true);

alter table statistics.figure enable row level security, force row level security;
create policy statistics on statistics.figure for all to "$statistics" using (true) with check (true);
create policy analyst on statistics.figure for select to "$analyst" using (true);
