/** Statements that read records. Each takes many subjects and contains the condition of the caller's scope. */

import { asked, scopeParameters, seenRows } from '../../authorization/scope-sql.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import type { Position } from '../../request/paging.ts';
import type { NonPublicRow } from '../rows.ts';

const COLUMNS = `r.id, r.subject_id as "subjectId", r.version, r.personal, r.category, r.collector, r.item,
  r.occurred_on as "occurredOn", r.content, r.redaction`;

const seen = (first: number) => seenRows('non_public_credit.record', 'r', first);

const FIRST_PAGES: Statement = {
  name: 'non-public-first',
  text: `with ${asked('$1::uuid[]', 4, ['non_public_credit.record'])}
    select * from (
      select ${COLUMNS}, count(*) over (partition by r.subject_id)::int as total,
        row_number() over (partition by r.subject_id order by r.occurred_on desc, r.id) as place
      from ${seen(4).from}
      where ($2::text[] is null or r.item = any ($2::text[])) and ${seen(4).where}) page
    where place <= $3 order by "subjectId", place`,
};

const NEXT_PAGE: Statement = {
  name: 'non-public-next',
  text: `with ${asked('array[$1::uuid]', 6, ['non_public_credit.record'])},
    seen as (select ${COLUMNS} from ${seen(6).from}
      where ($2::text[] is null or r.item = any ($2::text[])) and ${seen(6).where}),
    total as (select count(*)::int as total from seen)
    select total.total, page.* from total left join lateral (select * from seen
      where "occurredOn" < $4::date or ("occurredOn" = $4::date and id > $5::uuid)
      order by "occurredOn" desc, id limit $3) page on true`,
};

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

export const readFirstPages = (
  context: Context,
  ids: Ids,
  items: Ids | null,
  size: number,
): Promise<StoredNonPublic[]> => context.query(FIRST_PAGES, [ids, items, size, ...scopeParameters(context)]);

/** The next page of one subject. After the last row it is empty and still has the total. */
export async function readNextPage(
  context: Context,
  id: string,
  items: Ids | null,
  size: number,
  after: Position,
): Promise<{ total: number; rows: StoredNonPublic[] }> {
  const rows = await context.query<StoredNonPublic | { total: number; id: null }>(NEXT_PAGE, [
    id,
    items,
    size,
    after.on,
    after.id,
    ...scopeParameters(context),
  ]);
  return { total: rows[0]?.total ?? 0, rows: rows.filter((row): row is StoredNonPublic => row.id !== null) };
}

export const readWhole = (
  context: Context,
  subject: string,
  ids: Ids,
): Promise<{ id: string; sealed: Buffer; keyId: string }[]> => context.query(WHOLE, [subject, ids]);
