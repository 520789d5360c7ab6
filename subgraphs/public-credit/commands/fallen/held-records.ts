/** What another unit delivered of what fell, for the operator that decides whether it is shown (Articles 37 to 40). */
import { open, openConnection, openEdge } from '../../../authorization/policy.ts';
import type { Statement } from '../../../database/database.ts';
import type { Context } from '../../../request/context.ts';
import { pagedList, readPage } from '../../../request/keyset.ts';
import { askedPage, pageOf } from '../../../request/paging.ts';
import type { HeldPage, HeldRow } from '../../rows.ts';
import type { QueryHeldRecordsArgs } from '../../types.generated.ts';

const LIST = pagedList({
  name: 'held-records',
  rows: `select h.id, h.subject_id as "subjectId", h.personal, h.item, h.unit, h.cause, to_char(h.fell_on, 'YYYY-MM-DD') as "fellOn",
      to_char(h.held_on, 'YYYY-MM-DD') as "heldOn", h.held_at as "heldAt", to_char(k.due_on, 'YYYY-MM-DD') as "decideBy",
      coalesce(k.provisional, false) as provisional
    from rights.held h left join control.clock k on k.kind = 'held.decide' and k.reference = h.id::text
    where h.decided_on is null`,
  parameters: 0,
  order: { on: { column: 'heldAt', type: 'timestamptz' }, id: { column: 'id', type: 'uuid' } },
});

/** A page of what waits, the oldest first. */
export async function heldPage(context: Context, args: Partial<QueryHeldRecordsArgs>): Promise<HeldPage> {
  const asked = askedPage(context, 'heldRecords', args);
  return pageOf(context, asked, await readPage<HeldRow>(context, LIST, [], asked));
}

const CONTENT: Statement = {
  name: 'held-content',
  text: `select r.version, r.content || jsonb_build_object('occurredOn', r.occurred_on, 'basisDocument', r.basis_document, 'subjectName', r.stated_name) as content
      from public_credit.record r where r.subject_id = $1::uuid and r.id = $2::uuid and r.current
    union all select 1, jsonb_build_object('list', d.list, 'ground', d.ground, 'designatedOn', d.designated_on, 'basisDocument', d.basis_document,
        'subjectName', d.stated_name)
      from sanctions.designation d where d.subject_id = $1::uuid and d.id = $2::uuid`,
};

/** The one record in question, desensitized. Each look is an entry of its own, with the record as its case (Article 39). */
export async function heldContent(context: Context, { id, subjectId, personal, item }: HeldRow): Promise<unknown> {
  const [row] = await context.query<{ version: number; content: unknown }>(CONTENT, [subjectId, id]);
  if (row === undefined) return null;
  context.request.disclose({
    subjectId,
    personal,
    items: [item],
    records: [{ id, version: row.version }],
    seen: 'DESENSITIZED',
    article: '39',
    caseReference: id,
  });
  return row.content;
}

/** Guards of what is held: the operator alone is told of any. */
export const heldGuards = {
  HeldRecord: {
    id: open,
    item: open,
    unit: open,
    cause: open,
    fellOn: open,
    heldOn: open,
    decideBy: open,
    provisional: open,
    content: open,
  },
  HeldRecordConnection: openConnection,
  HeldRecordEdge: openEdge,
  HeldDecision: { id: open, displayed: open },
} as const;
