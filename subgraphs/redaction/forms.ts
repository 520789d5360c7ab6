/** Forms of texts that are made anew where more became known of their subject, in the transaction that learned it (Article 23). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { RecordType } from '../../schema/law/facts.ts';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import type { Secrets } from '../keys/secrets.ts';
import { unreadableForm } from '../keys/unreadable.ts';
import { type NewBasis, sealBasis } from './basis.ts';
import type { SubjectKnown } from './known-values.ts';
import { type Content, type FormItem, isText, textFormOf } from './open-form.ts';

/** What holds texts about a subject of which others read a form. */
export type FormPlace =
  | 'RECORD'
  | 'DESIGNATION'
  | 'ORGAN_NOTICE'
  | 'PLEDGE_CHECK'
  | 'OBJECTION'
  | 'VERIFICATION'
  | 'NON_PUBLIC'
  | 'OWN_STATEMENT'
  | 'COMPLAINT'
  | 'RESTORATION';

/** The open form of something that holds texts about a subject. */
interface Text {
  readonly place: FormPlace;
  readonly subject_id: string;
  readonly id: string;
  readonly version: number;
  readonly item: string;
  /** Of a record; null elsewhere, where everything is a text. */
  readonly type: RecordType | null;
  readonly personal: boolean;
  readonly elements: FormItem['elements'] | null;
  readonly content: Content;
  /** Whether its whole content is sealed already; else the open form is the whole one. */
  readonly sealed: boolean;
  /** The document that it rests on, as others may read it, and whether its whole is sealed already. */
  readonly basis: string | null;
  readonly basis_is_sealed: boolean;
}

export interface NewForm extends NewBasis {
  readonly place: FormPlace;
  readonly subject: string;
  readonly id: string;
  readonly version: number;
  readonly redaction: number;
  readonly content: Content;
  readonly personal?: boolean;
  readonly item?: string;
  readonly sealed?: string;
  readonly keyId?: string;
  /** The form that it replaces, sealed: what was found to be personal since then stands in it. */
  readonly before?: string;
  readonly beforeKey?: string;
  /** Whether what it states of its subject is masked anew: `name`, `address` and `phone` then. */
  readonly stated?: boolean;
  readonly name?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
}

export async function keepForms(em: EntityManager, forms: readonly NewForm[]): Promise<void> {
  if (forms.length > 0)
    await sql`select public_credit.keep_forms(${JSON.stringify(forms)}::jsonb)`.execute(em.getKysely());
}

/** The whole content as it is sealed. What collectors keep is one text. */
export const sealedContent = (place: FormPlace, content: Content): unknown =>
  place === 'NON_PUBLIC' ? content.content : content;

const boundTo = (id: string): string => `form of ${id}`;

/** The form that another replaces, as it is kept. */
export function sealedBefore(secrets: Secrets, id: string, content: Content): Pick<NewForm, 'before' | 'beforeKey'> {
  const { sealed, keyId } = secrets.seal(content, boundTo(id));
  return { before: sealed.toString('hex'), beforeKey: keyId };
}

/** A form that was replaced, as a statement returns it: null where none was. */
export interface FormThen {
  readonly formSealed: Buffer | null;
  readonly formKey: string | null;
}

/** The form that a disclosure showed: the one that was replaced since, where there is one. One that cannot be opened says so in its place. */
export function formThen<Shown extends object>(
  secrets: Secrets,
  id: string,
  { formSealed, formKey }: FormThen,
  stored: Shown,
): Shown {
  if (formSealed === null) return stored;
  const where = { place: 'public_credit.record_form', id };
  const form = secrets.unsealToRead({ sealed: formSealed, keyId: formKey ?? '' }, boundTo(id), where);
  return form === undefined ? unreadableForm(stored) : (form as Shown);
}

/** The same content with less to read; undefined where nothing more is masked. */
function narrower({ type, elements, content }: Text, known: SubjectKnown): Content | undefined {
  const item = type === null ? undefined : { recordType: type, elements: elements ?? [] };
  let isChanged = false;
  const again = (name: string, value: string): string => {
    const { text } = known.redact(value, textFormOf(name));
    isChanged ||= text !== value;
    return text;
  };
  const seen = Object.fromEntries(
    Object.entries(content).map(([name, value]) => {
      if (item !== undefined && !isText(item, name)) return [name, value];
      return [name, typeof value === 'string' ? again(name, value) : value.map((part) => again(name, part))];
    }),
  );
  return isChanged ? seen : undefined;
}

function narrowerBasis(secrets: Secrets, { id, basis, basis_is_sealed }: Text, known: SubjectKnown): NewBasis {
  if (basis === null) return {};
  const { text } = known.redact(basis, 'NUMBER');
  if (text === basis) return {};
  if (basis_is_sealed) return { basis: text };
  const { basis_sealed: basisSealed, basis_key: basisKey } = sealBasis(secrets, id, basis);
  return { basis: text, basisSealed, basisKey };
}

/** The form with less to read, what it replaces sealed; none where nothing more is masked. */
function narrowed(secrets: Secrets, row: Text, known: SubjectKnown): NewForm[] {
  const content = narrower(row, known);
  const basis = narrowerBasis(secrets, row, known);
  if (content === undefined && basis.basis === undefined) return [];
  const { place, subject_id: subject, id, version, personal, item } = row;
  const redaction = REDACTION_VERSION;
  const before = content === undefined ? {} : sealedBefore(secrets, id, row.content);
  const form = {
    ...{ place, subject, id, version, personal, item, redaction },
    content: content ?? row.content,
    ...basis,
    ...before,
  };
  if (row.sealed) return [form];
  const { sealed, keyId } = secrets.seal(sealedContent(place, row.content), id);
  return [{ ...form, sealed: sealed.toString('hex'), keyId }];
}

/** Redacts what is open of subjects of whom more became known. An open form is only ever narrowed: it is redacted again as it stands. */
export async function narrowForms(
  em: EntityManager,
  secrets: Secrets,
  known: ReadonlyMap<string, SubjectKnown>,
): Promise<void> {
  const touched = [...known].filter(([, one]) => one.touchesOthers).map(([id]) => id);
  if (touched.length === 0) return;
  const { rows } = await sql<Text>`select * from public_credit.texts_of(
    array(select jsonb_array_elements_text(${JSON.stringify(touched)}::jsonb)::uuid))`.execute(em.getKysely());
  const forms = [...Map.groupBy(rows, (row) => row.subject_id)].flatMap(([id, texts]) => {
    const one = known.get(id);
    let made: readonly NewForm[] = [];
    one?.settle(() => {
      made = texts.flatMap((text) => narrowed(secrets, text, one));
    });
    return made;
  });
  await keepForms(em, forms);
}
