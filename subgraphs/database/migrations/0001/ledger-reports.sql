-- Credit reports that were issued.

-- A report as it was issued, sealed for its holder (Articles 36 (4) and 44). `whole`: items that the holder saw unmasked (Article 22).
create table ledger.report (
  id uuid not null,
  subject_id uuid not null,
  personal boolean not null,
  role text not null,
  unit text,
  template text not null,
  issued_at timestamptz not null,
  expires_on date,
  superseded_at timestamptz,
  items text[] not null,
  digest bytea not null,
  sealed bytea not null,
  key_id text not null,
  whole text[] not null default '{}',
  primary key (id)
);

-- Record versions that a report contains.
create table ledger.report_record (
  report_id uuid not null,
  record_id uuid not null,
  version int not null,
  primary key (report_id, record_id)
);
create index report_record_record on ledger.report_record (record_id);
