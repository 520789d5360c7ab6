-- Lists, their standards, measures, and designations (Articles 25 to 35).

create schema if not exists sanctions;

-- Lists that were published (Article 27).
create table sanctions.list (
  code text not null,
  name text not null,
  name_en text not null,
  kind text not null,
  item text not null,
  publication_reference text not null,
  published_on date not null,
  primary key (code)
);

-- Standards of designation of a list, by published edition (Articles 25 and 26).
create table sanctions.standard (
  list text not null,
  edition text not null,
  citation text not null,
  grounds text[] not null,
  designating_units text[] not null,
  maximum_months int,
  removal_conditions text,
  remedies text,
  publication_reference text not null,
  published_on date not null,
  effective_from date not null,
  primary key (list, edition)
);

-- Measures that may be taken, by published edition (Article 30).
create table sanctions.measure (
  code text not null,
  edition text not null,
  name text not null,
  name_en text not null,
  kind text not null,
  scope text not null,
  source text not null,
  article text not null,
  legal_basis text not null,
  grounds text[],
  lists text[],
  activities text[] not null,
  maximum_months int,
  maximum_extent int,
  publication_reference text not null,
  published_on date not null,
  effective_from date not null,
  effective_until date,
  primary key (code, edition)
);

-- Designations. `on_account_subject` and `on_account_of` name the designation that this one was made on account of (Article 33).
create table sanctions.designation (
  subject_id uuid not null,
  id uuid not null,
  personal boolean not null,
  list text not null,
  item text not null,
  ground text not null,
  basis_document text not null,
  designated_on date not null,
  displayed_until date not null,
  display text not null,
  designating_unit text not null,
  standard_edition text,
  responsible_as text,
  on_account_subject uuid,
  on_account_of uuid,
  primary key (subject_id, id)
);
create unique index designation_linked_once on sanctions.designation (subject_id, on_account_of) where on_account_of is not null;
create index designation_on_account on sanctions.designation (on_account_subject, on_account_of) where on_account_of is not null;
-- A subject is designated once for a document; designations on account of another are not counted here.
create unique index designation_once on sanctions.designation (subject_id, list, basis_document)
  where display = 'DISPLAYED' and on_account_of is null;

-- The written decision of Article 28, for the subject. It is a table of its own so that only the subject's role is granted it.
create table sanctions.decision (
  subject_id uuid not null,
  designation_id uuid not null,
  decision_number text not null,
  reasons text not null,
  removal_conditions text not null,
  remedies text not null,
  evidence text,
  primary key (subject_id, designation_id)
);

-- Designations on lists of incentives.
create table sanctions.incentive (
  subject_id uuid not null,
  id uuid not null,
  personal boolean not null,
  list text not null,
  item text not null,
  designated_on date not null,
  displayed_until date,
  display text not null,
  designating_unit text not null,
  standard_edition text,
  decision_number text,
  basis_document text,
  primary key (subject_id, id)
);

-- Why a designation was removed.
create table sanctions.removal (
  subject_id uuid not null,
  designation_id uuid not null,
  unit text not null,
  reason text not null,
  removed_at timestamptz not null,
  primary key (subject_id, designation_id)
);

-- Conduct for which a unit waived a designation, with the warning that it gave.
create table sanctions.waiver (
  subject_id uuid not null,
  id uuid not null,
  unit text not null,
  basis_document text not null,
  conduct text not null,
  warning text,
  waived_on date not null,
  primary key (subject_id, id)
);
create unique index waiver_once on sanctions.waiver (subject_id, unit, basis_document);

-- Requests of subjects to re-examine a designation; one pending at a time.
create table sanctions.reexamination (
  subject_id uuid not null,
  id uuid not null,
  designation_id uuid not null,
  unit text not null,
  reasons text not null,
  status text not null,
  requested_on date not null,
  decide_by date not null,
  provisional boolean not null,
  decision text,
  decided_on date,
  primary key (subject_id, id)
);
create unique index reexamination_pending on sanctions.reexamination (subject_id, designation_id) where status = 'PENDING';

-- Notices about listed state organs, and the outcome that was reported (Article 32).
create table sanctions.organ_notice (
  subject_id uuid not null,
  id uuid not null,
  designation_id uuid not null,
  kind text not null,
  unit text not null,
  designating_unit text not null,
  told_on date not null,
  correct_by date,
  outcome text,
  corrected boolean,
  reported_on date,
  primary key (subject_id, id)
);
create unique index organ_notice_once on sanctions.organ_notice (subject_id, designation_id, kind, unit);
