-- Functions over the session: who the caller is and what it may see. The row policies decide from these and from nothing else.

-- Settings of the session. The bodies are parsed at creation, so that a search path cannot redirect them, and are small enough for the planner to
-- inline.
create function control.caller_role() returns text language sql stable parallel safe
  return coalesce(nullif(pg_catalog.current_setting('credit.role', true), ''), 'PUBLIC');
create function control.caller_unit() returns text language sql stable parallel safe
  return nullif(pg_catalog.current_setting('credit.unit', true), '');
create function control.caller_purpose() returns text language sql stable parallel safe
  return nullif(pg_catalog.current_setting('credit.purpose', true), '');
create function control.caller_case() returns text language sql stable parallel safe
  return nullif(pg_catalog.current_setting('credit.case', true), '');
create function control.caller_matter() returns text language sql stable parallel safe
  return nullif(pg_catalog.current_setting('credit.matter', true), '');
-- For whom the calling subject acts under the mandate that the session names (credit.mandate), while it stands and its scope has what is asked
-- (credit.scopes); null where it does not. By the key of one row.
create function control.acting_for() returns uuid language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
  return (select m.principal_id from rights.mandate m where m.id = nullif(current_setting('credit.mandate', true), '')::uuid
    and m.agent_id = nullif(current_setting('credit.subject', true), '')::uuid
    and m.scope && string_to_array(current_setting('credit.scopes', true), ',') and rights.lacks(m) is null);
end $$;
alter function control.acting_for() owner to "$notifier";
-- Only a subject is itself (schema/law/facts.ts): an id in the session of another role is nobody's. Without a mandate nothing is read.
create function control.caller_subject() returns uuid language sql stable parallel safe
  return case when pg_catalog.current_setting('credit.role', true) = 'SUBJECT' then
    case when coalesce(pg_catalog.current_setting('credit.mandate', true), '') = ''
      then nullif(pg_catalog.current_setting('credit.subject', true), '')::uuid
      else control.acting_for() end end;
create function control.today() returns date language sql stable parallel safe
  return nullif(pg_catalog.current_setting('credit.today', true), '')::date;
-- The instant of the request where the session sets one (an injected clock), else the time of the database.
create function control.moment() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(pg_catalog.current_setting('credit.moment', true), '')::timestamptz, pg_catalog.now());

-- The kind that a unit must have for its token to carry a role (schema/law/unit-roles.ts has the same table).
create function control.kind_of_role(role text) returns text language sql immutable parallel safe
  return case role when 'ANALYST' then 'OPERATOR' when 'PUBLIC' then null when 'SUBJECT' then null else role end;

-- A purpose that is not published, or not in force yet, is none (Article 7): the door refuses it, and these open nothing for it.
-- Decisions from the control tables. They run with the rights of the owner and a fixed search path. They are PL/pgSQL because it caches plans for the
-- session: every statement of a reader calls three of these. Each is one statement, because a nested function call costs as much as the read.

-- Whether a unit is registered still and has a kind that carries the caller's role. The door refuses others (401); without this the row policies would
-- open to a session of such a unit what they open to the role.
create function control.unit_fits(u control.unit) returns boolean language sql stable parallel safe
    return (u.ended_on is null or u.ended_on > control.today()) and control.kind_of_role(control.caller_role()) = any (u.kinds);

-- Which of these units have ended. What is written for a unit takes its lock as shared and asks this first; the end of a unit takes the lock alone. So a
-- unit that ends while it is asking is refused before anything of its is written, or its end comes after. The function is volatile: it reads after the lock.
create function control.ended_units(codes text[]) returns table (code text, ended_on date) language plpgsql volatile security definer
  set search_path = pg_catalog as $$ begin
  perform pg_advisory_xact_lock_shared(hashtextextended('credit-gateway unit ' || u.code, 0))
    from (select distinct unnest(codes) as code order by 1) u;
  return query select u.code, u.ended_on from control.unit u where u.code = any (codes) and u.ended_on <= control.today() order by u.code;
end $$;

