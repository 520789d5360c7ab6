-- Subjects that turned out to be one (Article 19). "$joiner" owns what joins them, because no other role may move rows from one subject to another.

alter table public_credit.subject_alias enable row level security, force row level security;
create policy own on public_credit.subject_alias for select to "$subject" using (subject_id = (select control.caller_subject()));
-- They read every entry of the ledger, and an entry is about whom its alias stands for.
create policy overseers on public_credit.subject_alias for select to "$operator", "$authority" using (true);
create policy notifier on public_credit.subject_alias for select to "$notifier" using (true);
create policy joiner on public_credit.subject_alias for all to "$joiner" using (true) with check (true);

create policy joiner on control.authorization_grant for all to "$joiner" using (true) with check (true);
create policy joiner on control.clock for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.subject for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.statement_whole for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.record for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.record_whole for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.display_event for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.correction for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.pledge_check for all to "$joiner" using (true) with check (true);
create policy joiner on public_credit.pledge_choice for all to "$joiner" using (true) with check (true);
create policy joiner on non_public_credit.record for all to "$joiner" using (true) with check (true);
create policy joiner on non_public_credit.record_whole for all to "$joiner" using (true) with check (true);
create policy joiner on sanctions.designation for all to "$joiner" using (true) with check (true);
create policy joiner on sanctions.decision for all to "$joiner" using (true) with check (true);
create policy joiner on sanctions.incentive for all to "$joiner" using (true) with check (true);
create policy joiner on sanctions.removal for all to "$joiner" using (true) with check (true);
create policy joiner on sanctions.waiver for all to "$joiner" using (true) with check (true);
create policy joiner on sanctions.reexamination for all to "$joiner" using (true) with check (true);
create policy joiner on sanctions.organ_notice for all to "$joiner" using (true) with check (true);
create policy joiner on ledger.change for all to "$joiner" using (true) with check (true);
create policy joiner on ledger.watch for all to "$joiner" using (true) with check (true);
create policy joiner on ledger.report for all to "$joiner" using (true) with check (true);
create policy joiner on ledger.report_record for select to "$joiner" using (true);

