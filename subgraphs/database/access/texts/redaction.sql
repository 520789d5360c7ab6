-- Texts that are made anew (Article 23): because more is known of their subject, or because the function has a newer version. "$redactor" owns what
-- changes them, because no other role may change the content of a stored version.

alter table public_credit.known_values enable row level security, force row level security;
create policy writers on public_credit.known_values for all to "$intake", "$designate", "$collect", "$due" using (true) with check (true);
create policy redactor on public_credit.known_values for all to "$redactor" using (true) with check (true);
create policy joiner on public_credit.known_values for all to "$joiner" using (true) with check (true);

alter table public_credit.record_form enable row level security, force row level security;
create policy own on public_credit.record_form for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy redactor on public_credit.record_form for all to "$redactor" using (true) with check (true);
create policy joiner on public_credit.record_form for all to "$joiner" using (true) with check (true);

alter table public_credit.text_whole enable row level security, force row level security;
create policy own on public_credit.text_whole for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy writers on public_credit.text_whole for all to "$intake", "$collect", "$amend" using (true) with check (true);
create policy listed on public_credit.text_whole for all to "$designate"
  using (place in ('DESIGNATION', 'INCENTIVE', 'REMOVAL', 'WAIVER', 'REEXAMINATION', 'ORGAN_NOTICE'))
  with check (place in ('DESIGNATION', 'INCENTIVE', 'REMOVAL', 'WAIVER', 'REEXAMINATION', 'ORGAN_NOTICE'));
create policy own_listed on public_credit.text_whole for select to "$subject" using (subject_id = (select control.caller_subject())
  and place in ('DESIGNATION', 'INCENTIVE', 'REMOVAL', 'WAIVER', 'REEXAMINATION', 'ORGAN_NOTICE'));
-- Objections to a designation and applications for restoration are decided under the same role (Articles 39 and 40).
create policy objected on public_credit.text_whole for all to "$designate"
  using (place in ('OBJECTION', 'NEW_FACTS', 'RESTORATION')) with check (place in ('OBJECTION', 'NEW_FACTS', 'RESTORATION'));
create policy joiner on public_credit.text_whole for all to "$joiner" using (true) with check (true);

create policy redactor on public_credit.subject for select to "$redactor" using (true);
create policy redactor on public_credit.statement_whole for select to "$redactor" using (true);
create policy redactor on public_credit.record for all to "$redactor" using (true) with check (true);
create policy redactor on public_credit.record_whole for all to "$redactor" using (true) with check (true);
create policy redactor on public_credit.pledge_check for all to "$redactor" using (true) with check (true);
create policy redactor on public_credit.correction for all to "$redactor" using (true) with check (true);
create policy redactor on ledger.report for all to "$redactor" using (true) with check (true);
create policy redactor on ledger.report_record for select to "$redactor" using (true);

