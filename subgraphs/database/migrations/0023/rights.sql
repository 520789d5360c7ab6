-- Rights of subjects (Articles 35 to 41): objections with what was verified and what did not count, and what a subject is told. Texts lie sealed in
-- public_credit.text_whole; columns hold the open form that whoever decides reads.
-- zh: 信用主体的权利（第三十五至四十一条）：异议及其协助核实、不计入的时间，以及向主体发出的通知。

create schema if not exists rights;

-- One row for each objection (Article 39). `held_in`: the table of the row in question; null for an omission, which has none. `reasons`, `decision`: open forms.
create table rights.objection (
  subject_id uuid not null,
  id uuid not null,
  personal boolean not null,
  about text not null,
  held_in text,
  row_id uuid,
  item text,
  statement text,
  unit text not null,
  raised_on date not null,
  raised_at timestamptz not null,
  labelled_on date,
  status text not null,
  decided_on date,
  next_remedy text,
  recipients int,
  reasons text not null,
  decision text,
  redaction int not null,
  primary key (subject_id, id)
);
create unique index objection_id on rights.objection (id);
-- One open objection at a time about a thing, or about one of its statements.
create unique index objection_once on rights.objection (subject_id, row_id, about, coalesce(statement, ''))
  where status = 'OPEN' and row_id is not null;
-- The same holds of an omission while a subject has one number: two that are joined may each have one, and both are decided.
create index objection_omitted on rights.objection (subject_id, item) where status = 'OPEN' and row_id is null;
create index objection_row on rights.objection (row_id) where status = 'OPEN';
create index objection_unit on rights.objection (unit, raised_on);

-- What another unit was asked to verify for a decision. `asked_by`: the unit that decides.
create table rights.verification (
  subject_id uuid not null,
  id uuid not null,
  objection_id uuid not null,
  asked_by text not null,
  unit text not null,
  asked_on date not null,
  question text not null,
  answered_on date,
  confirms boolean,
  answer text,
  redaction int not null,
  primary key (subject_id, id)
);
create unique index verification_id on rights.verification (id);
create unique index verification_once on rights.verification (objection_id, unit) where answered_on is null;
create index verification_unit on rights.verification (unit, asked_on);

-- Time that does not count, each with the document that shows it, and the one that shows its end (Article 39 §3). The clock itself computes with its own list.
create table rights.pause (
  id uuid not null,
  clock_id uuid not null,
  unit text not null,
  cause text not null,
  document text not null,
  from_on date not null,
  until_on date,
  until_document text,
  primary key (id)
);
create index pause_clock on rights.pause (clock_id);

-- What a subject is told of what happens to what is held about it (Article 35). `said`: codes of units, items,
-- purposes and days, from which the sentence is made when it is read; no word of a record stands in it.
create table rights.message (
  subject_id uuid not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  record_id uuid,
  objection_id uuid,
  said jsonb not null,
  primary key (subject_id, id)
);
create index message_subject on rights.message (subject_id, at desc, id);

-- The label of an open objection, as records have had it (Article 39).
alter table sanctions.designation add column objection_raised_on date, add column objection_decide_by date;
alter table sanctions.incentive add column objection_raised_on date, add column objection_decide_by date;
alter table non_public_credit.record add column objection_raised_on date, add column objection_decide_by date;
