-- Mandates: who acts for whom (Article 35), and what the registration says of who represents an organization. Whether one stands is decided here alone, and
-- asked at the door, by every row policy, before every write and before every answer leaves.

grant usage on schema rights to "$admission", "$ledger", "$report";

alter table rights.mandate enable row level security, force row level security;
-- Those that it gave, and those under which it acts.
create policy own on rights.mandate for select to "$subject"
  using (principal_id = (select control.caller_subject()) or agent_id = (select control.caller_subject()));
create policy overseers on rights.mandate for select to "$operator", "$authority" using (true);
create policy seen on rights.mandate for select to "$rights" using (principal_id = (select control.caller_subject())
  or agent_id = (select control.caller_subject()) or (select control.caller_role()) = 'OPERATOR' and kind = 'GUARDIAN');
-- A subject gives its own, the operator registers guardians; whoever would act gives itself none.
create policy registered on rights.mandate for insert to "$rights"
  with check (principal_id = (select control.caller_subject()) and kind in ('EMPLOYEE', 'AGENT') or (select control.caller_role()) = 'OPERATOR' and kind = 'GUARDIAN');
-- A ward does not end its guardian's, and nobody that of a legal representative: it follows the registration.
create policy ended on rights.mandate for update to "$rights"
  using (principal_id = (select control.caller_subject()) and kind in ('EMPLOYEE', 'AGENT')
    or agent_id = (select control.caller_subject()) and kind <> 'LEGAL_REPRESENTATIVE'
    or (select control.caller_role()) = 'OPERATOR' and kind = 'GUARDIAN')
  with check (ended_at is not null);
create policy notifier on rights.mandate for all to "$notifier" using (true) with check (true);
create policy joiner on rights.mandate for all to "$joiner" using (true) with check (true);
create policy recovery on rights.mandate for all to "$recovery" using (true) with check (true);
create policy reseal on rights.mandate for all to "$reseal" using (true) with check (true);
create policy backup on rights.mandate for select to "$backup" using (true);

-- Nobody reads it but the functions here: whoever may read a registration reads who is named in it, desensitized, there.
alter table rights.registration enable row level security, force row level security;
create policy delivered on rights.registration for insert to "$intake", "$amend", "$rights", "$due" with check (true);
create policy notifier on rights.registration for all to "$notifier" using (true) with check (true);
create policy joiner on rights.registration for all to "$joiner" using (true) with check (true);
create policy backup on rights.registration for select to "$backup" using (true);

grant select (id, principal_id, agent_id, kind, scope, valid_from, valid_until, registered_by, registered_at, principal_type, principal_number, agent_type,
  agent_number, first_used_at, ended_on, ended_at, ended_by) on rights.mandate to "$subject", "$operator", "$authority";
grant select, insert, update (ended_on, ended_at, ended_by, reason_sealed, reason_key) on rights.mandate to "$rights";
grant select, insert, update on rights.mandate to "$notifier";
grant select, update (principal_id, agent_id) on rights.mandate to "$joiner";
grant select (id, ended_on, ended_at, ended_by), update (ended_on, ended_at, ended_by) on rights.mandate to "$recovery";
grant select (id, sealed, key_id, reason_sealed, reason_key), update (sealed, key_id, reason_sealed, reason_key) on rights.mandate to "$reseal";
grant insert on rights.registration to "$intake", "$amend", "$rights", "$due";
grant select on rights.registration to "$notifier";
grant select, update (subject_id, representative_id) on rights.registration to "$joiner";
grant select on rights.mandate, rights.registration to "$backup";
grant select (received_at, objection_raised_on) on public_credit.record to "$notifier";
grant select (registered_by, identifier_type, identifier) on public_credit.subject to "$notifier";

