/**
 * Designations as one disclosure showed them (Articles 35 and 36 (3)). Only the display of a designation changes, so that the stored row is what was
 * shown.
 */

import type { Statement } from '../../database/database.ts';
import type { Context } from '../../request/context.ts';
import { readEntry, whileOpen } from '../../request/reconstruct.ts';
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

type Stored = Omit<ShownRow, 'item'> & { readonly item: string };

export async function shownDesignations(context: Context, { id }: DisclosureKey): Promise<ShownRow[]> {
  const entry = await readEntry(context, id);
  if (entry === null) return [];
  const stored = await whileOpen<Stored>(context, entry, SHOWN, [entry.subjectId, JSON.stringify(entry.records)]);
  return stored.map((row) => ({ ...row, item: { code: row.item } }));
}