-- Open forms of everything that holds texts about these subjects, versions that were replaced too: they stand in the database. `place` says what it is,
-- `elements` are those of the item's edition.
create function public_credit.texts_of(subjects uuid[]) returns table (place text, subject_id uuid, id uuid, version int, item text, type text,
    personal boolean, elements jsonb, content jsonb, sealed boolean, basis text, basis_is_sealed boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select 'RECORD', r.subject_id, r.id, r.version, r.item, r.type, r.personal, i.elements, r.content, w.id is not null,
      r.basis_document, w.basis_sealed is not null
    from unnest(subjects) as s (id) cross join lateral (select * from public_credit.record o where o.subject_id = s.id offset 0) r
      left join control.item i on i.code = r.item and i.edition = r.edition
      left join public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
    union all select o.*, null::text, false from public_credit.open_texts(subjects) o;
end $$;
alter function public_credit.texts_of(uuid[]) owner to "$redactor";

-- Everything that is known of a subject from its records, each version of each, open and sealed.
create function public_credit.rows_to_redact(subject uuid) returns table (id uuid, version int, current boolean, item text, type text,
    personal boolean, elements jsonb, content jsonb, sealed bytea, key_id text, identifier_type text, identifier text, stated_name text,
    stated_address text, stated_phone text, said bytea, said_key text, redaction int, basis text, basis_mark bytea, basis_sealed bytea,
    basis_key text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select r.id, r.version, r.current, r.item, r.type, r.personal, i.elements, r.content, w.sealed, w.key_id, s.identifier_type,
      s.identifier, r.stated_name, r.stated_address, r.stated_phone, h.sealed, h.key_id, r.redaction,
      r.basis_document, r.basis_mark, w.basis_sealed, w.basis_key
    from public_credit.record r join public_credit.subject s on s.id = r.subject_id
      left join control.item i on i.code = r.item and i.edition = r.edition
      left join public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
      left join public_credit.statement_whole h on h.subject_id = r.subject_id and h.record_id = r.id and h.version = r.version
    where r.subject_id = subject order by r.id, r.version;
end $$;
alter function public_credit.rows_to_redact(uuid) owner to "$redactor";

-- Stores forms that were made anew, each beside the one before, with from and until. It changes no version and tells no feed; triggers supersede the
-- reports that hold the form before.
-- forms: place, subject, id, version, redaction, content; what the version states, where that is masked anew; sealed and keyId, where the whole content
-- was not sealed yet, with personal and item; before and beforeKey, the form that it replaces, sealed; basis, basisMark, basisSealed and basisKey, what changes of the document that it rests on.
create function public_credit.keep_forms(forms jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  insert into public_credit.record_form (subject_id, id, version, from_at, until_at, redaction, content, sealed, key_id)
    select r.subject_id, r.id, r.version, coalesce(r.formed_at, r.received_at), control.moment(), r.redaction,
      case when f.before is null then r.content end, decode(f.before, 'hex'), f."beforeKey"
    from jsonb_to_recordset(forms) as f (subject uuid, id uuid, version int, content jsonb, before text, "beforeKey" text)
      join public_credit.record r on r.subject_id = f.subject and r.id = f.id and r.version = f.version
    where r.content <> f.content and coalesce(r.formed_at, r.received_at) < control.moment()
    on conflict do nothing;
  insert into public_credit.record_whole (subject_id, id, version, personal, item, sealed, key_id)
    select f.subject, f.id, f.version, f.personal, f.item, decode(f.sealed, 'hex'), f."keyId"
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, version int, personal boolean, item text, sealed text, "keyId" text)
    where f.place = 'RECORD' and f.sealed is not null on conflict do nothing;
  update public_credit.record_whole w set basis_sealed = decode(f."basisSealed", 'hex'), basis_key = f."basisKey"
    from jsonb_to_recordset(forms) as f (subject uuid, id uuid, version int, "basisSealed" text, "basisKey" text)
    where f."basisSealed" is not null and w.subject_id = f.subject and w.id = f.id and w.version = f.version;
  update public_credit.record r set content = f.content, redaction = f.redaction,
      formed_at = case when r.content <> f.content then control.moment() else r.formed_at end,
      stated_name = case when f.stated then f.name else r.stated_name end,
      stated_address = case when f.stated then f.address else r.stated_address end,
      stated_phone = case when f.stated then f.phone else r.stated_phone end,
      basis_document = coalesce(f.basis, r.basis_document), basis_mark = coalesce(decode(f."basisMark", 'hex'), r.basis_mark)
    from jsonb_to_recordset(forms) as f (subject uuid, id uuid, version int, content jsonb, redaction int, stated boolean, name text, address text,
      phone text, basis text, "basisMark" text)
    where r.subject_id = f.subject and r.id = f.id and r.version = f.version;
  perform public_credit.keep_open_texts(forms);
end $$;
alter function public_credit.keep_forms(jsonb) owner to "$redactor";

-- How many subjects are held in texts of which version.
create function public_credit.redaction_status() returns table (redaction int, subjects bigint) language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
  return query select k.redaction, count(*) from public_credit.known_values k group by k.redaction order by k.redaction;
end $$;
alter function public_credit.redaction_status() owner to "$redactor";

-- Withholds at once what a version made: readers replace it, and reports that hold it are superseded.
create function public_credit.declare_unsafe(unsafe int, reason text) returns void language plpgsql security definer
  set search_path = pg_catalog as $$ begin
  insert into control.unsafe_redaction (version, reason, declared_at) values (unsafe, reason, control.moment()) on conflict do nothing;
  update ledger.report p set superseded_at = control.moment() where p.superseded_at is null and p.role <> 'SUBJECT' and exists (
    select from ledger.report_record x join public_credit.record r on r.id = x.record_id and r.version = x.version
    where x.report_id = p.id and (r.redaction = unsafe
      or exists (select from public_credit.record_form f where f.subject_id = r.subject_id and f.id = r.id and f.version = r.version
        and f.redaction = unsafe))
    union all select from ledger.report_record x join sanctions.designation d on d.id = x.record_id
    where x.report_id = p.id and (d.redaction = unsafe
      or exists (select from public_credit.record_form f where f.subject_id = d.subject_id and f.id = d.id and f.redaction = unsafe))
    union all select from ledger.report_record x join rights.own_statement s on s.row_id = x.record_id
    where x.report_id = p.id and s.ended_at is null and s.redaction = unsafe);
end $$;
alter function public_credit.declare_unsafe(int, text) owner to "$redactor";

create trigger touched after insert or update or delete on control.unsafe_redaction for each statement execute function control.touch();

grant usage on schema control, public_credit, non_public_credit, sanctions, ledger to "$redactor";
grant select on control.unsafe_redaction
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control", "$due";
grant select, insert on control.unsafe_redaction to "$redactor";
grant select on control.item to "$redactor";
grant select, insert, update on public_credit.known_values to "$intake", "$designate", "$collect", "$due";
grant select, insert, update on public_credit.text_whole to "$intake", "$designate", "$collect", "$amend";
grant select on public_credit.text_whole to "$subject";
grant select, update (subject_id) on public_credit.text_whole to "$joiner";
grant select, insert, update, delete on public_credit.known_values to "$joiner";
grant select, update (subject_id) on public_credit.record_form to "$joiner";
grant select on public_credit.known_values to "$redactor";
grant select on public_credit.record_form to "$subject";
grant select, insert on public_credit.record_form to "$redactor";
grant select on public_credit.subject, public_credit.statement_whole to "$redactor";
grant select, update (content, redaction, formed_at, stated_name, stated_address, stated_phone, basis_document, basis_mark)
  on public_credit.record to "$redactor";
grant select, insert, update (basis_sealed, basis_key) on public_credit.record_whole to "$redactor";
grant select, update (matter, permit_document, reasons, basis_document, redaction) on public_credit.pledge_check to "$redactor";
grant select, update (reason) on public_credit.correction to "$redactor";
grant select, update (superseded_at) on ledger.report to "$redactor";
grant select on ledger.report_record to "$redactor";
grant execute on function control.moment() to "$redactor";
grant execute on function public_credit.texts_of(uuid[]), public_credit.keep_forms(jsonb) to "$rights", "$intake", "$designate", "$collect", "$due";
grant execute on function public_credit.rows_to_redact(uuid) to "$rights", "$intake", "$designate", "$collect", "$due";
grant execute on function public_credit.redaction_status() to "$due";
grant execute on function public_credit.declare_unsafe(int, text) to "$due";
