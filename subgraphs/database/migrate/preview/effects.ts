/** What a statement of a migration does to the tables that it names. FORMS lists every form of statement that a migration may have. */

/**
 * NEW: made. REMOVED: what it holds, or a column, is gone. REWRITTEN: every row is copied. READ_THROUGH: every row is read once, for an index or a
 * check. WRITTEN: rows are added or changed. CHANGED: its definition alone.
 */
export type Effect = 'NEW' | 'REMOVED' | 'REWRITTEN' | 'READ_THROUGH' | 'WRITTEN' | 'CHANGED';

/** Who waits until the upgrade is done: everybody, or writers alone. */
export type Waits = 'ALL' | 'WRITERS' | 'NOBODY';

export interface OnTable {
  readonly table: string;
  readonly effect: Effect;
  readonly waits: Waits;
}

/** Table of an index, of which a statement names only the index. */
export type TableOfIndex = (index: string) => string | undefined;

/** Splits at commas, but not within quotation marks or parentheses, where they separate columns or values. */
function listed(list: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: found, index } of list.matchAll(/'(?:[^']|'')*'|[(),]/g)) {
    if (found === '(') depth += 1;
    else if (found === ')') depth -= 1;
    else if (found === ',' && depth === 0) {
      parts.push(list.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...parts, list.slice(from).trim()];
}

/** A default that PostgreSQL computes for each row. Constants are kept once, beside the column. */
const COMPUTED = /\bdefault\s+(?:gen_random_uuid|random|clock_timestamp|nextval)\b|\bgenerated\b/;

/** Alone among them it lets everybody go on. */
const VALIDATED = /^validate constraint /;

/** What one action of `alter table` does, first match. */
const ACTIONS: readonly (readonly [form: RegExp, effect: Effect])[] = [
  [/^drop column /, 'REMOVED'],
  [/^add column .*\bgenerated\b/, 'REWRITTEN'],
  [/^add column /, 'CHANGED'],
  [/^alter column \S+ (?:set data )?type /, 'REWRITTEN'],
  [/^set (?:un)?logged$/, 'REWRITTEN'],
  [/^alter column \S+ set not null$/, 'READ_THROUGH'],
  [/^alter column \S+ (?:drop|set) /, 'CHANGED'],
  [/^add constraint .* not valid$/, 'CHANGED'],
  [/^add (?:constraint|primary key|unique) ?/, 'READ_THROUGH'],
  [VALIDATED, 'READ_THROUGH'],
  [/^(?:drop|rename) constraint /, 'CHANGED'],
  [/^rename (?:column |to )/, 'CHANGED'],
  [/^(?:no force|force|enable|disable) row level security$/, 'CHANGED'],
];

function altered(table: string, actions: string): OnTable[] {
  return listed(actions).map((action) => {
    const effect = COMPUTED.test(action) && action.startsWith('add column ') ? 'REWRITTEN' : undefined;
    const found = effect ?? ACTIONS.find(([form]) => form.test(action))?.[1];
    if (found === undefined) throw new Error(`there is no form for "alter table ${table} ${action.slice(0, 80)}"`);
    return { table, effect: found, waits: VALIDATED.test(action) ? 'NOBODY' : 'ALL' };
  });
}

type Form = readonly [form: RegExp, of: (match: readonly string[], tableOf: TableOfIndex) => readonly OnTable[]];

const FORMS: readonly Form[] = [
  [/^create schema /, () => []],
  // One that an index needs; all others stand in access/.
  [/^create function /, () => []],
  [
    /^create (?:unlogged )?table (?:if not exists )?(\S+)/,
    ([, table = '']) => [{ table, effect: 'NEW', waits: 'NOBODY' }],
  ],
  [
    /^create (?:unique )?index (?:if not exists )?\S+ on (\S+)/,
    ([, table = '']) => [{ table, effect: 'READ_THROUGH', waits: 'WRITERS' }],
  ],
  [
    /^drop index (?:if exists )?(\S+)$/,
    ([, index = ''], tableOf) => [{ table: tableOf(index) ?? index, effect: 'CHANGED', waits: 'ALL' }],
  ],
  [/^alter table (?:only )?(\S+) (.+)$/, ([, table = '', actions = '']) => altered(table, actions)],
  [/^alter sequence /, () => []],
  [/^create sequence /, () => []],
  [
    /^drop table (?:if exists )?(.+)$/,
    ([, tables = '']) => listed(tables).map((table) => ({ table, effect: 'REMOVED', waits: 'ALL' })),
  ],
  [
    /^truncate (?:table )?(.+)$/,
    ([, tables = '']) => listed(tables).map((table) => ({ table, effect: 'REMOVED', waits: 'ALL' })),
  ],
  [/^delete from (\S+)/, ([, table = '']) => [{ table, effect: 'REMOVED', waits: 'NOBODY' }]],
  [/^(?:update|insert into) (\S+)/, ([, table = '']) => [{ table, effect: 'WRITTEN', waits: 'NOBODY' }]],
  // Objects that access/ says: it counts them by itself.
  [/^do \$\$ begin if pg_get_function_result\(/, () => []],
];

/** Throws for a statement that has none of the forms: nobody could say before what it will do. */
export function effectsOf(statement: string, tableOf: TableOfIndex): readonly OnTable[] {
  const oneLine = statement.replace(/\s+/g, ' ').trim();
  for (const [form, of] of FORMS) {
    const match = form.exec(oneLine);
    if (match !== null) return of(match, tableOf);
  }
  throw new Error(`there is no form in effects.ts for "${oneLine.slice(0, 80)}"`);
}
