-- Questions whose parts several processes answer. Each part is settled before it leaves: over all that the question's parts noted so far, so that one question is
-- one entry for a subject, counts once, and is refused as a whole where something that an earlier part showed has ended since. An entry of a question that is
-- still open grows and never shrinks.

alter table ledger.question enable row level security, force row level security;
create policy notifier on ledger.question for all to "$notifier" using (true) with check (true);
create policy over on ledger.question for all to "$admission" using (until < now());
grant select, insert, update on ledger.question to "$notifier";
grant usage on schema ledger to "$admission";
grant select (until), delete on ledger.question to "$admission";
create policy backup on ledger.question for select to "$backup" using (true);
grant select on ledger.question to "$backup";

-- What earlier parts noted, for the same caller; null before the first. A question that is over takes no part.
create function ledger.question_so_far(request uuid, by text) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
  declare
    q ledger.question;
  begin
    select * into q from ledger.question o where o.request_id = request;
    if not found then return null; end if;
    if q.caller <> by then raise exception using errcode = 'CR001', message = 'OTHER_QUESTION'; end if;
    if q.until < clock_timestamp() then raise exception using errcode = 'CR001', message = 'QUESTION_OVER'; end if;
    return jsonb_build_object('parts', q.parts, 'noted', q.noted);
  end $$;
alter function ledger.question_so_far(uuid, text) owner to "$notifier";

-- Authorizations that the question of this session has used: they stand for it, though they may be spent by it.
create function ledger.used_by_question() returns uuid[] language plpgsql stable security definer parallel safe set search_path = pg_catalog as $$ begin
    if coalesce(current_setting('credit.question', true), '') = '' then return '{}'; end if;
    return coalesce((select q.authorizations from ledger.question q where q.request_id = current_setting('credit.question')::uuid and q.until >= now()), '{}');
  end $$;
alter function ledger.used_by_question() owner to "$notifier";

-- Takes the question for one more part. PART_MEANWHILE where another part was added since it was read: then it is reckoned anew.
create function ledger.take_question(request uuid, by text, seen int, next_noted jsonb, left_ms int, next_entries uuid[], next_used uuid[]) returns jsonb
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    q ledger.question;
    held int;
  begin
    if seen = 0 then
      insert into ledger.question (request_id, caller, parts, noted, entries, authorizations, until)
        values (request, by, 1, next_noted, next_entries, next_used, now() + left_ms * interval '1 ms') on conflict do nothing;
      if not found then raise exception using errcode = 'CR001', message = 'PART_MEANWHILE'; end if;
      return jsonb_build_object('entries', '[]'::jsonb, 'used', '[]'::jsonb, 'until', now() + left_ms * interval '1 ms');
    end if;
    select * into q from ledger.question o where o.request_id = request and o.caller = by for update;
    if not found or q.parts <> seen then raise exception using errcode = 'CR001', message = 'PART_MEANWHILE'; end if;
    -- Held to the end: no entry of it gets its leaf meanwhile, and none that has one is touched.
    perform from ledger.pending p where p.entry_id = any (q.entries) and p.open_until >= clock_timestamp() order by p.entry_id for update;
    get diagnostics held = row_count;
    if held <> cardinality(q.entries) then raise exception using errcode = 'CR001', message = 'QUESTION_OVER'; end if;
    update ledger.question o set parts = o.parts + 1, noted = next_noted, entries = next_entries, authorizations = o.authorizations || next_used
      where o.request_id = request;
    return jsonb_build_object('entries', to_jsonb(q.entries), 'used', to_jsonb(q.authorizations), 'until', q.until);
  end $$;
alter function ledger.take_question(uuid, text, int, jsonb, int, uuid[], uuid[]) owner to "$notifier";

-- What something rests on, from nothing to an authorization.
create function ledger.carries(basis jsonb) returns int language sql immutable parallel safe set search_path = pg_catalog
  return case when basis->>'authorization' is not null then 3 when basis->>'agreement' is not null then 2 when basis->>'duty' is not null then 1 else 0 end;

-- Entries of a question are named by values in each statement, so that it locks and reads the part alone in which they lie. What must hold of an entry stands in the
-- statement that changes it: of a row that was read before, another session may have added what this one does not know. No variable has the type of its rows, because
-- a session keeps what it compiled when the table is moved into parts.

-- Why a question may not go on: what an item rested on when an earlier part showed it has ended since. Null where nothing has.
create function ledger.ended_since(question uuid, grown jsonb) returns text language plpgsql stable set search_path = pg_catalog as $$
  declare
    ids constant uuid[] := array(select (n->>'id')::uuid from jsonb_array_elements(grown) n);
  begin
  return (select case max(ledger.carries(b)) when 3 then 'AUTHORIZATION_REQUIRED' when 2 then 'NO_AGREEMENT' else 'OVERTAKEN' end
    from jsonb_array_elements(grown) n join ledger.disclosure d on d.id = (n->>'id')::uuid and d.id = any (ids) and d.request_id = question,
      jsonb_array_elements(d.bases) b, jsonb_array_elements_text(b->'items') i
    where ledger.carries(b) > 0
      -- The item that alone told that a subject is held counts where nothing else of it is shown.
      and (cardinality(d.items) > 1 or d.records <> '[]'::jsonb or d.items <@ array(select jsonb_array_elements_text(n->'items')))
      and not exists (select from jsonb_array_elements(n->'bases') c where c->'items' ? i and ledger.carries(c) >= ledger.carries(b))
    having count(*) > 0);
  end $$;

