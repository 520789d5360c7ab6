/**
 * What a unit's feed shows now. Notices of corrections are always shown (Article 39). That a watched subject has a new record is shown only while the unit
 * could ask for the record itself (Articles 6 and 24): by the same two walls as every read, under the purpose of the watch. Whatever closes a record to
 * the unit, closes the notice of it; nothing about that is decided here.
 */
import { scopeCondition } from '../authorization/scope-sql.ts';
import type { ReadTransaction, Statement } from '../database/database.ts';
import { ROOM, type Room, type RoomRow, roomFrom } from '../ledger/ledger.ts';
import type { Context, Snapshot } from '../request/context.ts';
import type { Grant } from '../request/disclosure.ts';
import { agreementsOf } from '../request/entitlements.ts';

/** The purpose of a lender that monitors its borrowers. Agreements and authorizations for other purposes do not count. */
export const MONITORING = 'POST_LOAN_MONITORING';

/** A notice that the feed shows. */
export interface ShownRow {
  /** As text: a number of JavaScript does not hold every bigint. */
  readonly number: string;
  readonly kind: 'CORRECTED' | 'WITHDRAWN' | 'RESTORED' | 'EXPIRED' | 'OBJECTED' | 'DESIGNATED' | 'ADDED';
  readonly subjectId: string;
  readonly personal: boolean;
  readonly item: string;
  readonly recordId: string;
  readonly version: number;
  /** Purpose of the watch that the notice comes from; null where the unit was shown the record. */
  readonly purpose: string | null;
  readonly at: Date | string;
  readonly acknowledgedAt: Date | string | null;
  readonly actBy: string | null;
  readonly provisional: boolean | null;
  /** What carries the watch, so that telling is charged to it; absent where there is no watch. */
  readonly grant?: Grant;
}

type Seen = NonNullable<ReturnType<Snapshot['under']>>;

/** Who reads a feed. */
export interface FeedReader {
  readonly unit: string;
  readonly purpose: string | null;
  readonly today: string;
  readonly transaction: ReadTransaction;
  /** What a party may see for monitoring; absent for others, who watch nobody. */
  readonly monitors: Seen | undefined;
}

export const readerOf = ({ caller, request, snapshot }: Context): FeedReader => ({
  unit: caller.unit ?? '',
  purpose: caller.purpose,
  today: request.today,
  transaction: snapshot.transaction,
  monitors: caller.role === 'PARTY' && request.tellsNews() ? snapshot.under(MONITORING) : undefined,
});

const COLUMNS = `c.number::text as number, c.kind, c.subject_id as "subjectId", c.record_id as "recordId", c.purpose,
  public_credit.about_person(c.subject_id) as personal, c.at, c.acknowledged_at as "acknowledgedAt", k.due_on as "actBy", k.provisional`;
const CHANGES = `ledger.change c left join control.clock k
  on k.kind = 'correction.act' and k.reference = c.id::text and k.unit = c.recipient`;

/** Notices of corrections alone: all that a unit is told which cannot watch. */
const CORRECTIONS: Statement = {
  name: 'feed-corrections',
  text: `select ${COLUMNS}, c.item, c.version from ${CHANGES}
    where c.recipient = $1 and c.number > $2::int8 and c.purpose is null order by c.number limit $3::int8`,
};

const visible = (table: string, version = '1'): string => `select ${version} as version, v.item from ${table} v
  where w.unit is not null and not c.void and v.subject_id = c.subject_id and v.id = c.record_id and ${scopeCondition('v', 5)}`;

/**
 * Corrections, and news whose record the party may see now. $10 to $12: items of which no agreement has room for another subject today, subjects that
 * have room on this page, and the agreements under which a subject may be counted already.
 */
