/**
 * Designations as one disclosure showed them (Articles 35 and 36 (3)). Only the display of a designation changes, so that the stored row is what was
 * shown.
 */

import { scopeCondition, scopeParameters } from '../../authorization/scope-sql.ts';
import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { isOwn, noteRead, readEntry, whileOpen } from '../../request/reconstruct.ts';
import type { DisclosureKey, ShownRow } from '../rows.ts';

const SHOWN: Statement = {
  name: 'shown-designations',
  text: `with shown as (select id from jsonb_to_recordset($2::jsonb) as s (id uuid, version int))
    select d.id as "recordId", d.display = 'DISPLAYED' as current, d.item, d.list, d.designated_on as "designatedOn",
      d.displayed_until as until, d.basis_document as "basisDocument"
    from sanctions.designation d join shown using (id) where d.subject_id = $1::uuid
    union all select i.id, i.display = 'DISPLAYED', i.item, i.list, i.designated_on, i.displayed_until, null
    from sanctions.incentive i join shown using (id) where i.subject_id = $1::uuid
    order by "designatedOn" desc, "recordId"`,
};

/** What the operator and the authority may read of it: what they could ask for themselves today. */
const VISIBLE: Statement = {
  name: 'shown-designations-visible',
  text: `with shown as (select id from jsonb_to_recordset($2::jsonb) as s (id uuid, version int))
    select d.id as "recordId", 1 as version, d.personal, true as current, d.item, d.list, d.designated_on as "designatedOn",
      d.displayed_until as until, d.basis_document as "basisDocument"
    from sanctions.designation d join shown using (id) where d.subject_id = $1::uuid and ${scopeCondition('d', 3)}
    union all select i.id, 1, i.personal, true, i.item, i.list, i.designated_on, i.displayed_until, null
    from sanctions.incentive i join shown using (id) where i.subject_id = $1::uuid and ${scopeCondition('i', 3)}
    order by "designatedOn" desc, "recordId"`,
};

type Stored = Omit<ShownRow, 'item'> & { readonly item: string };

export async function shownDesignations(context: Context, { id }: DisclosureKey): Promise<ShownRow[]> {
  const entry = await readEntry(context, id);
  if (entry === null) return [];
  const parameters = [entry.subjectId, JSON.stringify(entry.records)];
  if (!isOwn(context, entry)) {
    const visible = await context.query<Stored & { version: number; personal: boolean }>(VISIBLE, [
      ...parameters,
      ...scopeParameters(context),
    ]);
    noteRead(context, entry, visible);
    return visible.map((row) => ({ ...row, item: { code: row.item } }));
  }
  const stored = await whileOpen<Stored>(context, entry, SHOWN, parameters);
  return stored.map((row) => ({ ...row, item: { code: row.item } }));
}
