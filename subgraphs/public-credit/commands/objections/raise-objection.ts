/**
 * A subject objects to what is held of it, to what is missing, or to how long it is displayed (Article 39). The label is set with it, by triggers
 * (database/access/rights/labels.sql).
 */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, forbidden, notFound, repeated } from '../../../../schema/errors.ts';
import { dueOf, startClock } from '../../../../schema/law/clocks/clocks.ts';
import { FIELDS_OF, namedBy, type ObjectionSubject } from '../../../../schema/law/matter/objections.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { objectionMessages } from '../../../../schema/messages/acts/rights/objections.ts';
import { objectionRaised } from '../../../clocks/kinds/objection.ts';
import { knownIn, type SubjectKnown } from '../../../redaction/known-values.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import type { Item } from '../../../request/directory.ts';
import { newId } from '../../../request/request.ts';
import type { ObjectionRow } from '../../../rights/claims/objection-rows.ts';
import { useEvidence } from '../../../rights/evidence/evidence.ts';
import { tellSubjects } from '../../../rights/tell-subjects.ts';
import { retried } from '../../intake/retry.ts';
import { subjectLoader } from '../../loaders.ts';
import { readObjection } from '../../queries/rights/objections.ts';
import type { SubjectRow } from '../../rows.ts';
import type { RaiseObjectionInput } from '../../types.generated.ts';
import { competentUnit } from './lodged.ts';
import { checkedReasons, gaveReasons, insertObjection, sealReasons } from './objection-texts.ts';
import { statementInQuestion, thingInQuestion } from './thing.ts';

/** Objections about one thing that a subject raises on one day: to withdraw and raise anew without end would be told to every recipient. */
const A_DAY = 3;

interface InQuestion {
  readonly heldIn: string | null;
  readonly rowId: string | null;
  readonly item: string;
  readonly statement: string | null;
  readonly source: string | Item;
}

/** What is missing: an item that is published, and about such subjects. */
function missingItem(context: Context, subject: SubjectRow, code: string): Item {
  const item = context.snapshot.directory.items.get(code);
  if (item === undefined) throw badInput('ITEM_UNKNOWN', objectionMessages.itemNotPublished(repeated(code)), '39');
  if (!item.subjectKinds.includes(subject.kind))
    throw badInput('ITEM_OF_OTHERS', objectionMessages.itemOfOthers(code), '39');
  return item;
}

/** A representative whom the registration names would end by it what it acts by: that would neither be answered nor taken back by it. */
function checkRestsElsewhere({ caller, snapshot: { directory } }: Context, code: string): void {
  const { recordType } = directory.editions.find((item) => item.code === code) ?? {};
  if (caller.agent?.kind === 'LEGAL_REPRESENTATIVE' && recordType === 'Registration')
    throw forbidden('MANDATE_REQUIRED', '35', objectionMessages.restsOnIt);
}

/** The thing in question. It is looked for among the subject's own. */
async function inQuestion(
  em: EntityManager,
  context: Context,
  subject: SubjectRow,
  about: ObjectionSubject,
  input: RaiseObjectionInput,
): Promise<InQuestion> {
  const field = namedBy(about, input);
  if (field === undefined) throw badInput('NAMES_ONE', objectionMessages.namesOne(about, FIELDS_OF[about]), '39');
  if (input.statementKind != null && about !== 'STATEMENT')
    throw badInput('STATEMENT_KIND', objectionMessages.noStatement(about), '39');
  const sent = input[field] ?? '';
  if (field === 'item') {
    const item = missingItem(context, subject, sent);
    return { heldIn: null, rowId: null, item: item.code, statement: null, source: item };
  }
  const { today } = context.request;
  const thing = await thingInQuestion(em, { subjectId: subject.id, about, field, id: sent, today });
  checkRestsElsewhere(context, thing.item);
  return {
    heldIn: thing.heldIn,
    rowId: sent,
    item: thing.item,
    statement: about === 'STATEMENT' ? statementInQuestion(subject, sent, input.statementKind) : null,
    source: thing.unit,
  };
}

