/** Courts submit judgment defaulters row by row (Article 28 §3). An accepted entry is a designation at once. */

import type { EntityManager } from '@mikro-orm/sql';
import { GraphQLError } from 'graphql';
import { sql } from 'kysely';
import { badInput, spoken } from '../../../../schema/errors.ts';
import { BATCH_SIZES } from '../../../../schema/law/asking/batch-sizes.ts';
import { designationMessages } from '../../../../schema/messages/acts/designations.ts';
import { sizeMessages } from '../../../../schema/messages/acts/inputs.ts';
import { fellDesignation } from '../../../../schema/messages/acts/rights/fallen.ts';
import type { SubjectKnown } from '../../../redaction/known-values.ts';
import { withKnown } from '../../../redaction/with-known.ts';
import type { Context } from '../../../request/context.ts';
import { newId } from '../../../request/request.ts';
import type { identify } from '../../../request/subjects/identify.ts';
import { storeSubjectRows, type WholeStatement } from '../../../request/subjects/subject-rows.ts';
import { standardFor } from '../../queries/lists.ts';
import type { StandardRow } from '../../rows.ts';
import { checkDay, checkMonths, named, said } from '../checks.ts';
import { type NewDesignation, storeDesignations, untilOf } from '../designation-rows.ts';
import { takeOff } from '../removal.ts';
import { basisOf, knownOfEntries } from '../said-of.ts';
import { holdDesignations, replacing, sortFallen } from './come-back.ts';

export const DEFAULTERS = 'DEFAULTER';
const GROUND = 'REFUSING_TO_PERFORM_JUDGMENT_OR_DECISION';
const ENTRIES_MAX = BATCH_SIZES.defaulters;
/** Reason of the removal, as it is kept. */
const RENAMED = '姓名或者名称更正，重新列入';

export interface DefaulterInput {
  readonly subject: Parameters<typeof identify>[1];
  readonly subjectName: string;
  readonly decisionNumber: string;
  readonly basisDocument: string;
  readonly reasons: string;
  readonly enteredOn: string;
  readonly months?: number | null | undefined;
}

export interface Submitted {
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly code: string; readonly message: string }[];
}

/** Conditions for removal and remedies come from the published standard: they are the same for every entry of a court. */
function entryOf(context: Context, entry: DefaulterInput, item: string, standard: StandardRow): NewDesignation {
  const { removalConditions, remedies } = standard;
  if (removalConditions === null || remedies === null)
    throw badInput('STANDARD', designationMessages.standardWithoutRemedies, '28');
  const designation = {
    id: newId(),
    subject: named(context, entry),
    list: DEFAULTERS,
    item,
    edition: standard.edition,
    ground: GROUND,
    decisionNumber: said('decisionNumber', entry.decisionNumber, '28'),
    reasons: said('reasons', entry.reasons, '28'),
    basisDocument: said('basisDocument', entry.basisDocument, '28'),
    removalConditions,
    remedies,
    designatedOn: checkDay('enteredOn', entry.enteredOn, context.request.today),
    months: checkMonths(entry.months ?? standard.maximumMonths, standard, '28') ?? 0,
    responsible: [],
  } as const;
  if (untilOf(designation) < context.request.today) throw badInput('PERIOD', designationMessages.entryOver, '28');
  return designation;
}

const keyOf = (subjectId: string, basis: string): string => `${subjectId}\n${basis}`;

interface Held {
  readonly id: string;
  readonly subjectId: string;
  /** Mark of its document, or what an entry of before holds. */
  readonly basis: string;
  readonly unit: string;
  readonly name: string | null;
  readonly sealed: Buffer | null;
  readonly keyId: string | null;
}

const HELD = (
  subjects: readonly string[],
) => sql<Held>`select d.id, d.subject_id as "subjectId", coalesce(encode(d.basis_mark, 'hex'), d.basis_document) as basis,
    d.designating_unit as unit, d.stated_name as name, w.sealed, w.key_id as "keyId"
  from sanctions.designation d left join public_credit.statement_whole w
    on w.subject_id = d.subject_id and w.record_id = d.id and w.version = 1
  where d.list = ${DEFAULTERS} and d.display = 'DISPLAYED' and d.on_account_of is null and d.subject_id in
    (select jsonb_array_elements_text(${JSON.stringify(subjects)}::jsonb)::uuid)`;

/** The name that a held entry says, whole; undefined where it cannot be opened. */
function nameOf({ platform }: Context, { id, subjectId, name, sealed, keyId }: Held): string | null | undefined {
  if (sealed === null || keyId === null) return name;
  const where = { place: 'public_credit.statement_whole', id };
  return (platform.secrets.unsealToRead({ sealed, keyId }, subjectId, where) as WholeStatement | undefined)?.name;
}

/** Whether another name takes the place of a held entry. What an entry says that cannot be opened is taken for the same: it stays. */
function isRenamed(context: Context, before: Held, name: string | null): boolean {
  const said = nameOf(context, before);
  return before.unit === context.caller.unit && said !== undefined && said !== name;
}

