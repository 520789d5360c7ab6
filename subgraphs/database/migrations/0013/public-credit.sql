-- Rows that are open are found by index, and what is withheld is never walked over: the time of an answer would tell how much there is of it (Article 23).
-- The key stands for subject and item, and only where the row is displayed. It is one value, so that no plan can read by subject and sort out the rest.
-- Two that have the same key by chance are told apart where the rows are read. Adding the column writes the table anew: half a minute for a million rows.
alter table public_credit.record add column displayed_key bigint generated always as
  (case when current and display = 'DISPLAYED' then hashtextextended(item, uuid_hash_extended(subject_id, 0)) end) stored;
create index record_displayed on public_credit.record (displayed_key) where displayed_key is not null;
