-- What ends is found by its last day (Article 37).
-- zh: 按公示截止日查找到期信息（第三十七条）。

create index designation_ends on sanctions.designation (displayed_until) where display <> 'ARCHIVED';
create index incentive_ends on sanctions.incentive (displayed_until) where display <> 'ARCHIVED' and displayed_until is not null;
