-- How ledger entries (Articles 17 and 35) and reports (Articles 36 (4) and 44) are written.
-- An answer and a correction may run at the same time (Article 39). Either the answer is in the ledger before the correction looks for recipients, or
-- the answer finds that its record was corrected and is not given. So no recipient keeps an old version without a notice. Answers take the advisory
-- lock "credit-gateway corrections" as shared while they are written. A correction takes it exclusively from before it looks for recipients until it
-- commits.

-- Whether a record version that the answer showed is no longer current or displayed. What is in question by an open objection (Article 39) need not be
-- displayed. The entries are read twice, whole, and all else goes by arrays. Only index joins by the primary key are allowed: an answer names few records, and
-- the planner cannot know how few.
create function ledger.overtaken(entries jsonb) returns boolean language plpgsql security definer set search_path = pg_catalog
  set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off set plan_cache_mode = force_generic_plan as $$
  declare
    subjects uuid[];
    questions uuid[];
    of uuid[];
    ids uuid[];
    versions int[];
    asked boolean[];
    gone boolean;
  begin
    select array_agg(e.subject), array_agg(e."inQuestion") filter (where e."inQuestion" is not null) into subjects, questions
      from jsonb_to_recordset(entries) as e (subject uuid, "inQuestion" uuid);
    -- The subject was joined to another while the answer was made.
    if exists (select from public_credit.subject_alias a where a.alias_id = any (subjects)) then return true; end if;
    -- What an open objection or an application for restoration opened was decided meanwhile.
    if exists (select from unnest(questions) q (id) where not exists (select from rights.objection o where o.id = q.id and o.status = 'OPEN')
      and not exists (select from rights.restoration t where t.id = q.id and t.status = 'PENDING')) then return true; end if;
    -- The subject locked what it showed by agreement while it was made (ending/lock.sql).
    if rights.locked_meanwhile(entries) then return true; end if;
    select array_agg(e.subject), array_agg(s.id), array_agg(s.version), array_agg(e."inQuestion" is not null) into of, ids, versions, asked
      from jsonb_to_recordset(entries) as e (subject uuid, role text, "inQuestion" text, records jsonb)
        cross join lateral jsonb_to_recordset(e.records) as s (id uuid, version int)
      where e.role in ('PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR', 'AUTHORITY');
    -- Most are public records; only what is none is looked for in the other tables.
    select bool_or(not r.current or r.display <> 'DISPLAYED' and not s.asked), array_agg(s.subject_id) filter (where r.id is null),
        array_agg(s.id) filter (where r.id is null), array_agg(s.version) filter (where r.id is null), array_agg(s.asked) filter (where r.id is null)
      into gone, of, ids, versions, asked
      from unnest(of, ids, versions, asked) s (subject_id, id, version, asked)
        left join public_credit.record r on r.subject_id = s.subject_id and r.id = s.id and r.version = s.version;
    if gone or ids is null then return coalesce(gone, false); end if;
    return exists (select from unnest(of, ids, versions, asked) s (subject_id, id, version, asked)
        join non_public_credit.record r on r.subject_id = s.subject_id and r.id = s.id and r.version = s.version
        where not r.current or r.display <> 'DISPLAYED' and not s.asked)
      or exists (select from unnest(of, ids, asked) s (subject_id, id, asked) join sanctions.designation r on r.subject_id = s.subject_id and r.id = s.id
        where r.display <> 'DISPLAYED' and not s.asked)
      or exists (select from unnest(of, ids, asked) s (subject_id, id, asked) join sanctions.incentive r on r.subject_id = s.subject_id and r.id = s.id
        where r.display <> 'DISPLAYED' and not s.asked);
  end $$;
alter function ledger.overtaken(jsonb) owner to "$notifier";

