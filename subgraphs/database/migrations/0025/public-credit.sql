-- Records carry a keyed mark of the decision that they are about, in whatever spelling (Articles 37 to 40). Rows of before have none until they are marked.
-- zh: 记录附有其所依据决定的密钥标记，不论写法如何（第三十七至四十条）；此前的记录随后补上。
alter table public_credit.record add column fall_mark bytea, add column fall_code bytea, add column fall_name bytea;
-- Which have none is looked up at each start.
create index record_unmarked on public_credit.record (id) where fall_mark is null and current;
