-- What decisions about lists say is sealed in public_credit.text_whole, and what others may read of it is the form that the redaction of texts made
-- (Article 23). What lies here in plain is moved there by code, which has the keys; until then its subject reads it as before.

-- `basis_mark`: keyed mark of the whole name of the document. Two documents that are masked alike stay two. Null until it is made from what lies here.
alter table sanctions.designation add column basis_mark bytea, add column redaction int not null default 1, add column formed_at timestamptz;
drop index sanctions.designation_once;
create unique index designation_once on sanctions.designation (subject_id, list, coalesce(encode(basis_mark, 'hex'), basis_document))
  where display = 'DISPLAYED' and on_account_of is null;
create index designation_basis on sanctions.designation (basis_mark);

alter table sanctions.decision alter column decision_number drop not null, alter column reasons drop not null,
  alter column removal_conditions drop not null, alter column remedies drop not null;
alter table sanctions.removal alter column reason drop not null;
alter table sanctions.reexamination alter column reasons drop not null;

alter table sanctions.waiver add column basis_mark bytea, alter column basis_document drop not null, alter column conduct drop not null;
drop index sanctions.waiver_once;
create unique index waiver_once on sanctions.waiver (subject_id, unit, coalesce(encode(basis_mark, 'hex'), basis_document));

-- The outcome is read by the units that were notified: it is the open form.
alter table sanctions.organ_notice add column redaction int not null default 1;

-- Row policies bind the owner of the tables too.
alter table sanctions.designation no force row level security;
alter table sanctions.organ_notice no force row level security;
insert into public_credit.known_values (subject_id, redaction)
  select subject_id, 1 from sanctions.designation union select subject_id, 1 from sanctions.organ_notice where outcome is not null
  on conflict (subject_id) do update set redaction = 1;
update ledger.report p set superseded_at = now() where p.superseded_at is null and p.role <> 'SUBJECT' and exists (
  select from ledger.report_record x join sanctions.designation d on d.id = x.record_id where x.report_id = p.id);
alter table sanctions.designation force row level security;
alter table sanctions.organ_notice force row level security;
