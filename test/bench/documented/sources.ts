/** Side (d): data loaders of what the caller may see about subjects, one query for all that a request asks for at once. */
import type DataLoader from 'dataloader';
import { type Context, loader } from './context.ts';
import {
  DesignationEntity,
  IncentiveEntity,
  NonPublicRecordEntity,
  RecordEntity,
  type StoredNonPublic,
  type StoredRecord,
  type Subject,
  SubjectEntity,
} from './entities.ts';
import { bySubject, displayed, permitted } from './rights.ts';

export const subjectsById = (context: Context): DataLoader<string, Subject | undefined> =>
  loader(context, 'subjects', async (ids) => {
    const rows = await context.em.find(SubjectEntity, { id: { $in: [...ids] } });
    const known = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => known.get(id));
  });

/** Newest first, and by id within a day. */
export const recordsOf = (context: Context): DataLoader<string, StoredRecord[]> =>
  loader(context, 'records', async (ids) => {
    const rows = await context.em.find(
      RecordEntity,
      { ...(await displayed(context, ids)), current: true },
      { orderBy: { occurredOn: 'desc', id: 'asc' } },
    );
    return bySubject(ids, await permitted(context, rows));
  });

export const nonPublicRecordsOf = (context: Context): DataLoader<string, StoredNonPublic[]> =>
  loader(context, 'non-public', async (ids) => {
    const rows = await context.em.find(
      NonPublicRecordEntity,
      { ...(await displayed(context, ids)), current: true },
      { orderBy: { occurredOn: 'desc', id: 'asc' } },
    );
    return bySubject(ids, await permitted(context, rows));
  });

/** With their lists, of which those count that are published. */
export const designationsOf = (context: Context) =>
  loader(context, 'designations', async (ids) => {
    const rows = await context.em.find(
      DesignationEntity,
      { ...(await displayed(context, ids)), list: { publishedOn: { $lte: context.today } } },
      { populate: ['list'], orderBy: { designatedOn: 'desc', id: 'asc' } },
    );
    return bySubject(ids, await permitted(context, rows));
  });

export const incentivesOf = (context: Context) =>
  loader(context, 'incentives', async (ids) => {
    const rows = await context.em.find(
      IncentiveEntity,
      { ...(await displayed(context, ids)), list: { publishedOn: { $lte: context.today } } },
      { populate: ['list'], orderBy: { designatedOn: 'desc', id: 'asc' } },
    );
    return bySubject(ids, await permitted(context, rows));
  });
