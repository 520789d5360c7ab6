-- Texts beside those of records (Article 23): of pledges under verification, the documents that designations rest on, outcomes that were reported of listed organs, what collectors
-- keep. And what decisions say, which lay here in plain before it was sealed.

create policy redactor on public_credit.text_whole for all to "$redactor" using (true) with check (true);
create policy redactor on sanctions.designation for all to "$redactor" using (true) with check (true);
create policy redactor on sanctions.decision for all to "$redactor" using (true) with check (true);
create policy redactor on sanctions.incentive for all to "$redactor" using (true) with check (true);
create policy redactor on sanctions.removal for all to "$redactor" using (true) with check (true);
create policy redactor on sanctions.waiver for all to "$redactor" using (true) with check (true);
create policy redactor on sanctions.reexamination for all to "$redactor" using (true) with check (true);
create policy redactor on sanctions.organ_notice for all to "$redactor" using (true) with check (true);
create policy redactor on non_public_credit.record for all to "$redactor" using (true) with check (true);
create policy redactor on non_public_credit.record_whole for all to "$redactor" using (true) with check (true);

-- Their open forms, as public_credit.texts_of gives those of records.
create function public_credit.open_texts(subjects uuid[]) returns table (place text, subject_id uuid, id uuid, version int, item text, type text,
    personal boolean, elements jsonb, content jsonb, sealed boolean)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select 'DESIGNATION', d.subject_id, d.id, 1, d.item, null::text, d.personal, null::jsonb,
      jsonb_build_object('basisDocument', d.basis_document), exists (select from public_credit.text_whole w
        where w.subject_id = d.subject_id and w.place = 'DESIGNATION' and w.id = d.id)
    from unnest(subjects) as s (id) cross join lateral (select * from sanctions.designation o where o.subject_id = s.id offset 0) d
    union all select 'ORGAN_NOTICE', o.subject_id, o.id, 1, null, null, false, null, jsonb_build_object('outcome', o.outcome),
      exists (select from public_credit.text_whole w where w.subject_id = o.subject_id and w.place = 'ORGAN_NOTICE' and w.id = o.id)
    from unnest(subjects) as s (id) cross join lateral (select * from sanctions.organ_notice o where o.subject_id = s.id
      and o.outcome is not null offset 0) o
    union all select 'PLEDGE_CHECK', c.subject_id, c.record_id, 1, c.item, null, false, null, jsonb_strip_nulls(jsonb_build_object(
        'matter', c.matter, 'permitDocument', c.permit_document, 'reasons', c.reasons, 'basisDocument', c.basis_document)),
      exists (select from public_credit.text_whole w where w.subject_id = c.subject_id and w.place = 'PLEDGE_CHECK' and w.id = c.record_id)
    from unnest(subjects) as s (id) cross join lateral (select * from public_credit.pledge_check o where o.subject_id = s.id offset 0) c
    union all select 'NON_PUBLIC', r.subject_id, r.id, r.version, r.item, null, r.personal, null, jsonb_build_object('content', r.content),
      exists (select from non_public_credit.record_whole w where w.subject_id = r.subject_id and w.id = r.id and w.version = r.version)
    from unnest(subjects) as s (id) cross join lateral (select * from non_public_credit.record o where o.subject_id = s.id and o.current
      and o.content is not null offset 0) r
    union all select 'OBJECTION', b.subject_id, b.id, 1, null, null, false, null, jsonb_strip_nulls(jsonb_build_object('reasons', b.reasons,
        'decision', b.decision)),
      exists (select from public_credit.text_whole w where w.subject_id = b.subject_id and w.place = 'OBJECTION' and w.id = b.id)
    from unnest(subjects) as s (id) cross join lateral (select * from rights.objection o where o.subject_id = s.id offset 0) b
    union all select 'VERIFICATION', v.subject_id, v.id, 1, null, null, false, null, jsonb_strip_nulls(jsonb_build_object('question', v.question,
        'answer', v.answer)),
      exists (select from public_credit.text_whole w where w.subject_id = v.subject_id and w.place = 'VERIFICATION' and w.id = v.id)
    from unnest(subjects) as s (id) cross join lateral (select * from rights.verification o where o.subject_id = s.id offset 0) v
    union all select 'RESTORATION', a.subject_id, a.id, 1, null, null, false, null, jsonb_strip_nulls(jsonb_build_object('pledge', a.pledge,
        'reasons', a.reasons)),
      exists (select from public_credit.text_whole w where w.subject_id = a.subject_id and w.place = 'RESTORATION' and w.id = a.id)
    from unnest(subjects) as s (id) cross join lateral (select * from rights.restoration o where o.subject_id = s.id offset 0) a
    union all select 'OWN_STATEMENT', t.subject_id, t.id, 1, t.item, null, t.personal, null, jsonb_build_object('statement', t.text), true
    from unnest(subjects) as s (id) cross join lateral (select * from rights.own_statement o where o.subject_id = s.id offset 0) t
    union all select 'COMPLAINT', p.subject_id, p.id, 1, null, null, false, null, jsonb_strip_nulls(jsonb_build_object('text', p.complaint,
        'answer', p.answer)), true
    from unnest(subjects) as s (id) cross join lateral (select * from rights.complaint o where o.subject_id = s.id offset 0) p;
