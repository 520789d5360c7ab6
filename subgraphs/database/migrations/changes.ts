/**
 * Corrections follow the data (Articles 6 and 39): whatever way a record changes, the database itself tells everybody who was
 * shown it, each once and in order. Triggers, so that no command, importer or job can forget it.
 */
import { LOGIN_ROLE } from './roles.ts';

/** Owner of the functions that tell: it reads who was shown what, and writes nothing but the feeds. */
const HERALD = 'credit_herald';

/** Who ends what rests on a document that has fallen (Article 38). */
const AMENDER = 'credit_amend';

const createRole = (role: string): string => `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin noinherit; end if;
  exception when duplicate_object or unique_violation then null; end $$`;

/** Whether a watch still reaches a record of an item: agreement and, for a person, authorization are in force for its purpose. */
const COVERS = `create function ledger.watch_covers(w ledger.watch, code text) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    if w.ended_at is not null then return false; end if;
    return exists (select from control.items_in_force() i where i.code = watch_covers.code and (
        i.openness = 'UNCONDITIONAL' and exists (select from control.agreement a
          where a.party = w.unit and w.purpose = any (a.purposes) and control.agreement_in_force(a))
        or i.openness = 'AGREEMENT' and exists (select from control.agreement a
          where a.party = w.unit and w.purpose = any (a.purposes) and i.code = any (a.items) and control.agreement_in_force(a))))
      and (not w.personal or exists (select from control.authorization_grant g
        where g.subject_id = w.subject_id and g.party = w.unit and w.purpose = any (g.purposes) and g.revoked_at is null
          and control.today() between g.valid_from and g.valid_until
          and (code = any (g.items) or exists (select from control.items_in_force() i
            where i.code = watch_covers.code and i.openness = 'UNCONDITIONAL'))));
  end $$`;

/** Writes events to the feeds of those whom they concern, a feed at a time in one order, so that a cursor never passes a gap. */
const TELL = `create function ledger.tell(events jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
  declare
    feed record;
    base bigint;
  begin
    if events is null then return; end if;
    -- What was new and is gone again is told to nobody who has not read of it.
    update ledger.change c set void = true from jsonb_to_recordset(events) as e (kind text, record_id uuid)
      where e.kind in ('WITHDRAWN', 'RESTORED', 'EXPIRED') and c.record_id = e.record_id and c.kind in ('ADDED', 'DESIGNATED');
    for feed in
      with event as (
        select * from jsonb_to_recordset(events) as e (kind text, subject_id uuid, item text, record_id uuid, version int)
      ), told as (
        select e.*, d.unit as recipient, null::text as purpose from event e join ledger.disclosure d
          on d.subject_id = e.subject_id and d.unit is not null and d.role in ('PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR', 'AUTHORITY')
            and d.records @> jsonb_build_array(jsonb_build_object('id', e.record_id))
          where e.kind not in ('ADDED', 'DESIGNATED')
        union
        select e.*, w.unit, w.purpose from event e join ledger.watch w on w.subject_id = e.subject_id
          where e.kind in ('ADDED', 'DESIGNATED') and ledger.watch_covers(w, e.item)
      )
      select t.recipient, jsonb_agg(to_jsonb(t) order by t.subject_id, t.record_id, t.version) as told, count(*) as number
      from told t where t.recipient is distinct from control.caller_unit()
        and not exists (select from ledger.change c where c.recipient = t.recipient and c.record_id = t.record_id
          and c.version = t.version and c.kind = t.kind)
      group by t.recipient order by t.recipient
    loop
      insert into ledger.feed as f (recipient, last) values (feed.recipient, feed.number)
        on conflict (recipient) do update set last = f.last + excluded.last returning f.last - feed.number into base;
      insert into ledger.change (recipient, number, id, kind, subject_id, item, record_id, version, purpose, at, started_on)
        select feed.recipient, base + t.place, gen_random_uuid(), t.value->>'kind', (t.value->>'subject_id')::uuid, t.value->>'item',
          (t.value->>'record_id')::uuid, (t.value->>'version')::int, t.value->>'purpose', control.moment(), control.today()
        from jsonb_array_elements(feed.told) with ordinality as t (value, place)
        on conflict (recipient, record_id, version, kind) do nothing;
      perform ledger.start_clocks(feed.recipient, base);
    end loop;
  end $$`;

/** Each notice starts the clock of Article 39: act on it in time. The reckoning of the due date comes with the session. */
const START_CLOCKS = `create function ledger.start_clocks(recipient text, after bigint) returns void language plpgsql security definer
  set search_path = pg_catalog as $$
  declare
    due jsonb := nullif(current_setting('credit.act_by', true), '')::jsonb;
  begin
    insert into control.clock (id, obligation, kind, unit, subject_id, reference, started_on, due_on, provisional, earliest, latest, pauses)
      select gen_random_uuid(), 'A39.4', 'correction.act', c.recipient, c.subject_id, c.id::text, c.started_on,
        (due->>'date')::date, (due->>'provisional')::boolean, (due->>'earliest')::date, (due->>'latest')::date, '[]'
      from ledger.change c where c.recipient = start_clocks.recipient and c.number > after and c.kind not in ('ADDED', 'DESIGNATED');
  end $$`;

