alter table sanctions.designation add column displayed_key bigint generated always as
  (case when display = 'DISPLAYED' then hashtextextended(item, uuid_hash_extended(subject_id, 0)) end) stored;
create index designation_displayed on sanctions.designation (displayed_key) where displayed_key is not null;

alter table sanctions.incentive add column displayed_key bigint generated always as
  (case when display = 'DISPLAYED' then hashtextextended(item, uuid_hash_extended(subject_id, 0)) end) stored;
create index incentive_displayed on sanctions.incentive (displayed_key) where displayed_key is not null;
