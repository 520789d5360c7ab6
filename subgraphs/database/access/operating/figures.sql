-- What an operator watches, as numbers alone: no unit, no item and no person. "$meter" owns the function and reads the few columns that it counts by;
-- "$metrics", under which a server calls it, reads no table.
-- Each count is found by an index or in a short table, because it is read every few seconds.
-- On how many replicas stands what is acknowledged: PostgreSQL waits for so many at each commit. 0 where it waits for none.
create function ledger.synchronous_replicas() returns int language sql stable set search_path = pg_catalog as $$
  select case when current_setting('synchronous_commit') in ('off', 'local') or btrim(current_setting('synchronous_standby_names')) = '' then 0
    else coalesce((regexp_match(current_setting('synchronous_standby_names'), '^\s*(?:first|any)?\s*(\d+)\s*\(', 'i'))[1]::int, 1) end
$$;
grant usage on schema ledger to "$sequencer", "$meter";
grant execute on function ledger.synchronous_replicas() to "$sequencer", "$meter";

create function control.operating_figures(redaction_now int) returns table (figure text, label text, day date, value double precision)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  -- As values, so that each is found in the part where it lies.
  waiting constant uuid[] := array(select p.entry_id from ledger.pending p);
begin
  -- Clocks that run, by kind and due day; all that are overdue under yesterday, all that are far away not at all. Time that does not count is no delay.
  return query select 'CLOCKS', k.kind, greatest(k.due_on, control.today() - 1), count(*)::float8 from control.clock k
      where k.met_on is null and k.due_on <= control.today() + 31
        and not exists (select from jsonb_array_elements(k.pauses) p where p->>'until' is null)
      group by k.kind, greatest(k.due_on, control.today() - 1);
  -- Entries of the ledger that have no place in the tree, and the instant of the oldest.
  return query select 'LEDGER_PENDING', null::text, null::date, cardinality(waiting)::float8;
  return query select 'LEDGER_PENDING_SINCE', null::text, null::date, extract(epoch from min(d.at))::float8
    from ledger.disclosure d where d.id = any (waiting);
  return query select 'CHECKPOINT_AT', null::text, null::date, extract(epoch from c.signed_at)::float8
    from ledger.checkpoint c order by c.size desc limit 1;
  -- While it waits for none: the instant of the last checkpoint that stood on another machine too. None where no replica was ever waited for.
  return query select 'REPLICAS', null::text, null::date, ledger.synchronous_replicas()::float8;
  return query select 'ALONE_SINCE', null::text, null::date, extract(epoch from c.signed_at)::float8
    from ledger.checkpoint c where c.replicas > 0 and ledger.synchronous_replicas() = 0 order by c.size desc limit 1;
  return query select 'WEBHOOKS', null::text, null::date, count(*)::float8 from ledger.webhook w where w.ended_at is null;
  return query select 'DELIVERIES', 'PENDING', null::date, count(*)::float8 from ledger.delivery d where d.state = 'PENDING';
  return query select 'DELIVERIES', 'DEAD', null::date, count(*)::float8
    from ledger.delivery d join ledger.webhook w on w.unit = d.unit and w.ended_at is null where d.state = 'DEAD';
  return query select 'EPSILON_SPENT', null::text, null::date, coalesce(sum(r.epsilon_thousandths), 0)::float8 from statistics.release r
    where extract(year from r.as_of) = extract(year from control.today());
  return query select 'TEXTS_WAITING', null::text, null::date, count(*)::float8 from public_credit.known_values k where k.redaction < redaction_now;
  return query select 'TEXTS_WITHHELD', null::text, null::date, count(*)::float8 from public_credit.known_values k
    where k.redaction in (select u.version from control.unsafe_redaction u);
  -- What ended and does not stand in a file beside the backups yet, and gaps of the ledger that nobody acknowledged.
  return query select 'JOURNAL_PENDING', null::text, null::date, count(*)::float8
    from (select from control.journal j where j.written_at is null limit 10000) waiting;
  return query select 'GAPS_OPEN', null::text, null::date, count(*)::float8 from control.gap g where g.acknowledged_at is null;
  -- The calendar of this year and later ones: its days off (1) and worked weekend days (0).
  return query select 'CALENDAR', y.year::text, (d->>'date')::date, ((d->>'isOffDay')::boolean)::int::float8
    from control.calendar_year y, jsonb_array_elements(y.days) d where y.year >= extract(year from control.today());
end $$;
alter function control.operating_figures(int) owner to "$meter";

create policy meter on control.clock for select to "$meter" using (true);
create policy meter on control.gap for select to "$meter" using (true);
create policy meter on ledger.disclosure for select to "$meter" using (true);
create policy meter on ledger.webhook for select to "$meter" using (true);
create policy meter on ledger.delivery for select to "$meter" using (true);
create policy meter on statistics.release for select to "$meter" using (true);
create policy meter on public_credit.known_values for select to "$meter" using (true);

grant usage on schema control, ledger, statistics, public_credit to "$meter";
grant select (kind, due_on, met_on, pauses) on control.clock to "$meter";
grant select (year, days) on control.calendar_year to "$meter";
grant select (version) on control.unsafe_redaction to "$meter";
grant select (written_at) on control.journal to "$meter";
grant select (acknowledged_at) on control.gap to "$meter";
grant select on ledger.pending to "$meter";
grant select (id, at) on ledger.disclosure to "$meter";
grant select (size, signed_at, replicas) on ledger.checkpoint to "$meter";
grant select (unit, ended_at) on ledger.webhook to "$meter";
grant select (unit, state) on ledger.delivery to "$meter";
grant select (as_of, epsilon_thousandths) on statistics.release to "$meter";
grant select (redaction) on public_credit.known_values to "$meter";
grant execute on function control.today() to "$meter";
grant usage on schema control to "$metrics";
grant execute on function control.operating_figures(int) to "$metrics";
