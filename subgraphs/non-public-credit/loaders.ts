/** Data loader of pages of non-public records, masked for the caller and recorded for the ledger. */
import DataLoader from 'dataloader';
import { checkItems } from '../authorization/item-filter.ts';
import { safeText } from '../redaction/withheld.ts';
import type { Context } from '../request/context.ts';
import { cursorAfter, pageSize, positionOf } from '../request/paging.ts';
import { mayName } from '../request/subjects/representations.ts';
import { readFirstPages, readNextPage, readWhole, type StoredNonPublic } from './queries/reads.ts';
import type { NonPublicPage, NonPublicRow, SubjectKey } from './rows.ts';

/** The subject reads what is held of it, whichever version made the form. */
const openContent = (context: Context, { subjectId, redaction, content }: StoredNonPublic): string | null =>
  subjectId === context.snapshot.scope.self ? content : safeText(context.snapshot.directory, redaction, content);

/** Rows as the caller may see them, unmasked for the subject itself. Records them for the ledger. */
async function present(context: Context, stored: readonly StoredNonPublic[]): Promise<NonPublicRow[]> {
  const { self } = context.snapshot.scope;
  const own = stored.filter((row) => row.subjectId === self).map((row) => row.id);
  const sealed = self === null || own.length === 0 ? [] : await readWhole(context, self, own);
  const whole = new Map(sealed.map((row) => [row.id, String(context.platform.secrets.unseal(row, row.id))]));
  for (const row of stored)
    context.request.disclose({
      subjectId: row.subjectId,
      personal: row.personal,
      items: [row.item],
      records: [{ id: row.id, version: row.version }],
      seen: row.subjectId === self ? 'WHOLE' : 'DESENSITIZED',
    });
  return stored.map((row) => ({
    ...row,
    self: row.subjectId === self,
    whole: row.subjectId === self,
    content: whole.get(row.id) ?? openContent(context, row),
  }));
}

function pageOf(
  context: Context,
  query: string,
  nodes: readonly NonPublicRow[],
  totalCount: number,
  hasNextPage: boolean,
): NonPublicPage {
  const last = nodes.at(-1);
  // A function, because sealing a cursor costs time and few queries select it.
  const endCursor = (): string | null =>
    last === undefined ? null : cursorAfter(context, query, { on: last.occurredOn, id: last.id });
  return { totalCount, pageInfo: { hasNextPage, endCursor }, nodes };
}

interface Arguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly items?: readonly string[] | null | undefined;
}

/** A page of the subject's non-public records that the caller may see. */
export async function nonPublicPage(context: Context, subject: SubjectKey, args: Arguments): Promise<NonPublicPage> {
  const size = pageSize(args.first);
  const items = args.items === null || args.items === undefined ? null : [...new Set(args.items)].sort();
  // Here it is not known whether the subject is a person. Items that are closed for every kind of subject are refused.
  if (items !== null && subject.self !== true) checkItems(context, items, 'any');
  const query = `non-public\n${subject.id}\n${items?.join() ?? ''}`;
  const after = positionOf(context, query, args.after);
  if (after !== null) {
    context.request.asked('NON_PUBLIC', [subject.id], items);
    const { total, rows } = await readNextPage(context, subject.id, items, size + 1, after);
    // A cursor is bound to the subject. Who was given it was given the subject's id.
    return pageOf(context, query, await present(context, rows.slice(0, size)), total, rows.length > size);
  }
  const loader = context.once(
    `non-public:${size}:${items?.join() ?? '*'}`,
    () =>
      new DataLoader<string, { total: number; rows: NonPublicRow[] }>(
        async (ids) => {
          context.request.asked('NON_PUBLIC', ids, items);
          const found = await readFirstPages(context, ids, items, size);
          const { self } = context.snapshot.scope;
          const stored = found.filter(({ subjectId, personal }) =>
            mayName(context, subjectId, { personal, self: subjectId === self }),
          );
          const totals = new Map(stored.map((row) => [row.subjectId, row.total]));
          const groups = Map.groupBy(await present(context, stored), (row) => row.subjectId);
          return ids.map((id) => ({ total: totals.get(id) ?? 0, rows: groups.get(id) ?? [] }));
        },
        { maxBatchSize: 1_000 },
      ),
  );
  const { total, rows } = await loader.load(subject.id);
  return pageOf(context, query, rows, total, total > rows.length);
}
