-- Notices of changed records (Articles 6 and 39). When a record changes, triggers write one notice to the feed of every recipient that was shown it,
-- once and in order. They are triggers so that no command, importer or job can forget to notify. "$notifier" owns the functions, because the roles
-- that change records may not read who was shown them.

-- Whether a watch covers a new record of an item: the agreement and, for a person, the authorization are in force for its purpose, with uses left, and the
-- subject has not locked what is open by agreement. What it does not cover is never news. What it covers is told when the feed is read, if the record may be seen then (subgraphs/feed/shown.ts).
create function ledger.watch_covers(w ledger.watch, code text) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    if w.ended_at is not null then return false; end if;
    return exists (select from control.items_in_force() i where i.code = watch_covers.code and (
        i.openness = 'UNCONDITIONAL' and exists (select from control.agreement a
          where a.party = w.unit and w.purpose = any (a.purposes) and control.agreement_in_force(a))
        or i.openness = 'AGREEMENT' and not rights.has_lock(w.subject_id) and exists (select from control.agreement a
          where a.party = w.unit and w.purpose = any (a.purposes) and i.code = any (a.items) and control.agreement_in_force(a))))
      and (not w.personal or exists (select from control.authorization_grant g
        where g.subject_id = w.subject_id and g.party = w.unit and w.purpose = any (g.purposes) and g.revoked_at is null
          and control.today() between g.valid_from and g.valid_until and (g.maximum_uses is null or g.uses < g.maximum_uses)
          and (code = any (g.items) or exists (select from control.items_in_force() i
            where i.code = watch_covers.code and i.openness = 'UNCONDITIONAL'))));
  end $$;
alter function ledger.watch_covers(ledger.watch, text) owner to "$notifier";

-- Whether the unit was told of what is new: by an entry of the ledger, under the subject or what it was held under before. Found by key (disclosure_told):
-- the time must not count the entries of others (Article 23).
create function ledger.was_told(c ledger.change) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    return exists (select from ledger.disclosure d where d.unit = c.recipient and d.purpose = c.purpose
      and d.subject_id = any (array(select a.alias_id from public_credit.subject_alias a where a.subject_id = c.subject_id) || c.subject_id)
      and (d.bases -> 0) ->> 'article' = '6' and d.records @> jsonb_build_array(jsonb_build_object('id', c.record_id)));
  end $$;
alter function ledger.was_told(ledger.change) owner to "$notifier";

-- How many recipients were notified of these records: for the operator alone, which reads the ledger. It tells a provider nothing.
create function ledger.told(records uuid[], kind text) returns int language plpgsql stable security definer
    set search_path = pg_catalog as $$ begin
      if control.caller_role() <> 'OPERATOR' then return 0; end if;
      return (select count(distinct c.recipient)::int from ledger.change c where c.record_id = any (records) and c.kind = told.kind);
    end $$;
alter function ledger.told(uuid[], text) owner to "$notifier";

-- Each notice starts the clock of Article 39: the recipient must act on it in time. The session computes the due date and passes it as credit.act_by.
create function ledger.start_clocks(recipient text, after bigint) returns void language plpgsql security definer
  set search_path = pg_catalog as $$
  declare
    due jsonb := nullif(current_setting('credit.act_by', true), '')::jsonb;
  begin
    insert into control.clock (id, obligation, kind, unit, subject_id, reference, started_on, due_on, provisional, earliest, latest, pauses)
      select gen_random_uuid(), 'A39.4', 'correction.act', c.recipient, c.subject_id, c.id::text, c.started_on,
        (due->>'date')::date, (due->>'provisional')::boolean, (due->>'earliest')::date, (due->>'latest')::date, '[]'
      from ledger.change c where c.recipient = start_clocks.recipient and c.number > after and c.kind not in ('ADDED', 'DESIGNATED');
  end $$;
alter function ledger.start_clocks(text, bigint) owner to "$notifier";

