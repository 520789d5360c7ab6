/** Side (d): resolvers of the catalog, the non-public credit and the sanctions subgraph. */
import { type Context, closed, loader, opened } from './context.ts';
import { type Item, ItemEntity, UnitEntity } from './entities.ts';
import { itemsInForce } from './rights.ts';
import { designationsOf, incentivesOf, nonPublicRecordsOf } from './sources.ts';

interface Key {
  readonly id: string;
}

interface Coded {
  readonly code: string;
}

/** A record outlives its item. Where no edition is in force, the newest one still names it. */
const itemsByCode = (context: Context) =>
  loader(context, 'items', async (codes) => {
    const inForce = await itemsInForce(context);
    const missing = codes.filter((code) => !inForce.has(code));
    const older =
      missing.length === 0
        ? []
        : await context.em.find(
            ItemEntity,
            { code: { $in: missing } },
            { orderBy: { effectiveFrom: 'asc', edition: 'asc' } },
          );
    const newest = new Map(older.map((item) => [item.code, item]));
    return codes.map((code) => inForce.get(code) ?? newest.get(code) ?? null);
  });

const unitsByCode = (context: Context) =>
  loader(context, 'units', async (codes) => {
    const units = await context.em.find(UnitEntity, { code: { $in: [...codes] } });
    const known = new Map(units.map((unit) => [unit.code, unit]));
    return codes.map((code) => known.get(code) ?? null);
  });

export const catalog = {
  CatalogItem: {
    __resolveReference: ({ code }: Coded, context: Context): Promise<Item | null> => itemsByCode(context).load(code),
  },
  Unit: { __resolveReference: ({ code }: Coded, context: Context) => unitsByCode(context).load(code) },
};

const subjectKey = ({ id }: Key, context: Context) => ({ id: opened(context, id) });

/** The id that the caller knows a row by. */
const idOfRow = {
  id: (row: { id: string; personal: boolean }, _args: unknown, context: Context) =>
    closed(context, 'RECORD', row.id, row.personal),
};

export const nonPublicCredit = {
  CreditSubject: {
    __resolveReference: subjectKey,
    nonPublicRecords: async ({ id }: Key, { first = 50 }: { first?: number }, context: Context) => {
      const rows = await nonPublicRecordsOf(context).load(id);
      return { totalCount: rows.length, nodes: rows.slice(0, first) };
    },
    id: ({ id }: Key) => id,
  },
  NonPublicRecord: { ...idOfRow, item: ({ item }: { item: string }) => ({ code: item }) },
};

const listed = {
  ...idOfRow,
  until: ({ displayedUntil }: { displayedUntil?: string | null }) => displayedUntil ?? null,
  designatingUnit: ({ designatingUnit }: { designatingUnit: string }) => ({ code: designatingUnit }),
};

export const sanctions = {
  CreditSubject: {
    __resolveReference: subjectKey,
    designations: ({ id }: Key, _args: unknown, context: Context) => designationsOf(context).load(id),
    incentives: ({ id }: Key, _args: unknown, context: Context) => incentivesOf(context).load(id),
    id: ({ id }: Key) => id,
  },
  Designation: listed,
  Incentive: listed,
};
