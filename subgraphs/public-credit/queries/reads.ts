/** Statements that read records. Each takes many subjects and contains the condition of the caller's scope. */

import type { RecordType } from '../../../schema/law/facts.ts';
import { asked, scopeParameters, seenRows } from '../../authorization/scope-sql.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import type { Position } from '../../request/paging.ts';

/** Columns that every record type has, without content. */
const HEADS = `r.id, r.subject_id as "subjectId", r.version, r.personal, r.item, r.type, r.nature,
  r.occurred_on as "occurredOn", r.displayed_until as "displayedUntil", r.providing_unit as "providingUnit",
  r.objection_raised_on as "objectionRaisedOn", r.objection_decide_by as "objectionDecideBy"`;

const COLUMNS = `${HEADS}, r.content, r.redaction, r.source_unit as "sourceUnit", r.received_at as "receivedAt", r.submission_id as "submissionId"`;

const seen = (first: number, columns?: string) => seenRows('public_credit.record', 'r', first, columns);
/** Columns that a page of heads and the scope need. */
const HEAD_COLUMNS = `id, subject_id, version, personal, item, type, nature, occurred_on, displayed_until, providing_unit, objection_raised_on,
  objection_decide_by, display`;

/** First pages with totals, in one statement for one subject or a thousand. */
const firstPages = (name: string, columns: string, read?: string): Statement => ({
  name,
  text: `with ${asked('$1::uuid[]', 4, ['public_credit.record'])}
    select * from (
      select ${columns}, count(*) over (partition by r.subject_id)::int as total,
        row_number() over (partition by r.subject_id order by r.occurred_on desc, r.id) as place
      from ${seen(4, read).from}
      where ($2::text[] is null or r.item = any ($2::text[])) and ${seen(4).where}) page
    where place <= $3 order by "subjectId", place`,
});

const FIRST_PAGES = firstPages('records-first', COLUMNS);
const FIRST_HEADS = firstPages('records-first-heads', HEADS, HEAD_COLUMNS);

/** The next page of one subject. After the last row it is empty and still has the total. */
const NEXT_PAGE: Statement = {
  name: 'records-next',
  text: `with ${asked('array[$1::uuid]', 6, ['public_credit.record'])},
    seen as (select ${COLUMNS} from ${seen(6).from}
      where ($2::text[] is null or r.item = any ($2::text[])) and ${seen(6).where}),
    total as (select count(*)::int as total from seen)
    select total.total, page.* from total left join lateral (select * from seen
      where "occurredOn" < $4::date or ("occurredOn" = $4::date and id > $5::uuid)
      order by "occurredOn" desc, id limit $3) page on true`,
};

/** Records of some types, such as registrations or pledges. */
const OF_TYPES: Statement = {
  name: 'records-of-types',
  text: `with ${asked('$1::uuid[]', 3, ['public_credit.record'])}
    select ${COLUMNS}, 0 as total from ${seen(3).from}
    where r.type = any ($2::text[]) and ${seen(3).where}
    order by r.subject_id, r.occurred_on desc, r.id`,
};

const RECORDS_WHOLE: Statement = {
  name: 'records-whole',
  text: `select w.id, w.sealed, w.key_id as "keyId" from public_credit.record_whole w
    join public_credit.record r on r.subject_id = w.subject_id and r.id = w.id and r.version = w.version and r.current
    where w.subject_id = any ($1::uuid[]) and w.id = any ($2::uuid[])`,
};

const HISTORY: Statement = {
  name: 'record-history',
  text: `select r.id, r.version, r.received_at as "changedAt", r.change from public_credit.record r
      where r.subject_id = $1::uuid and r.id = any ($2::uuid[])
    union all select e.record_id, 0, e.at, e.change from public_credit.display_event e
      where e.subject_id = $1::uuid and e.record_id = any ($2::uuid[])
    order by "changedAt", version`,
};

/** Without content and source where only heads were read. */
export interface StoredRecord {
  readonly id: string;
  readonly subjectId: string;
  readonly version: number;
  readonly personal: boolean;
  readonly item: string;
  readonly type: RecordType;
  readonly nature: string;
  readonly occurredOn: string;
  readonly displayedUntil: string | null;
  readonly providingUnit: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Version of the function that made the form. */
  readonly redaction: number;
  readonly sourceUnit: string;
  readonly receivedAt: string;
  readonly submissionId: string;
  readonly objectionRaisedOn: string | null;
  readonly objectionDecideBy: string | null;
  readonly total: number;
}

export interface StoredWhole {
  readonly id: string;
  readonly sealed: Buffer;
  readonly keyId: string;
}

export interface StoredChange {
  readonly id: string;
  readonly version: number;
  readonly changedAt: string;
  readonly change: string;
}

type Ids = readonly string[];

/** `heads`: content and source are not read. */
export const readFirstPages = (
  context: Context,
  ids: Ids,
  items: Ids | null,
  size: number,
  heads: boolean,
): Promise<StoredRecord[]> =>
  context.query(heads ? FIRST_HEADS : FIRST_PAGES, [ids, items, size, ...scopeParameters(context)]);

export async function readNextPage(
  context: Context,
  id: string,
  items: Ids | null,
  size: number,
  after: Position,
): Promise<{ total: number; rows: StoredRecord[] }> {
  const rows = await context.query<StoredRecord | { total: number; id: null }>(NEXT_PAGE, [
    id,
    items,
    size,
    after.on,
    after.id,
    ...scopeParameters(context),
  ]);
  return { total: rows[0]?.total ?? 0, rows: rows.filter((row): row is StoredRecord => row.id !== null) };
}

export const readOfTypes = (context: Context, ids: Ids, types: Ids): Promise<StoredRecord[]> =>
  context.query(OF_TYPES, [ids, types, ...scopeParameters(context)]);

export const readRecordsWhole = (context: Context, subjects: Ids, ids: Ids): Promise<StoredWhole[]> =>
  context.query(RECORDS_WHOLE, [subjects, ids]);

export const readHistory = (context: Context, subject: string, ids: Ids): Promise<StoredChange[]> =>
  context.query(HISTORY, [subject, ids]);