-- Writes events to the feeds of their recipients. What its subject hid and let be shown again is told anew, to whom it was shown since. It locks one feed at a time, in one order, so that numbers have no gap that a cursor could skip.
create function ledger.tell_each(events jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    feed record;
    base bigint;
  begin
    if events is null then return; end if;
    -- What was new and is gone again is told to nobody who has not read of it.
    update ledger.change c set void = true from jsonb_to_recordset(events) as e (kind text, record_id uuid)
      where e.kind in ('WITHDRAWN', 'RESTORED', 'EXPIRED') and c.record_id = e.record_id and c.kind in ('ADDED', 'DESIGNATED');
    for feed in
      with event as (
        select e.kind, e.subject_id, e.item, e.record_id, e.version, h.again, h.since
          from jsonb_to_recordset(events) as e (kind text, subject_id uuid, item text, record_id uuid, version int)
            cross join lateral (select count(*)::int as again, max(o.hidden_at) as since from rights.hiding o
              where o.row_id = e.record_id and o.shown_at is not null) h
      ), told as (
        select e.kind, e.subject_id, e.item, e.record_id, e.version, e.again, d.unit as recipient, null::text as purpose
          -- It may have been shown under an alias of the subject.
          from (select e.*, e.subject_id as shown_as from event e
            union all select e.*, a.alias_id from event e join public_credit.subject_alias a on a.subject_id = e.subject_id) e
          -- Fenced, so that each event looks by the key of its subject: the planner cannot know how few there are, and would read the whole ledger.
          cross join lateral (select o.unit from ledger.disclosure o where o.subject_id = e.shown_as and o.unit is not null
            and o.role in ('PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR', 'AUTHORITY') and (e.since is null or o.at > e.since)
            and o.records @> jsonb_build_array(jsonb_build_object('id', e.record_id)) offset 0) d
          where e.kind not in ('ADDED', 'DESIGNATED')
        union
        select e.kind, e.subject_id, e.item, e.record_id, e.version, e.again, w.unit, w.purpose from event e join ledger.watch w on w.subject_id = e.subject_id
          where e.kind in ('ADDED', 'DESIGNATED') and ledger.watch_covers(w, e.item)
      )
      select t.recipient, jsonb_agg(to_jsonb(t) order by t.subject_id, t.record_id, t.version) as told, count(*) as number
      from told t where t.recipient is distinct from control.caller_unit()
        and not exists (select from ledger.change c where c.recipient = t.recipient and c.record_id = t.record_id
          and c.version = t.version and c.kind = t.kind and c.again = t.again)
      group by t.recipient order by t.recipient
    loop
      insert into ledger.feed as f (recipient, last) values (feed.recipient, feed.number)
        on conflict (recipient) do update set last = f.last + excluded.last returning f.last - feed.number into base;
      insert into ledger.change (recipient, number, id, kind, subject_id, item, record_id, version, again, purpose, at, started_on)
        select feed.recipient, base + t.place, gen_random_uuid(), t.value->>'kind', (t.value->>'subject_id')::uuid, t.value->>'item',
          (t.value->>'record_id')::uuid, (t.value->>'version')::int, (t.value->>'again')::int, t.value->>'purpose', control.moment(), control.today()
        from jsonb_array_elements(feed.told) with ordinality as t (value, place)
        on conflict (recipient, record_id, version, kind, again) do nothing;
      perform ledger.start_clocks(feed.recipient, base);
    end loop;
  end $$;
alter function ledger.tell_each(jsonb) owner to "$notifier";

-- The same, under the exclusive corrections lock where an answer in progress could show the old version (see ledger.sql).
create function ledger.tell(events jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
    if events is null then return; end if;
    if exists (select from jsonb_array_elements(events) e where e->>'kind' not in ('ADDED', 'DESIGNATED')) then
      perform pg_advisory_xact_lock(hashtext('credit-gateway corrections'));
    end if;
    perform ledger.tell_each(events);
  end $$;
alter function ledger.tell(jsonb) owner to "$notifier";

-- The kind of the notice for a new row. Recipients of the earlier version get a correction; watchers get what is new. Of what its subject has hidden nobody is
-- told anything, after that it was hidden (Article 37 §1). For a change of display the
-- kind is the cause that the command sets in credit.cause, else it follows from the dates.
create function ledger.record_inserted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if exists (select from fresh n where n.version > 1) or exists (select from ledger.watch) then
    perform ledger.tell((select jsonb_agg(
        jsonb_build_object('kind', case when n.version > 1 then 'CORRECTED' else 'ADDED' end,
          'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id, 'version', n.version))
      from fresh n where n.version > 1 and n.display <> 'HIDDEN'
        or n.version = 1 and n.display = 'DISPLAYED' and exists (select from ledger.watch w where w.subject_id = n.subject_id)));
  end if;
  return null;
end $$;
alter function ledger.record_inserted() owner to "$notifier";
create function ledger.record_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform ledger.tell((select jsonb_agg(
      jsonb_build_object('kind', n.kind, 'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id,
        'version', n.version))
    from (
      select n.*, coalesce(nullif(current_setting('credit.cause', true), ''),
          case when n.displayed_until < control.today() then 'EXPIRED' else 'WITHDRAWN' end) as kind
        from fresh n join stale o using (subject_id, id, version)
        where o.display = 'DISPLAYED' and n.display <> 'DISPLAYED' and n.current
      union all
      select n.*, 'OBJECTED' from fresh n join stale o using (subject_id, id, version)
        where n.current and n.display <> 'HIDDEN' and o.objection_raised_on is null and n.objection_raised_on is not null
    ) n));
  return null;
end $$;
alter function ledger.record_changed() owner to "$notifier";
create trigger told_insert after insert on public_credit.record referencing new table as fresh
  for each statement execute function ledger.record_inserted();
create trigger told_update after update on public_credit.record referencing old table as stale new table as fresh
  for each statement execute function ledger.record_changed();

create function ledger.non_public_record_inserted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if exists (select from fresh n where n.version > 1) or exists (select from ledger.watch) then
    perform ledger.tell((select jsonb_agg(
        jsonb_build_object('kind', case when n.version > 1 then 'CORRECTED' else 'ADDED' end,
          'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id, 'version', n.version))
      from fresh n where n.version > 1 and n.display <> 'HIDDEN'
        or n.version = 1 and n.display = 'DISPLAYED' and exists (select from ledger.watch w where w.subject_id = n.subject_id)));
  end if;
  return null;
end $$;
alter function ledger.non_public_record_inserted() owner to "$notifier";
create function ledger.non_public_record_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform ledger.tell((select jsonb_agg(
      jsonb_build_object('kind', n.kind, 'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id,
        'version', n.version))
    from (
      select n.*, coalesce(nullif(current_setting('credit.cause', true), ''),
          case when n.displayed_until < control.today() then 'EXPIRED' else 'WITHDRAWN' end) as kind
        from fresh n join stale o using (subject_id, id, version)
        where o.display = 'DISPLAYED' and n.display <> 'DISPLAYED' and n.current
      union all
      select n.*, 'OBJECTED' from fresh n join stale o using (subject_id, id, version)
        where n.current and n.display <> 'HIDDEN' and o.objection_raised_on is null and n.objection_raised_on is not null
    ) n));
  return null;
end $$;
alter function ledger.non_public_record_changed() owner to "$notifier";
create trigger told_insert after insert on non_public_credit.record referencing new table as fresh
  for each statement execute function ledger.non_public_record_inserted();
create trigger told_update after update on non_public_credit.record referencing old table as stale new table as fresh
  for each statement execute function ledger.non_public_record_changed();

create function ledger.designation_inserted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if exists (select from ledger.watch) then
    perform ledger.tell((select jsonb_agg(
        jsonb_build_object('kind', 'DESIGNATED', 'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id,
          'version', 1))
      from fresh n where n.display = 'DISPLAYED' and exists (select from ledger.watch w where w.subject_id = n.subject_id)));
  end if;
  return null;
end $$;
alter function ledger.designation_inserted() owner to "$notifier";
create function ledger.designation_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform ledger.tell((select jsonb_agg(
      jsonb_build_object('kind', case when o.display = 'DISPLAYED' and n.display <> 'DISPLAYED'
          then coalesce(nullif(current_setting('credit.cause', true), ''),
            case when n.displayed_until < control.today() then 'EXPIRED' else 'WITHDRAWN' end)
          else 'OBJECTED' end,
        'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id, 'version', 1))
    from fresh n join stale o using (subject_id, id) where o.display = 'DISPLAYED' and n.display <> 'DISPLAYED'
      or o.objection_raised_on is null and n.objection_raised_on is not null));
  return null;
end $$;
alter function ledger.designation_changed() owner to "$notifier";
create trigger told_insert after insert on sanctions.designation referencing new table as fresh
  for each statement execute function ledger.designation_inserted();
create trigger told_update after update on sanctions.designation referencing old table as stale new table as fresh
  for each statement execute function ledger.designation_changed();

create function ledger.incentive_inserted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if exists (select from ledger.watch) then
    perform ledger.tell((select jsonb_agg(
        jsonb_build_object('kind', 'DESIGNATED', 'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id,
          'version', 1))
      from fresh n where n.display = 'DISPLAYED' and exists (select from ledger.watch w where w.subject_id = n.subject_id)));
  end if;
  return null;
end $$;
alter function ledger.incentive_inserted() owner to "$notifier";
create function ledger.incentive_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform ledger.tell((select jsonb_agg(
      jsonb_build_object('kind', case when o.display = 'DISPLAYED' and n.display <> 'DISPLAYED'
          then coalesce(nullif(current_setting('credit.cause', true), ''),
            case when n.displayed_until < control.today() then 'EXPIRED' else 'WITHDRAWN' end)
          else 'OBJECTED' end,
        'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id, 'version', 1))
    from fresh n join stale o using (subject_id, id) where o.display = 'DISPLAYED' and n.display <> 'DISPLAYED'
      or n.display <> 'HIDDEN' and o.objection_raised_on is null and n.objection_raised_on is not null));
  return null;
end $$;
alter function ledger.incentive_changed() owner to "$notifier";
create trigger told_insert after insert on sanctions.incentive referencing new table as fresh
  for each statement execute function ledger.incentive_inserted();
create trigger told_update after update on sanctions.incentive referencing old table as stale new table as fresh
  for each statement execute function ledger.incentive_changed();

-- When a designation ends, those that were made on account of it end too, however it ended (Article 33). Statement triggers fire for zero rows too:
-- without the first test this trigger would call itself without end.
create function sanctions.release_linked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if not exists (select from fresh n join stale o using (subject_id, id) where n.display <> 'DISPLAYED' and o.display = 'DISPLAYED') then
      return null;
    end if;
    update sanctions.designation d set display = 'ARCHIVED' from fresh n join stale o using (subject_id, id)
      where n.display <> 'DISPLAYED' and o.display = 'DISPLAYED' and d.on_account_subject = n.subject_id and d.on_account_of = n.id
        and d.display <> 'ARCHIVED';
    return null;
  end $$;
alter function sanctions.release_linked() owner to "$notifier";
create trigger release_linked after update on sanctions.designation referencing old table as stale new table as fresh
    for each statement execute function sanctions.release_linked();

-- What a change of the province would reach: how many authorizations and watches are in force, never whose.
create function control.standing() returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  if control.caller_role() not in ('OPERATOR', 'AUTHORITY') then return null; end if;
  return jsonb_build_object(
    'authorizations', (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from (
      select a.party, a.items, a.purposes, count(*)::int as count from control.authorization_grant a
      where a.revoked_at is null and a.valid_until >= control.today() and (a.maximum_uses is null or a.uses < a.maximum_uses)
      group by a.party, a.items, a.purposes) g),
    'watches', (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (
      select o.unit, count(*)::int as count from ledger.watch o where o.ended_at is null group by o.unit) w));
end $$;
alter function control.standing() owner to "$notifier";
