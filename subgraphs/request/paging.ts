/**
 * Connections by the Relay Cursor Connections Specification: the arguments of a page, and the page with its edges. Every connection is made here, and
 * read by `keyset.ts` where its rows are in the database. Cursors are positions in the stable order of a list, sealed and bound to caller and query.
 */
import { createHash } from 'node:crypto';
import { badInput } from '../../schema/errors.ts';
import { pagingMessages } from '../../schema/messages/paging.ts';
import type { Context } from './context.ts';

export const DEFAULT_SIZE = 50;
const LARGEST_SIZE = 200;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A place in the stable order of a list. A list that is ordered by its id alone has no `on`. */
export interface Position {
  readonly on: string;
  readonly id: string;
}

/** A page as it is asked for: rows behind `after` and ahead of `before`, the first of them or, backwards, the last. */
export interface AskedPage {
  readonly query: string;
  readonly size: number;
  readonly backwards: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
}

/** What a page holds, and how many rows of the list there are: all, those up to `after`, and those from `before` on. */
export interface FoundPage<Row> {
  readonly rows: readonly Row[];
  readonly positions: readonly Position[];
  readonly total: number;
  readonly ahead: number;
  readonly behind: number;
}

export interface Edge<Row> {
  readonly node: Row;
  readonly cursor: () => string;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: () => string | null;
  readonly endCursor: () => string | null;
}

/** The value of a connection. Its functions are called for what is selected: cursors take time to seal, and few queries select them. */
export interface Page<Row> {
  readonly totalCount: number;
  readonly pageInfo: PageInfo;
  readonly nodes: readonly Row[];
  readonly edges: () => readonly Edge<Row>[];
}

const isSent = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

/** The page size asked for. Throws BAD_USER_INPUT outside 1 to 200. */
export function pageSize(sent: number | null | undefined, argument: 'first' | 'last' = 'first'): number {
  if (!isSent(sent)) return DEFAULT_SIZE;
  if (sent >= 1 && sent <= LARGEST_SIZE) return sent;
  throw badInput('PAGE_SIZE', pagingMessages.size(argument, sent, LARGEST_SIZE));
}

/** What a cursor is bound to: another caller, purpose or query cannot use it. */
const bound = (context: Context, query: string): string => {
  const { caller } = context;
  const { agent } = caller;
  const acting = agent === undefined ? [] : [agent.id, agent.mandate];
  return [caller.role, caller.unit, caller.subject?.id, ...acting, caller.purpose, caller.matter, query].join('\n');
};

function positionOf(context: Context, query: string, args: PageArguments, name: 'after' | 'before'): Position | null {
  const sent = args[name];
  if (!isSent(sent)) return null;
  const position = context.platform.secrets.openCursor(sent, bound(context, query));
  if (position !== undefined) return position as Position;
  throw badInput('CURSOR', pagingMessages.cursor(name));
}

/**
 * The page that the arguments ask for; `query` names the list with the arguments that choose its rows. `before` without a size is the page before it.
 * Throws BAD_USER_INPUT for `first` with `last`, which the specification discourages, and for a cursor of another caller or query.
 */
export function askedPage(context: Context, query: string, args: PageArguments): AskedPage {
  if (isSent(args.first) && isSent(args.last)) throw badInput('PAGE_DIRECTION', pagingMessages.bothSizes());
  const backwards = isSent(args.last) || (isSent(args.before) && !isSent(args.first));
  return {
    query,
    size: backwards ? pageSize(args.last, 'last') : pageSize(args.first),
    backwards,
    after: positionOf(context, query, args, 'after'),
    before: positionOf(context, query, args, 'before'),
  };
}

/** The connection of a page that was found. Whether more comes before and behind is counted, so that both are true in both directions. */
export function pageOf<Row>(context: Context, asked: AskedPage, found: FoundPage<Row>): Page<Row> {
  const { query, size, backwards } = asked;
  const { rows, positions, total, ahead, behind } = found;
  const more = total - ahead - behind > size;
  const sealed: string[] = [];
  // One cursor a row, because no two seals are alike: startCursor and endCursor are those of the first and the last edge.
  const cursorAt = (place: number): string => {
    const position = positions[place];
    if (position === undefined) throw new RangeError(`The page has no row ${place}.`);
    sealed[place] ??= context.platform.secrets.sealCursor(position, bound(context, query));
    return sealed[place];
  };
  return {
    totalCount: total,
    pageInfo: {
      hasNextPage: (more && !backwards) || behind > 0,
      hasPreviousPage: (more && backwards) || ahead > 0,
      startCursor: () => (rows.length === 0 ? null : cursorAt(0)),
      endCursor: () => (rows.length === 0 ? null : cursorAt(rows.length - 1)),
    },
    nodes: rows,
    edges: () => rows.map((node, place) => ({ node, cursor: () => cursorAt(place) })),
  };
}

/** Bytes of a key, as JSON, that a cursor has room for. */
const KEY_BYTES = 112;
const KEY_BEGINS = 8;

/** The key itself, or where it is longer than that, what it begins with and its hash. */
const shortened = (key: string): string =>
  Buffer.byteLength(JSON.stringify(key)) <= KEY_BYTES
    ? key
    : `${key.slice(0, KEY_BEGINS)}${createHash('sha256').update(key).digest('base64url')}`;

/** The connection of rows that are in memory, sorted by a key of their own: no two have the same. */
export function pageOfRows<Row>(
  context: Context,
  query: string,
  args: PageArguments,
  all: readonly Row[],
  keyOf: (row: Row) => string,
): Page<Row> {
  const asked = askedPage(context, query, args);
  const keys = all.map((row) => shortened(keyOf(row)));
  /** Where a row stands; where it is gone, where it stood, so far as its key tells. */
  const placeOf = ({ id }: Position) => {
    const place = keys.indexOf(id);
    return place === -1 ? { from: keys.filter((key) => key < id).length, rows: 0 } : { from: place, rows: 1 };
  };
  const after = asked.after === null ? undefined : placeOf(asked.after);
  const before = asked.before === null ? undefined : placeOf(asked.before);
  const ahead = after === undefined ? 0 : after.from + after.rows;
  const end = before === undefined ? all.length : before.from;
  const last = Math.max(ahead, end);
  const [from, to] = asked.backwards
    ? [Math.max(ahead, last - asked.size), last]
    : [ahead, Math.min(last, ahead + asked.size)];
  return pageOf(context, asked, {
    rows: all.slice(from, to),
    positions: keys.slice(from, to).map((id) => ({ on: '', id })),
    total: all.length,
    ahead,
    behind: all.length - end,
  });
}
