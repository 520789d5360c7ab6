/**
 * Reads objections (Article 39): the subject its own, a unit those that it decides or verifies for, the operator and the authority all. Dates are those of
 * the clocks, which move while time does not count.
 */
import { oversees } from '../../../../schema/law/asking/unit-roles.ts';
import { dueOf, startClock } from '../../../../schema/law/clocks/clocks.ts';
import type { Statement } from '../../../database/database.ts';
import { UNREADABLE_TEXT } from '../../../keys/unreadable.ts';
import { textsToRead } from '../../../redaction/whole-texts.ts';
import { safeText } from '../../../redaction/withheld.ts';
import type { Context } from '../../../request/context.ts';
import { pagedList, readPage } from '../../../request/keyset.ts';
import { askedPage, type PageArguments, pageOf } from '../../../request/paging.ts';
import { mayName } from '../../../request/subjects/representations.ts';
import type { ObjectionPage, ObjectionRow } from '../../../rights/claims/objection-rows.ts';

/** Kinds of the clock for the decision: it is one clock, which gets the longer term where another unit helps. */
export const DECIDING = `('objection.decide', 'objection.decide-with-help')`;

/** A date of the database as it is told. */
export const day = (column: string, name: string): string => `to_char(${column}, 'YYYY-MM-DD') as "${name}"`;

const COLUMNS = `o.id, o.subject_id as "subjectId", public_credit.about_person(o.subject_id) as personal, o.about, o.status, o.row_id as "recordId",
  o.item as "itemCode", o.statement, o.unit, ${day('o.raised_on', 'raisedOn')}, o.raised_at as "raisedAt", ${day('l.due_on', 'labelDue')},
  ${day('o.labelled_on', 'labelledOn')}, ${day('k.due_on', 'decideBy')}, k.provisional, k.id as deadline, o.reasons as application, o.decision,
  ${day('o.decided_on', 'decidedOn')}, o.next_remedy as "nextRemedy", o.recipients, o.redaction`;

const FROM = `rights.objection o
  join control.clock k on k.reference = o.id::text and k.unit = o.unit and k.kind in ${DECIDING}
  left join control.clock l on l.reference = o.id::text and l.unit = o.unit and l.kind = 'objection.label'`;

/** The row policies decide which of them a role reads; a unit's own condition stands beside. */
const SEEN = `($1::text is null or o.unit = $1 or exists (select from rights.verification v where v.objection_id = o.id and v.unit = $1))`;
const WHOLE = `left join public_credit.text_whole t on t.subject_id = o.subject_id and t.place = 'OBJECTION' and t.id = o.id`;

const ORDER = {
  on: { column: 'raisedAt', type: 'timestamptz', descending: true },
  id: { column: 'id', type: 'uuid' },
} as const;

const LIST = pagedList({
  name: 'objections',
  rows: `select ${COLUMNS} from ${FROM} where ${SEEN} and ($2::text is null or o.status = $2)`,
  parameters: 2,
  order: ORDER,
});

const OWN = pagedList({
  name: 'objections-own',
  rows: `select ${COLUMNS}, t.sealed, t.key_id as "sealedBy" from ${FROM} ${WHOLE} where o.subject_id = $1::uuid`,
  parameters: 1,
  order: ORDER,
});

const ONE: Statement = { name: 'objection', text: `select ${COLUMNS} from ${FROM} where o.id = $2::uuid and ${SEEN}` };

const OWN_ONE: Statement = {
  name: 'objection-own',
  text: `select ${COLUMNS}, t.sealed, t.key_id as "sealedBy" from ${FROM} ${WHOLE} where o.subject_id = $1::uuid and o.id = $2::uuid`,
};

type Stored = Omit<ObjectionRow, 'labelBy'> & { readonly labelDue: string | null; readonly redaction: number };
type StoredOwn = Stored & { readonly sealed: Buffer | null; readonly sealedBy: string | null };

/** An omission has nothing to label and no clock for it: the day is told all the same. */
const labelBy = (context: Context, { labelDue, raisedOn }: Stored): string =>
  labelDue ??
  dueOf(startClock('A39.1', 'objection.label', raisedOn), context.request.today, context.snapshot.directory.calendar)
    .date;

/** As whoever decides or oversees reads it: withheld, where the version that made the form is unsafe. */
function openRow(context: Context, { redaction, ...row }: Stored): ObjectionRow {
  const { directory } = context.snapshot;
  return {
    ...row,
    labelBy: labelBy(context, { redaction, ...row }),
    application: safeText(directory, redaction, row.application),
    decision: safeText(directory, redaction, row.decision),
  };
}

/** The subject reads its own whole. */
function ownRow(context: Context, { redaction, sealed, sealedBy, ...row }: StoredOwn): ObjectionRow {
  const texts = textsToRead(context.platform.secrets, row.id, sealed, sealedBy);
  const told = { ...row, self: true, labelBy: labelBy(context, { redaction, ...row }) };
  if (texts === undefined)
    return { ...told, application: UNREADABLE_TEXT, decision: row.decision === null ? null : UNREADABLE_TEXT };
  return { ...told, application: texts.reasons ?? row.application, decision: texts.decision ?? row.decision };
}

/** The unit whose objections the caller reads; null for who reads all. */
const unitOf = ({ caller }: Context): string | null => (oversees(caller.role) ? null : (caller.unit ?? ''));

/** A page of the objections that the calling unit decides, verifies for or oversees. */
export async function objectionPage(
  context: Context,
  { status, ...args }: PageArguments & { readonly status?: string | null | undefined },
): Promise<ObjectionPage> {
  const asked = askedPage(context, `objections\n${status ?? ''}`, args);
  const found = await readPage<Stored>(context, LIST, [unitOf(context), status ?? null], asked);
  return pageOf(context, asked, { ...found, rows: found.rows.map((row) => openRow(context, row)) });
}

/** A page of the subject's own objections. */
export async function ownObjections(context: Context, subjectId: string, args: PageArguments): Promise<ObjectionPage> {
  const asked = askedPage(context, `objections\n${subjectId}`, args);
  const found = await readPage<StoredOwn>(context, OWN, [subjectId], asked);
  return pageOf(context, asked, { ...found, rows: found.rows.map((row) => ownRow(context, row)) });
}

/** One objection as the caller may read it; null where it may not, which is not told from one that does not exist. */
export async function readObjection(context: Context, id: string): Promise<ObjectionRow | null> {
  const row = await readNamed(context, id);
  return row === null || row.self === true || mayName(context, id, row) ? row : null;
}

/** The same of one that was not named by its own id: a verification or a period of the caller's did. */
export async function readNamed(context: Context, id: string): Promise<ObjectionRow | null> {
  const self = context.caller.role === 'SUBJECT' ? context.caller.subject?.id : undefined;
  if (self !== undefined) {
    const [own] = await context.query<StoredOwn>(OWN_ONE, [self, id]);
    return own === undefined ? null : ownRow(context, own);
  }
  const [row] = await context.query<Stored>(ONE, [unitOf(context), id]);
  return row === undefined ? null : openRow(context, row);
}
