/**
 * Standards of designation, measures by edition, who answers for whom, waivers, re-examinations, and the notices of Article 32
 * (Articles 25 to 33 and 35). Whoever is released takes with it whoever was listed on its account, whatever way it left the list.
 */
import { ROW_READERS } from './roles.ts';

const HERALD = 'credit_herald';
const DESIGNATOR = 'credit_designate';

const own = 'subject_id = (select control.caller_subject())';
const unit = '(select control.caller_unit())';

const secured = (table: string, ...policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  ...policies.map((policy, index) => `create policy m${index} on ${table} ${policy}`),
];

/** Published rules: anyone may read them, the department in charge and the regulators add to them, nobody changes one. */
const published = (table: string): string[] => [
  `grant select on ${table} to ${ROW_READERS}, ${DESIGNATOR}`,
  `grant insert on ${table} to ${DESIGNATOR}`,
];

/** Statement triggers fire for no rows too: without the first test the trigger would call itself for ever. */
const RELEASE = `create function sanctions.release_linked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if not exists (select from fresh n join stale o using (subject_id, id) where n.display <> 'DISPLAYED' and o.display = 'DISPLAYED') then
      return null;
    end if;
    update sanctions.designation d set display = 'ARCHIVED' from fresh n join stale o using (subject_id, id)
      where n.display <> 'DISPLAYED' and o.display = 'DISPLAYED' and d.on_account_subject = n.subject_id and d.on_account_of = n.id
        and d.display <> 'ARCHIVED';
    return null;
  end $$`;

/** The feed tells of incentives as of everything else. */
const INCENTIVE_TOLD = [
  `create function ledger.incentive_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    begin
      perform ledger.tell((select jsonb_agg(jsonb_build_object('kind', coalesce(nullif(current_setting('credit.cause', true), ''),
          case when n.displayed_until < control.today() then 'EXPIRED' else 'WITHDRAWN' end),
          'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id, 'version', 1))
        from fresh n join stale o using (subject_id, id) where o.display = 'DISPLAYED' and n.display <> 'DISPLAYED'));
      return null;
    end $$`,
  `create function ledger.incentive_inserted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    begin
      if exists (select from ledger.watch) then
        perform ledger.tell((select jsonb_agg(jsonb_build_object('kind', 'DESIGNATED', 'subject_id', n.subject_id, 'item', n.item,
          'record_id', n.id, 'version', 1)) from fresh n
          where n.display = 'DISPLAYED' and exists (select from ledger.watch w where w.subject_id = n.subject_id)));
      end if;
      return null;
    end $$`,
  `grant create on schema ledger, sanctions to ${HERALD}`,
  `alter function ledger.incentive_changed() owner to ${HERALD}`,
  `alter function ledger.incentive_inserted() owner to ${HERALD}`,
  `alter function sanctions.release_linked() owner to ${HERALD}`,
  `revoke create on schema ledger, sanctions from ${HERALD}`,
  `create trigger told_update after update on sanctions.incentive referencing old table as stale new table as fresh
    for each statement execute function ledger.incentive_changed()`,
  `create trigger told_insert after insert on sanctions.incentive referencing new table as fresh
    for each statement execute function ledger.incentive_inserted()`,
  `create trigger release_linked after update on sanctions.designation referencing old table as stale new table as fresh
    for each statement execute function sanctions.release_linked()`,
];

/** A person who is on a list is held by that alone, as far as the reader may see the designation (Articles 28 and 33). */
const LISTED_PERSONS = [
  `create policy m0 on public_credit.subject for select to ${ROW_READERS}
    using (personal and exists (select from sanctions.designation d where d.subject_id = subject.id))`,
  `create policy m0 on public_credit.subject_whole for select to credit_department using (exists (select from sanctions.designation d
    where d.subject_id = subject_whole.subject_id and d.item = any ((select control.items_identified())::text[])))`,
  `grant usage on schema public_credit to ${DESIGNATOR}`,
  `grant insert on public_credit.subject, public_credit.subject_whole to ${DESIGNATOR}`,
  `create policy m1 on public_credit.subject for insert to ${DESIGNATOR} with check (true)`,
  `create policy m1 on public_credit.subject_whole for insert to ${DESIGNATOR} with check (true)`,
];

