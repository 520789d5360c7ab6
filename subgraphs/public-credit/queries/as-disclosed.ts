/** Records as one disclosure showed them, from stored versions (Articles 35 and 36 (3)). */

import type { RecordType } from '../../../schema/law/facts.ts';
import { scopeCondition, scopeParameters } from '../../authorization/scope-sql.ts';
import type { Statement } from '../../database/database.ts';
import { type FormThen, formThen } from '../../redaction/forms.ts';
import { desensitizedAnew, safeContent } from '../../redaction/withheld.ts';
import type { Context } from '../../request/context.ts';
import { closedElements, isOwn, noteRead, readEntry, showsWhole, whileOpen } from '../../request/reconstruct.ts';
import type { DisclosureKey, ShownRow } from '../rows.ts';

const SHOWN: Statement = {
  name: 'shown-records',
  text: `select r.id as "recordId", r.version, r.current and r.display = 'DISPLAYED' as current, r.item, r.type, r.personal,
      r.occurred_on as "occurredOn", coalesce(f.content, r.content) as content, r.redaction,
      f.sealed as "formSealed", f.key_id as "formKey"
    from public_credit.record r left join lateral (select f.content, f.sealed, f.key_id from public_credit.record_form f
        where f.subject_id = r.subject_id and f.id = r.id and f.version = r.version and f.until_at > $3::timestamptz
        order by f.until_at limit 1) f on true join jsonb_to_recordset($2::jsonb) as shown (id uuid, version int)
      on r.id = shown.id and r.version = shown.version
    where r.subject_id = $1::uuid order by r.occurred_on desc, r.id`,
};

/** What the operator and the authority may read of it: what they could ask for themselves today. */
const VISIBLE: Statement = {
  name: 'shown-records-visible',
  text: `select r.id as "recordId", r.version, true as current, r.item, r.type, r.personal, r.occurred_on as "occurredOn", r.content, r.redaction
    from public_credit.record r join jsonb_to_recordset($2::jsonb) as shown (id uuid, version int)
      on r.id = shown.id and r.version = shown.version
    where r.subject_id = $1::uuid and r.current and ${scopeCondition('r', 3)} order by r.occurred_on desc, r.id`,
};

const WHOLE: Statement = {
  name: 'shown-whole',
  text: `select w.id, w.version, w.sealed, w.key_id as "keyId" from public_credit.record_whole w
      join jsonb_to_recordset($2::jsonb) as shown (id uuid, version int) on w.id = shown.id and w.version = shown.version
    where w.subject_id = $1::uuid`,
};

/** Elements about another person. They are masked for the subject too. */
const OTHERS = new Set(['legalRepresentativeName', 'legalRepresentativeIdNumber']);

type Content = Readonly<Record<string, unknown>>;

interface Stored {
  readonly recordId: string;
  readonly version: number;
  readonly current: boolean;
  readonly item: string;
  readonly type: RecordType;
  readonly personal: boolean;
  readonly occurredOn: string;
  readonly content: Content;
  readonly redaction: number;
}

type Own = Stored & FormThen;

export async function shownRecords(context: Context, { id }: DisclosureKey): Promise<ShownRow[]> {
  const entry = await readEntry(context, id);
  if (entry === null) return [];
  const parameters = [entry.subjectId, JSON.stringify(entry.records)];
  const own = isOwn(context, entry);
  const stored = own
    ? (await whileOpen<Own>(context, entry, SHOWN, [...parameters, entry.at])).map(
        ({ formSealed, formKey, ...row }) => ({
          ...row,
          content: formThen(context.platform.secrets, row.recordId, { formSealed, formKey }, row.content),
        }),
      )
    : await context.query<Stored>(VISIBLE, [...parameters, ...scopeParameters(context)]);
  noteRead(context, entry, stored);
  const sealed = showsWhole(context, entry)
    ? await context.query<{ id: string; version: number; sealed: Buffer; keyId: string }>(WHOLE, parameters)
    : [];
  const whole = new Map(
    sealed.flatMap((row) => {
      const where = { place: 'public_credit.record_whole', id: row.id };
      const value = context.platform.secrets.unsealToRead(row, row.id, where);
      return value === undefined ? [] : [[`${row.id}/${row.version}`, value as Content] as const];
    }),
  );
  return stored.map(({ personal, redaction, ...row }) => {
    const closed = closedElements(context, entry, row.item, personal);
    const unmasked = Object.entries(whole.get(`${row.recordId}/${row.version}`) ?? {}).filter(
      ([name]) => !OTHERS.has(name),
    );
    // The subject is told what left, in the form in which it left. Others read what they could read today.
    const { directory } = context.snapshot;
    const form = own
      ? row.content
      : desensitizedAnew(directory, { ...row, personal }, safeContent(directory, { ...row, redaction }, row.content));
    const content = Object.entries({ ...form, ...Object.fromEntries(unmasked) });
    return {
      ...row,
      item: { code: row.item },
      content: Object.fromEntries(content.filter(([name]) => !closed.has(name))),
    };
  });
}
