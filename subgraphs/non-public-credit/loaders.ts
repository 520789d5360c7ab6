/** Data loader of pages of non-public records, masked for the caller and recorded for the ledger. */
import DataLoader from 'dataloader';
import { checkItems } from '../authorization/item-filter.ts';
import { safeText } from '../redaction/withheld.ts';
import type { Context } from '../request/context.ts';
import { askedPage, type PageArguments, type Position, pageOf } from '../request/paging.ts';
import { mayName } from '../request/subjects/representations.ts';
import { readOuterPages, readPageOf, readWhole, type StoredNonPublic, wholeText } from './queries/reads.ts';
import type { NonPublicPage, NonPublicRow, SubjectKey } from './rows.ts';

/** The subject reads what is held of it, whichever version made the form. */
const openContent = (context: Context, { subjectId, redaction, content }: StoredNonPublic): string | null =>
  subjectId === context.snapshot.scope.self ? content : safeText(context.snapshot.directory, redaction, content);

/** Rows as the caller may see them, unmasked for the subject itself. Records them for the ledger. */
async function present(context: Context, stored: readonly StoredNonPublic[]): Promise<NonPublicRow[]> {
  const { self } = context.snapshot.scope;
  const own = stored.filter((row) => row.subjectId === self).map((row) => row.id);
  const sealed = self === null || own.length === 0 ? [] : await readWhole(context, self, own);
  const whole = new Map(sealed.flatMap((row) => wholeText(context, row).map((text) => [row.id, text] as const)));
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

/** In the stable order of records: the newest first, and by id within a day. */
const positionOf = ({ occurredOn, id }: NonPublicRow): Position => ({ on: occurredOn, id });

interface Arguments extends PageArguments {
  readonly items?: readonly string[] | null | undefined;
}

/** A page of the subject's non-public records that the caller may see. */
export async function nonPublicPage(context: Context, subject: SubjectKey, args: Arguments): Promise<NonPublicPage> {
  const items = args.items === null || args.items === undefined ? null : [...new Set(args.items)].sort();
  // Here it is not known whether the subject is a person. Items that are closed for every kind of subject are refused.
  if (items !== null && subject.self !== true) checkItems(context, items, 'any');
  const asked = askedPage(context, `non-public\n${subject.id}\n${items?.join() ?? ''}`, args);
  if (asked.after !== null || asked.before !== null) {
    context.request.asked('NON_PUBLIC', [subject.id], items);
    const found = await readPageOf(context, subject.id, items, asked);
    // A cursor is bound to the subject. Who was given it was given the subject's id.
    return pageOf(context, asked, { ...found, rows: await present(context, found.rows) });
  }
  const { size, backwards } = asked;
  const loader = context.once(
    `non-public:${backwards ? 'last' : 'first'}:${size}:${items?.join() ?? '*'}`,
    () =>
      new DataLoader<string, { total: number; rows: NonPublicRow[] }>(
        async (ids) => {
          context.request.asked('NON_PUBLIC', ids, items);
          const found = await readOuterPages(context, ids, items, asked);
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
  return pageOf(context, asked, { rows, positions: rows.map(positionOf), total, ahead: 0, behind: 0 });
}
