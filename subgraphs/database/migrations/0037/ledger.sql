-- A checkpoint says on how many replicas it stood when it was acknowledged: entries since the last one that had any may rest on one machine alone.
-- zh: 公开记录的检查点记明确认时已同步到几个备库：最近一个已同步检查点之后的记录，可能只存在于一台机器上。已有数据不变。
alter table ledger.checkpoint add column replicas int;
create index checkpoint_replicated on ledger.checkpoint (size) where replicas > 0;
