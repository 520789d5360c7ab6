/** The current version of a record that its unit amends. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { notFound } from '../../../schema/errors.ts';
import type { IdentifierType, RecordType, SubjectKind } from '../../../schema/law/facts.ts';
import type { DisplayClass } from '../../../schema/law/records/display-periods.ts';
import { openStatement } from '../../redaction/open-form.ts';
import type { Context } from '../../request/context.ts';
import { wholeStatementOf } from '../../request/subjects/subject-rows.ts';
import type { Corrected, Correction, CurrentRecord } from './check-correction.ts';
import type { Content } from './content.ts';
import { Overtaken } from './retry.ts';

export interface Stored {
  readonly subjectId: string;
  readonly version: number;
  readonly personal: boolean;
  readonly item: string;
  readonly edition: string;
  readonly type: RecordType;
  readonly occurredOn: string;
  readonly displayedUntil: string | null;
  readonly displayClass: DisplayClass | null;
  readonly displayFrom: string | null;
  readonly statedUntil: string | null;
  readonly display: string;
  readonly basisDocument: string | null;
  readonly basisSealed: Buffer | null;
  readonly basisKey: string | null;
  readonly content: Content;
  readonly naturalKey: string;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
  readonly kind: SubjectKind;
  readonly identifierType: IdentifierType;
  readonly identifier: string;
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly sealedStatement: Buffer | null;
  readonly statementKeyId: string | null;
}

/** The record of a unit. Throws NOT_FOUND for that of another, Overtaken where the transaction must be retried. */
export async function readStored(em: EntityManager, unit: string, id: string): Promise<Stored> {
  const db = em.getKysely();
  const { rows } =
    await sql<Stored>`select r.subject_id as "subjectId", r.version, r.personal, r.item, r.edition, r.type,
      r.occurred_on as "occurredOn", to_char(r.displayed_until, 'YYYY-MM-DD') as "displayedUntil", r.display_class as "displayClass",
      to_char(r.display_from, 'YYYY-MM-DD') as "displayFrom", to_char(r.stated_until, 'YYYY-MM-DD') as "statedUntil", r.display, r.basis_document as "basisDocument", r.content,
      encode(r.natural_key, 'hex') as "naturalKey", w.sealed, w.key_id as "keyId", w.basis_sealed as "basisSealed", w.basis_key as "basisKey", s.kind, s.identifier_type as "identifierType",
      s.identifier, r.stated_name as name, r.stated_address as address, r.stated_phone as phone, sw.sealed as "sealedStatement",
      sw.key_id as "statementKeyId"
    from public_credit.record r join public_credit.subject s on s.id = r.subject_id
      left join public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
      left join public_credit.statement_whole sw on sw.subject_id = r.subject_id and sw.record_id = r.id and sw.version = r.version
    where r.id = ${id}::uuid and r.current and r.providing_unit = ${unit} for update of r`.execute(db);
  const stored = rows[0];
  if (stored === undefined) {
    const { rows: any } = await sql`select from public_credit.record r
      where r.id = ${id}::uuid and r.current and r.providing_unit = ${unit} limit 1`.execute(db);
    // A delivery stored a newer version meanwhile. One without a current version was joined with another, and is history.
    if (any.length > 0) throw new Overtaken('The record has a newer version.');
    throw notFound('record');
  }
  return stored;
}

/** What the record says of its subject today. */
export function statedBy({ platform }: Context, record: string, stored: Stored): CurrentRecord['subject'] {
  const { kind, personal, identifierType: type } = stored;
  const { identifier, name, ...said } = wholeStatementOf(platform.secrets, stored.subjectId, record, {
    name: stored.name,
    identifier: stored.identifier,
    address: stored.address,
    phone: stored.phone,
    sealed: stored.sealedStatement,
    keyId: stored.statementKeyId,
  });
  return { kind, personal, type, value: identifier, name: name ?? '', ...said };
}

/**
 * What the version states. Rows of old databases have all that was known of a person sealed with them, and state less: what a row does not state, and
 * the correction does not name, was said by another record, which may be withheld.
 */
export function statedIn(stored: Stored, input: Correction, subject: Corrected['subject']) {
  const said = openStatement(subject);
  return {
    stated_name: stored.name === null && input.subjectName == null ? null : said.stated_name,
    stated_address: stored.address === null && input.subjectAddress === undefined ? null : said.stated_address,
    stated_phone: stored.phone === null && input.subjectPhone === undefined ? null : said.stated_phone,
  };
}
