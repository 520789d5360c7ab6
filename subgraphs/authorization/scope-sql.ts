/**
 * First wall: the caller's scope as SQL. Rows and counts are computed over what the caller may see, and what it may not see is never read: the time of an
 * answer must not grow with it (Article 23).
 */
import type { Scope } from '../../schema/law/scope.ts';
import type { Statement } from '../database/database.ts';
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
 * not to be seen about this one, a key under which nothing lies. `some`: condition on `i.item`, where rows of some items alone are wanted.
 */
export function asked(ids: string, first: number, tables: readonly Table[], some = ''): string {
  const [anySubject, organizations, persons] = [2, 3, 4].map((offset) => `$${first + offset}::text[]`);
  const kinds = [...new Map(tables.map((table) => [TABLES[table].keys, TABLES[table].items]))];
  const keys = kinds.map(
    ([name]) => `array(select hashtextextended(w.item, uuid_hash_extended(a.id, case when w.any_subject then 0
            when a.personal then (w.persons and a.shares and w.item = any (a.granted))::int - 1 else (w.organizations and a.shares)::int - 1 end))
          from wanted w where w.${name}) as ${name}`,
  );
  return `wanted as materialized (
      select i.item, i.item = any (${anySubject}) as any_subject, i.item = any (${organizations}) as organizations,
          i.item = any (${persons}) as persons, ${kinds.map(([name, condition]) => `${condition} as ${name}`).join(', ')}
        from (select unnest(${anySubject}) union select unnest(${organizations}) union select unnest(${persons})) i (item)${some === '' ? '' : `\n        where ${some}`}
    ), asked as materialized (
      select a.id, a.shares, a.granted, ${keys.join(', ')} from rights.asked_subjects(${ids}) a
    )`;
}

/**
 * How a statement asks. What it cannot meet is left out of it: to set up a plan costs as much as to run it, and a plan has an own copy of the row policies
 * for each part of a table.
 */
export interface Form {
  /** About one subject, and no more: its part of a table is found before anything is set up. */
  readonly one: boolean;
  /** Asked by a subject, which may be asked about: it reads what is its own, displayed or not. */
  readonly own: boolean;
}

/** A statement in each form. The first parameter holds the ids of the subjects. Where one subject is asked about as many are, it is the same statement. */
export type Formed = readonly { readonly form: Form; readonly statement: Statement }[];

export const inForms = (name: string, text: (form: Form) => string): Formed =>
  [false, true].flatMap((own) => {
    const named = `${name}${own ? '-self' : ''}`;
    const many = { name: named, text: text({ one: false, own }) };
    const one = { name: `${named}-one`, text: text({ one: true, own }) };
    return [
      { form: { one: false, own }, statement: many },
      { form: { one: true, own }, statement: one.text === many.text ? many : one },
    ];
  });

/** The one for these subjects. `scope`: `scopeParametersOf` the caller. */
export function formFor(formed: Formed, ids: readonly string[], [, self]: readonly unknown[]): Statement {
  const found = formed.find(({ form }) => form.one === (ids.length === 1) && form.own === (self !== null));
  if (found === undefined) throw new Error('A statement has every form.');
  return found.statement;
}

/**
 * `from` and `where` of a statement that reads rows about subjects: those that the caller may see. Of itself it reads all that is not in the archive.
 * `offset 0` keeps the planner from reading by subject, and thereby what is withheld too. `columns`: those that are read, with the scope's own. `id`: SQL of the subject
 * where there is one alone.
 */
export function seenRows(
  table: Table,
  alias: string,
  first: number,
  { one, own }: Form,
  { columns = '*', id = '($1::uuid[])[1]' }: { readonly columns?: string; readonly id?: string } = {},
): { readonly from: string; readonly where: string } {
  const { keys, current, inParts } = TABLES[table];
  const self = `$${first + 1}::uuid`;
  const subject = one ? id : 'asked.id';
  // The subject says in which part to look. `is_keyed` keeps the planner from reading by subject; each key is looked for by itself, because of all at once it may
  // read what is keyed of the subject and sort out the rest.
  const byKey = inParts
    ? `select f.* from unnest(asked.${keys}) k (key) cross join lateral (select ${columns} from ${table}
          where subject_id = ${subject} and displayed_key = k.key and public_credit.is_keyed(displayed_key) offset 0) f`
    : `select ${columns} from ${table} where displayed_key = any (asked.${keys})`;
  const open = own
    ? `${byKey} ${inParts ? 'where' : 'and'} asked.id is distinct from ${self}
        union all select ${columns} from ${table} where subject_id = ${subject} and asked.id = ${self} and ${current ? 'current and ' : ''}display <> 'ARCHIVED'`
    : byKey;
  return {
    from: `asked cross join lateral (
        ${open} offset 0) ${alias}`,
    where: `${alias}.subject_id = asked.id and ${scopeCondition(alias, first, `${alias}.item = any (asked.granted)`, 'asked.shares')}`,
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
