-- The label of an open objection (Article 39), on the row in question for everybody who is shown it. Triggers set it, move its date and take it off, so that
-- no command and no job can forget to: it follows from which objections are open, and from their clocks. "$notifier" owns them, because the roles that
-- raise, decide and reckon may not change what is held.

-- Raised: the first of the open ones. By when: the last of their dates, since the label stays until the last is decided.
create function rights.set_label(subject uuid, held_in text, thing uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    raised date;
    due date;
  begin
    select min(o.raised_on), max(k.due_on) into raised, due
      from rights.objection o join control.clock k on k.reference = o.id::text and k.unit = o.unit
        and k.kind in ('objection.decide', 'objection.decide-with-help')
      where o.subject_id = subject and o.row_id = thing and o.status = 'OPEN';
    if held_in = 'public_credit.record' then
      -- A correction that committed meanwhile made another version the current one: the second statement sees it.
      for i in 1..2 loop
        update public_credit.record r set objection_raised_on = raised, objection_decide_by = due
          where r.subject_id = subject and r.id = thing and r.current
            and (r.objection_raised_on, r.objection_decide_by) is distinct from (raised, due);
      end loop;
    elsif held_in = 'non_public_credit.record' then
      for i in 1..2 loop
        update non_public_credit.record r set objection_raised_on = raised, objection_decide_by = due
          where r.subject_id = subject and r.id = thing and r.current
            and (r.objection_raised_on, r.objection_decide_by) is distinct from (raised, due);
      end loop;
    elsif held_in = 'sanctions.designation' then
      update sanctions.designation d set objection_raised_on = raised, objection_decide_by = due
        where d.subject_id = subject and d.id = thing and (d.objection_raised_on, d.objection_decide_by) is distinct from (raised, due);
    elsif held_in = 'sanctions.incentive' then
      update sanctions.incentive i set objection_raised_on = raised, objection_decide_by = due
        where i.subject_id = subject and i.id = thing and (i.objection_raised_on, i.objection_decide_by) is distinct from (raised, due);
    end if;
  end $$;
alter function rights.set_label(uuid, text, uuid) owner to "$notifier";

-- The clock for the decision is started behind its objection, in the same transaction, and its date moves: with help, with time that does not count, with a
-- year that is loaded.
create function rights.label_by_clock() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform rights.set_label(o.subject_id, o.held_in, o.row_id) from rights.objection o
    where o.id = case when new.reference ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then new.reference::uuid end
      and o.unit = new.unit and o.row_id is not null and o.status = 'OPEN';
  return null;
end $$;
alter function rights.label_by_clock() owner to "$notifier";
create trigger labels_started after insert on control.clock for each row
  when (new.kind in ('objection.decide', 'objection.decide-with-help')) execute function rights.label_by_clock();
create trigger labels_moved after update of due_on on control.clock for each row
  when (new.kind in ('objection.decide', 'objection.decide-with-help') and new.due_on <> old.due_on) execute function rights.label_by_clock();

-- Withdrawn or decided: taken off, unless another is open about the same row.
create function rights.label_by_status() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform rights.set_label(new.subject_id, new.held_in, new.row_id);
  return null;
end $$;
alter function rights.label_by_status() owner to "$notifier";
create trigger label_ends after update of status on rights.objection for each row
  when (new.row_id is not null and new.status <> old.status) execute function rights.label_by_status();

create policy labels on public_credit.record for update to "$notifier" using (true) with check (true);
create policy labels on non_public_credit.record for update to "$notifier" using (true) with check (true);
create policy labels on sanctions.designation for update to "$notifier" using (true) with check (true);
create policy labels on sanctions.incentive for update to "$notifier" using (true) with check (true);
grant select (objection_raised_on, objection_decide_by) on public_credit.record, non_public_credit.record to "$notifier";
grant update (objection_raised_on, objection_decide_by) on public_credit.record, non_public_credit.record, sanctions.designation, sanctions.incentive
  to "$notifier";
