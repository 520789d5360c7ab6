-- Feeds of notices about changed records (Articles 6 and 39), watches, and webhooks that say that a feed has something new.

-- The last number of a unit's feed. Numbers are given under the lock on this row.
create table ledger.feed (
  recipient text not null,
  last bigint not null,
  primary key (recipient)
);

-- One row for each notice to a recipient (Articles 6 and 39). Only the triggers of the records write it.
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

-- URL that is called when a unit's feed has something new. The secret is sealed.
create table ledger.webhook (
  unit text not null,
  url text not null,
  sealed bytea not null,
  key_id text not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  primary key (unit)
);

-- One row for each webhook call to make, with its attempts.
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
