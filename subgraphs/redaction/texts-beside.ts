/** What is said of a subject beside its records: by lists, decisions and requests, and by what collectors keep. Some of it has a form that others read. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import type { IdentifierType } from '../../schema/law/facts.ts';
import { type Known, NOTHING_SAID } from '../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../schema/law/redact/redact.ts';
import type { Secrets } from '../keys/secrets.ts';
import type { WholeStatement } from '../request/subjects/subject-rows.ts';
import { type FormPlace, type NewForm, sealedBefore, sealedContent } from './forms.ts';
import type { SubjectKnown } from './known-values.ts';
import { type Content, knownOfSubject, textFormOf } from './open-form.ts';
import type { Place, Texts } from './whole-texts.ts';

interface Row {
  readonly place: Place | 'NON_PUBLIC';
  readonly id: string;
  readonly version: number;
  /** The open form; null where others read none of it. */
  readonly content: Readonly<Record<string, string>> | null;
  readonly sealed: Buffer | null;
  readonly key_id: string | null;
  readonly identifier_type: IdentifierType | null;
  readonly identifier: string | null;
  readonly personal: boolean;
  readonly stated_name: string | null;
  readonly said: Buffer | null;
  readonly said_key: string | null;
}

interface TextBeside {
  readonly row: Row;
  readonly whole: Texts;
  readonly said: Known;
}

/** Of these others read a form. */
const READ: ReadonlySet<string> = new Set<FormPlace>([
  'DESIGNATION',
  'ORGAN_NOTICE',
  'PLEDGE_CHECK',
  'OBJECTION',
  'VERIFICATION',
  'NON_PUBLIC',
  'OWN_STATEMENT',
  'COMPLAINT',
  'RESTORATION',
]);

const isRead = (place: Row['place']): place is Extract<Row['place'], FormPlace> => READ.has(place);

function wholeOf(secrets: Secrets, { place, id, content, sealed, key_id: keyId }: Row): Texts {
  if (sealed === null) return content ?? {};
  const table = place === 'NON_PUBLIC' ? 'non_public_credit.record_whole' : 'public_credit.text_whole';
  const whole = secrets.unsealToChange({ sealed, keyId: keyId ?? '' }, id, { place: table, id });
  return place === 'NON_PUBLIC' ? { content: String(whole) } : { ...content, ...(whole as Texts) };
}

/** What a list says of the subject itself. Of an organization its name stands open. */
function saidOf(secrets: Secrets, subjectId: string, row: Row): Known {
  const { identifier_type: type, personal, stated_name: name } = row;
  if (type === null) return NOTHING_SAID;
  if (!personal) return { personal: [], open: name === null ? [] : [name] };
  if (row.said === null) return NOTHING_SAID;
  const where = { place: 'public_credit.statement_whole', id: row.id };
  const sealed = { sealed: row.said, keyId: row.said_key ?? '' };
  const whole = secrets.unsealToChange(sealed, subjectId, where) as WholeStatement;
  return knownOfSubject({ ...whole, personal, type, value: whole.identifier });
}

export async function textsBeside(em: EntityManager, secrets: Secrets, subjectId: string): Promise<TextBeside[]> {
  const { rows } = await sql<Row>`select * from public_credit.texts_to_redact(${subjectId}::uuid)`.execute(
    em.getKysely(),
  );
  return rows.map((row) => ({ row, whole: wholeOf(secrets, row), said: saidOf(secrets, subjectId, row) }));
}

/** The open form anew; none where others read none of it. */
export function formBeside(
  secrets: Secrets,
  subject: string,
  { row, whole }: TextBeside,
  known: SubjectKnown,
): NewForm[] {
  const { place, id, version } = row;
  if (row.content === null || !isRead(place)) return [];
  const content: Content = Object.fromEntries(
    Object.entries(row.content).map(([name, open]) => [name, known.redact(whole[name] ?? open, textFormOf(name)).text]),
  );
  const form = { place, subject, id, version, redaction: REDACTION_VERSION, content };
  if (JSON.stringify(content) === JSON.stringify(row.content)) return [form];
  const before = sealedBefore(secrets, id, row.content);
  if (row.sealed !== null) return [{ ...form, ...before }];
  const { sealed, keyId } = secrets.seal(sealedContent(place, row.content), id);
  return [{ ...form, ...before, sealed: sealed.toString('hex'), keyId }];
}
