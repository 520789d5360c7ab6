-- Restoration (Article 40): whose an application is, who decides it, what it opens until then, and what ends with it. What is restored falls like all that falls:
-- triggers elsewhere tell whoever was shown it (feed.sql), supersede reports (ledger.sql), release who is listed on its account, and enter that it does not
-- come back (rights/fallen.sql).

alter table rights.restoration enable row level security, force row level security;
create policy own on rights.restoration for select to "$subject" using (subject_id = (select control.caller_subject()));
-- What was not accepted waits for nobody, and is the subject's alone.
create policy overseers on rights.restoration for select to "$operator", "$authority" using (status <> 'NOT_ACCEPTED');
create policy units on rights.restoration for select to "$department", "$provider", "$collector"
  using (status <> 'NOT_ACCEPTED' and source_unit = (select control.caller_unit()));
create policy applied on rights.restoration for all to "$rights"
  using (subject_id = (select control.caller_subject()))
  with check (subject_id = (select control.caller_subject()));
create policy decided on rights.restoration for all to "$intake", "$designate"
  using ((select control.caller_role()) = 'OPERATOR')
  with check ((select control.caller_role()) = 'OPERATOR');
create policy notifier on rights.restoration for all to "$notifier" using (true) with check (true);
create policy redactor on rights.restoration for all to "$redactor" using (true) with check (true);
create policy joiner on rights.restoration for all to "$joiner" using (true) with check (true);
create policy recovery on rights.restoration for all to "$recovery" using (true) with check (true);
create policy backup on rights.restoration for select to "$backup" using (true);

grant select on rights.restoration to "$subject", "$operator", "$authority", "$notifier", "$backup";
-- The unit that answers for the row reads that it was restored, and nothing that the subject said.
grant select (subject_id, id, personal, held_in, row_id, item, source_unit, unit, status, applied_on, applied_at, decided_on, decided_by, again_from)
  on rights.restoration to "$department", "$provider", "$collector";
grant select, insert, update (status) on rights.restoration to "$rights";
grant select, update (status, unmet, decided_on, decided_by, reasons, again_from, redaction) on rights.restoration to "$intake", "$designate";
grant update (status) on rights.restoration to "$notifier";
grant select, update (pledge, reasons, redaction) on rights.restoration to "$redactor";
grant select, update (subject_id, personal) on rights.restoration to "$joiner";
grant select, insert, update (status, decided_on, decided_by, again_from) on rights.restoration to "$recovery";

-- What a law excludes is published.
grant select on control.restoration_exclusion
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$notifier", "$backup";
grant select, insert on control.restoration_exclusion to "$control", "$recovery";
create trigger journal_edition after insert on control.restoration_exclusion for each row execute function control.note_edition();

-- The provision by which such a row is excluded today; null where none is in force. Of those about the same the newest counts.
create function control.excluded_by(code text, of_list text, of_ground text) returns text language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
  return (select n.citation from (select distinct on (x.item, x.list, x.ground) x.citation, x.until from control.restoration_exclusion x
      where x.effective_from <= control.today() and (x.item = code or x.list = of_list or x.ground = of_ground)
      order by x.item, x.list, x.ground, x.effective_from desc) n
    where n.until is null or n.until >= control.today() order by 1 limit 1);
end $$;
alter function control.excluded_by(text, text, text) owner to "$notifier";

