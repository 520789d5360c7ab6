/** A subject applies for restoration of a row of its own (Article 40). What it has not met itself is told and waits for nobody; what it cannot change is an error. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../../schema/errors.ts';
import { operatorOf } from '../../../../schema/law/asking/unit-roles.ts';
import {
  earliestDay,
  IS_STATED,
  type Restorable,
  type RestorationCondition,
  type RestorationStatus,
  type Stated,
  unmetConditions,
} from '../../../../schema/law/matter/restoration.ts';
import { isSeenText } from '../../../../schema/law/records/seen-text.ts';
import { NOTHING_SAID } from '../../../../schema/law/redact/facts.ts';
import { REDACTION_VERSION } from '../../../../schema/law/redact/redact.ts';
import { restorationMessages } from '../../../../schema/messages/acts/rights/restorations.ts';
import { restorationApplied } from '../../../clocks/kinds/restoration.ts';
import { knownIn, type SubjectKnown } from '../../../redaction/known-values.ts';
import { storeTexts } from '../../../redaction/whole-texts.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import { isId } from '../../../request/subjects/representations.ts';
import { readRestorable, restorableOf } from '../../../rights/restorations/restorable.ts';
import type { RestorationRow } from '../../../rights/restorations/rows.ts';
import { retried } from '../../intake/retry.ts';
import { subjectLoader } from '../../loaders.ts';
import { checkKind, namedThing } from '../../queries/rights/restorations.ts';
import type { SubjectRow } from '../../rows.ts';
import type { ApplyForRestorationInput } from '../../types.generated.ts';
import { readAfter } from './application.ts';

const PLEDGE_MAX = 4_000;

/** Applications about one thing on one day: each that is not accepted is kept for its subject. */
const A_DAY = 3;

/** One that is empty, or that nobody sees, is none; then the condition is not met. */
function checkedPledge(sent: string): string {
  const pledge = sent.normalize('NFC').trim();
  if (pledge.replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '') === '') return '';
  if (pledge.length > PLEDGE_MAX || (pledge !== '' && !isSeenText(pledge)))
    throw badInput('PLEDGE', restorationMessages.pledge(PLEDGE_MAX), '40');
  return pledge;
}

interface Before {
  readonly status: RestorationStatus;
  readonly today: boolean;
  readonly againFrom: string | null;
}

async function readBefore(em: EntityManager, subjectId: string, row: string, today: string): Promise<Before[]> {
  const { rows } =
    await sql<Before>`select status, applied_on = ${today}::date as today, to_char(again_from, 'YYYY-MM-DD') as "againFrom"
    from rights.restoration where subject_id = ${subjectId}::uuid and row_id = ${row}::uuid`.execute(em.getKysely());
  return rows;
}

/** What was applied for before about the same. Throws CONFLICT where one waits or was granted, or for too many on one day. */
function checkBefore(before: readonly Before[]): void {
  if (before.some(({ status }) => status === 'PENDING')) throw conflict('APPLIED', restorationMessages.applied);
  if (before.some(({ status }) => status === 'GRANTED')) throw conflict('RESTORED', restorationMessages.restored);
  if (before.filter(({ today }) => today).length >= A_DAY)
    throw conflict('TOO_OFTEN', restorationMessages.tooOften(A_DAY));
}

/** Throws for the first condition that no statement of the applicant can change. */
function checkStanding(thing: Restorable, excludedBy: string | null, unmet: readonly RestorationCondition[]): void {
  const [first] = unmet.filter((condition) => !IS_STATED.has(condition));
  const day = earliestDay(thing) ?? '';
  if (first === 'UNTRUSTWORTHY') throw badInput('NOT_UNTRUSTWORTHY', restorationMessages.notUntrustworthy, '40');
  if (first === 'STILL_DISPLAYED') throw conflict('FALLEN', restorationMessages.fallen);
  if (first === 'EXCLUDED_BY_LAW')
    throw badInput('EXCLUDED_BY_LAW', restorationMessages.excluded(excludedBy ?? ''), '40');
  if (first === 'MINIMUM_PERIOD') throw badInput('TOO_EARLY', restorationMessages.tooEarly(day), '40');
  if (first === 'AGAIN_FROM') throw badInput('AGAIN_FROM', restorationMessages.againFrom(day), '40');
}

interface Application {
  readonly subject: SubjectRow;
  readonly field: 'record' | 'designation';
  readonly rowId: string;
  readonly stated: Stated;
  readonly pledge: string;
}

async function store(
  em: EntityManager,
  context: Context,
  known: SubjectKnown,
  { subject, field, rowId, stated, pledge }: Application,
): Promise<string> {
  const { platform, request } = context;
  const { directory } = context.snapshot;
  const { today } = request;
  const row = await readRestorable(em, subject.id, rowId);
  if (row === undefined) throw notFound(field);
  checkKind(row, field);
  const before = await readBefore(em, subject.id, rowId, today);
  checkBefore(before);
  const againFrom = before
    .flatMap((one) => (one.status === 'REFUSED' && one.againFrom !== null ? [one.againFrom] : []))
    .toSorted()
    .at(-1);
  const thing = restorableOf(directory, row, againFrom ?? null);
  const unmet = unmetConditions(thing, stated, today);
  checkStanding(thing, row.excludedBy, unmet);
  const id = newId();
  const status: RestorationStatus = unmet.length === 0 ? 'PENDING' : 'NOT_ACCEPTED';
  const unit = operatorOf(directory.units.values(), today)?.code ?? row.unit;
  known.settle(() => known.redact(pledge));
  // The certificate names the subject; nothing may be held any more by then that says its name.
  const name = subject.statements.find(({ kind }) => kind === 'NAME')?.value ?? null;
  const texts = { pledge, reasons: null, name };
  await storeTexts(em, platform.secrets, [{ subjectId: subject.id, place: 'RESTORATION', id, texts }]);
  await sql`insert into rights.restoration (subject_id, id, personal, held_in, row_id, item, source_unit, unit, status, unmet, corrected,
      duties_performed, applied_on, applied_at, pledge, redaction)
    values (${subject.id}::uuid, ${id}::uuid, ${subject.personal}, ${row.heldIn}, ${rowId}::uuid, ${row.item}, ${row.unit}, ${unit}, ${status},
      ${sql.val(unmet)}::text[], ${stated.corrected}, ${stated.dutiesPerformed}, ${today}::date, ${platform.now().toISOString()}::timestamptz,
      ${known.redact(pledge).text}, ${REDACTION_VERSION})`.execute(em.getKysely());
  if (status === 'PENDING')
    await restorationApplied(em, { calendar: directory.calendar, today }, { id, unit, subjectId: subject.id });
  return id;
}

export async function applyForRestoration(context: Context, input: ApplyForRestorationInput): Promise<RestorationRow> {
  const { field, id: rowId } = namedThing(input);
  const pledge = checkedPledge(input.pledge);
  const { corrected, dutiesPerformed } = input;
  const self = context.caller.subject?.id;
  const subject = self === undefined || !isId(rowId) ? null : await subjectLoader(context).load(self);
  if (subject === null) throw notFound(field);
  const application = { subject, field, rowId, stated: { corrected, dutiesPerformed, pledged: pledge !== '' }, pledge };
  const id = await retried(() =>
    context.request.write('rights', (em) =>
      withKnown(em, context.platform.secrets, [{ subjectId: subject.id, known: NOTHING_SAID }], (known) =>
        store(em, context, knownIn(known, subject.id), application),
      ),
    ),
  );
  return readAfter(context, id);
}
