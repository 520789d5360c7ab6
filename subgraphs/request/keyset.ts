/** Lists that are read by pages: a page begins behind a position or ends ahead of one, whatever was added or withdrawn meanwhile (keyset paging). */
import type { Statement } from '../database/database.ts';
import type { Context } from './context.ts';
import { type AskedPage, askedPage, type FoundPage, type Page, type PageArguments, pageOf } from './paging.ts';

/** A column of the order, as the statement of the list names it. */
interface Key {
  readonly column: string;
  readonly type: 'date' | 'timestamptz' | 'uuid' | 'text';
  readonly descending?: boolean;
}

/** The stable order of a list: by `on`, and by `id` among what is alike. Neither is ever null, and no two rows have both alike. */
export interface Order {
  readonly on?: Key;
  readonly id: Key;
}

/** SQL of an order, for rows of this alias. */
const sorted = ({ on, id }: Order, alias: string, backwards: boolean): string =>
  [on, id]
    .filter((key) => key !== undefined)
    .map(({ column, descending }) => `${alias}."${column}"${(descending === true) === backwards ? '' : ' desc'}`)
    .join(', ');

/** SQL that holds for rows behind a position, or ahead of it. Its parameters are two: `on`, `id`. */
function beyond({ on, id }: Order, alias: string, first: number, ahead: boolean): string {
  const compare = ({ column, type, descending }: Key, parameter: number): string =>
    `${alias}."${column}" ${(descending === true) === ahead ? '>' : '<'} $${parameter}::${type}`;
  const further = compare(id, first + 1);
  if (on === undefined) return further;
  return `(${compare(on, first)} or ${alias}."${on.column}" = $${first}::${on.type} and ${further})`;
}

/** A list that is read by pages. */
interface ListOf {
  readonly name: string;
  /** CTEs that `rows` needs, each with a comma behind it. */
  readonly with?: string;
  /** Query of all rows that the caller may see and that match, with the columns of `order`. */
  readonly rows: string;
  /** Number of its parameters. */
  readonly parameters: number;
  readonly order: Order;
  /** Columns of a page and what is joined for them, where `rows` (as `seen`) does not bring them: they are read for rows of the page alone. */
  readonly columns?: string;
  readonly join?: string;
}

export interface PagedList {
  readonly forwards: Statement;
  readonly backwards: Statement;
}

/** The statements of a list: one for each direction, with the counts beside the page, so that an empty page has them too. */
export function pagedList(list: ListOf): PagedList {
  const { name, rows, parameters, order, columns = 'seen.*', join = '' } = list;
  const [after, before, limit] = [parameters + 1, parameters + 3, parameters + 5];
  const behind = beyond(order, 'seen', after, false);
  const ahead = beyond(order, 'seen', before, true);
  // `on` of a list without one is sent all the same, and has to have a type.
  const unused =
    order.on === undefined ? `and ($${after}::text is null or true) and ($${before}::text is null or true)` : '';
  const id = order.id.type;
  const on = order.on === undefined ? `''` : `seen."${order.on.column}"::text`;
  const page = (backwards: boolean): string => `with ${list.with ?? ''} seen as (${rows}),
    counted as (select count(*)::int as total,
      count(*) filter (where $${after + 1}::${id} is not null and not ${behind})::int as ahead,
      count(*) filter (where $${before + 1}::${id} is not null and not ${ahead})::int as behind from seen)
    select counted.*, page.* from counted left join lateral (
      select ${columns}, ${on} as "keyOn", seen."${order.id.column}"::text as "keyId" from (
        select * from seen where ($${after + 1}::${id} is null or ${behind}) and ($${before + 1}::${id} is null or ${ahead}) ${unused}
        order by ${sorted(order, 'seen', backwards)} limit $${limit}::int) seen ${join}
      order by ${sorted(order, 'seen', backwards)}) page on true`;
  return {
    forwards: { name, text: page(false) },
    backwards: { name: `${name}-backwards`, text: page(true) },
  };
}

interface Counted {
  readonly total: number;
  readonly ahead: number;
  readonly behind: number;
  readonly keyOn: string;
  /** Null where the page is empty. */
  readonly keyId: string | null;
}

/** Reads a page of a list. `parameters` are those of its rows. */
export async function readPage<Row>(
  context: Context,
  list: PagedList,
  parameters: readonly unknown[],
  { size, backwards, after, before }: AskedPage,
): Promise<FoundPage<Row>> {
  const found = await context.query<Row & Counted>(backwards ? list.backwards : list.forwards, [
    ...parameters,
    ...[after, before].flatMap((position) => [position?.on ?? null, position?.id ?? null]),
    size,
  ]);
  const { total = 0, ahead = 0, behind = 0 } = found[0] ?? {};
  const rows = found.filter(({ keyId }) => keyId !== null);
  if (backwards) rows.reverse();
  return { rows, positions: rows.map(({ keyOn, keyId }) => ({ on: keyOn, id: keyId ?? '' })), total, ahead, behind };
}

/** The connection of a list of the database: what most fields need. */
export async function listPage<Row>(
  context: Context,
  list: PagedList,
  {
    query,
    parameters,
    args,
  }: { readonly query: string; readonly parameters: readonly unknown[]; readonly args: PageArguments },
): Promise<Page<Row>> {
  const asked = askedPage(context, query, args);
  return pageOf(context, asked, await readPage<Row>(context, list, parameters, asked));
}
