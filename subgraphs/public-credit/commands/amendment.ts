/** Stores a new version of a record, in the transaction of the command that changes it: a correction, or the verification of a pledge. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, notFound } from '../../../schema/errors.ts';
import type { IdentifierType, RecordType, SubjectKind } from '../../../schema/law/facts.ts';
import { REDACTION_VERSION } from '../../../schema/law/redact/redact.ts';
import { narrowForms } from '../../redaction/forms.ts';
import { redactorFor, storeKnown } from '../../redaction/known-values.ts';
import { openContent, openStatement } from '../../redaction/open-form.ts';
import { knownOfAll } from '../../redaction/remake.ts';
import type { Context } from '../../request/context.ts';
import { newId } from '../../request/request.ts';
import { mayName } from '../../request/subjects/representations.ts';
import { storeWholeStatements, type WholeStatement } from '../../request/subjects/subject-rows.ts';
import type { Content } from '../intake/check.ts';
import { Refused } from '../intake/check.ts';
import { type Corrected, type Correction, type CurrentRecord, checkCorrection } from '../intake/check-correction.ts';
import { formedOf, wholeStatement } from '../intake/formed.ts';
import { Overtaken } from '../intake/retry.ts';
import { canonical, fingerprintOf } from '../intake/same-record.ts';
import { insertVersions } from '../intake/store.ts';

export interface Amendment extends Correction {
  readonly record: string;
  readonly reason: string;
  readonly foundOn: string;
}

export interface Amended {
  readonly id: string;
  readonly version: number;
  readonly recipientsToNotify: number;
  readonly subjectId: string;
  readonly personal: boolean;
}

interface Stored {
  readonly subjectId: string;
  readonly version: number;
  readonly personal: boolean;
  readonly item: string;
  readonly edition: string;
  readonly type: RecordType;
  readonly occurredOn: string;
  readonly displayedUntil: string | null;
  readonly display: string;
  readonly basisDocument: string | null;
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

/** Checks a correction as a delivery is checked, with the same error codes. */
function checked(current: CurrentRecord, input: Correction, today: string): Corrected {
  try {
    return checkCorrection(current, input, today);
  } catch (error) {
    if (error instanceof Refused)
      throw badInput(error.code, error.message, 'Send the corrected parts as they are delivered.', '38');
    throw error;
  }
}