create function control.agreement_in_force(a control.agreement) returns boolean language sql stable parallel safe
    return a.state = 'IN_FORCE' and a.ended_at is null and control.today() between a.valid_from and a.valid_until;

-- The newest edition of an item that has begun counts. Where that edition has ended, none does: the edition that it replaced does not come back
-- (Articles 7 and 18).
create function control.items_in_force() returns table (code text, openness text, sharing text)
  language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
  return query select n.code, n.openness, n.sharing from (
      select distinct on (i.code) i.code, i.effective_until, i.openness, i.sharing from control.item i
      where i.published_on <= (select control.today()) and i.effective_from <= (select control.today())
      order by i.code, i.effective_from desc, i.edition desc) n
    where n.effective_until is null or n.effective_until >= (select control.today());
end $$;

-- Duties of the calling department in this case that cover its purpose, in the one matter that it handles (Article 22): the one that it named, or the
-- only one that there is. Where there are several and none is named, no duty opens anything.
create function control.duties() returns setof control.duty language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin
  if control.caller_role() <> 'DEPARTMENT' or control.caller_case() is null then return; end if;
  return query with own as (
      select d.* from control.duty d join control.unit u on u.code = d.department and control.unit_fits(u)
      where d.department = control.caller_unit() and d.ended_at is null
        -- Every edition of a purpose has the same activity.
        and exists (select from control.purpose p where p.activity = d.activity and p.effective_from <= control.today()
          and p.code = control.caller_purpose()))
    select o.* from own o where o.matter = control.caller_matter()
      or control.caller_matter() is null and (select count(distinct one.matter) from own one) = 1;
end $$;

-- A question that began before the upgrade that brought items_of_day sees no row of it: it reads the editions. (Its functions are those of after, its rows those of before.)
create function control.items_open() returns text[] language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ declare
  today constant date := control.today();
  role constant text := control.caller_role();
begin
  if role not in ('PUBLIC', 'SUBJECT') then
    if role = 'ANALYST' or role = 'DEPARTMENT' and not exists (select from control.duties()) then return '{}'; end if;
    if not exists (select from control.unit u where u.code = control.caller_unit() and control.unit_fits(u)
      and (role <> 'PARTY' or exists (select from control.purpose p where p.code = control.caller_purpose() and p.effective_from <= today)))
    then return '{}'; end if;
  end if;
  return coalesce((select d.open from control.items_of_day d where d.from_day <= today order by d.from_day desc limit 1),
    array(select i.code from control.items_in_force() i where i.openness = 'UNCONDITIONAL'));
end $$;

-- Items that are open to a party by agreement.
create function control.items_agreed() returns text[] language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ declare
    today constant date := control.today();
  begin
    if control.caller_role() <> 'PARTY' then return '{}'; end if;
    return array(select distinct i from control.agreement a
      join control.unit u on u.code = a.party and control.unit_fits(u) cross join unnest(a.items) i where a.party = control.caller_unit()
      and control.agreement_in_force(a) and control.caller_purpose() = any (a.purposes)
      and exists (select from control.purpose p where p.code = control.caller_purpose() and p.effective_from <= today)
      and i = any (coalesce((select d.by_agreement from control.items_of_day d where d.from_day <= today order by d.from_day desc limit 1),
        array(select n.code from control.items_in_force() n where n.openness = 'AGREEMENT'))));
  end $$;

create function control.items_duty() returns text[] language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin
  if control.caller_role() <> 'DEPARTMENT' then return '{}'; end if;
  return (select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
    join control.duties() d on i.code = any (d.items) where i.sharing <> 'NOT_SHARED');
end $$;

create function control.items_identified() returns text[] language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin
  if control.caller_role() <> 'DEPARTMENT' then return '{}'; end if;
  return (select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
    join control.duties() d on i.code = any (d.items) where i.sharing = 'SHARED_IDENTIFIED' and d.identified);
end $$;

create function control.authorizes(subject uuid, item text) returns boolean
  language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
  if control.caller_role() <> 'PARTY' then return false; end if;
  return exists (select from control.authorization_grant g
    where g.subject_id = subject and g.party = control.caller_unit()
      and g.revoked_at is null and control.today() between g.valid_from and g.valid_until
      and (g.maximum_uses is null or g.uses < g.maximum_uses or g.id = any (ledger.used_by_question()))
      and control.caller_purpose() = any (g.purposes) and (item is null or item = any (g.items)));
