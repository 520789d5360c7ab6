/**
 * Pledges that a permit or a proof rests on, what bars from the pledge system, and who chose against it (Articles 45 and 46).
 * The methods of comprehensive assessment, by published edition (Article 47).
 */
import { READER_ROLES } from './roles.ts';

const HERALD = 'credit_herald';
const INTAKE = 'credit_intake';
const UNITS = 'credit_provider, credit_department, credit_operator';

const own = 'subject_id = (select control.caller_subject())';
const mine = 'unit = (select control.caller_unit())';

const secured = (table: string, ...policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  ...policies.map((policy, index) => `create policy g${index} on ${table} ${policy}`),
];

/** Counts alone, of whoever provided the records: a unit that takes a pledge need not be the one that found an earlier one false. */
const BARS = `create function public_credit.pledge_bars(subject uuid) returns table (serious int, failed int, false_ones int) language plpgsql
  stable security definer set search_path = pg_catalog as $$ begin
    return query select
      (select count(*)::int from sanctions.designation d where d.subject_id = subject and d.display = 'DISPLAYED'
        and d.displayed_until >= control.today()),
      count(*) filter (where r.content->>'performance' = 'FAILED')::int, count(*) filter (where r.content->>'performance' = 'FALSE')::int
      from public_credit.record r where r.subject_id = subject and r.current and r.type = 'PledgeRecord' and r.display = 'DISPLAYED'
        and (r.displayed_until is null or r.displayed_until >= control.today());
  end $$`;

/** Whether it chose ordinary procedures: told to nobody, only obeyed. */
const DECLINED = `create function public_credit.declined_pledges(subject uuid) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    return exists (select from public_credit.pledge_choice c where c.subject_id = subject and not c.uses_pledges);
  end $$`;

export const PLEDGES: readonly string[] = [
  `create table public_credit.pledge_check (subject_id uuid not null, record_id uuid not null, unit text not null, item text not null,
    kind text not null, matter text not null, permit_document text null, permitted_on date null, recorded_on date not null,
    ordered_on date null, correct_by date null, outcome text null,
    reasons text null, basis_document text null, verified_on date null, primary key (subject_id, record_id))`,
  `create index pledge_check_unit on public_credit.pledge_check (unit, outcome)`,
  `create unique index pledge_check_record on public_credit.pledge_check (record_id)`,
  ...secured(
    'public_credit.pledge_check',
    `for all to ${INTAKE} using (${mine}) with check (${mine})`,
    `for select to ${UNITS} using (${mine})`,
    `for select to credit_subject using (${own})`,
  ),
  `grant select, insert, update (ordered_on, correct_by, outcome, reasons, basis_document, verified_on) on public_credit.pledge_check
    to ${INTAKE}`,
  `grant select on public_credit.pledge_check to ${UNITS}, credit_subject`,
  `create table public_credit.pledge_choice (subject_id uuid not null, uses_pledges boolean not null, chosen_at timestamptz not null,
    primary key (subject_id))`,
  ...secured(
    'public_credit.pledge_choice',
    `for all to ${INTAKE} using (${own}) with check (${own})`,
    `for select to credit_subject using (${own})`,
    `for select to ${HERALD} using (true)`,
  ),
  `grant select, insert, update on public_credit.pledge_choice to ${INTAKE}`,
  `grant select on public_credit.pledge_choice to credit_subject, ${HERALD}`,
  `grant select (type, content, displayed_until) on public_credit.record to ${HERALD}`,
  `grant select (displayed_until) on sanctions.designation to ${HERALD}`,
  BARS,
  DECLINED,
  `revoke execute on function public_credit.pledge_bars(uuid), public_credit.declined_pledges(uuid) from public`,
  `grant create on schema public_credit to ${HERALD}`,
  `alter function public_credit.pledge_bars(uuid) owner to ${HERALD}`,
  `alter function public_credit.declined_pledges(uuid) owner to ${HERALD}`,
  `revoke create on schema public_credit from ${HERALD}`,
  `grant execute on function public_credit.pledge_bars(uuid), public_credit.declined_pledges(uuid) to ${INTAKE}`,
  `create table control.assessment_method (edition text not null, basis text not null, classes jsonb not null,
    publication_reference text not null, published_on date not null, effective_from date not null, primary key (edition))`,
  `alter table control.assessment_method enable row level security`,
  `create policy g0 on control.assessment_method for select to ${READER_ROLES.join(', ')}, ${INTAKE} using (true)`,
  `create policy g1 on control.assessment_method for insert to ${INTAKE} with check (control.caller_role() = 'AUTHORITY')`,
  `grant select on control.assessment_method to ${READER_ROLES.join(', ')}`,
  `grant select, insert on control.assessment_method to ${INTAKE}`,
];
