-- Designations carry a keyed mark of their decision, in whatever spelling (Articles 37 to 40).
-- zh: 严重失信主体认定附有其决定的密钥标记，不论写法如何（第三十七至四十条）。
alter table sanctions.designation add column fall_mark bytea;
-- Which have none is looked up at each start.
create index designation_unmarked on sanctions.designation (id) where fall_mark is null;
