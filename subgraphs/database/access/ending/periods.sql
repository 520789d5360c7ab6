-- The dated table of display periods (Article 37 §2), and what a new edition of it moves. "$notifier" owns its functions.

create trigger touched after insert or delete on control.display_period for each statement execute function control.touch();
create trigger journal_edition after insert on control.display_period for each row execute function control.note_edition();

-- End of a display over editions that follow each other: what one ends earlier ends on the day before it takes effect, and stays ended.
create function control.end_over(decided date, starts date[], months int[]) returns date language plpgsql immutable set search_path = pg_catalog as $$
  declare
    ends date := (decided + make_interval(months => months[1]))::date;
    next_end date;
  begin
    for n in 2 .. coalesce(array_length(starts, 1), 1) loop
      exit when ends < starts[n];
      next_end := (decided + make_interval(months => months[n]))::date;
      ends := case when next_end < starts[n] then starts[n] - 1 else next_end end;
    end loop;
    return ends;
  end $$;

-- Last day of the display of a decision, by the edition in force today and those that are published to follow it.
create function control.display_end(class text, decided_on date) returns date language plpgsql stable security definer set search_path = pg_catalog as $$
  declare
    starts date[];
    months int[];
  begin
    select array_agg(d.effective_from order by d.effective_from), array_agg(p.months order by d.effective_from) into starts, months
      from control.display_period d cross join lateral (select (r->>'maximumMonths')::int as months from jsonb_array_elements(d.periods) r
        where r->>'displayClass' = class and (r->>'decidedFrom')::date <= greatest(decided_on, date '1949-10-01')
        order by r->>'decidedFrom' desc limit 1) p
      where d.effective_from >= coalesce((select max(b.effective_from) from control.display_period b where b.effective_from <= control.today()),
        date '0001-01-01');
    return control.end_over(decided_on, starts, months);
  end $$;
alter function control.display_end(text, date) owner to "$notifier";

-- One slice of what an edition moves: rows of a span of deciding dates behind a place, in their order. Displayed ones alone: what has ended stays so.
-- span: displayClass, from, until, starts, months. Reports of a record that ends earlier end with it.
create function control.move_displays(span jsonb, after_day date, after_id uuid, at_most int) returns table (seen int, moved int, last_day date, last_id uuid)
  language plpgsql security definer set search_path = pg_catalog set enable_seqscan = off as $$
  declare
    starts date[] := array(select d::date from jsonb_array_elements_text(span->'starts') d);
    months int[] := array(select m::int from jsonb_array_elements_text(span->'months') m);
    subjects uuid[];
    ids uuid[];
    versions int[];
    untils date[];
  begin
    select count(*), max(s.display_from), (array_agg(s.id order by s.display_from desc, s.id desc))[1],
        array_agg(s.subject_id) filter (where s.until <> s.displayed_until), array_agg(s.id) filter (where s.until <> s.displayed_until),
        array_agg(s.version) filter (where s.until <> s.displayed_until), array_agg(s.until) filter (where s.until <> s.displayed_until)
      into seen, last_day, last_id, subjects, ids, versions, untils
      from (select r.subject_id, r.id, r.version, r.display_from, r.displayed_until,
          least(r.stated_until, control.end_over(r.display_from, starts, months)) as until
        from public_credit.record r
        where r.display_class = span->>'displayClass' and (r.display_from, r.id) > (after_day, after_id)
          and r.display_from between (span->>'from')::date and (span->>'until')::date
          and r.current and r.display <> 'ARCHIVED' and r.displayed_until >= control.today()
        order by r.display_from, r.id limit at_most) s;
    update public_credit.record r set displayed_until = s.until from unnest(subjects, ids, versions, untils) as s (subject_id, id, version, until)
      where r.subject_id = s.subject_id and r.id = s.id and r.version = s.version and r.current and r.display <> 'ARCHIVED'
        and r.displayed_until >= control.today();
    get diagnostics moved = row_count;
    update ledger.report p set expires_on = least(p.expires_on, s.until) from unnest(ids, versions, untils) as s (id, version, until)
      join ledger.report_record x on x.record_id = s.id and x.version = s.version
      where p.id = x.report_id and p.superseded_at is null and p.expires_on > s.until;
    return next;
  end $$;
alter function control.move_displays(jsonb, date, uuid, int) owner to "$notifier";

-- What an edition would do, before it is published: numbers of what is displayed. `decided_from`: first day of the span.
create function control.display_effect(spans jsonb, effective date) returns table (class text, item text, decided_from date, displayed int, earlier int,
    later int, at_once int)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    if control.caller_role() not in ('AUTHORITY', 'OPERATOR') then return; end if;
    return query select e.class, e.item, e.decided_from, count(*)::int, count(*) filter (where e.until < e.was)::int, count(*) filter (where e.until > e.was)::int,
        count(*) filter (where e.until < e.was and e.until < effective)::int
      from (select s."displayClass" as class, r.item, s."from" as decided_from, r.displayed_until as was,
          least(r.stated_until, control.end_over(r.display_from, s.starts, s.months)) as until
        from jsonb_to_recordset(spans) as s ("displayClass" text, "from" date, "until" date, starts date[], months int[])
          join public_credit.record r on r.display_class = s."displayClass" and r.display_from between s."from" and s."until"
        where r.current and r.display = 'DISPLAYED' and r.displayed_until >= control.today()) e
      group by 1, 2, 3 order by 1, 2, 3;
  end $$;
alter function control.display_effect(jsonb, date) owner to "$notifier";

grant select on control.display_period
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control", "$due",
    "$notifier", "$recovery";
-- An edition is published and never changed.
grant insert on control.display_period to "$control", "$recovery";
grant update (moved_on) on control.display_period to "$due";
grant select (display_class, display_from, stated_until), update (displayed_until) on public_credit.record to "$notifier";
grant update (expires_on) on ledger.report to "$notifier";
grant execute on function control.end_over(date, date[], int[]) to "$notifier", "$due";
grant execute on function control.move_displays(jsonb, date, uuid, int) to "$due";
grant execute on function control.display_effect(jsonb, date) to "$operator", "$authority";
