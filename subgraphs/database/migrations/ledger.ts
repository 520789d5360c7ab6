/**
 * The ledger as a log that shows tampering (Articles 17 and 35): bases and commitments on its entries, the tree, checkpoints, and
 * the counts that agreements and authorizations set.
 */
import { LOGIN_ROLE, READER_ROLES } from './roles.ts';

/** Who turns entries into leaves; it reads the ledger and changes nothing in an entry but a commitment that is missing. */
const SEQUENCER = 'credit_sequencer';

const createRole = (role: string): string => `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin noinherit; end if;
  exception when duplicate_object or unique_violation then null; end $$`;

/**
 * One unit of the ledger: the entries are written, and what an agreement and an authorization allow is counted. Raises CR001 with why
 * nothing may leave; then nothing of it stays. Runs with the rights of credit_ledger. The count of an agreement comes last: its row
 * is what the answers of one party wait for, and it is held no longer than the commit takes.
 */
const RECORD = `create function ledger.record(entries jsonb) returns void language plpgsql set search_path = pg_catalog as $$
  declare
    granted int;
    spent record;
  begin
    for spent in
      select distinct (basis->>'authorization')::uuid as id from jsonb_array_elements(entries) e, jsonb_array_elements(e->'bases') basis
      where basis->>'authorization' is not null order by 1
    loop
      update control.authorization_grant g set uses = uses + 1
        where g.id = spent.id and g.revoked_at is null and control.today() between g.valid_from and g.valid_until
          and (g.maximum_uses is null or g.uses < g.maximum_uses);
      if not found then raise exception using errcode = 'CR001', message = 'AUTHORIZATION_REQUIRED'; end if;
    end loop;
    insert into ledger.disclosure (id, subject_id, at, request_id, role, unit, purpose, case_reference, channel, seen, items, records,
        bases, salt, commitment)
      select (e->>'id')::uuid, (e->>'subject')::uuid, (e->>'at')::timestamptz, (e->>'request')::uuid, e->>'role', e->>'unit',
        e->>'purpose', e->>'case', e->>'channel', e->>'seen', array(select jsonb_array_elements_text(e->'items')), e->'records',
        e->'bases', decode(e->>'salt', 'hex'), decode(e->>'commitment', 'hex')
      from jsonb_array_elements(entries) e;
    insert into ledger.pending (entry_id) select (e->>'id')::uuid from jsonb_array_elements(entries) e;
    for spent in
      select b.agreement, a.daily_quota, a.id is not null and control.agreement_in_force(a) as in_force
      from (select distinct (basis->>'agreement')::uuid as agreement from jsonb_array_elements(entries) e,
              jsonb_array_elements(e->'bases') basis where basis->>'agreement' is not null) b
        left join control.agreement a on a.id = b.agreement
      order by b.agreement
    loop
      if not spent.in_force then raise exception using errcode = 'CR001', message = 'NO_AGREEMENT'; end if;
      -- A subject counts once a day: a page, an alias or a retry that shows it again discloses nobody new.
      with shown as (
        select distinct (e->>'subject')::uuid as subject_id from jsonb_array_elements(entries) e, jsonb_array_elements(e->'bases') basis
        where (basis->>'agreement')::uuid = spent.agreement
      ), fresh as (
        insert into ledger.quota_subject (agreement_id, day, subject_id)
        select spent.agreement, control.today(), subject_id from shown order by subject_id
        on conflict do nothing returning 1
      ) select count(*)::int into granted from fresh;
      if granted > spent.daily_quota then raise exception using errcode = 'CR001', message = 'QUOTA_EXCEEDED'; end if;
      if granted > 0 then
        insert into ledger.quota as q (agreement_id, day, used) values (spent.agreement, control.today(), granted)
        on conflict (agreement_id, day) do update set used = q.used + excluded.used
          where q.used + excluded.used <= spent.daily_quota;
        if not found then raise exception using errcode = 'CR001', message = 'QUOTA_EXCEEDED'; end if;
      end if;
    end loop;
  end $$`;

/** Authorizations of these subjects that carry the calling party's question, for the ledger to name. */
const AUTHORIZATIONS = `create function control.authorizations_of(subjects uuid[])
  returns table (id uuid, subject_id uuid, items text[]) language plpgsql stable security definer parallel safe
  set search_path = pg_catalog as $$ begin
    if control.caller_role() <> 'PARTY' then return; end if;
    return query select g.id, g.subject_id, g.items from control.authorization_grant g
      where g.subject_id = any (subjects) and g.party = control.caller_unit() and g.revoked_at is null
        and control.today() between g.valid_from and g.valid_until and (g.maximum_uses is null or g.uses < g.maximum_uses)
        and control.caller_purpose() = any (g.purposes)
      order by g.granted_at, g.id;
  end $$`;

