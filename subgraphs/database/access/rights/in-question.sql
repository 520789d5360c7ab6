-- What an open objection opens (Article 39): the one row in question to who decides it and to who verifies it, until then; and an application for restoration
-- to the operator (Article 40). `credit.objection` names the objection, or the application; a reader sets it for one statement (subgraphs/rights/in-question.ts), a command for its transaction.

-- The row in question, where the caller's unit decides this open objection, or was asked to verify and has not answered. Null for everybody else, for an
-- omission, and where nothing is named.
create function rights.row_in_question() returns uuid language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  if control.caller_role() not in ('PROVIDER', 'DEPARTMENT', 'COLLECTOR', 'OPERATOR') then return null; end if;
  if not exists (select from control.unit u where u.code = control.caller_unit() and control.unit_fits(u)) then return null; end if;
  return coalesce(
    (select o.row_id from rights.objection o where o.id = nullif(current_setting('credit.objection', true), '')::uuid and o.status = 'OPEN'
      and (o.unit = control.caller_unit() or exists (select from rights.verification v where v.objection_id = o.id and v.unit = control.caller_unit()
        and v.answered_on is null))),
    (select t.row_id from rights.restoration t where t.id = nullif(current_setting('credit.objection', true), '')::uuid and t.status = 'PENDING'
      and control.caller_role() = 'OPERATOR'));
end $$;
alter function rights.row_in_question() owner to "$notifier";

-- The same for who decides alone, in the command that decides.
create function rights.row_to_decide() returns uuid language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return coalesce(
    (select o.row_id from rights.objection o where o.id = nullif(current_setting('credit.objection', true), '')::uuid and o.status = 'OPEN'
      and o.unit = control.caller_unit()),
    (select t.row_id from rights.restoration t where t.id = nullif(current_setting('credit.objection', true), '')::uuid and t.status = 'PENDING'
      and control.caller_role() = 'OPERATOR'));
end $$;
alter function rights.row_to_decide() owner to "$notifier";

create policy in_question on public_credit.record for select to "$provider", "$department", "$collector", "$operator"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and record.id = (select rights.row_in_question()));
create policy in_question on sanctions.designation for select to "$provider", "$department", "$collector", "$operator"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and designation.id = (select rights.row_in_question()));
create policy in_question on sanctions.incentive for select to "$provider", "$department", "$collector", "$operator"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and incentive.id = (select rights.row_in_question()));

-- Non-public credit information, of which units that decide or verify have no table: the one record by a function.
create function rights.content_in_question() returns table (id uuid, subject_id uuid, personal boolean, version int, item text, category text,
    occurred_on date, content text, redaction int) language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select r.id, r.subject_id, r.personal, r.version, r.item, r.category, r.occurred_on, r.content, r.redaction
    from non_public_credit.record r where r.id = rights.row_in_question() and r.current;
end $$;
alter function rights.content_in_question() owner to "$notifier";

-- Where the operator decides for a unit that has ended, or ends a display beyond its time, the row is another unit's.
create policy decided on public_credit.record for all to "$intake"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and record.id = (select rights.row_to_decide()))
  with check ((select nullif(current_setting('credit.objection', true), '')) is not null and record.id = (select rights.row_to_decide()));
create policy decided on sanctions.designation for all to "$designate"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and designation.id = (select rights.row_to_decide()))
  with check ((select nullif(current_setting('credit.objection', true), '')) is not null and designation.id = (select rights.row_to_decide()));
create policy decided on sanctions.incentive for all to "$designate"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and incentive.id = (select rights.row_to_decide()))
  with check ((select nullif(current_setting('credit.objection', true), '')) is not null and incentive.id = (select rights.row_to_decide()));
create policy decided on non_public_credit.record for all to "$collect"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and record.id = (select rights.row_to_decide()))
  with check ((select nullif(current_setting('credit.objection', true), '')) is not null and record.id = (select rights.row_to_decide()));

-- Both run as "$notifier", who reads objections; whether the caller's unit stands it reads of the units.
create policy notifier on control.unit for select to "$notifier" using (true);
grant select on control.unit to "$notifier";
grant execute on function rights.row_in_question() to "$provider", "$department", "$collector", "$operator";
grant execute on function rights.row_to_decide() to "$intake", "$designate", "$collect";
grant execute on function control.unit_fits(control.unit), control.kind_of_role(text) to "$notifier";
grant execute on function rights.content_in_question() to "$provider", "$department", "$collector", "$operator";
grant select (personal, item, category, occurred_on, content, redaction) on non_public_credit.record to "$notifier";
-- The collector itself may write any of its own (policies.sql); whoever decides elsewhere, that of the row that is decided on.
create policy decided on non_public_credit.record_whole for all to "$collect"
  using ((select nullif(current_setting('credit.objection', true), '')) is not null and record_whole.id = (select rights.row_to_decide()))
  with check ((select nullif(current_setting('credit.objection', true), '')) is not null and record_whole.id = (select rights.row_to_decide()));
