-- What subjects are told without anybody having to think of it (Article 35), and the channels of their choosing. Triggers tell of lists, changes and ends of
-- display, so that no command, importer or job can forget one. Under $notifier, because who changes a record may read no message.

-- A statement fires them for no row too, and then nothing is told.
create function rights.tell_of_designations() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if current_setting('credit.joining', true) = 'yes' then return null; end if;
  if tg_op = 'INSERT' then
    perform rights.tell_subjects((select jsonb_agg(jsonb_build_object('kind', 'DESIGNATED', 'subject', n.subject_id, 'record', n.id,
        'said', jsonb_build_object('unit', n.designating_unit, 'item', n.item, 'incentive', tg_table_name = 'incentive',
          'account', to_jsonb(n) ->> 'on_account_of' is not null)))
      from fresh n where n.display = 'DISPLAYED'));
    return null;
  end if;
  perform rights.tell_subjects((select jsonb_agg(case when n.display = 'DISPLAYED'
      then jsonb_build_object('kind', 'DESIGNATED', 'subject', n.subject_id, 'record', n.id, 'said',
        jsonb_build_object('unit', n.designating_unit, 'item', n.item, 'incentive', tg_table_name = 'incentive',
          'account', to_jsonb(n) ->> 'on_account_of' is not null))
      else jsonb_build_object('kind', rights.kind_of_end(n.displayed_until), 'subject', n.subject_id, 'record', n.id, 'said',
        jsonb_build_object('unit', coalesce(control.caller_unit(), n.designating_unit), 'item', n.item, 'cause', rights.ended_by(n.displayed_until),
          'account', to_jsonb(n) ->> 'on_account_of' is not null)) end)
    from fresh n join stale o using (subject_id, id)
    where (o.display = 'DISPLAYED') <> (n.display = 'DISPLAYED')
      -- What it hides, and shows again, the subject does itself.
      and 'HIDDEN' not in (o.display, n.display)
      -- The end of a period is known from the beginning: it is no news.
      and (n.display = 'DISPLAYED' or rights.ended_by(n.displayed_until) <> 'EXPIRED')));
  return null;
end $$;
alter function rights.tell_of_designations() owner to "$notifier";

-- Why a display ended: what the command says, else by its date.
create function rights.ended_by(until date) returns text language sql stable
  return coalesce(nullif(pg_catalog.current_setting('credit.cause', true), ''),
    case when until < control.today() then 'EXPIRED' else 'WITHDRAWN' end);
alter function rights.ended_by(date) owner to "$notifier";

-- What its subject is told by: a restoration is one of its own (Article 40).
create function rights.kind_of_end(until date) returns text language sql stable
  return case when rights.ended_by(until) = 'RESTORED' then 'RESTORED' else 'WITHDRAWN' end;
alter function rights.kind_of_end(date) owner to "$notifier";

create trigger tells_insert after insert on sanctions.designation referencing new table as fresh
  for each statement execute function rights.tell_of_designations();
create trigger tells_update after update on sanctions.designation referencing old table as stale new table as fresh
  for each statement execute function rights.tell_of_designations();
create trigger tells_insert after insert on sanctions.incentive referencing new table as fresh
  for each statement execute function rights.tell_of_designations();
create trigger tells_update after update on sanctions.incentive referencing old table as stale new table as fresh
  for each statement execute function rights.tell_of_designations();

