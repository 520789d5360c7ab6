-- Applications for restoration (Article 40): what a subject stated and pledged, and what was decided. Texts lie sealed in public_credit.text_whole;
-- columns hold the open form that the operator reads. Nothing that is held changes.
-- zh: 信用修复申请（第四十条）：信用主体的陈述、承诺以及处理决定；全文另行加密保存，已有数据不变。

-- `held_in`: the table of the row, `row_id` its id; `source_unit`: which provided or designated it; `unit`: which has to decide. `unmet`: conditions that were
-- not met; with one the application was not accepted. `pledge`, `reasons`: open forms.
create table rights.restoration (
  subject_id uuid not null,
  id uuid not null,
  personal boolean not null,
  held_in text not null,
  row_id uuid not null,
  item text not null,
  source_unit text not null,
  unit text not null,
  status text not null,
  unmet text[] not null,
  corrected boolean not null,
  duties_performed boolean not null,
  applied_on date not null,
  applied_at timestamptz not null,
  pledge text not null,
  decided_on date,
  decided_by text,
  reasons text,
  again_from date,
  redaction int not null,
  primary key (subject_id, id)
);
create unique index restoration_id on rights.restoration (id);
-- Of a row one waits for its decision, and one is granted.
create unique index restoration_once on rights.restoration (row_id) where status in ('PENDING', 'GRANTED');
create index restoration_unit on rights.restoration (source_unit, applied_at);
create index restoration_waiting on rights.restoration (applied_at, id);