-- What the current, displayed registration says that the registering unit delivered (Articles 19 and 21). Another unit's gives nobody a mandate.
create function rights.registered(org uuid) returns table (record_id uuid, unit text, representative_id uuid, representative_type text,
    representative_number text, struck_off boolean, objected boolean, type text, number text)
  language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
  return query select g.record_id, r.providing_unit, g.representative_id, g.representative_type, g.representative_number, g.struck_off,
      r.objection_raised_on is not null, s.identifier_type, s.identifier
    from rights.registration g join public_credit.record r on r.subject_id = g.subject_id and r.id = g.record_id and r.version = g.version
      join public_credit.subject s on s.id = g.subject_id and s.registered_by = r.providing_unit
    where g.subject_id = org and r.current and r.display = 'DISPLAYED' and (r.displayed_until is null or r.displayed_until >= control.today())
    order by r.received_at desc, g.record_id limit 1;
end $$;
alter function rights.registered(uuid) owner to "$notifier";

-- Whether an organization is deregistered by its registration. That is so for good: also where the display of the registration has ended since.
create function rights.is_struck_off(org uuid) returns boolean language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
  return coalesce((select g.struck_off
    from rights.registration g join public_credit.record r on r.subject_id = g.subject_id and r.id = g.record_id and r.version = g.version
      join public_credit.subject s on s.id = g.subject_id and s.registered_by = r.providing_unit
    where g.subject_id = org and r.current and (r.display = 'DISPLAYED' or r.display = 'ARCHIVED' and r.displayed_until < control.today())
    order by r.received_at desc, g.record_id limit 1), false);
end $$;
alter function rights.is_struck_off(uuid) owner to "$notifier";

-- What a mandate lacks to stand today; null where it stands. That of a legal representative stands by the registration of this moment, and not while it is
-- objected to (Article 39).
create function rights.lacks(m rights.mandate) returns text language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$
  declare
    named record;
  begin
    if m.ended_at is not null then return 'ENDED'; end if;
    if control.today() < m.valid_from or m.valid_until < control.today() then return 'EXPIRED'; end if;
    if m.principal_type <> 'USCC' then return null; end if;
    if rights.is_struck_off(m.principal_id) then return 'STRUCK_OFF'; end if;
    if m.kind <> 'LEGAL_REPRESENTATIVE' then return null; end if;
    select * into named from rights.registered(m.principal_id);
    if named.representative_id is distinct from m.agent_id then return 'NAMES_ANOTHER'; end if;
    if named.objected then return 'OBJECTED'; end if;
    return null;
  end $$;
alter function rights.lacks(rights.mandate) owner to "$notifier";

