/** Parses the SQL files of access/ into the objects that they declare. FORMS lists every form of statement that they may have. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fill, type RoleNames } from '../roles.ts';
import { statementsOf } from './sql-text.ts';

/** A declared object that PostgreSQL stores as text: function, trigger or policy. `text` is its statement in the file. */
export interface Said {
  /** Functions `schema.name(types)`; policies and triggers `schema.table name`. */
  readonly name: string;
  readonly text: string;
}

export interface SaidFunction extends Said {
  /** Role that owns the function; undefined where the owner of its schema does. */
  readonly owner: string | undefined;
}

export interface Grant {
  readonly text: string;
  readonly kind: 'database' | 'schema' | 'table' | 'function';
  /** Privileges with their columns; no columns where the privilege is for the whole object. */
  readonly privileges: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly objects: readonly string[];
  readonly roles: readonly string[];
}

export interface Access {
  readonly roles: readonly { readonly name: string; readonly login: boolean; readonly text: string }[];
  /** Memberships of roles. `current_user` is the owner of the schemas. */
  readonly members: readonly { readonly role: string; readonly member: string }[];
  readonly functions: readonly SaidFunction[];
  readonly triggers: readonly Said[];
  readonly policies: readonly Said[];
  /** Tables with row level security, and whether it is forced on the owner too. */
  readonly secured: readonly { readonly table: string; readonly forced: boolean }[];
  readonly grants: readonly Grant[];
}

/** Edition of the files. `servesFrom` is the oldest edition whose code may run over a database of this one (DECISIONS.md). */
export interface Edition {
  readonly number: number;
  readonly servesFrom: number;
  readonly hash: string;
}

export interface AccessFiles {
  readonly edition: Edition;
  /** In the order of the file names. */
  readonly statements: readonly { readonly file: string; readonly text: string }[];
}

export const ACCESS_FOLDER = new URL('../access/', import.meta.url);

const listed = (list: string): string[] =>
  // Commas within parentheses separate columns or argument types, not entries of the list.
  list.split(/,(?![^(]*\))/).map((one) => one.trim());

const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"');

const words = (text: string): string => text.replace(/\s+/g, ' ');

/** Argument types of `subject uuid, item text`: `uuid, text`. */
const typesOf = (parameters: string): string =>
  parameters.trim() === ''
    ? ''
    : listed(parameters)
        .map((parameter) => words(parameter).split(' ').slice(1).join(' '))
        .join(', ');

type Writable<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends readonly (infer One)[] ? One[] : Value[Key];
};

interface Filled {
  readonly text: string;
  /** The name that a placeholder like `"$party"` stands for, without quotation marks. */
  readonly nameOf: (placeholder: string | undefined) => string;
}

/** Every form of statement that the files may have, and how it is added to the result. */
const FORMS: readonly (readonly [
  form: RegExp,
  add: (access: Writable<Access>, match: string[], filled: Filled) => void,
])[] = [
  [
    /^create role ("[^"]+") (login|nologin) noinherit$/,
    (access, [, role, login], { text, nameOf }) =>
      access.roles.push({ name: nameOf(role), login: login === 'login', text }),
  ],
  [
    /^grant ((?:"[^"]+"(?:, )?)+) to ("[^"]+"|current_user)$/,
    (access, [, roles, member], { nameOf }) => {
      for (const role of listed(roles ?? ''))
        access.members.push({ role: nameOf(role), member: member === 'current_user' ? member : nameOf(member) });
    },
  ],
  [
    /^create function ([\w.]+)\(([^()]*)\) returns /,
    (access, [, name, parameters], { text }) =>
      access.functions.push({ name: `${name}(${typesOf(parameters ?? '')})`, owner: undefined, text }),
  ],
  [
    /^alter function ([\w.]+\([^()]*\)) owner to ("[^"]+")$/,
    (access, [, name, owner], { nameOf }) => {
      const at = access.functions.findIndex((one) => one.name === name);
      if (at < 0) throw new Error(`there is no function ${name}`);
      access.functions[at] = { ...(access.functions[at] as SaidFunction), owner: nameOf(owner) };
    },
  ],
  [
    /^create (?:constraint )?trigger (\w+) .*? on ([\w.]+) /,
    (access, [, name, table], { text }) => access.triggers.push({ name: `${table} ${name}`, text }),
  ],
  [
    /^create policy (\w+) on ([\w.]+) for /,
    (access, [, name, table], { text }) => access.policies.push({ name: `${table} ${name}`, text }),
  ],
  [
    /^alter table ([\w.]+) enable row level security(, force row level security)?$/,
    (access, [, table, forced]) => access.secured.push({ table: table ?? '', forced: forced !== undefined }),
  ],
  [
    /^grant (.+?) on (?:(database|schema|function|table) )?(.+) to ((?:"[^"]+"(?:, )?)+)$/,
    (access, [, privileges, kind, objects, roles], { text, nameOf }) =>
      access.grants.push({
        text,
        kind: (kind ?? 'table') as Grant['kind'],
        privileges: listed(privileges ?? '').map((privilege) => {
          const [, name = '', columns] = /^(\w+)(?: \((.*)\))?$/.exec(privilege) ?? [];
          return { name: name.toUpperCase(), columns: columns === undefined ? [] : listed(columns) };
        }),
        objects: listed(objects ?? '').map(nameOf),
        roles: listed(roles ?? '').map(nameOf),
      }),
  ],
];

/** Reads the files of a folder. Throws with what to do where their text does not have the hash of number.json. */
export function readAccess(folder = ACCESS_FOLDER): AccessFiles {
  const edition = JSON.parse(readFileSync(new URL('number.json', folder), 'utf8')) as Edition;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const statements = files.flatMap((file) =>
    statementsOf(readFileSync(new URL(file, folder), 'utf8')).map((text) => ({ file, text })),
  );
  const hash = createHash('sha256').update(JSON.stringify(statements)).digest('hex').slice(0, 16);
  if (hash !== edition.hash)
    throw new Error(
      `The files of database/access/ are not those of number ${edition.number} any more. Raise the number in database/access/number.json where it was released, and set its hash to ${hash}.`,
    );
  return { edition, statements };
}

/** What the files declare for one database. Throws, naming the file, for a statement that has none of the forms. */
export function accessFor({ statements }: AccessFiles, database: string, names: RoleNames): Access {
  const access: Writable<Access> = {
    roles: [],
    members: [],
    functions: [],
    triggers: [],
    policies: [],
    secured: [],
    grants: [],
  };
  for (const { file, text } of statements) {
    const filled: Filled = {
      text: fill(text, database, names),
      nameOf: (placeholder = '') => unquoted(fill(placeholder, database, names)),
    };
    const oneLine = words(text);
    const matched = FORMS.some(([form, add]) => {
      const match = form.exec(oneLine);
      if (match === null) return false;
      try {
        add(access, match, filled);
      } catch (error) {
        throw new Error(`database/access/${file}: ${(error as Error).message}, at: ${oneLine.slice(0, 120)}`);
      }
      return true;
    });
    if (!matched)
      throw new Error(
        `database/access/${file} says what access.ts has no form for. Write it in one of the forms of access.ts, or in a migration: ${oneLine.slice(0, 120)}`,
      );
  }
  return access;
}
