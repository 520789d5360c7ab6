/** Makes a database match the files of access/: what differs is created again, what no file declares is dropped, and what is equal is not touched. */
import { createHash } from 'node:crypto';
import { quoted, roleNames, rolePrefix } from '../roles.ts';
import type { Access, Said } from './access.ts';
import {
  catalogOf,
  type Membership,
  type Owner,
  type Privilege,
  type Standing,
  type StandingFunction,
  type StandingRole,
  type StandingTable,
} from './catalog.ts';
import { saidOf } from './partition/said.ts';
import { grantsToSay, privilegesToRevoke } from './privileges.ts';

/**
 * For each object (`kind name`): hash of the file's text that created it, and hash of what the catalogs said right after. Where the second differs
 * from the catalogs now, somebody changed the object by hand.
 */
export type Applied = Readonly<Record<string, readonly [text: string, catalog: string]>>;

type Kind = 'functions' | 'triggers' | 'policies';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const key = (kind: Kind, name: string): string => `${kind} ${name}`;

/** Declared objects that are missing, have another text in the files now, or were changed by hand. */
function differing(
  kind: Kind,
  declared: readonly Said[],
  existing: readonly Standing[],
  applied: Applied,
): readonly Said[] {
  const hashes = new Map(existing.map(({ name, hash }) => [name, hash]));
  return declared.filter(({ name, text }) => {
    const [textHash, catalogHash] = applied[key(kind, name)] ?? [];
    const hash = hashes.get(name);
    return hash === undefined || hash !== catalogHash || textHash !== hashOf(text);
  });
}

/** `schema.table name` as a statement names it: `"name" on schema.table`. */
const onTable = (name: string): string => {
  const at = name.indexOf(' ');
  return `${quoted(name.slice(at + 1))} on ${name.slice(0, at)}`;
};

/** The functions that the files declare, under their names in the files. */
const underDeclaredNames = (functions: readonly StandingFunction[]): readonly Standing[] =>
  functions.flatMap(({ said, hash }) => (said === null ? [] : [{ name: said, hash }]));

function roleStatements(
  access: Access,
  roles: readonly StandingRole[],
  memberships: readonly Membership[],
  database: string,
): string[] {
  const own = new Set(Object.values(roleNames(database)));
  // Whom the operator lets make backups is no matter of the files.
  const ofOperator = ({ role, member: name }: Membership): boolean =>
    role === roleNames(database).backup && !own.has(name);
  const existing = new Map(roles.map((role) => [role.name, role]));
  const member = ({ role, member: name }: { role: string; member: string }): string => `${role} to ${name}`;
  const members = new Set(memberships.map(member));
  const declared = new Set(access.members.map(member));
  return [
    ...access.roles.flatMap(({ name, login: may, text }) => {
      const role = existing.get(name);
      if (role === undefined) return [text];
      return role.login === may && !role.strong
        ? []
        : [
            `alter role ${quoted(name)} ${may ? 'login' : 'nologin'} noinherit nosuperuser nocreaterole nocreatedb noreplication nobypassrls`,
          ];
    }),
    ...access.members
      .filter((one) => one.member === 'current_user' || !members.has(member(one)))
      .map(({ role, member: name }) => `grant ${quoted(role)} to ${name === 'current_user' ? name : quoted(name)}`),
    // The owner of the schemas may be in more roles: PostgreSQL makes whoever creates a role its member.
    ...memberships
      .filter((one) => !declared.has(member(one)) && !one.isOwner && !ofOperator(one))
      .map(({ role, member: name }) => `revoke ${quoted(role)} from ${quoted(name)}`),
  ];
}

/**
 * Gives functions their owners. A new owner needs CREATE on the schema while a function is handed to it; the grants, which are applied after this,
 * revoke it again.
 */
function ownerStatements(access: Access, functions: readonly StandingFunction[]): string[] {
  const owners = new Map(access.functions.map(({ name, owner }) => [name, owner]));
  const wrong = functions.flatMap(({ name, said, owner, schemaOwner }) => {
    const meant = (said === null ? undefined : owners.get(said)) ?? schemaOwner;
    return said === null || owner === meant ? [] : [{ name, meant, schema: name.slice(0, name.indexOf('.')) }];
  });
  const places = new Set(wrong.map(({ meant, schema }) => `grant create on schema ${schema} to ${quoted(meant)}`));
  return [...places, ...wrong.map(({ name, meant }) => `alter function ${name} owner to ${quoted(meant)}`)];
}

function securityStatements(access: Access, tables: readonly StandingTable[]): string[] {
  const meant = new Map(access.secured.map(({ table, forced }) => [table, forced]));
  return tables.flatMap(({ name, secured, forced }) => {
    const force = meant.get(name);
    const changes = [
      ...(secured === (force !== undefined)
        ? []
        : [`${force === undefined ? 'disable' : 'enable'} row level security`]),
      ...(forced === (force === true) ? [] : [`${force === true ? 'force' : 'no force'} row level security`]),
    ];
    return changes.length === 0 ? [] : [`alter table ${name} ${changes.join(', ')}`];
  });
}

