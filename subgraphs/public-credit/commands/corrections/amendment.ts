/** Stores a new version of a record, in the transaction of the command that changes it: a correction, or the verification of a pledge. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../../schema/errors.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { correctionMessages } from '../../../../schema/messages/acts/public-credit.ts';
import { wholeBasis } from '../../../redaction/basis.ts';
import { narrowForms } from '../../../redaction/forms.ts';
import { knownIn, storeKnown } from '../../../redaction/known-values.ts';
import { openContent } from '../../../redaction/open-form.ts';
import { knownOfAll } from '../../../redaction/remake.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { mayName } from '../../../request/subjects/representations.ts';
import { storeWholeStatements } from '../../../request/subjects/subject-rows.ts';
import { hold } from '../../../rights/fallen/register.ts';
import { registrationSays, storeRegistrations } from '../../../rights/mandates/registrations.ts';
import { type Corrected, type Correction, type CurrentRecord, checkCorrection } from '../../intake/check-correction.ts';
import type { Content } from '../../intake/content.ts';
import { formedOf, openForms, wholeStatement } from '../../intake/formed.ts';
import { correctedElsewhere } from '../../intake/providing.ts';
import { Refused, wordsOf } from '../../intake/refused.ts';
import { canonical, fingerprintOf } from '../../intake/same-record.ts';
import { insertVersions, reckonedBy } from '../../intake/store.ts';
import { readStored, type Stored, statedBy, statedIn } from '../../intake/stored-record.ts';
import { becoming } from '../fallen/becoming.ts';

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
  /** What the versions before and now say. */
  readonly current: CurrentRecord;
  readonly corrected: Corrected;
}

/** Who was shown a record is its subject's to know, and no provider's: it would tell which units hold what about whom (Article 23). */
const UNKNOWN_RECIPIENTS = 0;

/** Checks a correction as a delivery is checked, with the same error codes. */
function checked(current: CurrentRecord, input: Correction, setting: Parameters<typeof checkCorrection>[2]): Corrected {
  try {
    return checkCorrection(current, input, setting);
  } catch (error) {
    if (error instanceof Refused) throw badInput(error.code, correctionMessages.fault(wordsOf(error.faults)), '38');
    throw error;
  }
}

/** A pledge's performance is changed by verification alone: a correction would bypass its order and its clock (Article 46). */
export async function checkNotVerified(
  em: EntityManager,
  context: Context,
  { record, content }: { readonly record: string; readonly content?: unknown },
  byObjection = false,
): Promise<void> {
  if (typeof content !== 'object' || content === null || !('performance' in content)) return;
  const { rows } = await sql<{ personal: boolean }>`select public_credit.about_person(subject_id) as personal
    from public_credit.pledge_check where record_id = ${record}::uuid`.execute(em.getKysely());
  if (rows.some((row) => byObjection || mayName(context, record, row)))
    throw conflict('PLEDGE_UNDER_CHECK', correctionMessages.pledgeUnderCheck);
}

interface Amending {
  /** The unit that provides the record; the caller's where it is not said. Who decides an objection for a unit that has ended corrects its record. */
  readonly providing?: string;
  /** By an objection, which names the record itself. An assessment is corrected too; else it is delivered anew (Article 47). */
  readonly byObjection?: boolean;
}

/** A record of the unit that provides it, whole. Throws NOT_FOUND for one of another unit, Overtaken where the transaction must be retried. */
export async function currentRecord(
  em: EntityManager,
  context: Context,
  record: string,
  { providing = context.caller.unit ?? '', byObjection = false }: Amending = {},
): Promise<{ readonly stored: Stored; readonly current: CurrentRecord }> {
  const { platform } = context;
  // Corrections of one record take turns, so that two at the same time become two versions.
  await sql`select pg_advisory_xact_lock(hashtextextended(${record}, 0))`.execute(em.getKysely());
  const stored = await readStored(em, providing, record);
  if (!byObjection && !mayName(context, record, stored)) throw notFound('record');
  const item = context.snapshot.directory.editions.find(
    ({ code, edition }) => code === stored.item && edition === stored.edition,
  );
  if (item === undefined) throw new Error('A record names an edition that the catalog does not hold.');
  if (item.recordType === 'AssessmentRecord' && !byObjection)
    throw badInput('ITEM_ASSESSMENT', correctionMessages.assessment, '47');
  const whole =
    stored.sealed === null
      ? stored.content
      : (platform.secrets.unsealToChange({ sealed: stored.sealed, keyId: stored.keyId ?? '' }, record, {
          place: 'public_credit.record_whole',
          id: record,
        }) as Content);
  const current: CurrentRecord = {
    item,
    subject: statedBy(context, record, stored),
    occurredOn: stored.occurredOn,
    displayedUntil: stored.displayedUntil,
    displayClass: stored.displayClass,
    displayFrom: stored.displayFrom,
    statedUntil: stored.statedUntil,
    basisDocument: wholeBasis(platform.secrets, record, stored.basisDocument, stored.basisSealed, stored.basisKey),
    content: whole,
  };
  return { stored, current };
}