end $$;
alter function public_credit.open_texts(uuid[]) owner to "$redactor";

-- The same of one subject with what they say whole, and what lists and decisions say of it that is open to nobody: its open form is null.
create function public_credit.texts_to_redact(subject uuid) returns table (place text, id uuid, version int, content jsonb, sealed bytea, key_id text,
    identifier_type text, identifier text, personal boolean, stated_name text, said bytea, said_key text)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select t.place, t.id, t.version, t.content, coalesce(w.sealed, n.sealed), coalesce(w.key_id, n.key_id),
      s.identifier_type, s.identifier, t.personal, d.stated_name, h.sealed, h.key_id
    from public_credit.open_texts(array[subject]) t
      left join public_credit.text_whole w on w.subject_id = subject and w.place = t.place and w.id = t.id
      left join non_public_credit.record_whole n on t.place = 'NON_PUBLIC' and n.subject_id = subject and n.id = t.id and n.version = t.version
      left join sanctions.designation d on t.place = 'DESIGNATION' and d.subject_id = subject and d.id = t.id
      left join public_credit.subject s on s.id = subject
      left join public_credit.statement_whole h on h.subject_id = subject and h.record_id = t.id and h.version = 1
    union all select 'INCENTIVE', i.id, 1, null, w.sealed, w.key_id, s.identifier_type, s.identifier, i.personal, i.stated_name, h.sealed, h.key_id
    from sanctions.incentive i left join public_credit.text_whole w on w.subject_id = subject and w.place = 'INCENTIVE' and w.id = i.id
      left join public_credit.subject s on s.id = subject
      left join public_credit.statement_whole h on h.subject_id = subject and h.record_id = i.id and h.version = 1
    where i.subject_id = subject
    union all select w.place, w.id, 1, null, w.sealed, w.key_id, null, null, false, null, null, null from public_credit.text_whole w
    where w.subject_id = subject and w.place not in ('DESIGNATION', 'INCENTIVE', 'ORGAN_NOTICE', 'PLEDGE_CHECK', 'OBJECTION', 'VERIFICATION', 'RESTORATION',
      'OWN_STATEMENT', 'COMPLAINT');
end $$;
alter function public_credit.texts_to_redact(uuid) owner to "$redactor";

