-- Every release of the statistics stays readable, with the parameters that it was made with: the widths of one release are never told of another (Articles
-- 17 and 23). `parameters` is null where the release before made it. `cell` goes on holding the newest figures, for servers of that release.
-- zh: 历次统计结果连同其发布参数一并保留，可按日期查询（第十七、二十三条）。
alter table statistics.release add column parameters jsonb;

-- Figures of every release: all that an analyst reads. A suppressed one has no row.
create table statistics.figure (
  as_of date not null,
  margin text not null,
  key text not null,
  count int not null,
  error int not null,
  primary key (as_of, margin, key)
);
