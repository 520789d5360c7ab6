/** Stores who a subject is, and what a row says of it whole. Every command that stores rows about subjects uses both (Articles 19 and 23). */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { desensitizeNumber } from '../../../schema/law/desensitize/desensitize.ts';
import type { Secrets } from '../../keys/secrets.ts';
import type { Identified } from './identify.ts';

/** What a row says of a person, whole. It is sealed for its subject. */
export interface WholeStatement {
  readonly name: string | null;
  readonly identifier: string;
  readonly birthDate: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** Columns in which a row states who its subject is, and what was sealed beside them. */
interface StatedColumns extends Omit<WholeStatement, 'birthDate'> {
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

/** What a row says of its subject, whole: sealed where it is a person's, else as its columns state it. */
export function wholeStatementOf(
  secrets: Pick<Secrets, 'unsealToChange'>,
  subjectId: string,
  recordId: string,
  { sealed, keyId, ...open }: StatedColumns,
): WholeStatement {
  if (sealed === null) return { ...open, birthDate: null };
  const where = { place: 'public_credit.statement_whole', id: recordId };
  return secrets.unsealToChange({ sealed, keyId: keyId ?? '' }, subjectId, where) as WholeStatement;
}

/** Inserts subjects that are not stored yet. The row says who each is and nothing else. */
export async function storeSubjectRows(em: EntityManager, at: Date, subjects: readonly Identified[]): Promise<void> {
  if (subjects.length === 0) return;
  const rows = [...new Map(subjects.map((subject) => [subject.id, subject])).values()]
    .map((subject) => ({
      id: subject.id,
      kind: subject.kind,
      personal: subject.personal,
      type: subject.type,
      number: desensitizeNumber(subject.type, subject.value),
    }))
    // Transactions may store the same subjects at the same time: in one order they wait instead of deadlocking.
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  await sql`insert into public_credit.subject (id, kind, personal, identifier_type, identifier, held_since)
    select s.id, s.kind, s.personal, s.type, s.number, ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (id uuid, kind text, personal boolean, type text, number text)
    on conflict do nothing`.execute(em.getKysely());
}

export interface NewWholeStatement {
  readonly subjectId: string;
  readonly recordId: string;
  readonly version: number;
  readonly item: string;
  readonly whole: WholeStatement;
}

/** Stores what versions of rows say of natural persons and sole traders, sealed. */
export async function storeWholeStatements(
  em: EntityManager,
  secrets: Secrets,
  statements: readonly NewWholeStatement[],
): Promise<void> {
  if (statements.length === 0) return;
  const rows = statements.map(({ subjectId, recordId, version, item, whole }) => {
    const { sealed, keyId } = secrets.seal(whole, subjectId);
    return { subjectId, recordId, version, item, sealed: sealed.toString('hex'), keyId };
  });
  await sql`insert into public_credit.statement_whole (subject_id, record_id, version, item, sealed, key_id)
    select w."subjectId", w."recordId", w.version, w.item, decode(w.sealed, 'hex'), w."keyId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w ("subjectId" uuid, "recordId" uuid, version int, item text, sealed text,
      "keyId" text)`.execute(em.getKysely());
}
