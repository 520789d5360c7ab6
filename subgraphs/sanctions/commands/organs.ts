/** A listed state organ, state-owned enterprise or public institution (Article 32): who is told, what is ordered, and what came of it. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { badInput, conflict, notFound } from '../../../schema/errors.ts';
import { isDate } from '../../../schema/law/clocks/calendar.ts';
import type { OrganKind } from '../../../schema/law/measures/designations.ts';
import { meetClocks, startClocks } from '../../clocks/clocks.ts';
import type { Context } from '../../request/context.ts';
import { newId } from '../../request/request.ts';
import type { OrganNoticeRow } from '../rows.ts';
import { checkId, isTwice, said } from './checks.ts';
import type { NewDesignation } from './store.ts';

/** The units that are told of a listed organ. */
export interface OrganInput {
  readonly kind: OrganKind;
  readonly superior: string;
  readonly audit: string;
}

const KIND = 'organ.correct';

const COLUMNS = sql.raw(`id, designation_id as designation, kind, unit, designating_unit as "designatingUnit",
  to_char(told_on, 'YYYY-MM-DD') as "toldOn", to_char(correct_by, 'YYYY-MM-DD') as "correctBy", outcome, corrected`);

function checkUnit(context: Context, code: string, name: string): string {
  if (!context.snapshot.directory.units.has(code))
    throw badInput('UNIT_UNKNOWN', `${name} is no unit that is known here.`, 'Send the code of a unit.', '32');
  return code;
}

/** Tells the unit above and the auditing organ, in the unit of work of the designation. */
export async function tellOrgans(
  em: EntityManager,
  context: Context,
  designation: NewDesignation,
  organ: OrganInput,
): Promise<void> {
  const told = [
    { kind: 'SUPERIOR', unit: checkUnit(context, organ.superior, 'superior') },
    { kind: 'AUDIT', unit: checkUnit(context, organ.audit, 'audit') },
  ];
  for (const { kind, unit } of told)
    await sql`insert into sanctions.organ_notice (subject_id, id, designation_id, kind, unit, designating_unit, told_on)
      values (${designation.subject.id}::uuid, ${newId()}::uuid, ${designation.id}::uuid, ${kind}, ${unit}, ${context.caller.unit},
        ${context.request.today}::date)`.execute(em.getKysely());
}

/** The department in charge talks to the principal and orders correction within a period that it sets (Article 32 §1). */
export async function orderOrganCorrection(
  context: Context,
  input: { readonly designation: string; readonly correctBy: string },
): Promise<OrganNoticeRow> {
  const designation = checkId(input.designation, 'designation of a state organ');
  const { today } = context.request;
  if (!isDate(input.correctBy) || input.correctBy <= today)
    throw badInput('DATE', 'correctBy is no day after today of the form YYYY-MM-DD.', 'Set a period.', '32');
  const { calendar } = context.snapshot.directory;
  const id = newId();
  const unit = context.caller.unit ?? '';
  try {
    const row = await context.request.write('designate', async (em) => {
      const db = em.getKysely();
      const { rows } = await sql<{ subjectId: string; designatingUnit: string }>`select subject_id as "subjectId",
          designating_unit as "designatingUnit" from sanctions.designation
        where id = ${designation}::uuid and display = 'DISPLAYED'`.execute(db);
      const [found] = rows;
      if (found === undefined) throw notFound('designation of a state organ');
      await sql`insert into sanctions.organ_notice (subject_id, id, designation_id, kind, unit, designating_unit, told_on, correct_by)
        values (${found.subjectId}::uuid, ${id}::uuid, ${designation}::uuid, 'CORRECTION', ${unit}, ${found.designatingUnit},
          ${today}::date, ${input.correctBy}::date)`.execute(db);
      await startClocks(em, calendar, today, [
        {
          obligation: 'A32.1',
          kind: KIND,
          unit: found.designatingUnit,
          subjectId: found.subjectId,
          reference: id,
          startedOn: today,
          setFor: input.correctBy,
        },
      ]);
      return found;
    });
    context.snapshot = await context.request.snapshot();
    return {
      id,
      designation,
      kind: 'CORRECTION',
      unit,
      designatingUnit: row.designatingUnit,
      toldOn: today,
      correctBy: input.correctBy,
      outcome: null,
      corrected: null,
    };
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw conflict('ORDERED', 'Correction was ordered already.', 'Report what came of it with reportOrganOutcome.');
  }
}

/** The told unit, or who ordered, says what came of it; not corrected leads to a public pledge (Article 32 §1). */
export async function reportOrganOutcome(
  context: Context,
  input: { readonly id: string; readonly outcome: string; readonly corrected?: boolean | null | undefined },
): Promise<OrganNoticeRow> {
  const id = checkId(input.id, 'notice');
  const outcome = said('outcome', input.outcome, '32');
  const { today } = context.request;
  const row = await context.request.write('designate', async (em) => {
    const db = em.getKysely();
    const { rows } = await sql<OrganNoticeRow>`select ${COLUMNS} from sanctions.organ_notice
      where id = ${id}::uuid and unit = ${context.caller.unit} for update`.execute(db);
    const [found] = rows;
    if (found === undefined) throw notFound('notice');
    if (found.outcome !== null) throw conflict('REPORTED', 'The outcome was reported.', 'Nothing is left to do.');
    if ((found.kind === 'CORRECTION') !== (input.corrected != null))
      throw badInput(
        'CORRECTED',
        found.kind === 'CORRECTION' ? 'corrected is missing.' : 'corrected is for an order to correct.',
        'Say of an order, and of no notice, whether the conduct was corrected.',
        '32',
      );
    await sql`update sanctions.organ_notice set outcome = ${outcome}, corrected = ${input.corrected ?? null}, reported_on = ${today}::date
      where id = ${id}::uuid`.execute(db);
    await meetClocks(em, KIND, id, today);
    return { ...found, outcome, corrected: input.corrected ?? null };
  });
  context.snapshot = await context.request.snapshot();
  return row;
}
