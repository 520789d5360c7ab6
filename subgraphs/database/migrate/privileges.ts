/** Compares the grants of the files with the privileges in a database, and drops roles that are left. */

import { quoted, roleNames } from '../roles.ts';
import type { Access, Grant } from './access.ts';
import type { Owner, Privilege, StandingFunction } from './catalog.ts';

const key = ({ kind, object, column, role, privilege }: Privilege): string =>
  JSON.stringify([kind, object, column, role, privilege]);

/** The privileges that a grant gives. `functions` maps names in the files to names in the catalogs. */
function privilegesOf(
  { kind, privileges, objects, roles }: Grant,
  functions: ReadonlyMap<string, string>,
): Privilege[] {
  return objects.flatMap((named) => {
    const object = kind === 'function' ? (functions.get(named) ?? named) : named;
    return roles.flatMap((role) =>
      privileges.flatMap(({ name: privilege, columns }) =>
        (columns.length === 0 ? [null] : columns).map((column) => ({ kind, object, column, role, privilege })),
      ),
    );
  });
}

/** Names in the files to names in the catalogs. */
const catalogNames = (functions: readonly StandingFunction[]): ReadonlyMap<string, string> =>
  new Map(functions.flatMap(({ name, said }) => (said === null ? [] : [[said, name] as const])));

/** Declared grants of which a privilege is missing. */
export function grantsToSay(
  access: Access,
  functions: readonly StandingFunction[],
  privileges: readonly Privilege[],
): readonly Grant[] {
  const has = new Set(privileges.map(key));
  const names = catalogNames(functions);
  return access.grants.filter((grant) => !privilegesOf(grant, names).every((privilege) => has.has(key(privilege))));
}

/** Statements that revoke every privilege that no file grants. */
export function privilegesToRevoke(
  access: Access,
  functions: readonly StandingFunction[],
  privileges: readonly Privilege[],
): readonly string[] {
  const names = catalogNames(functions);
  const declared = new Set(access.grants.flatMap((grant) => privilegesOf(grant, names)).map(key));
  const byGrantee = new Map<string, string[]>();
  for (const privilege of privileges) {
    if (declared.has(key(privilege))) continue;
    const { kind, object, column, role } = privilege;
    const place = `on ${kind} ${kind === 'database' ? quoted(object) : object} from ${role === null ? 'public' : quoted(role)}`;
    const what = `${privilege.privilege.toLowerCase()}${column === null ? '' : ` (${column})`}`;
    byGrantee.set(place, [...(byGrantee.get(place) ?? []), what]);
  }
  return [...byGrantee].map(([place, what]) => `revoke ${what.join(', ')} ${place}`);
}

/** Drops roles that nothing on the server depends on any more. A role that is still in use is kept. */
export async function dropRoles(owner: Owner, names: readonly string[]): Promise<void> {
  for (const name of names)
    await owner.run(`do $drop$ begin drop role if exists ${quoted(name)};
      exception when dependent_objects_still_exist or insufficient_privilege or object_in_use or undefined_object or internal_error or lock_not_available then null; end $drop$;`);
}

/** Roles of a database that was renamed. Where it was copied, they still belong to the original. */
export async function rolesLeftBehind(owner: Owner, database: string): Promise<readonly string[]> {
  const others = await owner.query('select from pg_database where datname = $1', [database]);
  return others.length > 0 ? [] : Object.values(roleNames(database));
}
