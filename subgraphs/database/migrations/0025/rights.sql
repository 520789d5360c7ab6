-- What fell is known again when it is delivered again, and does not come back (Articles 37 to 40). What is held already and fell is entered.
-- zh: 已终止公示、更正或者撤销的信息再次报送时能够识别，不会恢复（第三十七至四十条）；此前已终止的信息一并登记。

-- Keyed marks alone: no text. `kind`: type of record, or list. A row with `value_mark` says that one value of a record was wrong; one without, that the
-- record fell. `lifted_on`: a later correction found the value right after all.
create table rights.fallen (
  id uuid not null,
  subject_id uuid not null,
  held_in text not null,
  row_id uuid not null,
  kind text not null,
  mark bytea,
  code_mark bytea,
  name_mark bytea,
  natural_key bytea,
  basis_mark bytea,
  value_mark bytea,
  unit text not null,
  cause text not null,
  fell_on date not null,
  lifted_on date,
  primary key (id)
);
create index fallen_subject on rights.fallen (subject_id);
create index fallen_row on rights.fallen (row_id);

-- What another unit delivered of what fell: not displayed until the operator decides. `unit`: which delivered it; `cause`, `fell_on`: of what fell.
create table rights.held (
  subject_id uuid not null,
  id uuid not null,
  held_in text not null,
  personal boolean not null,
  item text not null,
  unit text not null,
  cause text not null,
  fell_on date not null,
  held_on date not null,
  held_at timestamptz not null,
  decided_on date,
  shown boolean,
  primary key (subject_id, id)
);
create unique index held_id on rights.held (id);
create index held_open on rights.held (held_at, id) where decided_on is null;

-- Row policies bind the owner of the tables too.
alter table public_credit.record no force row level security;
alter table sanctions.designation no force row level security;
insert into rights.fallen (id, subject_id, held_in, row_id, kind, natural_key, basis_mark, unit, cause, fell_on)
  select gen_random_uuid(), r.subject_id, 'public_credit.record', r.id, r.type, r.natural_key, r.basis_mark, r.providing_unit,
    case when r.displayed_until < current_date then 'EXPIRY' else 'BASIS' end, case when r.displayed_until < current_date then r.displayed_until + 1 else current_date end
  from public_credit.record r where r.current and r.display = 'ARCHIVED';
insert into rights.fallen (id, subject_id, held_in, row_id, kind, basis_mark, unit, cause, fell_on)
  select gen_random_uuid(), d.subject_id, 'sanctions.designation', d.id, d.list, d.basis_mark, d.designating_unit,
    case when d.displayed_until < current_date then 'EXPIRY' else 'REMOVAL' end, case when d.displayed_until < current_date then d.displayed_until + 1 else current_date end
  from sanctions.designation d where d.display = 'ARCHIVED' and not exists (select from sanctions.designation k where k.subject_id = d.subject_id
    and k.list = d.list and k.basis_mark = d.basis_mark and k.display <> 'ARCHIVED');
alter table public_credit.record force row level security;
alter table sanctions.designation force row level security;
