-- Non-public credit information, which collectors deliver by agreement.

create schema if not exists non_public_credit;

-- One row for each record version, content desensitized.
create table non_public_credit.record (
  subject_id uuid not null,
  id uuid not null,
  version int not null,
  current boolean not null,
  personal boolean not null,
  item text not null,
  category text not null,
  collector text not null,
  occurred_on date not null,
  displayed_until date,
  display text not null,
  content text,
  received_at timestamptz not null,
  submission_id uuid not null,
  primary key (subject_id, id, version)
);
-- Every read by subject uses this index.
create index non_public_shown on non_public_credit.record (subject_id, occurred_on desc, id) where current;

-- Whole content of a version, sealed.
create table non_public_credit.record_whole (
  subject_id uuid not null,
  id uuid not null,
  version int not null,
  sealed bytea not null,
  key_id text not null,
  primary key (subject_id, id, version)
);
