-- What fell and does not come back (Articles 37 to 40). Triggers enter it, so that no command, job or importer can forget to; functions recognize it, so
-- that no role that delivers reads what fell at other units. "$notifier" owns them.

alter table rights.fallen enable row level security, force row level security;
create policy notifier on rights.fallen for all to "$notifier" using (true) with check (true);
create policy joiner on rights.fallen for all to "$joiner" using (true) with check (true);
create policy redactor on rights.fallen for all to "$redactor" using (true) with check (true);
create policy recovery on rights.fallen for all to "$recovery" using (true) with check (true);
create policy backup on rights.fallen for select to "$backup" using (true);

alter table rights.held enable row level security, force row level security;
create policy operator on rights.held for select to "$operator" using (true);
create policy notifier on rights.held for all to "$notifier" using (true) with check (true);
create policy joiner on rights.held for all to "$joiner" using (true) with check (true);
create policy backup on rights.held for select to "$backup" using (true);

-- The one record in question, for the operator who decides, until it is decided.
create policy held on public_credit.record for select to "$operator"
  using (display = 'ARCHIVED' and current and exists (select from rights.held h where h.subject_id = record.subject_id and h.id = record.id and h.decided_on is null));
create policy held on sanctions.designation for select to "$operator"
  using (display = 'ARCHIVED' and exists (select from rights.held h where h.subject_id = designation.subject_id and h.id = designation.id and h.decided_on is null));
-- What is decided to be shown is displayed by one function.
create policy shown_after_all on public_credit.record for update to "$notifier"
  using (exists (select from rights.held h where h.subject_id = record.subject_id and h.id = record.id and h.decided_on is null)) with check (true);
create policy shown_after_all on sanctions.designation for update to "$notifier" using (display = 'ARCHIVED') with check (display = 'DISPLAYED');

grant select, insert, update on rights.fallen, rights.held to "$notifier";
grant select, update (subject_id) on rights.fallen, rights.held to "$joiner";
grant select, update (mark, code_mark, name_mark) on rights.fallen to "$redactor";
grant select, insert on rights.fallen to "$recovery";
grant select on rights.held to "$operator";
grant select on rights.fallen, rights.held to "$backup";
grant usage on schema rights to "$recovery", "$redactor";
grant select (subject_id, id, version, current, personal, item, type, providing_unit, natural_key, basis_mark, basis_document, displayed_until, display, fall_mark, fall_code, fall_name),
  update (display) on public_credit.record to "$notifier";
grant update (fall_mark, fall_code, fall_name) on public_credit.record to "$redactor";
grant select (fall_mark), update (fall_mark) on sanctions.designation to "$redactor";

-- By what a row fell: what the command says in credit.fell, else what its display ended by.
create function rights.fell_by(held_in text, until date) returns text language sql stable set search_path = pg_catalog
  return coalesce(nullif(current_setting('credit.fell', true), ''),
    case when current_setting('credit.cause', true) = 'RESTORED' then 'RESTORATION'
      when current_setting('credit.cause', true) = 'EXPIRED' or until < control.today() then 'EXPIRY'
      when held_in = 'sanctions.designation' then 'REMOVAL' else 'CORRECTION' end);

-- What ended by its period fell on the day after its last one, whenever the daily run came to it.
create function rights.fell_on(cause text, until date) returns date language sql stable set search_path = pg_catalog
  return case when cause = 'EXPIRY' then least(until + 1, control.today()) else control.today() end;

