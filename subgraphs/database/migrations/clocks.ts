/** The clocks of statutory periods, and the years of working days that are loaded as data. */
import { LOGIN_ROLE } from './roles.ts';

/** Who moves time-driven states on: display periods that ended, clocks that ran out. It reads and writes those columns alone. */
const DUE = 'credit_due';

const UNIT_READERS = 'credit_party, credit_department, credit_provider, credit_collector';

export const CLOCKS: readonly string[] = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = '${DUE}') then create role ${DUE} nologin noinherit; end if;
  exception when duplicate_object or unique_violation then null; end $$`,
  `grant ${DUE} to ${LOGIN_ROLE}`,
  `create table control.clock (id uuid not null, obligation text not null, kind text not null, unit text not null, subject_id uuid null,
    reference text not null, started_on date not null, due_on date not null, provisional boolean not null, earliest date not null,
    latest date not null, pauses jsonb not null, met_on date null, noticed_overdue_at timestamptz null, primary key (id))`,
  `create unique index clock_once on control.clock (kind, reference, unit)`,
  `create index clock_unit on control.clock (unit, due_on)`,
  `create index clock_open on control.clock (due_on) where met_on is null`,
  `create table control.calendar_year (year int not null, source text not null, days jsonb not null, loaded_at timestamptz not null,
    primary key (year))`,
  `create trigger touched after insert or update or delete on control.calendar_year
    for each statement execute function control.touch()`,
  `alter table control.clock enable row level security`,
  `create policy k0 on control.clock for select to credit_operator, credit_authority using (true)`,
  `create policy k1 on control.clock for select to ${UNIT_READERS} using (unit = (select control.caller_unit()))`,
  `create policy k2 on control.clock for select to credit_subject using (subject_id = (select control.caller_subject()))`,
  `create policy k3 on control.clock for all to credit_control, ${DUE}, credit_intake using (true) with check (true)`,
  `grant select on control.clock to credit_operator, credit_authority, ${UNIT_READERS}, credit_subject`,
  `grant select, insert, update on control.clock to credit_control, credit_intake`,
  `grant usage on schema control, public_credit, non_public_credit, sanctions to ${DUE}`,
  `grant execute on all functions in schema control to ${DUE}`,
  `grant select, update (due_on, provisional, earliest, latest, noticed_overdue_at) on control.clock to ${DUE}`,
  `grant select, update (display) on public_credit.record, non_public_credit.record, sanctions.designation, sanctions.incentive to ${DUE}`,
  `grant insert on public_credit.display_event to ${DUE}`,
  ...['public_credit.record', 'non_public_credit.record', 'sanctions.designation', 'sanctions.incentive'].map(
    (table) => `create policy k0 on ${table} for all to ${DUE} using (true) with check (display = 'ARCHIVED')`,
  ),
  `create policy k0 on public_credit.display_event for insert to ${DUE} with check (true)`,
  `grant select on control.calendar_year to credit_public, credit_subject, credit_party, credit_department, credit_provider,
    credit_collector, credit_operator, credit_analyst, credit_authority, credit_control, ${DUE}`,
  `grant insert, update on control.calendar_year to credit_control`,
];
