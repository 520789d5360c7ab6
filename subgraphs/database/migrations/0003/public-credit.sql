-- Subjects that turned out to be another one (Article 19): a person who was held under an old number or under a citizen number in the column of
-- another one. Entries of the ledger keep the id that they were written with; this table tells whose they are. `sealed`: what was known under the
-- alias, bound to its id.
create table public_credit.subject_alias (
  alias_id uuid not null,
  subject_id uuid not null,
  reason text not null,
  joined_at timestamptz not null,
  sealed bytea not null,
  key_id text not null,
  primary key (alias_id)
);
create index subject_alias_subject_id_index on public_credit.subject_alias (subject_id);
