-- Which items are open to anyone, and which by agreement, from each day on which that changes: row policies read one row of it instead of all editions of all items.
-- It follows from control.item, and a trigger makes it anew (access/operating/items-of-day.sql).
-- zh: 自每一变动之日起，哪些事项无条件公开、哪些依约定共享：行级策略读取其中一行，不再读取全部事项的全部版本。由 control.item 推得，触发器负责更新。已有数据不变，仅增加此表。
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
