-- The archive (Article 37): what fell of a subject, or one thing that fell, for the operator alone. What is held until it is decided is not in it. What
-- ended at midnight is, before the daily run comes to it. "$notifier" owns the function, and no role reads these rows by itself.

create function rights.archive(subject uuid, record uuid) returns table (id uuid, subject_id uuid, personal boolean, version int, kind text, item text, type text,
    occurred_on date, unit text, basis_document text, content jsonb, redaction int, cause text, fell_on date)
  language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    if control.caller_role() is distinct from 'OPERATOR' then return; end if;
    return query select a.id, a.subject_id, a.personal, a.version, a.kind, a.item, a.type, a.occurred_on, a.unit, a.basis_document, a.content, a.redaction,
        coalesce(f.cause, case when a.until < control.today() then 'EXPIRY' else a.otherwise end),
        coalesce(f.fell_on, case when a.until < control.today() then a.until + 1 end)
      from (select r.id, r.subject_id, r.personal, r.version, 'RECORD' as kind, r.item, r.type, r.occurred_on, r.providing_unit as unit, r.basis_document,
            r.content, r.redaction, r.displayed_until as until, 'CORRECTION' as otherwise
          from public_credit.record r where r.subject_id = subject and (record is null or r.id = record) and r.current
            and (r.display = 'ARCHIVED' or r.displayed_until < control.today())
        union all select d.id, d.subject_id, d.personal, 1, 'DESIGNATION', d.item, 'Designation', d.designated_on, d.designating_unit, d.basis_document,
            jsonb_build_object('list', d.list, 'ground', d.ground, 'until', d.displayed_until), d.redaction, d.displayed_until, 'REMOVAL'
          from sanctions.designation d where d.subject_id = subject and (record is null or d.id = record)
            and (d.display = 'ARCHIVED' or d.displayed_until < control.today())
        union all select i.id, i.subject_id, i.personal, 1, 'INCENTIVE', i.item, 'Incentive', i.designated_on, i.designating_unit, null,
            jsonb_build_object('list', i.list, 'until', i.displayed_until), null, i.displayed_until, 'REMOVAL'
          from sanctions.incentive i where i.subject_id = subject and (record is null or i.id = record)
            and (i.display = 'ARCHIVED' or i.displayed_until < control.today())
        union all select n.id, n.subject_id, n.personal, n.version, 'NON_PUBLIC_RECORD', n.item, 'NonPublicRecord', n.occurred_on, n.collector, null,
            jsonb_build_object('category', n.category, 'content', n.content), n.redaction, n.displayed_until, 'OBJECTION'
          from non_public_credit.record n where n.subject_id = subject and (record is null or n.id = record) and n.current
            and (n.display = 'ARCHIVED' or n.displayed_until < control.today())) a
        left join lateral (select o.cause, o.fell_on from rights.fallen o where o.subject_id = a.subject_id and o.row_id = a.id and o.value_mark is null
          order by o.fell_on desc, o.id limit 1) f on true
      where not exists (select from rights.held h where h.subject_id = a.subject_id and h.id = a.id and h.decided_on is null)
      order by a.occurred_on desc, a.kind, a.unit, a.item, a.basis_document, a.id;
  end $$;
alter function rights.archive(uuid, uuid) owner to "$notifier";

-- Whose a record is, where the archive is asked for it by its id.
create function rights.archived_subject(record uuid) returns uuid language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    if control.caller_role() is distinct from 'OPERATOR' then return null; end if;
    -- Found by index: by the register of what fell, and among what ended and was not archived yet.
    return coalesce((select f.subject_id from rights.fallen f where f.row_id = record limit 1),
      (select r.subject_id from public_credit.record r where r.current and r.display <> 'ARCHIVED' and r.displayed_until < control.today() and r.id = record limit 1),
      (select d.subject_id from sanctions.designation d where d.id = record limit 1), (select i.subject_id from sanctions.incentive i where i.id = record limit 1),
      (select n.subject_id from non_public_credit.record n where n.id = record limit 1));
  end $$;
alter function rights.archived_subject(uuid) owner to "$notifier";

grant select (occurred_on, redaction) on public_credit.record to "$notifier";
grant select (collector, displayed_until) on non_public_credit.record to "$notifier";
grant execute on function rights.archive(uuid, uuid), rights.archived_subject(uuid) to "$operator";
