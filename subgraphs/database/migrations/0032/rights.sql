-- Complaints about units that collect non-public credit information (Article 41 §2), with what was answered. The whole texts lie sealed in public_credit.text_whole;
-- columns hold the open form that others read.
-- zh: 对非公共信用信息采集单位的投诉及书面答复（第四十一条第二款）：全文加密保存，列中为供他人查阅的遮蔽形式。已有数据不变。

-- `unit`: the department in charge of social credit that answers.
create table rights.complaint (
  subject_id uuid not null,
  id uuid not null,
  collector text not null,
  unit text not null,
  filed_on date not null,
  filed_at timestamptz not null,
  status text not null,
  complaint text not null,
  answer text,
  answered_on date,
  answered_by text,
  redaction int not null,
  primary key (subject_id, id)
);
create unique index complaint_id on rights.complaint (id);
create index complaint_collector on rights.complaint (collector, filed_on);
create index complaint_filed on rights.complaint (filed_at, id);

-- How many codes went to an address on a day, by a keyed mark of it: not the address, and not who chose it. Rows of days before are deleted.
create table rights.codes_sent (
  mark bytea not null,
  sent_on date not null,
  codes int not null,
  primary key (mark)
);
