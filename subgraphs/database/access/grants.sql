-- Grants: which role may use which schema, table, column and function. Only the owner has what is not granted here. Grants in the database that stand
-- in no file are revoked, those of PostgreSQL's own PUBLIC too, which could otherwise connect to every database and execute every function.

grant connect on database "$database" to "$login";

-- Whether a process fits the database: its edition, and the marks of its keys.
grant select on public.access, control.key_mark to "$presence";

grant usage on schema control
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$collect", "$designate", "$ledger", "$report", "$due", "$amend", "$sequencer", "$webhooks", "$admission", "$notifier",
    "$census";

grant select on control.agreement to "$party", "$operator", "$authority", "$ledger", "$notifier";
grant select, insert, update (ended_at, end_reason, state) on control.agreement to "$control";
grant select on control.duty to "$department", "$operator", "$authority";
grant select, insert, update (ended_at, end_reason) on control.duty to "$control";
grant select on control.agreement_event to "$party", "$operator", "$authority";
-- Append-only: events of an agreement, with their dates and reasons, are never rewritten.
grant select, insert on control.agreement_event to "$control";
grant select on control.assessment_method, control.purpose_cap
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority";
grant select, insert on control.assessment_method to "$intake";
grant select on control.authorization_grant to "$subject", "$notifier";
grant select, insert, update (uses, revoked_at) on control.authorization_grant to "$control";
grant select, update (uses) on control.authorization_grant to "$ledger";
grant select on control.calendar_year
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$due";
grant select, insert, update on control.calendar_year to "$control";
-- An edition of a purpose is published and never changed. A unit keeps its code, its place and its line.
grant select, insert on control.purpose to "$control";
grant select, insert, update (name, name_en, kind, kinds, level, region, line, uscc, ended_on, end_reason) on control.unit to "$control";
grant select on control.clock to "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority";
grant select, insert, update on control.clock to "$control", "$intake";
grant select, insert, update (met_on) on control.clock to "$designate", "$amend";
grant select, update (due_on, provisional, earliest, latest, noticed_overdue_at) on control.clock to "$due";
grant select, insert on control.clock to "$notifier";
grant select on control.item, control.purpose, control.unit
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$intake",
    "$collect", "$designate";
-- An edition is published and never changed. It can only be ended.
grant select, insert, update (effective_until) on control.item to "$control";
grant select (code, edition, information, nature, published_on, effective_from, effective_until) on control.item to "$census";
grant select (code, record_type) on control.item to "$notifier";
grant select, insert, delete on control.proof to "$admission";
-- A rule is published and never changed. The next rule replaces it from the day that it takes effect.
grant select, insert on control.purpose_cap to "$control";
-- Append-only: who changed the province by a file is never rewritten.
grant insert on control.province_run to "$control";
grant select on control.province_run to "$operator", "$authority";
grant select, insert, update, delete on control.rate to "$admission";
grant select on control.version
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$collect", "$designate";

grant usage on schema public_credit
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority", "$intake", "$collect", "$designate",
    "$due", "$amend", "$notifier", "$census";

grant select, insert on public_credit.correction, public_credit.display_event, public_credit.record_whole to "$intake";
grant select on public_credit.display_event to "$subject";
grant insert on public_credit.display_event to "$due", "$amend";
grant select on public_credit.pledge_check to "$subject", "$department", "$provider", "$operator";
grant select, insert, update (ordered_on, correct_by, outcome, reasons, basis_document, verified_on, redaction) on public_credit.pledge_check
  to "$intake";
grant select on public_credit.pledge_choice to "$subject", "$notifier";
grant select (id, personal) on public_credit.subject to "$notifier";
grant select, insert, update on public_credit.pledge_choice, public_credit.subject, public_credit.statement_whole to "$intake";
grant select on public_credit.record, public_credit.subject
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority";
-- Append-only: of a stored version only its display state may change (Article 36 (3)).
grant select, insert, update (current, display, objection_raised_on, objection_decide_by) on public_credit.record to "$intake";
grant select, update (display) on public_credit.record to "$due", "$amend";
grant select (subject_id, id, version, current, personal, item, type, displayed_until, display, displayed_key, content) on public_credit.record to "$notifier";
grant select (subject_id, id, current, item, type, occurred_on, displayed_until, display, providing_unit, content) on public_credit.record to "$census";
grant select on public_credit.record_whole, public_credit.statement_whole to "$subject", "$department";
grant insert on public_credit.subject, public_credit.statement_whole to "$designate";
grant select on public_credit.statement_whole to "$designate";
grant insert on public_credit.subject to "$collect";

