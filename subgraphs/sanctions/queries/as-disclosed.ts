/**
 * Designations as one disclosure showed them (Articles 35 and 36 (3)). Only the display of a designation changes, and the form of its document: what left
 * is told as it left.
 */

import { scopeCondition, scopeParameters } from '../../authorization/scope-sql.ts';
import type { Statement } from '../../database/database.ts';
import { type FormThen, formThen } from '../../redaction/forms.ts';
import { textsToRead } from '../../redaction/whole-texts.ts';
import { safeText } from '../../redaction/withheld.ts';
import type { Context } from '../../request/context.ts';
import { isOwn, noteRead, readEntry, showsWhole, whileOpen } from '../../request/reconstruct.ts';
import type { DisclosureKey, ShownRow } from '../rows.ts';

const SHOWN: Statement = {
  name: 'shown-designations',
  text: `with shown as (select id from jsonb_to_recordset($2::jsonb) as s (id uuid, version int))
    select d.id as "recordId", d.display = 'DISPLAYED' as current, d.item, d.list, d.designated_on as "designatedOn",
      d.displayed_until as until, coalesce(f.content->>'basisDocument', d.basis_document) as "basisDocument", w.sealed, w.key_id as "keyId",
      f.sealed as "formSealed", f.key_id as "formKey"
    from sanctions.designation d join shown using (id)
      left join public_credit.text_whole w on w.subject_id = d.subject_id and w.place = 'DESIGNATION' and w.id = d.id
      left join lateral (select f.content, f.sealed, f.key_id from public_credit.record_form f where f.subject_id = d.subject_id and f.id = d.id
        and f.until_at > $3::timestamptz order by f.until_at limit 1) f on true
    where d.subject_id = $1::uuid
    union all select i.id, i.display = 'DISPLAYED', i.item, i.list, i.designated_on, i.displayed_until, null, null, null, null, null
    from sanctions.incentive i join shown using (id) where i.subject_id = $1::uuid
    order by "designatedOn" desc, "recordId"`,
};

/** What the operator and the authority may read of it: what they could ask for themselves today. */
const VISIBLE: Statement = {
  name: 'shown-designations-visible',
  text: `with shown as (select id from jsonb_to_recordset($2::jsonb) as s (id uuid, version int))
    select d.id as "recordId", 1 as version, d.personal, true as current, d.item, d.list, d.designated_on as "designatedOn",
      d.displayed_until as until, d.basis_document as "basisDocument", d.redaction
    from sanctions.designation d join shown using (id) where d.subject_id = $1::uuid and ${scopeCondition('d', 3)}
    union all select i.id, 1, i.personal, true, i.item, i.list, i.designated_on, i.displayed_until, null, 0
    from sanctions.incentive i join shown using (id) where i.subject_id = $1::uuid and ${scopeCondition('i', 3)}
    order by "designatedOn" desc, "recordId"`,
};

type Stored = Omit<ShownRow, 'item'> & { readonly item: string };
type Own = Stored & FormThen & { readonly sealed: Buffer | null; readonly keyId: string | null };
type Visible = Stored & { readonly version: number; readonly personal: boolean; readonly redaction: number };

export async function shownDesignations(context: Context, { id }: DisclosureKey): Promise<ShownRow[]> {
  const entry = await readEntry(context, id);
  if (entry === null) return [];
  const parameters = [entry.subjectId, JSON.stringify(entry.records)];
  if (!isOwn(context, entry)) {
    const visible = await context.query<Visible>(VISIBLE, [...parameters, ...scopeParameters(context)]);
    noteRead(context, entry, visible);
    return visible.map(({ redaction, ...row }) => ({
      ...row,
      item: { code: row.item },
      basisDocument: safeText(context.snapshot.directory, redaction, row.basisDocument),
    }));
  }
  const stored = await whileOpen<Own>(context, entry, SHOWN, [...parameters, entry.at]);
  const whole = showsWhole(context, entry);
  const { secrets } = context.platform;
  return stored.map(({ sealed, keyId, formSealed, formKey, basisDocument: now, ...row }) => {
    const texts = (whole ? textsToRead(secrets, row.recordId, sealed, keyId) : undefined) ?? {};
    const { basisDocument } = formThen(secrets, row.recordId, { formSealed, formKey }, { basisDocument: now });
    return { ...row, item: { code: row.item }, basisDocument: texts.basisDocument ?? basisDocument };
  });
}
