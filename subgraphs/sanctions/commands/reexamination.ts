/** Statement, defence and re-examination of a listed subject (Article 35 §2): decided within three working days by who designated. */
import type { EntityManager } from '@mikro-orm/sql';
import { sql } from 'kysely';
import { conflict, notFound } from '../../../schema/errors.ts';
import { dueOf, startClock } from '../../../schema/law/clocks/clocks.ts';
import { meetClocks, startClocks } from '../../clocks/clocks.ts';
import type { Context } from '../../request/context.ts';
import { newId } from '../../request/request.ts';
import type { ReexaminationRow } from '../rows.ts';
import { checkId, isTwice, said } from './checks.ts';
import { takeOff } from './remove.ts';

const KIND = 'reexamination.decide';

export async function requestReexamination(
  context: Context,
  input: { readonly designation: string; readonly reasons: string },
): Promise<ReexaminationRow> {
  const designation = checkId(input.designation, 'designation');
  const reasons = said('reasons', input.reasons, '35');
  const { today } = context.request;
  const { calendar } = context.snapshot.directory;
  const self = context.caller.subject?.id ?? null;
  const due = dueOf(startClock('A35.2', KIND, today), today, calendar);
  const id = newId();
  try {
    await context.request.write('designate', async (em) => {
      const { rows } = await sql<{ unit: string }>`select designating_unit as unit from sanctions.designation
        where id = ${designation}::uuid and subject_id = ${self}::uuid and display = 'DISPLAYED' and displayed_until >= ${today}::date`.execute(
        em.getKysely(),
      );
      const unit = rows[0]?.unit;
      if (unit === undefined) throw notFound('designation');
      await sql`insert into sanctions.reexamination (subject_id, id, designation_id, unit, reasons, status, requested_on, decide_by, provisional)
        values (${self}::uuid, ${id}::uuid, ${designation}::uuid, ${unit}, ${reasons}, 'PENDING', ${today}::date, ${due.date}::date,
          ${due.provisional})`.execute(em.getKysely());
      await startClocks(em, calendar, today, [
        { obligation: 'A35.2', kind: KIND, unit, subjectId: self, reference: id, startedOn: today },
      ]);
    });
  } catch (error) {
    if (!isTwice(error)) throw error;
    throw conflict('PENDING', 'A re-examination of this designation runs already.', 'Wait for its decision.');
  }
  context.snapshot = await context.request.snapshot();
  return {
    id,
    designation,
    status: 'PENDING',
    requestedOn: today,
    decideBy: due.date,
    provisional: due.provisional,
    reasons: null,
    decidedOn: null,
  };
}

interface Kept extends Omit<ReexaminationRow, 'status' | 'reasons' | 'decidedOn'> {
  readonly status: ReexaminationRow['status'];
}

async function pending(em: EntityManager, context: Context, id: string): Promise<Kept> {
  const { rows } =
    await sql<Kept>`select id, designation_id as designation, status, to_char(requested_on, 'YYYY-MM-DD') as "requestedOn",
      to_char(decide_by, 'YYYY-MM-DD') as "decideBy", provisional from sanctions.reexamination
    where id = ${id}::uuid and unit = ${context.caller.unit} for update`.execute(em.getKysely());
  const [row] = rows;
  if (row === undefined) throw notFound('re-examination');
  if (row.status !== 'PENDING')
    throw conflict('DECIDED', 'The re-examination has been decided.', 'A new one is asked for by the subject.');
  return row;
}

/** Upheld: off the list at once, and measures with it. Refused: with reasons. Either way the clock is met. */
export async function decideReexamination(
  context: Context,
  input: { readonly id: string; readonly upheld: boolean; readonly reasons: string },
): Promise<ReexaminationRow> {
  const id = checkId(input.id, 're-examination');
  const reasons = said('reasons', input.reasons, '35');
  const { today } = context.request;
  const status = input.upheld ? 'UPHELD' : 'REFUSED';
  const row = await context.request.write('designate', async (em) => {
    const found = await pending(em, context, id);
    await sql`update sanctions.reexamination set status = ${status}, decision = ${reasons}, decided_on = ${today}::date
      where id = ${id}::uuid and unit = ${context.caller.unit}`.execute(em.getKysely());
    await meetClocks(em, KIND, id, today);
    if (input.upheld) await release(em, context, found.designation, reasons);
    return found;
  });
  context.snapshot = await context.request.snapshot();
  return { ...row, status, reasons, decidedOn: today };
}

/** It may have ended meanwhile: then nothing is left to take off. */
async function release(em: EntityManager, context: Context, designation: string, reasons: string): Promise<void> {
  const { rows } =
    await sql`select from sanctions.designation where id = ${designation}::uuid and display = 'DISPLAYED'`.execute(
      em.getKysely(),
    );
  if (rows.length > 0) await takeOff(em, context, 'designation', designation, reasons);
}