grant execute on function ledger.carries(jsonb), ledger.ended_since(uuid, jsonb) to "$notifier";

-- An entry of a question that is open has more in it: items and records are added, what was shown whole stays said so, and nothing else of it changes.
create function ledger.grow(question uuid, grown jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    changed int;
    ids constant uuid[] := array(select (n->>'id')::uuid from jsonb_array_elements(grown) n);
    ended text;
  begin
    -- The first part of a question has none.
    if cardinality(ids) = 0 then return; end if;
    ended := ledger.ended_since(question, grown);
    if ended is not null then raise exception using errcode = 'CR001', message = ended; end if;
    update ledger.disclosure d set items = n.items, records = n.records, bases = n.bases, seen = n.seen, mandate = n.mandate, agent = n.agent,
        salt = decode(n.salt, 'hex'), commitment = decode(n.commitment, 'hex')
      from jsonb_to_recordset(grown) as n (id uuid, subject uuid, at timestamptz, request uuid, role text, unit text, purpose text, "case" text, channel text, seen text,
          items text[], records jsonb, bases jsonb, reason text, mandate uuid, agent text, salt text, commitment text)
      where d.id = n.id and d.id = any (ids) and d.request_id = question and exists (select from ledger.pending p where p.entry_id = d.id and p.open_until >= now())
        and (d.subject_id, d.at, d.request_id, d.role, d.unit, d.purpose, d.case_reference, d.channel, d.reason)
          is not distinct from (n.subject, n.at, n.request, n.role, n.unit, n.purpose, n."case", n.channel, n.reason)
        -- The item that alone told that a subject is held counts where nothing else of it is shown.
        and (d.items <@ n.items or cardinality(d.items) = 1 and d.records = '[]'::jsonb and cardinality(n.items) > 0) and n.records @> d.records and (d.seen <> 'WHOLE' or n.seen = 'WHOLE')
        and (d.mandate is null or d.mandate = n.mandate);
    get diagnostics changed = row_count;
    if changed <> jsonb_array_length(grown) then raise exception 'An entry would lose something.'; end if;
  end $$;
alter function ledger.grow(uuid, jsonb) owner to "$notifier";

-- That a part was refused is no entry where another part showed something: the refusal stands in the answer. It showed nothing.
create function ledger.withdraw_refusals(request uuid, ids uuid[]) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
    if cardinality(ids) = 0 then return; end if;
    delete from ledger.disclosure d using ledger.pending p where d.id = any (ids) and d.request_id = request and d.seen = 'NONE' and d.subject_id is null
      and p.entry_id = d.id and p.open_until >= now();
    delete from ledger.pending p where p.entry_id = any (ids) and not exists (select from ledger.disclosure d where d.id = p.entry_id and d.id = any (ids));
  end $$;
alter function ledger.withdraw_refusals(uuid, uuid[]) owner to "$notifier";

grant select, delete, update (open_until) on ledger.pending to "$notifier";
grant update (items, records, bases, seen, mandate, agent, salt, commitment), delete on ledger.disclosure to "$notifier";
create policy grown on ledger.disclosure for update to "$notifier"
  using (exists (select from ledger.pending p where p.entry_id = id and p.open_until >= now())) with check (true);
create policy refused on ledger.disclosure for delete to "$notifier" using (seen = 'NONE' and subject_id is null);

-- One part of a question: what ledger.record is for a whole one. `entries`: all of the question so far.
create function ledger.record_part(request uuid, by text, seen int, noted jsonb, left_ms int, entries jsonb) returns void
  language plpgsql set search_path = pg_catalog as $$
  declare
    taken jsonb;
    present uuid[];
    ids constant uuid[] := array(select (e->>'id')::uuid from jsonb_array_elements(entries) e);
    used constant uuid[] := array(select distinct (b->>'authorization')::uuid from jsonb_array_elements(entries) e, jsonb_array_elements(e->'bases') b
      where b->>'authorization' is not null);
  begin
    perform pg_advisory_xact_lock_shared(hashtext('credit-gateway corrections'));
    -- First, because parts come at once: of those that wait for each other all but one are reckoned anew.
    taken := ledger.take_question(request, by, seen, noted, left_ms, ids, used);
    if ledger.overtaken(entries) then raise exception using errcode = 'CR001', message = 'OVERTAKEN'; end if;
    perform rights.act_under(u.mandate, u.at) from (select distinct (e->>'acting')::uuid as mandate, (e->>'at')::timestamptz as at
      from jsonb_array_elements(entries) e where e->>'acting' is not null) u;
    present := array(select t::uuid from jsonb_array_elements_text(taken->'entries') t);
    perform ledger.withdraw_refusals(request, array(select t from unnest(present) t where t <> all (ids)));
    perform ledger.grow(request, coalesce((select jsonb_agg(e) from jsonb_array_elements(entries) e where (e->>'id')::uuid = any (present)), '[]'));
    perform ledger.write_part(entries, present, array(select t::uuid from jsonb_array_elements_text(taken->'used') t), (taken->>'until')::timestamptz);
    perform ledger.keep_answers(entries);
  end $$;

grant execute on function ledger.question_so_far(uuid, text), ledger.take_question(uuid, text, int, jsonb, int, uuid[], uuid[]), ledger.grow(uuid, jsonb),
  ledger.withdraw_refusals(uuid, uuid[]), ledger.record_part(uuid, text, int, jsonb, int, jsonb) to "$ledger";
