-- What subjects are told (Article 35): written by commands and triggers through one function, read by the subject alone.

alter table rights.message enable row level security, force row level security;
create policy own on rights.message for select to "$subject" using (subject_id = (select control.caller_subject()));
create policy notifier on rights.message for all to "$notifier" using (true) with check (true);
create policy joiner on rights.message for all to "$joiner" using (true) with check (true);
create policy backup on rights.message for select to "$backup" using (true);

grant select on rights.message to "$subject", "$backup";
grant select, insert, update (said) on rights.message to "$notifier";
grant select, update (subject_id) on rights.message to "$joiner";

-- messages: kind, subject, record, objection, said; in the transaction of what they tell of.
create function rights.tell_subjects(messages jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  -- That a display ended is told once. The trigger tells that it ended (told.sql), a command why: the reason counts, whoever of both comes first.
  update rights.message o set said = m.said from jsonb_to_recordset(messages) as m (kind text, subject uuid, record uuid, said jsonb)
    where m.kind = 'WITHDRAWN' and o.kind = m.kind and o.subject_id = m.subject and o.record_id = m.record and o.at = control.moment()
      and m.said ->> 'cause' <> 'WITHDRAWN';
  insert into rights.message (subject_id, id, kind, at, record_id, objection_id, said)
    select m.subject, gen_random_uuid(), m.kind, control.moment(), m.record, m.objection, coalesce(m.said, '{}')
    from jsonb_to_recordset(messages) as m (kind text, subject uuid, record uuid, objection uuid, said jsonb)
    where m.kind <> 'WITHDRAWN' or not exists (select from rights.message o where o.kind = m.kind and o.subject_id = m.subject
      and o.record_id = m.record and o.at = control.moment());
end $$;
alter function rights.tell_subjects(jsonb) owner to "$notifier";
grant execute on function rights.tell_subjects(jsonb) to "$rights", "$intake", "$collect", "$designate", "$amend", "$due", "$control";
