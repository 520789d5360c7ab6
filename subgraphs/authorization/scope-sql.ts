/**
 * First wall: the caller's scope as SQL. Rows and counts are computed over what the caller may see, and what it may not see is never read: the time of an
 * answer must not grow with it (Article 23).
 */
import type { Scope } from '../../schema/law/scope.ts';
import type { Context } from '../request/context.ts';

/**
 * Condition on a table of rows about subjects, the same as `visible()` in schema/law/scope.ts. Uses the parameters from `first` on, in the order of
 * `scopeParameters`. `authorized`: SQL that tells whether the person authorized the item, where a statement knows that for all its rows at once.
 */
export const scopeCondition = (
  alias: string,
  first: number,
  authorized = `control.authorizes(${alias}.subject_id, ${alias}.item)`,
): string => {
  const p = (offset: number): string => `$${first + offset}`;
  return `(${alias}.display <> 'ARCHIVED' and (${alias}.displayed_until is null or ${alias}.displayed_until >= ${p(0)}::date)
    and (${alias}.subject_id = ${p(1)}::uuid or (${alias}.display = 'DISPLAYED' and (
      ${alias}.item = any (${p(2)}::text[])
      or (not ${alias}.personal and ${alias}.item = any (${p(3)}::text[]))
      or (${alias}.personal and ${alias}.item = any (${p(4)}::text[]) and ${authorized})))))`;
};

/** Tables of rows about subjects, with the items that can stand in them: no others are looked for. */
const TABLES = {
  'public_credit.record': { keys: 'record_keys', current: true, items: 'true' },
  'non_public_credit.record': {
    keys: 'collected_keys',
    current: true,
    items: `i.item = any (array(select c.code from control.item c where c.information = 'NON_PUBLIC'))`,
  },
  'sanctions.designation': {
    keys: 'list_keys',
    current: false,
    items: 'i.item = any (array(select l.item from sanctions.list l))',
  },
  'sanctions.incentive': {
    keys: 'list_keys',
    current: false,
    items: 'i.item = any (array(select l.item from sanctions.list l))',
  },
} as const;
type Table = keyof typeof TABLES;

/**
 * CTEs that `seenRows` of these tables needs: who is asked about (`ids`: SQL of an array), what the persons authorized, and the keys under which an
 * index finds rows of items that the caller may see about each. As many keys are looked up for one of whom all is withheld as for one of whom nothing
 * is held.
 */
export function asked(ids: string, first: number, tables: readonly Table[]): string {
  const keys = new Map(tables.map((table) => [TABLES[table].keys, TABLES[table].items]));
  const columns = [...keys].map(
    ([name, condition]) =>
      `array(select hashtextextended(i.item, uuid_hash_extended(a.id, 0)) from unnest(a.items) i (item) where ${condition}) as ${name}`,
  );
  return `granted as materialized (
      select g.subject_id, g.items from control.authorizations_of(${ids}) g
    ), asked as materialized (
      select a.id, ${columns.join(', ')} from (
        select d.id, $${first + 2}::text[] || case when not public_credit.about_person(d.id) then $${first + 3}::text[]
            else array(select p from unnest($${first + 4}::text[]) p
              where exists (select from granted g where g.subject_id = d.id and p = any (g.items))) end as items
          from (select distinct unnest(${ids})) d (id)) a
    )`;
}

/**
 * `from` and `where` of a statement that reads rows about subjects: those that the caller may see. Of itself it reads all that is not in the archive.
 * `offset 0` keeps the planner from reading by subject, and thereby what is withheld too. `columns`: those that are read, with the scope's own.
 */
export function seenRows(
  table: Table,
  alias: string,
  first: number,
  columns = '*',
): { readonly from: string; readonly where: string } {
  const { keys, current } = TABLES[table];
  const self = `$${first + 1}::uuid`;
  const authorized = `exists (select from granted g where g.subject_id = ${alias}.subject_id and ${alias}.item = any (g.items))`;
  return {
    from: `asked cross join lateral (
        select ${columns} from ${table} where displayed_key = any (asked.${keys}) and asked.id is distinct from ${self}
        union all select ${columns} from ${table} where subject_id = asked.id and asked.id = ${self} and ${current ? 'current and ' : ''}display <> 'ARCHIVED'
        offset 0) ${alias}`,
    where: `${alias}.subject_id = asked.id and ${scopeCondition(alias, first, authorized)}`,
  };
}

export const scopeParametersOf = (context: Context, scope: Scope): readonly unknown[] => [
  context.request.today,
  scope.self,
  scope.anySubject,
  scope.organizations,
  scope.authorizedPersons,
];

export const scopeParameters = (context: Context): readonly unknown[] =>
  scopeParametersOf(context, context.snapshot.scope);
