-- What a law excludes from restoration (Article 40), by item, list or ground, each row from a day on. Nothing that is held changes.
-- zh: 法律、法规规定不得修复信用的情形（第四十条），按条目、名单或者认定事由逐条登记并注明起始日期；已有数据不变。
create table control.restoration_exclusion (
  id uuid not null,
  item text,
  list text,
  ground text,
  citation text not null,
  effective_from date not null,
  until date,
  published_on date not null,
  primary key (id)
);
-- One row a day about the same. A later one takes the place of an earlier.
create unique index restoration_exclusion_once on control.restoration_exclusion (coalesce(item, ''), coalesce(list, ''), coalesce(ground, ''), effective_from);