end $$;

-- What the request needs to know of its caller, in one round trip with the beginning of the transaction. What a caller cannot have is not looked for.
create function control.entitlements() returns jsonb language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ declare
    role constant text := control.caller_role();
    calling constant text := control.caller_unit();
    unit jsonb;
    agreements jsonb := '[]';
    duties jsonb := '[]';
begin
  if calling is not null then
    unit := (select jsonb_build_object('kinds', u.kinds, 'endedOn', u.ended_on) from control.unit u where u.code = calling);
  end if;
  if role = 'PARTY' then
    agreements := (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'items', a.items, 'purposes', a.purposes) order by a.concluded_at, a.id), '[]')
      from control.agreement a where a.party = calling and control.agreement_in_force(a));
  elsif role = 'DEPARTMENT' then
    duties := (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'matter', d.matter, 'items', d.items, 'identified', d.identified,
         'activity', d.activity) order by d.registered_at, d.id), '[]')
      from control.duty d where d.department = calling and d.ended_at is null);
  end if;
  return jsonb_build_object(
    'version', (select v.value::text from control.version v where v.id = 1),
    -- Since when it is known that the ledger lost entries, while nobody acknowledged it: operators alone are answered.
    'gap', (select min(g.found_at) from control.gap g where g.acknowledged_at is null),
    'unit', unit, 'agreements', agreements, 'duties', duties);
end $$;

-- Authorizations of these subjects that cover the calling party's purpose: the ledger entry names them as basis.
create function control.authorizations_of(subjects uuid[])
  returns table (id uuid, subject_id uuid, items text[]) language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin
    if control.caller_role() <> 'PARTY' then return; end if;
    return query select g.id, g.subject_id, g.items from control.authorization_grant g
      where g.subject_id = any (subjects) and g.party = control.caller_unit() and g.revoked_at is null
        and control.today() between g.valid_from and g.valid_until
        and (g.maximum_uses is null or g.uses < g.maximum_uses or g.id = any (ledger.used_by_question()))
        and control.caller_purpose() = any (g.purposes)
      order by g.granted_at, g.id;
  end $$;

-- Authorizations in numbers, by party and purpose: how many are in force, end within some days, and are over. A party counts its own (Article 23 (2)),
-- the overseers count all; whose they are is not told. One that is spent is as one that is over.
create function control.authorization_numbers(asked text, days int)
  returns table (party text, purpose text, in_force int, ending int, first_end date, over int) language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    if control.caller_role() not in ('PARTY', 'OPERATOR', 'AUTHORITY') then return; end if;
    return query select g.party, p.purpose, count(*) filter (where g.stands)::int,
        count(*) filter (where g.stands and g.valid_until <= control.today() + days)::int,
        min(g.valid_until) filter (where g.stands and g.valid_until <= control.today() + days),
        count(*) filter (where not g.stands and g.valid_from <= control.today())::int
      from (select a.party, a.purposes, a.valid_from, a.valid_until, a.revoked_at is null and control.today() between a.valid_from and a.valid_until
          and (a.maximum_uses is null or a.uses < a.maximum_uses) as stands
        from control.authorization_grant a
        where case when control.caller_role() = 'PARTY' then a.party = control.caller_unit() else asked is null or a.party = asked end) g,
        unnest(g.purposes) as p (purpose)
      group by g.party, p.purpose;
  end $$;

-- The last days of the authorizations in force that name the calling party: an authorization for several purposes counts once.
create function control.authorization_ends() returns table (valid_until date) language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    if control.caller_role() <> 'PARTY' then return; end if;
    return query select a.valid_until from control.authorization_grant a
      where a.party = control.caller_unit() and a.revoked_at is null and control.today() between a.valid_from and a.valid_until
        and (a.maximum_uses is null or a.uses < a.maximum_uses);
  end $$;