-- Stores forms of them that were made anew, as public_credit.keep_forms does those of records. What left before is kept where a disclosure names the
-- row. sealed: the whole text, where it was not sealed yet.
create function public_credit.keep_open_texts(forms jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  insert into public_credit.record_form (subject_id, id, version, from_at, until_at, redaction, content, sealed, key_id)
    select * from (
      select d.subject_id, d.id, 1, coalesce(d.formed_at, d.designated_on::timestamp at time zone 'Asia/Shanghai') as from_at, control.moment(),
        d.redaction, case when f.before is null then jsonb_build_object('basisDocument', d.basis_document) end, decode(f.before, 'hex'),
        f."beforeKey"
      from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, content jsonb, before text, "beforeKey" text)
        join sanctions.designation d on f.place = 'DESIGNATION' and d.subject_id = f.subject and d.id = f.id
      where d.basis_document <> f.content->>'basisDocument'
      union all select r.subject_id, r.id, r.version, coalesce(r.formed_at, r.received_at), control.moment(), r.redaction,
        case when f.before is null then jsonb_build_object('content', r.content) end, decode(f.before, 'hex'), f."beforeKey"
      from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, version int, content jsonb, before text, "beforeKey" text)
        join non_public_credit.record r on f.place = 'NON_PUBLIC' and r.subject_id = f.subject and r.id = f.id and r.version = f.version
      where r.content <> f.content->>'content') before
    where before.from_at < control.moment()
    on conflict do nothing;
  insert into public_credit.text_whole (subject_id, place, id, sealed, key_id)
    select f.subject, f.place, f.id, decode(f.sealed, 'hex'), f."keyId"
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, sealed text, "keyId" text)
    where f.place in ('DESIGNATION', 'ORGAN_NOTICE', 'PLEDGE_CHECK', 'OBJECTION', 'VERIFICATION', 'RESTORATION') and f.sealed is not null on conflict do nothing;
  insert into non_public_credit.record_whole (subject_id, id, version, sealed, key_id)
    select f.subject, f.id, f.version, decode(f.sealed, 'hex'), f."keyId"
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, version int, sealed text, "keyId" text)
    where f.place = 'NON_PUBLIC' and f.sealed is not null on conflict do nothing;
  update sanctions.designation d set basis_document = f.content->>'basisDocument', redaction = f.redaction,
      formed_at = case when d.basis_document <> f.content->>'basisDocument' then control.moment() else d.formed_at end
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'DESIGNATION' and d.subject_id = f.subject and d.id = f.id;
  update sanctions.organ_notice o set outcome = f.content->>'outcome', redaction = f.redaction
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'ORGAN_NOTICE' and o.subject_id = f.subject and o.id = f.id;
  update public_credit.pledge_check c set matter = f.content->>'matter', permit_document = f.content->>'permitDocument',
      reasons = f.content->>'reasons', basis_document = f.content->>'basisDocument', redaction = f.redaction
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'PLEDGE_CHECK' and c.subject_id = f.subject and c.record_id = f.id;
  update rights.objection o set reasons = f.content->>'reasons', decision = f.content->>'decision', redaction = f.redaction
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'OBJECTION' and o.subject_id = f.subject and o.id = f.id;
  update rights.restoration a set pledge = f.content->>'pledge', reasons = f.content->>'reasons', redaction = f.redaction
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'RESTORATION' and a.subject_id = f.subject and a.id = f.id;
  update rights.verification v set question = f.content->>'question', answer = f.content->>'answer', redaction = f.redaction
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'VERIFICATION' and v.subject_id = f.subject and v.id = f.id;
  update non_public_credit.record r set content = f.content->>'content', redaction = f.redaction,
      formed_at = case when r.content <> f.content->>'content' then control.moment() else r.formed_at end
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, version int, redaction int, content jsonb)
    where f.place = 'NON_PUBLIC' and r.subject_id = f.subject and r.id = f.id and r.version = f.version;
  update rights.own_statement t set text = f.content->>'statement', redaction = f.redaction,
      masked = t.masked or t.text <> f.content->>'statement'
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'OWN_STATEMENT' and t.subject_id = f.subject and t.id = f.id;
  update rights.complaint p set complaint = f.content->>'text', answer = f.content->>'answer', redaction = f.redaction
    from jsonb_to_recordset(forms) as f (place text, subject uuid, id uuid, redaction int, content jsonb)
    where f.place = 'COMPLAINT' and p.subject_id = f.subject and p.id = f.id;
end $$;
alter function public_credit.keep_open_texts(jsonb) owner to "$redactor";

-- What of decisions still lies in plain, behind a row, in the order of the ids: from before it was sealed. `sealed`: what was sealed of the row already.
create function sanctions.plain_texts(behind uuid, behind_place text, at_most int) returns table (place text, subject_id uuid, id uuid, texts jsonb, sealed bytea,
    key_id text) language plpgsql stable security definer set search_path = pg_catalog as $$ begin
  return query select p.place, p.subject_id, p.id, p.texts, w.sealed, w.key_id from (
      select 'DESIGNATION' as place, d.subject_id, d.id, jsonb_build_object('basisDocument', d.basis_document, 'decisionNumber', e.decision_number,
        'reasons', e.reasons, 'removalConditions', e.removal_conditions, 'remedies', e.remedies, 'evidence', e.evidence) as texts
      from sanctions.designation d left join sanctions.decision e on e.subject_id = d.subject_id and e.designation_id = d.id
      where d.basis_mark is null
      union all select 'INCENTIVE', i.subject_id, i.id, jsonb_build_object('decisionNumber', i.decision_number, 'basisDocument', i.basis_document)
      from sanctions.incentive i where i.decision_number is not null or i.basis_document is not null
      union all select 'REMOVAL', r.subject_id, r.designation_id, jsonb_build_object('reason', r.reason)
      from sanctions.removal r where r.reason is not null
      union all select 'WAIVER', v.subject_id, v.id, jsonb_build_object('basisDocument', v.basis_document, 'conduct', v.conduct, 'warning', v.warning)
      from sanctions.waiver v where v.basis_mark is null
      union all select 'REEXAMINATION', x.subject_id, x.id, jsonb_build_object('reasons', x.reasons, 'decision', x.decision)
      from sanctions.reexamination x where x.reasons is not null or x.decision is not null
      union all select 'CORRECTION', c.subject_id, c.id, jsonb_build_object('reason', c.reason)
      from public_credit.correction c where c.reason is not null
      union all select 'ORGAN_NOTICE', o.subject_id, o.id, jsonb_build_object('outcome', o.outcome)
      from sanctions.organ_notice o where o.outcome is not null and not exists (select from public_credit.text_whole h
        where h.subject_id = o.subject_id and h.place = 'ORGAN_NOTICE' and h.id = o.id)) p
    left join public_credit.text_whole w on w.subject_id = p.subject_id and w.place = p.place and w.id = p.id
    where (p.id, p.place) > (behind, behind_place) order by p.id, p.place limit at_most;
