-- What another unit delivers of what fell: held until the operator decides (Articles 37 to 40). Its tables and policies stand in fallen.sql.

-- Records that another unit delivers of what fell are held. rows: subject, id, heldIn, personal, item, cause, fellOn.
create function rights.hold(rows jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  insert into rights.held (subject_id, id, held_in, personal, item, unit, cause, fell_on, held_on, held_at)
    select h.subject, h.id, h."heldIn", h.personal, h.item, control.caller_unit(), h.cause, h."fellOn", control.today(), control.moment()
    from jsonb_to_recordset(rows) as h (subject uuid, id uuid, "heldIn" text, personal boolean, item text, cause text, "fellOn" date)
    on conflict (subject_id, id) do nothing;
end $$;
alter function rights.hold(jsonb) owner to "$notifier";

-- Enters a held row as fallen at the unit that delivered it.
create function rights.held_falls(h rights.held, why text) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  insert into rights.fallen (id, subject_id, held_in, row_id, kind, mark, code_mark, name_mark, natural_key, basis_mark, unit, cause, fell_on)
    select gen_random_uuid(), r.subject_id, h.held_in, r.id, r.type, r.fall_mark, r.fall_code, r.fall_name, r.natural_key, r.basis_mark, h.unit, why, control.today()
      from public_credit.record r where r.subject_id = h.subject_id and r.id = h.id and r.current
    union all select gen_random_uuid(), d.subject_id, h.held_in, d.id, d.list, d.fall_mark, null, null, null, d.basis_mark, h.unit, why, control.today()
      from sanctions.designation d where d.subject_id = h.subject_id and d.id = h.id;
end $$;
alter function rights.held_falls(rights.held, text) owner to "$notifier";

-- The operator decides: what is shown is displayed, and watchers are told that it is new; what is not, fell. Null where nothing is held under the id.
create function rights.decide_held(held uuid, show boolean) returns table (subject_id uuid, held_in text, personal boolean, unit text,
    item text)
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    h rights.held;
  begin
    if control.caller_role() <> 'OPERATOR' then return; end if;
    select * into h from rights.held o where o.id = held and o.decided_on is null for update;
    if h is null then return; end if;
    if show then
      -- The table of display periods may have changed meanwhile.
      update public_credit.record r set display = 'DISPLAYED',
          displayed_until = case when r.display_class is null then r.displayed_until else least(r.stated_until, control.display_end(r.display_class, r.display_from)) end
        where r.subject_id = h.subject_id and r.id = h.id and r.current and r.display = 'ARCHIVED';
      update sanctions.designation d set display = 'DISPLAYED' where d.display = 'ARCHIVED'
        and (d.subject_id = h.subject_id and d.id = h.id or d.on_account_subject = h.subject_id and d.on_account_of = h.id);
      perform ledger.tell((select jsonb_agg(jsonb_build_object('kind', n.kind, 'subject_id', n.subject_id, 'item', h.item, 'record_id', n.id, 'version', n.version))
        from (select 'ADDED' as kind, r.subject_id, r.id, r.version from public_credit.record r where r.subject_id = h.subject_id and r.id = h.id and r.current
          union all select 'DESIGNATED', d.subject_id, d.id, 1 from sanctions.designation d
            where d.subject_id = h.subject_id and d.id = h.id or d.on_account_subject = h.subject_id and d.on_account_of = h.id) n));
    else
      perform rights.held_falls(h, h.cause);
    end if;
    update rights.held o set decided_on = control.today(), shown = show where o.subject_id = h.subject_id and o.id = h.id;
    return query select h.subject_id, h.held_in, h.personal, h.unit, h.item;
  end $$;
alter function rights.decide_held(uuid, boolean) owner to "$notifier";

-- A unit moves what it delivered, and is held, to whom it concerns.
create function rights.move_held(held uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    h rights.held;
  begin
    for h in select o.* from rights.held o where o.id = held and o.decided_on is null and o.unit = control.caller_unit() for update loop
      perform rights.held_falls(h, 'WRONG_SUBJECT');
      update rights.held o set decided_on = control.today(), shown = false where o.subject_id = h.subject_id and o.id = h.id;
      update control.clock c set met_on = control.today() where c.kind = 'held.decide' and c.reference = held::text and c.met_on is null;
    end loop;
  end $$;
alter function rights.move_held(uuid) owner to "$notifier";
create function rights.is_held(held uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return exists (select from rights.held o where o.id = held and o.decided_on is null and o.unit = control.caller_unit());
end $$;
alter function rights.is_held(uuid) owner to "$notifier";

-- The basis of what is held was revoked: it fell before it was decided. marks: of the document, in hexadecimal; as a unit told for its own, the operator for all.
create function rights.revoke_held(marks jsonb) returns table (id uuid, personal boolean, "subjectId" uuid, version int)
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    h rights.held;
  begin
    for h in select o.* from rights.held o where o.decided_on is null and (control.caller_role() = 'OPERATOR' or o.unit = control.caller_unit())
        and (exists (select from public_credit.record r where r.subject_id = o.subject_id and r.id = o.id and r.current and marks ? encode(r.basis_mark, 'hex'))
          or exists (select from sanctions.designation d where d.subject_id = o.subject_id and d.id = o.id and marks ? encode(d.basis_mark, 'hex'))) for update loop
      perform rights.held_falls(h, 'BASIS');
      update rights.held o set decided_on = control.today(), shown = false where o.subject_id = h.subject_id and o.id = h.id;
      update control.clock c set met_on = control.today() where c.kind = 'held.decide' and c.reference = h.id::text and c.met_on is null;
      return query select h.id, h.personal, h.subject_id, coalesce((select r.version from public_credit.record r
        where r.subject_id = h.subject_id and r.id = h.id and r.current), 1);
    end loop;
  end $$;
alter function rights.revoke_held(jsonb) owner to "$notifier";

grant execute on function rights.hold(jsonb) to "$intake", "$designate";
grant execute on function rights.move_held(uuid), rights.is_held(uuid) to "$intake";
grant execute on function rights.decide_held(uuid, boolean), rights.revoke_held(jsonb) to "$amend";
grant update (met_on) on control.clock to "$notifier";
