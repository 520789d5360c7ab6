-- Evidence, and what subjects state beside records (Articles 35, 39 and 41): files sealed in parts, and texts whose whole lies sealed in
-- public_credit.text_whole. Nothing that is held changes.
-- zh: 证据材料以及信用主体在记录旁的本人说明（第三十五条、第三十九条、第四十一条）：文件分段加密，说明全文另行加密保存。已有数据不变。

-- A file that a caller brought: unused until an objection, a mandate or a complaint takes it (`used_by`, its id). `closed_on`: the day on which that was over.
create table rights.evidence (
  id uuid not null,
  subject_id uuid,
  unit text,
  kind text not null,
  bytes int not null,
  uploaded_at timestamptz not null,
  used_for text,
  used_by uuid,
  used_at timestamptz,
  closed_on date,
  primary key (id)
);
create index evidence_subject on rights.evidence (subject_id) where subject_id is not null;
create index evidence_unit on rights.evidence (unit) where unit is not null;
create index evidence_used on rights.evidence (used_by) where used_by is not null;
create index evidence_unused on rights.evidence (uploaded_at) where used_by is null;
create index evidence_closed on rights.evidence (closed_on) where closed_on is not null;

-- Its content, sealed in parts of one size, so that a key is changed a part at a time.
create table rights.evidence_part (
  id uuid not null,
  part int not null,
  sealed bytea not null,
  key_id text not null,
  primary key (id, part)
);

-- What a subject states beside a row about it. `held_in`: the table of the row. `text`: the open form. A row that was replaced or withdrawn is history.
create table rights.own_statement (
  subject_id uuid not null,
  id uuid not null,
  held_in text not null,
  row_id uuid not null,
  personal boolean not null,
  item text not null,
  text text not null,
  redaction int not null,
  masked boolean not null,
  stated_at timestamptz not null,
  ended_at timestamptz,
  primary key (subject_id, id)
);
create unique index own_statement_id on rights.own_statement (id);
-- One at a time beside a row.
create unique index own_statement_shown on rights.own_statement (row_id) where ended_at is null;