-- A mandate as the door reads it, for its agent alone: one of somebody else is none.
create function rights.mandate_of(mandate uuid, agent uuid) returns table ("principalId" uuid, kind text, scope text[], type text, number text,
    sealed bytea, "keyId" text, lacks text, "endedOn" text, "validUntil" text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select m.principal_id, m.kind, m.scope, m.principal_type, m.principal_number, m.sealed, m.key_id, rights.lacks(m),
      m.ended_on::text, m.valid_until::text
    from rights.mandate m where m.id = mandate and m.agent_id = agent;
end $$;
alter function rights.mandate_of(uuid, uuid) owner to "$notifier";

-- What one that the reader sees lacks.
create function rights.lacking(mandate uuid) returns text language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return (select rights.lacks(m) from rights.mandate m where m.id = mandate);
end $$;
alter function rights.lacking(uuid) owner to "$notifier";

-- What is written and what leaves under a mandate asks this in its transaction, and holds the row: an end waits for it, or it is refused. The subject is told at
-- the first use.
create function rights.act_under(mandate uuid, at timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    m rights.mandate;
    agent constant uuid := nullif(current_setting('credit.subject', true), '')::uuid;
  begin
    select * into m from rights.mandate o where o.id = mandate and o.agent_id = agent and o.first_used_at is not null for share;
    if not found then select * into m from rights.mandate o where o.id = mandate and o.agent_id = agent for update; end if;
    -- Without a scope nothing was read: all that was asked for is refused, and that may be told.
    if not found or rights.lacks(m) is not null or not coalesce(m.scope && string_to_array(nullif(current_setting('credit.scopes', true), ''), ','), true) then
      raise exception using errcode = 'CR001', message = 'MANDATE_REQUIRED';
    end if;
    if m.first_used_at is not null then return; end if;
    update rights.mandate o set first_used_at = at where o.id = mandate;
    perform set_config('credit.moment', at::text, true);
    perform rights.tell_subjects(jsonb_build_array(jsonb_build_object('kind', 'MANDATE_USED', 'subject', m.principal_id,
      'said', jsonb_build_object('mandate', m.kind, 'unit', m.registered_by))));
  end $$;
alter function rights.act_under(uuid, timestamptz) owner to "$notifier";

-- The mandate of the legal representative follows the registration at once: it ends where another is named, or nobody, and begins for who is.
create function rights.follow_registration(org uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    named record;
  begin
    select * into named from rights.registered(org);
    update rights.mandate m set ended_on = control.today(), ended_at = control.moment(), ended_by = 'REGISTRATION'
      where m.principal_id = org and m.kind = 'LEGAL_REPRESENTATIVE' and m.ended_at is null
        and (named.record_id is null or named.struck_off or named.representative_id is distinct from m.agent_id);
    if named.representative_id is null or named.struck_off then return; end if;
    insert into rights.mandate (id, principal_id, agent_id, kind, scope, valid_from, registered_by, registered_at, record_id, principal_type, principal_number,
        agent_type, agent_number)
      values (gen_random_uuid(), org, named.representative_id, 'LEGAL_REPRESENTATIVE', array['READ', 'OBJECT', 'RESTORE', 'AUTHORIZE'], control.today(),
        named.unit, control.moment(), named.record_id, named.type, named.number, named.representative_type, named.representative_number)
      on conflict do nothing;
  end $$;
alter function rights.follow_registration(uuid) owner to "$notifier";

create function rights.registrations_delivered() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform rights.follow_registration(f.subject_id) from (select distinct n.subject_id from fresh n where n.representative_id is not null
    or exists (select from rights.mandate m where m.principal_id = n.subject_id and m.kind = 'LEGAL_REPRESENTATIVE' and m.ended_at is null)
    order by 1) f;
  return null;
end $$;
alter function rights.registrations_delivered() owner to "$notifier";
create trigger represents after insert on rights.registration referencing new table as fresh
  for each statement execute function rights.registrations_delivered();

create function rights.registration_shown() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform rights.follow_registration(new.subject_id);
  return null;
end $$;
alter function rights.registration_shown() owner to "$notifier";
create trigger represents after update of display on public_credit.record for each row
  when (new.type = 'Registration' and new.current and old.display <> new.display) execute function rights.registration_shown();

-- What a guardian was registered on is kept as long after the last day of the mandate as evidence is kept: that of its term, or the one on which it was ended.
create function rights.note_evidence_of_mandate() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update rights.evidence e set closed_on = coalesce(new.ended_on, new.valid_until)
    where e.used_for = 'MANDATE' and e.used_by = new.id and (e.closed_on is null or e.closed_on > new.ended_on);
  return null;
end $$;
alter function rights.note_evidence_of_mandate() owner to "$notifier";
create trigger keeps_evidence after insert or update of ended_on on rights.mandate for each row execute function rights.note_evidence_of_mandate();

-- Registrations of before, of which nothing is known yet, in the order of their ids, with what they say: sealed where it is.
create function rights.registrations_before(after uuid, most int) returns table (id uuid, "subjectId" uuid, version int, personal boolean, content jsonb, sealed bytea, "keyId" text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select r.id, r.subject_id, r.version, r.personal, r.content, w.sealed, w.key_id
    from public_credit.record r
      left join public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
    where r.type = 'Registration' and r.current and r.id > after
      and not exists (select from rights.registration g where g.record_id = r.id and g.version = r.version)
    order by r.id limit most;
end $$;
alter function rights.registrations_before(uuid, int) owner to "$redactor";
create policy redactor on rights.registration for select to "$redactor" using (true);
grant select (record_id, version) on rights.registration to "$redactor";

grant execute on function rights.mandate_of(uuid, uuid) to "$admission";
grant execute on function rights.act_under(uuid, timestamptz) to "$ledger", "$report", "$rights", "$control", "$intake", "$designate";
grant execute on function rights.is_struck_off(uuid) to "$rights";
grant execute on function rights.lacking(uuid) to "$subject", "$operator", "$authority";
grant execute on function rights.registrations_before(uuid, int) to "$due";
