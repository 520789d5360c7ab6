/**
 * The third wall: database roles, grants and row policies. It decides by itself, from the control tables and from who the
 * session says is asking, and shares no code with the scope that the queries carry.
 */
import { FUNCTIONS } from './functions.ts';
import { GRANTS } from './grants.ts';
import { POLICIES } from './policies.ts';
import { ALL_ROLES, LOGIN_ROLE } from './roles.ts';

const createRole = (role: string, attributes: string): string => `do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${attributes}; end if;
  exception when duplicate_object or unique_violation then null; end $$`;

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
  ...ALL_ROLES.map((role) => createRole(role, 'nologin noinherit')),
  createRole(LOGIN_ROLE, 'login noinherit nosuperuser nobypassrls'),
  `grant ${ALL_ROLES.join(', ')} to ${LOGIN_ROLE}`,
  ...INDEXES,
  ...VERSION,
  ...FUNCTIONS,
  ...POLICIES,
  ...GRANTS,
];