end $$;
alter function sanctions.plain_texts(uuid, text, int) owner to "$redactor";

-- Seals them and leaves nothing in plain. Open forms that an earlier version made are made anew with their subject; an outcome, which had no form, is
-- withheld until then. rows: place, subject, id, sealed, keyId; before: what was sealed of it when it was read; mark, where it names a document. What
-- another transaction sealed meanwhile waits for the next start.
create function sanctions.seal_plain_texts(rows jsonb, present int, withheld text) returns void language plpgsql security definer
  set search_path = pg_catalog as $$ begin
  insert into public_credit.text_whole as w (subject_id, place, id, sealed, key_id)
    select t.subject, t.place, t.id, decode(t.sealed, 'hex'), t."keyId"
    from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid, sealed text, "keyId" text)
    on conflict (subject_id, place, id) do update set sealed = excluded.sealed, key_id = excluded.key_id
      where exists (select from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid, before text)
        where t.subject = w.subject_id and t.place = w.place and t.id = w.id and decode(t.before, 'hex') = w.sealed);
  rows := (select jsonb_agg(t) from jsonb_array_elements(rows) t join public_credit.text_whole w on w.subject_id = (t->>'subject')::uuid
    and w.place = t->>'place' and w.id = (t->>'id')::uuid and w.sealed = decode(t->>'sealed', 'hex'));
  update sanctions.designation d set basis_mark = decode(t.mark, 'hex') from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid, mark text)
    where t.place = 'DESIGNATION' and d.subject_id = t.subject and d.id = t.id and d.basis_mark is null;
  update sanctions.decision e set decision_number = null, reasons = null, removal_conditions = null, remedies = null, evidence = null
    from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid)
    where t.place = 'DESIGNATION' and e.subject_id = t.subject and e.designation_id = t.id;
  update sanctions.incentive i set decision_number = null, basis_document = null
    from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid)
    where t.place = 'INCENTIVE' and i.subject_id = t.subject and i.id = t.id;
  update sanctions.removal r set reason = null from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid)
    where t.place = 'REMOVAL' and r.subject_id = t.subject and r.designation_id = t.id;
  update public_credit.correction c set reason = null from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid)
    where t.place = 'CORRECTION' and c.subject_id = t.subject and c.id = t.id;
  update sanctions.waiver v set basis_mark = decode(t.mark, 'hex'), basis_document = null, conduct = null, warning = null
    from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid, mark text)
    where t.place = 'WAIVER' and v.subject_id = t.subject and v.id = t.id;
  update sanctions.reexamination x set reasons = null, decision = null from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid)
    where t.place = 'REEXAMINATION' and x.subject_id = t.subject and x.id = t.id;
  update sanctions.organ_notice o set outcome = withheld, redaction = 1 from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid)
    where t.place = 'ORGAN_NOTICE' and o.subject_id = t.subject and o.id = t.id;
  insert into public_credit.known_values as k (subject_id, redaction)
    select distinct t.subject, 1 from jsonb_to_recordset(rows) as t (place text, subject uuid, id uuid)
      left join sanctions.designation d on t.place = 'DESIGNATION' and d.subject_id = t.subject and d.id = t.id
    where t.place = 'ORGAN_NOTICE' or d.redaction < present
    on conflict (subject_id) do update set redaction = least(k.redaction, excluded.redaction);
end $$;
alter function sanctions.seal_plain_texts(jsonb, int, text) owner to "$redactor";

grant select, insert, update (sealed, key_id) on public_credit.text_whole to "$redactor";
grant insert, update (redaction) on public_credit.known_values to "$redactor";
grant select, update (basis_document, basis_mark, redaction, formed_at) on sanctions.designation to "$redactor";
grant select, update (decision_number, reasons, removal_conditions, remedies, evidence) on sanctions.decision to "$redactor";
grant select, update (decision_number, basis_document) on sanctions.incentive to "$redactor";
grant select, update (reason) on sanctions.removal to "$redactor";
grant select, update (basis_document, basis_mark, conduct, warning) on sanctions.waiver to "$redactor";
grant select, update (reasons, decision) on sanctions.reexamination to "$redactor";
grant select, update (outcome, redaction) on sanctions.organ_notice to "$redactor";
grant select, update (content, redaction, formed_at) on non_public_credit.record to "$redactor";
grant select, insert on non_public_credit.record_whole to "$redactor";
grant execute on function public_credit.texts_to_redact(uuid) to "$rights", "$intake", "$designate", "$collect", "$due";
grant execute on function sanctions.plain_texts(uuid, text, int), sanctions.seal_plain_texts(jsonb, int, text) to "$due";
grant update (redaction) on sanctions.organ_notice to "$designate";