-- What may be held under a number that another subject has: a citizen number as a credit code, and every document, sealed, with one of what was said of
-- it. The caller, who has the keys, tells which of them are.
create function public_credit.second_subjects() returns table (id uuid, identifier_type text, identifier text, sealed bytea, key_id text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select s.id, s.identifier_type, s.identifier, w.sealed, w.key_id
    from public_credit.subject s left join lateral (select h.sealed, h.key_id from public_credit.statement_whole h
      where h.subject_id = s.id order by h.record_id, h.version limit 1) w on true
    where s.identifier_type = 'USCC' and s.identifier ~ '^[1-8][0-9]{5}(18|19|20)[0-9]{9}[0-9X]$'
      or s.identifier_type = 'OTHER_DOCUMENT'
    order by s.id;
end $$;
alter function public_credit.second_subjects() owner to "$joiner";

-- Every row that says something of a second subject, with what it says, open and sealed. The rows of what was held as a company are open, and are
-- masked before they are a person's; what is sealed is bound to the subject's id.
create function public_credit.rows_of_second(second uuid) returns table (id uuid, version int, item text, edition text, personal boolean,
    content jsonb, sealed bytea, key_id text, stated_name text, stated_address text, stated_phone text, said bytea, said_key text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  if not exists (select from public_credit.second_subjects() s where s.id = second) then return; end if;
  return query select r.id, r.version, r.item, r.edition, r.personal, r.content, w.sealed, w.key_id, r.stated_name, r.stated_address,
      r.stated_phone, h.sealed, h.key_id
    from public_credit.record r
      left join public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
      left join public_credit.statement_whole h on h.subject_id = r.subject_id and h.record_id = r.id and h.version = r.version
    where r.subject_id = second
    union all select l.id, 1, l.item, null, l.personal, null, null, null, l.stated_name, null, null, h.sealed, h.key_id
    from (select d.id, d.item, d.personal, d.stated_name from sanctions.designation d where d.subject_id = second
        union all select i.id, i.item, i.personal, i.stated_name from sanctions.incentive i where i.subject_id = second) l
      left join public_credit.statement_whole h on h.subject_id = second and h.record_id = l.id and h.version = 1
    order by 1, 2;
end $$;
alter function public_credit.rows_of_second(uuid) owner to "$joiner";

-- Moves what is held under an alias to the subject, in one transaction, and tells whoever was shown it (Article 39). Entries of the ledger, counts of
-- quotas and answers of cases stay as they were written. False where it was joined before.
-- joined: alias, subject, reason, sealed, keyId; type and identifier, the masked number; contents, versions in their masked form, and statements, what their
-- rows say in its open form, both of what was held as a company; wholes, what is said, sealed for the subject.
create function public_credit.join_subject(joined jsonb) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
  declare
    alias constant uuid := (joined->>'alias')::uuid;
    target constant uuid := (joined->>'subject')::uuid;
    twins uuid[];
    told jsonb;
  begin
    perform pg_advisory_xact_lock(hashtext('credit-gateway corrections'));
    -- What moves is not withdrawn: nothing of it is a message for the subject (rights/told.sql).
    perform set_config('credit.joining', 'yes', true);
    -- What is taken away here stands under the subject.
    perform set_config('credit.fell', 'REPLACED', true);
    if not exists (select from public_credit.second_subjects() s where s.id = alias) then return false; end if;
    insert into public_credit.subject_alias (alias_id, subject_id, reason, joined_at, sealed, key_id)
      values (alias, target, joined->>'reason', control.moment(), decode(joined->>'sealed', 'hex'), joined->>'keyId')
      -- Code of before may have stored under the alias again while it was stopped.
      on conflict (alias_id) do nothing;
    insert into public_credit.subject (id, kind, personal, identifier_type, identifier, held_since)
      select target, 'NATURAL_PERSON', true, joined->>'type', joined->>'identifier', s.held_since from public_credit.subject s where s.id = alias
      on conflict (id) do nothing;
    delete from public_credit.statement_whole where subject_id = alias;
    insert into public_credit.statement_whole (subject_id, record_id, version, item, sealed, key_id)
      select target, w.id, w.version, w.item, decode(w.sealed, 'hex'), w."keyId"
      from jsonb_to_recordset(joined->'wholes') as w (id uuid, version int, item text, sealed text, "keyId" text);

    -- A company's record is masked as a person's is.
    update public_credit.record r set personal = true, content = m.content
      from jsonb_to_recordset(joined->'contents') as m (id uuid, version int, content jsonb)
      where r.subject_id = alias and r.id = m.id and r.version = m.version;
    update public_credit.record r set stated_name = m.stated_name, stated_address = m.stated_address, stated_phone = m.stated_phone
      from jsonb_to_recordset(joined->'statements') as m (id uuid, version int, stated_name text, stated_address text, stated_phone text)
      where r.subject_id = alias and r.id = m.id and r.version = m.version;
    update sanctions.designation d set stated_name = m.stated_name
      from jsonb_to_recordset(joined->'statements') as m (id uuid, stated_name text) where d.subject_id = alias and d.id = m.id;
    update sanctions.incentive i set stated_name = m.stated_name
      from jsonb_to_recordset(joined->'statements') as m (id uuid, stated_name text) where i.subject_id = alias and i.id = m.id;
    insert into public_credit.record_whole (subject_id, id, version, personal, item, sealed, key_id)
      select alias, m.id, m.version, true, m.item, decode(m.sealed, 'hex'), m."keyId"
      from jsonb_to_recordset(joined->'contents') as m (id uuid, version int, item text, sealed text, "keyId" text)
      on conflict (subject_id, id, version) do update set personal = true, sealed = excluded.sealed, key_id = excluded.key_id;

    -- A decision that was delivered under both numbers is one: the subject's stays, the alias's is history.
    twins := array(select r.id from public_credit.record r where r.subject_id = alias and r.current
      and exists (select from public_credit.record k where k.subject_id = target and k.current and k.natural_key = r.natural_key));
    update sanctions.designation l set on_account_subject = target, on_account_of = k.id
      from sanctions.designation d join sanctions.designation k on k.subject_id = target and k.list = d.list
        and coalesce(encode(k.basis_mark, 'hex'), k.basis_document) = coalesce(encode(d.basis_mark, 'hex'), d.basis_document)
        and k.display = 'DISPLAYED' and k.on_account_of is null
      where d.subject_id = alias and d.display = 'DISPLAYED' and d.on_account_of is null and l.on_account_of = d.id
        and not exists (select from sanctions.designation o where o.subject_id = l.subject_id and o.on_account_of = k.id);
    update sanctions.designation d set display = 'ARCHIVED' where d.subject_id = alias and d.display = 'DISPLAYED' and d.on_account_of is null
      and exists (select from sanctions.designation k where k.subject_id = target and k.list = d.list
        and coalesce(encode(k.basis_mark, 'hex'), k.basis_document) = coalesce(encode(d.basis_mark, 'hex'), d.basis_document)
        and k.display = 'DISPLAYED' and k.on_account_of is null);

    -- A person whom one decision on account of another subject names under both numbers is named once. Of two such the one that is displayed refers
    -- to the other subject's.
    update sanctions.designation k set on_account_of = null from sanctions.designation d where d.subject_id = alias and d.display = 'DISPLAYED'
      and k.subject_id = target and k.display <> 'DISPLAYED' and k.on_account_of = d.on_account_of;
    update sanctions.designation d set display = 'ARCHIVED', on_account_of = null from sanctions.designation k
      where d.subject_id = alias and k.subject_id = target and k.on_account_of = d.on_account_of;

    select jsonb_agg(jsonb_build_object('kind', case when r.id = any (twins) then 'WITHDRAWN' else 'CORRECTED' end, 'subject_id', target,
        'item', r.item, 'record_id', r.id, 'version', r.version)) into told
      from (select id, version, item from public_credit.record where subject_id = alias and current and display = 'DISPLAYED'
        union all select id, version, item from non_public_credit.record where subject_id = alias and current and display = 'DISPLAYED'
        union all select id, 1, item from sanctions.designation where subject_id = alias and display = 'DISPLAYED'
        union all select id, 1, item from sanctions.incentive where subject_id = alias and display = 'DISPLAYED') r;
    update ledger.report p set superseded_at = control.moment() where p.superseded_at is null and p.id in (
      select x.report_id from ledger.report_record x join jsonb_to_recordset(told) as t (record_id uuid) on t.record_id = x.record_id);

    -- What it had hidden under the alias stays hidden.
    update public_credit.record k set display = 'HIDDEN' from public_credit.record r where r.subject_id = alias and r.id = any (twins)
      and r.current and r.display = 'HIDDEN' and k.subject_id = target and k.current and k.natural_key = r.natural_key
      and k.display = 'DISPLAYED' and k.nature = 'TRUSTWORTHY';
    update public_credit.record set current = false where subject_id = alias and id = any (twins);
    update public_credit.record set subject_id = target, personal = true where subject_id = alias;
    update public_credit.record_whole set subject_id = target, personal = true where subject_id = alias;
    update public_credit.record_form set subject_id = target where subject_id = alias;
    update public_credit.text_whole set subject_id = target where subject_id = alias;
    delete from public_credit.known_values where subject_id = alias;
    update public_credit.display_event set subject_id = target where subject_id = alias;
    update public_credit.correction set subject_id = target where subject_id = alias;
    update public_credit.pledge_check set subject_id = target where subject_id = alias;
    update non_public_credit.record set subject_id = target, personal = true where subject_id = alias;
    update non_public_credit.record_whole set subject_id = target where subject_id = alias;
    update sanctions.designation set subject_id = target, personal = true where subject_id = alias;
    update sanctions.designation set on_account_subject = target where on_account_subject = alias;
    update sanctions.decision set subject_id = target where subject_id = alias;
    update sanctions.incentive set subject_id = target, personal = true where subject_id = alias;
    update sanctions.removal set subject_id = target where subject_id = alias;
    -- What the subject has already, word for word or pending, stays behind under the alias.
    update sanctions.waiver w set subject_id = target where subject_id = alias and not exists (select from sanctions.waiver k
      where k.subject_id = target and k.unit = w.unit
        and coalesce(encode(k.basis_mark, 'hex'), k.basis_document) = coalesce(encode(w.basis_mark, 'hex'), w.basis_document));
    update sanctions.reexamination set subject_id = target where subject_id = alias;
    update sanctions.organ_notice set subject_id = target where subject_id = alias;
    update control.authorization_grant set subject_id = target where subject_id = alias;
    update control.clock set subject_id = target where subject_id = alias;
    update ledger.change set subject_id = target where subject_id = alias;
    update rights.objection set subject_id = target where subject_id = alias;
    update rights.restoration set subject_id = target, personal = true where subject_id = alias;
    update rights.evidence set subject_id = target where subject_id = alias;
    update rights.own_statement set subject_id = target, personal = true where subject_id = alias;
    update rights.verification set subject_id = target where subject_id = alias;
    update rights.complaint set subject_id = target where subject_id = alias;
    update rights.message set subject_id = target where subject_id = alias;
    delete from rights.told_use u where u.subject_id = alias and exists (select from rights.told_use k
      where k.subject_id = target and k.unit = u.unit and k.purpose = u.purpose);
    update rights.told_use set subject_id = target where subject_id = alias;
    -- The channel that the subject chose stays. One of the alias is its own too.
    delete from rights.channel where subject_id = alias and exists (select from rights.channel k where k.subject_id = target);
    update rights.channel set subject_id = target where subject_id = alias;
    update rights.fallen set subject_id = target where subject_id = alias;
    update rights.held set subject_id = target where subject_id = alias;
    update rights.hiding set subject_id = target where subject_id = alias;
    -- One lock is open, whichever of both it had.
    delete from rights.sharing_lock l using rights.sharing_lock k where l.subject_id = alias and k.subject_id = target and k.id = l.id;
    update rights.sharing_lock l set unlocked_at = control.moment() where l.subject_id = alias and l.unlocked_at is null
      and exists (select from rights.sharing_lock k where k.subject_id = target and k.unlocked_at is null);
    update rights.sharing_lock set subject_id = target where subject_id = alias;
    update rights.registration set subject_id = target where subject_id = alias;
    update rights.registration set representative_id = target where representative_id = alias;
    update rights.mandate set principal_id = target where principal_id = alias;
    update rights.mandate set agent_id = target where agent_id = alias;
    update ledger.report set subject_id = target, personal = true where subject_id = alias;
    -- The later choice holds, and a watch that either has.
    delete from public_credit.pledge_choice c using public_credit.pledge_choice k
      where c.subject_id in (alias, target) and k.subject_id in (alias, target) and c.subject_id <> k.subject_id
        and (c.chosen_at, c.subject_id) < (k.chosen_at, k.subject_id);
    update public_credit.pledge_choice set subject_id = target where subject_id = alias;
    update ledger.watch k set ended_at = null from ledger.watch w where w.subject_id = alias and w.ended_at is null
      and k.subject_id = target and k.unit = w.unit and k.purpose = w.purpose;
    delete from ledger.watch w where w.subject_id = alias and exists (select from ledger.watch k
      where k.subject_id = target and k.unit = w.unit and k.purpose = w.purpose);
    update ledger.watch set subject_id = target, personal = true where subject_id = alias;

    delete from public_credit.subject where id = alias;
    perform ledger.tell(told);
    return true;
  end $$;
alter function public_credit.join_subject(jsonb) owner to "$joiner";

grant usage on schema control, public_credit, non_public_credit, sanctions, ledger to "$joiner";
grant select on public_credit.subject_alias to "$subject", "$operator", "$authority", "$notifier";
grant select, insert on public_credit.subject_alias to "$joiner";
grant select, insert, delete on public_credit.subject, public_credit.statement_whole to "$joiner";
grant select, update (subject_id, personal, content, current, display, stated_name, stated_address, stated_phone) on public_credit.record to "$joiner";
grant select, insert, update (subject_id, personal, sealed, key_id) on public_credit.record_whole to "$joiner";
grant select, update (subject_id) on public_credit.display_event, public_credit.correction, public_credit.pledge_check to "$joiner";
grant select, update (subject_id), delete on public_credit.pledge_choice to "$joiner";
grant select, update (subject_id, personal) on non_public_credit.record to "$joiner";
grant select, update (subject_id) on non_public_credit.record_whole to "$joiner";
grant select, update (subject_id, personal, stated_name, display, on_account_subject, on_account_of) on sanctions.designation to "$joiner";
grant select, update (subject_id, personal, stated_name) on sanctions.incentive to "$joiner";
grant select, update (subject_id) on sanctions.decision, sanctions.removal, sanctions.waiver, sanctions.reexamination, sanctions.organ_notice
  to "$joiner";
grant select, update (subject_id) on control.authorization_grant, control.clock, ledger.change to "$joiner";
grant select, update (subject_id, personal, ended_at), delete on ledger.watch to "$joiner";
grant select, update (subject_id, personal, superseded_at) on ledger.report to "$joiner";
grant select on ledger.report_record to "$joiner";
grant execute on function control.moment(), ledger.tell(jsonb) to "$joiner";
grant execute on function public_credit.second_subjects(), public_credit.rows_of_second(uuid), public_credit.join_subject(jsonb) to "$due";