const event = (kind: string, version: string): string =>
  `jsonb_build_object('kind', ${kind}, 'subject_id', n.subject_id, 'item', n.item, 'record_id', n.id, 'version', ${version})`;

/** What is new about a watched subject is told only while the watch still reaches it. */
const STILL_TOLD = `create function ledger.still_told(c ledger.change) returns boolean language plpgsql stable security definer
  set search_path = pg_catalog as $$ begin
    return not c.void and exists (select from ledger.watch w where w.unit = c.recipient and w.subject_id = c.subject_id
      and w.purpose = c.purpose and ledger.watch_covers(w, c.item));
  end $$`;

/** What a new row is told as. A correction concerns those who hold the earlier version; what is new, those who watch. */
const inserted = (name: string, added: string, version: string): string =>
  `create function ledger.${name}() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if exists (select from fresh n where ${version} > 1) or exists (select from ledger.watch) then
      perform ledger.tell((select jsonb_agg(case when ${version} > 1 then ${event(`'CORRECTED'`, version)} else ${event(`'${added}'`, version)} end)
        from fresh n where ${version} > 1 or (n.display = 'DISPLAYED' and exists (select from ledger.watch w where w.subject_id = n.subject_id))));
    end if;
    return null;
  end $$`;

/** What a change of display is told as: the cause that the command names, else what the dates say. */
const changed = (name: string, version: string, objection: boolean): string =>
  `create function ledger.${name}() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform ledger.tell((select jsonb_agg(${event('n.kind', version)}) from (
      select n.*, coalesce(nullif(current_setting('credit.cause', true), ''),
          case when n.displayed_until < control.today() then 'EXPIRED' else 'WITHDRAWN' end) as kind
        from fresh n join stale o using (subject_id, id${version === 'n.version' ? ', version' : ''})
        where o.display = 'DISPLAYED' and n.display <> 'DISPLAYED'${version === 'n.version' ? ' and n.current' : ''}
      ${objection ? `union all select n.*, 'OBJECTED' from fresh n join stale o using (subject_id, id, version) where n.current and o.objection_raised_on is null and n.objection_raised_on is not null` : ''}) n));
    return null;
  end $$`;

const TABLES = [
  { table: 'public_credit.record', name: 'record', added: 'ADDED', version: 'n.version', objection: true },
  {
    table: 'non_public_credit.record',
    name: 'non_public_record',
    added: 'ADDED',
    version: 'n.version',
    objection: false,
  },
  { table: 'sanctions.designation', name: 'designation', added: 'DESIGNATED', version: '1', objection: false },
] as const;

const TRIGGERS: readonly string[] = TABLES.flatMap(({ table, name, added, version, objection }) => [
  inserted(`${name}_inserted`, added, version),
  changed(`${name}_changed`, version, objection),
  `alter function ledger.${name}_inserted() owner to ${HERALD}`,
  `alter function ledger.${name}_changed() owner to ${HERALD}`,
  `create trigger told_insert after insert on ${table} referencing new table as fresh
    for each statement execute function ledger.${name}_inserted()`,
  `create trigger told_update after update on ${table} referencing old table as stale new table as fresh
    for each statement execute function ledger.${name}_changed()`,
]);

const secured = (table: string, ...policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  ...policies.map((policy, index) => `create policy c${index} on ${table} ${policy}`),
];

const RECIPIENTS = 'credit_party, credit_department, credit_provider, credit_collector, credit_authority';
const mine = 'recipient = (select control.caller_unit())';

