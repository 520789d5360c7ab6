-- What collectors keep has a form, as records have (0006).
alter table non_public_credit.record add column redaction int not null default 1, add column formed_at timestamptz;

alter table non_public_credit.record no force row level security;
insert into public_credit.known_values (subject_id, redaction) select distinct subject_id, 1 from non_public_credit.record
  on conflict (subject_id) do update set redaction = 1;
alter table non_public_credit.record force row level security;
