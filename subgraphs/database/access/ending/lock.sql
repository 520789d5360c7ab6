-- The lock (Articles 23 (2), 24 and 36): while a subject has one, nothing about it is used by agreement. To parties it is as if nothing were held that they would see
-- by agreement alone; what is open to anyone, and what departments see for their duties, is not touched. Nobody but the subject reads that there is one.

alter table rights.sharing_lock enable row level security, force row level security;
create policy own on rights.sharing_lock for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy locks on rights.sharing_lock for all to "$rights"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()));
create policy notifier on rights.sharing_lock for select to "$notifier" using (true);
create policy joiner on rights.sharing_lock for all to "$joiner" using (true) with check (true);
create policy recovery on rights.sharing_lock for all to "$recovery" using (true) with check (true);
create policy backup on rights.sharing_lock for select to "$backup" using (true);
grant select on rights.sharing_lock to "$subject", "$notifier", "$backup";
grant select, insert, update (unlocked_at) on rights.sharing_lock to "$rights", "$recovery";
grant select, update (subject_id, unlocked_at), delete on rights.sharing_lock to "$joiner";

-- Whether the subject lets nothing of its be used by the calling party. False for every other caller, whom a lock does not concern.
create function rights.is_locked(subject uuid) returns boolean language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
  if control.caller_role() <> 'PARTY' then return false; end if;
  return exists (select from rights.sharing_lock l where l.subject_id = subject and l.unlocked_at is null);
end $$;
alter function rights.is_locked(uuid) owner to "$notifier";

-- What a question needs to know of the subjects that it names, in one look: whether each is a natural person (one that is not held counts as one), whether it
-- shares anything by agreement with the calling party, and what it authorized that party to see under its purpose. For every other caller a lock and an
-- authorization say nothing, and neither is read: of the public a replica may answer it (engines/replicas.ts).
create function rights.asked_subjects(subjects uuid[]) returns table (id uuid, personal boolean, shares boolean, granted text[])
  language plpgsql stable security definer parallel safe rows 10 set search_path = pg_catalog as $$ begin
  if control.caller_role() <> 'PARTY' then
    return query select d.id, coalesce((select s.personal from public_credit.subject s where s.id = d.id), true), true, '{}'::text[]
      from (select distinct unnest(subjects)) d (id);
    return;
  end if;
  return query select d.id, coalesce((select s.personal from public_credit.subject s where s.id = d.id), true),
      not exists (select from rights.sharing_lock l where l.subject_id = d.id and l.unlocked_at is null),
      array(select unnest(g.items) from control.authorization_grant g where g.subject_id = d.id and g.party = control.caller_unit() and g.revoked_at is null
        and control.today() between g.valid_from and g.valid_until
        and (g.maximum_uses is null or g.uses < g.maximum_uses or g.id = any (ledger.used_by_question())) and control.caller_purpose() = any (g.purposes))
    from (select distinct unnest(subjects)) d (id);
end $$;
alter function rights.asked_subjects(uuid[]) owner to "$notifier";

-- The same for triggers, whose session is that of whoever delivers.
create function rights.has_lock(subject uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return exists (select from rights.sharing_lock l where l.subject_id = subject and l.unlocked_at is null);
end $$;
alter function rights.has_lock(uuid) owner to "$notifier";

-- Whether any of these items is open by agreement alone.
create function rights.by_agreement(items text[]) returns boolean language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
  return exists (select from control.items_in_force() i where i.code = any (items) and i.openness = 'AGREEMENT');
end $$;

-- Whether the entries of an answer name rows that a lock closed while it was made. Found by the primary key, as in ledger.overtaken.
create function rights.locked_meanwhile(entries jsonb) returns boolean language plpgsql security definer
  set search_path = pg_catalog set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
  declare
    locked jsonb;
  begin
    if control.caller_role() <> 'PARTY' or not exists (select from rights.sharing_lock l where l.unlocked_at is null
      and l.subject_id = any (array(select e.subject from jsonb_to_recordset(entries) as e (subject uuid, role text) where e.role = 'PARTY'))) then return false; end if;
    locked := (select jsonb_agg(e) from jsonb_array_elements(entries) e where e->>'role' = 'PARTY' and rights.is_locked((e->>'subject')::uuid));
    if locked is null then return false; end if;
    return rights.by_agreement(array(select x.item
      from jsonb_array_elements(locked) e cross join lateral jsonb_to_recordset(e->'records') as s (id uuid, version int) cross join lateral (
        select r.item from public_credit.record r where r.subject_id = (e->>'subject')::uuid and r.id = s.id and r.version = s.version
        union all select r.item from non_public_credit.record r where r.subject_id = (e->>'subject')::uuid and r.id = s.id and r.version = s.version
        union all select d.item from sanctions.designation d where d.subject_id = (e->>'subject')::uuid and d.id = s.id
        union all select i.item from sanctions.incentive i where i.subject_id = (e->>'subject')::uuid and i.id = s.id) x));
  end $$;
alter function rights.locked_meanwhile(jsonb) owner to "$notifier";

-- An answer that is being written is whole before the lock, or is not given (ledger.sql).
create function rights.wait_for_answers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform pg_advisory_xact_lock(hashtext('credit-gateway corrections'));
  return new;
end $$;
create trigger waits before insert on rights.sharing_lock for each row execute function rights.wait_for_answers();

-- A lock that was made, and one that was lifted, stay so over a database that is restored from before.
create function rights.note_lock() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('SHARING_LOCK', jsonb_build_object('subjectId', new.subject_id, 'id', new.id, 'lockedAt', new.locked_at, 'unlockedAt', new.unlocked_at));
  return null;
end $$;
create trigger journal_locked after insert on rights.sharing_lock for each row execute function rights.note_lock();
create trigger journal_unlocked after update of unlocked_at on rights.sharing_lock for each row
  when (old.unlocked_at is null and new.unlocked_at is not null) execute function rights.note_lock();

-- Its reason is for its subject alone.
create policy locks on public_credit.text_whole for all to "$rights"
  using (subject_id = (select control.caller_subject()) and place = 'LOCK')
  with check (subject_id = (select control.caller_subject()) and place = 'LOCK');

grant usage on schema rights to "$report";
-- As control.authorizes: the scope of a caller is computed under whichever role reads for it. Of another than a party it says nothing.
grant execute on function rights.is_locked(uuid)
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control", "$intake", "$collect",
    "$designate", "$ledger", "$report", "$due", "$amend";
grant execute on function rights.asked_subjects(uuid[])
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority";
grant execute on function rights.by_agreement(text[]) to "$subject", "$party", "$department", "$report", "$notifier";
