/** What exists in a database now, read from PostgreSQL's system catalogs. */
import type { Access, Grant } from './access.ts';

/** A connection of the owner of the schemas. */
export interface Owner {
  /** Name of the database. */
  readonly database: string;
  query<Row>(statement: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Statements without parameters, one after the other. */
  run(statements: string): Promise<void>;
}

/** A privilege that a role has. `role` is null for PostgreSQL's PUBLIC; `column` is null where it is for the whole object. */
export interface Privilege {
  readonly kind: Grant['kind'];
  readonly object: string;
  readonly column: string | null;
  readonly role: string | null;
  readonly privilege: string;
}

/** A trigger or policy that exists, as `schema.table name`, with the hash of its definition in the catalogs. */
export interface Standing {
  readonly name: string;
  readonly hash: string;
}

export interface StandingFunction extends Standing {
  /** The name under which the files declare it; null where no file does. */
  readonly said: string | null;
  readonly owner: string;
  readonly schemaOwner: string;
}

export interface StandingRole {
  readonly name: string;
  readonly login: boolean;
  /** Has an attribute that no role here may have: inherits, creates roles or databases, bypasses row policies. */
  readonly strong: boolean;
}

export interface Membership {
  readonly role: string;
  readonly member: string;
  /** Whether the member is the owner of the schemas, whose connection this is. */
  readonly isOwner: boolean;
}

export interface StandingTable {
  readonly name: string;
  readonly secured: boolean;
  readonly forced: boolean;
}

const HASH = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

const TABLE = `format('%I.%I', n.nspname, c.relname)`;

/** A function that takes a row of a table is not there while the table is not, and to ask for it would be an error. */
const FUNCTIONS = `with said as materialized (select name, case when not exists (
      select from regexp_matches(substring(name from '\\(.*\\)'), '\\w+\\.\\w+', 'g') as of (type) where to_regtype(of.type[1]) is null)
    then to_regprocedure(name)::oid end as oid from unnest($2::text[]) as said (name))
  select p.oid::regprocedure::text as name, said.name as said, o.rolname as owner, s.rolname as "schemaOwner",
    ${HASH('pg_get_functiondef(p.oid)')} as hash
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles o on o.oid = p.proowner join pg_roles s on s.oid = n.nspowner
    left join said on said.oid = p.oid
  where n.nspname = any ($1) and p.prokind in ('f', 'p')`;

/** A trigger of a table in parts stands on each part too, and is made and dropped with the table's. */
const TRIGGERS = `select ${TABLE} || ' ' || t.tgname as name, ${HASH(`pg_get_triggerdef(t.oid) || t.tgenabled::text`)} as hash
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any ($1) and not t.tgisinternal and t.tgparentid = 0`;

const POLICIES = `select ${TABLE} || ' ' || p.polname as name, ${HASH(`concat_ws(' | ', p.polcmd::text, p.polpermissive::text,
    (select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname) from unnest(p.polroles) as of (oid) left join pg_roles r on r.oid = of.oid),
    coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'))`)} as hash
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1)`;

const TABLES = `select ${TABLE} as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any ($1) and c.relkind in ('r', 'p')`;

const PARTS = `select format('%I.%I', pn.nspname, p.relname) as of, ${TABLE} as name from pg_inherits i
  join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace where n.nspname = any ($1) and c.relkind = 'r' order by 2`;

/** The two tables of migrate.ts. They lie beside the schemas of the files, among what the operator may have in `public`. */
const OWN_TABLES = `c.oid in (to_regclass('public.migration'), to_regclass('public.access'))`;

/** A table that holds some of the rows of another. */
export interface Part {
  readonly of: string;
  readonly name: string;
}

/** All privileges except those of an object's owner. */
const PRIVILEGES = `select kind, object, "column", case when grantee = 0 then null else pg_get_userbyid(grantee) end as role, privilege from (
    select 'database' as kind, d.datname::text as object, null as "column", a.grantee, a.privilege_type as privilege, d.datdba as owner
      from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where d.datname = current_database()
    union all select 'schema', format('%I', n.nspname), null, a.grantee, a.privilege_type, n.nspowner
      from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = any ($1)
    union all select 'table', ${TABLE}, null, a.grantee, a.privilege_type, c.relowner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a where n.nspname = any ($1) or ${OWN_TABLES}
    union all select 'table', ${TABLE}, format('%I', t.attname), a.grantee, a.privilege_type, c.relowner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute t on t.attrelid = c.oid and not t.attisdropped,
        aclexplode(t.attacl) a where n.nspname = any ($1) or ${OWN_TABLES}
    union all select 'function', p.oid::regprocedure::text, null, a.grantee, a.privilege_type, p.proowner
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where n.nspname = any ($1) and p.prokind in ('f', 'p')
  ) privileges where grantee <> owner`;

/** Begins with this database's prefix, and has no `_` after it: then it would belong to a database with a longer name. */
const OF_THIS_DATABASE = (name: string): string =>
  `starts_with(${name}, $1) and strpos(substr(${name}, length($1) + 1), '_') = 0`;

const ROLES = `select rolname as name, rolcanlogin as login,
    rolsuper or rolinherit or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as strong
  from pg_roles where ${OF_THIS_DATABASE('rolname')}`;

const MEMBERS = `select r.rolname as role, m.rolname as member, m.rolname = current_user as "isOwner" from pg_auth_members a
    join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member where ${OF_THIS_DATABASE('r.rolname')}`;

/** Schemas that the files grant usage of. Every function, trigger and policy in them must be declared. */
const schemasOf = (access: Access): readonly string[] => [
  ...new Set(access.grants.filter(({ kind }) => kind === 'schema').flatMap(({ objects }) => objects)),
];

/** Reads of the catalogs, each a statement. */
export interface Catalog {
  roles(): Promise<readonly StandingRole[]>;
  members(): Promise<readonly Membership[]>;
  functions(): Promise<readonly StandingFunction[]>;
  triggers(): Promise<readonly Standing[]>;
  policies(): Promise<readonly Standing[]>;
  tables(): Promise<readonly StandingTable[]>;
  privileges(): Promise<readonly Privilege[]>;
  parts(): Promise<readonly Part[]>;
}

/** Reads only the schemas of the files, and roles with the prefix. */
export function catalogOf(owner: Owner, access: Access, rolePrefix: string): Catalog {
  const schemas = schemasOf(access);
  const said = access.functions.map(({ name }) => name);
  return {
    roles: () => owner.query(ROLES, [rolePrefix]),
    members: () => owner.query(MEMBERS, [rolePrefix]),
    functions: () => owner.query(FUNCTIONS, [schemas, said]),
    triggers: () => owner.query(TRIGGERS, [schemas]),
    policies: () => owner.query(POLICIES, [schemas]),
    tables: () => owner.query(TABLES, [schemas]),
    privileges: () => owner.query(PRIVILEGES, [schemas]),
    parts: () => owner.query(PARTS, [schemas]),
  };
}