-- Writes the entries of one answer and counts uses of agreements and authorizations, in one transaction. Raises CR001 with the reason why the answer
-- must not leave; then nothing is written. Runs with the rights of "$ledger". The count of the agreement comes last: all answers of one party wait
-- for the lock on its row, so it is held for no longer than the commit takes.
-- Of a question in parts: `present` are entries that stand already, `used` authorizations that it was counted for, and until `open_until` it may have more.
create function ledger.write_part(entries jsonb, present uuid[], used uuid[], open_until timestamptz) returns void
  language plpgsql set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
  declare
    granted int;
    spent record;
    authorizations uuid[];
    agreements uuid[];
    charged uuid[];
  begin
    -- What the entries rest on, and which subjects each agreement is charged with.
    select array_agg(distinct b.auth order by b.auth) filter (where b.auth is not null), array_agg(b.agreement) filter (where b.agreement is not null),
        array_agg(b.subject) filter (where b.agreement is not null)
      into authorizations, agreements, charged
      from (select distinct (basis->>'authorization')::uuid as auth, (basis->>'agreement')::uuid as agreement, e.subject
        from jsonb_to_recordset(entries) as e (subject uuid, bases jsonb) cross join lateral jsonb_array_elements(e.bases) basis) b;
    for spent in select a as id from unnest(authorizations) a order by a
    loop
      update control.authorization_grant g set uses = g.uses + case when spent.id = any (used) then 0 else 1 end
        where g.id = spent.id and g.revoked_at is null and control.today() between g.valid_from and g.valid_until
          and (g.maximum_uses is null or g.uses < g.maximum_uses or spent.id = any (used));
      if not found then raise exception using errcode = 'CR001', message = 'AUTHORIZATION_REQUIRED'; end if;
    end loop;
    insert into ledger.disclosure (id, subject_id, at, request_id, role, unit, purpose, case_reference, channel, seen, items, records,
        bases, reason, salt, commitment, mandate, agent)
      select e.id, e.subject, e.at, e.request, e.role, e.unit, e.purpose, e."case", e.channel, e.seen, coalesce(e.items, '{}'), e.records, e.bases, e.reason,
        decode(e.salt, 'hex'), decode(e.commitment, 'hex'), e.mandate, e.agent
      from jsonb_to_recordset(entries) as e (id uuid, subject uuid, at timestamptz, request uuid, role text, unit text, purpose text, "case" text, channel text,
        seen text, items text[], records jsonb, bases jsonb, reason text, salt text, commitment text, mandate uuid, agent text)
      where e.id <> all (present);
    insert into ledger.pending (entry_id, open_until) select e.id, open_until from jsonb_to_recordset(entries) as e (id uuid) where e.id <> all (present);
    for spent in
      select b.agreement, a.daily_quota, a.id is not null and control.agreement_in_force(a) as in_force
      from (select distinct unnest(agreements) as agreement) b left join control.agreement a on a.id = b.agreement
      order by b.agreement
    loop
      if not spent.in_force then raise exception using errcode = 'CR001', message = 'NO_AGREEMENT'; end if;
      -- A subject counts once a day: a page, an alias or a retry that shows it again discloses nobody new.
      with fresh as (
        insert into ledger.quota_subject (agreement_id, day, subject_id)
        select distinct spent.agreement, control.today(), c.subject from unnest(agreements, charged) c (agreement, subject)
          where c.agreement = spent.agreement order by c.subject
        on conflict do nothing returning 1
      ) select count(*)::int into granted from fresh;
      if granted > spent.daily_quota then raise exception using errcode = 'CR001', message = 'QUOTA_EXCEEDED'; end if;
      if granted > 0 then
        insert into ledger.quota as q (agreement_id, day, used) values (spent.agreement, control.today(), granted)
        on conflict (agreement_id, day) do update set used = q.used + excluded.used
          where q.used + excluded.used <= spent.daily_quota;
        if not found then raise exception using errcode = 'CR001', message = 'QUOTA_EXCEEDED'; end if;
      end if;
    end loop;
  end $$;

create function ledger.write_entries(entries jsonb) returns void language plpgsql set search_path = pg_catalog as $$ begin
    perform ledger.write_part(entries, '{}', '{}', null);
  end $$;

-- A permit desk's case may be answered twice at the same time (Articles 43 and 44). The second answer waits for the first and is not given: ANSWERED says
-- that the request must run again, and then it is given the first answer. In one order for all, so that two batches do not wait for each other.
create function ledger.keep_answers(entries jsonb) returns void language plpgsql set search_path = pg_catalog as $$
  declare
    answers jsonb;
    written int;
  begin
    select jsonb_agg(a || jsonb_build_object('subject', e.subject, 'unit', e.unit, 'disclosure', e.id)) into answers
      from jsonb_to_recordset(entries) as e (id text, subject text, unit text, answers jsonb) cross join lateral jsonb_array_elements(e.answers) a
      -- An earlier part of the same question kept it.
      where not exists (select from ledger.matter_answer m where m.id = (a->>'id')::uuid);
    if answers is null then return; end if;
    insert into ledger.matter_answer (id, unit, case_mark, matter, subject_id, number, digest, answered_at, supersedes, disclosure_id)
      select (a->>'id')::uuid, a->>'unit', decode(a->>'caseMark', 'hex'), a->>'matter', (a->>'subject')::uuid, (a->>'number')::int,
        decode(a->>'digest', 'hex'), (a->>'answeredAt')::timestamptz, (a->>'supersedes')::uuid, (a->>'disclosure')::uuid
      from jsonb_array_elements(answers) a
      order by a->>'unit', a->>'caseMark', a->>'matter', a->>'subject', (a->>'number')::int
      on conflict do nothing;
    get diagnostics written = row_count;
    if written < jsonb_array_length(answers) then raise exception using errcode = 'CR001', message = 'ANSWERED'; end if;
  end $$;

