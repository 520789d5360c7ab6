-- The disclosure ledger as a log that shows tampering (Articles 17 and 35): entries, the tree over them, signed checkpoints, and what was counted.

create schema if not exists ledger;

-- One row a disclosure to an identified recipient (Articles 17 and 35). An erasure takes the content away and leaves the leaf.
create table ledger.disclosure (
  id uuid not null,
  subject_id uuid,
  at timestamptz not null,
  request_id uuid not null,
  role text not null,
  unit text,
  purpose text,
  case_reference text,
  channel text not null,
  seen text not null,
  items text[] not null,
  records jsonb not null,
  bases jsonb not null,
  salt bytea,
  commitment bytea,
  erased_at timestamptz,
  erasure_reason text,
  primary key (id)
);
create index disclosure_subject_id_at_index on ledger.disclosure (subject_id, at);

-- Entries that are not leaves yet.
create table ledger.pending (
  entry_id uuid not null,
  primary key (entry_id)
);

-- Which entry stands at which place of the tree.
create table ledger.leaf (
  leaf_index bigint not null,
  entry_id uuid not null,
  primary key (leaf_index)
);
create unique index leaf_entry on ledger.leaf (entry_id);

-- Complete subtrees, leaves at level 0 (RFC 6962).
create table ledger.node (
  level int not null,
  index bigint not null,
  hash bytea not null,
  primary key (level, index)
);

-- Signed roots of the tree.
create table ledger.checkpoint (
  size bigint not null,
  root bytea not null,
  signed_at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  primary key (size)
);

-- Subjects disclosed a day under an agreement: the count.
create table ledger.quota (
  agreement_id uuid not null,
  day date not null,
  used int not null,
  primary key (agreement_id, day)
);

-- Who they are, so that nobody counts twice.
create table ledger.quota_subject (
  agreement_id uuid not null,
  day date not null,
  subject_id uuid not null,
  primary key (agreement_id, day, subject_id)
);

-- Answers to permit desks (Articles 43 and 44): the same case is given the same answer while nothing changed.
create table ledger.matter_answer (
  id uuid not null,
  unit text not null,
  case_mark bytea not null,
  matter text not null,
  subject_id uuid not null,
  number int not null,
  digest bytea not null,
  answered_at timestamptz not null,
  supersedes uuid,
  disclosure_id uuid not null,
  primary key (id)
);
create unique index matter_answer_once on ledger.matter_answer (unit, case_mark, matter, subject_id, number);
