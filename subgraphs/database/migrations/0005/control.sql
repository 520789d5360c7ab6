-- A unit has one or several kinds: a bureau provides and decides. Its token carries only a role of one of them. A unit that has ended keeps its row.

alter table control.unit add column kinds text[];
alter table control.unit add column ended_on date;
alter table control.unit add column end_reason text;

-- What units did until now they go on doing: one that is named as provider of public items provides, one with a registered duty decides.
update control.unit u set kinds = array[u.kind]
  || case when u.kind in ('DEPARTMENT', 'OPERATOR', 'AUTHORITY')
      and exists (select from control.item i where i.providing_unit = u.code and i.information = 'PUBLIC') then array['PROVIDER'] else '{}' end
  || case when u.kind in ('PROVIDER', 'OPERATOR', 'AUTHORITY')
      and exists (select from control.duty d where d.department = u.code) then array['DEPARTMENT'] else '{}' end;

alter table control.unit alter column kinds set not null;
-- Who runs or oversees the platform is not one whom it serves.
alter table control.unit add constraint unit_kinds check (
  cardinality(kinds) > 0 and kinds[1] = kind
  and kinds <@ '{PROVIDER,DEPARTMENT,PARTY,COLLECTOR,OPERATOR,AUTHORITY}'::text[]
  and not (kinds && '{OPERATOR,AUTHORITY}'::text[] and kinds && '{PARTY,COLLECTOR}'::text[]));