-- Keys under which displayed rows about a subject are found that the caller may see: one of each item, and of a natural person's agreement items those
-- alone that it authorized; none while the subject has locked them. Where nothing is displayed under a key, nothing is read.
create function control.displayed_keys(subject uuid, personal boolean, open text[], duty text[], agreed text[]) returns bigint[]
  language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ declare
    granted text[] := agreed;
  begin
    if cardinality(agreed) > 0 and rights.is_locked(subject) then
      granted := '{}';
    elsif personal and cardinality(agreed) > 0 then
      granted := array(select distinct i from control.authorizations_of(array[subject]) g, unnest(g.items) i where i = any (agreed));
    end if;
    return array(select hashtextextended(i, uuid_hash_extended(subject, 0)) from unnest(open || duty || granted) i);
  end $$;

-- Whether a row about the subject is displayed that the caller may see: of records, of a list, of what collecting units keep. It is the row policies of these
-- tables, said once for the subject: as many keys are looked up for everybody, and where none is displayed nothing is read. First records that are open to the
-- caller whoever it is about, which most subjects have, one key after the other in the order of the items: locks and authorizations are asked for the others alone.
-- Which items that are it asks by itself: whoever could name them could ask for what is withheld.
create function public_credit.is_shown(subject uuid, personal boolean) returns boolean
  language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ declare
    today constant date := control.today();
    open constant text[] := control.items_open();
    duty constant text[] := control.items_duty();
    known constant text[] := open || duty;
    keys bigint[];
  begin
    if exists (select from unnest(known) i cross join lateral (select from public_credit.record r where r.subject_id = subject
        and r.displayed_key = hashtextextended(i, uuid_hash_extended(subject, 0)) and public_credit.is_keyed(r.displayed_key)
        and (r.displayed_until is null or r.displayed_until >= today) offset 0) seen) then return true; end if;
    keys := control.displayed_keys(subject, personal, open, duty, control.items_agreed());
    -- A row of a person is seen by agreement where that person authorized it, whatever its subject is held as.
    if exists (select from unnest(keys) k cross join lateral (select from sanctions.designation r where r.displayed_key = k and r.subject_id = subject
        and (r.displayed_until is null or r.displayed_until >= today)
        and (r.item = any (known) or is_shown.personal or not r.personal or control.authorizes(subject, r.item)) offset 0) seen) then return true; end if;
    if exists (select from unnest(keys) k cross join lateral (select from sanctions.incentive r where r.displayed_key = k and r.subject_id = subject
        and (r.displayed_until is null or r.displayed_until >= today)
        and (r.item = any (known) or is_shown.personal or not r.personal or control.authorizes(subject, r.item)) offset 0) seen) then return true; end if;
    if control.caller_role() not in ('SUBJECT', 'PARTY') then return false; end if;
    -- By agreement, and what collecting units keep: to a party and to the subject itself alone.
    return exists (select from unnest(keys) k cross join lateral (select from public_credit.record r where r.subject_id = subject and r.displayed_key = k
        and public_credit.is_keyed(r.displayed_key) and (r.displayed_until is null or r.displayed_until >= today)
        and (is_shown.personal or not r.personal or control.authorizes(subject, r.item)) offset 0) seen)
      or exists (select from unnest(keys) k cross join lateral (select from non_public_credit.record r where r.displayed_key = k and r.subject_id = subject
        and (r.displayed_until is null or r.displayed_until >= today)
        and (r.item = any (known) or is_shown.personal or not r.personal or control.authorizes(subject, r.item)) offset 0) seen);
  end $$;
alter function public_credit.is_shown(uuid, boolean) owner to "$notifier";

-- Condition of the index record_keyed. Under any other index it would cost so much that none is taken, also where a single row of the subject is expected and forty
-- keys are looked up.
create function public_credit.is_keyed(key bigint) returns boolean language plpgsql immutable parallel safe cost 100000000 as $$ begin
  return key is not null;
end $$;

