/** What several gateways over one database must agree on before a question is let in. */
import { LOGIN_ROLE } from './roles.ts';

/** Who counts at the door; it reads and writes these tables and nothing else. */
const DOOR = 'credit_door';

export const DOOR_TABLES: readonly string[] = [
  `do $$ begin
    if not exists (select from pg_roles where rolname = '${DOOR}') then create role ${DOOR} nologin noinherit; end if;
  exception when duplicate_object or unique_violation then null; end $$`,
  `grant ${DOOR} to ${LOGIN_ROLE}`,
  `grant usage on schema control to ${DOOR}`,
  // Unlogged: what was counted in the minute of a crash is counted anew.
  `create unlogged table control.rate (key varchar(255) not null, points int not null default 0, expire bigint null, primary key (key))`,
  `alter table control.rate enable row level security`,
  `alter table control.rate force row level security`,
  `create policy d0 on control.rate for all to ${DOOR} using (true) with check (true)`,
  `grant select, insert, update, delete on control.rate to ${DOOR}`,
];

/** Proofs of possession that were sent (RFC 9449). Logged, unlike counts: after a crash they could be sent again. */
export const PROOFS: readonly string[] = [
  `create table control.proof (key text not null, until timestamptz not null, primary key (key))`,
  `create index proof_until_index on control.proof (until)`,
  `alter table control.proof enable row level security`,
  `alter table control.proof force row level security`,
  `create policy d0 on control.proof for all to ${DOOR} using (true) with check (true)`,
  `grant select, insert, delete on control.proof to ${DOOR}`,
];
