/** A record that was missing (Article 39): taken in as a delivery of the unit that decides, with all its checks, or owed by it from the decision on. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput } from '../../../../schema/errors.ts';
import type { IdentifierType } from '../../../../schema/law/facts.ts';
import { correctionMessages } from '../../../../schema/messages/acts/public-credit.ts';
import { decidingMessages } from '../../../../schema/messages/acts/rights/deciding.ts';
import { recordOwed } from '../../../clocks/kinds/objection.ts';
import { readTexts } from '../../../redaction/whole-texts.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { WholeStatement } from '../../../request/subjects/subject-rows.ts';
import type { RecordInput, Rejection } from '../../intake/check.ts';
import { wordsOf } from '../../intake/refused.ts';
import { type CheckedDelivery, checkDelivery, storeChecked } from '../deliveries/submission.ts';
import { checkItem } from '../item-fault.ts';
import type { InHand } from './in-hand.ts';
import { fieldsOf } from './upheld.ts';

type Number = RecordInput['subject'];

interface Held {
  readonly personal: boolean;
  readonly type: IdentifierType;
  readonly identifier: string;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

/** Whom the objection is about, by the whole number: as a record says it, else as the objection itself does. Nobody reads it here. */
async function numberOf(em: EntityManager, context: Context, { id, subjectId }: InHand): Promise<Number> {
  const { secrets } = context.platform;
  const { rows } =
    await sql<Held>`select s.personal, s.identifier_type as type, s.identifier, w.sealed, w.key_id as "keyId"
    from public_credit.subject s left join lateral (select h.sealed, h.key_id from public_credit.statement_whole h where h.subject_id = s.id
      order by h.record_id, h.version limit 1) w on true where s.id = ${subjectId}::uuid`.execute(em.getKysely());
  const [held] = rows;
  if (held !== undefined && !held.personal) return { type: held.type, value: held.identifier };
  if (held !== undefined && held.sealed !== null) {
    const where = { place: 'public_credit.statement_whole', id: subjectId };
    const said = secrets.unsealToChange({ sealed: held.sealed, keyId: held.keyId ?? '' }, subjectId, where);
    return { type: held.type, value: (said as WholeStatement).identifier };
  }
  const { identifierType, identifier } = await readTexts(em, secrets, { subjectId, place: 'OBJECTION', id });
  if (identifierType == null || identifier == null) throw badInput('SUBJECT', decidingMessages.nobodyKnown, '39');
  return { type: identifierType as IdentifierType, value: identifier };
}

const rejectedFor = ({ code, faults }: Rejection) => badInput(code, correctionMessages.fault(wordsOf(faults)), '39');

/** Checks it as a delivery is checked, with the same codes. */
async function checked(
  em: EntityManager,
  context: Context,
  found: InHand,
  correction: unknown,
): Promise<CheckedDelivery> {
  const { platform, request } = context;
  const { directory } = context.snapshot;
  const { item, unit } = found;
  const { subjectName, occurredOn, content, ...fields } = fieldsOf(correction, true);
  if (item === null || typeof subjectName !== 'string' || typeof occurredOn !== 'string' || content == null)
    throw badInput('CORRECTION', decidingMessages.correctionForm(['subjectName', 'occurredOn', 'content']), '39');
  checkItem(directory, item, unit);
  const record = { ...fields, subjectName, occurredOn, content, subject: await numberOf(em, context, found) };
  const setting = {
    today: request.today,
    calendar: directory.calendar,
    unit,
    editions: directory.editions,
    displayEditions: directory.displayEditions,
    units: directory.units,
    unassignedRegions: platform.unassignedRegions,
  };
  const delivery = await checkDelivery(platform, setting, item, [{ row: 0, record }]);
  const [rejection] = delivery.rejected;
  if (rejection !== undefined) throw rejectedFor(rejection);
  return delivery;
}

/** Takes it in; where it was not sent, the unit owes it: three working days, which end with its delivery (Article 38). */
export async function storeMissing(
  em: EntityManager,
  context: Context,
  found: InHand,
  correction: unknown,
): Promise<void> {
  const { request } = context;
  const { id, subjectId, unit } = found;
  if (correction == null) {
    const { calendar } = context.snapshot.directory;
    await recordOwed(em, { calendar, today: request.today }, { id, unit, subjectId });
    return;
  }
  const { stored, barred } = await storeChecked(
    em,
    request,
    unit,
    await checked(em, context, found, correction),
    newId(),
    { directory: context.snapshot.directory },
  );
  const [rejection] = barred;
  if (rejection !== undefined) throw rejectedFor(rejection);
  if (stored.accepted === 0) throw badInput('UNCHANGED', decidingMessages.heldAlready, '39');
}
