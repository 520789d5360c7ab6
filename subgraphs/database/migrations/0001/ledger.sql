-- The disclosure ledger as a tamper-evident log (Articles 17 and 35): entries, the tree over them, signed checkpoints, and daily quotas.

create schema if not exists ledger;

-- One row for each disclosure to an identified recipient (Articles 17 and 35). An erasure removes the content and keeps the leaf.
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

-- Entries that the sequencer has not added to the tree yet.
create table ledger.pending (
  entry_id uuid not null,
  primary key (entry_id)
);

-- Position of each entry in the tree.
create table ledger.leaf (
  leaf_index bigint not null,
  entry_id uuid not null,
  primary key (leaf_index)
);
create unique index leaf_entry on ledger.leaf (entry_id);

-- Hashes of complete subtrees; leaves are at level 0 (RFC 6962).
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

-- Number of subjects disclosed on a day under an agreement.
create table ledger.quota (
  agreement_id uuid not null,
  day date not null,
  used int not null,
  primary key (agreement_id, day)
);

-- Which subjects were counted, so that each counts once a day.
create table ledger.quota_subject (
  agreement_id uuid not null,
  day date not null,
  subject_id uuid not null,
  primary key (agreement_id, day, subject_id)
);

-- Answers to permit desks (Articles 43 and 44). A case is given the same answer again while nothing has changed.
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
