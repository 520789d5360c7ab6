-- The label of an open objection (Article 39) follows the objection and its clock, whoever changes them: it is taken off with the last one about a row, and
-- names the day by which it is decided, also where a pause, help or a year that is loaded moves it.

create function rights.relabel(rows uuid[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    labels jsonb;
  begin
    if rows is null then return; end if;
    -- Of several about a row, the one that was raised first.
    select jsonb_agg(to_jsonb(l)) into labels from (
      select r.id, o.raised_on, o.due_on from unnest(rows) as r (id) left join lateral (
          select x.raised_on, k.due_on from rights.objection x left join control.clock k on k.reference = x.id::text and k.unit = x.unit
              and k.kind in ('objection.decide', 'objection.decide-with-help')
            where x.row_id = r.id and x.status = 'OPEN' and x.labelled_on is not null
            order by x.raised_on, x.raised_at, x.id limit 1) o on true) l;
    update public_credit.record t set objection_raised_on = l.raised_on, objection_decide_by = l.due_on
      from jsonb_to_recordset(labels) as l (id uuid, raised_on date, due_on date)
      where t.id = l.id and t.current and (t.objection_raised_on, t.objection_decide_by) is distinct from (l.raised_on, l.due_on);
    update sanctions.designation t set objection_raised_on = l.raised_on, objection_decide_by = l.due_on
      from jsonb_to_recordset(labels) as l (id uuid, raised_on date, due_on date)
      where t.id = l.id and (t.objection_raised_on, t.objection_decide_by) is distinct from (l.raised_on, l.due_on);
    update sanctions.incentive t set objection_raised_on = l.raised_on, objection_decide_by = l.due_on
      from jsonb_to_recordset(labels) as l (id uuid, raised_on date, due_on date)
      where t.id = l.id and (t.objection_raised_on, t.objection_decide_by) is distinct from (l.raised_on, l.due_on);
    update non_public_credit.record t set objection_raised_on = l.raised_on, objection_decide_by = l.due_on
      from jsonb_to_recordset(labels) as l (id uuid, raised_on date, due_on date)
      where t.id = l.id and t.current and (t.objection_raised_on, t.objection_decide_by) is distinct from (l.raised_on, l.due_on);
  end $$;
alter function rights.relabel(uuid[]) owner to "$notifier";

create function rights.objection_closed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform rights.relabel((select array_agg(distinct n.row_id) from fresh n join stale o using (subject_id, id)
    where n.row_id is not null and (n.status, n.labelled_on) is distinct from (o.status, o.labelled_on)));
  return null;
end $$;
alter function rights.objection_closed() owner to "$notifier";
create trigger relabels after update on rights.objection referencing old table as stale new table as fresh
  for each statement execute function rights.objection_closed();

create function rights.clock_moved() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if not exists (select from fresh n where n.kind in ('objection.decide', 'objection.decide-with-help')) then return null; end if;
  perform rights.relabel((select array_agg(distinct x.row_id) from fresh n join stale o on o.id = n.id
      join rights.objection x on x.id = n.reference::uuid and x.status = 'OPEN' and x.row_id is not null
    where n.kind in ('objection.decide', 'objection.decide-with-help') and n.due_on <> o.due_on));
  return null;
end $$;
alter function rights.clock_moved() owner to "$notifier";
create trigger relabels after update on control.clock referencing old table as stale new table as fresh
  for each statement execute function rights.clock_moved();

create policy labelled on public_credit.record for update to "$notifier" using (true) with check (true);
create policy labelled on sanctions.designation for update to "$notifier" using (true) with check (true);
create policy labelled on sanctions.incentive for update to "$notifier" using (true) with check (true);
create policy labelled on non_public_credit.record for update to "$notifier" using (true) with check (true);
grant select (objection_raised_on, objection_decide_by), update (objection_raised_on, objection_decide_by)
  on public_credit.record, non_public_credit.record to "$notifier";
grant select (objection_raised_on, objection_decide_by), update (objection_raised_on, objection_decide_by)
  on sanctions.designation, sanctions.incentive to "$notifier";
