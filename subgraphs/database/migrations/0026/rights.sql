-- Being told (Article 35): which use of its information a subject was told of, and the channel of its choosing, sealed. Messages wait until a job passed them on.
-- zh: 告知（第三十五条）：已向信用主体告知的信息使用情况，以及其自选的通知方式（加密保存）；消息由作业逐条转发。

alter table rights.message add column passed_at timestamptz;
create index message_waiting on rights.message (at) where passed_at is null;
-- Of the end of an authorization a subject is told once.
create unique index message_ends on rights.message ((said ->> 'authorization')) where kind = 'AUTHORIZATION_ENDS';

-- Units that a subject was told of, with the purpose ('' where none was stated): once each, however often they look.
create table rights.told_use (
  subject_id uuid not null,
  unit text not null,
  purpose text not null,
  first_on date not null,
  primary key (subject_id, unit, purpose)
);

-- Up to which leaf of the ledger uses were told. One row.
create table rights.told_through (
  id text not null,
  leaf bigint not null,
  primary key (id)
);

-- Where a subject wants to be told that there is something new. `sealed`: the address, the secret of a webhook, the code that is awaited. `next_at`: when it is
-- to be sent next, by whoever comes to it; `newest`: the message that this is about.
create table rights.channel (
  id uuid not null,
  subject_id uuid not null,
  kind text not null,
  sealed bytea not null,
  key_id text not null,
  kinds text[] not null,
  language text not null,
  chosen_at timestamptz not null,
  codes int not null,
  codes_on date not null,
  tries int not null,
  code_until timestamptz,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  newest uuid,
  newest_at timestamptz,
  next_at timestamptz,
  attempts int not null,
  told_at timestamptz,
  primary key (id)
);
create unique index channel_subject on rights.channel (subject_id);
create index channel_next on rights.channel (next_at) where next_at is not null;
