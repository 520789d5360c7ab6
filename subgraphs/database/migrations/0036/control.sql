-- One row that servers with read replicas write every half second or so: a replica is as old as the row that it has. Without replicas it stays empty.
-- zh: 使用只读副本的服务器每隔约半秒写入的一行：副本的滞后由其所见该行判定。未使用副本时为空。已有数据不变。
create table control.beat (
  id int primary key check (id = 1),
  at timestamptz not null,
  timeline text not null
);
