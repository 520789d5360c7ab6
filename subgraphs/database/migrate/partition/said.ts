/** What the files of access/ say of tables in parts, of which they name the table alone. */
import { quoted, roleNames, rolePrefix } from '../../roles.ts';
import type { Access, Grant } from '../access.ts';
import { catalogOf, type Owner, type Part } from '../catalog.ts';

/**
 * The files speak of a table; the parts that hold its rows are read through it, under its policies and grants. By themselves nobody reads them, but the role that makes
 * backups, because `pg_dump` dumps each by its name: they have the table's policy and grant for it, and row level security as it has.
 */
function withParts(access: Access, parts: readonly Part[], backup: string): Access {
  const declared = parts.filter(({ of }) => access.secured.some(({ table }) => table === of));
  return {
    ...access,
    secured: [
      ...access.secured,
      ...declared.map(({ of, name }) => ({
        table: name,
        forced: access.secured.some(({ table, forced }) => table === of && forced),
      })),
    ],
    policies: [
      ...access.policies,
      ...declared.flatMap(({ of, name }) =>
        access.policies
          .filter((policy) => policy.name === `${of} backup`)
          .map(({ text }) => ({ name: `${name} backup`, text: text.replace(` on ${of} `, ` on ${name} `) })),
      ),
    ],
    grants: [
      ...access.grants,
      ...declared.map(
        ({ name }): Grant => ({
          text: `grant select on ${name} to ${quoted(backup)}`,
          kind: 'table',
          privileges: [{ name: 'SELECT', columns: [] }],
          objects: [name],
          roles: [backup],
        }),
      ),
    ],
  };
}

/** What the files say of a database as it is laid out. */
export const saidOf = async (owner: Owner, access: Access): Promise<Access> =>
  withParts(
    access,
    await catalogOf(owner, access, rolePrefix(owner.database)).parts(),
    roleNames(owner.database).backup,
  );
