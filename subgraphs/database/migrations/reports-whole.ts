/**
 * A report remembers which items its maker saw whole (Article 22), so that it is read again on such a duty alone. Of a department's report that
 * was kept before, every item counts as whole: it did not say.
 */
const LOCK = `hashtext('credit-gateway corrections')`;

export const REPORTS_WHOLE: readonly string[] = [
  `alter table ledger.report add column whole text[] not null default '{}'`,
  // Row policies bind the owner of the table too, and let nobody change a report.
  `alter table ledger.report no force row level security`,
  `update ledger.report set whole = items where role = 'DEPARTMENT'`,
  `alter table ledger.report force row level security`,
  `create or replace function ledger.issue_report(report jsonb) returns void language plpgsql set search_path = pg_catalog as $$
  begin
    perform pg_advisory_xact_lock_shared(${LOCK});
    if ledger.outdated((report->>'subjectId')::uuid, report->'records') then
      raise exception using errcode = 'CR001', message = 'OVERTAKEN';
    end if;
    insert into ledger.report (id, subject_id, personal, role, unit, template, issued_at, expires_on, items, whole, digest, sealed, key_id)
      values ((report->>'id')::uuid, (report->>'subjectId')::uuid, (report->>'personal')::boolean, control.caller_role(),
        control.caller_unit(), report->>'template', (report->>'issuedAt')::timestamptz, (report->>'expiresOn')::date,
        array(select jsonb_array_elements_text(report->'items')), array(select jsonb_array_elements_text(report->'whole')),
        decode(report->>'digest', 'hex'), decode(report->>'sealed', 'hex'), report->>'keyId');
    insert into ledger.report_record (report_id, record_id, version)
      select (report->>'id')::uuid, s.id, s.version from jsonb_to_recordset(report->'records') as s (id uuid, version int);
  end $$`,
];
