/** What stands beside an objection: what other units were asked to verify, time that does not count, and evidence (Article 39). */
import DataLoader from 'dataloader';
import type { Statement } from '../../../database/database.ts';
import { UNREADABLE_TEXT } from '../../../keys/unreadable.ts';
import { textsToRead } from '../../../redaction/whole-texts.ts';
import { safeText } from '../../../redaction/withheld.ts';
import type { Context } from '../../../request/context.ts';
import type { PauseRow, VerificationRow } from '../../../rights/claims/objection-rows.ts';
import { type EvidenceRow, evidenceOf } from '../../../rights/evidence/read-evidence.ts';
import { DECIDING, day } from './objections.ts';

const COLUMNS = `v.id, v.subject_id as "subjectId", public_credit.about_person(v.subject_id) as personal, v.objection_id as objection, v.unit, v.question,
  ${day('v.asked_on', 'askedOn')}, ${day('h.due_on', 'answerBy')}, ${day('k.due_on', 'decideBy')}, h.provisional or k.provisional as provisional,
  ${day('v.answered_on', 'answeredOn')}, v.confirms, v.answer, v.redaction`;

const FROM = `rights.verification v
  join control.clock h on h.kind = 'objection.help' and h.reference = v.id::text and h.unit = v.unit
  join control.clock k on k.kind in ${DECIDING} and k.reference = v.objection_id::text and k.unit = v.asked_by`;

/** The row policies decide which of them a role reads: a unit those that it asked for or was asked. */
const VERIFICATIONS: Statement = {
  name: 'verifications',
  text: `select ${COLUMNS} from ${FROM} where v.objection_id = any ($1::uuid[]) order by v.asked_on, v.id`,
};

const OWN: Statement = {
  name: 'verifications-own',
  text: `select ${COLUMNS}, t.sealed, t.key_id as "keyId" from ${FROM}
      left join public_credit.text_whole t on t.subject_id = v.subject_id and t.place = 'VERIFICATION' and t.id = v.id
    where v.objection_id = any ($1::uuid[]) and v.subject_id = $2::uuid order by v.asked_on, v.id`,
};

const PAUSES: Statement = {
  name: 'objection-pauses',
  text: `select clock_id as clock, cause, document, ${day('from_on', 'from')}, ${day('until_on', 'until')}, until_document as "untilDocument" from rights.pause
    where clock_id = any ($1::uuid[]) order by from_on, id`,
};

type Stored = VerificationRow & {
  readonly redaction: number;
  readonly sealed?: Buffer | null;
  readonly keyId?: string | null;
};

function readable(context: Context, self: boolean, { redaction, sealed, keyId, ...row }: Stored): VerificationRow {
  if (!self) {
    const { directory } = context.snapshot;
    const [question, answer] = [row.question, row.answer].map((text) => safeText(directory, redaction, text));
    return { ...row, question: question ?? '', answer: answer ?? null };
  }
  const texts = textsToRead(context.platform.secrets, row.id, sealed ?? null, keyId ?? null);
  if (texts === undefined)
    return { ...row, self, question: UNREADABLE_TEXT, answer: row.answer === null ? null : UNREADABLE_TEXT };
  return { ...row, self, question: texts.question ?? row.question, answer: texts.answer ?? row.answer };
}

/** By the id of the objection, in the order in which they were asked. */
export const verificationLoader = (context: Context): DataLoader<string, VerificationRow[]> =>
  context.once(
    'verifications',
    () =>
      new DataLoader<string, VerificationRow[]>(async (ids) => {
        const own = context.caller.role === 'SUBJECT' ? context.caller.subject?.id : undefined;
        const rows =
          own === undefined
            ? await context.query<Stored>(VERIFICATIONS, [ids])
            : await context.query<Stored>(OWN, [ids, own]);
        const groups = Map.groupBy(rows, ({ objection }) => objection);
        return ids.map((id) => (groups.get(id) ?? []).map((row) => readable(context, own !== undefined, row)));
      }),
  );

/** By the id of the clock, in the order in which time did not count. */
export const pauseLoader = (context: Context): DataLoader<string, PauseRow[]> =>
  context.once(
    'objection-pauses',
    () =>
      new DataLoader<string, PauseRow[]>(async (clocks) => {
        const rows = await context.query<PauseRow & { readonly clock: string }>(PAUSES, [clocks]);
        const groups = Map.groupBy(rows, ({ clock }) => clock);
        return clocks.map((clock) => groups.get(clock) ?? []);
      }),
  );

/** By the id of the objection, in the order in which it was brought. Of a unit that verifies, and of an overseer, the row policies give none. */
export const evidenceLoader = (context: Context): DataLoader<string, EvidenceRow[]> =>
  context.once(
    'objection-evidence',
    () =>
      new DataLoader<string, EvidenceRow[]>(async (ids) => {
        const groups = Map.groupBy(await evidenceOf(context, 'OBJECTION', ids), ({ usedBy }) => usedBy);
        return ids.map((id) => groups.get(id) ?? []);
      }),
  );
