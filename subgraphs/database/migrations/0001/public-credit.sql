-- Public credit information: subjects, their record versions, pledges. Personal values are stored twice: desensitized, and whole but sealed in
-- another table.

create schema if not exists public_credit;

-- Subjects of records, desensitized. `registered_by`: the unit that registered an organization first; only it maintains the registration (Articles 19
-- and 21).
create table public_credit.subject (
  id uuid not null,
  kind text not null,
  personal boolean not null,
  name text not null,
  identifier_type text not null,
  identifier text not null,
  address text,
  phone text,
  held_since timestamptz not null,
  registered_by text,
  primary key (id)
);

-- Whole values of a natural person or sole trader: JSON sealed with AES-256-GCM, the id of the key beside it (Article 23).
create table public_credit.subject_whole (
  subject_id uuid not null,
  sealed bytea not null,
  key_id text not null,
  primary key (subject_id)
);

-- One row for each record version. `current` marks the newest; earlier versions stay as they were (Article 36 (3)).
create table public_credit.record (
  subject_id uuid not null,
  id uuid not null,
  version int not null,
  current boolean not null,
  personal boolean not null,
  item text not null,
  edition text not null,
  type text not null,
  nature text not null,
  occurred_on date not null,
  displayed_until date,
  display text not null,
  providing_unit text not null,
  basis_document text,
  content jsonb not null,
  natural_key bytea not null,
  content_hash bytea not null,
  source_unit text not null,
  submission_id uuid not null,
  received_at timestamptz not null,
  change text not null,
  objection_raised_on date,
  objection_decide_by date,
  primary key (subject_id, id, version)
);
-- Records with the same natural key are one record: it has one current version.
create unique index record_natural on public_credit.record (subject_id, natural_key) where current;
-- Every read by subject uses this index.
create index record_shown on public_credit.record (subject_id, occurred_on desc, id) where current;

-- Whole content of a version that holds personal information, sealed.
create table public_credit.record_whole (
  subject_id uuid not null,
  id uuid not null,
  version int not null,
  personal boolean not null,
  item text not null,
  sealed bytea not null,
  key_id text not null,
  primary key (subject_id, id, version)
);

-- Dated history of changes of a record's display (Articles 37 to 40).
create table public_credit.display_event (
  id uuid not null,
  subject_id uuid not null,
  record_id uuid not null,
  at timestamptz not null,
  display text not null,
  change text not null,
  primary key (id)
);
create index display_event_subject_id_record_id_index on public_credit.display_event (subject_id, record_id);

-- Why a version was corrected, and when the error was found (Article 38).
create table public_credit.correction (
  subject_id uuid not null,
  record_id uuid not null,
  version int not null,
  unit text not null,
  reason text not null,
  found_on date not null,
  at timestamptz not null,
  primary key (subject_id, record_id, version)
);

-- Pledges that a permit or a proof rests on, and the outcome of their verification (Article 46).
create table public_credit.pledge_check (
  subject_id uuid not null,
  record_id uuid not null,
  unit text not null,
  item text not null,
  kind text not null,
  matter text not null,
  permit_document text,
  permitted_on date,
  recorded_on date not null,
  ordered_on date,
  correct_by date,
  outcome text,
  reasons text,
  basis_document text,
  verified_on date,
  primary key (subject_id, record_id)
);
create unique index pledge_check_record on public_credit.pledge_check (record_id);
create index pledge_check_unit on public_credit.pledge_check (unit, outcome);

-- Whether a subject chose for or against pledges (Article 45).
create table public_credit.pledge_choice (
  subject_id uuid not null,
  uses_pledges boolean not null,
  chosen_at timestamptz not null,
  primary key (subject_id)
);