export const MEASURES: readonly string[] = [
  `create table sanctions.standard (list text not null, edition text not null, citation text not null, grounds text[] not null,
    designating_units text[] not null, maximum_months int null, removal_conditions text null, remedies text null,
    publication_reference text not null, published_on date not null, effective_from date not null, primary key (list, edition))`,
  `create table sanctions.measure (code text not null, edition text not null, name text not null, name_en text not null, kind text not null,
    scope text not null, source text not null, article text not null, legal_basis text not null, grounds text[] null, lists text[] null,
    activities text[] not null, maximum_months int null, maximum_extent int null, publication_reference text not null,
    published_on date not null, effective_from date not null, effective_until date null, primary key (code, edition))`,
  ...published('sanctions.standard'),
  ...published('sanctions.measure'),
  `alter table sanctions.designation add column standard_edition text null, add column responsible_as text null,
    add column on_account_subject uuid null, add column on_account_of uuid null`,
  `create index designation_on_account on sanctions.designation (on_account_subject, on_account_of) where on_account_of is not null`,
  `create unique index designation_once on sanctions.designation (subject_id, list, basis_document)
    where display = 'DISPLAYED' and on_account_of is null`,
  `create unique index designation_linked_once on sanctions.designation (subject_id, on_account_of) where on_account_of is not null`,
  `alter table sanctions.decision add column evidence text null`,
  `alter table sanctions.incentive add column standard_edition text null, add column decision_number text null,
    add column basis_document text null`,
  `create table sanctions.removal (subject_id uuid not null, designation_id uuid not null, unit text not null, reason text not null,
    removed_at timestamptz not null, primary key (subject_id, designation_id))`,
  ...secured('sanctions.removal', `for all to ${DESIGNATOR} using (unit = ${unit}) with check (unit = ${unit})`),
  `grant select, insert on sanctions.removal to ${DESIGNATOR}`,
  `create table sanctions.waiver (subject_id uuid not null, id uuid not null, unit text not null, basis_document text not null,
    conduct text not null, warning text null, waived_on date not null, primary key (subject_id, id))`,
  `create unique index waiver_once on sanctions.waiver (subject_id, unit, basis_document)`,
  ...secured(
    'sanctions.waiver',
    `for all to ${DESIGNATOR} using (unit = ${unit}) with check (unit = ${unit})`,
    `for select to credit_subject using (${own})`,
  ),
  `grant select, insert on sanctions.waiver to ${DESIGNATOR}`,
  `grant select on sanctions.waiver to credit_subject`,
  `create table sanctions.reexamination (subject_id uuid not null, id uuid not null, designation_id uuid not null, unit text not null,
    reasons text not null, status text not null, requested_on date not null, decide_by date not null, provisional boolean not null,
    decision text null, decided_on date null, primary key (subject_id, id))`,
  `create unique index reexamination_pending on sanctions.reexamination (subject_id, designation_id) where status = 'PENDING'`,
  ...secured(
    'sanctions.reexamination',
    `for select to credit_subject using (${own})`,
    `for insert to ${DESIGNATOR} with check (${own})`,
    `for select to ${DESIGNATOR} using (unit = ${unit} or ${own})`,
    `for update to ${DESIGNATOR} using (unit = ${unit}) with check (unit = ${unit})`,
  ),
  `grant select on sanctions.reexamination to credit_subject`,
  `grant select, insert, update (status, decision, decided_on) on sanctions.reexamination to ${DESIGNATOR}`,
  // The subject names its own designation where it asks for re-examination; the command reads who designated.
  `create policy m0 on sanctions.designation for select to ${DESIGNATOR} using (${own})`,
  `create table sanctions.organ_notice (subject_id uuid not null, id uuid not null, designation_id uuid not null, kind text not null,
    unit text not null, designating_unit text not null, told_on date not null, correct_by date null, outcome text null,
    corrected boolean null, reported_on date null, primary key (subject_id, id))`,
  `create unique index organ_notice_once on sanctions.organ_notice (subject_id, designation_id, kind, unit)`,
  ...secured(
    'sanctions.organ_notice',
    `for select to credit_provider, credit_department, credit_authority
      using (unit = ${unit} or designating_unit = ${unit} or control.caller_role() = 'AUTHORITY')`,
    `for all to ${DESIGNATOR} using (unit = ${unit} or designating_unit = ${unit})
      with check (unit = ${unit} or designating_unit = ${unit})`,
  ),
  `grant select on sanctions.organ_notice to credit_provider, credit_department, credit_authority`,
  `grant select, insert, update (outcome, corrected, reported_on) on sanctions.organ_notice to ${DESIGNATOR}`,
  // The department in charge orders correction of what others designated, of state organs alone.
  `create policy m1 on sanctions.designation for select to ${DESIGNATOR} using (control.caller_role() = 'AUTHORITY'
    and exists (select from sanctions.organ_notice o where o.subject_id = designation.subject_id and o.designation_id = designation.id))`,
  `create policy m2 on sanctions.organ_notice for select to ${DESIGNATOR} using (control.caller_role() = 'AUTHORITY')`,
  `alter table control.clock add column set_for date null`,
  `grant select, insert on control.clock to ${DESIGNATOR}`,
  `grant update (met_on) on control.clock to ${DESIGNATOR}`,
  `create policy m0 on control.clock for all to ${DESIGNATOR} using (true) with check (true)`,
  `grant select, update (display) on sanctions.designation to ${HERALD}`,
  `create policy m2 on sanctions.designation for update to ${HERALD} using (true) with check (display = 'ARCHIVED')`,
  RELEASE,
  ...INCENTIVE_TOLD,
  ...LISTED_PERSONS,
];