export const CHANGES: readonly string[] = [
  createRole(HERALD),
  createRole(AMENDER),
  `grant ${AMENDER} to ${LOGIN_ROLE}`,
  `do $$ begin execute format('grant ${HERALD} to %I', current_user); end $$`,
  `create table ledger.feed (recipient text not null, last bigint not null, primary key (recipient))`,
  `create table ledger.change (recipient text not null, number bigint not null, id uuid not null, kind text not null,
    subject_id uuid not null, item text not null, record_id uuid not null, version int not null, purpose text null,
    at timestamptz not null, started_on date not null, acknowledged_at timestamptz null,
    void boolean not null default false, primary key (recipient, number))`,
  `create unique index change_once on ledger.change (recipient, record_id, version, kind)`,
  `create index change_subject on ledger.change (subject_id, at)`,
  `create index change_record on ledger.change (record_id)`,
  `create table ledger.watch (unit text not null, subject_id uuid not null, purpose text not null, personal boolean not null,
    watched_at timestamptz not null, ended_at timestamptz null, primary key (unit, subject_id, purpose))`,
  `create index watch_subject on ledger.watch (subject_id) where ended_at is null`,
  // The moment of the request where a clock was injected, else the database's.
  `create function control.moment() returns timestamptz language sql stable parallel safe
    return coalesce(nullif(pg_catalog.current_setting('credit.moment', true), '')::timestamptz, pg_catalog.now())`,
  COVERS,
  TELL,
  START_CLOCKS,
  STILL_TOLD,
  // Counts alone: how many recipients were told of these records.
  `create function ledger.told(records uuid[], kind text, version int) returns int language plpgsql stable security definer
    set search_path = pg_catalog as $$ begin
      return (select count(distinct c.recipient)::int from ledger.change c where c.record_id = any (records) and c.kind = told.kind
        and (told.version is null or c.version = told.version)); end $$`,
  `revoke execute on function ledger.watch_covers(ledger.watch, text), ledger.tell(jsonb), ledger.start_clocks(text, bigint), ledger.told(uuid[], text, int), ledger.still_told(ledger.change) from public`,
  `grant create on schema ledger to ${HERALD}`,
  `grant usage on schema ledger, control, public_credit, non_public_credit, sanctions to ${HERALD}`,
  ...[
    'watch_covers(ledger.watch, text)',
    'tell(jsonb)',
    'start_clocks(text, bigint)',
    'told(uuid[], text, int)',
    'still_told(ledger.change)',
  ].map((name) => `alter function ledger.${name} owner to ${HERALD}`),
  ...TRIGGERS,
  `revoke create on schema ledger from ${HERALD}`,
  `grant select on ledger.disclosure, ledger.watch, control.agreement, control.authorization_grant to ${HERALD}`,
  `grant select, insert, update on ledger.feed to ${HERALD}`,
  `grant select, insert on ledger.change to ${HERALD}`,
  `grant update (void) on ledger.change to ${HERALD}`,
  `grant select, insert on control.clock to ${HERALD}`,
  `grant execute on all functions in schema control to ${HERALD}`,
  `create policy c0 on ledger.disclosure for select to ${HERALD} using (true)`,
  `create policy c0 on control.agreement for select to ${HERALD} using (true)`,
  `create policy c0 on control.authorization_grant for select to ${HERALD} using (true)`,
  `create policy c0 on control.clock for all to ${HERALD} using (true) with check (true)`,
  ...secured('ledger.feed', `for all to ${HERALD} using (true) with check (true)`),
  ...secured(
    'ledger.change',
    `for all to ${HERALD} using (true) with check (true)`,
    `for select to ${RECIPIENTS} using (${mine})`,
    `for all to credit_control using (${mine}) with check (${mine})`,
    'for select to credit_subject using (subject_id = (select control.caller_subject()))',
    'for select to credit_operator using (true)',
  ),
  ...secured(
    'ledger.watch',
    `for select to ${HERALD} using (true)`,
    'for select to credit_party using (unit = (select control.caller_unit()))',
    'for all to credit_control using (unit = (select control.caller_unit())) with check (unit = (select control.caller_unit()))',
  ),
  `grant select on ledger.change to ${RECIPIENTS}, credit_subject, credit_operator, credit_control`,
  `grant update (acknowledged_at) on ledger.change to credit_control`,
  `grant select on ledger.watch to credit_party`,
  `grant select, insert, update on ledger.watch to credit_control`,
  `create table public_credit.correction (subject_id uuid not null, record_id uuid not null, version int not null, unit text not null,
    reason text not null, found_on date not null, at timestamptz not null, primary key (subject_id, record_id, version))`,
  ...secured(
    'public_credit.correction',
    'for all to credit_intake using (unit = (select control.caller_unit())) with check (unit = (select control.caller_unit()))',
  ),
  `grant select, insert on public_credit.correction to credit_intake`,
  `grant usage on schema ledger to credit_intake, ${AMENDER}`,
  `grant execute on function ledger.told(uuid[], text, int) to credit_intake, ${AMENDER}`,
  `grant usage on schema control, public_credit, sanctions to ${AMENDER}`,
  `grant execute on all functions in schema control to ${AMENDER}`,
  `grant select, update (display) on public_credit.record, sanctions.designation to ${AMENDER}`,
  `grant insert on public_credit.display_event to ${AMENDER}`,
  `grant select, insert, update (met_on) on control.clock to ${AMENDER}`,
  `create policy c1 on control.clock for all to ${AMENDER} using (true) with check (true)`,
  `create policy c0 on public_credit.record for all to ${AMENDER}
    using (control.caller_role() = 'OPERATOR' or providing_unit = (select control.caller_unit()))`,
  `create policy c0 on sanctions.designation for all to ${AMENDER}
    using (control.caller_role() = 'OPERATOR' or designating_unit = (select control.caller_unit()))`,
  `create policy c0 on public_credit.display_event for insert to ${AMENDER} with check (true)`,
  `grant execute on function ledger.still_told(ledger.change) to ${RECIPIENTS}`,
  `grant execute on function control.moment() to ${LOGIN_ROLE}`,
];
