-- The journal of what ended. Triggers write it, so that no way of ending something can forget it, the release before included. What a replay ends again is
-- no news: the role "$recovery" writes no entries, but for the gaps that it finds.

create function control.note(kind text, payload jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  if right(current_setting('role'), 9) = '_recovery' and kind <> 'GAP' then return; end if;
  insert into control.journal (at, kind, payload) values (control.moment(), kind, payload);
end $$;

-- New entries come behind those that were replayed.
create function control.journal_goes_on() returns void language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform setval(pg_get_serial_sequence('control.journal', 'number'), greatest((select max(j.number) from control.journal j),
    nextval(pg_get_serial_sequence('control.journal', 'number'))));
end $$;

create function control.note_authorization() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  if new.revoked_at is not null then
    perform control.note('AUTHORIZATION_REVOKED', jsonb_build_object('id', new.id, 'at', new.revoked_at));
  else
    perform control.note('AUTHORIZATION_SPENT', jsonb_build_object('id', new.id));
  end if;
  return null;
end $$;
create trigger journal after update of revoked_at, uses on control.authorization_grant for each row
  when (old.revoked_at is null and (new.revoked_at is not null or old.uses < old.maximum_uses and new.uses >= new.maximum_uses))
  execute function control.note_authorization();

-- A state that came back is told too: else an agreement that was suspended for a day would stay so after a replay.
create function control.note_agreement() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('AGREEMENT_STATE', jsonb_build_object('id', new.id, 'from', old.state, 'state', new.state, 'endedAt', new.ended_at,
    'by', control.caller_unit()));
  return null;
end $$;
create trigger journal after update of state, ended_at on control.agreement for each row
  when ((old.state, old.ended_at) is distinct from (new.state, new.ended_at)) execute function control.note_agreement();

create function control.note_duty() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('DUTY_ENDED', jsonb_build_object('id', new.id, 'at', new.ended_at));
  return null;
end $$;
create trigger journal after update of ended_at on control.duty for each row
  when (old.ended_at is null and new.ended_at is not null) execute function control.note_duty();

-- Units, editions of the catalog and of the lists are public: they are told whole, so that one that is not held is held afterwards as it was.
create function control.note_unit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note(tg_argv[0], to_jsonb(new) - 'end_reason');
  return null;
end $$;
create trigger journal after update of ended_on on control.unit for each row
  when (new.ended_on is not null and new.ended_on is distinct from old.ended_on) execute function control.note_unit('UNIT_ENDED');
-- A kind that a unit lost is a role that it may not act in any more.
create trigger journal_kinds after update of kinds on control.unit for each row
  when (not old.kinds <@ new.kinds) execute function control.note_unit('UNIT_KINDS');

create function control.note_item() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('ITEM_ENDED', jsonb_build_object('code', new.code, 'edition', new.edition, 'until', new.effective_until));
  return null;
end $$;
create trigger journal after update of effective_until on control.item for each row
  when (old.effective_until is distinct from new.effective_until) execute function control.note_item();

-- An edition in the place of another may close what that one opened. The first edition of a thing closes nothing.
create function control.note_edition() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  declare
    replaces boolean;
  begin
    case tg_table_name
      when 'item' then replaces := exists (select from control.item i where i.code = new.code and i.edition <> new.edition);
      when 'purpose' then replaces := exists (select from control.purpose p where p.code = new.code and p.effective_from <> new.effective_from);
      when 'measure' then replaces := exists (select from sanctions.measure m where m.code = new.code and m.edition <> new.edition);
      when 'standard' then replaces := exists (select from sanctions.standard s where s.list = new.list and s.edition <> new.edition);
      -- A limit of authorizations closes from the first on.
      else replaces := true;
    end case;
    if replaces then
      perform control.note('EDITION_PUBLISHED', jsonb_build_object('table', tg_table_schema || '.' || tg_table_name, 'row', to_jsonb(new)));
    end if;
    return null;
  end $$;
create trigger journal_edition after insert on control.item for each row execute function control.note_edition();
create trigger journal_edition after insert on control.purpose for each row execute function control.note_edition();
create trigger journal_edition after insert on control.purpose_cap for each row execute function control.note_edition();
create trigger journal_edition after insert on sanctions.measure for each row execute function control.note_edition();
create trigger journal_edition after insert on sanctions.standard for each row execute function control.note_edition();

create function control.note_watch() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('WATCH', jsonb_build_object('unit', new.unit, 'subjectId', new.subject_id, 'purpose', new.purpose, 'endedAt', new.ended_at));
  return null;
end $$;
create trigger journal after update of ended_at on ledger.watch for each row
  when (old.ended_at is distinct from new.ended_at) execute function control.note_watch();

-- An address that was replaced is not called again either. A secret that is only sealed anew is the same.
create function control.note_webhook() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('WEBHOOK_ENDED', jsonb_build_object('unit', new.unit, 'registeredAt', old.registered_at,
    'at', coalesce(new.ended_at, new.registered_at)));
  return null;
end $$;
create trigger journal after update of ended_at, registered_at on ledger.webhook for each row
  when (old.ended_at is null and new.ended_at is not null or old.registered_at <> new.registered_at) execute function control.note_webhook();

-- Neither is the address of a subject, whether it chose another one or none, or the old one refused what was sent.
create function control.note_channel() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('CHANNEL_ENDED', jsonb_build_object('id', new.id, 'chosenAt', old.chosen_at, 'at', coalesce(new.ended_at, new.chosen_at)));
  return null;
end $$;
create trigger journal after update of ended_at, chosen_at on rights.channel for each row
  when (old.ended_at is null and new.ended_at is not null or old.chosen_at <> new.chosen_at) execute function control.note_channel();

-- With what a row is made of that stands for a record which is not held: delivered again, it is the record that fell.
create function control.note_record() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('RECORD_DISPLAY', jsonb_build_object('subjectId', new.subject_id, 'id', new.id, 'version', new.version,
    'display', new.display, 'cause', nullif(current_setting('credit.cause', true), ''), 'personal', new.personal, 'item', new.item,
    'edition', new.edition, 'type', new.type, 'nature', new.nature, 'occurredOn', new.occurred_on, 'displayedUntil', new.displayed_until,
    'providingUnit', new.providing_unit, 'naturalKey', encode(new.natural_key, 'hex'), 'sourceUnit', new.source_unit,
    'submissionId', new.submission_id, 'receivedAt', new.received_at, 'redaction', new.redaction));
  return null;
end $$;
create trigger journal after update of display on public_credit.record for each row
  when (new.current and old.display is distinct from new.display) execute function control.note_record();

-- Told where the version is stored, because a unit corrects by delivering a record again, too. A registration that is delivered again was not wrong: it tells
-- the present state, as an assessment does. Of one that was found wrong there is a correction.
create function control.note_correction() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('RECORD_CORRECTED', jsonb_build_object('subjectId', new.subject_id, 'id', to_jsonb(new)->>tg_argv[0], 'version', new.version));
  return null;
end $$;
create trigger journal after insert on public_credit.correction for each row execute function control.note_correction('record_id');
create trigger journal_corrected after insert on public_credit.record for each row when (new.current and new.version > 1
  and current_user <> (parse_ident('"$joiner"'))[1] and new.change = 'CORRECTED' and new.type not in ('Registration', 'AssessmentRecord')) execute function control.note_correction('id');

create function control.note_row() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note(tg_argv[0], jsonb_build_object('subjectId', new.subject_id, 'id', new.id, 'item', new.item, 'display', new.display,
    'cause', nullif(current_setting('credit.cause', true), '')));
  return null;
end $$;
create trigger journal after update of display on non_public_credit.record for each row
  when (new.current and old.display is distinct from new.display) execute function control.note_row('NON_PUBLIC_DISPLAY');
-- What a collector said wrong, by an objection that was upheld (Article 39).
create function control.note_content() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('NON_PUBLIC_CORRECTED', jsonb_build_object('subjectId', new.subject_id, 'id', new.id, 'version', new.version));
  return null;
end $$;
create trigger journal_corrected after insert on non_public_credit.record for each row
  when (new.current and new.version > 1) execute function control.note_content();
create trigger journal after update of display on sanctions.designation for each row
  when (old.display is distinct from new.display) execute function control.note_row('DESIGNATION_DISPLAY');
create trigger journal after update of display on sanctions.incentive for each row
  when (old.display is distinct from new.display) execute function control.note_row('INCENTIVE_DISPLAY');

create function control.note_report() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('REPORT_SUPERSEDED', jsonb_build_object('id', new.id, 'at', new.superseded_at));
  return null;
end $$;
create trigger journal after update of superseded_at on ledger.report for each row
  when (old.superseded_at is null and new.superseded_at is not null) execute function control.note_report();

-- What was withdrawn is shown nowhere again, whatever database is restored.
create function control.note_statement() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('STATEMENT_WITHDRAWN', jsonb_build_object('id', new.id, 'at', new.ended_at));
  return null;
end $$;
create trigger journal after update of ended_at on rights.own_statement for each row
  when (old.ended_at is null and new.ended_at is not null) execute function control.note_statement();

create function control.note_unsafe() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('TEXTS_UNSAFE', jsonb_build_object('version', new.version, 'at', new.declared_at));
  return null;
end $$;
create trigger journal after insert on control.unsafe_redaction for each row execute function control.note_unsafe();

create function control.note_alias() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('SUBJECTS_JOINED', jsonb_build_object('aliasId', new.alias_id, 'subjectId', new.subject_id));
  return null;
end $$;
create trigger journal after insert on public_credit.subject_alias for each row execute function control.note_alias();

create function control.note_choice() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('PLEDGE_CHOICE', jsonb_build_object('subjectId', new.subject_id, 'usesPledges', new.uses_pledges, 'at', new.chosen_at));
  return null;
end $$;
create trigger journal_first after insert on public_credit.pledge_choice for each row
  when (not new.uses_pledges) execute function control.note_choice();
create trigger journal after update of uses_pledges on public_credit.pledge_choice for each row
  when (old.uses_pledges <> new.uses_pledges) execute function control.note_choice();

create function control.note_pledge() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('PLEDGE_VERIFIED', jsonb_build_object('subjectId', new.subject_id, 'id', new.record_id, 'outcome', new.outcome,
    'on', new.verified_on, 'orderedOn', new.ordered_on, 'correctBy', new.correct_by));
  return null;
end $$;
create trigger journal after update of outcome on public_credit.pledge_check for each row
  when (old.outcome is null and new.outcome is not null) execute function control.note_pledge();

-- With an objection ends what it opened to who decides and who verifies, and so does with an answer what it opened to who gave it (Article 39).
create function control.note_objection() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('OBJECTION_CLOSED', jsonb_build_object('id', new.id, 'status', new.status, 'decidedOn', new.decided_on,
    'nextRemedy', new.next_remedy, 'recipients', new.recipients, 'on', control.today()));
  return null;
end $$;
create trigger journal after update of status on rights.objection for each row
  when (old.status = 'OPEN' and new.status <> 'OPEN') execute function control.note_objection();
create function control.note_verification() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('VERIFICATION_ANSWERED', jsonb_build_object('id', new.id, 'on', new.answered_on, 'confirms', new.confirms));
  return null;
end $$;
create trigger journal after update of answered_on on rights.verification for each row
  when (old.answered_on is null and new.answered_on is not null) execute function control.note_verification();

-- With a complaint ends that who answers reads its evidence (Article 41).
create function control.note_complaint() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('COMPLAINT_CLOSED', jsonb_build_object('id', new.id, 'status', new.status, 'by', new.answered_by, 'on', control.today()));
  return null;
end $$;
create trigger journal after update of status on rights.complaint for each row
  when (old.status = 'OPEN' and new.status <> 'OPEN') execute function control.note_complaint();

create function control.note_mandate() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('MANDATE_ENDED', jsonb_build_object('id', new.id, 'on', new.ended_on, 'at', new.ended_at, 'by', new.ended_by));
  return null;
end $$;
create trigger journal after update of ended_at on rights.mandate for each row
  when (old.ended_at is null and new.ended_at is not null) execute function control.note_mandate();

create function control.note_erasure() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('ENTRY_ERASED', jsonb_build_object('id', new.id, 'at', new.erased_at));
  return null;
end $$;
create trigger journal after update of erased_at on ledger.disclosure for each row
  when (old.erased_at is null and new.erased_at is not null) execute function control.note_erasure();

-- The newest checkpoint is kept in the same files: a ledger that is shorter than it has lost entries (Article 17).
create function control.note_checkpoint() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('CHECKPOINT', jsonb_build_object('size', new.size, 'rootHash', encode(new.root, 'base64'), 'signedAt',
    to_char(new.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'keyId', new.key_id, 'signature', translate(encode(new.signature, 'base64'), E'\n', '')));
  return null;
end $$;
create trigger journal after insert on ledger.checkpoint for each row execute function control.note_checkpoint();

create function control.note_gap() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ begin
  perform control.note('GAP', to_jsonb(new));
  return null;
end $$;
create trigger journal after insert or update on control.gap for each row execute function control.note_gap();

-- "$recovery" replays the journal, marks what stands in the files, and keeps the gaps. It reads and changes what an end is made of, and no content.
create policy recovery on control.agreement for all to "$recovery" using (true) with check (true);
create policy recovery on control.agreement_event for insert to "$recovery" with check (true);
create policy recovery on control.authorization_grant for all to "$recovery" using (true) with check (true);
create policy recovery on control.duty for all to "$recovery" using (true) with check (true);
create policy recovery on control.unit for all to "$recovery" using (true) with check (true);
create policy recovery on control.purpose for all to "$recovery" using (true) with check (true);
create policy recovery on public_credit.record for all to "$recovery" using (true) with check (true);
create policy recovery on public_credit.display_event for insert to "$recovery" with check (true);
create policy recovery on public_credit.pledge_choice for all to "$recovery" using (true) with check (true);
create policy recovery on public_credit.pledge_check for all to "$recovery" using (true) with check (true);
create policy recovery on non_public_credit.record for all to "$recovery" using (true) with check (true);
create policy recovery on sanctions.designation for all to "$recovery" using (true) with check (true);
create policy recovery on sanctions.incentive for all to "$recovery" using (true) with check (true);
create policy recovery on ledger.watch for all to "$recovery" using (true) with check (true);
create policy recovery on ledger.webhook for all to "$recovery" using (true) with check (true);
create policy recovery on ledger.report for all to "$recovery" using (true) with check (true);
create policy recovery on ledger.disclosure for select to "$recovery" using (true);
create policy erasure_again on ledger.disclosure for update to "$recovery"
  using (erased_at is null)
  with check (erased_at is not null and salt is null);

-- What is acknowledged is for whoever holds the platform to a checkpoint; before that it is for who acknowledges it.
alter table control.gap enable row level security;
create policy recovery on control.gap for all to "$recovery" using (true) with check (true);
create policy known on control.gap for select
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$analyst", "$authority" using (acknowledged_at is not null);
create policy operator on control.gap for select to "$operator" using (true);

grant usage on schema control, public_credit, non_public_credit, sanctions, ledger to "$recovery";
grant select, insert, update (written_at) on control.journal to "$recovery";
grant select, insert, update on control.gap to "$recovery";
grant select on control.gap
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority";
grant select, update (state, ended_at, end_reason) on control.agreement to "$recovery";
grant insert on control.agreement_event to "$recovery";
grant select, update (revoked_at, uses) on control.authorization_grant to "$recovery";
grant select, update (ended_at, end_reason) on control.duty to "$recovery";
grant select, insert, update (ended_on, end_reason, kind, kinds) on control.unit to "$recovery";
grant select, insert, update (effective_until) on control.item to "$recovery";
grant select, insert on control.purpose, control.purpose_cap, control.unsafe_redaction, sanctions.measure, sanctions.standard to "$recovery";
grant select, insert, update (display, current) on public_credit.record to "$recovery";
grant insert on public_credit.display_event to "$recovery";
grant select, insert, update (uses_pledges, chosen_at) on public_credit.pledge_choice to "$recovery";
grant select, update (outcome, verified_on, ordered_on, correct_by) on public_credit.pledge_check to "$recovery";
grant select (subject_id, id, version, current, display), update (display, current) on non_public_credit.record to "$recovery";
create policy recovery on rights.objection for all to "$recovery" using (true) with check (true);
create policy recovery on rights.verification for all to "$recovery" using (true) with check (true);
create policy recovery on control.clock for all to "$recovery" using (true) with check (true);
grant usage on schema rights to "$recovery";
grant select (id, status, decided_on), update (status, decided_on, next_remedy, recipients) on rights.objection to "$recovery";
grant select (id, objection_id, answered_on, confirms), update (answered_on, confirms) on rights.verification to "$recovery";
grant select (kind, reference, met_on), update (met_on) on control.clock to "$recovery";
grant select (subject_id, id, display), update (display) on sanctions.designation, sanctions.incentive to "$recovery";
grant select, update (ended_at) on ledger.watch to "$recovery";
grant select (unit, registered_at, ended_at), update (ended_at) on ledger.webhook to "$recovery";
grant select (id, superseded_at), update (superseded_at) on ledger.report to "$recovery";
grant select (id, erased_at),
  update (subject_id, unit, purpose, case_reference, items, records, bases, salt, mandate, agent, erased_at, erasure_reason) on ledger.disclosure to "$recovery";
grant select on ledger.checkpoint, ledger.node to "$recovery";
grant execute on function control.today(), control.moment(), control.caller_role(), control.caller_unit(), control.journal_goes_on() to "$recovery";