-- One plan for all answers: what the planner knows of one would not pay for planning it. A question in parts (operating/questions.sql) is planned anew: its entries
-- are found by id, and one plan for all would lock the part of every year.
create function ledger.record(entries jsonb) returns void language plpgsql set search_path = pg_catalog
  set plan_cache_mode = force_generic_plan as $$ begin
    perform pg_advisory_xact_lock_shared(hashtext('credit-gateway corrections'));
    if ledger.overtaken(entries) then raise exception using errcode = 'CR001', message = 'OVERTAKEN'; end if;
    -- What leaves under a mandate leaves while it stands. An entry of a refusal shows nothing.
    perform rights.act_under(u.acting, u.at) from (select distinct e.acting, e.at from jsonb_to_recordset(entries) as e (acting uuid, at timestamptz)
      where e.acting is not null) u;
    perform ledger.write_entries(entries);
    perform ledger.keep_answers(entries);
  end $$;

-- Whether a record of a report has changed since the report was made. Then the report is not issued.
create function ledger.outdated(subject uuid, contained jsonb) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    return exists (select from jsonb_to_recordset(contained) as s (id uuid, version int) where
      not exists (select from public_credit.record r where r.subject_id = subject and r.id = s.id and r.version = s.version
        and r.current and r.display <> 'ARCHIVED')
      and not exists (select from sanctions.designation d where d.subject_id = subject and d.id = s.id and d.display = 'DISPLAYED')
      and not exists (select from sanctions.incentive i where i.subject_id = subject and i.id = s.id and i.display = 'DISPLAYED'));
  end $$;
alter function ledger.outdated(uuid, jsonb) owner to "$notifier";

-- The check and the insert are one transaction under the lock: a correction waits for the report, or the report for the correction.
create function ledger.issue_report(report jsonb) returns void language plpgsql set search_path = pg_catalog as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtext('credit-gateway corrections'));
    if ledger.outdated((report->>'subjectId')::uuid, report->'records') or rights.is_locked((report->>'subjectId')::uuid)
        and rights.by_agreement(array(select jsonb_array_elements_text(report->'items'))) then
      raise exception using errcode = 'CR001', message = 'OVERTAKEN';
    end if;
    insert into ledger.report (id, subject_id, personal, role, unit, template, issued_at, expires_on, items, whole, digest, sealed, key_id)
      values ((report->>'id')::uuid, (report->>'subjectId')::uuid, (report->>'personal')::boolean, control.caller_role(),
        control.caller_unit(), report->>'template', (report->>'issuedAt')::timestamptz, (report->>'expiresOn')::date,
        array(select jsonb_array_elements_text(report->'items')), array(select jsonb_array_elements_text(report->'whole')),
        decode(report->>'digest', 'hex'), decode(report->>'sealed', 'hex'), report->>'keyId');
    insert into ledger.report_record (report_id, record_id, version)
      select (report->>'id')::uuid, s.id, s.version from jsonb_to_recordset(report->'records') as s (id uuid, version int);
  end $$;

create function ledger.report_status(report uuid) returns table (issued_at timestamptz, superseded_at timestamptz,
    expires_on date, digest bytea) language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return query select r.issued_at, r.superseded_at, r.expires_on, r.digest from ledger.report r where r.id = report;
  end $$;
alter function ledger.report_status(uuid) owner to "$notifier";

-- Triggers supersede reports, so that no way of changing a record can forget one. PostgreSQL fires triggers in the order of their names: these come
-- after those that write notices (told_…), which take the lock.
create function ledger.void_by_record() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update ledger.report p set superseded_at = control.moment() where p.superseded_at is null and p.id in (
    select x.report_id from fresh n join stale o using (subject_id, id, version)
      join ledger.report_record x on x.record_id = n.id and x.version = n.version
        and (o.current and not n.current or n.display <> o.display
          -- A form that was made anew. What a subject reads of itself is whole.
          or n.content <> o.content and exists (select from ledger.report h where h.id = x.report_id and h.role <> 'SUBJECT')
          or (n.objection_raised_on, n.objection_decide_by) is distinct from (o.objection_raised_on, o.objection_decide_by)));
  return null;
end $$;
alter function ledger.void_by_record() owner to "$notifier";
create trigger voids_reports after update on public_credit.record referencing old table as stale new table as fresh
  for each statement execute function ledger.void_by_record();

create function ledger.void_by_list() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  update ledger.report p set superseded_at = control.moment() where p.superseded_at is null and p.id in (
    select x.report_id from fresh n join stale o using (subject_id, id)
      join ledger.report_record x on x.record_id = n.id and (n.display <> o.display
        or (n.objection_raised_on, n.objection_decide_by) is distinct from (o.objection_raised_on, o.objection_decide_by)
        -- The document that it rests on was masked anew. An incentive names none.
        or n.basis_document <> o.basis_document and exists (select from ledger.report h where h.id = x.report_id and h.role <> 'SUBJECT')));
  return null;
end $$;
alter function ledger.void_by_list() owner to "$notifier";
create trigger voids_reports after update on sanctions.designation referencing old table as stale new table as fresh
  for each statement execute function ledger.void_by_list();
create trigger voids_reports after update on sanctions.incentive referencing old table as stale new table as fresh
  for each statement execute function ledger.void_by_list();
