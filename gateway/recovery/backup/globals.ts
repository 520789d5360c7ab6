/**
 * `globals.sql`: the roles of this database and who is in them, without passwords. `npm run restore` makes roles by itself; whoever restores by hand, with
 * `pg_restore`, runs this file first, because policies and grants name the roles.
 */
import { placeRoles, quoted, roleNames } from '../../../subgraphs/database/roles.ts';
import { literal } from '../../../subgraphs/database/statements.ts';
import type { Reader } from '../facts.ts';

export async function globalsOf(reader: Reader, database: string): Promise<string> {
  const names = [...Object.values(roleNames(database)), ...placeRoles(database)];
  const roles = await reader.query<{ name: string; login: boolean }>(
    'select rolname::text as name, rolcanlogin as login from pg_roles where rolname = any ($1) order by 1',
    [names],
  );
  const members = await reader.query<{ role: string; member: string }>(
    `select r.rolname::text as role, m.rolname::text as member from pg_auth_members a join pg_roles r on r.oid = a.roleid
      join pg_roles m on m.oid = a.member where r.rolname = any ($1) and m.rolname = any ($1) order by 1, 2`,
    [names],
  );
  return [
    `-- Roles of the database ${JSON.stringify(database)}, without passwords. Those that are there are left as they are.`,
    ...roles.map(({ name, login }) => {
      const create = `create role ${quoted(name)} ${login ? 'login' : 'nologin'} noinherit`;
      return `do $role$ begin if not exists (select from pg_roles where rolname = ${literal(name)}) then ${create}; end if; end $role$;`;
    }),
    ...members.map(({ role, member }) => `grant ${quoted(role)} to ${quoted(member)};`),
    '',
  ].join('\n');
}
