-- Which items are open to anyone, and which by agreement, from each day on which that changes: one row for row policies to read. It follows from the catalog
-- by a trigger (access/operating/items-of-day.sql).
-- zh: 按日列出无条件公开与依约定共享的事项，供行级策略直接读取。由事项目录推得并自动更新，已有数据不变。
create table control.items_of_day (
  from_day date primary key,
  open text[] not null,
  by_agreement text[] not null
);
insert into control.items_of_day (from_day, open, by_agreement)
  select d.day, coalesce(array_agg(n.code order by n.code) filter (where n.openness = 'UNCONDITIONAL'), '{}'),
    coalesce(array_agg(n.code order by n.code) filter (where n.openness = 'AGREEMENT'), '{}')
  from (select greatest(i.published_on, i.effective_from) as day from control.item i
      union select i.effective_until + 1 from control.item i where i.effective_until is not null) d
    left join lateral (select distinct on (i.code) i.code, i.openness, i.effective_until from control.item i
      where i.published_on <= d.day and i.effective_from <= d.day order by i.code, i.effective_from desc, i.edition desc) n
      on n.effective_until is null or n.effective_until >= d.day
  group by d.day;
