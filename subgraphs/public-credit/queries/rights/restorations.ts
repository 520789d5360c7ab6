/**
 * Reads applications for restoration (Article 40): the subject its own, the operator and the authority all, a unit those about what it provided or designated,
 * without what the subject said. Dates are those of the clocks.
 */
import { badInput, notFound } from '../../../../schema/errors.ts';
import { operatorOf, oversees } from '../../../../schema/law/asking/unit-roles.ts';
import {
  earliestDay,
  NOTHING_STATED,
  type RestorationCondition,
  unmetConditions,
} from '../../../../schema/law/matter/restoration.ts';
import { restorationMessages } from '../../../../schema/messages/acts/rights/restorations.ts';
import type { Statement } from '../../../database/database.ts';
import { UNREADABLE_TEXT } from '../../../keys/unreadable.ts';
import { textsToRead } from '../../../redaction/whole-texts.ts';
import { safeText } from '../../../redaction/withheld.ts';
import type { Context } from '../../../request/context.ts';
import { pagedList, readPage } from '../../../request/keyset.ts';
import { askedPage, type PageArguments, pageOf } from '../../../request/paging.ts';
import { isId, mayName } from '../../../request/subjects/representations.ts';
import { type RestorableRow, restorableOf } from '../../../rights/restorations/restorable.ts';
import type {
  ConditionsRow,
  ExclusionRow,
  RestorationPage,
  RestorationRow,
  RestoredDecisionRow,
} from '../../../rights/restorations/rows.ts';
import { day } from './objections.ts';

/** What a unit may read of an application: its columns are granted so. */
const SHOWN = `t.id, t.subject_id as "subjectId", public_credit.about_person(t.subject_id) as personal, t.held_in as "heldIn", t.row_id as "recordId",
  t.item as "itemCode", t.source_unit as source, t.unit, t.status, ${day('t.applied_on', 'appliedOn')}, t.applied_at as "appliedAt",
  ${day('t.decided_on', 'decidedOn')}, t.decided_by as decider, ${day('t.again_from', 'againFrom')}`;
const NOTHING_SAID = `null::text[] as unmet, null::boolean as corrected, null::boolean as "dutiesPerformed", null::text as pledge, null::text as reasons,
  null::int as redaction, null::text as "decideBy", null::boolean as provisional`;
const SAID = `t.unmet, t.corrected, t.duties_performed as "dutiesPerformed", t.pledge, t.reasons, t.redaction, ${day('k.due_on', 'decideBy')}, k.provisional`;
const WITH_CLOCK = `rights.restoration t left join control.clock k on k.kind = 'restoration.decide' and k.reference = t.id::text`;
const WHOLE = `left join public_credit.text_whole w on w.subject_id = t.subject_id and w.place = 'RESTORATION' and w.id = t.id`;

const ORDER = {
  on: { column: 'appliedAt', type: 'timestamptz', descending: true },
  id: { column: 'id', type: 'uuid' },
} as const;

const LIST = pagedList({
  name: 'restorations',
  rows: `select ${SHOWN}, ${SAID} from ${WITH_CLOCK} where $1::text is null or t.status = $1`,
  parameters: 1,
  order: ORDER,
});

const OF_UNIT = pagedList({
  name: 'restorations-of-unit',
  rows: `select ${SHOWN}, ${NOTHING_SAID} from rights.restoration t where t.source_unit = $2 and ($1::text is null or t.status = $1)`,
  parameters: 2,
  order: ORDER,
});

const OWN: Statement = {
  name: 'restorations-own',
  text: `select ${SHOWN}, ${SAID}, w.sealed, w.key_id as "sealedBy" from ${WITH_CLOCK} ${WHOLE} where t.subject_id = $1::uuid
    order by t.applied_at desc, t.id`,
};

const ONE: Statement = {
  name: 'restoration',
  text: `select ${SHOWN}, ${SAID} from ${WITH_CLOCK} where t.id = $1::uuid`,
};

interface Stored extends Omit<RestorationRow, 'unmet'> {
  readonly unmet: readonly RestorationCondition[] | null;
  readonly redaction: number | null;
}
type StoredOwn = Stored & { readonly sealed: Buffer | null; readonly sealedBy: string | null };

/** As whoever decides or oversees reads it: withheld, where the version that made the form is unsafe. */
function openRow(context: Context, { redaction, unmet, ...row }: Stored): RestorationRow {
  const { directory } = context.snapshot;
  const [pledge, reasons] = [row.pledge, row.reasons].map((text) =>
    text === null || redaction === null ? null : safeText(directory, redaction, text),
  );
  return { ...row, unmet: unmet ?? [], pledge: pledge ?? null, reasons: reasons ?? null };
}

/** The subject reads its own whole. */
function ownRow(context: Context, { redaction: _form, sealed, sealedBy, unmet, ...row }: StoredOwn): RestorationRow {
  const texts = textsToRead(context.platform.secrets, row.id, sealed, sealedBy);
  const told = { ...row, self: true, unmet: unmet ?? [] };
  if (texts === undefined)
    return { ...told, pledge: UNREADABLE_TEXT, reasons: row.reasons === null ? null : UNREADABLE_TEXT };
  return {
    ...told,
    pledge: texts.pledge ?? row.pledge,
    reasons: texts.reasons ?? row.reasons,
    subjectName: texts.name ?? null,
  };
}

