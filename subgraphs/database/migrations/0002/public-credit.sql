-- Name, address and telephone are statements of the records that say them (Articles 23 and 39): columns of the record's version, whole values sealed
-- beside it. A subject's own row says only who it is.

alter table public_credit.record add column stated_name text, add column stated_address text, add column stated_phone text;
alter table sanctions.designation add column stated_name text;
alter table sanctions.incentive add column stated_name text;

-- What a record, a designation or an incentive says of a natural person or sole trader: JSON sealed for its subject, the id of the key beside it.
create table public_credit.statement_whole (
  subject_id uuid not null,
  record_id uuid not null,
  version int not null,
  item text not null,
  sealed bytea not null,
  key_id text not null,
  primary key (subject_id, record_id, version)
);

-- Row policies bind the owner of the tables too, and none lets it change rows.
alter table public_credit.subject no force row level security;
alter table public_credit.subject_whole no force row level security;
alter table public_credit.record no force row level security;
alter table public_credit.statement_whole no force row level security;
alter table sanctions.designation no force row level security;
alter table sanctions.incentive no force row level security;

-- A database of before knows what is said of a subject, and not by which record. Every delivery named its subject, so that each current record states
-- the name. Address and telephone go to the registration of an organization, or to the only record there is: to others they could tell what is
-- withheld. "—" stood for no name.
update public_credit.record r set stated_name = nullif(s.name, '—')
  from public_credit.subject s where s.id = r.subject_id and r.current;
update sanctions.designation d set stated_name = nullif(s.name, '—')
  from public_credit.subject s where s.id = d.subject_id;
update sanctions.incentive i set stated_name = nullif(s.name, '—')
  from public_credit.subject s where s.id = i.subject_id;
update public_credit.record r set stated_address = s.address, stated_phone = s.phone
  from public_credit.subject s where s.id = r.subject_id and r.current and (s.address is not null or s.phone is not null)
    and (not s.personal and r.type = 'Registration'
      or not exists (select from public_credit.record o where o.subject_id = r.subject_id and o.current and o.id <> r.id));
insert into public_credit.statement_whole (subject_id, record_id, version, item, sealed, key_id)
  select w.subject_id, r.id, r.version, r.item, w.sealed, w.key_id
    from public_credit.subject_whole w join public_credit.record r on r.subject_id = w.subject_id and r.current
  union all select w.subject_id, d.id, 1, d.item, w.sealed, w.key_id
    from public_credit.subject_whole w join sanctions.designation d on d.subject_id = w.subject_id
  union all select w.subject_id, i.id, 1, i.item, w.sealed, w.key_id
    from public_credit.subject_whole w join sanctions.incentive i on i.subject_id = w.subject_id;

alter table public_credit.subject force row level security;
alter table public_credit.record force row level security;
alter table public_credit.statement_whole force row level security;
alter table sanctions.designation force row level security;
alter table sanctions.incentive force row level security;

drop table public_credit.subject_whole;
alter table public_credit.subject drop column name, drop column address, drop column phone;
