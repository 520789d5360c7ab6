/** Data loaders of one subgraph execution: a thousand subjects take as many statements as one. */
import DataLoader from 'dataloader';
import type { RecordType } from '../../schema/law/facts.ts';
import { checkItems } from '../authorization/item-filter.ts';
import type { Context } from '../request/context.ts';
import { askedPage, type PageArguments, type Position, pageOf } from '../request/paging.ts';
import { presentRecords } from './queries/present.ts';
import { presentSubjects } from './queries/present-subjects.ts';
import { readHistory, readOfTypes, readOuterPages, readPageOf, type StoredChange } from './queries/reads.ts';
import { readSaid } from './queries/subjects.ts';
import type { RecordPage, RecordRow, SubjectRow } from './rows.ts';

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

/** In the stable order of records: the newest first, and by id within a day. */
const positionOf = ({ occurredOn, id }: RecordRow): Position => ({ on: occurredOn, id });

interface Arguments extends PageArguments {
  readonly items?: readonly string[] | null | undefined;
}

/** A page of a subject's records. With `heads` the content is not read, unless the caller may see unmasked content. */
export async function recordPage(
  context: Context,
  subject: SubjectRow,
  args: Arguments,
  heads: boolean,
): Promise<RecordPage> {
  const { scope } = context.snapshot;
  const headsOnly = heads && scope.self === null && scope.whole.length === 0;
  const items = args.items === null || args.items === undefined ? null : [...new Set(args.items)].sort();
  if (items !== null && !subject.self) checkItems(context, items, subject.personal ? 'person' : 'organization');
  const asked = askedPage(context, `records\n${subject.id}\n${items?.join() ?? ''}`, args);
  if (asked.after !== null || asked.before !== null) {
    context.request.asked('PUBLIC', [subject.id], items);
    const found = await readPageOf(context, subject.id, items, asked);
    return pageOf(context, asked, { ...found, rows: await presentRecords(context, found.rows) });
  }
  const { size, backwards } = asked;
  const loader = context.once(
    `records:${headsOnly}:${backwards ? 'last' : 'first'}:${size}:${items?.join() ?? '*'}`,
    () =>
      new DataLoader<string, { total: number; rows: RecordRow[] }>(
        async (ids) => {
          context.request.asked('PUBLIC', ids, items);
          const stored = await readOuterPages(context, ids, items, asked, headsOnly);
          const totals = new Map(stored.map((row) => [row.subjectId, row.total]));
          const seen = Map.groupBy(await presentRecords(context, stored), (row) => row.subjectId);
          return ids.map((id) => ({ total: totals.get(id) ?? 0, rows: seen.get(id) ?? [] }));
        },
        { maxBatchSize: 1_000 },
      ),
  );
  const { total, rows } = await loader.load(subject.id);
  return pageOf(context, asked, { rows, positions: rows.map(positionOf), total, ahead: 0, behind: 0 });
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
