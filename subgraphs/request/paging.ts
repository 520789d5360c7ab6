/** Paging of connections (Relay cursor connections): page sizes, and cursors that are bound to caller and query. */
import { badInput } from '../../schema/errors.ts';
import type { Context } from './context.ts';

const DEFAULT_SIZE = 50;
const LARGEST_SIZE = 200;

/** Position after a row in the stable order: date descending, then id. */
export interface Position {
  readonly on: string;
  readonly id: string;
}

/** The page size asked for. Throws BAD_USER_INPUT outside 1 to 200. */
export function pageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) return DEFAULT_SIZE;
  if (first >= 1 && first <= LARGEST_SIZE) return first;
  throw badInput(
    'PAGE_SIZE',
    `first is ${first}; it goes from 1 to ${LARGEST_SIZE}.`,
    'Ask for smaller pages and follow endCursor.',
  );
}

/** What a cursor is bound to: another caller, purpose or query cannot use it. */
const bound = (context: Context, query: string): string => {
  const { caller } = context;
  return [caller.role, caller.unit, caller.subject?.id, caller.purpose, caller.matter, query].join('\n');
};

export const cursorAfter = (context: Context, query: string, position: Position): string =>
  context.platform.secrets.sealCursor(position, bound(context, query));

/** The position in a cursor; null without a cursor. Throws BAD_USER_INPUT for a cursor of another caller or query. */
export function positionOf(context: Context, query: string, after: string | null | undefined): Position | null {
  if (after === null || after === undefined) return null;
  const position = context.platform.secrets.openCursor(after, bound(context, query));
  if (position !== undefined) return position as Position;
  throw badInput(
    'CURSOR',
    'The cursor was not issued to this caller for this query, or it is of an earlier release.',
    'Start again without after; a cursor is good for the same token, purpose, matter and arguments only.',
  );
}
