/** Webhooks: a unit is called when its feed of changes has something new (Article 39). What is sent says that, and nothing else. */
import { LOGIN_ROLE } from './roles.ts';

/** Who carries the calls: it reads feeds' ends and addresses, and writes deliveries. */
const COURIER = 'credit_courier';

const RECIPIENTS = 'credit_party, credit_department, credit_provider, credit_collector, credit_authority';
const mine = 'unit = (select control.caller_unit())';

const secured = (table: string, ...policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  ...policies.map((policy, index) => `create policy h${index} on ${table} ${policy}`),
];

export const WEBHOOKS: readonly string[] = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = '${COURIER}') then create role ${COURIER} nologin noinherit; end if;
  exception when duplicate_object or unique_violation then null; end $$`,
  `grant ${COURIER} to ${LOGIN_ROLE}`,
  `create table ledger.webhook (unit text not null, url text not null, sealed bytea not null, key_id text not null,
    registered_at timestamptz not null, ended_at timestamptz null, primary key (unit))`,
  `create table ledger.delivery (id uuid not null, unit text not null, number bigint not null, attempts int not null,
    next_at timestamptz not null, state text not null, last_error text null, created_at timestamptz not null,
    finished_at timestamptz null, primary key (id))`,
  `create unique index delivery_pending on ledger.delivery (unit) where state = 'PENDING'`,
  `create index delivery_unit_created_at_index on ledger.delivery (unit, created_at)`,
  ...secured(
    'ledger.webhook',
    `for select to ${COURIER} using (true)`,
    `for select to ${RECIPIENTS} using (${mine})`,
    `for all to credit_control using (${mine}) with check (${mine})`,
  ),
  ...secured(
    'ledger.delivery',
    `for all to ${COURIER} using (true) with check (true)`,
    `for select to ${RECIPIENTS} using (${mine})`,
    `for all to credit_control using (${mine}) with check (${mine})`,
  ),
  `create policy h0 on ledger.feed for select to ${COURIER} using (true)`,
  `create policy h0 on ledger.change for select to ${COURIER} using (true)`,
  `grant usage on schema ledger, control to ${COURIER}`,
  `grant select on ledger.webhook, ledger.feed to ${COURIER}`,
  `grant select (recipient, number, purpose, void) on ledger.change to ${COURIER}`,
  `grant select, insert, update on ledger.delivery to ${COURIER}`,
  // The secret, sealed as it is, is for the courier alone; who writes it must be able to name what it writes over.
  `grant select (unit, url, registered_at, ended_at) on ledger.webhook to ${RECIPIENTS}`,
  `grant select, insert, update on ledger.webhook to credit_control`,
  `grant select on ledger.delivery to ${RECIPIENTS}, credit_control`,
  `grant update (state, attempts, next_at, finished_at) on ledger.delivery to credit_control`,
];
