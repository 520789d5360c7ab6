-- Who decides objections (Article 39). One transaction decides and does what follows, under the role that writes what is in question: "$intake" records,
-- "$designate" what stands on lists, "$collect" non-public credit information.

-- What other units were asked, in the transaction that decides: their clocks end with it.
create policy decided on rights.verification for select to "$intake", "$designate", "$collect" using (asked_by = (select control.caller_unit()));
grant select on rights.verification to "$intake", "$designate", "$collect";
create policy collect on control.clock for all to "$collect" using (true) with check (true);
grant select, update (met_on) on control.clock to "$collect";

-- How many are told of what was just decided about a row. The operator alone is told the number (Article 23).
create function rights.told_of(thing uuid) returns int language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return (select count(distinct c.recipient)::int from ledger.change c where c.record_id = thing and c.at = control.moment()
    and c.kind in ('CORRECTED', 'WITHDRAWN', 'EXPIRED'));
end $$;
alter function rights.told_of(uuid) owner to "$notifier";
grant execute on function rights.told_of(uuid) to "$intake", "$designate", "$collect";

-- A missing record that its unit owes since an objection was upheld: delivered, the clock is met, however it is delivered.
create function rights.omission_delivered() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update control.clock k set met_on = control.today()
    from rights.objection o join fresh n on n.version = 1 and n.subject_id = o.subject_id and n.item = o.item and n.providing_unit = o.unit
    where o.about = 'OMISSION' and o.status = 'UPHELD' and k.kind = 'objection.deliver' and k.reference = o.id::text and k.unit = o.unit and k.met_on is null;
  return null;
end $$;
alter function rights.omission_delivered() owner to "$notifier";
create trigger omission_delivered after insert on public_credit.record referencing new table as fresh
  for each statement execute function rights.omission_delivered();
grant update (met_on) on control.clock to "$notifier";

-- By when the unit that it asked answers, for who decides.
create policy askers on control.clock for select to "$department", "$provider", "$collector"
  using (kind = 'objection.help' and exists (select from rights.verification v
    where v.id::text = clock.reference and v.asked_by = (select control.caller_unit())));

-- What a unit had to decide when it ended is decided by the operator (Article 39): open objections and their clocks go over to it, and their subjects are told. However the
-- unit came to its end, and over a restored database too.
create function rights.pass_on_objections() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  declare
    operator constant text := (select u.code from control.unit u where 'OPERATOR' = any (u.kinds) and u.code <> new.code
      and (u.ended_on is null or u.ended_on > control.today()) order by u.code limit 1);
  begin
    if operator is null then return null; end if;
    perform rights.tell_subjects((select jsonb_agg(jsonb_build_object('kind', 'OBJECTED', 'subject', o.subject_id, 'record', o.row_id, 'objection', o.id,
        'said', jsonb_build_object('unit', operator, 'decideBy', k.due_on)))
      from rights.objection o join control.clock k on k.reference = o.id::text and k.unit = o.unit
        and k.kind in ('objection.decide', 'objection.decide-with-help')
      where o.unit = new.code and o.status = 'OPEN'));
    update control.clock k set unit = operator from rights.objection o where o.unit = new.code and o.status = 'OPEN' and k.reference = o.id::text
      and k.unit = o.unit;
    update rights.objection o set unit = operator where o.unit = new.code and o.status = 'OPEN';
    return null;
  end $$;
alter function rights.pass_on_objections() owner to "$notifier";
create trigger passes_on_objections after update of ended_on on control.unit for each row
  when (old.ended_on is null and new.ended_on is not null) execute function rights.pass_on_objections();
create policy passing_on on rights.objection for update to "$notifier" using (true) with check (true);
grant update (unit) on rights.objection, control.clock to "$notifier";