/** What the subject raised about the same before. Throws CONFLICT where one is open, or was refused for the same reasons, or for too many on one day. */
async function checkBefore(
  em: EntityManager,
  context: Context,
  subjectId: string,
  about: ObjectionSubject,
  { rowId, item, statement }: InQuestion,
  { unit, reasons }: { readonly unit: string; readonly reasons: string },
): Promise<void> {
  const { rows } = await sql<{ id: string; status: string; unit: string; today: boolean }>`select id, status, unit,
      raised_on = ${context.request.today}::date as today from rights.objection
    where subject_id = ${subjectId}::uuid and about = ${about} and row_id is not distinct from ${rowId}::uuid
      and (${rowId}::uuid is not null or item = ${item}) and statement is not distinct from ${statement}::text`.execute(
    em.getKysely(),
  );
  if (rows.some((row) => row.status === 'OPEN' && (rowId !== null || row.unit === unit)))
    throw conflict('OBJECTED', objectionMessages.open);
  const refused = rows.filter(({ status }) => status === 'REFUSED').map(({ id }) => id);
  if (await gaveReasons(em, context.platform.secrets, subjectId, refused, reasons))
    throw conflict('SAME_REASONS', objectionMessages.sameReasons);
  if (rows.filter(({ today }) => today).length >= A_DAY) throw conflict('TOO_OFTEN', objectionMessages.tooOften(A_DAY));
}

/** Stores it with its clocks; the label follows from them. The label's own clock is met by it: of an omission there is nothing to label. */
async function store(
  em: EntityManager,
  context: Context,
  known: SubjectKnown,
  subject: SubjectRow,
  about: ObjectionSubject,
  input: RaiseObjectionInput,
): Promise<string> {
  const { platform, request } = context;
  const { directory } = context.snapshot;
  const { today } = request;
  const reasons = checkedReasons(input.reasons);
  const found = await inQuestion(em, context, subject, about, input);
  const unit = competentUnit(directory, { about, source: found.source }, input.lodgedWith.trim());
  await checkBefore(em, context, subject.id, about, found, { unit, reasons });
  const id = newId();
  const { type = '', value = '' } = context.caller.subject ?? {};
  const whom = found.rowId === null ? { whom: { identifierType: type, identifier: value } } : {};
  const open = await sealReasons(em, platform.secrets, known, { subjectId: subject.id, id, reasons, ...whom });
  await insertObjection(em, {
    id,
    subjectId: subject.id,
    personal: subject.personal,
    about,
    heldIn: found.heldIn,
    rowId: found.rowId,
    item: found.item,
    statement: found.statement,
    unit,
    raisedOn: today,
    raisedAt: platform.now(),
    ...open,
  });
  await useEvidence(em, context, input.evidence ?? [], { usedFor: 'OBJECTION', id, article: '39' });
  await objectionRaised(
    em,
    { calendar: directory.calendar, today },
    { id, unit, subjectId: subject.id },
    found.rowId !== null,
  );
  const decideBy = dueOf(startClock('A39.2', 'objection.decide', today), today, directory.calendar).date;
  const told = { subject: subject.id, record: found.rowId, objection: id };
  await tellSubjects(em, [
    { ...told, kind: 'OBJECTED', said: { unit, decideBy } },
    ...(found.rowId === null ? [] : [{ ...told, kind: 'LABELLED' as const, said: { unit } }]),
  ]);
  return id;
}

export async function raiseObjection(context: Context, input: RaiseObjectionInput): Promise<ObjectionRow> {
  const about = input.about ?? 'RECORD';
  const self = context.caller.subject?.id;
  const subject = self === undefined ? null : await subjectLoader(context).load(self);
  if (subject === null) throw notFound('record');
  checkedReasons(input.reasons);
  const id = await retried(() =>
    context.request.write('rights', (em) =>
      withKnown(em, context.platform.secrets, [{ subjectId: subject.id, known: NOTHING_SAID }], (known) =>
        store(em, context, knownIn(known, subject.id), subject, about, input),
      ),
    ),
  );
  context.snapshot = await context.request.snapshot();
  const row = await readObjection(context, id);
  if (row === null) throw new Error('The objection that was raised is not there.');
  return row;
}
