/**
 * What an open objection opens: the one row in question, to who decides it and to who was asked to verify and has not answered (Article 39); and an application
 * for restoration, to the operator (Article 40). The row policies let it through while the session names the objection or application; each look is an entry with the objection as its case.
 */
import type { RecordType } from '../../schema/law/facts.ts';
import type { Statement } from '../database/database.ts';
import { desensitizedAnew, safeContent, safeText } from '../redaction/withheld.ts';
import type { Context } from '../request/context.ts';
import { BY_OBJECTION } from '../request/shown/basis.ts';
import type { Cause } from './fallen/register.ts';

type Content = Readonly<Record<string, unknown>>;

/** The row in its open form. */
export interface RowInQuestion {
  readonly recordId: string;
  readonly personal: boolean;
  readonly version: number;
  readonly item: { readonly code: string };
  readonly type: string;
  readonly occurredOn: string;
  readonly basisDocument: string | null;
  readonly subjectName: string | null;
  readonly subjectAddress: string | null;
  readonly subjectPhone: string | null;
  readonly content: Content;
}

/** A row in its open form, as the database gives it. */
export interface StoredRow {
  readonly item: string;
  readonly type: string;
  readonly personal: boolean;
  readonly basisDocument: string | null;
  readonly content: Content;
  /** Version of the function that made its form; null where it has no text. */
  readonly redaction: number | null;
}

const OPEN: Statement = { name: 'objection-open', text: `select set_config('credit.objection', $1, true)` };

const ROW: Statement = {
  name: 'row-in-question',
  text: `select r.id as "recordId", r.personal, r.version, r.item, r.type, to_char(r.occurred_on, 'YYYY-MM-DD') as "occurredOn",
      r.basis_document as "basisDocument", r.stated_name as "subjectName", r.stated_address as "subjectAddress", r.stated_phone as "subjectPhone",
      r.content, r.redaction
    from public_credit.record r where r.subject_id = $1::uuid and r.id = $2::uuid and r.current
    union all select d.id, d.personal, 1, d.item, 'Designation', to_char(d.designated_on, 'YYYY-MM-DD'), d.basis_document, d.stated_name, null, null,
      jsonb_build_object('list', d.list, 'ground', d.ground, 'until', d.displayed_until), d.redaction
    from sanctions.designation d where d.subject_id = $1::uuid and d.id = $2::uuid
    union all select i.id, i.personal, 1, i.item, 'Incentive', to_char(i.designated_on, 'YYYY-MM-DD'), null, i.stated_name, null, null,
      jsonb_build_object('list', i.list, 'until', i.displayed_until), null
    from sanctions.incentive i where i.subject_id = $1::uuid and i.id = $2::uuid
    union all select n.id, n.personal, n.version, n.item, 'NonPublicRecord', to_char(n.occurred_on, 'YYYY-MM-DD'), null, null, null, null,
      jsonb_build_object('category', n.category, 'content', n.content), n.redaction
    from rights.content_in_question() n where n.subject_id = $1::uuid and n.id = $2::uuid`,
};

/** The same as it may leave. */
type Shown<Row extends StoredRow> = Omit<Row, 'redaction' | 'item'> & { readonly item: { readonly code: string } };

type Stored = StoredRow & Omit<RowInQuestion, 'item'>;

/** What is withheld of it: texts whose form a version made that is unsafe. Codes and days of a designation are no texts. */
export function safeRow<Row extends StoredRow>(context: Context, { redaction, ...row }: Row): Shown<Row> {
  const { directory } = context.snapshot;
  const { type, personal } = row;
  const shown = (withheld: Partial<StoredRow>) =>
    ({ ...row, ...withheld, item: { code: row.item } }) as unknown as Shown<Row>;
  if (redaction === null) return shown({});
  const basisDocument = safeText(directory, redaction, row.basisDocument);
  if (type === 'Designation') return shown({ basisDocument });
  if (type === 'NonPublicRecord')
    return shown({
      content: { ...row.content, content: safeText(directory, redaction, row.content.content as string | null) },
    });
  const stored = { item: row.item, type: type as RecordType, redaction };
  const content = desensitizedAnew(
    directory,
    { item: row.item, personal },
    safeContent(directory, stored, row.content),
  );
  return shown({ basisDocument, content });
}

/** A thing in the archive, as the database gives it, and as it may leave (Article 37). */
export interface Archived extends StoredRow {
  readonly id: string;
  readonly subjectId: string;
  readonly version: number;
  readonly kind: 'RECORD' | 'DESIGNATION' | 'INCENTIVE' | 'NON_PUBLIC_RECORD';
  readonly occurredOn: string;
  readonly unit: string;
  readonly cause: Cause;
  readonly fellOn: string | null;
}

export type ArchivedRow = Shown<Archived>;

/** An objection, or an application for restoration, as it is named for a look. */
export interface Named {
  readonly id: string;
  readonly subjectId: string;
  readonly recordId: string | null;
}

/** The row in question, with the look noted; null where the objection opens none to the caller. */
export async function rowInQuestion(
  context: Context,
  { id, subjectId, recordId }: Named,
  article: string = BY_OBJECTION,
): Promise<RowInQuestion | null> {
  if (recordId === null) return null;
  // All three go over the one connection of the snapshot and run in this order.
  const [, [row]] = await Promise.all([
    context.query(OPEN, [id]),
    context.query<Stored>(ROW, [subjectId, recordId]),
    context.query(OPEN, ['']),
  ]);
  if (row === undefined) return null;
  context.request.disclose({
    subjectId,
    personal: row.personal,
    items: [row.item],
    records: [{ id: recordId, version: row.version }],
    seen: 'DESENSITIZED',
    article,
    objection: id,
  });
  return safeRow(context, row);
}