create function rights.tell_of_records() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if current_setting('credit.joining', true) = 'yes' then return null; end if;
  if tg_op = 'INSERT' then
    -- A file of new records costs one look at its rows.
    if exists (select from fresh n where n.version > 1) then
      perform rights.tell_subjects((select jsonb_agg(jsonb_build_object('kind', 'CORRECTED', 'subject', n.subject_id, 'record', n.id,
          'said', jsonb_build_object('unit', coalesce(control.caller_unit(), to_jsonb(n) ->> 'providing_unit', to_jsonb(n) ->> 'collector'),
            'item', n.item)))
        from fresh n where n.version > 1 and n.current and n.display <> 'ARCHIVED'));
    end if;
    return null;
  end if;
  perform rights.tell_subjects((select jsonb_agg(jsonb_build_object('kind', rights.kind_of_end(n.displayed_until), 'subject', n.subject_id, 'record', n.id,
      'said', jsonb_build_object('unit', coalesce(control.caller_unit(), to_jsonb(n) ->> 'providing_unit', to_jsonb(n) ->> 'collector'),
        'item', n.item, 'cause', rights.ended_by(n.displayed_until))))
    from fresh n join stale o using (subject_id, id, version)
    where o.display = 'DISPLAYED' and n.display = 'ARCHIVED' and n.current and rights.ended_by(n.displayed_until) <> 'EXPIRED'));
  return null;
end $$;
alter function rights.tell_of_records() owner to "$notifier";
create trigger tells_insert after insert on public_credit.record referencing new table as fresh
  for each statement execute function rights.tell_of_records();
create trigger tells_update after update on public_credit.record referencing old table as stale new table as fresh
  for each statement execute function rights.tell_of_records();
create trigger tells_insert after insert on non_public_credit.record referencing new table as fresh
  for each statement execute function rights.tell_of_records();
create trigger tells_update after update on non_public_credit.record referencing old table as stale new table as fresh
  for each statement execute function rights.tell_of_records();

-- Uses of its information that a subject did not know: a unit was shown something of it, and neither asked the subject itself nor did an authorization of it
-- cover unit and purpose on that day. Told once for each unit and purpose. The entries are followed by their place in the tree: places are given out
-- one checkpoint after the other, so that none comes to be seen behind one that was followed. Returns how many places were looked at; 0 where none is
-- left, or another server is at it.
create function rights.tell_uses(most int) returns int language plpgsql security definer set search_path = pg_catalog as $$
  declare
    place bigint;
    upto bigint;
    looked int;
    entries uuid[];
  begin
    insert into rights.told_through (id, leaf) values ('uses', -1) on conflict do nothing;
    select t.leaf into place from rights.told_through t where t.id = 'uses' for update skip locked;
    if place is null then return 0; end if;
    select max(l.leaf_index), count(*) into upto, looked
      from (select f.leaf_index from ledger.leaf f where f.leaf_index > place order by f.leaf_index limit most) l;
    if looked = 0 then return 0; end if;
    -- As values, so that each is found in the part where it lies.
    entries := array(select f.entry_id from ledger.leaf f where f.leaf_index > place and f.leaf_index <= upto);
    with seen as (
      select distinct on (e.subject_id, e.unit, e.purpose) e.subject_id, e.unit, e.purpose, e.day
      from (select coalesce(a.subject_id, d.subject_id) as subject_id, d.unit, coalesce(d.purpose, '') as purpose,
            (d.at at time zone 'Asia/Shanghai')::date as day, d.at
          from ledger.disclosure d left join public_credit.subject_alias a on a.alias_id = d.subject_id
          where d.id = any (entries) and d.subject_id is not null and d.unit is not null
            and d.role <> 'SUBJECT' and d.seen <> 'NONE') e
      where not exists (select from control.authorization_grant g where g.subject_id = e.subject_id and g.party = e.unit
          and e.purpose = any (g.purposes) and e.day between g.valid_from and g.valid_until and g.granted_at <= e.at
          and (g.revoked_at is null or g.revoked_at > e.at))
      order by e.subject_id, e.unit, e.purpose, e.at
    ), fresh as (
      insert into rights.told_use (subject_id, unit, purpose, first_on) select s.subject_id, s.unit, s.purpose, s.day from seen s
      on conflict do nothing returning subject_id, unit, purpose, first_on
    )
    insert into rights.message (subject_id, id, kind, at, said)
      select n.subject_id, gen_random_uuid(), 'DISCLOSED', control.moment(),
        jsonb_build_object('unit', n.unit, 'purpose', nullif(n.purpose, ''), 'on', n.first_on)
      from fresh n;
    update rights.told_through set leaf = upto where id = 'uses';
    return looked;
  end $$;
