-- The control plane: catalog, units, agreements, authorizations, purposes, and the statutory periods that run.

create schema if not exists control;

-- Agreements of parties with the platform (Article 23): items, purposes and a daily quota, in force between two days.
create table control.agreement (
  id uuid not null,
  party text not null,
  items text[] not null,
  purposes text[] not null,
  valid_from date not null,
  valid_until date not null,
  daily_quota int not null,
  concluded_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  state text not null,
  primary key (id)
);
create index agreement_party_index on control.agreement (party);

-- Each change of the state of an agreement, dated with its reason (Article 23 (2)).
create table control.agreement_event (
  id uuid not null,
  agreement_id uuid not null,
  at timestamptz not null,
  from_state text,
  to_state text not null,
  reason text not null,
  unit text not null,
  primary key (id)
);
create index agreement_event_agreement_id_at_index on control.agreement_event (agreement_id, at);

-- Statutory duties of departments that are registered with their items (Article 22). One that has ended stays, with its reason.
create table control.duty (
  id uuid not null,
  department text not null,
  matter text not null,
  activity text not null,
  items text[] not null,
  identified boolean not null,
  registered_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (id)
);
create index duty_department_index on control.duty (department);

-- How enterprises are assessed, by published edition; `classes` maps each level to a supervision class (Articles 47 and 48).
create table control.assessment_method (
  edition text not null,
  basis text not null,
  classes jsonb not null,
  publication_reference text not null,
  published_on date not null,
  effective_from date not null,
  primary key (edition)
);

-- What a subject authorizes a party to see, for how long and how many times (Article 23).
create table control.authorization_grant (
  id uuid not null,
  subject_id uuid not null,
  party text not null,
  items text[] not null,
  purposes text[] not null,
  valid_from date not null,
  valid_until date not null,
  maximum_uses int,
  uses int not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  primary key (id)
);
create index authorization_grant_subject_id_party_index on control.authorization_grant (subject_id, party);

-- Calendars of working days, loaded as data for each year.
create table control.calendar_year (
  year int not null,
  source text not null,
  days jsonb not null,
  loaded_at timestamptz not null,
  primary key (year)
);

-- One row for each statutory period that runs for a unit.
create table control.clock (
  id uuid not null,
  obligation text not null,
  kind text not null,
  unit text not null,
  subject_id uuid,
  reference text not null,
  started_on date not null,
  due_on date not null,
  provisional boolean not null,
  earliest date not null,
  latest date not null,
  pauses jsonb not null,
  met_on date,
  noticed_overdue_at timestamptz,
  set_for date,
  primary key (id)
);
create unique index clock_once on control.clock (kind, reference, unit);
create index clock_open on control.clock (due_on) where met_on is null;
create index clock_unit on control.clock (unit, due_on);

-- The catalog: one row for each edition of an item. Editions are published and never changed, only ended (Articles 7 and 18).
create table control.item (
  code text not null,
  edition text not null,
  information text not null,
  category text,
  name text not null,
  name_en text not null,
  conduct text not null,
  nature text not null,
  record_type text not null,
  subject_kinds text[] not null,
  providing_unit text not null,
  data_source text not null,
  sharing text not null,
  openness text not null,
  display_minimum_months int,
  display_maximum_months int,
  update_within_working_days int not null,
  legal_basis jsonb not null,
  display_required_by text,
  publication_reference text not null,
  published_on date not null,
  effective_from date not null,
  effective_until date,
  elements jsonb not null,
  primary key (code, edition)
);

-- Proofs of possession that were used (RFC 9449). Unlike the counts of control.rate the table is logged: after a crash a used proof could be
-- replayed.
create table control.proof (
  key text not null,
  until timestamptz not null,
  primary key (key)
);
create index proof_until_index on control.proof (until);

-- Purposes as a published list (Articles 36 (1) and 52).
create table control.purpose (
  code text not null,
  name text not null,
  name_en text not null,
  activity text,
  article text not null,
  authorization_maximum_months int,
  effective_from date not null,
  publication_reference text not null,
  service text not null,
  needs text[],
  primary key (code)
);

-- Published limits on how long and how often an authorization may be used; null means any. A rule is never changed: the next rule replaces it.
create table control.purpose_cap (
  id uuid not null,
  purpose text not null,
  item text,
  party text,
  maximum_months int not null,
  maximum_uses int,
  effective_from date not null,
  published_on date not null,
  publication_reference text not null,
  article text not null,
  primary key (id)
);

-- Rate limit counters, shared by all gateways of a database. Unlogged: a crash may lose the counts of the current minute.
create unlogged table control.rate (
  key varchar(255) not null,
  points int not null default 0,
  expire bigint,
  primary key (key)
);

-- Units that provide data, request data or run the platform.
create table control.unit (
  code text not null,
  name text not null,
  name_en text not null,
  kind text not null,
  level text not null,
  uscc text,
  primary key (code)
);

-- One row. Each process caches items, units and purposes; the value rises when one changes, so that a process sees that its cache is old.
create table control.version (
  id int not null,
  value bigint not null,
  primary key (id)
);
insert into control.version (id, value) values (1, 1);
