-- What ends is found by its last day (Article 37).
-- zh: 按公示截止日查找到期信息（第三十七条）。

create index non_public_ends on non_public_credit.record (displayed_until) where current and display <> 'ARCHIVED' and displayed_until is not null;