-- Over a restored database the journal says both: that it fell, and that its display ended. One that an earlier release wrote says the second alone.
create function rights.is_said_again(fallen uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return right(current_setting('role'), 9) = '_recovery' and exists (select from rights.fallen f where f.row_id = is_said_again.fallen and f.value_mark is null);
end $$;
alter function rights.is_said_again(uuid) owner to "$notifier";

create function rights.note_record_fell() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if current_setting('credit.fell', true) = 'REPLACED' or rights.is_said_again(new.id) then return null; end if;
  insert into rights.fallen (id, subject_id, held_in, row_id, kind, mark, code_mark, name_mark, natural_key, basis_mark, unit, cause, fell_on)
    values (gen_random_uuid(), new.subject_id, 'public_credit.record', new.id, new.type, new.fall_mark, new.fall_code, new.fall_name, new.natural_key,
      new.basis_mark, new.providing_unit, rights.fell_by('public_credit.record', new.displayed_until),
      rights.fell_on(rights.fell_by('public_credit.record', new.displayed_until), new.displayed_until));
  return null;
end $$;
alter function rights.note_record_fell() owner to "$notifier";
create trigger fell after update of display on public_credit.record for each row
  when (new.current and new.display = 'ARCHIVED' and old.display <> 'ARCHIVED') execute function rights.note_record_fell();

create function rights.note_designation_fell() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if current_setting('credit.fell', true) = 'REPLACED' or rights.is_said_again(new.id) then return null; end if;
  insert into rights.fallen (id, subject_id, held_in, row_id, kind, mark, basis_mark, unit, cause, fell_on)
    values (gen_random_uuid(), new.subject_id, 'sanctions.designation', new.id, new.list, new.fall_mark, new.basis_mark, new.designating_unit,
      rights.fell_by('sanctions.designation', new.displayed_until),
      rights.fell_on(rights.fell_by('sanctions.designation', new.displayed_until), new.displayed_until));
  return null;
end $$;
alter function rights.note_designation_fell() owner to "$notifier";
create trigger fell after update of display on sanctions.designation for each row
  when (new.display = 'ARCHIVED' and old.display <> 'ARCHIVED') execute function rights.note_designation_fell();

-- What a correction took away: the document of before, and values; and the values that it found right again. Called behind it.
-- corrected: subject, id, mark of a state by its day, gone, said; marks in hexadecimal.
create function rights.fell_values(corrected jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  update rights.fallen f set lifted_on = control.today() where f.subject_id = (corrected->>'subject')::uuid and f.row_id = (corrected->>'id')::uuid
    and f.lifted_on is null and (encode(f.value_mark, 'hex') in (select jsonb_array_elements_text(corrected->'said'))
      or f.value_mark is null and f.cause = 'CORRECTION' and exists (select from public_credit.record r where r.subject_id = f.subject_id and r.id = f.row_id
        and r.current and r.display <> 'ARCHIVED' and r.fall_mark = f.mark
        and rights.may_be_one(r.fall_code, r.fall_name, encode(f.code_mark, 'hex'), encode(f.name_mark, 'hex'))));
  insert into rights.fallen (id, subject_id, held_in, row_id, kind, mark, code_mark, name_mark, natural_key, basis_mark, value_mark, unit, cause, fell_on)
    select gen_random_uuid(), r.subject_id, 'public_credit.record', r.id, r.type, coalesce(decode(corrected->>'mark', 'hex'), r.fall_mark), r.fall_code, r.fall_name, r.natural_key, r.basis_mark,
      decode(g.mark, 'hex'), r.providing_unit, 'CORRECTION', control.today()
    from public_credit.record r cross join jsonb_array_elements_text(corrected->'gone') as g (mark)
    where r.subject_id = (corrected->>'subject')::uuid and r.id = (corrected->>'id')::uuid and r.current and r.providing_unit = control.caller_unit();
  insert into rights.fallen (id, subject_id, held_in, row_id, kind, mark, code_mark, name_mark, natural_key, basis_mark, unit, cause, fell_on)
    select gen_random_uuid(), o.subject_id, 'public_credit.record', o.id, o.type, o.fall_mark, o.fall_code, o.fall_name, o.natural_key, o.basis_mark,
      o.providing_unit, 'CORRECTION', control.today()
    from public_credit.record r join public_credit.record o on o.subject_id = r.subject_id and o.id = r.id and o.version = r.version - 1
    where r.subject_id = (corrected->>'subject')::uuid and r.id = (corrected->>'id')::uuid and r.current and r.providing_unit = control.caller_unit()
      and (o.fall_mark <> r.fall_mark or not rights.may_be_one(o.fall_code, o.fall_name, encode(r.fall_code, 'hex'), encode(r.fall_name, 'hex')))
      and r.type not in ('Registration', 'AssessmentRecord')
      and not exists (select from rights.fallen f where f.subject_id = o.subject_id and f.row_id = o.id and f.mark = o.fall_mark and f.value_mark is null and f.lifted_on is null);
  -- What fell before it was corrected fell by what it is known by now, too: for the same cause, on the same day. A number that it had in between, and has no
  -- more, is that of another decision.
  update rights.fallen f set lifted_on = control.today() from public_credit.record r, public_credit.record o, public_credit.record a
    where r.subject_id = (corrected->>'subject')::uuid and r.id = (corrected->>'id')::uuid and r.current and r.providing_unit = control.caller_unit()
      and r.display = 'ARCHIVED' and o.subject_id = r.subject_id and o.id = r.id and o.version = r.version - 1 and o.fall_mark <> r.fall_mark
      and a.subject_id = r.subject_id and a.id = r.id and a.version = (select min(v.version) from public_credit.record v
        where v.subject_id = r.subject_id and v.id = r.id and v.display = 'ARCHIVED') and a.fall_mark <> o.fall_mark
      and f.subject_id = r.subject_id and f.row_id = r.id and f.value_mark is null and f.lifted_on is null and f.mark = o.fall_mark;
  insert into rights.fallen (id, subject_id, held_in, row_id, kind, mark, code_mark, name_mark, natural_key, basis_mark, unit, cause, fell_on)
    select gen_random_uuid(), r.subject_id, 'public_credit.record', r.id, r.type, r.fall_mark, r.fall_code, r.fall_name, r.natural_key, r.basis_mark, f.unit, f.cause, f.fell_on
    from public_credit.record r cross join lateral (select o.unit, o.cause, o.fell_on from rights.fallen o
        where o.subject_id = r.subject_id and o.row_id = r.id and o.value_mark is null and o.lifted_on is null order by o.fell_on desc, o.id limit 1) f
    where r.subject_id = (corrected->>'subject')::uuid and r.id = (corrected->>'id')::uuid and r.current and r.providing_unit = control.caller_unit()
      and r.display = 'ARCHIVED' and r.type not in ('Registration', 'AssessmentRecord')
      and not exists (select from rights.fallen o where o.subject_id = r.subject_id and o.row_id = r.id and o.mark = r.fall_mark and o.value_mark is null and o.lifted_on is null
        and o.code_mark is not distinct from r.fall_code and o.name_mark is not distinct from r.fall_name);
end $$;
alter function rights.fell_values(jsonb) owner to "$notifier";

-- Whether two authorities may be one: by their codes, else by their names; one that does not say who decided may be either.
create function rights.may_be_one(code bytea, name bytea, other_code text, other_name text) returns boolean language sql immutable set search_path = pg_catalog
  return case when code is not null and other_code is not null then encode(code, 'hex') = other_code
    when name is not null and other_name is not null then encode(name, 'hex') = other_name else true end;

-- Which rows of a delivery are what fell, at the unit that delivers or at another. `standing`: natural key of a record of the unit that stands for the same
-- decision. sent: row, subject, kind, mark, code, name; keys and bases, by which rows of before are known; bare, where it does not say which permit it is. With
-- its basis every permit of a document fell.
create function rights.recognize(sent jsonb) returns table ("row" int, own boolean, cause text, "fellOn" text, "valueMark" text, standing text,
    "rowId" uuid, another boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select s."row", f.unit = control.caller_unit(), f.cause, to_char(f.fell_on, 'YYYY-MM-DD'), encode(f.value_mark, 'hex'), k.standing, f.row_id,
      coalesce(encode(f.mark, 'hex') = s.mark, false) and not rights.may_be_one(f.code_mark, f.name_mark, s.code, s.name)
    from jsonb_to_recordset(sent) as s ("row" int, subject uuid, kind text, mark text, code text, name text, keys text[], bases text[], bare boolean)
      cross join lateral (select o.mark, o.code_mark, o.name_mark, o.natural_key, o.basis_mark, o.value_mark, o.kind, o.unit, o.cause, o.fell_on, o.row_id
          from rights.fallen o where o.subject_id = s.subject and o.lifted_on is null
        -- What ended at midnight, before the daily run enters it.
        union all select e.fall_mark, e.fall_code, e.fall_name, e.natural_key, e.basis_mark, null, e.type, e.providing_unit, 'EXPIRY', e.displayed_until + 1, e.id
          from public_credit.record e where e.subject_id = s.subject and e.current and e.display <> 'ARCHIVED' and e.displayed_until < control.today()
        union all select e.fall_mark, null, null, null, e.basis_mark, null, e.list, e.designating_unit, 'EXPIRY', e.displayed_until + 1, e.id
          from sanctions.designation e where e.subject_id = s.subject and e.display <> 'ARCHIVED' and e.displayed_until < control.today() offset 0) f
      left join lateral (select encode(r.natural_key, 'hex') as standing from public_credit.record r where r.subject_id = s.subject and r.current
        and r.providing_unit = control.caller_unit() and r.type = s.kind and encode(r.fall_mark, 'hex') = s.mark
        and rights.may_be_one(r.fall_code, r.fall_name, s.code, s.name)
        and (r.display <> 'ARCHIVED' and coalesce(r.displayed_until >= control.today(), true)
          or exists (select from rights.held h where h.subject_id = r.subject_id and h.id = r.id and h.decided_on is null))
        union all select encode(d.fall_mark, 'hex') from sanctions.designation d where d.subject_id = s.subject and d.designating_unit = control.caller_unit()
          and d.list = s.kind and encode(d.fall_mark, 'hex') = s.mark and d.on_account_of is null
          and (d.display <> 'ARCHIVED' and d.displayed_until >= control.today() or exists (select from rights.held h where h.subject_id = d.subject_id and h.id = d.id and h.decided_on is null))
        limit 1) k on true
    -- A bare number of another authority is another decision: the unit's own record of it must not become a version of what fell.
    where f.kind = s.kind and (encode(f.mark, 'hex') = s.mark and (rights.may_be_one(f.code_mark, f.name_mark, s.code, s.name)
        or f.unit = control.caller_unit() and f.value_mark is null)
      or f.value_mark is null and (f.cause = 'BASIS' or s.bare) and encode(f.basis_mark, 'hex') = any (s.bases)
        and rights.may_be_one(f.code_mark, f.name_mark, s.code, s.name)
      or f.mark is null and f.kind not in ('Registration', 'AssessmentRecord')
        and (encode(f.basis_mark, 'hex') = any (s.bases) or encode(f.natural_key, 'hex') = any (s.keys) and f.unit = control.caller_unit()));
end $$;
alter function rights.recognize(jsonb) owner to "$notifier";

grant execute on function rights.recognize(jsonb) to "$intake", "$designate";
grant execute on function rights.fell_values(jsonb) to "$intake";
grant execute on function rights.may_be_one(bytea, bytea, text, text), rights.fell_by(text, date),
  rights.fell_on(text, date) to "$notifier";

-- What fell stays fallen over a database that is restored from before.
create function rights.note_fallen() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('FELL', to_jsonb(new));
  return null;
end $$;
create trigger journal after insert on rights.fallen for each row execute function rights.note_fallen();

-- Rows of before, without a mark, in order of their ids: whoever has the keys makes it.
create function rights.unmarked(after uuid, at_most int) returns table (id uuid, subject_id uuid, held_in text, kind text, occurred_on text, basis text, basis_sealed bytea,
    basis_key text, content jsonb, sealed bytea, key_id text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select * from (
    select r.id, r.subject_id, 'public_credit.record', r.type, to_char(r.occurred_on, 'YYYY-MM-DD'), r.basis_document, w.basis_sealed, w.basis_key, r.content, w.sealed, w.key_id
      from public_credit.record r left join public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
      where r.fall_mark is null and r.current and r.id > after
    union all select d.id, d.subject_id, 'sanctions.designation', d.list, null, d.basis_document, null, null, null, t.sealed, t.key_id
      from sanctions.designation d left join public_credit.text_whole t on t.subject_id = d.subject_id and t.place = 'DESIGNATION' and t.id = d.id
      where d.fall_mark is null and d.id > after) u order by 1 limit at_most;
end $$;
alter function rights.unmarked(uuid, int) owner to "$redactor";

-- marks: id, subject, mark, authorityCode, authorityName; in hexadecimal.
create function rights.mark_before(marks jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  update public_credit.record r set fall_mark = decode(m.mark, 'hex'), fall_code = decode(m."authorityCode", 'hex'), fall_name = decode(m."authorityName", 'hex')
    from jsonb_to_recordset(marks) as m (id uuid, subject uuid, mark text, "authorityCode" text, "authorityName" text)
    where r.subject_id = m.subject and r.id = m.id and r.current and r.fall_mark is null;
  update sanctions.designation d set fall_mark = decode(m.mark, 'hex') from jsonb_to_recordset(marks) as m (id uuid, subject uuid, mark text)
    where d.subject_id = m.subject and d.id = m.id and d.fall_mark is null;
  update rights.fallen f set mark = decode(m.mark, 'hex'), code_mark = decode(m."authorityCode", 'hex'), name_mark = decode(m."authorityName", 'hex')
    from jsonb_to_recordset(marks) as m (id uuid, mark text, "authorityCode" text, "authorityName" text)
    where f.row_id = m.id and f.mark is null and f.value_mark is null;
end $$;
alter function rights.mark_before(jsonb) owner to "$redactor";
grant execute on function rights.unmarked(uuid, int), rights.mark_before(jsonb) to "$due";
