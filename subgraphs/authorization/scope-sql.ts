/**
 * First wall: the caller's scope as SQL. Rows and counts are computed over what the caller may see, and what it may not see is never read: the time of an
 * answer must not grow with it (Article 23).
 */
import type { Scope } from '../../schema/law/scope.ts';
import type { Context } from '../request/context.ts';

/**
 * Condition on a table of rows about subjects, the same as `visible()` in schema/law/scope.ts. Uses the parameters from `first` on, in the order of
 * `scopeParameters`. `authorized`: SQL that tells whether the person authorized the item, and `shares` whether the subject lets anything be used by
 * agreement, where a statement knows that for all its rows at once.
 */
export const scopeCondition = (
  alias: string,
  first: number,
  authorized = `control.authorizes(${alias}.subject_id, ${alias}.item)`,
  shares = `not rights.is_locked(${alias}.subject_id)`,
): string => {
  const p = (offset: number): string => `$${first + offset}`;
  return `(${alias}.display <> 'ARCHIVED' and (${alias}.displayed_until is null or ${alias}.displayed_until >= ${p(0)}::date)
    and (${alias}.subject_id = ${p(1)}::uuid or (${alias}.display = 'DISPLAYED' and (
      ${alias}.item = any (${p(2)}::text[])
      or (not ${alias}.personal and ${alias}.item = any (${p(3)}::text[]) and ${shares})
      or (${alias}.personal and ${alias}.item = any (${p(4)}::text[]) and ${authorized} and ${shares})))))`;
};

/** Tables of rows about subjects, with the items that can stand in them: no others are looked for. */
const TABLES = {
  'public_credit.record': { keys: 'record_keys', current: true, inParts: true, items: 'true' },
  'non_public_credit.record': {
    keys: 'collected_keys',
    current: true,
    inParts: false,
    items: `i.item = any (array(select c.code from control.item c where c.information = 'NON_PUBLIC'))`,
  },
  'sanctions.designation': {
    keys: 'list_keys',
    current: false,
    inParts: false,
    items: 'i.item = any (array(select l.item from sanctions.list l))',
  },
  'sanctions.incentive': {
    keys: 'list_keys',
    current: false,
    inParts: false,
    items: 'i.item = any (array(select l.item from sanctions.list l))',
  },
} as const;
type Table = keyof typeof TABLES;

/**
 * CTEs that `seenRows` of these tables needs: who is asked about (`ids`: SQL of an array), what the persons authorized, who shares anything by
 * agreement, and the keys under which an index finds rows of items that the caller may see about each. As many keys are looked up for everybody, held or not, person or not: where an item is
 * not to be seen about this one, a key under which nothing lies.
 */
export function asked(ids: string, first: number, tables: readonly Table[]): string {
  const [anySubject, organizations, persons] = [2, 3, 4].map((offset) => `$${first + offset}::text[]`);
  const kinds = [...new Map(tables.map((table) => [TABLES[table].keys, TABLES[table].items]))];
  const keys = kinds.map(
    ([name]) => `array(select hashtextextended(w.item, uuid_hash_extended(a.id, case when w.any_subject then 0
            when a.personal then (w.persons and a.shares and w.item = any (a.granted))::int - 1 else (w.organizations and a.shares)::int - 1 end))
          from wanted w where w.${name}) as ${name}`,
  );
  return `granted as materialized (
      select g.subject_id, g.items from control.authorizations_of(${ids}) g
    ), wanted as materialized (
      select i.item, i.item = any (${anySubject}) as any_subject, i.item = any (${organizations}) as organizations,
          i.item = any (${persons}) as persons, ${kinds.map(([name, condition]) => `${condition} as ${name}`).join(', ')}
        from (select unnest(${anySubject}) union select unnest(${organizations}) union select unnest(${persons})) i (item)
    ), asked as materialized (
      select a.id, a.shares, ${keys.join(', ')} from (
        select d.id, public_credit.about_person(d.id) as personal, not rights.is_locked(d.id) as shares,
            array(select unnest(g.items) from granted g where g.subject_id = d.id) as granted
          from (select distinct unnest(${ids})) d (id) offset 0) a
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
  const { keys, current, inParts } = TABLES[table];
  const self = `$${first + 1}::uuid`;
  const authorized = `exists (select from granted g where g.subject_id = ${alias}.subject_id and ${alias}.item = any (g.items))`;
  // One key at a time: the subject says in which part to look. All keys at once would be looked up in every part. `is_keyed` keeps the planner from reading by subject.
  const byKey = inParts
    ? `unnest(asked.${keys}) k (key) cross join lateral (
          select ${columns} from ${table} where subject_id = asked.id and displayed_key = k.key and public_credit.is_keyed(displayed_key) offset 0) one where`
    : `${table} where displayed_key = any (asked.${keys}) and`;
  return {
    from: `asked cross join lateral (
        select ${inParts ? 'one.*' : columns} from ${byKey} asked.id is distinct from ${self}
        union all select ${columns} from ${table} where subject_id = asked.id and asked.id = ${self} and ${current ? 'current and ' : ''}display <> 'ARCHIVED'
        offset 0) ${alias}`,
    where: `${alias}.subject_id = asked.id and ${scopeCondition(alias, first, authorized, 'asked.shares')}`,
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
