/** Side (d): what a caller may see, decided in the resolvers' own code: openness of the item, agreement, authorization, lock (Articles 23 and 24). */
import type { Context } from './context.ts';
import { AgreementEntity, AuthorizationEntity, type Item, ItemEntity, LockEntity } from './entities.ts';

const CATALOG_MS = 10_000;

export interface Rights {
  readonly open: ReadonlySet<string>;
  /** Items that an agreement opens for the purpose. */
  readonly agreed: ReadonlySet<string>;
}

/** Items that are in force, and since when they are known: the catalog hardly changes, so that it is read again every ten seconds. */
let known: { readonly at: number; readonly items: Promise<Map<string, Item>> } | undefined;

/** The edition of each item that is in force, by code: the newest that has begun. */
export function itemsInForce(context: Context): Promise<Map<string, Item>> {
  if (known === undefined || performance.now() - known.at > CATALOG_MS)
    known = { at: performance.now(), items: readItems(context) };
  return known.items;
}

async function readItems({ em, today }: Context): Promise<Map<string, Item>> {
  const editions = await em
    .fork()
    .find(
      ItemEntity,
      { publishedOn: { $lte: today }, effectiveFrom: { $lte: today } },
      { orderBy: { effectiveFrom: 'asc', edition: 'asc' } },
    );
  const newest = new Map(editions.map((item) => [item.code, item]));
  return new Map([...newest].filter(([, { effectiveUntil }]) => effectiveUntil == null || effectiveUntil >= today));
}

async function readRights(context: Context): Promise<Rights> {
  const { em, caller, today } = context;
  const items = [...(await itemsInForce(context)).values()];
  const codes = (openness: string): string[] =>
    items.filter((item) => item.openness === openness).map(({ code }) => code);
  const open = new Set(caller.role === 'PARTY' && caller.purpose === null ? [] : codes('UNCONDITIONAL'));
  if (caller.role !== 'PARTY' || caller.purpose === null) return { open, agreed: new Set() };
  const agreements = await em.find(AgreementEntity, {
    party: caller.unit ?? '',
    state: 'IN_FORCE',
    endedAt: null,
    validFrom: { $lte: today },
    validUntil: { $gte: today },
  });
  const covered = new Set(
    agreements.filter(({ purposes }) => purposes.includes(caller.purpose ?? '')).flatMap((one) => one.items),
  );
  return { open, agreed: new Set(codes('AGREEMENT').filter((code) => covered.has(code))) };
}

/** Once a request. */
export function rightsOf(context: Context): Promise<Rights> {
  context.rights ??= readRights(context);
  return context.rights;
}

interface Row {
  readonly subjectId: string;
  readonly personal: boolean;
  readonly item: string;
}

/** Condition of every query of rows about subjects. */
export const displayed = async (context: Context, subjects: readonly string[]) => {
  const { open, agreed } = await rightsOf(context);
  return {
    subjectId: { $in: [...subjects] },
    display: 'DISPLAYED',
    item: { $in: [...open, ...agreed] },
    $or: [{ displayedUntil: null }, { displayedUntil: { $gte: context.today } }],
  };
};

/** Of these rows those that the caller may see: what is open by agreement needs a person's authorization, and no lock. */
export async function permitted<Of extends Row>(context: Context, rows: readonly Of[]): Promise<Of[]> {
  const { em, caller, today } = context;
  const { open } = await rightsOf(context);
  const closed = rows.filter(({ item }) => !open.has(item));
  if (closed.length === 0) return [...rows];
  const subjects = [...new Set(closed.map(({ subjectId }) => subjectId))];
  const [grants, locks] = [
    await em.find(AuthorizationEntity, {
      subjectId: { $in: subjects },
      party: caller.unit ?? '',
      revokedAt: null,
      validFrom: { $lte: today },
      validUntil: { $gte: today },
    }),
    await em.find(LockEntity, { subjectId: { $in: subjects }, unlockedAt: null }),
  ];
  const granted = new Set(
    grants
      .filter(
        ({ purposes, maximumUses, uses }) =>
          purposes.includes(caller.purpose ?? '') && (maximumUses == null || uses < maximumUses),
      )
      .flatMap(({ subjectId, items }) => items.map((item) => `${subjectId} ${item}`)),
  );
  const locked = new Set(locks.map(({ subjectId }) => subjectId));
  return rows.filter(
    ({ item, personal, subjectId }) =>
      open.has(item) || (!locked.has(subjectId) && (!personal || granted.has(`${subjectId} ${item}`))),
  );
}

/** Rows by the subject that they are about, as a data loader answers. */
export function bySubject<Of extends Row>(subjects: readonly string[], rows: readonly Of[]): Of[][] {
  const groups = Map.groupBy(rows, ({ subjectId }) => subjectId);
  return subjects.map((id) => groups.get(id) ?? []);
}
