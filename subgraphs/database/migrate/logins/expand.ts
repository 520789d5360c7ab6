/** Adds to what the files say of the roles what it means for those of the processes with a login: each has the part of a role that its process needs (needs.ts). */
import {
  type DatabaseRole,
  type LoginPlace,
  PLACES,
  quoted,
  READER_ROLES,
  roleNames,
  roleOfPlace,
  WRITER_ROLES,
} from '../../roles.ts';
import { type Access, type AccessFiles, accessFor, type Grant, type Said } from '../access.ts';
import type { Owner } from '../catalog.ts';
import type { Need } from './needs/need.ts';
import { NEEDS } from './needs.ts';

type Taken = DatabaseRole | 'login';

/** A role of the files as one subgraph takes it on. */
interface As {
  readonly place: LoginPlace;
  readonly role: Taken;
  readonly name: string;
}

const nameOf = (object: string): string => object.replace(/\(.*$/s, '');

/** The line that says what a subgraph needs of an object under a role; undefined where it needs nothing. */
export function needOf(place: LoginPlace, object: string, role: DatabaseRole): Need | undefined {
  const name = nameOf(object);
  const all = `${name.split('.')[0]}.*`;
  return NEEDS[place].needs.find(
    ({ objects, roles }) =>
      (objects.includes(name) || objects.includes(all)) && (roles === undefined || roles.includes(role)),
  );
}

/** The subgraphs' roles for a role of the files, by its name. */
function takenAs(database: string): ReadonlyMap<string, readonly As[]> {
  const names = roleNames(database);
  return new Map(
    [...READER_ROLES, ...WRITER_ROLES, 'login' as const].map((role) => [
      names[role],
      (Object.keys(PLACES) as LoginPlace[])
        .filter((place) => role === 'login' || NEEDS[place].roles.includes(role))
        .map((place) => ({ place, role, name: roleOfPlace(database, place, role) })),
    ]),
  );
}

/** What of the privileges of a grant on one object a subgraph's role has. */
function privilegesIn({ kind, privileges }: Grant, object: string, { place, role }: As): Grant['privileges'] {
  if (kind === 'schema' || kind === 'database') return privileges;
  if (role === 'login') return [];
  const need = needOf(place, object, role);
  if (need === undefined) return [];
  if (kind === 'function') return privileges;
  const { columns, may = columns === undefined ? undefined : ['SELECT'] } = need;
  return privileges.flatMap((privilege) => {
    const { name, columns: granted } = privilege;
    if (may !== undefined && !(may as readonly string[]).includes(name)) return [];
    if (columns === undefined || name !== 'SELECT') return [privilege];
    const read = granted.length === 0 ? columns : columns.filter((column) => granted.includes(column));
    return read.length === 0 ? [] : [{ name, columns: read }];
  });
}

const said = ({ name, columns }: Grant['privileges'][number]): string =>
  `${name.toLowerCase()}${columns.length === 0 ? '' : ` (${columns.join(', ')})`}`;

function grantsOf(grant: Grant, taken: ReadonlyMap<string, readonly As[]>): Grant[] {
  const { kind } = grant;
  const found = new Map<
    string,
    { readonly privileges: Grant['privileges']; readonly object: string; roles: string[] }
  >();
  for (const object of grant.objects)
    for (const role of grant.roles)
      for (const as of taken.get(role) ?? []) {
        const privileges = privilegesIn(grant, object, as);
        if (privileges.length === 0) continue;
        const key = JSON.stringify([object, privileges]);
        const one = found.get(key) ?? { privileges, object, roles: [] };
        one.roles.push(as.name);
        found.set(key, one);
      }
  return [...found.values()].map(({ privileges, object, roles }) => ({
    kind,
    privileges,
    objects: [object],
    roles,
    text: `grant ${privileges.map(said).join(', ')} on ${kind} ${kind === 'database' ? quoted(object) : object} to ${roles.map(quoted).join(', ')}`,
  }));
}

const TO = /( to )("[^"]+"(?:\s*,\s*"[^"]+")*)/;

/** The policy with the subgraphs' roles beside those that it lets through. */
function policyOf(policy: Said, taken: ReadonlyMap<string, readonly As[]>): Said {
  const [table = '', name = ''] = policy.name.split(' ');
  const more = (policy.text.replace(/\s+/g, ' ').match(TO)?.[2] ?? '')
    .split(',')
    .flatMap((role) => taken.get(role.trim().slice(1, -1).replaceAll('""', '"')) ?? [])
    .filter(({ place, role }) => {
      const need = role === 'login' ? undefined : needOf(place, table, role);
      return need !== undefined && (need.policies === undefined || need.policies.includes(name));
    });
  if (more.length === 0) return policy;
  return {
    ...policy,
    text: policy.text.replace(
      /(\sto\s+)("[^"]+"(?:\s*,\s*"[^"]+")*)/,
      (_all, to: string, roles: string) => `${to}${[roles, ...more.map((as) => quoted(as.name))].join(', ')}`,
    ),
  };
}

/** Whether the operator made the logins of the subgraphs for this database. */
async function haveLogins(owner: Owner): Promise<boolean> {
  const logins = (Object.keys(PLACES) as LoginPlace[]).map((place) => roleOfPlace(owner.database, place, 'login'));
  return (await owner.query('select from pg_roles where rolname = any ($1)', [logins])).length > 0;
}

/** The same with the roles of the subgraphs. */
function withLogins(access: Access, database: string): Access {
  const taken = takenAs(database);
  const all = [...taken.values()].flat();
  return {
    ...access,
    roles: [
      ...access.roles,
      ...all.map(({ name, role }) => {
        const login = role === 'login';
        return { name, login, text: `create role ${quoted(name)} ${login ? 'login' : 'nologin'} noinherit` };
      }),
    ],
    members: [
      ...access.members,
      ...all
        .filter(({ role }) => role !== 'login')
        .map(({ place, name }) => ({ role: name, member: roleOfPlace(database, place, 'login') })),
    ],
    policies: access.policies.map((policy) => policyOf(policy, taken)),
    grants: [...access.grants, ...access.grants.flatMap((grant) => grantsOf(grant, taken))],
  };
}

/** What the files declare for a database: with the roles of the subgraphs where their logins were made, or are (`make`). */
export async function declaredFor(owner: Owner, files: AccessFiles, make = false): Promise<Access> {
  const access = accessFor(files, owner.database, roleNames(owner.database));
  return make || (await haveLogins(owner)) ? withLogins(access, owner.database) : access;
}
