/**
 * The third wall: database roles, grants and row policies. It decides by itself, from the control tables and from who the
 * session says is asking, and shares no code with the scope that the queries carry. Every reading role owns nothing.
 */

/** One database role a kind of caller. The login role may become each of them and inherits from none. */
export const READER_ROLES = [
  'credit_public',
  'credit_subject',
  'credit_party',
  'credit_department',
  'credit_provider',
  'credit_collector',
  'credit_operator',
  'credit_analyst',
  'credit_authority',
] as const;

/** Roles that commands write under. */
export const WRITER_ROLES = [
  'credit_control',
  'credit_intake',
  'credit_collect',
  'credit_designate',
  'credit_ledger',
] as const;

export const LOGIN_ROLE = 'credit_login';

const allRoles = [...READER_ROLES, ...WRITER_ROLES];
const rowReaders = READER_ROLES.filter((role) => role !== 'credit_analyst').join(', ');
const readers = READER_ROLES.join(', ');

const createRole = (role: string, attributes: string): string => `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${attributes}; end if;
  exception when duplicate_object or unique_violation then null; end $$`;

/** A function of the session, run with the rights of the owner and a fixed search path. */
const definer = (signature: string, returns: string, body: string): string =>
  `create function control.${signature} returns ${returns} language sql stable security definer parallel safe
  set search_path = pg_catalog as $$ ${body} $$`;

const setting = (name: string): string => `nullif(current_setting('credit.${name}', true), '')`;

const FUNCTIONS: readonly string[] = [
  definer('caller_role()', 'text', `select coalesce(${setting('role')}, 'PUBLIC')`),
  definer('caller_unit()', 'text', `select ${setting('unit')}`),
  definer('caller_purpose()', 'text', `select ${setting('purpose')}`),
  definer('caller_case()', 'text', `select ${setting('case')}`),
  definer('caller_subject()', 'uuid', `select ${setting('subject')}::uuid`),
  definer('today()', 'date', `select ${setting('today')}::date`),
  definer(
    'items_in_force()',
    'table (code text, openness text, sharing text)',
    `select distinct on (i.code) i.code, i.openness, i.sharing from control.item i
       where i.published_on <= control.today() and i.effective_from <= control.today()
         and (i.effective_until is null or i.effective_until >= control.today())
       order by i.code, i.effective_from desc, i.edition desc`,
  ),
  definer(
    'duties()',
    'setof control.duty',
    `select d.* from control.duty d join control.purpose p on p.activity = d.activity
       where control.caller_role() = 'DEPARTMENT' and control.caller_case() is not null
         and d.department = control.caller_unit() and p.code = control.caller_purpose()`,
  ),
  definer(
    'items_open()',
    'text[]',
    `select coalesce(array_agg(code), '{}') from control.items_in_force() where openness = 'UNCONDITIONAL'
       and case control.caller_role()
         when 'ANALYST' then false
         when 'PARTY' then control.caller_purpose() is not null
         when 'DEPARTMENT' then exists (select from control.duties())
         else true end`,
  ),
  definer(
    'items_agreed()',
    'text[]',
    `select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.agreement a on i.code = any (a.items)
       where i.openness = 'AGREEMENT' and control.caller_role() = 'PARTY' and a.party = control.caller_unit()
         and a.ended_at is null and control.today() between a.valid_from and a.valid_until
         and control.caller_purpose() = any (a.purposes)`,
  ),
  definer(
    'items_duty()',
    'text[]',
    `select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.duties() d on i.code = any (d.items) where i.sharing <> 'NOT_SHARED'`,
  ),
  definer(
    'items_identified()',
    'text[]',
    `select coalesce(array_agg(distinct i.code), '{}') from control.items_in_force() i
       join control.duties() d on i.code = any (d.items) where i.sharing = 'SHARED_IDENTIFIED' and d.identified`,
  ),
  definer(
    'authorizes(subject uuid, item text)',
    'boolean',
    `select exists (select from control.authorization_grant g
       where g.subject_id = subject and g.party = control.caller_unit() and control.caller_role() = 'PARTY'
         and g.revoked_at is null and control.today() between g.valid_from and g.valid_until
         and (g.maximum_uses is null or g.uses < g.maximum_uses)
         and control.caller_purpose() = any (g.purposes) and (item is null or item = any (g.items)))`,
  ),
  // What the directory needs to know of the caller, in one round trip with the beginning of the transaction.
  definer(
    'standing()',
    'jsonb',
    `select jsonb_build_object(
       'version', (select value::text from control.version where id = 1),
       'agreements', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'items', a.items, 'purposes', a.purposes)), '[]')
          from control.agreement a where control.caller_role() = 'PARTY' and a.party = control.caller_unit()
            and a.ended_at is null and control.today() between a.valid_from and a.valid_until),
       'duties', (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'items', d.items, 'identified', d.identified,
            'activity', d.activity)), '[]')
          from control.duty d where control.caller_role() = 'DEPARTMENT' and d.department = control.caller_unit()))`,
  ),
];

