-- The dated table of display periods (Article 37 §2) is data: editions that the authority publishes. The one that held until now is entered, and moves
-- nothing: what is held keeps its end.
-- zh: 公示期限表（第三十七条第二款）改为由主管部门公布的数据版本；现行期限作为第一个版本录入，已有信息的公示截止日期不变。

-- `periods`: rows { displayClass, decidedFrom, minimumMonths, maximumMonths, citation }. `moved_on`: day of the last pass that moved what it moves.
create table control.display_period (
  edition text not null,
  citation text not null,
  publication_reference text not null,
  published_on date not null,
  effective_from date not null,
  periods jsonb not null,
  moved_on date,
  primary key (edition)
);
create unique index display_period_from on control.display_period (effective_from);
insert into control.display_period (edition, citation, publication_reference, published_on, effective_from, periods, moved_on) values (
  '2026-36', '国家发展改革委令第36号（据公开摘要）', '国家发展改革委令第36号', '2026-03-31', '2026-04-01', '[
    { "displayClass": "MINOR", "decidedFrom": "1949-10-01", "minimumMonths": null, "maximumMonths": 3, "citation": "国家发展改革委令第36号（据公开摘要）" },
    { "displayClass": "GENERAL", "decidedFrom": "1949-10-01", "minimumMonths": 3, "maximumMonths": 36, "citation": "国家发展改革委令第58号（据公开摘要）" },
    { "displayClass": "GENERAL", "decidedFrom": "2026-04-01", "minimumMonths": 3, "maximumMonths": 12, "citation": "国家发展改革委令第36号（据公开摘要）" },
    { "displayClass": "SERIOUS", "decidedFrom": "1949-10-01", "minimumMonths": 12, "maximumMonths": 36, "citation": "国家发展改革委令第58号（据公开摘要）" },
    { "displayClass": "SERIOUS", "decidedFrom": "2026-04-01", "minimumMonths": 12, "maximumMonths": 36, "citation": "国家发展改革委令第36号（据公开摘要）" }
  ]'::jsonb, '2026-04-02');

-- An edition of an item names a class of the table, or has months of its own. The months of the day stand beside the class for code of before.
alter table control.item add column display_class text;

-- What is overdue and not yet noticed is found by its day.
create index clock_unnoticed on control.clock (due_on) where met_on is null and noticed_overdue_at is null;
