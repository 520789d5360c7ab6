/**
 * The feed of changes: notices of corrections to every unit that was shown the record (Article 39), and of news about watched subjects (Article 6).
 */
import { badInput } from '../../../schema/errors.ts';
import { pagingMessages } from '../../../schema/messages/paging.ts';
import type { Statement } from '../../database/database.ts';
import { feedCursor, feedNumber } from '../../feed/cursor.ts';
import { readerOf, shownAfter } from '../../feed/shown.ts';
import type { Context } from '../../request/context.ts';
import { type PageArguments, pageSize } from '../../request/paging.ts';
import type { ChangePage, NoticeRow, SubjectKey } from '../rows.ts';

const NOTICES: Statement = {
  name: 'notices',
  text: `select c.kind, c.recipient, c.record_id as "recordId", c.version, c.at, c.acknowledged_at as "acknowledgedAt",
      k.due_on as "actBy" from ledger.change c
      left join control.clock k on k.kind = 'correction.act' and k.reference = c.id::text and k.unit = c.recipient
    where c.subject_id = $1::uuid and c.subject_id = $2::uuid and c.purpose is null
    order by c.at desc, c.recipient, c.number desc limit $3`,
};

/** The feed number in a cursor. Throws BAD_USER_INPUT for a cursor of another unit's feed. */
export function numberOf(context: Context, unit: string, cursor: string): string {
  const number = feedNumber(context.platform.secrets, unit, cursor);
  if (number !== undefined) return number;
  throw badInput('CURSOR', pagingMessages.feedCursor());
}

/** A page of the calling unit's feed, oldest first. */
export async function changePage(context: Context, args: PageArguments): Promise<ChangePage> {
  for (const name of ['last', 'before'] as const)
    if (args[name] !== null && args[name] !== undefined)
      throw badInput('PAGE_DIRECTION', pagingMessages.feedOnwards(name));
  const unit = context.caller.unit ?? '';
  const size = pageSize(args.first);
  const after = args.after === null || args.after === undefined ? '0' : numberOf(context, unit, args.after);
  const found = await shownAfter(readerOf(context), after, size + 1);
  // What cannot be told is read to be left out: the time must not tell how much that is (Article 23).
  context.request.lookedUp(false);
  const nodes = found
    .slice(0, size)
    .map((row) => ({ ...row, cursor: feedCursor(context.platform.secrets, unit, row.number) }));
  // A notice that a watched subject has a new record is itself a disclosure (Article 17): each telling is one, and a use of what carries the watch.
  for (const { subjectId, item, recordId, version, purpose, grant } of nodes)
    if (purpose !== null && grant !== undefined)
      context.request.disclose({
        subjectId,
        personal: false,
        items: [item],
        records: [{ id: recordId, version }],
        seen: 'DESENSITIZED',
        watched: { purpose, grant },
      });
  return {
    pageInfo: {
      hasNextPage: found.length > size,
      // What stands before was told, or is not told today: looking back would cost a second reading to say no more.
      hasPreviousPage: false,
      startCursor: () => nodes[0]?.cursor ?? null,
      endCursor: () => nodes.at(-1)?.cursor ?? args.after ?? null,
    },
    nodes,
    edges: () => nodes.map((node) => ({ node, cursor: () => node.cursor })),
  };
}

/** Notices that recipients were sent about the subject's records, newest first. */
export const noticesOf = (
  context: Context,
  subject: SubjectKey,
  first: number | null | undefined,
): Promise<NoticeRow[]> =>
  context.query<NoticeRow>(NOTICES, [subject.id, context.snapshot.scope.self, pageSize(first)]);
