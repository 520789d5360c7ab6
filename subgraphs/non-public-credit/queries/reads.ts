/** Statements that read records. Each takes many subjects and contains the condition of the caller's scope. */

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
import { labelColumns } from '../../rights/claims/label.ts';
import type { NonPublicRow } from '../rows.ts';

const COLUMNS = `r.id, r.subject_id as "subjectId", r.version, r.personal, r.category, r.collector, r.item,
  r.occurred_on as "occurredOn", r.content, r.redaction, r.display = 'DISPLAYED' as displayed, ${labelColumns('r')}`;

const seen = (first: number, form: Form) => seenRows('non_public_credit.record', 'r', first, form);

/** First pages with totals, or last ones, in one statement for one subject or a thousand. */
const outerPages = (name: string, backwards: boolean): Formed =>
  inForms(
    name,
    (form) => `with ${asked('$1::uuid[]', 4, ['non_public_credit.record'])}
    select * from (
      select ${COLUMNS}, count(*) over (partition by r.subject_id)::int as total,
        row_number() over (partition by r.subject_id order by r.occurred_on ${backwards ? '' : 'desc'}, r.id ${backwards ? 'desc' : ''}) as place
      from ${seen(4, form).from}
      where ($2::text[] is null or r.item = any ($2::text[])) and ${seen(4, form).where}) page
    where place <= $3 order by "subjectId", place ${backwards ? 'desc' : ''}`,
  );

const FIRST_PAGES = outerPages('non-public-first', false);
const LAST_PAGES = outerPages('non-public-last', true);

/** Not in parts: one subject or many is the same. */
const OF_ONE: Form = { one: false, own: true };

/** The records of one subject in the order of the pages, for a page that a cursor begins or ends. */
const OF_SUBJECT = pagedList({
  name: 'non-public-next',
  with: `${asked('array[$1::uuid]', 3, ['non_public_credit.record'])},`,
  rows: `select ${COLUMNS} from ${seen(3, OF_ONE).from}
      where ($2::text[] is null or r.item = any ($2::text[])) and ${seen(3, OF_ONE).where}`,
  parameters: 7,
  order: { on: { column: 'occurredOn', type: 'date', descending: true }, id: { column: 'id', type: 'uuid' } },
});

const WHOLE: Statement = {
  name: 'non-public-whole',
  text: `select id, sealed, key_id as "keyId" from non_public_credit.record_whole
    where subject_id = $1::uuid and id = any ($2::uuid[])`,
};

export type StoredNonPublic = NonPublicRow & {
  readonly total: number;
  readonly personal: boolean;
  /** Version of the function that made the open form. */
  readonly redaction: number;
};

type Ids = readonly string[];

/** First pages, or last ones, of subjects. */
export const readOuterPages = (
  context: Context,
  ids: Ids,
  items: Ids | null,
  { size, backwards }: AskedPage,
): Promise<StoredNonPublic[]> => {
  const scope = scopeParameters(context);
  return context.query(formFor(backwards ? LAST_PAGES : FIRST_PAGES, ids, scope), [ids, items, size, ...scope]);
};

export const readPageOf = (
  context: Context,
  id: string,
  items: Ids | null,
  asked: AskedPage,
): Promise<FoundPage<StoredNonPublic>> =>
  readPage(context, OF_SUBJECT, [id, items, ...scopeParameters(context)], asked);

export const readWhole = (
  context: Context,
  subject: string,
  ids: Ids,
): Promise<{ id: string; sealed: Buffer; keyId: string }[]> => context.query(WHOLE, [subject, ids]);

/** The whole content of a record for whoever may read it; none where it cannot be opened. */
export function wholeText(
  { platform }: Context,
  row: { readonly id: string; readonly sealed: Buffer; readonly keyId: string },
): string[] {
  const value = platform.secrets.unsealToRead(row, row.id, { place: 'non_public_credit.record_whole', id: row.id });
  return value === undefined ? [] : [String(value)];
}