alter function rights.tell_uses(int) owner to "$notifier";

-- Authorizations that end within so many days, once each. One that was granted for no longer is not: its end was in sight when it was granted.
create function rights.tell_endings(days int) returns int language plpgsql security definer set search_path = pg_catalog as $$
  declare
    told int;
  begin
    insert into rights.message (subject_id, id, kind, at, said)
      select g.subject_id, gen_random_uuid(), 'AUTHORIZATION_ENDS', control.moment(),
        jsonb_build_object('unit', g.party, 'until', g.valid_until, 'authorization', g.id)
      from control.authorization_grant g
      where g.revoked_at is null and g.valid_until between control.today() and control.today() + days and g.valid_until - g.valid_from > days
        and (g.maximum_uses is null or g.uses < g.maximum_uses)
        and not exists (select from rights.message m where m.kind = 'AUTHORIZATION_ENDS' and m.said ->> 'authorization' = g.id::text)
      on conflict do nothing;
    get diagnostics told = row_count;
    return told;
  end $$;
alter function rights.tell_endings(int) owner to "$notifier";

alter table rights.told_use enable row level security, force row level security;
create policy notifier on rights.told_use for all to "$notifier" using (true) with check (true);
create policy joiner on rights.told_use for all to "$joiner" using (true) with check (true);
create policy backup on rights.told_use for select to "$backup" using (true);
alter table rights.told_through enable row level security, force row level security;
create policy notifier on rights.told_through for all to "$notifier" using (true) with check (true);
create policy backup on rights.told_through for select to "$backup" using (true);
create policy notifier on ledger.leaf for select to "$notifier" using (true);

-- Its subject alone sees that it chose one, and the job that sends: which sees of messages that they are there, and no more.
alter table rights.channel enable row level security, force row level security;
create policy own on rights.channel for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy chosen on rights.channel for all to "$rights"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()));
create policy sender on rights.channel for all to "$webhooks" using (true) with check (true);
create policy joiner on rights.channel for all to "$joiner" using (true) with check (true);
create policy reseal on rights.channel for all to "$reseal" using (true) with check (true);
create policy recovery on rights.channel for all to "$recovery" using (true) with check (true);
create policy backup on rights.channel for select to "$backup" using (true);
create policy sender on rights.message for all to "$webhooks" using (true) with check (true);

-- Of an address it is counted how many codes went there, by whoever chose it, and nothing else is known of it.
alter table rights.codes_sent enable row level security, force row level security;
create policy counted on rights.codes_sent for all to "$rights" using (true) with check (true);
create policy backup on rights.codes_sent for select to "$backup" using (true);
grant select, insert, update, delete on rights.codes_sent to "$rights";
grant select on rights.codes_sent to "$backup";

grant usage on schema rights to "$webhooks", "$reseal", "$recovery";
grant select, insert on rights.told_use to "$notifier";
grant select, insert, update on rights.told_through to "$notifier";
grant select, update (subject_id), delete on rights.told_use to "$joiner";
grant select on ledger.leaf to "$notifier";
grant select on rights.channel to "$subject";
grant select, insert, update on rights.channel to "$rights";
grant select, update (sealed, key_id, newest, newest_at, next_at, attempts, told_at, ended_at, ended_by) on rights.channel to "$webhooks";
grant select (id, subject_id), update (subject_id), delete on rights.channel to "$joiner";
grant select (id, sealed, key_id), update (sealed, key_id) on rights.channel to "$reseal";
grant select (id, chosen_at, ended_at), update (ended_at, ended_by, next_at) on rights.channel to "$recovery";
grant select (subject_id, id, kind, at, passed_at), update (passed_at) on rights.message to "$webhooks";
grant select on rights.told_use, rights.told_through, rights.channel to "$backup";
grant execute on function rights.tell_uses(int), rights.tell_endings(int) to "$due";
grant execute on function rights.tell_subjects(jsonb), control.moment() to "$webhooks";