/** Throws BAD_USER_INPUT for an invalid correction, and what `currentRecord` throws. */
export async function amendRecord(
  em: EntityManager,
  context: Context,
  input: Amendment,
  amending: Amending = {},
): Promise<Amended> {
  const { providing = context.caller.unit ?? '' } = amending;
  const { request, platform } = context;
  const { directory } = context.snapshot;
  const unit = context.caller.unit ?? '';
  const db = em.getKysely();
  const { stored, current } = await currentRecord(em, context, input.record, amending);
  const { item, content: whole } = current;
  const corrected = checked(current, input, directory);
  const elsewhere = correctedElsewhere(directory, providing, current, corrected.content);
  if (elsewhere !== null) throw badInput('NOT_PROVIDING_UNIT', correctionMessages.fault(elsewhere), '21');
  if (
    canonical(corrected.content) === canonical(whole) &&
    (['name', 'address', 'phone'] as const).every((part) => corrected.subject[part] === current.subject[part]) &&
    corrected.occurredOn === stored.occurredOn &&
    corrected.basisDocument === current.basisDocument
  )
    throw badInput('UNCHANGED', correctionMessages.unchanged, '38');
  const version = stored.version + 1;
  const { subjectId } = stored;
  const { fall, fell } = await becoming(em, platform.secrets, { subjectId, id: input.record, current, corrected });
  const isHeld = fell !== undefined && stored.display !== 'ARCHIVED';
  // What the version before says stays masked in the new one, also where it was wrong (Article 23).
  const formed = formedOf({ item, ...corrected });
  const known = await knownOfAll(em, platform.secrets, [
    { subjectId, formed: formedOf(current) },
    { subjectId, formed },
  ]);
  const one = knownIn(known, subjectId);
  openContent(formedOf(current), one.redact);
  const { content, basis } = openForms(platform.secrets, input.record, { item, ...corrected }, one);
  await insertVersions(
    em,
    { unit, providing, at: platform.now(), submissionId: newId() },
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
        ...reckonedBy(corrected),
        // Only information that speaks for the subject may be hidden (Article 37 §1).
        display: isHeld
          ? 'ARCHIVED'
          : corrected.nature === 'UNTRUSTWORTHY' && stored.display === 'HIDDEN'
            ? 'DISPLAYED'
            : stored.display,
        fall,
        ...basis.open,
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
    basis.whole === null && canonical(content) === canonical(corrected.content)
      ? []
      : [{ ...sealedVersion(context, stored, input.record, version, corrected.content), ...basis.whole }],
  );
  if (item.recordType === 'Registration') {
    const says = registrationSays(platform.secrets, { personal: stored.personal, content: corrected.content });
    await storeRegistrations(em, [{ subjectId, recordId: input.record, version, ...says }]);
  }
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
  await narrowForms(em, platform.secrets, known);
  await storeKnown(em, platform.secrets, known);
  const correction = newId();
  await sql`insert into public_credit.correction (id, subject_id, record_id, version, unit, found_on, at)
    values (${correction}::uuid, ${subjectId}::uuid, ${input.record}::uuid, ${version}, ${unit}, ${input.foundOn}::date,
      ${platform.now().toISOString()}::timestamptz)`.execute(db);
  await storeTexts(em, platform.secrets, [
    { subjectId, place: 'CORRECTION', id: correction, texts: { reason: input.reason } },
  ]);
  if (isHeld)
    await hold(em, { directory, today: request.today }, [
      {
        subject: subjectId,
        id: input.record,
        heldIn: 'public_credit.record',
        personal: stored.personal,
        item: stored.item,
        cause: fell.cause,
        fellOn: fell.fellOn,
      },
    ]);
  const { personal } = stored;
  return { id: input.record, version, recipientsToNotify: UNKNOWN_RECIPIENTS, subjectId, personal, current, corrected };
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
