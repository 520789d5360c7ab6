/** Statements that read records. Each takes many subjects and contains the condition of the caller's scope. */

import type { RecordType } from '../../../schema/law/facts.ts';
import {
  asked,
  type Form,
  type Formed,
  formFor,
  inForms,
  scopeParameters,
  seenRows,
} from '../../authorization/scope-sql.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { pagedList, readPage } from '../../request/keyset.ts';
import type { AskedPage, FoundPage } from '../../request/paging.ts';

/** Columns that every record type has, without content. */
const HEADS = `r.id, r.subject_id as "subjectId", r.version, r.personal, r.item, r.type, r.nature,
  r.occurred_on as "occurredOn", r.displayed_until as "displayedUntil", r.providing_unit as "providingUnit",
  r.objection_raised_on as "objectionRaisedOn", r.objection_decide_by as "objectionDecideBy", r.display, asked.shares`;

const COLUMNS = `${HEADS}, r.content, r.redaction, r.source_unit as "sourceUnit", r.received_at as "receivedAt", r.submission_id as "submissionId"`;

const seen = (first: number, form: Form, how?: { readonly columns: string; readonly id?: string }) =>
  seenRows('public_credit.record', 'r', first, form, how);
/** Columns of the table that are read: each costs in every part, whether it is used or not. */
const READ_HEADS = `id, subject_id, version, personal, item, type, nature, occurred_on, displayed_until, providing_unit, objection_raised_on,
  objection_decide_by, display`;
const READ = `${READ_HEADS}, content, redaction, source_unit, received_at, submission_id`;

/** First pages with totals, or last ones, in one statement for one subject or a thousand. */
const outerPages = (name: string, backwards: boolean, columns: string, read: string): Formed =>
  inForms(
    name,
    (form) => `with ${asked('$1::uuid[]', 4, ['public_credit.record'])}
    select * from (
      select ${columns}, count(*) over (partition by r.subject_id)::int as total,
        row_number() over (partition by r.subject_id order by r.occurred_on ${backwards ? '' : 'desc'}, r.id ${backwards ? 'desc' : ''}) as place
      from ${seen(4, form, { columns: read }).from}
      where ($2::text[] is null or r.item = any ($2::text[])) and ${seen(4, form).where}) page
    where place <= $3 order by "subjectId", place ${backwards ? 'desc' : ''}`,
  );

const PAGES = {
  forwards: outerPages('records-first', false, COLUMNS, READ),
  backwards: outerPages('records-last', true, COLUMNS, READ),
};
const HEAD_PAGES = {
  forwards: outerPages('records-first-heads', false, HEADS, READ_HEADS),
  backwards: outerPages('records-last-heads', true, HEADS, READ_HEADS),
};

/** The records of one subject in the order of the pages, for a page that a cursor begins or ends. */
const ofSubject = (own: boolean) => {
  const { from, where } = seen(3, { one: true, own }, { columns: READ, id: '$1::uuid' });
  return pagedList({
    name: `records-next${own ? '-self' : ''}`,
    with: `${asked('array[$1::uuid]', 3, ['public_credit.record'])},`,
    rows: `select ${COLUMNS} from ${from} where ($2::text[] is null or r.item = any ($2::text[])) and ${where}`,
    parameters: 7,
    order: { on: { column: 'occurredOn', type: 'date', descending: true }, id: { column: 'id', type: 'uuid' } },
  });
};
const OF_SUBJECT = ofSubject(false);
const OF_ITSELF = ofSubject(true);

/** Items of some types, in any edition. */
const TYPED = 'i.item = any (array(select t.code from control.item t where t.record_type = any ($2::text[])))';

/** Records of some types, such as registrations or pledges. */
const OF_TYPES = inForms(
  'records-of-types',
  (form) => `with ${asked('$1::uuid[]', 3, ['public_credit.record'], TYPED)}
    select ${COLUMNS}, 0 as total from ${seen(3, form, { columns: READ }).from}
    where r.type = any ($2::text[]) and ${seen(3, form).where}
    order by r.subject_id, r.occurred_on desc, r.id`,
);

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
  readonly display: string;
  /** False where its subject lets nothing be used by agreement. */
  readonly shares: boolean;
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

/** First pages, or last ones, of subjects. `heads`: content and source are not read. */
export const readOuterPages = (
  context: Context,
  ids: Ids,
  items: Ids | null,
  { size, backwards }: AskedPage,
  heads: boolean,
): Promise<StoredRecord[]> => {
  const scope = scopeParameters(context);
  const pages = (heads ? HEAD_PAGES : PAGES)[backwards ? 'backwards' : 'forwards'];
  return context.query(formFor(pages, ids, scope), [ids, items, size, ...scope]);
};

export const readPageOf = (
  context: Context,
  id: string,
  items: Ids | null,
  asked: AskedPage,
): Promise<FoundPage<StoredRecord>> => {
  const list = context.snapshot.scope.self === null ? OF_SUBJECT : OF_ITSELF;
  return readPage(context, list, [id, items, ...scopeParameters(context)], asked);
};

export function readOfTypes(context: Context, ids: Ids, types: Ids): Promise<StoredRecord[]> {
  const scope = scopeParameters(context);
  return context.query(formFor(OF_TYPES, ids, scope), [ids, types, ...scope]);
}

export const readRecordsWhole = (context: Context, subjects: Ids, ids: Ids): Promise<StoredWhole[]> =>
  context.query(RECORDS_WHOLE, [subjects, ids]);

export const readHistory = (context: Context, subject: string, ids: Ids): Promise<StoredChange[]> =>
  context.query(HISTORY, [subject, ids]);
