-- Numbers of operation (Articles 17 and 21): when units delivered, which rows came back for their form, what was refused before any subject was looked at.
-- They count no record and no subject. "$meter" owns the functions and reads the few columns that they count by.

-- Of each unit and month: its batches, and the working days on which it was late with an item. It is late with an item that it has begun to deliver from the
-- day on which more working days have gone by since its last batch than the catalog gives it, until it delivers again. An empty batch is one: it says that
-- there is nothing to deliver. What stands in a batch decides nothing. `working_days`: in rising order, up to the last day that counts.
create function control.submission_figures(first date, last date, working_days date[])
  returns table (unit text, month text, submissions int, days_late int, items_late int)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return query with item (code, term, ended_on) as (
      select distinct on (i.code) i.code, i.update_within_working_days, i.effective_until from control.item i
        where i.published_on <= (select control.today()) and i.effective_from <= (select control.today())
        order by i.code, i.effective_from desc, i.edition desc
    ), months (month, first_day, before, until) as (
      select to_char(m, 'YYYY-MM'), m::date, width_bucket((m - interval '1 day')::date, working_days),
          width_bucket((m + interval '1 month' - interval '1 day')::date, working_days)
        from generate_series(date_trunc('month', first::timestamp), last::timestamp, interval '1 month') m
    ), delivered (unit, item, place) as (
      select distinct s.unit, s.item, width_bucket(s.received_on, working_days) from control.submission s where s.received_on <= last
    ), silent (unit, item, late_from, until) as (
      select d.unit, d.item, d.place + i.term,
          least(coalesce(lead(d.place) over (partition by d.unit, d.item order by d.place), cardinality(working_days)),
            width_bucket(i.ended_on, working_days), width_bucket(u.ended_on, working_days))
        from delivered d join item i on i.code = d.item left join control.unit u on u.code = d.unit
    ), late (unit, month, days, items) as (
      select s.unit, m.month, sum(least(m.until, s.until) - greatest(m.before, s.late_from)), count(distinct s.item)
        from silent s join months m on least(m.until, s.until) > greatest(m.before, s.late_from) group by s.unit, m.month
    ), sent (unit, month, batches) as (
      select s.unit, to_char(s.received_on, 'YYYY-MM'), count(*) from control.submission s
        where s.received_on >= (select min(m.first_day) from months m) and s.received_on <= last group by 1, 2
    )
    select coalesce(s.unit, l.unit), coalesce(s.month, l.month), coalesce(s.batches, 0)::int, coalesce(l.days, 0)::int, coalesce(l.items, 0)::int
      from sent s full join late l on l.unit = s.unit and l.month = s.month;
  end $$;
alter function control.submission_figures(date, date, date[]) owner to "$meter";

-- Rows that came back for their form, by unit and reason.
create function control.returned_figures(first date, last date) returns table (unit text, reason text, returned int)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return query select s.unit, r.key, sum(r.value::int)::int from control.submission s, jsonb_each_text(s.returned) r
      where s.received_on >= first and s.received_on <= last group by s.unit, r.key;
  end $$;
alter function control.returned_figures(date, date) owner to "$meter";

-- Refusals of all processes but one, which knows its own better.
create function control.refusal_figures(first text, last text, without uuid) returns table (role text, code text, reason text, refused float8)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return query select c.role, c.code, c.reason, sum(c.count)::float8 from control.refusal_count c
      where c.month >= first and c.month <= last and c.process <> without group by c.role, c.code, c.reason;
  end $$;
alter function control.refusal_figures(text, text, uuid) owner to "$meter";

-- Since when batches are counted.
create function control.counted_since() returns date
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return (select min(s.received_on) from control.submission s);
  end $$;
alter function control.counted_since() owner to "$meter";

create policy meter on control.unit for select to "$meter" using (true);

grant select (code, edition, update_within_working_days, published_on, effective_from, effective_until) on control.item to "$meter";
grant select (code, ended_on) on control.unit to "$meter";
grant select on control.submission, control.refusal_count to "$meter";
grant insert on control.submission to "$intake";
grant select, insert, update (count) on control.refusal_count to "$presence";
grant execute on function control.submission_figures(date, date, date[]), control.returned_figures(date, date),
  control.refusal_figures(text, text, uuid), control.counted_since() to "$analyst", "$operator", "$authority";
