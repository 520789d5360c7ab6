/** Who asked what (Article 17): entries of the ledger without their content, and their counts. The overseers read all, a unit its own. */

import { badInput, tooCostly } from '../../../schema/errors.ts';
import { BATCH_SIZES } from '../../../schema/law/asking/batch-sizes.ts';
import { ledgerMessages } from '../../../schema/messages/ledger.ts';
import type { IdTable } from '../../authorization/ids.ts';
import { aboutNobody } from '../../authorization/ids.ts';
import { type Guard, open, openConnection, openEdge, type Policy, roles } from '../../authorization/policy.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { askedPage, pageOf } from '../../request/paging.ts';
import { BY_OBJECTION, BY_RESTORATION } from '../../request/shown/basis.ts';
import { closeId } from '../../request/subjects/representations.ts';
import type { CountRow, EntryPage, EntryRow } from '../rows.ts';
import type {
  DisclosureCountKey,
  DisclosureFilter,
  QueryDisclosuresArgs,
  Resolvers,
  ResolversParentTypes,
} from '../types.generated.ts';
import { recipientOf } from './disclosures.ts';
import { conditionOf, type Found, filteredBy, ITEMS, nameOf, noteReading, OUTCOME } from './ledger-filter.ts';

/** In the order of time, the newest first; backwards the oldest first, and turned round afterwards. */
const page = (found: Found, backwards: boolean): Statement => ({
  name: nameOf(`ledger-entries${backwards ? '-backwards' : ''}`, found),
  text: `select d.id, d.subject_id as "subjectId", d.at, d.role, d.unit, d.purpose, d.case_reference as "caseReference", d.channel,
      ${ITEMS} as items, d.bases, d.reason, ${OUTCOME} as outcome, public_credit.about_person(d.subject_id) as personal
    from ledger.disclosure d where ${conditionOf(found)}
      and ($10::timestamptz is null or (d.at, d.id) < ($10::timestamptz, $11::uuid))
      and ($12::timestamptz is null or (d.at, d.id) > ($12::timestamptz, $13::uuid))
    order by d.at ${backwards ? 'asc, d.id asc' : 'desc, d.id desc'} limit $9`,
});

const total = (found: Found): Statement => ({
  name: nameOf('ledger-total', found),
  text: `select count(*)::int as total from ledger.disclosure d where ${conditionOf(found)}`,
});

const instant = (at: string): string => new Date(at).toISOString();

/** One row beyond the page says whether there are more: the whole ledger is counted only where `totalCount` is asked for. */
async function entryPage(context: Context, { filter, ...args }: Partial<QueryDisclosuresArgs>): Promise<EntryPage> {
  const filtered = await filteredBy(context, filter);
  const asked = askedPage(context, `ledger-entries\n${filtered?.text ?? ''}`, args);
  const { size, backwards, after, before } = asked;
  if (filtered === undefined)
    return {
      ...pageOf<EntryRow>(context, asked, { rows: [], positions: [], total: 0, ahead: 0, behind: 0 }),
      total: async () => 0,
    };
  noteReading(context, filtered.subject);
  const { parameters } = filtered;
  const found = await context.query<EntryRow>(page(filtered, backwards), [
    ...parameters,
    size + 1,
    ...[after, before].flatMap((position) => [position?.on ?? null, position?.id ?? null]),
  ]);
  const rows = found.slice(0, size);
  if (backwards) rows.reverse();
  // The rows of the cursors themselves stand ahead and behind.
  const [ahead, behind] = [after, before].map((position) => (position === null ? 0 : 1)) as [number, number];
  const positions = rows.map(({ at, id }) => ({ on: instant(at), id }));
  return {
    ...pageOf(context, asked, { rows, positions, total: found.length + ahead + behind, ahead, behind }),
    total: async () => (await context.query<{ total: number }>(total(filtered), parameters))[0]?.total ?? 0,
  };
}

/** Most rows of counts in one answer: a year of days for a few units and purposes. */
const GROUPS_MAX = BATCH_SIZES.groups;