/** Throws BAD_USER_INPUT for an invalid correction, NOT_FOUND for a record of another unit, Overtaken where the transaction must be retried. */
export async function amendRecord(em: EntityManager, context: Context, input: Amendment): Promise<Amended> {
  const { request, platform } = context;
  const { directory } = context.snapshot;
  const unit = context.caller.unit ?? '';
  const db = em.getKysely();
  // Corrections of one record take turns, so that two at the same time become two versions.
  await sql`select pg_advisory_xact_lock(hashtextextended(${input.record}, 0))`.execute(db);
  const { rows } =
    await sql<Stored>`select r.subject_id as "subjectId", r.version, r.personal, r.item, r.edition, r.type,
      r.occurred_on as "occurredOn", to_char(r.displayed_until, 'YYYY-MM-DD') as "displayedUntil", r.display, r.basis_document as "basisDocument", r.content,
      encode(r.natural_key, 'hex') as "naturalKey", w.sealed, w.key_id as "keyId", s.kind, s.identifier_type as "identifierType",
      s.identifier, r.stated_name as name, r.stated_address as address, r.stated_phone as phone, sw.sealed as "sealedStatement",
      sw.key_id as "statementKeyId"
    from public_credit.record r join public_credit.subject s on s.id = r.subject_id
      left join public_credit.record_whole w on w.subject_id = r.subject_id and w.id = r.id and w.version = r.version
      left join public_credit.statement_whole sw on sw.subject_id = r.subject_id and sw.record_id = r.id and sw.version = r.version
    where r.id = ${input.record}::uuid and r.current and r.providing_unit = ${unit} for update of r`.execute(db);
  const stored = rows[0];
  if (stored === undefined) {
    const { rows: any } = await sql`select from public_credit.record r
      where r.id = ${input.record}::uuid and r.current and r.providing_unit = ${unit} limit 1`.execute(db);
    // A delivery stored a newer version meanwhile. One without a current version was joined with another, and is history.
    if (any.length > 0) throw new Overtaken('The record has a newer version.');
    throw notFound('record');
  }
  if (!mayName(context, input.record, stored)) throw notFound('record');
  const item = directory.editions.find(({ code, edition }) => code === stored.item && edition === stored.edition);
  if (item === undefined) throw new Error('A record names an edition that the catalog does not hold.');
  if (item.recordType === 'AssessmentRecord')
    throw badInput('ITEM_ASSESSMENT', 'This is an assessment.', 'Deliver it anew with deliverAssessments.', '47');
  const whole =
    stored.sealed === null
      ? stored.content
      : (platform.secrets.unseal({ sealed: stored.sealed, keyId: stored.keyId ?? '' }, input.record) as Content);
  const current: CurrentRecord = {
    item,
    subject: statedBy(context, stored),
    occurredOn: stored.occurredOn,
    displayedUntil: stored.displayedUntil,
    basisDocument: stored.basisDocument,
    content: whole,
  };
  const corrected = checked(current, input, request.today);
  if (
    canonical(corrected.content) === canonical(whole) &&
    (['name', 'address', 'phone'] as const).every((part) => corrected.subject[part] === current.subject[part]) &&
    corrected.occurredOn === stored.occurredOn &&
    corrected.basisDocument === stored.basisDocument
  )
    throw badInput('UNCHANGED', 'The correction changes nothing.', 'Name at least one part and its right value.', '38');
  const version = stored.version + 1;
  const { subjectId } = stored;
  // What the version before says stays masked in the new one, also where it was wrong (Article 23).
  const formed = formedOf({ item, ...corrected });
  const known = await knownOfAll(em, platform.secrets, [
    { subjectId, formed: formedOf(current) },
    { subjectId, formed },
  ]);
  const content = openContent(formed, redactorFor(known, subjectId));
  await insertVersions(
    em,
    { unit, at: platform.now(), submissionId: newId() },
    [
      {
        subject_id: stored.subjectId,
        id: input.record,
        version,
        current: true,
        personal: stored.personal,
        item: stored.item,
        edition: stored.edition,
        type: stored.type,
        nature: corrected.nature,
        occurred_on: corrected.occurredOn,
        displayed_until: corrected.displayedUntil,
        // Only information that speaks for the subject may be hidden (Article 37 §1).
        display: corrected.nature === 'UNTRUSTWORTHY' && stored.display === 'HIDDEN' ? 'DISPLAYED' : stored.display,
        basis_document: corrected.basisDocument,
        content,
        // The natural key stays, so that a delivery with the old number is still recognized as this record.
        natural_key: stored.naturalKey,
        content_hash: fingerprintOf(platform.secrets, corrected),
        change: 'CORRECTED',
        redaction: REDACTION_VERSION,
        ...statedIn(stored, input, corrected.subject),
      },
    ],
    [{ subjectId: stored.subjectId, id: input.record }],
    canonical(content) === canonical(corrected.content)
      ? []
      : [sealedVersion(context, stored, input.record, version, corrected.content)],
  );
  if (stored.personal)
    await storeWholeStatements(em, platform.secrets, [
      {
        subjectId: stored.subjectId,
        recordId: input.record,
        version,
        item: stored.item,
        whole: wholeStatement(corrected.subject),
      },
    ]);
  await storeKnown(em, platform.secrets, known);
  await narrowForms(em, platform.secrets, known);
  await sql`insert into public_credit.correction (subject_id, record_id, version, unit, reason, found_on, at)
    values (${stored.subjectId}::uuid, ${input.record}::uuid, ${version}, ${unit}, ${input.reason}, ${input.foundOn}::date,
      ${platform.now().toISOString()}::timestamptz)`.execute(db);
  const recipients = await sql<{
    told: number;
  }>`select ledger.told(array[${input.record}::uuid], 'CORRECTED', ${version}) as told`.execute(db);
  return {
    id: input.record,
    version,
    recipientsToNotify: recipients.rows[0]?.told ?? 0,
    subjectId,
    personal: stored.personal,
  };
}

/** What the record says of its subject today. */
function statedBy({ platform }: Context, stored: Stored): CurrentRecord['subject'] {
  const { kind, personal, identifierType: type, sealedStatement, statementKeyId } = stored;
  const open = {
    name: stored.name,
    identifier: stored.identifier,
    birthDate: null,
    address: stored.address,
    phone: stored.phone,
  };
  const { identifier, name, ...said } =
    sealedStatement === null
      ? open
      : (platform.secrets.unseal(
          { sealed: sealedStatement, keyId: statementKeyId ?? '' },
          stored.subjectId,
        ) as WholeStatement);
  return { kind, personal, type, value: identifier, name: name ?? '', ...said };
}

/**
 * What the version states. Rows of old databases have all that was known of a person sealed with them, and state less: what a row does not state, and
 * the correction does not name, was said by another record, which may be withheld.
 */
function statedIn(stored: Stored, input: Correction, subject: Corrected['subject']) {
  const said = openStatement(subject);
  return {
    stated_name: stored.name === null && input.subjectName == null ? null : said.stated_name,
    stated_address: stored.address === null && input.subjectAddress === undefined ? null : said.stated_address,
    stated_phone: stored.phone === null && input.subjectPhone === undefined ? null : said.stated_phone,
  };
}

function sealedVersion(context: Context, stored: Stored, id: string, version: number, content: Content) {
  const { sealed, keyId } = context.platform.secrets.seal(content, id);
  return {
    subject_id: stored.subjectId,
    id,
    version,
    personal: stored.personal,
    item: stored.item,
    sealed: sealed.toString('hex'),
    key_id: keyId,
  };
}
