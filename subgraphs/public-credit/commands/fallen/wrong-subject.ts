/**
 * A record about the wrong subject moves to whom it concerns (Article 38): it ends where it stands, and is a new one with an id of its own. Each of both is
 * told what concerns it, and neither whose the record was or is: the reason, which may name either, is not kept.
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict } from '../../../../schema/errors.ts';
import { correctionMessages } from '../../../../schema/messages/acts/public-credit.ts';
import { wrongSubjectMessages } from '../../../../schema/messages/acts/rights/fallen.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { hold } from '../../../rights/fallen/register.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import { type CheckedRecord, checkRecord, type RecordInput } from '../../intake/check.ts';
import type { Correction } from '../../intake/check-correction.ts';
import { ELSEWHERE, type Refused, wordsOf } from '../../intake/refused.ts';
import { nameRecord } from '../../intake/same-record.ts';
import { storeRecords } from '../../intake/store.ts';
import { registeredOutside } from '../../intake/subjects/store-subjects.ts';
import { type Amended, currentRecord } from '../corrections/amendment.ts';
import { settingOf } from '../deliveries/submission.ts';
import { holdingsOf, sortFallen } from './come-back.ts';

export type Moved = Pick<Amended, 'id' | 'version' | 'recipientsToNotify' | 'subjectId' | 'personal'>;

interface Moving extends Correction {
  readonly record: string;
  readonly subject: RecordInput['subject'];
}

/** Nothing else is corrected at once. */
function checkAlone({ subjectName, occurredOn, basisDocument, content }: Moving): string {
  if (occurredOn != null || basisDocument != null || content != null)
    throw badInput('SUBJECT', wrongSubjectMessages.withOthers, '38');
  if (subjectName == null || subjectName.trim() === '') throw badInput('NAME', wrongSubjectMessages.nameMissing, '38');
  return subjectName;
}

const refusedFor = (refused: Pick<Refused, 'code' | 'faults'>) =>
  badInput(refused.code, correctionMessages.fault(wordsOf(refused.faults)), '38');

/** Ends it at the wrong subject; a trigger tells whoever was shown it, and enters that it fell. */
async function end(em: EntityManager, context: Context, subjectId: string, id: string): Promise<void> {
  const db = em.getKysely();
  await sql`select set_config('credit.cause', 'WITHDRAWN', true), set_config('credit.fell', 'WRONG_SUBJECT', true)`.execute(
    db,
  );
  await sql`update public_credit.record set display = 'ARCHIVED'
    where subject_id = ${subjectId}::uuid and id = ${id}::uuid and current and display <> 'ARCHIVED'`.execute(db);
  await sql`select rights.move_held(${id}::uuid)`.execute(db);
  await sql`insert into public_credit.display_event (id, subject_id, record_id, at, display, change)
    values (${newId()}::uuid, ${subjectId}::uuid, ${id}::uuid, ${context.platform.now().toISOString()}::timestamptz, 'ARCHIVED', 'REVOKED')`.execute(
    db,
  );
  await sql`select set_config('credit.cause', '', true), set_config('credit.fell', '', true)`.execute(db);
}

interface Arrived {
  readonly id: string;
  readonly version: number;
  readonly isHeld: boolean;
}

/** Stores it about whom it concerns, as a delivery of its unit would be stored. */
async function arrive(em: EntityManager, context: Context, record: CheckedRecord): Promise<Arrived> {
  const { request, platform, snapshot, caller } = context;
  const unit = caller.unit ?? '';
  const named = nameRecord(platform.secrets, unit, record);
  if ((await registeredOutside(em, unit, [named])).size > 0) throw refusedFor(ELSEWHERE);
  const sorted = await sortFallen(em, platform.secrets, [named], false);
  const [fell] = sorted.refused;
  if (fell !== undefined) throw refusedFor(fell);
  const held = new Set(sorted.held.keys());
  const occasion = { unit, at: platform.now(), submissionId: newId() };
  const { ids } = await storeRecords(em, platform.secrets, occasion, sorted.kept, { held });
  await hold(em, { directory: snapshot.directory, today: request.today }, holdingsOf(sorted, ids));
  const [kept = named] = sorted.kept;
  // Where the unit delivered it rightly before, that record stands.
  const { rows } = await sql<{ id: string; version: number }>`select id, version from public_credit.record
    where subject_id = ${named.subjectId}::uuid and current and providing_unit = ${unit}
      and (id = ${ids.get(record) ?? null}::uuid or natural_key in (decode(${kept.key}, 'hex'), decode(${kept.before}, 'hex')))`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (row === undefined) throw new Error('A record that was moved is not stored.');
  return { ...row, isHeld: held.size > 0 };
}

/** Moves a record of the calling unit to whom it concerns. */
export async function moveRecord(em: EntityManager, context: Context, input: Moving): Promise<Moved> {
  const { request, platform } = context;
  const subjectName = checkAlone(input);
  const { stored, current } = await currentRecord(em, context, input.record);
  const checked = checkRecord(await settingOf(request, context.caller.unit ?? '', context.snapshot), stored.item, 0, {
    subject: input.subject,
    subjectName,
    subjectAddress: input.subjectAddress,
    subjectPhone: input.subjectPhone,
    occurredOn: stored.occurredOn,
    basisDocument: current.basisDocument,
    content: current.content,
  });
  if ('code' in checked) throw refusedFor(checked);
  const { type, value } = checked.subject;
  const subjectId = platform.secrets.subjectId(type, value);
  if (subjectId === stored.subjectId) throw badInput('SUBJECT', wrongSubjectMessages.same, '38');
  const { rows } = await sql<{ fell: boolean; pledge: boolean }>`select
      ${stored.display} = 'ARCHIVED' and not rights.is_held(${input.record}::uuid) as fell,
      exists (select from public_credit.pledge_check where record_id = ${input.record}::uuid) as pledge`.execute(
    em.getKysely(),
  );
  if (rows[0]?.fell === true) throw conflict('FELL', wrongSubjectMessages.fallen);
  if (rows[0]?.pledge === true) throw conflict('PLEDGE_UNDER_CHECK', correctionMessages.pledgeUnderCheck);
  await end(em, context, stored.subjectId, input.record);
  const { id, version, isHeld } = await arrive(em, context, checked);
  const said = { unit: context.caller.unit, item: stored.item, cause: 'WRONG_SUBJECT' };
  await tellSubjects(em, [
    { kind: 'WITHDRAWN', subject: stored.subjectId, record: input.record, said },
    ...(isHeld ? [] : [{ kind: 'ADDED' as const, subject: subjectId, record: id, said }]),
  ]);
  return { id, version, recipientsToNotify: 0, subjectId: stored.subjectId, personal: checked.subject.personal };
}