const KEYS: Readonly<Record<DisclosureCountKey, string>> = {
  DAY: `to_char(d.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
  UNIT: 'd.unit',
  PURPOSE: 'd.purpose',
  OUTCOME: OUTCOME,
};
const ALL_KEYS = Object.keys(KEYS) as DisclosureCountKey[];

const counts = (by: ReadonlySet<DisclosureCountKey>, found: Found): Statement => {
  const columns = ALL_KEYS.map((key) => `${by.has(key) ? KEYS[key] : 'null::text'} as ${key.toLowerCase()}`);
  return {
    name: nameOf(`ledger-counts-${ALL_KEYS.filter((key) => by.has(key)).join('-')}`, found),
    text: `select ${columns.join(', ')}, count(*)::int as count from ledger.disclosure d where ${conditionOf(found)}
      group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4 limit $9`,
  };
};

async function countsOf(
  context: Context,
  by: readonly DisclosureCountKey[],
  filter: DisclosureFilter | null | undefined,
): Promise<readonly CountRow[]> {
  if (by.length === 0) throw badInput('EMPTY', ledgerMessages.noGroups);
  const filtered = await filteredBy(context, filter);
  if (filtered === undefined) return [];
  noteReading(context, filtered.subject);
  const rows = await context.query<CountRow>(counts(new Set(by), filtered), [...filtered.parameters, GROUPS_MAX + 1]);
  if (rows.length > GROUPS_MAX) throw tooCostly('GROUPS', ledgerMessages.tooManyGroups(GROUPS_MAX));
  return rows;
}

type Questions = 'disclosures' | 'disclosureCounts';

export const entryQueries: Pick<NonNullable<Resolvers['Query']>, Questions> = {
  disclosures: (_root, args, context) => entryPage(context, args),
  disclosureCounts: (_root, { by, filter }, context) => countsOf(context, by, filter),
};

/** A case is told to the unit whose case it is; to others it would tell of what nobody asked them (Article 17). */
function ownCase(row: EntryRow, context: Context): string | null {
  const { caseReference, personal } = row;
  if (row.unit !== context.caller.unit || caseReference === null) return null;
  // The case of a look at what an objection opened is the objection, whose id is the unit's own (Article 39); so of an application (Article 40).
  if (row.bases.some(({ article }) => article === BY_OBJECTION))
    return closeId(context, 'OBJECTION', caseReference, { personal });
  return row.bases.some(({ article }) => article === BY_RESTORATION)
    ? closeId(context, 'RESTORATION', caseReference, { personal })
    : caseReference;
}

export const entryResolvers: Pick<Resolvers, 'DisclosureEntry' | 'DisclosureEntryConnection' | 'DisclosureCount'> = {
  DisclosureEntryConnection: { totalCount: (row) => row.total() },
  DisclosureEntry: {
    at: (row) => instant(row.at),
    recipient: (row, _args, context) => recipientOf(context, row),
    // The id alone: whatever else is asked of the subject is a look of its own, behind the same walls as any.
    subject: (row) => (row.subjectId === null ? null : { id: row.subjectId, personal: row.personal }),
    caseReference: (row, _args, context) => ownCase(row, context),
    items: (row, _args, context) => {
      const { items, editions } = context.snapshot.directory;
      return row.items.flatMap((code) => items.get(code) ?? editions.find((item) => item.code === code) ?? []);
    },
    basis: (row) => row.bases[0] ?? null,
  },
  DisclosureCount: { unit: (row) => (row.unit === null ? null : { code: row.unit }) },
};

export const entryIds: IdTable<ResolversParentTypes>['fields'] = { DisclosureEntry: { id: aboutNobody } };
/** The filter opens the id itself: it matters in which form it was sent. */
export const entryArgs: IdTable<ResolversParentTypes>['args'] = { DisclosureFilter: { subject: null } };

/** The public and subjects have `me { disclosures }`; an analyst reads counts of the statistics alone. */
const readers = roles('17', 'OPERATOR', 'AUTHORITY', 'PARTY', 'DEPARTMENT', 'PROVIDER', 'COLLECTOR');

export const entryQueryPolicy: Record<Questions, Guard> = { disclosures: readers, disclosureCounts: readers };

export const entryPolicy: Pick<
  Policy<Resolvers>,
  'DisclosureEntry' | 'DisclosureEntryConnection' | 'DisclosureEntryEdge' | 'DisclosureCount'
> = {
  DisclosureEntryConnection: openConnection,
  DisclosureEntryEdge: openEdge,
  DisclosureEntry: {
    id: open,
    at: open,
    recipient: open,
    subject: open,
    purpose: open,
    caseReference: open,
    channel: open,
    items: open,
    basis: open,
    outcome: open,
    reason: open,
  },
  DisclosureCount: { day: open, unit: open, purpose: open, outcome: open, count: open },
};
