-- Which items are open to anyone, and which by agreement, day by day (migration 0039). Every statement of a reader asks that once for each table; from the editions
-- it took 50 µs each time, from here it is one row. The newest edition of an item that has begun counts, and none where that one has ended: the edition that it
-- replaced does not come back (Articles 7 and 18).
-- They are laid out when a transaction commits, once: a file of a province changes a thousand items, each in a statement. Until then there is no row of any day, and
-- whoever asks within the transaction reads the editions (control.items_open).
create function control.forget_items_of_day() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  -- One at a time: whoever changes the catalog meanwhile is seen, or waits.
  perform from control.version v where v.id = 1 for update;
  delete from control.items_of_day;
  return null;
end $$;
-- For each row, as the rows are laid out again: a statement that changes none would leave no day.
create trigger touched_days after insert or update or delete on control.item for each row execute function control.forget_items_of_day();

create function control.lay_out_items() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  -- The first row of the transaction did it for all.
  if exists (select from control.items_of_day) then return null; end if;
  insert into control.items_of_day (from_day, open, by_agreement)
    select d.day, coalesce(array_agg(n.code order by n.code) filter (where n.openness = 'UNCONDITIONAL'), '{}'),
      coalesce(array_agg(n.code order by n.code) filter (where n.openness = 'AGREEMENT'), '{}')
    from (select greatest(i.published_on, i.effective_from) as day from control.item i
        union select i.effective_until + 1 from control.item i where i.effective_until is not null) d
      left join lateral (select distinct on (i.code) i.code, i.openness, i.effective_until from control.item i
        where i.published_on <= d.day and i.effective_from <= d.day order by i.code, i.effective_from desc, i.edition desc) n
        on n.effective_until is null or n.effective_until >= d.day
    group by d.day;
  return null;
end $$;
create constraint trigger lays_out_items after insert or update or delete on control.item deferrable initially deferred
  for each row execute function control.lay_out_items();

grant select on control.items_of_day to "$backup";
