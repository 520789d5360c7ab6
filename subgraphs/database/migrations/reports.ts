/**
 * Credit reports that were issued (Articles 36 (4) and 44): sealed for whom they were made, and superseded by the database itself, so that no way
 * of changing a record can forget one.
 */
import { LOGIN_ROLE, READER_ROLES } from './roles.ts';

const HERALD = 'credit_herald';
const ISSUER = 'credit_report';
const LOCK = `hashtext('credit-gateway corrections')`;

const holder = `role = control.caller_role() and case when role = 'SUBJECT' then subject_id = (select control.caller_subject())
  else unit = (select control.caller_unit()) end`;

/** Whether something of it is not as the report has it: then it is not issued. */
const OUTDATED = `create function ledger.outdated(subject uuid, contained jsonb) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    return exists (select from jsonb_to_recordset(contained) as s (id uuid, version int) where
      not exists (select from public_credit.record r where r.subject_id = subject and r.id = s.id and r.version = s.version
        and r.current and r.display <> 'ARCHIVED')
      and not exists (select from sanctions.designation d where d.subject_id = subject and d.id = s.id and d.display = 'DISPLAYED')
      and not exists (select from sanctions.incentive i where i.subject_id = subject and i.id = s.id and i.display = 'DISPLAYED'));
  end $$`;

/** In one unit of work with the test that it is still right: a correction waits for it, or it for the correction. */
const ISSUE = `create function ledger.issue_report(report jsonb) returns void language plpgsql set search_path = pg_catalog as $$
  begin
    perform pg_advisory_xact_lock_shared(${LOCK});
    if ledger.outdated((report->>'subjectId')::uuid, report->'records') then
      raise exception using errcode = 'CR001', message = 'OVERTAKEN';
    end if;
    insert into ledger.report (id, subject_id, personal, role, unit, template, issued_at, expires_on, items, digest, sealed, key_id)
      values ((report->>'id')::uuid, (report->>'subjectId')::uuid, (report->>'personal')::boolean, control.caller_role(),
        control.caller_unit(), report->>'template', (report->>'issuedAt')::timestamptz, (report->>'expiresOn')::date,
        array(select jsonb_array_elements_text(report->'items')), decode(report->>'digest', 'hex'),
        decode(report->>'sealed', 'hex'), report->>'keyId');
    insert into ledger.report_record (report_id, record_id, version)
      select (report->>'id')::uuid, s.id, s.version from jsonb_to_recordset(report->'records') as s (id uuid, version int);
  end $$`;

const VOID = (
  name: string,
  joined: string,
  changed: string,
): string => `create function ledger.${name}() returns trigger language plpgsql
  security definer set search_path = pg_catalog as $$ begin
    update ledger.report p set superseded_at = control.moment() where p.superseded_at is null and p.id in (
      select x.report_id from fresh n join stale o using (${joined}) join ledger.report_record x on x.record_id = n.id and ${changed});
    return null;
  end $$`;

/** After the trigger that tells, by its name: that one takes the lock. */
const voids = (table: string, name: string): string =>
  `create trigger voids_reports after update on ${table} referencing old table as stale new table as fresh
    for each statement execute function ledger.${name}()`;

const STATUS = `create function ledger.report_status(report uuid) returns table (issued_at timestamptz, superseded_at timestamptz,
    expires_on date, digest bytea) language plpgsql stable security definer set search_path = pg_catalog as $$ begin
    return query select r.issued_at, r.superseded_at, r.expires_on, r.digest from ledger.report r where r.id = report;
  end $$`;

const DEFINERS = ['outdated(uuid, jsonb)', 'void_by_record()', 'void_by_list()', 'report_status(uuid)'];

export const REPORTS: readonly string[] = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = '${ISSUER}') then create role ${ISSUER} nologin noinherit; end if;
  exception when duplicate_object or unique_violation then null; end $$`,
  `grant ${ISSUER} to ${LOGIN_ROLE}`,
  `create table ledger.report (id uuid not null, subject_id uuid not null, personal boolean not null, role text not null, unit text null,
    template text not null, issued_at timestamptz not null, expires_on date null, superseded_at timestamptz null, items text[] not null,
    digest bytea not null, sealed bytea not null, key_id text not null, primary key (id))`,
  `create table ledger.report_record (report_id uuid not null, record_id uuid not null, version int not null,
    primary key (report_id, record_id))`,
  `create index report_record_record on ledger.report_record (record_id)`,
  ...['ledger.report', 'ledger.report_record'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy r0 on ${table} for all to ${HERALD} using (true) with check (true)`,
  ]),
  `create policy r1 on ledger.report for select to credit_subject, credit_party, credit_department using (${holder})`,
  `create policy r2 on ledger.report for insert to ${ISSUER} with check (${holder})`,
  `create policy r1 on ledger.report_record for insert to ${ISSUER} with check (true)`,
  `create policy r2 on ledger.report_record for select to credit_subject, credit_party, credit_department
    using (exists (select from ledger.report r where r.id = report_id))`,
  `grant usage on schema ledger, control to ${ISSUER}`,
  `grant usage on schema ledger to credit_subject, credit_party, credit_department`,
  `grant execute on all functions in schema control to ${ISSUER}`,
  `grant insert on ledger.report, ledger.report_record to ${ISSUER}`,
  `grant select on ledger.report, ledger.report_record to credit_subject, credit_party, credit_department, ${HERALD}`,
  `grant update (superseded_at) on ledger.report to ${HERALD}`,
  `grant select on sanctions.incentive to ${HERALD}`,
  `create policy r0 on sanctions.incentive for select to ${HERALD} using (true)`,
  OUTDATED,
  ISSUE,
  VOID(
    'void_by_record',
    'subject_id, id, version',
    `x.version = n.version and (o.current and not n.current or n.display <> o.display
      or (n.objection_raised_on, n.objection_decide_by) is distinct from (o.objection_raised_on, o.objection_decide_by))`,
  ),
  VOID('void_by_list', 'subject_id, id', 'n.display <> o.display'),
  STATUS,
  `revoke execute on function ledger.issue_report(jsonb), ${DEFINERS.map((name) => `ledger.${name}`).join(', ')} from public`,
  `grant create on schema ledger to ${HERALD}`,
  ...DEFINERS.map((name) => `alter function ledger.${name} owner to ${HERALD}`),
  `revoke create on schema ledger from ${HERALD}`,
  `grant execute on function ledger.outdated(uuid, jsonb), ledger.issue_report(jsonb) to ${ISSUER}`,
  `grant usage on schema ledger to ${READER_ROLES.join(', ')}`,
  `grant execute on function ledger.report_status(uuid) to ${READER_ROLES.join(', ')}`,
  voids('public_credit.record', 'void_by_record'),
  voids('sanctions.designation', 'void_by_list'),
  voids('sanctions.incentive', 'void_by_list'),
];
