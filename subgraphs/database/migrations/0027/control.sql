-- Statutory periods are found by obligation, and those of a unit that still run without those that were met (Articles 38, 39 and 51).
-- zh: 办理期限可以按义务查找，单位尚未办结的期限不必经过已办结的（第三十八、三十九、五十一条）。

create index clock_obligation on control.clock (obligation, due_on);
create index clock_unit_open on control.clock (unit, due_on) where met_on is null;