grant select (id, identifier_type, identifier) on public_credit.subject to "$census";

grant usage on schema non_public_credit to "$subject", "$party", "$collect", "$due", "$notifier";

grant select on non_public_credit.record to "$subject", "$party";
grant select, insert, update (current, display) on non_public_credit.record to "$collect";
grant select, update (display) on non_public_credit.record to "$due";
grant select (subject_id, id, version, current, personal, item, displayed_until, display, displayed_key) on non_public_credit.record to "$notifier";
grant select on non_public_credit.record_whole to "$subject";
grant select, insert on non_public_credit.record_whole to "$collect";

grant usage on schema sanctions
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$designate",
    "$due", "$amend", "$notifier", "$census";

grant select, insert on sanctions.removal, sanctions.decision, sanctions.list, sanctions.measure, sanctions.standard, sanctions.waiver
  to "$designate";
grant select on sanctions.reexamination, sanctions.decision, sanctions.waiver to "$subject";
grant select, insert, update (status, decision, decided_on, designation_id) on sanctions.reexamination to "$designate";
grant select on sanctions.designation
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority";
grant select, insert, update (display) on sanctions.designation to "$designate";
grant select, update (display) on sanctions.designation to "$due", "$amend", "$notifier";
grant select (subject_id, id, item, list, ground, designated_on, displayed_until, display, designating_unit) on sanctions.designation to "$census";
grant select on sanctions.incentive
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority", "$notifier";
grant select, insert, update (display) on sanctions.incentive to "$designate";
grant select, update (display) on sanctions.incentive to "$due";
grant select (subject_id, id, item, designated_on, displayed_until, display, designating_unit) on sanctions.incentive to "$census";
grant select (item) on sanctions.list to "$notifier";
-- Anyone may read published lists, standards and measures (Articles 7 and 30), analysts too, who read no row about a subject.
grant select on sanctions.list
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority";
grant select on sanctions.measure, sanctions.standard
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority";
grant select on sanctions.organ_notice to "$department", "$provider", "$authority";
grant select, insert, update (outcome, corrected, reported_on) on sanctions.organ_notice to "$designate";

grant usage on schema ledger
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$ledger", "$report", "$amend", "$sequencer", "$webhooks", "$notifier";

grant select on ledger.change to "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority";
grant select, update (acknowledged_at) on ledger.change to "$control";
grant select, insert, update (void) on ledger.change to "$notifier";
grant select on ledger.watch to "$party", "$notifier";
grant select, insert, update on ledger.watch, ledger.webhook to "$control";
grant select on ledger.checkpoint, ledger.node
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority";
grant select, insert on ledger.checkpoint, ledger.node to "$sequencer";
grant insert on ledger.leaf, ledger.padding to "$sequencer";
grant select on ledger.delivery to "$party", "$department", "$provider", "$collector", "$operator", "$authority";
grant select, update (attempts, next_at, state, finished_at), delete on ledger.delivery to "$control";
grant select, insert, update, delete on ledger.delivery to "$webhooks";
grant select on ledger.disclosure to "$subject", "$operator", "$authority", "$notifier";
grant select (id, subject_id, at, role, unit, purpose, case_reference, channel, seen, items, records, bases, reason, erased_at) on ledger.disclosure
  to "$party", "$department", "$provider", "$collector";
-- An erasure removes the content of an entry and keeps its leaf in the tree.
grant select, update (subject_id, unit, purpose, case_reference, items, records, bases, salt, mandate, agent, erased_at, erasure_reason) on ledger.disclosure
  to "$control";