const CHANGES_AND_NEWS: Statement = {
  name: 'feed-changes',
  text: `select ${COLUMNS}, coalesce(r.item, c.item) as item, coalesce(r.version, c.version) as version,
      case when w.personal then (select g.id
        from control.authorizations_of(array[c.subject_id]) with ordinality as g (id, subject_id, items, place)
        order by r.item = any (g.items) desc, g.place limit 1) end as "authorization"
    from ${CHANGES}
      left join ledger.watch w on w.unit = c.recipient and w.subject_id = c.subject_id and w.purpose = c.purpose and w.ended_at is null
      left join lateral (${visible('public_credit.record', 'v.version')} and v.current
        union all ${visible('non_public_credit.record', 'v.version')} and v.current
        union all ${visible('sanctions.designation')}
        union all ${visible('sanctions.incentive')}) r on true
    where c.recipient = $1 and c.number > $2::int8 and (c.purpose is null
      or c.purpose = $4 and r.version is not null and (not w.personal or control.authorizes(c.subject_id, null))
        and (not r.item = any ($10::text[]) or c.subject_id = any ($11::uuid[])
          or exists (select from ledger.quota_subject q where q.agreement_id = any ($12::uuid[]) and q.day = control.today()
            and q.subject_id = c.subject_id)))
    order by c.number limit $3::int8`,
};

const ENTER: Statement = { name: 'feed-purpose', text: `select set_config('credit.purpose', $1, true)` };

/** Runs a statement under the purpose of the watch. The three leave in one turn, so that no other statement of the request comes between them. */
async function monitoring<Row>(reader: FeedReader, statement: Statement, parameters: readonly unknown[]) {
  const { transaction } = reader;
  const [, rows] = await Promise.all([
    transaction.query(ENTER, [MONITORING]),
    transaction.query<Row>(statement, parameters),
    transaction.query(ENTER, [reader.purpose ?? '']),
  ]);
  return rows;
}

type NewsRow = Omit<ShownRow, 'grant'> & { readonly authorization: string | null };

/** What the quota of the day leaves out of a page. */
interface Shortage {
  readonly items: readonly string[];
  readonly admitted: readonly string[];
}

async function newsPage(
  reader: FeedReader,
  { scope, grounds, entitlements }: Seen,
  after: string,
  most: number | null,
  { items, admitted }: Shortage,
): Promise<NewsRow[]> {
  return monitoring<NewsRow>(reader, CHANGES_AND_NEWS, [
    reader.unit,
    after,
    most,
    entitlements.purposeAgreed ? MONITORING : null,
    reader.today,
    null,
    scope.anySubject,
    scope.organizations,
    scope.authorizedPersons,
    items,
    admitted,
    grounds.agreements.map(({ id }) => id),
  ]);
}

/**
 * Up to `most` notices after a number, in order; all where it is null. News that the day's quota of an agreement has no room for is as if it were not
 * there, and is told on another day.
 */
export async function shownAfter(reader: FeedReader, after: string, most: number | null): Promise<ShownRow[]> {
  const { transaction, unit, monitors: seen } = reader;
  if (seen === undefined) return transaction.query<ShownRow>(CORRECTIONS, [unit, after, most]);
  const covering = agreementsOf(seen);
  const every = seen.grounds.agreements.map(({ id }) => id);
  // What is open to anyone is told under the agreement that the watch rests on.
  const agreementsFor = (item: string): readonly string[] => covering.get(item) ?? every;
  const told = (rows: readonly NewsRow[], room: Room): ShownRow[] =>
    rows.flatMap(({ authorization, ...row }) => {
      if (row.purpose === null) return [row];
      const agreement = room.take(row.subjectId, agreementsFor(row.item));
      return agreement === undefined ? [] : [{ ...row, grant: { agreement, authorization } }];
    });
  let shortage: Shortage = { items: [], admitted: [] };
  // Each further turn finds at least one agreement more without room.
  for (let turn = 0; ; turn += 1) {
    const rows = await newsPage(reader, seen, after, most, shortage);
    const subjects = [...new Set(rows.flatMap((row) => (row.purpose === null ? [] : [row.subjectId])))];
    const room = roomFrom(subjects.length === 0 ? [] : await transaction.query<RoomRow>(ROOM, [every, subjects]));
    const shown = told(rows, room);
    if (shown.length === rows.length || turn > every.length) return shown;
    const { anySubject, organizations, authorizedPersons } = seen.scope;
    shortage = {
      items: [...anySubject, ...organizations, ...authorizedPersons].filter((item) => room.full(agreementsFor(item))),
      admitted: shown.flatMap((row) => (row.purpose === null ? [] : [row.subjectId])),
    };
  }
}