-- What decides whether a row may be restored: its own subject's to know, and the operator's while an application about it waits. Nothing that it says.
create function rights.restorable(subject uuid, thing uuid) returns table ("heldIn" text, personal boolean, item text, edition text, unit text, nature text,
    list text, "decidedOn" text, display text, "displayedUntil" text, "displayClass" text, "minimumMonths" int, "excludedBy" text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  if subject is distinct from control.caller_subject() and not coalesce(control.caller_role() = 'OPERATOR' and thing = rights.row_to_decide(), false) then return; end if;
  return query select 'public_credit.record', r.personal, r.item, r.edition, r.providing_unit, r.nature, null::text, to_char(r.occurred_on, 'YYYY-MM-DD'),
      r.display, to_char(r.displayed_until, 'YYYY-MM-DD'), r.display_class, null::int, control.excluded_by(r.item, null, null)
    from public_credit.record r where r.subject_id = subject and r.id = thing and r.current
    union all select 'sanctions.designation', d.personal, d.item, null, d.designating_unit, 'UNTRUSTWORTHY', d.list,
      to_char(d.designated_on, 'YYYY-MM-DD'), d.display, to_char(d.displayed_until, 'YYYY-MM-DD'), null, (select s.restoration_months
        from sanctions.standard s where s.list = d.list and s.edition = d.standard_edition), control.excluded_by(d.item, d.list, d.ground)
    from sanctions.designation d where d.subject_id = subject and d.id = thing
    union all select 'sanctions.incentive', i.personal, i.item, null, i.designating_unit, 'TRUSTWORTHY', i.list,
      to_char(i.designated_on, 'YYYY-MM-DD'), i.display, to_char(i.displayed_until, 'YYYY-MM-DD'), null, null, null
    from sanctions.incentive i where i.subject_id = subject and i.id = thing
    union all select 'non_public_credit.record', n.personal, n.item, null, n.collector, null, null, to_char(n.occurred_on, 'YYYY-MM-DD'), n.display,
      to_char(n.displayed_until, 'YYYY-MM-DD'), null, null, null
    from non_public_credit.record n where n.subject_id = subject and n.id = thing and n.current;
end $$;
alter function rights.restorable(uuid, uuid) owner to "$notifier";

-- Which decisions of its own the calling subject was restored from, for the certificate: who decided what, when and by which document in its open form, and
-- nothing of what it said.
create function rights.restored_from() returns table (id uuid, "occurredOn" text, "basisDocument" text, redaction int, list text, "listName" text, "listNameEn" text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select t.id, to_char(r.occurred_on, 'YYYY-MM-DD'), r.basis_document, r.redaction, null::text, null::text, null::text
    from rights.restoration t join public_credit.record r on r.subject_id = t.subject_id and r.id = t.row_id and r.current
    where t.subject_id = control.caller_subject() and t.status = 'GRANTED'
    union all select t.id, to_char(d.designated_on, 'YYYY-MM-DD'), d.basis_document, d.redaction, d.list, l.name, l.name_en
    from rights.restoration t join sanctions.designation d on d.subject_id = t.subject_id and d.id = t.row_id
      left join sanctions.list l on l.code = d.list
    where t.subject_id = control.caller_subject() and t.status = 'GRANTED';
end $$;
alter function rights.restored_from() owner to "$notifier";

-- The row that an application is about ended otherwise meanwhile: there is nothing left to restore. What is being restored is named by the command.
create function rights.restoration_lapses() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update rights.restoration t set status = 'LAPSED' where t.row_id = new.id and t.status = 'PENDING'
    and t.id is distinct from nullif(current_setting('credit.objection', true), '')::uuid;
  return null;
end $$;
alter function rights.restoration_lapses() owner to "$notifier";
create trigger restoration_lapses after update of display on public_credit.record for each row
  when (new.current and new.display = 'ARCHIVED' and old.display <> 'ARCHIVED') execute function rights.restoration_lapses();
create trigger restoration_lapses after update of display on sanctions.designation for each row
  when (new.display = 'ARCHIVED' and old.display <> 'ARCHIVED') execute function rights.restoration_lapses();

-- What another unit delivered of the same decision is restored with it: the number says who decided, or both rows say the same authority. One that stands under a
-- day alone, without a document, may be another. Returns what ended.
create function rights.restored_twins(subject uuid, restored uuid) returns uuid[] language plpgsql security definer set search_path = pg_catalog as $$
  declare
    twins uuid[];
    listed uuid[];
    cause constant text := coalesce(current_setting('credit.cause', true), '');
    fell constant text := coalesce(current_setting('credit.fell', true), '');
  begin
    perform set_config('credit.cause', 'RESTORED', true), set_config('credit.fell', 'RESTORATION', true);
    with ended as (
      update public_credit.record r set display = 'ARCHIVED' from public_credit.record k
        where k.subject_id = subject and k.id = restored and k.current and r.subject_id = subject and r.id <> restored and r.current and r.display = 'DISPLAYED'
          and (r.displayed_until is null or r.displayed_until >= control.today()) and r.type = k.type and r.fall_mark = k.fall_mark
          and r.basis_mark is not null and r.fall_code is not distinct from k.fall_code and r.fall_name is not distinct from k.fall_name
        returning r.id
    ) select array_agg(e.id) into twins from ended e;
    with ended as (
      update sanctions.designation d set display = 'ARCHIVED' from sanctions.designation k
        where k.subject_id = subject and k.id = restored and d.subject_id = subject and d.id <> restored and d.display = 'DISPLAYED'
          and (d.displayed_until is null or d.displayed_until >= control.today()) and d.list = k.list and d.fall_mark = k.fall_mark
          and d.on_account_of is null and k.on_account_of is null
        returning d.id
    ) select array_agg(e.id) into listed from ended e;
    insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
      select gen_random_uuid(), subject, t, control.moment(), 'ARCHIVED', 'RESTORED' from unnest(twins) t;
    perform set_config('credit.cause', cause, true), set_config('credit.fell', fell, true);
    return coalesce(twins, '{}') || coalesce(listed, '{}');
  end $$;
alter function rights.restored_twins(uuid, uuid) owner to "$notifier";
create policy restored_with on public_credit.record for update to "$notifier" using (display = 'DISPLAYED') with check (display = 'ARCHIVED');
create policy restored_with on public_credit.display_event for insert to "$notifier" with check (change = 'RESTORED');
grant insert on public_credit.display_event to "$notifier";

-- However it is closed, nobody has to decide it any more. With what is restored ends what was asked of it and of those that were made on its account: an
-- objection, a re-examination.
create function rights.restoration_closed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  declare
    rows uuid[];
    closed uuid[];
    asked uuid[];
  begin
    update control.clock k set met_on = control.today() where k.kind = 'restoration.decide' and k.reference = new.id::text and k.met_on is null;
    if new.status <> 'GRANTED' then return null; end if;
    rows := rights.restored_twins(new.subject_id, new.row_id) || new.row_id;
    rows := array(select d.id from sanctions.designation d where d.on_account_subject = new.subject_id and d.on_account_of = any (rows)) || rows;
    closed := array(select o.id from rights.objection o where o.status = 'OPEN' and o.row_id = any (rows));
    asked := array(select x.id from sanctions.reexamination x where x.status = 'PENDING' and x.designation_id = any (rows));
    update rights.objection o set status = 'LAPSED' where o.id = any (closed);
    update sanctions.reexamination x set status = 'LAPSED', decided_on = control.today() where x.id = any (asked);
    perform rights.tell_subjects((select jsonb_agg(jsonb_build_object('kind', 'DECIDED', 'subject', o.subject_id, 'record', o.row_id, 'objection', o.id,
      'said', jsonb_build_object('unit', o.unit, 'status', 'LAPSED'))) from rights.objection o where o.id = any (closed)));
    update control.clock k set met_on = control.today() where k.met_on is null and (
      k.kind in ('objection.decide', 'objection.decide-with-help') and k.reference = any (closed::text[])
      or k.kind = 'objection.help' and k.reference in (select v.id::text from rights.verification v where v.objection_id = any (closed))
      or k.kind = 'reexamination.decide' and k.reference = any (asked::text[]));
    return null;
  end $$;
alter function rights.restoration_closed() owner to "$notifier";
create trigger closes after update of status on rights.restoration for each row
  when (new.status <> 'PENDING' and new.status <> old.status) execute function rights.restoration_closed();

create policy lapses on rights.objection for update to "$notifier" using (status = 'OPEN') with check (status = 'LAPSED');
create policy lapses on sanctions.reexamination for all to "$notifier" using (true) with check (status = 'LAPSED');
grant update (status) on rights.objection to "$notifier";
grant select (id, subject_id, designation_id, status), update (status, decided_on) on sanctions.reexamination to "$notifier";

-- What was restored stays restored over a database that is restored from before, and what was closed opens nothing to the operator. With what the row is made
-- of, but for texts: one that is not held is held again.
create function rights.note_restoration() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('RESTORATION_CLOSED', to_jsonb(new) - 'pledge' - 'reasons' || jsonb_build_object('on', control.today()));
  return null;
end $$;
create trigger journal after update of status on rights.restoration for each row
  when (old.status = 'PENDING' and new.status <> 'PENDING') execute function rights.note_restoration();

-- Texts of an application, and what they say of its subject.
create policy restorations on public_credit.text_whole for all to "$rights" using (place = 'RESTORATION') with check (place = 'RESTORATION');

grant usage on schema sanctions, non_public_credit to "$notifier";
grant select (edition, display_class, nature, occurred_on, basis_document, redaction) on public_credit.record to "$notifier";
grant select (personal, item, collector, occurred_on, displayed_until) on non_public_credit.record to "$notifier";
grant select (code, name, name_en) on sanctions.list to "$notifier";
grant select (list, edition, restoration_months) on sanctions.standard to "$notifier";
grant execute on function rights.restorable(uuid, uuid) to "$subject", "$rights", "$intake", "$designate";
grant execute on function rights.restored_from() to "$subject";
grant execute on function control.caller_subject() to "$notifier";
