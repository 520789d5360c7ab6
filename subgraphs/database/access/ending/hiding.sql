-- Hiding (Article 37 §1): a subject alone lets information on its trustworthiness be displayed or not. The row policies let nothing else through: its own rows,
-- of that nature, which have not ended, from the one display to the other and back.

alter table rights.hiding enable row level security, force row level security;
create policy own on rights.hiding for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy notifier on rights.hiding for all to "$notifier" using (true) with check (true);
create policy joiner on rights.hiding for all to "$joiner" using (true) with check (true);
create policy backup on rights.hiding for select to "$backup" using (true);
grant select on rights.hiding to "$subject", "$backup";
grant select, insert, update (shown_at) on rights.hiding to "$notifier";
grant select, update (subject_id) on rights.hiding to "$joiner";

-- Character of what is held under an item, by the newest edition that has begun: records of collectors do not say their own.
create function rights.nature_of(item text) returns text language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return (select i.nature from control.item i where i.code = nature_of.item and i.published_on <= control.today()
    and i.effective_from <= control.today() order by i.effective_from desc, i.edition desc limit 1);
end $$;
grant execute on function rights.nature_of(text) to "$rights";

create policy hides on public_credit.record for update to "$rights"
  using (subject_id = (select control.caller_subject()) and current and nature = 'TRUSTWORTHY' and display in ('DISPLAYED', 'HIDDEN')
    and (displayed_until is null or displayed_until >= (select control.today())))
  with check (subject_id = (select control.caller_subject()) and current and nature = 'TRUSTWORTHY' and display in ('DISPLAYED', 'HIDDEN'));
create policy hides on sanctions.incentive for update to "$rights"
  using (subject_id = (select control.caller_subject()) and display in ('DISPLAYED', 'HIDDEN')
    and (displayed_until is null or displayed_until >= (select control.today())))
  with check (subject_id = (select control.caller_subject()) and display in ('DISPLAYED', 'HIDDEN'));
create policy hides on non_public_credit.record for update to "$rights"
  using (subject_id = (select control.caller_subject()) and current and rights.nature_of(item) = 'TRUSTWORTHY' and display in ('DISPLAYED', 'HIDDEN')
    and (displayed_until is null or displayed_until >= (select control.today())))
  with check (subject_id = (select control.caller_subject()) and current and rights.nature_of(item) = 'TRUSTWORTHY' and display in ('DISPLAYED', 'HIDDEN'));
grant select (nature) on public_credit.record to "$rights";
grant update (display) on public_credit.record, non_public_credit.record, sanctions.incentive to "$rights";
create policy hides on public_credit.display_event for insert to "$rights"
  with check (subject_id = (select control.caller_subject()) and display in ('DISPLAYED', 'HIDDEN') and change in ('DISPLAYED', 'HIDDEN'));
grant insert on public_credit.display_event to "$rights";

-- When, however it comes about; and what is shown again is new to whoever watches the subject (Article 6).
create function rights.note_hiding() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  declare
    place constant text := tg_table_schema || '.' || tg_table_name;
  begin
    if new.display = 'HIDDEN' then
      insert into rights.hiding (subject_id, id, held_in, row_id, hidden_at)
        values (new.subject_id, gen_random_uuid(), place, new.id, control.moment());
    else
      update rights.hiding h set shown_at = control.moment() where h.row_id = new.id and h.shown_at is null;
      perform ledger.tell(jsonb_build_array(jsonb_build_object('kind', case when place = 'sanctions.incentive' then 'DESIGNATED' else 'ADDED' end,
        'subject_id', new.subject_id, 'item', new.item, 'record_id', new.id, 'version', coalesce((to_jsonb(new) ->> 'version')::int, 1))));
    end if;
    return null;
  end $$;
alter function rights.note_hiding() owner to "$notifier";
create trigger hidden after update of display on public_credit.record for each row
  when (new.current and (old.display = 'DISPLAYED' and new.display = 'HIDDEN' or old.display = 'HIDDEN' and new.display = 'DISPLAYED'))
  execute function rights.note_hiding();
create trigger hidden after update of display on non_public_credit.record for each row
  when (new.current and (old.display = 'DISPLAYED' and new.display = 'HIDDEN' or old.display = 'HIDDEN' and new.display = 'DISPLAYED'))
  execute function rights.note_hiding();
create trigger hidden after update of display on sanctions.incentive for each row
  when (old.display = 'DISPLAYED' and new.display = 'HIDDEN' or old.display = 'HIDDEN' and new.display = 'DISPLAYED')
  execute function rights.note_hiding();

-- A version that comes in while its record is being hidden, or shown, is displayed as the one before it. What does not speak for its subject any more is displayed.
create function rights.stays_hidden() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if to_jsonb(new) ->> 'nature' = 'UNTRUSTWORTHY' then
    if new.display = 'HIDDEN' then new.display := 'DISPLAYED'; end if;
  elsif tg_table_schema = 'public_credit' then
    if new.display <> 'ARCHIVED' then
      new.display := coalesce((select r.display from public_credit.record r where r.subject_id = new.subject_id and r.id = new.id
        and r.version < new.version and r.display <> 'ARCHIVED' order by r.version desc limit 1), new.display);
    end if;
  elsif new.display <> 'ARCHIVED' then
    new.display := coalesce((select r.display from non_public_credit.record r where r.subject_id = new.subject_id and r.id = new.id
      and r.version < new.version and r.display <> 'ARCHIVED' order by r.version desc limit 1), new.display);
  end if;
  return new;
end $$;
alter function rights.stays_hidden() owner to "$notifier";
-- Of a table in parts a row that changes its subject comes in anew where it belongs: it is no new version.
create trigger stays_hidden before insert on public_credit.record for each row
  when (new.version > 1 and current_user <> (parse_ident('"$joiner"'))[1]) execute function rights.stays_hidden();
create trigger stays_hidden before insert on non_public_credit.record for each row when (new.version > 1) execute function rights.stays_hidden();
