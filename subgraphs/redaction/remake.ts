/** All texts of a subject made anew from what they say whole, by the present version of the function (Article 23). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { IdentifierType, RecordType } from '../../schema/law/facts.ts';
import type { Known } from '../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import type { Secrets } from '../keys/secrets.ts';
import { isUnreadable } from '../keys/unreadable.ts';
import { wholeStatementOf } from '../request/subjects/subject-rows.ts';
import { remadeBasis } from './basis.ts';
import { keepForms, type NewForm, sealedBefore } from './forms.ts';
import { closedKnown, readKnown, type SubjectKnown, storeKnown } from './known-values.ts';
import { withBeside } from './named-beside.ts';
import { type Content, type Formed, type FormItem, knownOf, openContent, openStatement } from './open-form.ts';
import { formBeside, textsBeside } from './texts-beside.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly current: boolean;
  readonly item: string;
  readonly type: RecordType;
  readonly personal: boolean;
  readonly elements: FormItem['elements'] | null;
  readonly content: Content;
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
  readonly identifier_type: IdentifierType;
  readonly identifier: string;
  readonly stated_name: string | null;
  readonly stated_address: string | null;
  readonly stated_phone: string | null;
  readonly said: Buffer | null;
  readonly said_key: string | null;
  readonly redaction: number;
  readonly basis: string | null;
  readonly basis_mark: Buffer | null;
  readonly basis_sealed: Buffer | null;
  readonly basis_key: string | null;
}

/** What a stored version says, whole. */
function wholeOf(secrets: Secrets, subjectId: string, row: Row): Formed {
  const content =
    row.sealed === null
      ? row.content
      : (secrets.unsealToChange({ sealed: row.sealed, keyId: row.key_id ?? '' }, row.id, {
          place: 'public_credit.record_whole',
          id: row.id,
        }) as Content);
  const { identifier: value, ...said } = wholeStatementOf(secrets, subjectId, row.id, {
    name: row.stated_name,
    identifier: row.identifier,
    address: row.stated_address,
    phone: row.stated_phone,
    sealed: row.said,
    keyId: row.said_key,
  });
  return {
    item: { recordType: row.type, elements: row.elements ?? [] },
    subject: { personal: row.personal, type: row.identifier_type, value, ...said },
    content,
  };
}

function formOf(subject: string, row: Row, whole: Formed, known: SubjectKnown): NewForm {
  const { stated_name, stated_address, stated_phone } = openStatement(whole.subject);
  return {
    place: 'RECORD',
    subject,
    id: row.id,
    version: row.version,
    redaction: REDACTION_VERSION,
    content: openContent(whole, known.redact),
    stated: true,
    // Rows of old databases state less than was sealed with them.
    name: row.stated_name === null ? null : stated_name,
    address: row.stated_address === null ? null : stated_address,
    phone: row.stated_phone === null ? null : stated_phone,
  };
}

/**
 * What is known of the subjects of a transaction, with what it says itself. Subjects whose texts are of an earlier version are made anew first: what is
 * known of them was not kept.
 */
export function knownOfAll(
  em: EntityManager,
  secrets: Secrets,
  rows: readonly { readonly subjectId: string; readonly formed: Formed }[],
): Promise<Map<string, SubjectKnown>> {
  const said = rows.map(({ subjectId, formed }) => ({
    subjectId,
    known: knownOf(formed),
    texts: Object.values(formed.content).flat(),
  }));
  return knownWith(em, secrets, withBeside(said));
}

/** The same for what is no record. */
export async function knownWith(
  em: EntityManager,
  secrets: Secrets,
  rows: readonly { readonly subjectId: string; readonly known: Known }[],
): Promise<Map<string, SubjectKnown>> {
  const known = await readKnown(
    em,
    secrets,
    rows.map(({ subjectId }) => subjectId),
  );
  const behind = [...known].filter(([, one]) => one.redaction < REDACTION_VERSION && one.closed === undefined);
  const may = behind.length === 0 || (await mayRemake(em));
  for (const [id, one] of behind)
    known.set(id, may ? await remadeOrClosed(em, secrets, id, one) : closedKnown(one.redaction, new ElsewhereFirst()));
  for (const { subjectId, known: said } of rows) known.get(subjectId)?.add(said);
  return known;
}

/** Texts are made anew by another process first: this one may not read all that they say. */
class ElsewhereFirst extends Error {}

/** Whether this process may read everything that is said of a subject: of subgraphs with logins of their own public-credit alone may. */
async function mayRemake(em: EntityManager): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean;
  }>`select has_function_privilege('public_credit.rows_to_redact(uuid)', 'execute') as may`.execute(em.getKysely());
  return rows[0]?.may === true;
}

/** What is known of a subject whose texts were made anew. Where one of its rows cannot be opened it is closed: its texts are withheld until the job makes them. */
async function remadeOrClosed(
  em: EntityManager,
  secrets: Secrets,
  id: string,
  one: SubjectKnown,
): Promise<SubjectKnown> {
  try {
    await remakeSubject(em, secrets, id, one);
    return one;
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return closedKnown(one.redaction, error as Error);
  }
}

/** Makes the texts of one subject anew, with everything that any version of any record says of persons. Returns how many there are. */
export async function remakeSubject(
  em: EntityManager,
  secrets: Secrets,
  subjectId: string,
  known: SubjectKnown,
): Promise<number> {
  if (known.closed !== undefined) throw known.closed;
  const { rows } = await sql<Row>`select * from public_credit.rows_to_redact(${subjectId}::uuid)`.execute(
    em.getKysely(),
  );
  const wholes = rows.map((row) => ({ row, whole: wholeOf(secrets, subjectId, row) }));
  const beside = await textsBeside(em, secrets, subjectId);
  for (const { whole } of wholes) known.add(knownOf(whole));
  for (const { said } of beside) known.add(said);
  // What any text tells of a person must stand in none of the others: they are read until they tell nothing more.
  known.settle(() => {
    for (const { row } of wholes) remadeBasis(secrets, row, known.redact);
    for (const { whole } of wholes) openContent(whole, known.redact);
    for (const { whole } of beside) known.learn(whole);
  });
  // Versions that were replaced too: they stand in the database, and what left is kept beside them, sealed.
  const forms = wholes.map(({ row, whole }) => ({
    row,
    form: { ...formOf(subjectId, row, whole, known), ...remadeBasis(secrets, row, known.redact) },
  }));
  const formsBeside = beside.flatMap((text) => formBeside(secrets, subjectId, text, known));
  await keepForms(em, [
    ...forms.map(({ row, form }) => {
      const isSame = JSON.stringify(form.content) === JSON.stringify(row.content);
      const anew = isSame ? form : { ...form, ...sealedBefore(secrets, row.id, row.content) };
      if (row.sealed !== null || (isSame && form.basisSealed === undefined)) return anew;
      const { sealed, keyId } = secrets.seal(row.content, row.id);
      return { ...anew, personal: row.personal, item: row.item, sealed: sealed.toString('hex'), keyId };
    }),
    ...formsBeside,
  ]);
  await storeKnown(em, secrets, new Map([[subjectId, known]]), REDACTION_VERSION);
  return wholes.filter(({ row }) => row.current).length + formsBeside.length;
}
