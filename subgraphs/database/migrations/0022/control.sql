-- Counts for numbers of operation (Articles 17 and 21), which name no subject and no record: what was delivered when, and what was refused at the door.
-- zh: 运行情况数据（第十七、二十一条）：各单位何时报送、在查阅任何主体之前拒绝了多少请求，不含主体和记录。

-- One row for each batch that a unit delivered, an empty one too. `returned`: rows that came back for their form, by reason; a reason that depends on what is
-- held is not among them (Article 23).
create table control.submission (
  id uuid not null,
  unit text not null,
  item text not null,
  received_on date not null,
  returned jsonb not null,
  primary key (id)
);
create index submission_received on control.submission (received_on);

-- Requests that a process refused before any subject was looked at, since it started. Each process writes its own rows.
create table control.refusal_count (
  process uuid not null,
  month text not null,
  role text not null,
  code text not null,
  reason text not null,
  count bigint not null,
  primary key (process, month, role, code, reason)
);
create index refusal_count_month on control.refusal_count (month);
