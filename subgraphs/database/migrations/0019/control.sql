-- What tells the keys of this database from others, without telling the keys. Written when a database first meets a key, and compared at every opening.
-- INDEX and PSEUDONYM: a fingerprint of the key. SEALING: a known value that the key of this id sealed. `seals_since`: when a process
-- first sealed with the key: from then on no file may lack it. `retired_at`: when it was taken out again.
-- zh: 据以识别本数据库所用密钥的标记，不泄露密钥本身。首次使用密钥时写入，每次打开数据库时核对。
create table control.key_mark (
  kind text not null check (kind in ('INDEX', 'PSEUDONYM', 'SEALING')),
  id text not null,
  mark bytea not null,
  first_seen timestamptz not null default now(),
  seals_since timestamptz,
  retired_at timestamptz,
  primary key (kind, id)
);

-- Processes that have the database open: which keys each knows and which it uses. A rotation goes on when all know the new key. One that was killed is
-- believed to live until the instant that it named itself.
create table control.process (
  id uuid not null,
  host text not null,
  pid int not null,
  version text not null,
  started_at timestamptz not null,
  believed_until timestamptz not null,
  sealing text[] not null,
  seals_with text not null,
  signing text[] not null,
  signs_with text not null,
  primary key (id)
);