const secured = (table: string, ...policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  ...policies.map((policy, index) => `create policy q${index} on ${table} ${policy}`),
];

export const LEDGER: readonly string[] = [
  createRole(SEQUENCER),
  `grant ${SEQUENCER} to ${LOGIN_ROLE}`,
  `alter table ledger.disclosure add column bases jsonb not null default '[]'`,
  `alter table ledger.disclosure alter column bases drop default`,
  `alter table ledger.disclosure add column salt bytea null`,
  `alter table ledger.disclosure add column commitment bytea null`,
  `alter table ledger.disclosure add column erased_at timestamptz null`,
  `alter table ledger.disclosure add column erasure_reason text null`,
  `alter table ledger.disclosure alter column subject_id drop not null`,
  `create table ledger.pending (entry_id uuid not null, primary key (entry_id))`,
  // Entries from before the tree become leaves as well; the sequencer gives them their commitment.
  `insert into ledger.pending (entry_id) select id from ledger.disclosure`,
  `create table ledger.leaf (leaf_index bigint not null, entry_id uuid not null, primary key (leaf_index))`,
  `create unique index leaf_entry on ledger.leaf (entry_id)`,
  `create table ledger.node (level int not null, index bigint not null, hash bytea not null, primary key (level, index))`,
  `create table ledger.checkpoint (size bigint not null, root bytea not null, signed_at timestamptz not null, key_id text not null,
    signature bytea not null, primary key (size))`,
  `create table ledger.quota (agreement_id uuid not null, day date not null, used int not null, primary key (agreement_id, day))`,
  `create table ledger.quota_subject (agreement_id uuid not null, day date not null, subject_id uuid not null,
    primary key (agreement_id, day, subject_id))`,
  RECORD,
  AUTHORIZATIONS,
  `grant usage on schema ledger to ${READER_ROLES.join(', ')}, ${SEQUENCER}`,
  `grant usage on schema control to ${SEQUENCER}`,
  `revoke execute on function ledger.record(jsonb), control.authorizations_of(uuid[]) from public`,
  `grant execute on function ledger.record(jsonb) to credit_ledger`,
  `grant execute on function control.agreement_in_force(control.agreement) to credit_ledger`,
  `grant execute on function control.authorizations_of(uuid[]) to credit_party`,
  `grant insert on ledger.pending to credit_ledger`,
  `grant select, insert, update on ledger.quota, ledger.quota_subject to credit_ledger`,
  `grant select on control.agreement, control.authorization_grant to credit_ledger`,
  `grant update (uses) on control.authorization_grant to credit_ledger`,
  // The tree holds hashes alone: whoever reads proofs may read it.
  `grant select on ledger.leaf, ledger.node, ledger.checkpoint to ${READER_ROLES.join(', ')}, ${SEQUENCER}`,
  `grant select on ledger.pending, ledger.disclosure to ${SEQUENCER}, credit_operator, credit_authority`,
  `grant delete on ledger.pending to ${SEQUENCER}`,
  `grant insert on ledger.leaf, ledger.node, ledger.checkpoint to ${SEQUENCER}`,
  `grant update (salt, commitment) on ledger.disclosure to ${SEQUENCER}`,
  // An erasure takes the content away and leaves the leaf (Article 17: the tree stays whole).
  `grant select on ledger.disclosure to credit_control`,
  `grant usage on schema ledger to credit_control`,
  `grant update (subject_id, unit, purpose, case_reference, items, records, bases, salt, erased_at, erasure_reason)
    on ledger.disclosure to credit_control`,
  `create policy q0 on ledger.disclosure for select to ${SEQUENCER}, credit_operator, credit_authority, credit_control using (true)`,
  `create policy q1 on ledger.disclosure for update to ${SEQUENCER} using (commitment is null) with check (true)`,
  `create policy q2 on ledger.disclosure for update to credit_control using (erased_at is null)
    with check (erased_at is not null and salt is null)`,
  `create policy q0 on control.agreement for select to credit_ledger using (party = control.caller_unit())`,
  `create policy q0 on control.authorization_grant for all to credit_ledger using (party = control.caller_unit())
    with check (party = control.caller_unit())`,
  ...secured('ledger.quota', 'for all to credit_ledger using (true) with check (true)'),
  ...secured('ledger.quota_subject', 'for all to credit_ledger using (true) with check (true)'),
];
