-- Texts are kept in the form that one version of their redaction gave them (Article 23). What is held already was made by version 1.

-- `redaction`: version of the function that made the open form. `formed_at`: since when it stands; null where it is the first of its version.
alter table public_credit.record add column redaction int not null default 1, add column formed_at timestamptz;

-- Open forms of record versions that were made anew: what left between these instants (Articles 35 and 36 (3)).
create table public_credit.record_form (
  subject_id uuid not null,
  id uuid not null,
  version int not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  redaction int not null,
  content jsonb not null,
  primary key (subject_id, id, version, until_at)
);

-- What is known of natural persons in the records of a subject, sealed for it: its texts show none of it, whichever record it came from, one that is
-- withheld too. `redaction`: version that all its texts were made by. Sealed is null where nothing is known yet.
create table public_credit.known_values (
  subject_id uuid not null,
  redaction int not null,
  sealed bytea,
  key_id text,
  primary key (subject_id)
);
create index known_values_redaction on public_credit.known_values (redaction);

-- Row policies bind the owner of the tables too.
alter table public_credit.record no force row level security;
insert into public_credit.known_values (subject_id, redaction) select distinct subject_id, 1 from public_credit.record;
-- A signed report that holds an unsafe form is superseded. What a subject reads of itself are no forms.
update ledger.report p set superseded_at = now() where p.superseded_at is null and p.role <> 'SUBJECT' and exists (
  select from ledger.report_record x join public_credit.record r on r.id = x.record_id where x.report_id = p.id);
alter table public_credit.record force row level security;

-- Texts of decisions, requests and reasons as they were written, sealed: for their subject, and for nobody's eyes in a copy of the database. `place`: the
-- kind of row that they belong to, `id` that row.
create table public_credit.text_whole (
  subject_id uuid not null,
  place text not null,
  id uuid not null,
  sealed bytea not null,
  key_id text not null,
  primary key (subject_id, place, id)
);