-- A disclosure can be added. No role that serves requests can change or remove one (Article 17); one of a question that is still open may grow (operating/questions.sql).
grant insert on ledger.disclosure to "$ledger";
grant select, update (salt, commitment) on ledger.disclosure to "$sequencer";
grant select on ledger.feed, ledger.webhook to "$webhooks";
grant select, insert, update on ledger.feed to "$notifier";
-- Which leaves are entries is for those who read entries: the others could count them (Article 23).
grant select on ledger.leaf to "$subject", "$operator", "$authority";
grant select on ledger.padding to "$operator", "$authority";
grant select on ledger.matter_answer to "$department";
grant insert on ledger.matter_answer, ledger.pending to "$ledger";
grant select (id) on ledger.matter_answer to "$ledger";
grant select on ledger.pending to "$operator", "$authority";
grant select, delete on ledger.pending to "$sequencer";
grant select, insert, update (used) on ledger.quota to "$ledger";
grant select, insert on ledger.quota_subject to "$ledger";
-- What its feed tells a party depends on the room that the day's quota has.
grant select on ledger.quota, ledger.quota_subject to "$party";
grant select on ledger.report to "$subject", "$party", "$department";
grant insert on ledger.report, ledger.report_record to "$report";
grant select, update (superseded_at) on ledger.report to "$notifier";
grant select on ledger.report_record to "$subject", "$party", "$department", "$notifier";
-- Only the role that calls webhooks reads the secret, and it is sealed. The role that writes it needs to select what it overwrites.
grant select (unit, url, registered_at, ended_at) on ledger.webhook
  to "$party", "$department", "$provider", "$collector", "$operator", "$authority";

grant usage on schema statistics to "$analyst", "$statistics";

-- An analyst reads finished figures and no other data about a subject.
grant select on statistics.cell, statistics.figure to "$analyst";
grant select, insert on statistics.figure to "$statistics";
grant select, insert, delete on statistics.cell to "$statistics";
grant select on statistics.release to "$analyst";
grant select, insert on statistics.release to "$statistics";

-- Settings of the session and decisions: row policies call them with the rights of the reading role.
grant execute on function
  control.caller_role(), control.caller_unit(), control.caller_purpose(), control.caller_case(), control.caller_matter(),
  control.caller_subject(),
  control.items_in_force(), control.duties(), control.items_open(), control.items_agreed(), control.items_duty(),
  control.items_identified(), control.authorizes(uuid, text), control.entitlements()
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$collect", "$designate", "$ledger", "$report", "$due", "$amend", "$notifier";
-- "$notifier" owns it.
grant execute on function control.acting_for()
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$collect", "$designate", "$ledger", "$report", "$due", "$amend";
grant execute on function control.today()
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority", "$control",
    "$intake", "$collect", "$designate", "$ledger", "$report", "$due", "$amend", "$notifier", "$census";
grant execute on function control.ended_units(text[])
  to "$control", "$intake", "$collect", "$designate", "$amend", "$report";
grant execute on function control.moment() to "$notifier";
grant execute on function control.standing() to "$control";
grant execute on function control.agreement_in_force(control.agreement) to "$ledger", "$notifier";
grant execute on function control.authorizations_of(uuid[]), control.displayed_keys(uuid, boolean, text[], text[], text[])
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority";
grant execute on function public_credit.is_shown(uuid, boolean)
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority";
-- For the same by one function.
grant execute on function control.displayed_keys(uuid, boolean, text[], text[], text[]) to "$notifier";
-- Whoever writes records writes their index too.
grant execute on function public_credit.is_keyed(bigint)
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority",
    "$intake", "$due", "$amend", "$notifier", "$redactor", "$rights", "$recovery", "$joiner";
grant execute on function control.was_shown(uuid, uuid, int) to "$subject";
grant execute on function control.authorization_numbers(text, int) to "$party", "$operator", "$authority";
grant execute on function control.authorization_ends() to "$party";

grant execute on function ledger.record(jsonb), ledger.write_entries(jsonb), ledger.write_part(jsonb, uuid[], uuid[], timestamptz), ledger.keep_answers(jsonb), ledger.overtaken(jsonb) to "$ledger";
grant execute on function ledger.issue_report(jsonb), ledger.outdated(uuid, jsonb) to "$report";
grant execute on function ledger.report_status(uuid)
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$analyst", "$authority";
grant execute on function ledger.was_told(ledger.change) to "$control";
grant execute on function ledger.told(uuid[], text) to "$amend";
grant execute on function public_credit.about_person(uuid)
  to "$public", "$subject", "$party", "$department", "$provider", "$collector", "$operator", "$authority", "$intake", "$designate";
grant execute on function public_credit.pledge_bars(uuid), public_credit.declined_pledges(uuid) to "$intake";
grant execute on function statistics.census() to "$statistics";