-- Whether the opened ledger entry (credit.disclosure) names this record version, so that what was disclosed can be shown again (Articles 35 and 36
-- (3)). It runs with the rights of the caller: the row policies of the ledger decide which entries it can open.
create function control.was_shown(subject uuid, record uuid, version int) returns boolean language plpgsql stable
    set search_path = pg_catalog as $$ begin
      return exists (select from ledger.disclosure d
        where d.id = nullif(current_setting('credit.disclosure', true), '')::uuid
          and (d.subject_id = subject or exists (select from public_credit.subject_alias a
            where a.alias_id = d.subject_id and a.subject_id = subject))
          and d.records @> jsonb_build_array(jsonb_build_object('id', record, 'version', version)));
    end $$;

-- Each process caches items, units and purposes. A change raises the version, which tells the processes that their cache is old.
create function control.touch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update control.version set value = value + 1 where id = 1;
  return null;
end $$;

-- A unit that is stored with its first kind alone has that kind.
create function control.first_kind() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
  if new.kinds is null then new.kinds := array[new.kind]; end if;
  return new;
end $$;
create trigger first_kind before insert on control.unit for each row execute function control.first_kind();

-- An agreement that is stored without the number of a contract is known by its party and the beginning of its id.
create function control.agreement_reference() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
  if new.reference is null then new.reference := new.party || '/' || right(new.id::text, 12); end if;
  return new;
end $$;
create trigger agreement_reference before insert on control.agreement for each row execute function control.agreement_reference();
-- The items of a duty sorted, each once: the index duty_once lets no second duty of the same department, matter and items be in force.
create function control.item_set() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
  new.item_set := (select array_agg(distinct i.code collate "C" order by i.code collate "C") from unnest(new.items) as i (code));
  return new;
end $$;
create trigger item_set before insert or update on control.duty for each row execute function control.item_set();

create trigger touched after insert or update or delete on control.item for each statement execute function control.touch();
create trigger touched after insert or update or delete on control.unit for each statement execute function control.touch();
create trigger touched after insert or update or delete on control.purpose for each statement execute function control.touch();
create trigger touched after insert or update or delete on control.purpose_cap for each statement execute function control.touch();
create trigger touched after insert or update or delete on control.calendar_year for each statement execute function control.touch();

-- Whether a subject is a natural person or sole trader: then ids about it are each recipient's own. A subject that is not held counts as a person.
create function public_credit.about_person(subject uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    return coalesce((select s.personal from public_credit.subject s where s.id = about_person.subject), true);
  end $$;
alter function public_credit.about_person(uuid) owner to "$notifier";

-- Counts of what bars a subject from the pledge system (Articles 45 and 46), over the records of every unit: the unit that takes a pledge need not be
-- the one that found an earlier pledge false. Found by key: how much else is held of the subject must not tell by the time (Article 23).
create function public_credit.pledge_bars(subject uuid) returns table (serious int, failed int, false_ones int) language plpgsql
  stable security definer set search_path = pg_catalog as $$ begin
    return query select
      (select count(*)::int from sanctions.designation d where d.displayed_key = any (
          array(select hashtextextended(l.item, uuid_hash_extended(subject, 0)) from (select distinct s.item from sanctions.list s) l))
        and d.subject_id = pledge_bars.subject and d.displayed_until >= control.today()),
      count(*) filter (where r.content->>'performance' = 'FAILED')::int, count(*) filter (where r.content->>'performance' = 'FALSE')::int
      from (select distinct c.code from control.item c where c.record_type = 'PledgeRecord') i cross join lateral (
          select o.type, o.displayed_until, o.content from public_credit.record o
            where o.subject_id = pledge_bars.subject and o.displayed_key = hashtextextended(i.code, uuid_hash_extended(pledge_bars.subject, 0))
              and public_credit.is_keyed(o.displayed_key) offset 0) r
      where r.type = 'PledgeRecord' and (r.displayed_until is null or r.displayed_until >= control.today());
  end $$;
alter function public_credit.pledge_bars(uuid) owner to "$notifier";

-- Whether the subject chose ordinary procedures over pledges. Commands obey it; no caller can read it.
create function public_credit.declined_pledges(subject uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    return exists (select from public_credit.pledge_choice c where c.subject_id = subject and not c.uses_pledges);
  end $$;
alter function public_credit.declined_pledges(uuid) owner to "$notifier";