async function runAll(owner: Owner, statements: readonly string[]): Promise<void> {
  if (statements.length === 0) return;
  const text = `${statements.join(';\n')};`;
  try {
    await owner.run(text);
  } catch (error) {
    // PostgreSQL reports the position in the whole text, counted from 1.
    const { position, code } = error as { readonly position?: string; readonly code?: string };
    if (position === undefined || !(error instanceof Error)) throw error;
    let begins = 0;
    const failed = statements.find((statement) => {
      begins += statement.length + 2;
      return Number(position) < begins;
    });
    throw Object.assign(new Error(`${error.message}, at: ${failed?.slice(0, 120)}`), { code });
  }
}

/** Revokes before it grants: revoking a privilege on a table revokes it on the table's columns too. */
async function applyGrants(
  owner: Owner,
  access: Access,
  functions: readonly StandingFunction[],
  privileges: () => Promise<readonly Privilege[]>,
): Promise<void> {
  await runAll(owner, privilegesToRevoke(access, functions, await privileges()));
  const grants = grantsToSay(access, functions, await privileges());
  await runAll(
    owner,
    grants.map(({ text }) => text),
  );
  // Granting or revoking without ownership is only a warning in PostgreSQL, so the result is read back.
  const after = await privileges();
  const [left] = [
    ...privilegesToRevoke(access, functions, after),
    ...grantsToSay(access, functions, after).map(({ text }) => text),
  ];
  if (left !== undefined)
    throw new Error(
      `This has no effect: ${left}. The user of DATABASE_URL must own the database and its schemas. Make it the owner, or name the one that is.`,
    );
}

/** What differs between the files and a database. */
export interface Difference {
  readonly roles: readonly string[];
  /** Statements about objects, in their order. */
  readonly objects: readonly string[];
  /** Names of what is made or made again, and of what is dropped, by kind. */
  readonly made: Readonly<Record<Kind, readonly string[]>>;
  readonly dropped: Readonly<Record<Kind, readonly string[]>>;
}

/** Compares the files with a database as its catalogs show it now. */
export async function differenceOf(owner: Owner, files: Access, applied: Applied): Promise<Difference> {
  const access = await saidOf(owner, files);
  const catalog = catalogOf(owner, access, rolePrefix(owner.database));
  const functionsBefore = await catalog.functions();
  const before = { triggers: await catalog.triggers(), policies: await catalog.policies() };
  const functions = differing('functions', access.functions, underDeclaredNames(functionsBefore), applied);
  const triggers = differing('triggers', access.triggers, before.triggers, applied);
  const policies = differing('policies', access.policies, before.policies, applied);
  const toDrop = (kind: 'triggers' | 'policies', again: readonly Said[]): readonly string[] => {
    const kept = new Set(access[kind].filter((one) => !again.includes(one)).map(({ name }) => name));
    return before[kind].map(({ name }) => name).filter((name) => !kept.has(name));
  };
  const unknown = functionsBefore.filter(({ said }) => said === null).map(({ name }) => name);
  const names = (said: readonly Said[]): readonly string[] => said.map(({ name }) => name);
  const gone = (kind: 'triggers' | 'policies'): readonly string[] =>
    before[kind].map(({ name }) => name).filter((name) => access[kind].every((one) => one.name !== name));
  return {
    roles: roleStatements(access, await catalog.roles(), await catalog.members(), owner.database),
    objects: [
      ...toDrop('policies', policies).map((name) => `drop policy ${onTable(name)}`),
      ...toDrop('triggers', triggers).map((name) => `drop trigger ${onTable(name)}`),
      // Functions are replaced, not dropped, because policies and triggers depend on them. A function whose arguments or result change needs another
      // name.
      ...functions.map(({ text }) => text.replace(/^create function/, 'create or replace function')),
      ...securityStatements(access, await catalog.tables()),
      ...policies.map(({ text }) => text),
      ...triggers.map(({ text }) => text),
      ...(unknown.length === 0 ? [] : [`drop routine ${unknown.join(', ')}`]),
    ],
    made: { functions: names(functions), triggers: names(triggers), policies: names(policies) },
    dropped: { functions: unknown, triggers: gone('triggers'), policies: gone('policies') },
  };
}

export interface Outcome {
  /** Hashes to store for the next run. */
  readonly applied: Applied;
  /** Roles with this database's prefix that no file declares. */
  readonly foreignRoles: readonly string[];
}

/** Must run in a transaction of the owner. */
export async function applyAccess(owner: Owner, files: Access, applied: Applied): Promise<Outcome> {
  const access = await saidOf(owner, files);
  const catalog = catalogOf(owner, access, rolePrefix(owner.database));
  const roles = await catalog.roles();
  const difference = await differenceOf(owner, files, applied);
  await runAll(owner, difference.roles);
  await runAll(owner, difference.objects);
  const functionsAfter = await catalog.functions();
  await runAll(owner, ownerStatements(access, functionsAfter));
  await applyGrants(owner, access, functionsAfter, catalog.privileges);

  const hashes = (kind: Kind, declared: readonly Said[], existing: readonly Standing[]) => {
    const byName = new Map(existing.map(({ name, hash }) => [name, hash]));
    return declared.map(({ name, text }) => [key(kind, name), [hashOf(text), byName.get(name) ?? '']] as const);
  };
  return {
    applied: Object.fromEntries([
      ...hashes('functions', access.functions, underDeclaredNames(functionsAfter)),
      ...hashes('triggers', access.triggers, await catalog.triggers()),
      ...hashes('policies', access.policies, await catalog.policies()),
    ]),
    foreignRoles: roles.map(({ name }) => name).filter((name) => access.roles.every((role) => role.name !== name)),
  };
}