/** Rows about a subject that the session may read: the same sentence for each table that holds them. */
const seen = (table: string): string => `(
    ${table}.display <> 'ARCHIVED' and (${table}.displayed_until is null or ${table}.displayed_until >= (select control.today()))
    and (
      ${table}.subject_id = (select control.caller_subject())
      or (${table}.display = 'DISPLAYED' and (
        ${table}.item = any ((select control.items_open())::text[])
        or ${table}.item = any ((select control.items_duty())::text[])
        or (${table}.item = any ((select control.items_agreed())::text[])
            and (not ${table}.personal or control.authorizes(${table}.subject_id, ${table}.item)))))))`;

const protect = (table: string, policies: readonly string[]): string[] => [
  `alter table ${table} enable row level security`,
  // Functions of the owner read the control tables for everybody; all other tables bind even their owner.
  ...(table.startsWith('control.') ? [] : [`alter table ${table} force row level security`]),
  ...policies.map((policy, index) => `create policy p${index} on ${table} ${policy}`),
];

const own = 'subject_id = (select control.caller_subject())';
const unit = '(select control.caller_unit())';

const POLICIES: readonly string[] = [
  ...protect('public_credit.record', [
    `for select to ${rowReaders} using ${seen('record')}`,
    `for all to credit_intake using (providing_unit = ${unit}) with check (providing_unit = ${unit} and source_unit = ${unit})`,
  ]),
  ...protect('public_credit.subject', [
    `for select to ${rowReaders} using (not personal or id = (select control.caller_subject())
       or exists (select from public_credit.record r where r.subject_id = subject.id and r.current)
       or control.authorizes(id, null))`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('public_credit.subject_whole', [
    `for select to credit_subject using (${own})`,
    `for select to credit_department using (exists (select from public_credit.record r
       where r.subject_id = subject_whole.subject_id and r.current and r.item = any ((select control.items_identified())::text[])))`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('public_credit.record_whole', [
    `for select to credit_subject using (${own})`,
    `for select to credit_department using (item = any ((select control.items_identified())::text[]))`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('public_credit.display_event', [
    `for select to credit_subject using (${own})`,
    'for all to credit_intake using (true) with check (true)',
  ]),
  ...protect('non_public_credit.record', [
    `for select to credit_subject, credit_party using ${seen('record')}`,
    `for all to credit_collect using (collector = ${unit}) with check (collector = ${unit})`,
  ]),
  ...protect('non_public_credit.record_whole', [
    `for select to credit_subject using (${own})`,
    'for all to credit_collect using (true) with check (true)',
  ]),
  ...protect('sanctions.designation', [
    `for select to ${rowReaders} using ${seen('designation')}`,
    `for all to credit_designate using (designating_unit = ${unit}) with check (designating_unit = ${unit})`,
  ]),
  ...protect('sanctions.incentive', [
    `for select to ${rowReaders} using ${seen('incentive')}`,
    `for all to credit_designate using (designating_unit = ${unit}) with check (designating_unit = ${unit})`,
  ]),
  ...protect('sanctions.decision', [
    `for select to credit_subject using (${own})`,
    'for all to credit_designate using (true) with check (true)',
  ]),
  ...protect('control.authorization_grant', [
    `for select to credit_subject using (${own})`,
    `for all to credit_control using (${own}) with check (${own})`,
  ]),
  ...protect('control.agreement', ['for all to credit_control using (true) with check (true)']),
  ...protect('control.duty', ['for all to credit_control using (true) with check (true)']),
  ...protect('ledger.disclosure', [
    'for insert to credit_ledger with check (true)',
    `for select to credit_subject using (${own})`,
  ]),
];

const GRANTS: readonly string[] = [
  `grant usage on schema control to ${allRoles.join(', ')}`,
  `grant usage on schema public_credit to ${rowReaders}, credit_intake`,
  `grant usage on schema non_public_credit to credit_subject, credit_party, credit_collect`,
  `grant usage on schema sanctions to ${rowReaders}, credit_designate`,
  `grant usage on schema ledger to credit_ledger, credit_subject`,
  `revoke execute on all functions in schema control from public`,
  `grant execute on all functions in schema control to ${allRoles.join(', ')}`,
  `grant select on control.unit, control.purpose, control.item, control.version to ${readers}, credit_intake, credit_collect, credit_designate, credit_control`,
  `grant select on public_credit.subject, public_credit.record to ${rowReaders}`,
  `grant select on public_credit.subject_whole, public_credit.record_whole to credit_subject, credit_department`,
  `grant select on public_credit.display_event to credit_subject`,
  `grant select on non_public_credit.record to credit_subject, credit_party`,
  `grant select on non_public_credit.record_whole to credit_subject`,
  `grant select on sanctions.list, sanctions.designation, sanctions.incentive to ${rowReaders}`,
  `grant select on sanctions.decision to credit_subject`,
  `grant select on control.authorization_grant to credit_subject`,
  `grant insert on control.unit, control.purpose, control.item to credit_control`,
  `grant update (effective_until) on control.item to credit_control`,
  `grant update on control.unit, control.purpose to credit_control`,
  `grant select, insert on control.agreement, control.duty, control.authorization_grant to credit_control`,
  `grant update (ended_at, end_reason) on control.agreement to credit_control`,
  `grant update (revoked_at, uses) on control.authorization_grant to credit_control`,
  `grant select, insert, update on public_credit.subject, public_credit.subject_whole to credit_intake`,
  `grant select, insert on public_credit.record, public_credit.record_whole, public_credit.display_event to credit_intake`,
  // Append-only: of a version that is stored, only what becomes of its display may change (Article 36 (3)).
  `grant update (current, display, objection_raised_on, objection_decide_by) on public_credit.record to credit_intake`,
  `grant select, insert on non_public_credit.record, non_public_credit.record_whole to credit_collect`,
  `grant update (current, display) on non_public_credit.record to credit_collect`,
  `grant select, insert on sanctions.list, sanctions.designation, sanctions.incentive, sanctions.decision to credit_designate`,
  `grant update (display) on sanctions.designation, sanctions.incentive to credit_designate`,
  // A disclosure can be added; nobody that answers can change or remove one (Article 17).
  `grant insert on ledger.disclosure to credit_ledger`,
  `grant select on ledger.disclosure to credit_subject`,
];

const INDEXES: readonly string[] = [
  `create index record_shown on public_credit.record (subject_id, occurred_on desc, id) where current`,
  `create unique index record_natural on public_credit.record (subject_id, natural_key) where current`,
  `create index non_public_shown on non_public_credit.record (subject_id, occurred_on desc, id) where current`,
];

/** What items, units and purposes say is remembered by each process; a change tells them that it is old. */
const VERSION: readonly string[] = [
  `insert into control.version (id, value) values (1, 1)`,
  `create function control.touch() returns trigger language plpgsql security definer set search_path = pg_catalog as
   $$ begin update control.version set value = value + 1 where id = 1; return null; end $$`,
  ...['item', 'unit', 'purpose'].map(
    (table) => `create trigger touched after insert or update or delete on control.${table}
      for each statement execute function control.touch()`,
  ),
];

export const WALLS: readonly string[] = [
  ...allRoles.map((role) => createRole(role, 'nologin noinherit')),
  createRole(LOGIN_ROLE, 'login noinherit nosuperuser nobypassrls'),
  `grant ${allRoles.join(', ')} to ${LOGIN_ROLE}`,
  ...INDEXES,
  ...VERSION,
  ...FUNCTIONS,
  ...POLICIES,
  ...GRANTS,
];
