/** Non-public records as one disclosure showed them, from stored versions (Articles 35 and 36 (3)). */

import type { Statement } from '../../database/database.ts';
import { type FormThen, formThen } from '../../redaction/forms.ts';
import type { Context } from '../../request/context.ts';
import { isOwn, readEntry, showsWhole, whileOpen } from '../../request/reconstruct.ts';
import type { DisclosureKey, ShownRow } from '../rows.ts';
import { wholeText } from './reads.ts';

const SHOWN: Statement = {
  name: 'shown-non-public',
  text: `select r.id as "recordId", r.version, r.current and r.display = 'DISPLAYED' as current, r.item, r.category,
      r.occurred_on as "occurredOn", coalesce(f.content->>'content', r.content) as content,
      f.sealed as "formSealed", f.key_id as "formKey"
    from non_public_credit.record r left join lateral (select f.content, f.sealed, f.key_id from public_credit.record_form f
        where f.subject_id = r.subject_id and f.id = r.id and f.version = r.version and f.until_at > $3::timestamptz
        order by f.until_at limit 1) f on true join jsonb_to_recordset($2::jsonb) as shown (id uuid, version int)
      on r.id = shown.id and r.version = shown.version
    where r.subject_id = $1::uuid order by r.occurred_on desc, r.id`,
};

const WHOLE: Statement = {
  name: 'shown-non-public-whole',
  text: `select w.id, w.version, w.sealed, w.key_id as "keyId" from non_public_credit.record_whole w
      join jsonb_to_recordset($2::jsonb) as shown (id uuid, version int) on w.id = shown.id and w.version = shown.version
    where w.subject_id = $1::uuid`,
};

type Stored = Omit<ShownRow, 'item'> & { readonly item: string };

export async function shownNonPublicRecords(context: Context, { id }: DisclosureKey): Promise<ShownRow[]> {
  const entry = await readEntry(context, id);
  // The operator and the authority may ask for no non-public information, so that they read none of it here.
  if (entry === null || !isOwn(context, entry)) return [];
  const parameters = [entry.subjectId, JSON.stringify(entry.records)];
  const stored = await whileOpen<Stored & FormThen>(context, entry, SHOWN, [...parameters, entry.at]);
  const sealed = showsWhole(context, entry)
    ? await context.query<{ id: string; version: number; sealed: Buffer; keyId: string }>(WHOLE, parameters)
    : [];
  const whole = new Map(
    sealed.flatMap((row) => wholeText(context, row).map((text) => [`${row.id}/${row.version}`, text] as const)),
  );
  return stored.map(({ formSealed, formKey, ...row }) => {
    const then = formThen(context.platform.secrets, row.recordId, { formSealed, formKey }, { content: row.content });
    return {
      ...row,
      item: { code: row.item },
      content: whole.get(`${row.recordId}/${row.version}`) ?? then.content,
    };
  });
}