/** A page of the applications that the caller may read. */
export async function restorationPage(
  context: Context,
  { status, ...args }: PageArguments & { readonly status?: string | null | undefined },
): Promise<RestorationPage> {
  const { caller } = context;
  const asked = askedPage(context, `restorations\n${status ?? ''}`, args);
  const found = oversees(caller.role)
    ? await readPage<Stored>(context, LIST, [status ?? null], asked)
    : await readPage<Stored>(context, OF_UNIT, [status ?? null, caller.unit ?? ''], asked);
  return pageOf(context, asked, { ...found, rows: found.rows.map((row) => openRow(context, row)) });
}

/** The subject's own, newest first. */
export async function ownRestorations(context: Context, subjectId: string): Promise<RestorationRow[]> {
  const rows = await context.query<StoredOwn>(OWN, [subjectId]);
  return rows.map((row) => ownRow(context, row));
}

/** One application, for its subject or the operator; null where the caller may not read it, which is not told from one that does not exist. */
export async function readRestoration(context: Context, id: string): Promise<RestorationRow | null> {
  if (!isId(id)) return null;
  if (context.caller.role === 'SUBJECT')
    return (await ownRestorations(context, context.caller.subject?.id ?? '')).find((row) => row.id === id) ?? null;
  const [row] = await context.query<Stored>(ONE, [id]);
  return row === undefined || !mayName(context, id, row) ? null : openRow(context, row);
}

const RESTORED: Statement = { name: 'restored-from', text: 'select * from rights.restored_from()' };

/** What its subject was restored from, by the id of the application. */
export const restoredFrom = (context: Context): Promise<ReadonlyMap<string, RestoredDecisionRow>> =>
  context.once('restored-from', async () => {
    const rows = await context.query<RestoredDecisionRow>(RESTORED, []);
    const { directory } = context.snapshot;
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...row,
          basisDocument:
            row.redaction === null ? row.basisDocument : safeText(directory, row.redaction, row.basisDocument),
        },
      ]),
    );
  });

const EXCLUSIONS: Statement = {
  name: 'restoration-exclusions',
  text: `select item, list, ground, citation, ${day('effective_from', 'effectiveFrom')}, ${day('until', 'until')}, ${day('published_on', 'publishedOn')}
    from control.restoration_exclusion order by effective_from desc, item, list, ground`,
};

export const restorationExclusions = (context: Context): Promise<ExclusionRow[]> =>
  context.query<ExclusionRow>(EXCLUSIONS, []);

/** The one that is named. Throws BAD_USER_INPUT where none is, or both are. */
export function namedThing(input: {
  readonly record?: string | null | undefined;
  readonly designation?: string | null | undefined;
}): { readonly field: 'record' | 'designation'; readonly id: string } {
  const { record, designation } = input;
  if ((record == null) === (designation == null)) throw badInput('NAMES_ONE', restorationMessages.namesOne, '40');
  return record == null ? { field: 'designation', id: designation ?? '' } : { field: 'record', id: record };
}

/** Throws BAD_USER_INPUT for what is named in the other field, and for what is not restored at all because it is not displayed. */
export function checkKind({ heldIn }: Pick<RestorableRow, 'heldIn'>, field: 'record' | 'designation'): void {
  if (heldIn === 'non_public_credit.record') throw badInput('NOT_PUBLIC', restorationMessages.notPublic, '40');
  const right = heldIn === 'public_credit.record' ? 'record' : 'designation';
  if (right !== field) throw badInput('WRONG_KIND', restorationMessages.otherField(right), '40');
}

const RESTORABLE: Statement = {
  name: 'restorable',
  text: `select r.*, (select to_char(max(t.again_from), 'YYYY-MM-DD') from rights.restoration t
      where t.subject_id = $1::uuid and t.row_id = $2::uuid and t.status = 'REFUSED') as "againFrom" from rights.restorable($1::uuid, $2::uuid) r`,
};

/** What must be met before a row of the calling subject can be restored. */
export async function restorationConditions(
  context: Context,
  input: { readonly record?: string | null | undefined; readonly designation?: string | null | undefined },
): Promise<ConditionsRow> {
  const { field, id } = namedThing(input);
  const self = context.caller.subject?.id;
  const [row] =
    self === undefined || !isId(id)
      ? []
      : await context.query<RestorableRow & { readonly againFrom: string | null }>(RESTORABLE, [self, id]);
  if (row === undefined) throw notFound(field);
  checkKind(row, field);
  const { directory } = context.snapshot;
  const thing = restorableOf(directory, row, row.againFrom);
  return {
    earliest: earliestDay(thing),
    unmetConditions: unmetConditions(thing, NOTHING_STATED, directory.today),
    article: '40',
    minimumMonths: thing.minimumMonths,
    displayedUntil: row.displayedUntil,
    excludedBy: row.excludedBy,
    unit: operatorOf(directory.units.values(), directory.today)?.code ?? row.unit,
  };
}
