-- A question whose parts several processes answer, each subgraph in a process of its own: what its parts noted, so that its entries are those of one question. A row
-- holds for as long as the question may take, and is deleted afterwards.
-- zh: 由多个进程分别应答的同一查询（各子系统独立运行时）：暂存各部分的记录，使其在公开记录中仍为一次查询；到期即删。已有数据不变。
create table ledger.question (
  request_id uuid not null,
  caller text not null,
  parts int not null,
  noted jsonb not null,
  entries uuid[] not null,
  authorizations uuid[] not null,
  until timestamptz not null,
  primary key (request_id)
);
create index question_until on ledger.question (until);

-- Until then further parts of its question may be added to an entry. It has no leaf before.
alter table ledger.pending add column open_until timestamptz;
