-- Corrections follow the data (Articles 6 and 39): feeds of notices, who watches whom, and calls that say there is something new.

-- The last number of a unit's feed of changes. Its row is the lock under which numbers are given.
create table ledger.feed (
  recipient text not null,
  last bigint not null,
  primary key (recipient)
);

-- One row a notice to a recipient (Articles 6 and 39); written by the triggers of the records alone.
create table ledger.change (
  recipient text not null,
  number bigint not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  item text not null,
  record_id uuid not null,
  version int not null,
  purpose text,
  at timestamptz not null,
  started_on date not null,
  acknowledged_at timestamptz,
  void boolean not null default false,
  primary key (recipient, number)
);
create unique index change_once on ledger.change (recipient, record_id, version, kind);
create index change_record on ledger.change (record_id);
create index change_subject on ledger.change (subject_id, at);

-- Subjects that a party watches (Article 6).
create table ledger.watch (
  unit text not null,
  subject_id uuid not null,
  purpose text not null,
  personal boolean not null,
  watched_at timestamptz not null,
  ended_at timestamptz,
  primary key (unit, subject_id, purpose)
);
create index watch_subject on ledger.watch (subject_id) where ended_at is null;

-- Where a unit is called when its feed has something new; the secret is sealed.
create table ledger.webhook (
  unit text not null,
  url text not null,
  sealed bytea not null,
  key_id text not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  primary key (unit)
);

-- One row a call that is to be made, with its attempts.
create table ledger.delivery (
  id uuid not null,
  unit text not null,
  number bigint not null,
  attempts int not null,
  next_at timestamptz not null,
  state text not null,
  last_error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (id)
);
-- One call at a time for each unit.
create unique index delivery_pending on ledger.delivery (unit) where state = 'PENDING';
create index delivery_unit_created_at_index on ledger.delivery (unit, created_at);