interface Taken {
  readonly row: number;
  readonly designation: NewDesignation;
  /** What an entry of before may have for the same document. */
  readonly keys: readonly string[];
}

/** Takes off the entry that another takes the place of. */
async function replace(
  em: EntityManager,
  context: Context,
  before: Held,
  designation: NewDesignation,
  known: ReadonlyMap<string, SubjectKnown>,
): Promise<void> {
  await takeOff(em, context, { table: 'designation', id: before.id, reason: RENAMED }, known);
  // What runs about the entry before is decided about the one in its place (Article 35).
  await sql`update sanctions.reexamination set designation_id = ${designation.id}::uuid
    where subject_id = ${before.subjectId}::uuid and designation_id = ${before.id}::uuid and status = 'PENDING'`.execute(
    em.getKysely(),
  );
}

/** An entry that was submitted before changes nothing. One with another name takes the place of the entry before, and whoever saw that is told. */
export async function submitDefaulters(context: Context, entries: readonly DefaulterInput[]): Promise<Submitted> {
  if (entries.length === 0 || entries.length > ENTRIES_MAX)
    throw badInput('BATCH_SIZE', sizeMessages.entries(entries.length, ENTRIES_MAX));
  const { list, standard } = await standardFor(context, DEFAULTERS, 'SERIOUS_UNTRUSTWORTHINESS');
  const { secrets, now } = context.platform;
  const taken = new Map<string, Taken>();
  const rejected: Submitted['rejected'][number][] = [];
  entries.forEach((entry, index) => {
    try {
      const designation = entryOf(context, entry, list.item, standard);
      const { mark, before } = basisOf(secrets, designation.basisDocument);
      const { id } = designation.subject;
      if (!taken.has(keyOf(id, mark)))
        taken.set(keyOf(id, mark), {
          row: index + 1,
          designation,
          keys: [mark, ...before].map((basis) => keyOf(id, basis)),
        });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { message } = spoken(error, context.caller.language ?? 'en');
      rejected.push({ row: index + 1, code: String(error.extensions.reason), message });
    }
  });
  const { accepted, fell } = await context.request.write('designate', async (em) => {
    const db = em.getKysely();
    // Submissions take turns, so that none inserts what another just inserted.
    await sql`select pg_advisory_xact_lock(hashtext(${`credit-gateway list ${DEFAULTERS}`}))`.execute(db);
    const { rows } = await HELD([...taken.values()].map(({ designation }) => designation.subject.id)).execute(db);
    const held = new Map(rows.map((row) => [keyOf(row.subjectId, row.basis), row]));
    const {
      own,
      held: holding,
      standing,
    } = await sortFallen(
      em,
      secrets,
      [...taken.values()].map(({ designation }) => designation),
    );
    const sorted = [...taken.values()].map(({ row, designation, keys }) => {
      const key = keys.find((one) => held.has(one));
      const before = key === undefined ? undefined : held.get(key);
      // An entry of before whose document was masked stands for one document.
      if (key !== undefined) held.delete(key);
      // What is on the list by this document stands.
      return { row, designation, before, fall: before === undefined ? own.get(designation.id) : undefined };
    });
    const fell = sorted.flatMap(({ row, fall }) => (fall === undefined ? [] : [{ row, fall }]));
    const changed = sorted.filter(({ designation, before, fall }) =>
      before === undefined
        ? fall === undefined && !standing.has(designation.id)
        : isRenamed(context, before, designation.subject.name),
    );
    if (changed.length === 0) return { accepted: 0, fell };
    const fresh = changed.map(({ designation }) => designation);
    await storeSubjectRows(
      em,
      now(),
      fresh.map(({ subject }) => subject),
    );
    const said = knownOfEntries(
      fresh.map(({ subject, reasons, basisDocument, decisionNumber }) => ({
        subject,
        texts: [reasons, basisDocument, decisionNumber],
      })),
    );
    return withKnown(em, secrets, said, async (known) => {
      for (const { designation, before } of changed)
        if (before !== undefined) await replacing(em, () => replace(em, context, before, designation, known));
      // What another unit submitted for the same document is on the list already.
      const ids = await storeDesignations(em, context.platform, context.caller.unit ?? '', fresh, known, holding);
      await holdDesignations(
        em,
        context,
        fresh.filter(({ id }) => ids.has(id)),
        holding,
      );
      return { accepted: ids.size, fell };
    });
  });
  for (const { row, fall } of fell) {
    const { message } = fellDesignation(fall.cause, fall.fellOn);
    rejected.push({ row, code: 'FELL', message: message[context.caller.language ?? 'en'] });
  }
  rejected.sort((one, other) => one.row - other.row);
  context.snapshot = await context.request.snapshot();
  return { accepted, unchanged: entries.length - rejected.length - accepted, rejected };
}
