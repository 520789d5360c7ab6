/** Data loaders of one subgraph execution: a thousand subjects take as many statements as one. */
import DataLoader from 'dataloader';
import type { RecordType } from '../../schema/law/facts.ts';
import { checkItems } from '../authorization/item-filter.ts';
import type { Context } from '../request/context.ts';
import { cursorAfter, pageSize, positionOf } from '../request/paging.ts';
import { presentRecords } from './queries/present.ts';
import { presentSubjects } from './queries/present-subjects.ts';
import { readFirstPages, readHistory, readNextPage, readOfTypes, type StoredChange } from './queries/reads.ts';
import { readSaid } from './queries/subjects.ts';
import type { PageArguments, RecordPage, RecordRow, SubjectRow } from './rows.ts';

/** Subjects by id; null for one of which the caller may see nothing, stored or not. */
export const subjectLoader = (context: Context): DataLoader<string, SubjectRow | null> =>
  context.once(
    'subjects',
    () =>
      new DataLoader<string, SubjectRow | null>(
        async (ids) => {
          const rows = await presentSubjects(context, ids, await readSaid(context, ids));
          return rows.map((row) => row ?? null);
        },
        { maxBatchSize: 1_000 },
      ),
  );

function pageOf(
  context: Context,
  query: string,
  size: number,
  rows: readonly RecordRow[],
  total: number,
  more: boolean,
): RecordPage {
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return {
    totalCount: total,
    pageInfo: {
      hasNextPage: more,
      // A function, because sealing a cursor costs time and few queries select it.
      endCursor: () => (last === undefined ? null : cursorAfter(context, query, { on: last.occurredOn, id: last.id })),
    },
    nodes,
  };
}

/** A page of a subject's records. With `heads` the content is not read, unless the caller may see unmasked content. */
export async function recordPage(
  context: Context,
  subject: SubjectRow,
  args: PageArguments,
  heads: boolean,
): Promise<RecordPage> {
  const { scope } = context.snapshot;
  const headsOnly = heads && scope.self === null && scope.whole.length === 0;
  const size = pageSize(args.first);
  const items = args.items === null || args.items === undefined ? null : [...new Set(args.items)].sort();
  if (items !== null && !subject.self) checkItems(context, items, subject.personal ? 'person' : 'organization');
  const query = `records\n${subject.id}\n${items?.join() ?? ''}`;
  const after = positionOf(context, query, args.after);
  if (after !== null) {
    context.request.asked('PUBLIC', [subject.id], items);
    const { total, rows } = await readNextPage(context, subject.id, items, size + 1, after);
    return pageOf(context, query, size, await presentRecords(context, rows.slice(0, size)), total, rows.length > size);
  }
  const loader = context.once(
    `records:${headsOnly}:${size}:${items?.join() ?? '*'}`,
    () =>
      new DataLoader<string, { total: number; rows: RecordRow[] }>(
        async (ids) => {
          context.request.asked('PUBLIC', ids, items);
          const stored = await readFirstPages(context, ids, items, size, headsOnly);
          const totals = new Map(stored.map((row) => [row.subjectId, row.total]));
          const seen = Map.groupBy(await presentRecords(context, stored), (row) => row.subjectId);
          return ids.map((id) => ({ total: totals.get(id) ?? 0, rows: seen.get(id) ?? [] }));
        },
        { maxBatchSize: 1_000 },
      ),
  );
  const { total, rows } = await loader.load(subject.id);
  return pageOf(context, query, size, rows, total, total > rows.length);
}

interface OfType {
  readonly id: string;
  readonly type: RecordType;
}

/** Records of a type that the caller may see, newest first. Types that are loaded together share one statement. */
export const typeLoader = (context: Context): DataLoader<OfType, RecordRow[], string> =>
  context.once(
    'types',
    () =>
      new DataLoader<OfType, RecordRow[], string>(
        async (keys) => {
          const subjects = [...new Set(keys.map(({ id }) => id))];
          const types = [...new Set(keys.map(({ type }) => type))];
          // The statement reads all types for all subjects. Rows that no key asked for are dropped, so that they are not recorded as shown.
          const requested = new Set(keys.map(typeKey));
          const stored = (await readOfTypes(context, subjects, types)).filter((row) =>
            requested.has(typeKey({ id: row.subjectId, type: row.type })),
          );
          const seen = Map.groupBy(await presentRecords(context, stored), (row) =>
            typeKey({ id: row.subjectId, type: row.__typename }),
          );
          return keys.map((key) => seen.get(typeKey(key)) ?? []);
        },
        { cacheKeyFn: typeKey },
      ),
  );

const typeKey = ({ id, type }: OfType): string => `${type}\n${id}`;

/** Changes of the calling subject's own records. */
export const historyLoader = (context: Context, subjectId: string): DataLoader<string, StoredChange[]> =>
  context.once(
    `history:${subjectId}`,
    () =>
      new DataLoader<string, StoredChange[]>(async (ids) => {
        const changes = Map.groupBy(await readHistory(context, subjectId, ids), (change) => change.id);
        return ids.map((id) => changes.get(id) ?? []);
      }),
  );
