alter table non_public_credit.record add column displayed_key bigint generated always as
  (case when current and display = 'DISPLAYED' then hashtextextended(item, uuid_hash_extended(subject_id, 0)) end) stored;
create index non_public_displayed on non_public_credit.record (displayed_key) where displayed_key is not null;
